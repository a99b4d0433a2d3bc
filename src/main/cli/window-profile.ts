import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Where a browser's window keeps its settings, and the port that they belong to: a browser stores them for one address,
 * port included. `port` is 0 for any free one.
 */
export type WindowProfile = Readonly<{ folder: string; port: number; remove: () => void }>;

/**
 * The lasting profile in the folder of the program's data, with the port of its first use. While another start uses it,
 * its port is taken: that window gets a profile of its own, which goes with it.
 */
export async function windowProfile(data: string): Promise<WindowProfile> {
  const folder = path.join(data, "browser-window");
  const file = path.join(data, "browser-port");
  const kept = readPort(file);
  const port = kept === null ? await freePort(0) : await freePort(kept);
  if (port === null) {
    const own = mkdtempSync(path.join(tmpdir(), "stancemark-window-"));
    return { folder: own, port: 0, remove: () => rmSync(own, { recursive: true, force: true }) };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, String(port));
  return { folder, port, remove: () => undefined };
}

function readPort(file: string): number | null {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : null;
  } catch {
    return null;
  }
}

/** A port of the loopback interface that is free now, this one unless it is 0; null when it is taken. */
function freePort(wanted: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? null) : null));
    });
  });
}
