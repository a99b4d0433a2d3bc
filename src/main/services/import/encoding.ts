import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { type EncodingName, encodings, findEncoding } from "../../../shared/model/encodings.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { decodeAs, decodeStrictly } from "./decode.ts";
import { guessEncoding, guessWide, isIso2022 } from "./guess-encoding.ts";
import { repairUtf8 } from "./utf8.ts";

/**
 * A file's text, the encoding it was read in, and what to say of it where that was a guess or something was replaced.
 */
export type FileText = Readonly<{ text: string; encoding: EncodingName; warnings: readonly Message[] }>;

const marks: readonly (readonly [EncodingName, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The text of a file: in the encoding asked for, else by its byte order mark, else as UTF-8, else in the likeliest
 * other one. Line ends become line feeds; soft hyphens and control characters are left out. Throws `invalid` for an
 * empty file, for bytes that are not text, and for an encoding that is not known.
 */
export function readText(name: string, bytes: Uint8Array, encoding: string | null = null): FileText {
  const read = encoding === null ? decodeByItself(bytes) : decodeAsAsked(bytes, encoding);
  const { text, controls } = withoutControls(read.text);
  if (controls > read.text.length * 0.08 || (encoding === null && (isUnread(text) || isBinary(read))))
    throw new WorkbenchError("invalid", message("import.binary", { name }));
  if (text.trim() === "") throw new WorkbenchError("invalid", message("import.empty", { name }));
  const left = controls === 0 ? [] : [message("import.controlsSkipped", { count: controls })];
  return { text, encoding: read.encoding, warnings: [...read.warnings, ...left] };
}

/**
 * The text of a part of a message, which states its encoding. Mail programs often state the wrong one, so the bytes
 * decide where they contradict it: UTF-8 in what is said to be ASCII or ISO 8859-1, and bytes that the stated encoding
 * has no characters for. Throws as `readText` does.
 */
export function readStated(name: string, bytes: Uint8Array, stated: string | null): FileText {
  return readText(name, bytes, stated !== null && isPlausible(bytes, stated) ? stated : null);
}

function isPlausible(bytes: Uint8Array, stated: string): boolean {
  const encoding = findEncoding(stated);
  if (encoding === null) return false;
  const high = bytes.reduce((count, byte) => count + (byte >> 7), 0);
  if (encoding === "windows-1252") return high === 0 || decodeStrictly(bytes, "utf-8") === null;
  const missing = decodeAs(bytes, encoding).match(/\ufffd/g)?.length ?? 0;
  return missing * 20 <= high;
}

function decodeAsAsked(bytes: Uint8Array, asked: string): FileText {
  const encoding = findEncoding(asked);
  if (encoding === null)
    throw new WorkbenchError("invalid", message("import.unknownEncoding", { name: asked, encodings }));
  const text = decodeAs(bytes, encoding);
  const missing = text.match(/\ufffd/g)?.length ?? 0;
  const warnings = missing === 0 ? [] : [message("import.bytesWithoutCharacter", { encoding, count: missing })];
  return { text, encoding, warnings };
}

function decodeByItself(bytes: Uint8Array): FileText {
  const mark = marks.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined && mark[0] !== "utf-8")
    return { text: decodeAs(bytes, mark[0]), encoding: mark[0], warnings: [] };
  const wide = guessWide(bytes);
  if (wide !== null) return guessed(bytes, wide);
  const text = decodeStrictly(bytes, "utf-8");
  if (text !== null && isIso2022(bytes)) return guessed(bytes, "iso-2022-jp");
  if (text !== null) return { text, encoding: "utf-8", warnings: [] };
  const declared = declaredEncoding(bytes);
  if (declared !== null) return { text: decodeAs(bytes, declared), encoding: declared, warnings: [] };
  const repaired = repairUtf8(bytes);
  if (mark === undefined && (repaired.valid === 0 || repaired.stray * 4 > repaired.valid))
    return guessed(bytes, guessEncoding(bytes));
  const warnings = [
    ...(repaired.stray === 0 ? [] : [message("import.strayBytes", { count: repaired.stray })]),
    ...(repaired.cut ? [message("import.cutOff")] : []),
  ];
  return { text: repaired.text, encoding: "utf-8", warnings };
}

/** The encoding that a page of HTML or XML names in its first 1,024 bytes (HTML Standard, 13.2.3.2). */
function declaredEncoding(bytes: Uint8Array): EncodingName | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const name =
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w-]+)/.exec(head)?.[1];
  const encoding = name === undefined ? null : findEncoding(name);
  return encoding === "utf-8" ? null : encoding;
}

function guessed(bytes: Uint8Array, encoding: EncodingName): FileText {
  const warnings = [message("import.encodingGuessed", { encoding })];
  return { text: decodeAs(bytes, encoding), encoding, warnings };
}

/**
 * Tabs, line ends, form feeds and escapes stay, which every way out makes visible; a vertical tab, U+0085 and U+2028
 * end a line, U+2029 a paragraph.
 */
function withoutControls(text: string): Readonly<{ text: string; controls: number }> {
  const lines = text
    .replace(/\r\n?|[\v\u0085\u2028]/g, "\n")
    .replaceAll("\u2029", "\n\n")
    .replaceAll("\u00ad", "");
  const clean = lines.replace(/(?![\t\n\f])\p{Cc}/gu, (control) => (control === "\u001b" ? control : ""));
  return { text: clean, controls: lines.length - clean.length };
}

/** Kinds of control characters that no text has together, beside tabs, line ends and escapes. */
const binaryControls = 8;

/** Whether bytes in a guessed encoding are those of a picture or a program: a code page has signs for most of them. */
function isBinary({ text, warnings }: Readonly<{ text: string; warnings: readonly Message[] }>): boolean {
  if (!warnings.some(({ key }) => key === "import.encodingGuessed")) return false;
  const controls = new Set(text.slice(0, 200_000).match(/(?!\s)\p{Cc}/gu));
  return [...controls].filter((char) => char < " " && char !== "\0" && char !== "\u001b").length >= binaryControls;
}

/** Whether more than a stray character could not be read. */
function isUnread(text: string): boolean {
  const count = text.match(/\ufffd/g)?.length ?? 0;
  return count > 3 && count > text.length * 0.01;
}
