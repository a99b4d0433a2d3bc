import {
  type FileChild,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  TextRun,
  UnderlineType,
} from "docx";
import type { ReportLook } from "../../../../shared/report/tree.ts";
import { ownDirection } from "../../../../shared/report/words.ts";
import { directionOfText, type TextDirection } from "../../../../shared/text/isolate.ts";
import { CopiedElement } from "./docx-copies.ts";

/** Colours of warnings and of secondary text. */
export const warning = "8A3300";
/** The colour of secondary text, as six hexadecimal digits. */
export const soft = "5D626B";

/** How a run of words looks where its style does not say; `size` in half points (ECMA-376, 17.3.2.38). */
export type RunLook = Readonly<{ size?: number; color?: string; bold?: boolean; italics?: boolean }>;

/**
 * A paragraph of one text in the direction of its script, or of the report where it has no letters; how it looks is its
 * style's business where it has one.
 */
export function paragraphOf(
  text: string,
  options: IParagraphOptions,
  around: TextDirection,
  look: RunLook = {},
): FileChild {
  const { paragraph, run } = lookOf(text, options, around, look);
  if (options.heading !== undefined) return paragraphIn(clean(text), { paragraph, run });
  return new CopiedElement("w:p", JSON.stringify([paragraph, run]), clean(text), (sample) =>
    paragraphIn(sample, { paragraph, run }),
  );
}

/** How a paragraph and its only run look, directions included. */
export type ParagraphLook = Readonly<{ paragraph: IParagraphOptions; run: IRunOptions }>;

/** The look of a paragraph of one text. */
export function lookOf(
  text: string,
  options: IParagraphOptions,
  around: TextDirection,
  look: RunLook = {},
): ParagraphLook {
  const rtl = options.bidirectional ?? ownDirection(text, { direction: around }) === "rtl";
  return {
    paragraph: { ...options, ...(rtl ? { bidirectional: true } : {}) },
    run: { ...(directionOfText(text) === "rtl" ? { rightToLeft: true } : {}), ...look },
  };
}

/** A paragraph of that look. */
export function paragraphIn(text: string, { paragraph, run }: ParagraphLook): Paragraph {
  return new Paragraph({ ...paragraph, children: [new TextRun({ text, ...run })] });
}

/** What parts a quote or a table from what follows. */
export function gap(): CopiedElement {
  return new CopiedElement("w:p", "gap", "", () => new Paragraph(gapOptions));
}

const gapOptions = { spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } };

/** A text as a run takes it. */
export function runTexts(text: string): { text: string; rightToLeft?: true } {
  return { text: clean(text), ...(directionOfText(text) === "rtl" ? { rightToLeft: true } : {}) };
}

/** Characters that XML 1.0 has no place for (section 2.2) become spaces. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ");
}

const shades: Readonly<Record<ReportLook, string>> = {
  supports: "CFE6F5",
  opposes: "FBDCC6",
  neutral: "E6E6E3",
  mixed: "F0D9E9",
  unclear: "ECE6D2",
  none: "FFFFFF",
  several: "E4DCF2",
  note: "F7EFC0",
};

const underlines: Partial<Readonly<Record<ReportLook, (typeof UnderlineType)[keyof typeof UnderlineType]>>> = {
  supports: UnderlineType.SINGLE,
  opposes: UnderlineType.WAVE,
  none: UnderlineType.DASH,
  several: UnderlineType.DOUBLE,
};

/** How a claim looks in a paper's own text: shade and kind of underline by its stance. */
export function runOf(look: ReportLook | undefined): object {
  if (look === undefined) return {};
  return {
    shading: { type: ShadingType.CLEAR, fill: shades[look] },
    underline: { type: underlines[look] ?? UnderlineType.DOTTED },
  };
}
