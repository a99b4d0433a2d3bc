import { readFile } from "node:fs/promises";
import path from "node:path";
import { contentPolicy } from "../../shared/policy.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};

/** Answers `stancemark://app/…` with files of the built renderer and nothing outside it. */
export async function answer(folder: string, address: string): Promise<Response> {
  try {
    const url = new URL(address);
    const file = path.resolve(folder, `.${decodeURIComponent(url.pathname)}`);
    const type = types[path.extname(file)];
    if (url.host !== "app" || type === undefined || !file.startsWith(path.resolve(folder) + path.sep))
      return new Response("", { status: 404 });
    const headers = {
      "Content-Type": type,
      "Content-Security-Policy": contentPolicy,
      "X-Content-Type-Options": "nosniff",
    };
    return new Response(new Uint8Array(await readFile(file)), { headers });
  } catch {
    return new Response("", { status: 404 });
  }
}
