import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { type FileText, readStated, readText } from "../encoding.ts";
import type { Imported } from "../imported.ts";
import { field, parseHeaders } from "../mime/headers.ts";
import { charsetOf, type MimePart, parseMime } from "../mime/parts.ts";
import type { Source } from "../sniffed-source.ts";
import { importHtml } from "./html-page.ts";

/** How much of a file is looked at for the header of a saved page, in bytes. */
const looked = 16_384;

/** Whether a file is a web page saved as MHTML (RFC 2557): a message whose first part is HTML with an address. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, looked))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (!/^[\x21-\x39\x3b-\x7e]+:[ \t]/.test(head) && !/^From [^\n]*\n/.test(head)) return false;
  const [start = ""] = head.split(/\r?\n\r?\n/, 1);
  const headers = parseHeaders(start);
  const type = field(headers, "content-type").toLowerCase();
  if (headers.has("snapshot-content-location") || /^<saved by/i.test(field(headers, "from"))) return true;
  if (headers.has("to") || headers.has("message-id") || headers.has("received")) return false;
  const isPage =
    /^multipart\/related\b/.test(type) || (type.startsWith("text/html") && headers.has("content-location"));
  return isPage && /^content-(?:location|base):/im.test(head);
}

/** A page of an MHTML file: its source, how it was decoded, and where it was saved from, null if nobody knows. */
type SavedPage = FileText & Readonly<{ address: string | null }>;

/** A web page saved as MHTML as a paper. Throws as `readMhtml` and `importHtml` do. */
export function importMhtml(source: Source, page: SavedPage = readMhtml(source)): Imported {
  const { text, warnings, address } = page;
  return { ...importHtml(text, warnings, { extent: source.reading?.extent ?? null, address }), format: "mhtml" };
}

/** The page in an MHTML file. Throws `unreadable` when there is none, and as `readText` does. */
export function readMhtml({ name, bytes, reading }: Source): SavedPage {
  const file = parseMime(bytes);
  const page = pageIn(file);
  if (page === null) throw new WorkbenchError("unreadable", message("import.noPageInMhtml", { name }));
  const asked = reading?.encoding ?? null;
  const text = asked === null ? readStated(name, page.body(), charsetOf(page)) : readText(name, page.body(), asked);
  const places = [
    field(file.headers, "snapshot-content-location"),
    field(page.headers, "content-location"),
    field(file.headers, "content-location"),
  ];
  return { ...text, address: places.find((place) => /^https?:/i.test(place)) ?? null };
}

/** The page itself: the part that the message names as its start, else the first that is HTML (RFC 2387, 3.2). */
function pageIn(file: MimePart): MimePart | null {
  const all = allParts(file).filter(({ type }) => /^(text\/html|application\/xhtml\+xml)$/.test(type.value));
  const start = file.type.parameters.get("start") ?? "";
  return all.find((part) => start !== "" && field(part.headers, "content-id") === start) ?? all[0] ?? null;
}

function allParts(part: MimePart): MimePart[] {
  return [part, ...part.parts.flatMap(allParts)];
}
