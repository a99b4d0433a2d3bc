import { message } from "../../../../shared/messages/message.ts";
import { findEncoding } from "../../../../shared/model/encodings.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { decodeWords, field, type Headers, parseHeaders, type Structured, structured } from "./headers.ts";

/** A part of a message: its header fields, its own parts, and its body, decoded when it is asked for. */
export type MimePart = Readonly<{
  headers: Headers;
  /** Media type in small letters, and its parameters. */
  type: Structured;
  /** Whether it is to be saved, not shown, and what it is called; the name is empty where it has none. */
  isAttachment: boolean;
  fileName: string;
  parts: readonly MimePart[];
  /** Bytes of the decoded body, near enough to show; nothing is decoded for it. */
  size: number;
  body: () => Uint8Array;
}>;

/** Parts of one message, and how deep they may be in each other. */
const maxParts = 2_000;
const maxDepth = 40;

/**
 * A message with all its parts (RFC 2045 and 2046). Throws `limit` when it has too many parts or they are nested too
 * deeply. Nothing but the structure is decoded.
 */
export function parseMime(bytes: Uint8Array): MimePart {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return parsePart(text.replace(/^(?:\xef\xbb\xbf)?(?:From [^\n]*\r?\n)?/, ""), { depth: 0, count: { parts: 0 } });
}

type Place = Readonly<{ depth: number; count: { parts: number } }>;

function parsePart(source: string, place: Place, standard = "text/plain"): MimePart {
  if (++place.count.parts > maxParts || place.depth > maxDepth)
    throw new WorkbenchError("limit", message("import.tooManyMailParts"));
  const { head, body } = headAndBody(source);
  const headers = parseHeaders(head);
  const stated = structured(field(headers, "content-type"));
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(stated.value) ? stated : { ...stated, value: standard };
  const disposition = structured(field(headers, "content-disposition"));
  const name = disposition.parameters.get("filename") ?? type.parameters.get("name") ?? "";
  const encoding = field(headers, "content-transfer-encoding")
    .replace(/\(.*?\)/g, "")
    .trim()
    .toLowerCase();
  const parts = innerParts(type, body, encoding, { ...place, depth: place.depth + 1 });
  return {
    headers,
    // What is said to have parts and has none is shown as it is.
    type: parts.length === 0 && type.value.startsWith("multipart/") ? { ...type, value: "text/plain" } : type,
    isAttachment: disposition.value === "attachment",
    fileName: decodeWords(name)
      .replace(/^.*[\\/]/, "")
      .slice(0, 200),
    parts,
    size: sizeOf(body, encoding),
    body: () => decodeBody(body, encoding),
  };
}

const headerLine = /^[\x21-\x39\x3b-\x7e]+[ \t]*:/;

/**
 * The header of a part ends at its first empty line (RFC 5322, 2.1). A part that begins with words has none; where the
 * empty line is missing, it ends before the last lines that are not fields.
 */
function headAndBody(source: string): Readonly<{ head: string; body: string }> {
  if (/^\r?\n/.test(source)) return { head: "", body: source.replace(/^\r?\n/, "") };
  if (!headerLine.test(source)) return { head: "", body: source };
  const end = /\r?\n\r?\n/.exec(source);
  if (end !== null) return { head: source.slice(0, end.index), body: source.slice(end.index + end[0].length) };
  const lines = source.split("\n");
  const last = lines.findLastIndex((line) => headerLine.test(line) || /^[ \t]/.test(line));
  return { head: lines.slice(0, last + 1).join("\n"), body: lines.slice(last + 1).join("\n") };
}

/** The parts of a multipart body, or the message in a message. Some programs encode those as a whole. */
function innerParts(type: Structured, body: string, encoding: string, inner: Place): MimePart[] {
  const decoded = (): string => Buffer.from(decodeBody(body, encoding)).toString("latin1");
  const isEncoded = encoding === "base64" || encoding === "quoted-printable";
  if (type.value === "message/rfc822" || type.value === "message/global") {
    const text = isEncoded ? decoded() : body;
    return [parsePart(text.replace(/^>?From [^\n]*\r?\n/, ""), inner)];
  }
  const boundary = type.parameters.get("boundary") ?? "";
  if (!type.value.startsWith("multipart/") || boundary === "") return [];
  const pieces = splitParts(body, boundary);
  const standard = type.value === "multipart/digest" ? "message/rfc822" : "text/plain";
  return (pieces.length === 0 && isEncoded ? splitParts(decoded(), boundary) : pieces).map((part) =>
    parsePart(part, inner, standard),
  );
}

/**
 * Bodies between the lines of a boundary; what is before the first and after the last is for no one (RFC 2046, 5.1.1).
 */
function splitParts(body: string, boundary: string): string[] {
  const line = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  for (let offset = body.indexOf(line); offset >= 0; offset = body.indexOf(line, offset + line.length)) {
    if (offset > 0 && body[offset - 1] !== "\n") continue;
    const [rest = ""] =
      /^(?:--)?[ \t]*\r?(?:\n|$)/.exec(body.slice(offset + line.length, offset + line.length + 80)) ?? [];
    const isLast = body.startsWith("--", offset + line.length);
    if (rest === "" && !isLast && offset + line.length < body.length) continue;
    if (start >= 0) parts.push(body.slice(start, offset).replace(/\r?\n$/, ""));
    start = isLast ? -1 : offset + line.length + rest.length;
    if (isLast) break;
  }
  if (start >= 0) parts.push(body.slice(start));
  return parts;
}

function sizeOf(body: string, encoding: string): number {
  if (encoding === "base64") return Math.floor((body.length * 3) / 4 / (1 + 2 / 76));
  return encoding === "quoted-printable" ? body.length - 2 * (body.split("=").length - 1) : body.length;
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === "base64") return Buffer.from(body.replace(/[^A-Za-z0-9+/]/g, ""), "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const text = body
    .replace(/[ \t]+(?=\r?\n|$)/g, "")
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, "latin1");
}

/** The encoding that a text part states; null where it states none that is known. */
export function charsetOf(part: MimePart): string | null {
  return findEncoding(part.type.parameters.get("charset") ?? "");
}
