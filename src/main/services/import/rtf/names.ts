import type { EncodingName } from "../../../../shared/model/encodings.ts";
import { encodingOfCharset, symbolCharset } from "./code-pages.ts";
import type { State } from "./state.ts";

/** A font: its name and what its bytes are, null where they are as in the document. */
type Font = { name: string; encoding: EncodingName | null; isSymbol: boolean };
type Style = { name: string; outline: number | null; base: number };

/** The most of a name that is looked at, in UTF-16 units. */
const maxName = 8000;
/** Styles that are based on one another. */
const maxChain = 50;

/** The tables of an RTF file (RTF 1.9.1, “Font table”, “Style sheet”, “Track changes”): fonts, styles and authors. */
export class Names {
  readonly #fonts = new Map<number, Font>();
  readonly #styles = new Map<number, Style>();
  readonly authors: string[] = [];
  #name = "";

  font(id: number): Font | undefined {
    return this.#fonts.get(id);
  }

  /** A control word in one of the tables. */
  word(state: State, name: string, number: number | null): void {
    if (state.destination === "fonts") this.#fontWord(state.font, name, number);
    else if (state.destination === "styles") this.#styleWord(state, name, number);
  }

  /** Words in one of the tables: a name ends with a semicolon. */
  text({ destination, font, style }: State, text: string): void {
    for (const part of text.split(/(;)/)) {
      if (part !== ";") {
        if (this.#name.length < maxName) this.#name += part;
        continue;
      }
      const name = this.#name.trim();
      this.#name = "";
      const named = destination === "fonts" ? this.#fonts.get(font) : this.#styles.get(style);
      if (destination === "revisions") this.authors.push(name);
      else if (named !== undefined) named.name = name;
      // The first style may leave out that it is number 0.
      else if (destination === "styles" && style === 0) this.#styles.set(0, { name, outline: null, base: -1 });
    }
  }

  /** The names of a style and of those it is based on, the nearest first, in small letters; and their outline level. */
  style(id: number): Readonly<{ outline: number | null; names: readonly string[] }> {
    const names: string[] = [];
    let outline: number | null = null;
    for (let ancestor = this.#styles.get(id), steps = 0; ancestor !== undefined && steps < maxChain; steps++) {
      names.push(ancestor.name.toLowerCase());
      outline ??= ancestor.outline;
      ancestor = this.#styles.get(ancestor.base);
    }
    return { outline, names };
  }

  #fontWord(id: number, name: string, number: number | null): void {
    if (name === "f") this.#fonts.set(number ?? 0, { name: "", encoding: null, isSymbol: false });
    const font = this.#fonts.get(id);
    if (name !== "fcharset" || font === undefined) return;
    font.isSymbol = number === symbolCharset;
    font.encoding = encodingOfCharset(number ?? 0);
  }

  #styleWord(state: State, name: string, number: number | null): void {
    if (name === "s") {
      state.style = number ?? 0;
      this.#styles.set(state.style, { name: "", outline: null, base: -1 });
    }
    const style = this.#styles.get(state.style);
    if (name === "cs" || name === "ts" || name === "ds") state.style = -1;
    if (style === undefined) return;
    if (name === "outlinelevel") style.outline = number;
    else if (name === "sbasedon") style.base = number ?? -1;
  }
}
