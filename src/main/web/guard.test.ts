import { expect, test } from "vitest";
import { refusal } from "./guard.ts";

const expected = { port: 4100, token: "secret" };
const good = { host: "127.0.0.1:4100", origin: undefined, token: "secret" };

test.each([
  ["our own window", good, true],
  ["our own page's call", { ...good, origin: "http://127.0.0.1:4100" }, true],
  ["localhost", { ...good, host: "localhost:4100" }, true],
  ["a name made to point here", { ...good, host: "evil.example:4100" }, false],
  ["no host", { ...good, host: undefined }, false],
  ["another port", { ...good, host: "127.0.0.1:80" }, false],
  ["another site", { ...good, origin: "https://evil.example" }, false],
  ["a sandboxed page", { ...good, origin: "null" }, false],
  ["no token", { ...good, token: undefined }, false],
  ["a wrong token", { ...good, token: "secreT" }, false],
  ["a longer token", { ...good, token: "secret1" }, false],
])("%s", (_who, caller, welcome) => {
  expect(refusal(caller, expected) === null).toBe(welcome);
});
