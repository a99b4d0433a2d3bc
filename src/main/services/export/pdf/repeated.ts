import { isDict, type PdfObject, type PdfRef, printObject } from "../../pdf/objects.ts";
import type { PdfUpdate } from "../../pdf/update.ts";
import { isSigned } from "./signed.ts";

/** Shorter ones are not worth an object of their own. */
const minLength = 40;

/**
 * Writes the resources that many rewritten pages repeat word for word once, and lets the pages refer to them. Pages of
 * a signed file keep theirs as they are: a viewer may compare every entry of a page with the one that was signed.
 */
export class Repeated {
  readonly #update: PdfUpdate;
  readonly #known = new Map<string, PdfRef>();
  readonly #counts = new Map<string, number>();

  /** `all` are the values that will be asked for. */
  constructor(update: PdfUpdate, all: readonly (PdfObject | undefined)[]) {
    this.#update = update;
    if (isSigned(update.source)) return;
    for (const value of all) {
      const key = keyOf(value);
      if (key !== null) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  /** The value itself, or a reference to it when another page has it too. */
  of(value: PdfObject): PdfObject {
    const key = keyOf(value);
    if (key === null || (this.#counts.get(key) ?? 0) < 2) return value;
    const ref = this.#known.get(key) ?? this.#update.add(value);
    this.#known.set(key, ref);
    return ref;
  }
}

function keyOf(value: PdfObject | undefined): string | null {
  if (!isDict(value)) return null;
  const key = printObject(value).toString("latin1");
  return key.length < minLength ? null : key;
}
