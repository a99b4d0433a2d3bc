import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { contentPolicy } from "../../shared/contract/policy.ts";
import { decode, encode, valueIn } from "../../shared/contract/wire.ts";
import { type Calls, methods, type News, type Workbench } from "../../shared/contract/workbench.ts";
import { resourcesFolder } from "../services/files/resources.ts";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { workbenchSuite } from "../services/workbench.suite.ts";
import { openWorkbench } from "../services/workbench.ts";
import { startServer } from "./server.ts";

type Visit = { method?: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** A new library served by the web host, with a page in its folder and a secret beside it. */
async function host(): Promise<{ origin: string; url: string; authorization: string }> {
  const folder = await temporaryFolder();
  const staticFolder = path.join(folder, "renderer");
  await mkdir(path.join(staticFolder, "assets"), { recursive: true });
  await writeFile(path.join(staticFolder, "index.html"), "<!doctype html><title>Page</title>");
  await writeFile(path.join(staticFolder, "assets", "a.js"), "1;");
  await writeFile(path.join(folder, "secret.js"), "secret");
  const workbench = await openWorkbench({
    folder: path.join(folder, "library"),
    program: "a test",
    coder: "Tester",
    resources: resourcesFolder(),
  });
  const server = await startServer({ workbench, port: 0, staticFolder });
  onTestFinished(async () => {
    await server.close();
    await workbench.close();
  });
  const url = server.newAddress();
  const { origin } = new URL(url);
  const { key } = (await enter(server.newAddress())).value;
  return { origin, url, authorization: `Bearer ${key}` };
}

type Entered = { ok: boolean; value: { key: string } };

/** What a window does with an address. */
async function enter(url: string): Promise<Entered> {
  const { origin, searchParams } = new URL(url);
  const headers = { authorization: `Bearer ${searchParams.get("token")}` };
  return JSON.parse((await visit(`${origin}/api/enter`, { method: "POST", headers })).text);
}

/** One request with exactly these headers and this path: `fetch` would not send a foreign Host, nor `..`. */
function visit(address: string, { method = "GET", headers = {}, body }: Visit): Promise<Answer> {
  const [, hostname, port, name] = /^http:\/\/([^:]+):(\d+)(.*)$/.exec(address) ?? [];
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: name || "/", method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on("error", reject).end(body);
  });
}

/** The workbench as a page sees it: a call waits until the news asked for before it can arrive. */
async function overHttp(): Promise<Workbench> {
  const { origin, authorization } = await host();
  let listening: Promise<unknown> = Promise.resolve();
  const call = async (name: string, args: unknown): Promise<unknown> => {
    await listening;
    const headers = { "content-type": "application/json", authorization, origin };
    const response = await fetch(`${origin}/api/${name}`, { method: "POST", headers, body: encode(args) });
    return valueIn(decode(await response.text()));
  };
  const calls = Object.fromEntries(methods.map((name) => [name, (args: unknown) => call(name, args)]));
  const subscribe = (listener: (news: News) => void): (() => void) => {
    const stop = new AbortController();
    const ready = Promise.withResolvers<void>();
    listening = ready.promise;
    const read = async (): Promise<void> => {
      const response = await fetch(`${origin}/api/news`, { headers: { authorization }, signal: stop.signal });
      let text = "";
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const events = (text + part).split("\n\n");
        text = events.pop() ?? "";
        for (const event of events) {
          if (event.startsWith("event: ready")) ready.resolve();
          else listener(decode(event.replace(/^data: /gm, "")) as News);
        }
      }
    };
    read().catch(() => ready.resolve());
    return () => stop.abort();
  };
  return { ...(calls as unknown as Calls), subscribe };
}

describe("the workbench over HTTP", () => {
  workbenchSuite(overHttp);
});

test("the printed address is exchanged for a key once, and the page is sent to anybody without anything of the library", async () => {
  const { url, origin } = await host();
  const page = await visit(`${origin}/`, {});
  expect(page).toMatchObject({
    status: 200,
    text: expect.stringContaining("Page"),
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentPolicy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
  expect(page.headers["set-cookie"]).toBeUndefined();
  const entered = await enter(url);
  expect(entered.value.key).toMatch(/^[\w-]{43}$/);
  expect(await enter(url)).toMatchObject({ ok: false, error: { code: "refused", reason: { key: "web.usedAddress" } } });
});

test("strangers are refused before anything is read, at every door", async () => {
  const { origin, authorization } = await host();
  const json = { "content-type": "application/json" };
  for (const headers of [
    {},
    { authorization: "Bearer guess" },
    { authorization, host: "evil.example" },
    { authorization, origin: "https://evil.example" },
    { authorization, origin: "null" },
  ] as Record<string, string>[])
    for (const [method, name] of [
      ["GET", "/api/news"],
      ["POST", "/api/enter"],
      ["POST", "/api/state"],
    ] as const) {
      const answer = await visit(`${origin}${name}`, {
        method,
        headers: { ...json, ...headers },
        body: method === "POST" ? "{}" : "",
      });
      expect(answer.status, `${method} ${name} ${JSON.stringify(headers)}`).toBe(403);
    }
});

test("only calls of the contract, as JSON, of the right form", async () => {
  const { origin, authorization } = await host();
  const json = { authorization, "content-type": "application/json" };
  const post = (name: string, headers: Record<string, string>, body: string): Promise<Answer> =>
    visit(`${origin}/api/${name}`, { method: "POST", headers, body });
  expect((await post("state", json, "{}")).status).toBe(200);
  expect((await post("state", { ...json, "content-type": "text/plain" }, "{}")).status).toBe(415);
  for (const [name, body] of [
    ["close", "{}"],
    ["constructor", "{}"],
    ["subscribe", "{}"],
    ["undo", '{"more":1}'],
    ["state", "{"],
    ["state", "null"],
  ] as const) {
    const answer = await post(name, json, body);
    expect([answer.status, answer.text], `${name} ${body}`).toEqual([400, expect.stringContaining('"code":"invalid"')]);
  }
});

test("files of the page are served and nothing beside them", async () => {
  const { origin, authorization } = await host();
  const get = async (name: string): Promise<number> =>
    (await visit(`${origin}${name}`, { headers: { authorization } })).status;
  expect(await get("/assets/a.js")).toBe(200);
  for (const name of [
    "/../secret.js",
    "/..%2Fsecret.js",
    "/%2e%2e/secret.js",
    "/assets/../../secret.js",
    "/none.js",
    "/assets",
    "/%",
  ])
    expect(await get(name), name).toBe(404);
});
