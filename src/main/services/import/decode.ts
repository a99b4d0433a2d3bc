import iconv from "iconv-lite";
import type { EncodingName } from "../../../shared/model/encodings.ts";

/** Encodings that Node's own decoder knows by another name, and those that only iconv-lite knows. */
const labels: Partial<Record<EncodingName, string>> = { cp866: "ibm866", "mac-cyrillic": "x-mac-cyrillic" };
const tables: Partial<Record<EncodingName, string>> = {
  "mac-centraleurope": "maccenteuro",
  "mac-croatian": "maccroatian",
  "mac-greek": "macgreek",
  "mac-iceland": "maciceland",
  "mac-romania": "macromania",
  "mac-turkish": "macturkish",
};

/**
 * The text of bytes in a known encoding, without byte order mark. What the encoding has no character for becomes
 * U+FFFD.
 */
export function decodeAs(bytes: Uint8Array, encoding: EncodingName): string {
  const table = tables[encoding] ?? (/^(cp(?!866)|utf-32|utf-7)/.test(encoding) ? encoding : null);
  if (table === null) return new TextDecoder(labels[encoding] ?? encoding).decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), table).replace(/^\ufeff/, "");
}

/** The same, or null where some bytes are no text of that encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: EncodingName): string | null {
  try {
    return new TextDecoder(labels[encoding] ?? encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
