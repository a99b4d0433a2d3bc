import { sentencesIn } from "./sentences.ts";

/** How much around found words is meant: the words themselves, their sentence or sentences, or their paragraph. */
export const passageSpans = ["words", "sentence", "paragraph"] as const;
export type PassageSpan = (typeof passageSpans)[number];

type Range = Readonly<{ start: number; end: number }>;

/** The passage around words of a paragraph, without white space at its ends; all are ranges of the text. */
export function passageAround(text: string, paragraph: Range, words: Range, span: PassageSpan): Range {
  if (span === "words") return words;
  if (span === "paragraph") return trimmed(text, paragraph);
  const own = sentencesIn(text.slice(paragraph.start, paragraph.end)).map(({ start, end }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
  }));
  const touched = own.filter(({ start, end }) => start < words.end && end > words.start);
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? words : trimmed(text, { start: first.start, end: last.end });
}

function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return { start: start + before, end: start + words.trimEnd().length };
}
