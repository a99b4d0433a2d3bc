import {
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  type PdfDict,
  type PdfObject,
  type PdfRef,
} from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { charsOfGlyph, isMathematicalPi } from "./glyph-names.ts";

/** Forms within forms that are looked through for their fonts. */
const deepest = 8;

/**
 * The same PDF with a map to Unicode for each font of drawn glyphs (Type 3) that has none but names its glyphs: PDFium
 * takes their codes for characters, where ISO 32000-1, 9.10.2, has the names decide. Other fonts without a map get one
 * of those names that PDFium does not know: ligatures (`f_f_i`) and signs of Mathematical Pi (`H11002`). Null where
 * there is no such font, or the file's structure is damaged.
 */
export function withUnicodeMaps(bytes: Uint8Array, password: string | null): Uint8Array | null {
  try {
    const update = new PdfUpdate(new PdfSource(bytes, password));
    const fonts = new UnmappedFonts(update.source);
    for (const page of update.pages.all()) fonts.findIn(page.dict.get("Resources"));
    for (const { ref, font, map } of fonts.found) {
      const stream: PdfObject = { kind: "stream", dict: new Map(), bytes: Buffer.from(map, "latin1") };
      update.set(ref, new Map([...font, ["ToUnicode", update.add(stream)]]));
    }
    return fonts.found.length === 0 ? null : update.finish();
  } catch {
    return null;
  }
}

/** Fonts that lack a map, each with the map that the names of its glyphs make. */
class UnmappedFonts {
  readonly found: Readonly<{ ref: PdfRef; font: PdfDict; map: string }>[] = [];
  readonly #source: PdfSource;
  readonly #seen = new Set<number>();

  constructor(source: PdfSource) {
    this.#source = source;
  }

  findIn(resources: PdfObject | undefined, depth = 0): void {
    if (depth > deepest || this.#isSeen(resources)) return;
    const dict = this.#source.dict(resources);
    for (const font of this.#source.dict(dict.get("Font")).values()) this.#addFont(font);
    for (const form of this.#source.dict(dict.get("XObject")).values()) {
      if (this.#isSeen(form)) continue;
      const stream = this.#source.resolve(form);
      if (isStream(stream) && isName(stream.dict.get("Subtype"), "Form"))
        this.findIn(stream.dict.get("Resources"), depth + 1);
    }
  }

  #isSeen(object: PdfObject | undefined): boolean {
    if (!isRef(object)) return false;
    if (this.#seen.has(object.number)) return true;
    this.#seen.add(object.number);
    return false;
  }

  #addFont(ref: PdfObject): void {
    if (!isRef(ref) || this.#isSeen(ref)) return;
    const font = this.#source.dict(ref);
    if (font.has("ToUnicode") || font.has("DescendantFonts")) return;
    const isDrawn = isName(this.#source.resolve(font.get("Subtype")), "Type3");
    const chars = charsByCode(this.#source, font, isDrawn ? () => true : isUnknown);
    if (chars.size > 0) this.found.push({ ref, font, map: printMap(chars) });
  }
}

/** A name that PDFium does not know and we do. */
function isUnknown(name: string): boolean {
  return isLigature(name) || isMathematicalPi(name);
}

/** A name put together from those of the letters (Adobe Glyph List Specification 1.7, section 2). */
function isLigature(name: string): boolean {
  return /^[A-Za-z]+(_[A-Za-z]+)+$/.test(name);
}

/** What a font's codes show by those names of its glyphs that are asked for (ISO 32000-1, table 114). */
function charsByCode(source: PdfSource, font: PdfDict, isAsked: (name: string) => boolean): Map<number, string> {
  const chars = new Map<number, string>();
  const encoding = source.resolve(font.get("Encoding"));
  const differences = isDict(encoding) ? source.resolve(encoding.get("Differences")) : null;
  let code = 0;
  for (const item of isArray(differences) ? differences : []) {
    const entry = source.resolve(item);
    if (typeof entry === "number") code = entry;
    else if (isName(entry)) {
      const shown = isAsked(entry.name) ? charsOfGlyph(entry.name) : null;
      if (shown !== null && Number.isInteger(code) && code >= 0 && code <= 0xff) chars.set(code, shown);
      code++;
    }
  }
  return chars;
}

/** A CMap of one byte to UTF-16 (ISO 32000-1, 9.10.3), at most 100 entries to a section. */
function printMap(chars: ReadonlyMap<number, string>): string {
  const entries = [...chars].map(([code, shown]) => `<${hex(code, 2)}> <${utf16(shown)}>\n`);
  const sections: string[] = [];
  for (let start = 0; start < entries.length; start += 100) {
    const section = entries.slice(start, start + 100);
    sections.push(`${section.length} beginbfchar\n${section.join("")}endbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Glyph-Names def
/CMapType 2 def
1 begincodespacerange
<00> <ff>
endcodespacerange
${sections.join("")}endcmap
end
end
`;
}

function utf16(text: string): string {
  return [...Array(text.length).keys()].map((index) => hex(text.charCodeAt(index), 4)).join("");
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
