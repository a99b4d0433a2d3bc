import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import { callWorkbench } from "../../shared/call.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import { contentPolicy } from "../../shared/policy.ts";
import { decode, encode, type Reply, replyOf } from "../../shared/wire.ts";
import type { Workbench } from "../../shared/workbench.ts";
import { pageFile } from "../services/page-files.ts";
import { refusal } from "./guard.ts";

export type WebHost = Readonly<{ url: string; close: () => Promise<void> }>;

/** The largest request: a source of about 380 MB in base64. */
const largestBody = 512 * 1024 * 1024;

/** The workbench on the loopback interface: the renderer's files, one POST per call, news as server-sent events. `port` 0 takes a free one. */
export async function startServer(options: {
  workbench: Workbench;
  port: number;
  staticFolder: string;
}): Promise<WebHost> {
  const token = randomBytes(32).toString("base64url");
  const app = new Hono();
  const expected = { port: 0, token };
  const cookie = (): string => `stancemark-${expected.port}`;
  app.use(secureHeaders({ referrerPolicy: "no-referrer", xFrameOptions: "DENY" }));
  app.use(async (context, next) => {
    context.header("Content-Security-Policy", contentPolicy);
    context.header("Cache-Control", "no-store");
    const given = context.req.query("token") ?? getCookie(context, cookie());
    const reason = refusal(
      { host: context.req.header("host"), origin: context.req.header("origin"), token: given },
      expected,
    );
    return reason === null ? next() : refuse(context, reason);
  });
  app.get("/", async (context) => {
    if (context.req.query("token") === undefined) return sendFile(context, options.staticFolder, "/index.html");
    // The token leaves the address at once, so that it stays out of history, screenshots and referrers.
    setCookie(context, cookie(), token, { httpOnly: true, sameSite: "Strict", path: "/" });
    return context.redirect("/");
  });
  app.get("/api/news", (context) => news(context, options.workbench));
  app.post("/api/:method", bodyLimit({ maxSize: largestBody }), async (context) => {
    if (context.req.header("content-type") !== "application/json") return context.body("Calls are JSON.", 415);
    const body = await context.req.text();
    const reply = await replyOf(async () =>
      callWorkbench(options.workbench, context.req.param("method"), dataIn(body)),
    );
    return context.body(encode(reply), statusOf(reply), { "Content-Type": "application/json" });
  });
  app.get("/*", (context) => sendFile(context, options.staticFolder, context.req.path));
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: options.port });
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  expected.port = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${expected.port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function dataIn(body: string): unknown {
  try {
    return decode(body);
  } catch {
    throw new WorkbenchError("invalid", "The call is not JSON.");
  }
}

function refuse(context: Context, reason: string): Response {
  const reply: Reply = { ok: false, error: { code: "refused", message: reason } };
  return context.req.path.startsWith("/api/") ? context.json(reply, 403) : context.text(reason, 403);
}

function statusOf(reply: Reply): 200 | 400 | 404 | 409 | 500 {
  if (reply.ok) return 200;
  const known = { missing: 404, conflict: 409, internal: 500, damaged: 500 } as const;
  return reply.error.code in known ? known[reply.error.code as keyof typeof known] : 400;
}

async function sendFile(context: Context, folder: string, name: string): Promise<Response> {
  const file = await pageFile(folder, name);
  return file === null
    ? context.text("There is no such file.", 404)
    : context.body(file.bytes, 200, { ...file.headers });
}

function news(context: Context, workbench: Workbench): Response {
  return streamSSE(context, async (stream) => {
    const stop = workbench.subscribe((one) => void stream.writeSSE({ data: encode(one) }));
    await stream.writeSSE({ event: "ready", data: "" });
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    stop();
  });
}
