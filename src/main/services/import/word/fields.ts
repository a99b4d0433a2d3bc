type Frame = { code: string; isResult: boolean; href: string | null; isContents: boolean };

/** The most of an instruction that is looked at, in UTF-16 units. */
const maxCode = 8000;

/** Where a field leads: the address of a `HYPERLINK` (ECMA-376, 17.16.5.25), null for other fields. */
export function linkOfField(code: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))/i.exec(code) ?? [];
  return quoted ?? bare ?? null;
}

/** Whether a field is a table of contents, or of figures. */
export function isContentsField(code: string): boolean {
  return /^\s*TOC\b/i.test(code);
}

/**
 * The fields that are open at a place of the text, the innermost last (17.16.18): of each, only the result is words of
 * the paper. They may begin in one paragraph and end in another.
 */
export class Fields {
  readonly #open: Frame[] = [];
  /** Words that were taken for an instruction. */
  #swallowed = 0;

  begin(): void {
    this.#open.push({ code: "", isResult: false, href: null, isContents: false });
  }

  /** The result follows. Returns whether it is a table of contents. */
  separate(): boolean {
    const top = this.#open.at(-1);
    if (top === undefined || top.isResult) return false;
    top.isResult = true;
    top.href = linkOfField(top.code);
    top.isContents = isContentsField(top.code);
    return top.isContents;
  }

  end(): void {
    this.#open.pop();
  }

  instruction(text: string): void {
    const top = this.#open.at(-1);
    if (top !== undefined && top.code.length < maxCode) top.code += text;
  }

  /** Words that are in a field's instruction: what another field gave for it. */
  swallow(text: string): void {
    this.#swallowed += text.trim().length;
    this.instruction(text);
  }

  get isInstruction(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  get isContents(): boolean {
    return this.#open.some(({ isContents }) => isContents);
  }

  get href(): string | null {
    return this.#open.findLast(({ href }) => href !== null)?.href ?? null;
  }

  /** Whether the text ended within a field whose end is missing, so that words may have been taken for part of it. */
  get isBroken(): boolean {
    return this.#open.some(({ isContents }) => isContents) || (this.isInstruction && this.#swallowed > 0);
  }
}
