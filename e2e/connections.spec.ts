import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { connectionsIn, isHere, watching } from "./connections/watch.ts";

/** Attempts to leave this machine; 192.0.2.0/24 belongs to nobody (RFC 5737), and `.invalid` to nobody (RFC 2606). */
const attempts: readonly (readonly [string, string])[] = [
  ["connect", `require("net").connect(9, "192.0.2.1").on("error", () => {})`],
  ["connect", `require("net").connect({ host: "192.0.2.1", port: 9 }).on("error", () => {})`],
  ["connect", `require("http").get("http://192.0.2.1/").on("error", () => {})`],
  ["connect", `require("tls").connect(443, "192.0.2.1").on("error", () => {})`],
  ["connect", `fetch("http://192.0.2.1/").catch(() => {})`],
  ["connect", `new WebSocket("ws://192.0.2.1/")`],
  ["lookup", `require("dns").lookup("a.invalid", () => {})`],
  ["lookup", `require("dns").promises.resolve4("a.invalid").catch(() => {})`],
  ["datagram", `require("dgram").createSocket("udp4").send("x", 9, "192.0.2.1")`],
  [
    "connect",
    `require("child_process").execFileSync(process.execPath, ["-e", 'require("net").connect(9, "192.0.2.1").on("error", () => {}); setTimeout(() => process.exit(), 50)'])`,
  ],
  [
    "connect",
    `new (require("worker_threads").Worker)('require("net").connect(9, "192.0.2.1").on("error", () => {})', { eval: true })`,
  ],
];

test("the recorder hears every way out", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "stancemark-out-"));
  for (const [index, [by, code]] of attempts.entries()) {
    const file = path.join(folder, `${index}.jsonl`);
    // The attempt has as long as it needs to be heard: a busy machine takes its time to start a worker.
    const heard = `require("fs").readFileSync(${JSON.stringify(file)}, "utf8").includes('"by":"${by}"')`;
    const wait = `setInterval(() => { try { if (${heard}) process.exit(); } catch {} }, 50); setTimeout(() => process.exit(), 20_000)`;
    const script = `${code}; ${wait}`;
    execFileSync(process.execPath, ["-e", script], { env: { ...process.env, ...watching(file) }, stdio: "ignore" });
    expect(await readFile(file, "utf8"), code).not.toBe("");
    const away = connectionsIn(file).filter(({ to }) => !isHere(to));
    expect(
      away.map((connection) => connection.by),
      code,
    ).toContain(by);
  }
  await rm(folder, { recursive: true });
});

test("what is here and what is not", () => {
  for (const to of [
    "127.0.0.1:80",
    "127.9.9.9:1",
    "[::1]:80",
    "::1",
    "localhost",
    "localhost:3",
    "/tmp/a.sock",
    "",
    "http://127.0.0.1:4/a",
    "http://localhost:4/",
    "blob:http://127.0.0.1/1",
    "data:text/css,",
    "stancemark-app://app/index.html",
    "[::ffff:127.0.0.1]:1",
  ])
    expect([to, isHere(to)]).toEqual([to, true]);
  for (const to of [
    "192.0.2.1:80",
    "a.invalid",
    "127.0.0.1.example.org",
    "127.example:1",
    "http://example.org/",
    "wss://[2001:db8::1]/",
    "2001:db8::1",
    "0.0.0.0:1",
    "localhost.example.org:80",
  ])
    expect([to, isHere(to)]).toEqual([to, false]);
});
