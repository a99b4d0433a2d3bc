import { analyse } from "chardet";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";

const marks: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The text of a file: by its byte order mark, else as UTF-8, else in the likeliest old encoding, which is then named in
 * `warning`. Line ends become line feeds. Throws `invalid` for an empty file and for bytes that are no text.
 */
export function readText(name: string, bytes: Uint8Array): { text: string; warning: Message | null } {
  const { text, warning } = decodeText(bytes);
  if (/\p{Cc}/u.test(text.replace(/[\s\u0085]/g, "").replaceAll("\u{1b}", "")) || share(text, /\ufffd/g) > 0.01)
    throw new WorkbenchError("invalid", message("import.binary", { name }));
  if (text.trim() === "") throw new WorkbenchError("invalid", message("import.empty", { name }));
  return { text: text.replace(/\r\n?/g, "\n").replaceAll("\u00ad", ""), warning };
}

function decodeText(bytes: Uint8Array): { text: string; warning: Message | null } {
  const mark = marks.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return { text: new TextDecoder(mark[0]).decode(bytes), warning: null };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), warning: null };
  } catch {
    return guess(bytes);
  }
}

function guess(bytes: Uint8Array): { text: string; warning: Message | null } {
  for (const { name } of analyse(bytes)) {
    try {
      // What the web calls ISO 8859-1 is windows-1252 (WHATWG Encoding, section 4.2).
      const text = new TextDecoder(name).decode(bytes);
      return { text, warning: message("import.encodingGuessed", { encoding: name }) };
    } catch {}
  }
  return { text: new TextDecoder("windows-1252").decode(bytes), warning: message("import.encodingUsual") };
}

function share(text: string, pattern: RegExp): number {
  return (text.match(pattern)?.length ?? 0) / Math.max(1, text.length);
}
