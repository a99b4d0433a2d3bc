import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { isMainThread } from "node:worker_threads";

/**
 * Preloaded into every process of a run (`NODE_OPTIONS=--require`): writes down each connection that is opened,
 * datagram that is sent and name that is looked up, and lets it go on. `STANCEMARK_CONNECTIONS` names the file.
 */
const file = process.env.STANCEMARK_CONNECTIONS ?? "";
const append = appendFileSync;
const who = (process.argv[1] ?? "node").split("/").at(-1);

function note(by: string, to: string): void {
  append(file, `${JSON.stringify({ who: isMainThread ? who : `a worker of ${who}`, pid: process.pid, by, to })}\n`);
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** Calls `say` with the arguments before a method does its work. */
function listen(owner: object, name: string, say: (args: readonly unknown[]) => void): void {
  const methods = owner as Record<string, unknown>;
  const before = methods[name];
  if (typeof before !== "function") return;
  methods[name] = function heard(this: unknown, ...args: unknown[]): unknown {
    say(args);
    return (before as Callable).apply(this, args);
  };
}

type Options = Readonly<{ host?: string; path?: string; port?: number }>;

/**
 * What `net.Socket.connect` was asked for, in any of its forms: options, path, port and host; Node's own calls pass
 * these in a list.
 */
function target(args: readonly unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) {
    const { host = "localhost", path, port } = first as Options;
    return path ?? addressOf(host, port);
  }
  if (typeof first === "string" && !/^\d+$/.test(first)) return first;
  return addressOf(typeof second === "string" ? second : "localhost", first);
}

function addressOf(host: string, port: unknown): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

listen(net.Socket.prototype, "connect", (args) => note("connect", target(args)));
listen(dgram.Socket.prototype, "connect", ([port, address = "localhost"]) =>
  note("datagram", addressOf(String(address), port)),
);
listen(dgram.Socket.prototype, "send", (args) => {
  const address = args.slice(1).findLast((arg) => typeof arg === "string") ?? "localhost";
  note("datagram", addressOf(address, 0));
});
for (const module of [dns, dns.promises])
  for (const name of Object.keys(module).filter((key) => /^(lookup|resolve|reverse)/.test(key)))
    listen(module, name, ([host]) => note("lookup", String(host)));
syncBuiltinESMExports();
note("begin", "");
