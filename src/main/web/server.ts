import { createServer } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { contentPolicy } from "../../shared/contract/policy.ts";
import { failureOf, type Reply } from "../../shared/contract/reply.ts";
import type { Workbench } from "../../shared/contract/workbench.ts";
import type { Message } from "../../shared/messages/arguments.ts";
import { message, printMessage } from "../../shared/messages/message.ts";
import { WorkbenchError } from "../../shared/model/errors.ts";
import { pageFile } from "../services/files/page-files.ts";
import { answerCalls } from "./calls.ts";
import { keepRoom } from "./connections.ts";
import { hostOf, keyIn, refusal } from "./guard.ts";
import { Keys } from "./keys.ts";
import { type Limits, rateLimit, limits as usual } from "./limits.ts";
import { streamNews } from "./news.ts";

export type WebHost = Readonly<{
  /** An address that opens one window, once. */
  newAddress: () => string;
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
  /** Called when an address has been used. */
  onEntered?: () => void;
}>;

type Env = { Bindings: HttpBindings };
type Answer = (context: Context<Env>, next: () => Promise<void>) => Promise<Response | undefined>;

/** What the guard goes by. */
type Door = Readonly<{ keys: Keys; host: () => string; limits: Limits; welcome: (context: Context<Env>) => void }>;

/**
 * The workbench on the loopback interface: the renderer's files, one POST per call, news as server-sent events.
 *
 * Files of the page are the program's own and sent to anybody on this machine. Calls and news need the key of the
 * window, which a window gets in exchange for the key in its address. It sends the key in a header, which a browser
 * never does by itself: a cookie would go to every other server at the same host name, whatever its port.
 */
export async function startServer({ workbench, port, staticFolder, ...options }: ServerOptions): Promise<WebHost> {
  const address = options.address ?? "127.0.0.1";
  if (isIP(address) === 0 || /^(0\.0\.0\.0|[:0]+)$/.test(address))
    throw new WorkbenchError("invalid", message("cli.badAddress", { address }));
  const limits = { ...usual, ...options.limits };
  const keys = new Keys();
  const app = new Hono<Env>();
  let host = "";
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
  const keep = keepRoom(server, { most: limits.connections, atOnce: limits.connectionsAtOnce });
  const door: Door = { keys, host: () => host, limits, welcome: ({ env }) => keep(env.incoming.socket) };
  app.use(secureHeaders({ referrerPolicy: "no-referrer", xFrameOptions: "DENY", strictTransportSecurity: false }));
  app.use(guardRequests(door));
  app.post("/api/enter", async (context) => {
    options.onEntered?.();
    return context.json({ ok: true, value: { key: keys.window } } satisfies Reply);
  });
  app.get("/api/news", streamNews(workbench, limits));
  app.post("/api/:method", answerCalls(workbench, limits));
  // Browsers leave pages with an error's status out of the history that they show and complete addresses from. The
  // price is a line in the browser's console at each start; nothing has failed then.
  app.get("/", (context) =>
    sendFile(context, staticFolder, "/index.html", context.req.query("token") === undefined ? 200 : 403),
  );
  app.get("/*", (context) => sendFile(context, staticFolder, context.req.path));
  app.notFound((context) => context.text("There is no such thing here.", 404));
  app.onError((_error, context) => context.text("This went wrong.", 500));
  server.listen({ port, host: address, backlog: limits.connectionsAtOnce });
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  host = hostOf(address, (server.address() as AddressInfo).port);
  return {
    newAddress: () => `http://${host}/?token=${keys.newEntry()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lets authorised callers through within the limits, and tells everybody else only why they are refused. */
function guardRequests(door: Door): Answer {
  const { limits } = door;
  const may = { call: rateLimit(limits.calls), load: rateLimit(limits.files), ask: rateLimit(limits.refusals) };
  return async (context, next) => {
    context.header("Content-Security-Policy", contentPolicy);
    context.header("Cache-Control", "no-store");
    const { method, path } = context.req;
    const reason = refusalOf(context, door);
    if (reason === null && method !== "GET" && method !== "POST")
      return context.text("Only GET and POST are known here.", 405, { Allow: "GET, POST" });
    const isCall = path.startsWith("/api/");
    if (!(reason !== null ? may.ask() : isCall ? may.call() : may.load()))
      return context.text("Too many requests; try again in a second.", 429, {
        "Retry-After": "1",
        Connection: "close",
      });
    if (reason === null) return void (await next());
    const reply: Reply = { ok: false, error: failureOf(new WorkbenchError("refused", reason)) };
    context.header("Connection", "close");
    return isCall ? context.json(reply, 403) : context.text(printMessage(reason), 403);
  };
}

function refusalOf(context: Context<Env>, { keys, host, welcome }: Door): Message | null {
  const { req, env } = context;
  const given = env.incoming.headersDistinct;
  const caller = {
    hosts: [...(given.host ?? []), URL.parse(req.url)?.host],
    origin: req.header("origin"),
    site: req.header("sec-fetch-site"),
    entering: req.method === "GET" && req.path === "/" && (req.header("sec-fetch-dest") ?? "document") === "document",
  };
  const reason = refusal(caller, host());
  if (reason !== null || !req.path.startsWith("/api/")) return reason;
  const key = keyIn(given.authorization);
  const isEntry = req.path === "/api/enter";
  if (!(isEntry ? req.method === "POST" && keys.takeEntry(key) : keys.isWindow(key)))
    return message(isEntry ? "web.usedAddress" : "web.noKey");
  welcome(context);
  return null;
}

async function sendFile(context: Context, folder: string, name: string, status: 200 | 403 = 200): Promise<Response> {
  const file = await pageFile(folder, name);
  return file === null
    ? context.text("There is no such file.", 404)
    : context.body(file.bytes, status, { ...file.headers });
}
