import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";

/** Where the connections of a run are written down. */
export const connectionsFile = path.resolve(import.meta.dirname, "../../.cache/results/connections.jsonl");

/** The environment in which a process writes down its connections, and its children theirs. */
export function watching(file: string): { NODE_OPTIONS: string; STANCEMARK_CONNECTIONS: string } {
  const preload = JSON.stringify(path.join(import.meta.dirname, "record.ts"));
  // Not `--import`, which workers made of a string do not heed.
  return { NODE_OPTIONS: `--require ${preload}`, STANCEMARK_CONNECTIONS: file };
}

export type Connection = Readonly<{ who: string; pid: number; by: string; to: string }>;

/** Everything that was written down. */
export function connectionsIn(file: string): Connection[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Connection);
}

/**
 * True when a target is on this machine: a loopback address, `localhost`, a socket in the file system, or no address at
 * all.
 */
export function isHere(to: string): boolean {
  if (to === "" || to.startsWith("/") || to.startsWith("\\\\.\\pipe\\")) return true;
  const url = /^[a-z-]{2,}:(?!\d)/i.test(to) ? URL.parse(to) : null;
  if (url !== null && !/^(https?|wss?):$/.test(url.protocol)) return true;
  const host = (url?.hostname ?? (isIP(to) ? to : to.replace(/:\d+$/, ""))).replace(/^\[(.*)\]$/, "$1");
  return host === "localhost" || host === "::1" || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(host);
}
