import { findEncoding } from "../../../../shared/model/encodings.ts";
import { decodeAs, decodeStrictly } from "../decode.ts";

/** The header fields of a message or part, by name in small letters, unfolded and not yet decoded, one unit a byte. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** Units of one header that are looked at; a message of people has some 20,000 in all. */
const maxHeader = 1_000_000;

/** Header fields as RFC 5322, 2.2 writes them; lines that are none are skipped. `head` has one unit a byte. */
export function parseHeaders(head: string): Headers {
  const fields = new Map<string, string[]>();
  for (const line of head
    .slice(0, maxHeader)
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)) {
    const [, name, value = ""] = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const key = name.toLowerCase();
    fields.set(key, [...(fields.get(key) ?? []), value.trim()]);
  }
  return fields;
}

/** The first field of a name; empty when there is none. */
export function field(headers: Headers, name: string): string {
  return headers.get(name)?.[0] ?? "";
}

const word = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi;

/**
 * A header's value as people read it: encoded words (RFC 2047), and bytes that are no ASCII as UTF-8 or else
 * windows-1252.
 */
export function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+(?==\?[^?\s]+\?[bq]\?)/gi, "?=");
  let text = "";
  let last = 0;
  /** Encoded words that follow each other may share a character. */
  let open: { charset: string; bytes: Buffer[] } | null = null;
  const close = (): void => {
    if (open !== null) text += inCharset(Buffer.concat(open.bytes), open.charset);
    open = null;
  };
  for (const found of joined.matchAll(word)) {
    const [whole, charset = "", way = "", words = ""] = found;
    if (found.index > last) close();
    text += eightBit(joined.slice(last, found.index));
    last = found.index + whole.length;
    const bytes = way.toLowerCase() === "b" ? Buffer.from(words, "base64") : quoted(words.replaceAll("_", " "));
    if (open !== null && open.charset !== charset.toLowerCase()) close();
    open ??= { charset: charset.toLowerCase(), bytes: [] };
    open.bytes.push(bytes);
  }
  close();
  return `${text}${eightBit(joined.slice(last))}`.replace(/[\s\0]+/g, " ").trim();
}

function quoted(words: string): Buffer {
  return Buffer.from(
    words.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

function eightBit(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  const bytes = Buffer.from(text, "latin1");
  return decodeStrictly(bytes, "utf-8") ?? decodeAs(bytes, "windows-1252");
}

function inCharset(bytes: Uint8Array, charset: string): string {
  const encoding = findEncoding(charset);
  // UTF-8 is often said to be ASCII or ISO 8859-1.
  return encoding === null || encoding === "windows-1252"
    ? (decodeStrictly(bytes, "utf-8") ?? decodeAs(bytes, "windows-1252"))
    : decodeAs(bytes, encoding);
}

/** A structured value: what is before the first semicolon in small letters, and its parameters. */
export type Structured = Readonly<{ value: string; parameters: ReadonlyMap<string, string> }>;

/**
 * `text/html; charset="utf-8"` and the like, with parameters that are continued or encoded (RFC 2045, 5.1; RFC 2231).
 */
export function structured(stated: string): Structured {
  // A semicolon is missing between the value and its first parameter in messages of some programs.
  const header = stated.replace(/^(\s*[^\s;=]+)\s+(?=[\w*-]+\s*=)/, "$1; ");
  const [value = ""] = /^[^;]*/.exec(header) ?? [];
  const pieces = new Map<string, { index: number; text: string; isEncoded: boolean }[]>();
  const pattern = /;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;
  for (const [, name = "", inQuotes, bare = ""] of header.matchAll(pattern)) {
    const [, base = "", index, star] = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(name.toLowerCase()) ?? [];
    if (base === "") continue;
    const text = inQuotes === undefined ? bare.trim() : inQuotes.replace(/\\(.)/g, "$1");
    const list = pieces.get(base) ?? [];
    list.push({ index: Number(index ?? 0), text, isEncoded: star !== undefined });
    pieces.set(base, list);
  }
  const parameters = new Map(Array.from(pieces, ([name, list]) => [name, joinedParameter(list)] as const));
  return { value: value.trim().toLowerCase(), parameters };
}

function joinedParameter(pieces: readonly Readonly<{ index: number; text: string; isEncoded: boolean }>[]): string {
  const inOrder = pieces.toSorted((a, b) => a.index - b.index);
  // A plain value for old programs may stand beside the encoded one.
  const wanted =
    inOrder.some(({ isEncoded }) => isEncoded) && inOrder.filter(({ index }) => index === 0).length > 1
      ? inOrder.filter(({ isEncoded }) => isEncoded)
      : inOrder;
  if (!wanted.some(({ isEncoded }) => isEncoded)) return decodeWords(wanted.map(({ text }) => text).join(""));
  const [, charset = "", first = ""] = /^([^']*)'[^']*'([\s\S]*)$/.exec(wanted[0]?.text ?? "") ?? [
    "",
    "",
    wanted[0]?.text,
  ];
  const bytes = wanted.map(({ text, isEncoded }, index) => {
    const part = index === 0 ? (first ?? "") : text;
    return isEncoded ? quoted(part.replaceAll("%", "=")) : Buffer.from(part, "latin1");
  });
  return inCharset(Buffer.concat(bytes), charset);
}

/** A mailbox: a name, which may be empty, and an address. */
export type Mailbox = Readonly<{ name: string; address: string }>;

/** Mailboxes of a field (RFC 5322, 3.4), groups opened; a name in brackets behind an address is its name. */
export function mailboxes(value: string): Mailbox[] {
  return splitAddresses(value)
    .map((addresse): Mailbox => {
      const [, before = "", inside] =
        /^([\s\S]*?)<([^<>]*)>\s*$/.exec(addresse.replace(/\((?:[^()\\]|\\.)*\)\s*$/, "").trim()) ?? [];
      if (inside !== undefined) return { name: nameIn(before), address: eightBit(inside.trim()) };
      const [, address = "", comment = ""] = /^([^()]*)\(((?:[^()\\]|\\.)*)\)\s*$/.exec(addresse.trim()) ?? [
        "",
        addresse.trim(),
        "",
      ];
      const isAddress = /^\S+@\S+$/.test(address.trim());
      return isAddress
        ? { name: nameIn(comment), address: eightBit(address.trim()) }
        : { name: nameIn(addresse), address: "" };
    })
    .filter(({ name, address }) => name !== "" || address !== "");
}

function nameIn(text: string): string {
  const plain = text
    .trim()
    .replace(/^"((?:[^"\\]|\\.)*)"$/, "$1")
    .replace(/\\(.)/g, "$1");
  return decodeWords(plain)
    .replace(/^["']|["']$/g, "")
    .trim();
}

/** A list of addresses at its commas and at the ends of groups, not inside of quotes, brackets and encoded words. */
function splitAddresses(value: string): string[] {
  const parts: string[] = [];
  let [text, quote, round] = ["", false, 0];
  for (let offset = 0; offset < value.length; offset++) {
    const sign = value.charAt(offset);
    if (sign === "\\") text += sign + value.charAt(++offset);
    else if (sign === '"' && round === 0) {
      quote = !quote;
      text += sign;
    } else if (!quote && sign === "(") {
      round++;
      text += sign;
    } else if (!quote && sign === ")" && round > 0) {
      round--;
      text += sign;
    } else if (!quote && round === 0 && (sign === "," || sign === ";")) {
      parts.push(text);
      text = "";
    } else if (!quote && round === 0 && sign === ":" && !text.includes("<")) text = "";
    else text += sign;
  }
  return [...parts, text].map((part) => part.trim()).filter((text) => text !== "");
}
