import { describe, expect, test } from "vitest";
import {
  type Attack,
  absent,
  asHost,
  asPage,
  body,
  call,
  get,
  invalid,
  limits,
  malformed,
  refused,
  strange,
  unharmed,
  visit,
  watchForCrashes,
  withCookie,
  withMethod,
} from "./attack.cases.ts";
import { newTarget, request, send } from "./raw.cases.ts";

watchForCrashes();

const attacks: readonly Attack[] = [
  // A foreign name made to point at this machine (DNS rebinding).
  ["a foreign host", asHost(() => "evil.example"), refused],
  ["a foreign host with our port", asHost(({ port }) => `evil.example:${port}`), refused],
  ["our host as a part of a name", asHost(({ host }) => `${host}.evil.example`), strange],
  ["our host behind a user name", asHost(({ host }) => `evil@${host}`), strange],
  ["our name with a dot", asHost(({ port }) => `localhost.:${port}`), strange],
  ["no host", get("/", ({ cookie }) => [`Cookie: ${cookie}`]), malformed],
  ["no host in HTTP/1.0", ({ cookie }) => `GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`, /^HTTP\/1.1 40[03]/],
  [
    "two hosts, ours first",
    get("/", ({ host, cookie }) => [`Host: ${host}`, "Host: evil.example", `Cookie: ${cookie}`]),
    refused,
  ],
  [
    "two hosts, ours last",
    get("/", ({ host, cookie }) => ["Host: evil.example", `Host: ${host}`, `Cookie: ${cookie}`]),
    refused,
  ],
  ["a foreign target with our host", visit("http://evil.example/"), refused],
  // Other pages in the reader's browser.
  ["a call by another site", asPage("Origin: https://evil.example"), refused],
  ["a call by a sandboxed page", asPage("Origin: null"), refused],
  ["a call by a page on another port", asPage("Origin: http://127.0.0.1:1"), refused],
  [
    "a call by our address under https",
    (target) => call(target, "state", "{}", [`Origin: https://${target.host}`]),
    refused,
  ],
  ["a call the browser says is cross-site", asPage("Sec-Fetch-Site: cross-site"), refused],
  ["a call by another local server's page", asPage("Sec-Fetch-Site: same-site"), refused],
  [
    "the news for another local server's page",
    get("/api/news", ({ host, cookie }) => [`Host: ${host}`, `Cookie: ${cookie}`, "Sec-Fetch-Site: same-site"]),
    refused,
  ],
  [
    "a form on another page",
    (target) => call(target, "undo", "{}", []).replace("application/json", "text/plain"),
    /^HTTP\/1.1 415/,
  ],
  [
    "an encoded form",
    (target) => call(target, "undo", "{}", []).replace("application/json", "application/x-www-form-urlencoded"),
    /^HTTP\/1.1 415/,
  ],
  [
    "asking leave for another origin",
    (target) =>
      request("OPTIONS /api/state", [
        `Host: ${target.host}`,
        "Origin: https://evil.example",
        "Access-Control-Request-Method: POST",
      ]),
    refused,
  ],
  ["asking leave with the cookie", withMethod("OPTIONS", "/api/state"), /^HTTP\/1.1 405/],
  // Other programs and users of the machine.
  ["no cookie", withCookie(() => "a=b"), refused],
  ["an empty cookie", withCookie(({ cookie }) => cookie.replace(/=.*/, "=")), refused],
  ["a guessed cookie", withCookie(({ cookie }) => cookie.replace(/=.*/, `=${"A".repeat(43)}`)), refused],
  ["the beginning of the cookie", withCookie(({ cookie }) => cookie.slice(0, -1)), refused],
  ["the cookie of another port", withCookie(({ cookie }) => cookie.replace(/-\d+/, "-1")), refused],
  ["the printed key as cookie", withCookie(({ cookie, token }) => cookie.replace(/=.*/, `=${token}`)), refused],
  [
    "the cookie as printed key",
    (target) => request(`GET /?token=${target.cookie.split("=")[1]}`, [`Host: ${target.host}`]),
    refused,
  ],
  ["an empty key", get("/?token=", ({ host }) => [`Host: ${host}`]), refused],
  [
    "the key on another path",
    (target) => request(`GET /assets/a.js?token=${target.token}`, [`Host: ${target.host}`]),
    refused,
  ],
  [
    "the key on a call",
    (target) =>
      request(
        `POST /api/state?token=${target.token}`,
        [`Host: ${target.host}`, "Content-Type: application/json", "Content-Length: 2"],
        "{}",
      ),
    refused,
  ],
  [
    "the key as authorization",
    get("/", ({ host, token }) => [`Host: ${host}`, `Authorization: Bearer ${token}`]),
    refused,
  ],
  // Files outside the page.
  ["up with dots", visit("/../secret.js"), absent],
  ["up with encoded dots", visit("/%2e%2e/secret.js"), absent],
  ["up with encoded slashes", visit("/..%2fsecret.js"), absent],
  ["up with backslashes", visit("/..%5csecret.js"), absent],
  ["up with overlong dots", visit("/%c0%ae%c0%ae/secret.js"), absent],
  ["up from a folder", visit("/assets/../../secret.js"), absent],
  ["a file of the system", visit("//etc/passwd"), absent],
  ["the end of a name cut by a zero", visit("/../secret.js%00.html"), absent],
  ["a list of a folder", visit("/assets/"), absent],
  ["a file of another kind", visit("/assets/a.js.map"), absent],
  ["a broken escape", visit("/%"), absent],
  ["a very long path", visit(`/${"a".repeat(9000)}`), absent],
  ["a header smuggled through the path", visit("/%0d%0aSet-Cookie:%20a=b"), absent],
  // What is no request, or two.
  ["noise", () => Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)), malformed],
  ["the start of TLS", () => Buffer.from("16030100c8010000c403032f2f", "hex"), malformed],
  ["the start of HTTP/2", () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", /^(HTTP\/1.1 (400|505)|$)/],
  [
    "one enormous header",
    get("/", ({ host }) => [`Host: ${host}`, `X-A: ${"a".repeat(100_000)}`]),
    /^(HTTP\/1.1 431|$)/,
  ],
  [
    "thousands of headers",
    get("/", ({ host }) => [`Host: ${host}`, ...Array.from({ length: 5000 }, (_, i) => `X-${i}: 1`)]),
    /^(HTTP\/1.1 431|$)/,
  ],
  ["a header over two lines", get("/", ({ host }) => [`Host: ${host}`, "X-A: a", " b"]), malformed],
  ["a length and chunks", (target) => call(target, "undo", "{}", ["Transfer-Encoding: chunked"]), malformed],
  ["two lengths", (target) => call(target, "undo", "{}", ["Content-Length: 5"]), malformed],
  [
    "a length below nothing",
    (target) => call(target, "undo", "{}").replace(/Content-Length: 2/, "Content-Length: -2"),
    malformed,
  ],
  [
    "a body without a length",
    (target) =>
      `${call(target, "undo", "").replace(/Content-Length: 0/, "Transfer-Encoding: chunked")}2\r\n{}\r\n0\r\n\r\n`,
    /^HTTP\/1.1 411/,
  ],
  [
    "a length of ten gigabytes",
    (target) => call(target, "undo", "{}").replace(/Content-Length: 2/, "Content-Length: 10000000000"),
    /^HTTP\/1.1 413/,
  ],
  [
    "a stranger's length of ten gigabytes",
    ({ host }) =>
      request(
        "POST /api/undo",
        [`Host: ${host}`, "Content-Type: application/json", "Content-Length: 10000000000"],
        "{}",
      ),
    refused,
  ],
  ["a tunnel", withMethod("CONNECT", "evil.example:443"), /^(HTTP\/1.1 4|$)/],
  ["a trace", withMethod("TRACE"), /^HTTP\/1.1 40/],
  ["a file put", withMethod("PUT", "/assets/a.js"), /^HTTP\/1.1 405/],
  ["a file deleted", withMethod("DELETE", "/assets/a.js"), /^HTTP\/1.1 405/],
  ["the head of the news", withMethod("HEAD", "/api/news"), /^HTTP\/1.1 405/],
  [
    "a web socket",
    get("/api/state", ({ host, cookie }) => [
      `Host: ${host}`,
      `Cookie: ${cookie}`,
      "Upgrade: websocket",
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
      "Sec-WebSocket-Version: 13",
    ]),
    /^(HTTP\/1.1 40[0-9]|$)/,
  ],
  // Calls that do not say what they should.
  ["no JSON", body("state", "{"), invalid],
  ["nothing", body("state", ""), invalid],
  ["bytes that are no text", body("state", "\u00ff\u0000"), invalid],
  ["a hundred thousand brackets", body("state", "[".repeat(90_000) + "]".repeat(90_000)), invalid],
  ["a foreign prototype", body("state", '{"__proto__":{"admin":true}}'), invalid],
  ["a constructor", body("state", '{"constructor":{"prototype":{"admin":true}}}'), invalid],
  ["a call named as a prototype", body("__proto__", "{}"), invalid],
  ["a call named as a constructor", body("constructor", "{}"), invalid],
  ["a function that is no call", body("close", "{}"), invalid],
  ["a call with a path", body("..%2fstate", "{}"), invalid],
  ["arguments nobody asked for", body("undo", '{"force":true}'), invalid],
  ["a number beyond all numbers", body("history", '{"limit":1e999}'), invalid],
  ["bytes that are none", body("importPaper", '{"name":"a.md","bytes":{"$bytes":{}}}'), invalid],
  ["a paper under a path", body("content", '{"paper":"../../etc/passwd"}'), invalid],
  ["a backup under a path", body("restore", '{"backup":"../../library.json"}'), absent],
  [
    "an edit of the wrong form",
    body("commit", '{"label":"x","edits":[{"table":"issues","from":null,"to":{"id":"x"}}]}'),
    invalid,
  ],
];

describe("an attack by", () => {
  test.each(attacks)("%s", async (_name, make, expected) => {
    const target = await newTarget(limits);
    const told = await send(target.port, make(target));
    expect(told.slice(0, 400)).toMatch(expected);
    if (told.startsWith("HTTP/1.1 403")) expect(told).toMatch(/content-security-policy: default-src 'none'/i);
    await unharmed(target, told);
  });
});
