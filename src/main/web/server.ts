import { createServer } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { contentPolicy } from "../../shared/contract/policy.ts";
import type { Reply } from "../../shared/contract/wire.ts";
import { failureOf } from "../../shared/contract/wire.ts";
import type { Workbench } from "../../shared/contract/workbench.ts";
import { message, printMessage } from "../../shared/messages/message.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { pageFile } from "../services/files/page-files.ts";
import { answerCalls } from "./calls.ts";
import { hostsOf, refusal } from "./guard.ts";
import { Keys } from "./keys.ts";
import { type Limits, rateLimit, limits as usual } from "./limits.ts";
import { streamNews } from "./news.ts";

export type WebHost = Readonly<{
  /** The address to open, with its key. */
  url: string;
  /** An address that opens one window and then no more. */
  once: () => string;
  close: () => Promise<void>;
}>;

export type ServerOptions = Readonly<{
  workbench: Workbench;
  /** 0 takes a free one. */
  port: number;
  staticFolder: string;
  /** An address of this machine; 127.0.0.1 when left out. Whoever gives another one lets the network in. */
  address?: string;
  limits?: Partial<Limits>;
}>;

type Env = { Bindings: HttpBindings };

/** The workbench on the loopback interface: the renderer's files, one POST per call, news as server-sent events. */
export async function startServer({ workbench, port, staticFolder, ...options }: ServerOptions): Promise<WebHost> {
  const address = options.address ?? "127.0.0.1";
  if (isIP(address) === 0 || /^(0\.0\.0\.0|[:0]+)$/.test(address))
    throw new WorkbenchError("invalid", message("cli.badAddress", { address }));
  const limits = { ...usual, ...options.limits };
  const keys = new Keys();
  const app = new Hono<Env>();
  const own = { port: 0, hosts: [] as readonly string[] };
  app.use(secureHeaders({ referrerPolicy: "no-referrer", xFrameOptions: "DENY", strictTransportSecurity: false }));
  app.use(guard(keys, own, limits));
  app.get("/", async (context) => {
    const token = context.req.query("token");
    if (token === undefined) return sendFile(context, staticFolder, "/index.html");
    keys.use(token);
    setCookie(context, cookieOf(own.port), keys.cookie, { httpOnly: true, sameSite: "Strict", path: "/" });
    // The key leaves the address at once, so that it stays out of history, screenshots and referrers. A browser that
    // comes from another page would not send the strict cookie along a redirect: a page of ours sends it on.
    return context.req.header("sec-fetch-site") === "cross-site"
      ? context.html('<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Stancemark</title>')
      : context.redirect("/");
  });
  app.get("/api/news", streamNews(workbench, limits));
  app.post("/api/:method", answerCalls(workbench, limits));
  app.get("/*", (context) => sendFile(context, staticFolder, context.req.path));
  app.notFound((context) => context.text("There is no such thing here.", 404));
  app.onError((_error, context) => context.text("This went wrong.", 500));
  const server = createServer(
    {
      headersTimeout: limits.headerTime,
      requestTimeout: limits.requestTime,
      keepAliveTimeout: limits.idleTime,
      connectionsCheckingInterval: Math.min(1000, limits.headerTime),
      maxHeaderSize: limits.headerBytes,
    },
    getRequestListener(app.fetch),
  );
  server.maxHeadersCount = limits.headers;
  server.maxConnections = limits.connections;
  server.listen(port, address);
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  own.port = (server.address() as AddressInfo).port;
  own.hosts = hostsOf(address, own.port);
  const urlWith = (key: string): string => `http://${own.hosts[0]}/?token=${key}`;
  return {
    url: urlWith(keys.printed),
    once: () => urlWith(keys.once()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function cookieOf(port: number): string {
  return `stancemark-${port}`;
}

/** Lets authorised callers through within the limits, and tells everybody else only why they are refused. */
function guard(keys: Keys, own: { port: number; hosts: readonly string[] }, limits: Limits) {
  const mayCall = rateLimit(limits.calls);
  const mayAsk = rateLimit(limits.refusals);
  return async (context: Context<Env>, next: () => Promise<void>): Promise<Response | undefined> => {
    context.header("Content-Security-Policy", contentPolicy);
    context.header("Cache-Control", "no-store");
    const { req, env } = context;
    const token = req.method === "GET" && req.path === "/" ? req.query("token") : undefined;
    const caller = {
      hosts: [...(env.incoming.headersDistinct.host ?? []), URL.parse(req.url)?.host],
      origin: req.header("origin"),
      site: req.header("sec-fetch-site"),
      key: token ?? getCookie(context, cookieOf(own.port)),
      entering: token !== undefined,
    };
    const accepted = token === undefined ? [keys.cookie] : keys.entry;
    const reason = refusal(caller, { hosts: own.hosts, keys: accepted });
    if (reason === null && req.method !== "GET" && req.method !== "POST")
      return context.text("Only GET and POST are known here.", 405, { Allow: "GET, POST" });
    if (reason === null ? mayCall() : mayAsk()) {
      if (reason === null) return void (await next());
      const reply: Reply = { ok: false, error: failureOf(new WorkbenchError("refused", reason)) };
      context.header("Connection", "close");
      return req.path.startsWith("/api/") ? context.json(reply, 403) : context.text(printMessage(reason), 403);
    }
    return context.text("Too many requests; try again in a second.", 429, { "Retry-After": "1", Connection: "close" });
  };
}

async function sendFile(context: Context, folder: string, name: string): Promise<Response> {
  const file = await pageFile(folder, name);
  return file === null
    ? context.text("There is no such file.", 404)
    : context.body(file.bytes, 200, { ...file.headers });
}
