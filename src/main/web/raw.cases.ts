import { mkdir, writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { onTestFinished } from "vitest";
import { resourcesFolder } from "../services/files/resources.ts";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { type OpenWorkbench, openWorkbench } from "../services/workbench.ts";
import type { Limits } from "./limits.ts";
import { startServer, type WebHost } from "./server.ts";

/**
 * A web host on a new library, with a page in its folder and a secret beside it, and what somebody who attacks it may
 * know.
 */
export type Target = Readonly<{
  server: WebHost;
  workbench: OpenWorkbench;
  port: number;
  host: string;
  /** A key of an address, which has not been used. */
  token: string;
  /** What a window has got for such a key. */
  key: string;
}>;

/** A target that goes with the test. */
export async function newTarget(limits: Partial<Limits> = {}): Promise<Target> {
  const folder = await temporaryFolder();
  const staticFolder = path.join(folder, "renderer");
  await mkdir(path.join(staticFolder, "assets"), { recursive: true });
  await writeFile(path.join(staticFolder, "index.html"), "<!doctype html><title>Page</title>");
  await writeFile(path.join(staticFolder, "assets", "a.js"), "1;");
  await writeFile(path.join(staticFolder, "assets", "a.js.map"), "SECRET");
  await writeFile(path.join(folder, "secret.js"), "SECRET");
  const workbench = await openWorkbench({
    folder: path.join(folder, "library"),
    program: "a test",
    coder: "Tester",
    resources: resourcesFolder(),
  });
  const server = await startServer({ workbench, port: 0, staticFolder, limits });
  onTestFinished(async () => {
    await server.close();
    await workbench.close();
  });
  const { port, host } = new URL(server.newAddress());
  const key = await enter(Number(port), host, tokenOf(server));
  return { server, workbench, port: Number(port), host, token: tokenOf(server), key };
}

/** The key in a new address. */
export function tokenOf(server: WebHost): string {
  return new URL(server.newAddress()).searchParams.get("token") ?? "";
}

/** Exchange the key of an address for a window's; empty when it is refused. */
async function enter(port: number, host: string, token: string): Promise<string> {
  const response = await send(port, entry(host, token));
  return /"key":"([^"]+)"/.exec(response)?.[1] ?? "";
}

/** The request by which a window enters. */
export function entry(host: string, token: string, more: readonly string[] = []): string {
  const headers = [`Host: ${host}`, `Authorization: Bearer ${token}`, "Content-Length: 0", ...more];
  return request("POST /api/enter", headers);
}

/** Send bytes as they are and return all that comes back until the server closes, or `enough` holds. */
export function send(
  port: number,
  bytes: string | Uint8Array,
  { enough = () => false, end = false }: { enough?: (text: string) => boolean; end?: boolean } = {},
): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = open(port);
    socket.setEncoding("latin1").on("data", (part: string) => {
      text += part;
      if (enough(text)) socket.destroy();
    });
    socket.on("close", () => resolve(text));
    socket.on("connect", () => {
      socket.write(bytes);
      if (end) socket.end();
    });
  });
}

/** A connection whose end is no error of the test's. */
export function open(port: number): Socket {
  return connect(port, "127.0.0.1").on("error", () => undefined);
}

/** A request as text, asked to be the last one of its connection. */
export function request(line: string, headers: readonly string[], body = ""): string {
  return [`${line} HTTP/1.1`, ...headers, "Connection: close", "", body].join("\r\n");
}
