import type { PdfAnnotation } from "./annotations.ts";

/** A mark-up annotation of a PDF with the index of its page. */
export type PageMark = PdfAnnotation & Readonly<{ page: number }>;

/**
 * True when one of our exports wrote it: its name is the annotation's identifier, on pages after the first with `-p2`,
 * `-p3` …
 */
export function isOwn(mark: PageMark, annotations: ReadonlySet<string>): boolean {
  return annotations.has(ownName(mark.name));
}

/** The identifier in a name that an export gave. */
export function ownName(name: string): string {
  return name.replace(/-p\d+$/, "");
}
