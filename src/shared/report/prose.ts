import type { AnnotationId } from "../model/ids.ts";
import { type Block, plain, type Run } from "./tree.ts";

/** A claim as free text may cite it. */
export type Citable = Readonly<{ words: string; note: string }>;

const cited = /\[@([0-9a-fA-F-]{4,36})\]/g;

/**
 * Free text as blocks: paragraphs parted by empty lines, lines that begin with `- ` as lists, `**bold**`, `*italic*`, and
 * `[@identifier]` as a footnote with the claim it cites (its whole identifier or the end of it). Returns what to look at too:
 * sentences that cite nothing, claims that are not there, and words in quotation marks that the cited claims do not say.
 */
export function proseBlocks(
  text: string,
  find: (reference: string) => Citable | null,
): Readonly<{ blocks: readonly Block[]; flags: readonly string[] }> {
  const flags: string[] = [];
  const runsOf = (part: string): readonly Run[] =>
    sentencesOf(part).flatMap((sentence) => {
      const wrong = wrongWith(sentence, find);
      flags.push(...wrong);
      return [...sentenceRuns(sentence, find), ...wrong.map((one): Run => ({ kind: "flag", text: one }))];
    });
  const blocks = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): Block => {
      const lines = part.split("\n").map((line) => line.trim());
      if (lines.every((line) => line.startsWith("- ")))
        return { kind: "list", items: lines.map((line) => runsOf(line.slice(2))) };
      return { kind: "paragraph", runs: runsOf(lines.join(" ")) };
    });
  return { blocks, flags };
}

/** The identifiers, whole or in part, that a text cites. */
export function citedIn(text: string): string[] {
  return [...text.matchAll(cited)].map(([, id = ""]) => id);
}

/** How a text cites a claim. */
export function citation(id: AnnotationId): string {
  return `[@${id}]`;
}

/** Sentences after Unicode (UAX 29); a citation behind the full stop belongs to the sentence before it. */
function sentencesOf(text: string): string[] {
  // A stop inside a citation mark would never be found; the marks are kept out of the way as single letters.
  const marks: string[] = [];
  const hidden = text.replace(cited, (mark) => {
    marks.push(mark);
    return "\uE000";
  });
  const sentences: string[] = [];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(hidden)) {
    const [leading = ""] = /^[\s\uE000]*\uE000\s*/.exec(segment) ?? [];
    const before = sentences.at(-1);
    if (before !== undefined && leading !== "") sentences[sentences.length - 1] = before + leading;
    const rest = before === undefined ? segment : segment.slice(leading.length);
    if (rest !== "") sentences.push(rest);
  }
  let next = 0;
  return sentences.map((sentence) => sentence.replace(/\uE000/g, () => marks[next++] ?? ""));
}

function wrongWith(sentence: string, find: (reference: string) => Citable | null): string[] {
  const words = sentence.replace(cited, "").replace(/\*+/g, "").trim();
  if (!/\p{L}/u.test(words)) return [];
  const ids = citedIn(sentence);
  const shown = words.length > 60 ? `${words.slice(0, 58).trimEnd()}…` : words;
  if (ids.length === 0) return [`Cites no claim: “${shown}”`];
  const missing = ids.filter((id) => find(id) === null).map((id) => `Cites a claim that is not in the report: ${id}`);
  const said = ids.map((id) => folded(find(id)?.words ?? ""));
  const quotes = [...words.matchAll(/[“"«]([^”"»]{3,})[”"»]/g)].map(([, quote = ""]) => quote);
  const unsaid = quotes.filter((quote) => !said.some((one) => one.includes(folded(quote))));
  return [...missing, ...unsaid.map((quote) => `The cited claim does not say “${quote}”`)];
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/[.,;:]$/, "")
    .trim();
}

function sentenceRuns(sentence: string, find: (reference: string) => Citable | null): Run[] {
  return sentence.split(/(\[@[0-9a-fA-F-]{4,36}\])/).flatMap((part): Run[] => {
    const [id] = citedIn(part);
    if (id === undefined) return styledRuns(part);
    const claim = find(id);
    return claim === null ? [] : [{ kind: "note", text: claim.note }];
  });
}

function styledRuns(text: string): Run[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== "")
    .map((part): Run => {
      if (part.startsWith("**") && part.length > 4) return { kind: "text", text: part.slice(2, -2), bold: true };
      if (part.startsWith("*") && part.length > 2) return { kind: "text", text: part.slice(1, -1), italic: true };
      return plain(part);
    });
}
