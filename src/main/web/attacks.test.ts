import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { encode } from "../../shared/wire.ts";
import { newIssue } from "../services/fixture.cases.ts";
import { newTarget, open, request, send, type Target } from "./raw.cases.ts";
import { startServer } from "./server.ts";

/** Small, so that what a patient attacker does in an hour fits into a second. */
const limits = {
  headerTime: 400,
  requestTime: 800,
  idleTime: 300,
  connections: 60,
  body: 200_000,
  bodies: 400_000,
  listeners: 4,
  backlog: 50,
  refusals: { burst: 100_000, perSecond: 1 },
  calls: { burst: 100_000, perSecond: 1 },
};

const crashes: unknown[] = [];
beforeAll(() => {
  const note = (error: unknown): void => void crashes.push(error);
  process.on("unhandledRejection", note).on("uncaughtException", note);
  return () => void process.off("unhandledRejection", note).off("uncaughtException", note);
});
afterEach(() => expect(crashes).toEqual([]));

/** Nothing was told or altered, and the window that belongs here goes on. */
async function unharmed(target: Target, told: string): Promise<void> {
  expect(told).not.toContain("SECRET");
  expect(told).not.toContain("access-control-allow");
  expect(told).not.toContain(target.token);
  expect(told).not.toContain(target.cookie.split("=")[1]);
  expect(told).not.toMatch(/\bat .*\.[jt]s:\d+/);
  const { library } = await target.workbench.state({});
  expect(Object.keys({ ...library.issues, ...library.papers })).toEqual([]);
  await expect
    .poll(() => send(target.port, call(target, "state", "{}")), { timeout: 20_000 })
    .toMatch(/^HTTP\/1.1 200/);
}

function call({ host, cookie }: Target, name: string, body: string, more: readonly string[] = []): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return request(
    `POST /api/${name}`,
    [`Host: ${host}`, `Cookie: ${cookie}`, "Content-Type: application/json", length, ...more],
    body,
  );
}

/** What is sent, and how the answer begins: a status, or nothing at all. */
type Attack = readonly [string, (target: Target) => string | Uint8Array, RegExp];

const get = (name: string, headers: (target: Target) => readonly string[]) => (target: Target) =>
  request(`GET ${name}`, headers(target));
const visit = (name: string) => get(name, ({ host, cookie }) => [`Host: ${host}`, `Cookie: ${cookie}`]);
const asHost = (host: (target: Target) => string) =>
  get("/", (target) => [`Host: ${host(target)}`, `Cookie: ${target.cookie}`]);
const asPage =
  (...headers: string[]) =>
  (target: Target) =>
    call(target, "state", "{}", headers);
const withCookie = (cookie: (target: Target) => string) =>
  get("/", (target) => [`Host: ${target.host}`, `Cookie: ${cookie(target)}`]);
const body = (name: string, text: string) => (target: Target) => call(target, name, text);
const withMethod =
  (method: string, name = "/") =>
  (target: Target) =>
    request(`${method} ${name}`, [`Host: ${target.host}`, `Cookie: ${target.cookie}`]);

const refused = /^HTTP\/1.1 403/;
const absent = /^HTTP\/1.1 404/;
const invalid = /^HTTP\/1.1 400/;
/** Refused by us, or by the server before us. */
const strange = /^HTTP\/1.1 40[03]/;
const malformed = /^(HTTP\/1.1 400|$)/;

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

test("a second request behind the first is judged by its own headers", async () => {
  const target = await newTarget(limits);
  const first = visit("/")(target).replace("Connection: close", "Connection: keep-alive");
  const told = await send(target.port, first + request("GET /assets/a.js", [`Host: ${target.host}`]));
  expect(told.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 403"]);
  await unharmed(target, told);
});

test("a key that lets in once does so once", async () => {
  const target = await newTarget(limits);
  const { pathname, search } = new URL(target.server.once());
  const enter = (): Promise<string> => send(target.port, request(`GET ${pathname}${search}`, [`Host: ${target.host}`]));
  expect(await enter()).toMatch(/^HTTP\/1.1 302/);
  expect(await enter()).toMatch(refused);
});

test("keys and cookie are 256 random bits, other ones in each run", async () => {
  const [one, two] = [await newTarget(limits), await newTarget(limits)];
  const all = [one, two].flatMap(({ token, cookie, server }) => [
    token,
    cookie.split("=")[1] ?? "",
    new URL(server.once()).searchParams.get("token") ?? "",
  ]);
  expect(new Set(all).size).toBe(6);
  for (const key of all) expect(Buffer.from(key, "base64url")).toHaveLength(32);
  const told = await send(
    two.port,
    request("GET /", [`Host: ${two.host}`, `Cookie: stancemark-${two.port}=${one.cookie.split("=")[1]}`]),
  );
  expect(told).toMatch(refused);
});

test("guessing is slowed down, and the reader is not", async () => {
  const target = await newTarget({ ...limits, refusals: { burst: 20, perSecond: 1 } });
  const guess = (index: number): Promise<string> =>
    send(target.port, request(`GET /?token=${index}`, [`Host: ${target.host}`]));
  const told = [];
  for (let index = 0; index < 60; index++) told.push((await guess(index)).slice(9, 12));
  expect(told.slice(0, 20)).toEqual(Array(20).fill("403"));
  expect(told.filter((status) => status === "429").length).toBeGreaterThan(30);
  await unharmed(target, "");
});

test("headers that come a letter at a time, and bodies too, are cut off", async () => {
  const target = await newTarget(limits);
  for (const start of [
    "",
    call(target, "undo", `{${" ".repeat(1000)}}`)
      .split("\r\n\r\n")[0]
      ?.concat("\r\n\r\n") ?? "",
  ]) {
    const socket = open(target.port);
    const drip = setInterval(() => socket.write("a"), 50);
    onTestFinished(() => clearInterval(drip));
    socket.write(start);
    socket.resume();
    await new Promise((resolve) => socket.on("close", resolve));
    clearInterval(drip);
  }
  await unharmed(target, "");
});

test("connections that say nothing are closed, and more than the limit do not keep the reader out", async () => {
  const target = await newTarget(limits);
  const silent = Array.from({ length: 200 }, () => open(target.port).resume());
  const closed = silent.map((socket) => new Promise((resolve) => socket.on("close", resolve)));
  await unharmed(target, "");
  await Promise.all(closed);
});

test("a thousand requests at once, with and without the cookie", async () => {
  const target = await newTarget({ ...limits, connections: 2000 });
  const all = Array.from({ length: 1000 }, (_, index) =>
    send(target.port, index % 2 === 0 ? call(target, "state", "{}") : visit("/")({ ...target, cookie: "a=b" })),
  );
  const told = await Promise.all(all);
  const statuses = new Set(told.map((text) => text.slice(9, 12)));
  expect([...statuses].filter((status) => status !== "503").sort()).toEqual(["200", "403"]);
  await unharmed(target, "");
});

test("large bodies are taken up to a limit together", async () => {
  const target = await newTarget(limits);
  const head = call(target, "state", "{}").replace("Content-Length: 2", "Content-Length: 150000");
  const sockets = [open(target.port), open(target.port)];
  for (const socket of sockets) socket.resume().write(head);
  await expect.poll(() => send(target.port, head, { enough: (text) => text !== "" })).toMatch(/^HTTP\/1.1 503/);
  for (const socket of sockets) socket.destroy();
  await unharmed(target, "");
});

test("windows beyond the limit hear no news, and a place is free again when one closes", async () => {
  const target = await newTarget(limits);
  const listen = () => {
    const socket = open(target.port);
    let text = "";
    socket.setEncoding("latin1").on("data", (part: string) => {
      text += part;
    });
    socket.write(visit("/api/news")(target));
    return { socket, status: () => text.slice(9, 12) };
  };
  const four = Array.from({ length: 4 }, listen);
  for (const one of four) await expect.poll(one.status).toBe("200");
  const fifth = listen();
  await expect.poll(fifth.status).toBe("503");
  four[0]?.socket.destroy();
  await expect
    .poll(async () => {
      const again = listen();
      await expect.poll(again.status).not.toBe("");
      return again.status();
    })
    .toBe("200");
});

test("a window that never reads is let go, and the others hear on", async () => {
  const target = await newTarget(limits);
  const deaf = open(target.port);
  deaf.pause().write(visit("/api/news")(target));
  const gone = new Promise((resolve) => deaf.on("close", resolve));
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (let index = 0; index < 300; index++) {
    const issue = newIssue(`Issue ${index}`);
    const long = issue.to && { ...issue.to, definition: "x".repeat(20_000) };
    await target.workbench.commit({ label: "Add", edits: [{ ...issue, to: long }] });
  }
  deaf.resume();
  await gone;
  expect(await send(target.port, call(target, "state", "{}"))).toMatch(/^HTTP\/1.1 200/);
});

test("a caller who goes away in the middle of a call harms nobody", async () => {
  const target = await newTarget(limits);
  const text = call(target, "importPaper", encode({ name: "a.md", bytes: new Uint8Array(50_000) }));
  for (const length of [10, 200, text.length - 10, text.length]) {
    const socket = open(target.port);
    await new Promise((resolve) => socket.write(text.slice(0, length), resolve));
    socket.destroy();
  }
  await unharmed(target, "");
});

test.each(["0.0.0.0", "::", "0:0:0:0:0:0:0:0", "example.org", "", "127.0.0.1; rm"])(
  "no server listens at %j",
  async (address) => {
    const { workbench } = await newTarget(limits);
    await expect(startServer({ workbench, port: 0, staticFolder: ".", address })).rejects.toThrow("not one address");
  },
);

test("a server listens on the loopback interface and nowhere else", async () => {
  const target = await newTarget(limits);
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of others) {
    const socket = connect(target.port, address);
    expect(
      await new Promise((resolve) => socket.on("connect", () => resolve("open")).on("error", () => resolve("shut"))),
    ).toBe("shut");
  }
  expect(target.host).toBe(`127.0.0.1:${target.port}`);
});
