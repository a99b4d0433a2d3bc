import { readFile } from "node:fs/promises";
import path from "node:path";
import { contentPolicy } from "../../../shared/contract/policy.ts";

/** The kinds of file the built page has. Nothing of another kind is ever sent. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".wasm": "application/wasm",
};

/** A file as a host sends it. */
export type PageFile = Readonly<{ bytes: Uint8Array<ArrayBuffer>; headers: Readonly<Record<string, string>> }>;

/**
 * A file of the built page in `folder` with the headers every host sends with it; null for whatever lies outside the
 * folder, is of another kind, or is not there. `name` is the path of an address, percent-encoded, beginning with a
 * slash.
 */
export async function pageFile(folder: string, name: string): Promise<PageFile | null> {
  try {
    const file = path.resolve(folder, `.${decodeURIComponent(name)}`);
    const type = types[path.extname(file)];
    if (type === undefined || !file.startsWith(path.resolve(folder) + path.sep)) return null;
    const headers = {
      "Content-Type": type,
      "Content-Security-Policy": contentPolicy,
      "X-Content-Type-Options": "nosniff",
    };
    return { bytes: new Uint8Array(await readFile(file)), headers };
  } catch {
    return null;
  }
}
