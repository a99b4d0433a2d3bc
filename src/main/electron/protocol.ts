import { pageFile } from "../services/files/page-files.ts";

/** Answers `stancemark-app://app/…` with files of the built page and nothing outside it. */
export async function answer(folder: string, address: string): Promise<Response> {
  const url = URL.parse(address);
  const file = url?.host === "app" ? await pageFile(folder, url.pathname) : null;
  return file === null ? new Response("", { status: 404 }) : new Response(file.bytes, { headers: file.headers });
}
