import { expect, test } from "vitest";
import { hostsOf, isLoopback, refusal } from "./guard.ts";

const expected = { hosts: ["127.0.0.1:4100", "localhost:4100"], keys: ["secret"] };
const good = { hosts: ["127.0.0.1:4100"], origin: undefined, site: undefined, key: "secret", entering: false };

test.each([
  ["our own window", good, true],
  ["our own page's call", { ...good, origin: "http://127.0.0.1:4100", site: "same-origin" }, true],
  ["localhost", { ...good, hosts: ["localhost:4100"] }, true],
  ["the address bar", { ...good, site: "none" }, true],
  ["a link to the printed address, on any page", { ...good, entering: true, site: "cross-site" }, true],
  ["a name made to point here", { ...good, hosts: ["evil.example:4100"] }, false],
  ["a name that begins like ours", { ...good, hosts: ["127.0.0.1:4100.evil.example"] }, false],
  ["two hosts", { ...good, hosts: ["127.0.0.1:4100", "evil.example"] }, false],
  ["no host", { ...good, hosts: [] }, false],
  ["an empty host", { ...good, hosts: [""] }, false],
  ["another port", { ...good, hosts: ["127.0.0.1:80"] }, false],
  ["another site", { ...good, origin: "https://evil.example" }, false],
  ["another port's page", { ...good, origin: "http://127.0.0.1:4101" }, false],
  ["another scheme", { ...good, origin: "https://127.0.0.1:4100" }, false],
  ["a sandboxed page", { ...good, origin: "null" }, false],
  ["a picture on another page", { ...good, site: "cross-site" }, false],
  ["a page on another port", { ...good, site: "same-site" }, false],
  ["a form on another page that enters", { ...good, entering: true, origin: "https://evil.example" }, false],
  ["no key", { ...good, key: undefined }, false],
  ["an empty key", { ...good, key: "" }, false],
  ["a wrong key", { ...good, key: "secreT" }, false],
  ["a longer key", { ...good, key: "secret1" }, false],
  ["the beginning of the key", { ...good, key: "secre" }, false],
])("%s", (_who, caller, welcome) => {
  expect(refusal(caller, expected) === null).toBe(welcome);
});

test.each([
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["::", false],
  ["192.168.1.5", false],
  ["127.evil.example", false],
  ["localhost", false],
])("%s reaches only this machine: %s", (address, only) => {
  expect(isLoopback(address)).toBe(only);
});

test("a server answers to its own names only", () => {
  expect(hostsOf("127.0.0.1", 4100)).toEqual(["127.0.0.1:4100", "localhost:4100"]);
  expect(hostsOf("::1", 4100)).toEqual(["[::1]:4100", "localhost:4100"]);
  expect(hostsOf("192.168.1.5", 4100)).toEqual(["192.168.1.5:4100"]);
  expect(hostsOf("127.0.0.1", 80)).toEqual(["127.0.0.1", "localhost"]);
});
