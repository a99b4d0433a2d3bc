import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import {
  type Attack,
  absent,
  asHost,
  asPage,
  bearer,
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
  withHeaders,
  withMethod,
} from "./attack.cases.ts";
import { entry, newTarget, request, send } from "./raw.cases.ts";

watchForCrashes();

const attacks: readonly Attack[] = [
  // A foreign name made to point at this machine (DNS rebinding).
  ["a foreign host", asHost(() => "evil.example"), refused],
  ["a foreign host with our port", asHost(({ port }) => `evil.example:${port}`), refused],
  ["our host as a part of a name", asHost(({ host }) => `${host}.evil.example`), strange],
  ["our host behind a user name", asHost(({ host }) => `evil@${host}`), strange],
  ["our name with a dot", asHost(({ port }) => `localhost.:${port}`), strange],
  ["no host", get("/", ({ key }) => [bearer(key)]), malformed],
  ["no host in HTTP/1.0", ({ key }) => `GET / HTTP/1.0\r\n${bearer(key)}\r\n\r\n`, /^HTTP\/1.1 40[03]/],
  ["two hosts, ours first", get("/", ({ host, key }) => [`Host: ${host}`, "Host: evil.example", bearer(key)]), refused],
  ["two hosts, ours last", get("/", ({ host, key }) => ["Host: evil.example", `Host: ${host}`, bearer(key)]), refused],
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
    get("/api/news", ({ host, key }) => [`Host: ${host}`, bearer(key), "Sec-Fetch-Site: same-site"]),
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
  ["asking leave with the key", withMethod("OPTIONS", "/api/state"), /^HTTP\/1.1 405/],
  // Other programs and users of the machine.
  ["no key", withHeaders(() => "X-A: b"), refused],
  ["an empty header", withHeaders(() => "Authorization:"), refused],
  ["an empty key", withHeaders(() => "Authorization: Bearer "), refused],
  ["a guessed key", withHeaders(() => bearer("A".repeat(43))), refused],
  ["the beginning of the key", withHeaders(({ key }) => bearer(key.slice(0, -1))), refused],
  ["the key and a letter more", withHeaders(({ key }) => bearer(`${key}A`)), refused],
  ["the key in other letters", withHeaders(({ key }) => bearer(otherCase(key))), refused],
  ["the key after another key", withHeaders(({ key }) => bearer(`AAAA ${key}`)), refused],
  [
    "two keys, ours first",
    withHeaders(
      ({ key }) => bearer(key),
      () => bearer("AAAA"),
    ),
    refused,
  ],
  [
    "two keys, ours last",
    withHeaders(
      () => bearer("AAAA"),
      ({ key }) => bearer(key),
    ),
    refused,
  ],
  [
    "the key twice",
    withHeaders(
      ({ key }) => bearer(key),
      ({ key }) => bearer(key),
    ),
    refused,
  ],
  ["the key under another scheme", withHeaders(({ key }) => `Authorization: Basic ${key}`), refused],
  [
    "the key as a password",
    withHeaders(({ key }) => `Authorization: Basic ${Buffer.from(`:${key}`).toString("base64")}`),
    refused,
  ],
  ["the key as a proxy's", withHeaders(({ key }) => `Proxy-Authorization: Bearer ${key}`), refused],
  ["the key as a cookie", withHeaders(({ key }) => `Cookie: key=${key}`), refused],
  [
    "the key as the cookie of older versions",
    withHeaders(({ key, port }) => `Cookie: stancemark-${port}=${key}`),
    refused,
  ],
  [
    "the key in the address",
    (target) => withHeaders(() => "X-A: b")(target).replace("/api/state", `/api/state?key=${target.key}`),
    refused,
  ],
  ["an address's key on a call", withHeaders(({ token }) => bearer(token)), refused],
  [
    "an address's key in the address of a call",
    (target) => withHeaders(() => "X-A: b")(target).replace("/api/state", `/api/state?token=${target.token}`),
    refused,
  ],
  ["the window's key to enter", ({ host, key }) => entry(host, key), refused],
  ["entering without a key", ({ host }) => entry(host, ""), refused],
  ["entering with a guess", ({ host }) => entry(host, "A".repeat(43)), refused],
  [
    "entering with the key in the address",
    ({ host, token }) => request(`POST /api/enter?token=${token}`, [`Host: ${host}`, "Content-Length: 0"]),
    refused,
  ],
  [
    "entering with the key in the body",
    ({ host, token }) =>
      request(
        "POST /api/enter",
        [`Host: ${host}`, "Content-Type: application/json", `Content-Length: ${token.length + 12}`],
        `{"token":"${token}"}`,
      ),
    refused,
  ],
  [
    "entering by another site's page",
    ({ host, token }) => entry(host, token, ["Origin: https://evil.example"]),
    refused,
  ],
  [
    "entering by another local server's page",
    ({ host, token }) => entry(host, token, ["Sec-Fetch-Site: same-site"]),
    refused,
  ],
  ["entering under a foreign host", ({ token }) => entry("evil.example", token), refused],
  [
    "entering by following a link",
    ({ host, token }) => request("GET /api/enter", [`Host: ${host}`, bearer(token)]),
    refused,
  ],
  ["the news without a key", get("/api/news", ({ host }) => [`Host: ${host}`]), refused],
  ["the news with an address's key", get("/api/news", ({ host, token }) => [`Host: ${host}`, bearer(token)]), refused],
  [
    "the news with the key in the address",
    ({ host, key }) => request(`GET /api/news?key=${key}`, [`Host: ${host}`]),
    refused,
  ],
  [
    "a call that does not exist, without a key",
    (target) => withHeaders(() => "X-A: b")(target).replace("state", "nothing"),
    refused,
  ],
  ["a call by GET, without a key", get("/api/state", ({ host }) => [`Host: ${host}`]), refused],
  ["the page with an address that is not ours", get("/?token=AAAA", ({ host }) => [`Host: ${host}`]), refused],
  [
    "the page in a frame of another page",
    get("/", ({ host }) => [`Host: ${host}`, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: iframe"]),
    refused,
  ],
  [
    "a script of the page on another page",
    get("/assets/a.js", ({ host }) => [`Host: ${host}`, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: script"]),
    refused,
  ],
  [
    "a script of the page on another local server's",
    get("/assets/a.js", ({ host }) => [`Host: ${host}`, "Sec-Fetch-Site: same-site"]),
    refused,
  ],
  ["the name that may mean another program's address", asHost(({ port }) => `localhost:${port}`), refused],
  ["another address of the loopback interface", asHost(({ port }) => `127.0.0.2:${port}`), refused],
  ["our address in other digits", asHost(({ port }) => `127.1:${port}`), refused],
  ["our address as one number", asHost(({ port }) => `2130706433:${port}`), refused],
  ["our address in IPv6", asHost(({ port }) => `[::ffff:127.0.0.1]:${port}`), strange],
  ["our address without the port", asHost(() => "127.0.0.1"), refused],
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
    get("/api/state", ({ host, key }) => [
      `Host: ${host}`,
      bearer(key),
      "Upgrade: websocket",
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
      "Sec-WebSocket-Version: 13",
    ]),
    /^(HTTP\/1.1 40[0-9]|$)/,
  ],
  [
    "a space before the colon of a length",
    (target) => call(target, "undo", "{}").replace("Content-Length:", "Content-Length :"),
    malformed,
  ],
  [
    "an encoding nobody knows, and a length",
    (target) => call(target, "undo", "{}", ["Transfer-Encoding: xchunked"]),
    malformed,
  ],
  [
    "chunks of no number",
    (target) =>
      `${call(target, "undo", "").replace(/Content-Length: 0/, "Transfer-Encoding: chunked")}xyz\r\n{}\r\n0\r\n\r\n`,
    /^HTTP\/1.1 4(00|11)/,
  ],
  ["a zero in a header", get("/", ({ host }) => [`Host: ${host}`, "X-A: a\0b"]), malformed],
  ["a line end alone in a header", get("/", ({ host }) => [`Host: ${host}`, "X-A: a\rX-B: b"]), malformed],
  ["a request of the first days", () => "GET /\r\n\r\n", malformed],
  ["a version that does not exist", ({ host }) => `GET / HTTP/9.9\r\nHost: ${host}\r\n\r\n`, malformed],
  ["a method in small letters", withMethod("get"), malformed],
  ["a body pushed to the page", (target) => call(target, "x", "{}").replace("/api/x", "/"), absent],
  ["a body pushed to a file", (target) => call(target, "x", "{}").replace("/api/x", "/assets/a.js"), absent],
  ["a call by GET", visit("/api/state"), absent],
  ["a call below a call", (target) => call(target, "state/more", "{}"), absent],
  // Calls that do not say what they should.
  [
    "a form with a JSON type and more",
    (target) => call(target, "undo", "{}").replace("application/json", "application/json; text/plain"),
    /^HTTP\/1.1 415/,
  ],
  ["a packed body", (target) => call(target, "state", "\u001f\u008b\b", ["Content-Encoding: gzip"]), invalid],
  ["a text in UTF-16", body("state", "{\0}\0"), invalid],
  ["an argument in place of all", body("state", "[]"), invalid],
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

function otherCase(key: string): string {
  return key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase();
}

test("the table of attacks is as long as the documentation says", async () => {
  const page = await readFile(new URL("../../../docs/security.md", import.meta.url), "utf8");
  expect(page).toContain(`a table of ${attacks.length} attacks`);
  expect(new Set(attacks.map(([name]) => name)).size).toBe(attacks.length);
});

describe("an attack by", () => {
  test.each(attacks)("%s", async (_name, make, expected) => {
    const target = await newTarget(limits);
    const response = await send(target.port, make(target));
    expect(response.slice(0, 400)).toMatch(expected);
    if (response.startsWith("HTTP/1.1 403")) expect(response).toMatch(/content-security-policy: default-src 'none'/i);
    await unharmed(target, response);
  });
});
