import { expect, test } from "vitest";
import { hostOf, isLoopback, keyIn, refusal } from "./guard.ts";

const host = "127.0.0.1:4100";
const good = { hosts: [host], origin: undefined, site: undefined, entering: false };

test.each([
  ["our own window", good, true],
  ["our own page's call", { ...good, origin: "http://127.0.0.1:4100", site: "same-origin" }, true],
  ["localhost, which may be another program's", { ...good, hosts: ["localhost:4100"] }, false],
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
])("%s", (_who, caller, welcome) => {
  expect(refusal(caller, host) === null).toBe(welcome);
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

test("a server answers to the one name of its address", () => {
  expect(hostOf("127.0.0.1", 4100)).toBe("127.0.0.1:4100");
  expect(hostOf("::1", 4100)).toBe("[::1]:4100");
  expect(hostOf("192.168.1.5", 4100)).toBe("192.168.1.5:4100");
  expect(hostOf("127.0.0.1", 80)).toBe("127.0.0.1");
});

test.each([
  [["Bearer abc-_9"], "abc-_9"],
  [["bearer abc"], undefined],
  [["Bearer abc", "Bearer abc"], undefined],
  [["Bearer a b"], undefined],
  [["Bearer "], undefined],
  [["abc"], undefined],
  [[], undefined],
  [undefined, undefined],
])("the key in %j is %s", (headers, key) => {
  expect(keyIn(headers)).toBe(key);
});
