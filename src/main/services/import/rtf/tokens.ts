/**
 * A piece of an RTF file (RTF 1.9.1, “RTF syntax”). A control word or symbol has its number where it has one; `bytes`
 * are characters of one byte each, as latin1.
 */
export type RtfToken =
  | Readonly<{ kind: "open" | "close" }>
  | Readonly<{ kind: "word"; name: string; number: number | null }>
  | Readonly<{ kind: "bytes"; bytes: string }>;

const open: RtfToken = { kind: "open" };
const close: RtfToken = { kind: "close" };
/** A control word with its number and the space that ends it. */
const word = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const plain = /[^\\{}\r\n]+/y;

/** The tokens of a file, read as latin1. Line ends are no text; binary data are skipped. */
export function* tokensOf(text: string): Generator<RtfToken> {
  for (let offset = 0; offset < text.length; ) {
    const sign = text[offset];
    if (sign === "{" || sign === "}") {
      yield sign === "{" ? open : close;
      offset++;
    } else if (sign === "\r" || sign === "\n") offset++;
    else if (sign !== "\\") {
      plain.lastIndex = offset;
      const bytes = plain.exec(text)?.[0] ?? sign ?? "";
      yield { kind: "bytes", bytes };
      offset += bytes.length;
    } else {
      word.lastIndex = offset + 1;
      const found = word.exec(text);
      if (found === null) {
        const symbol = text[offset + 1] ?? "";
        if (symbol === "'") {
          yield { kind: "bytes", bytes: byteOf(text.slice(offset + 2, offset + 4)) };
          offset += 4;
        } else {
          // A line end after a backslash ends the paragraph.
          yield { kind: "word", name: /[\r\n]/.test(symbol) ? "par" : symbol, number: null };
          offset += 2;
        }
        continue;
      }
      const [whole, name = "", digits] = found;
      const number = digits === undefined ? null : Number(digits);
      offset += 1 + whole.length;
      if (name === "bin" && number !== null && number > 0) offset += number;
      else yield { kind: "word", name, number };
    }
  }
}

function byteOf(hex: string): string {
  return /^[0-9a-fA-F]{2}$/.test(hex) ? String.fromCharCode(Number.parseInt(hex, 16)) : "";
}
