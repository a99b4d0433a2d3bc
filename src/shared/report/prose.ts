import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import type { AnnotationId } from "../model/ids.ts";
import { sentencesIn } from "../search/sentences.ts";
import { cutText } from "../text/cut.ts";
import { plain, type ReportBlock, type ReportRun, type ReportText } from "./tree.ts";
import { englishWords, type ReportWords } from "./words.ts";

/** A claim as free text may cite it. */
export type Citable = Readonly<{
  words: string;
  /** The footnote; asked for once for each time it is cited, in order. */
  note: () => readonly ReportText[];
}>;

/**
 * What is wrong with a sentence: it cites nothing, a claim that is not there, or quotes words that no cited claim says.
 */
export type Wrong = Readonly<{ kind: "uncited" | "missing" | "unsaid"; text: string }>;

/** A sentence of free text with its place in it, UTF-16 offsets. */
export type CheckedSentence = Readonly<{ start: number; end: number; text: string; wrong: readonly Wrong[] }>;

/** A stretch of free text: words, bold or italic or neither, or a citation of a claim. */
export type ProseSpan =
  | Readonly<{ kind: "words"; text: string; look: "plain" | "bold" | "italic" }>
  | Readonly<{ kind: "citation"; reference: string }>;

const cited = /\[@([0-9a-fA-F-]{4,36})\]/g;

/**
 * Free text as blocks: paragraphs parted by empty lines, lines that begin with `- ` as lists, `**bold**`, `*italic*`,
 * and `[@identifier]` as a footnote with the claim it cites (its whole identifier or the end of it). Returns what to
 * look at too: sentences that cite nothing, claims that are not there, and words in quotation marks that the cited
 * claims do not say.
 */
export function proseBlocks(
  text: string,
  find: (reference: string) => Citable | null,
  words: ReportWords = englishWords,
): Readonly<{ blocks: readonly ReportBlock[]; flags: readonly Message[] }> {
  const flags: Message[] = [];
  const runsOf = (part: string): readonly ReportRun[] => {
    const spans = proseSpans(part);
    return checkedSentences(part, (reference) => find(reference)?.words ?? null).flatMap((sentence) => {
      const wrong = sentence.wrong.map(messageFor);
      flags.push(...wrong);
      return [
        ...runsWithin(spans, sentence, find),
        ...wrong.map((message): ReportRun => ({ kind: "flag", text: words.sayUnchecked(message) })),
      ];
    });
  };
  const blocks = paragraphsOf(text).map((lines): ReportBlock => {
    if (isList(lines)) return { kind: "list", items: lines.map((line) => runsOf(line.slice(2))) };
    return { kind: "paragraph", runs: runsOf(lines.join(" ")) };
  });
  return { blocks, flags };
}

/** The paragraphs of free text, each as its lines. */
export function paragraphsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => part.split("\n").map((line) => line.trim()));
}

/** Whether the lines of a paragraph are a list. */
export function isList(lines: readonly string[]): boolean {
  return lines.every((line) => line.startsWith("- "));
}

/** The identifiers, whole or in part, that a text cites. */
export function citedIn(text: string): string[] {
  return [...text.matchAll(cited)].map(([, id = ""]) => id);
}

/** How a text cites a claim. */
export function citation(id: AnnotationId): string {
  return `[@${id}]`;
}

/** Finds the claim that a text cites, by its identifier or the end of it; null when there is none. */
export function claimFinder<Claim extends Readonly<{ id: AnnotationId }>>(
  claims: readonly Claim[],
): (reference: string) => Claim | null {
  const byId = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]));
  const found = new Map<string, Claim | null>();
  return (reference) => {
    const wanted = reference.toLowerCase();
    const known = byId.get(wanted) ?? found.get(wanted);
    if (known !== undefined) return known;
    const claim = claims.find(({ id }) => id.endsWith(wanted)) ?? null;
    found.set(wanted, claim);
    return claim;
  };
}

/**
 * The sentences of a text without paragraphs (Unicode, UAX 29), with what is wrong with each. `quoteOf` gives the words
 * of a claim, null when it is not there.
 */
export function checkedSentences(text: string, quoteOf: (reference: string) => string | null): CheckedSentence[] {
  let start = 0;
  return sentencesOf(text).map((sentence) => {
    const checked = { start, end: start + sentence.length, text: sentence, wrong: wrongWith(sentence, quoteOf) };
    start = checked.end;
    return checked;
  });
}

/** The stretches of a text without paragraphs; joined by `printStretch` they are the text again. */
export function proseSpans(text: string): ProseSpan[] {
  return text.split(/(\[@[0-9a-fA-F-]{4,36}\])/).flatMap((part): ProseSpan[] => {
    const [reference] = citedIn(part);
    return reference === undefined ? wordsOf(part) : [{ kind: "citation", reference }];
  });
}

/** A stretch as it is written; white space stays outside of the marks of bold and italic. */
export function printProseSpan(stretch: ProseSpan): string {
  if (stretch.kind === "citation") return `[@${stretch.reference}]`;
  const mark = { plain: "", bold: "**", italic: "*" }[stretch.look];
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(stretch.text) ?? [];
  return words === "" ? stretch.text : `${before}${mark}${words}${mark}${after}`;
}

/** What is wrong with a sentence, said in one. */
function messageFor({ kind, text }: Wrong): Message {
  switch (kind) {
    case "uncited":
      return message("report.uncited", { text });
    case "missing":
      return message("report.missing", { text });
    case "unsaid":
      return message("report.unsaid", { text });
  }
}

/** Sentences as the reader has them; a citation after the full stop belongs to the sentence before it. */
function sentencesOf(text: string): string[] {
  // A stop inside a citation mark would never be found; the marks are kept out of the way as single letters. So is a
  // letter of the text that is the same one.
  const marks: string[] = [];
  const hidden = text.replace(new RegExp(`${cited.source}|\uE000`, "g"), (mark) => {
    marks.push(mark);
    return "\uE000";
  });
  const sentences: string[] = [];
  for (const { start, end } of sentencesIn(hidden)) {
    const segment = hidden.slice(start, end);
    const [leading = ""] = /^[\s\uE000]*\uE000\s*/.exec(segment) ?? [];
    const before = sentences.at(-1);
    if (before !== undefined && leading !== "") sentences[sentences.length - 1] = before + leading;
    const rest = before === undefined ? segment : segment.slice(leading.length);
    if (rest !== "") sentences.push(rest);
  }
  let next = 0;
  return sentences.map((sentence) => sentence.replace(/\uE000/g, () => marks[next++] ?? ""));
}

function wrongWith(sentence: string, quoteOf: (reference: string) => string | null): Wrong[] {
  const words = sentence.replace(cited, "").replace(/\*+/g, "").trim();
  if (!/\p{L}/u.test(words)) return [];
  const ids = citedIn(sentence);
  const shown = words.length > 60 ? `${cutText(words, 58).trimEnd()}…` : words;
  if (ids.length === 0) return [{ kind: "uncited", text: shown }];
  const missing = ids.filter((id) => quoteOf(id) === null).map((id): Wrong => ({ kind: "missing", text: id }));
  const all = ids.map((id) => folded(quoteOf(id) ?? ""));
  const quotes = [...words.matchAll(/[“"«]([^”"»]{3,})[”"»]/g)].map(([, quote = ""]) => quote);
  const unsaid = quotes.filter((quote) => !all.some((source) => source.includes(folded(quote))));
  return [...missing, ...unsaid.map((quote): Wrong => ({ kind: "unsaid", text: quote }))];
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

/** What a sentence has of the spans of its paragraph: bold and italic may begin in one sentence and end in another. */
function runsWithin(
  spans: readonly ProseSpan[],
  sentence: CheckedSentence,
  find: (reference: string) => Citable | null,
): ReportRun[] {
  let start = 0;
  return spans.flatMap((span): ReportRun[] => {
    const from = start;
    start += printProseSpan(span).length;
    if (span.kind === "citation") {
      const claim = from >= sentence.start && from < sentence.end ? find(span.reference) : null;
      return claim === null ? [] : [{ kind: "note", words: claim.note() }];
    }
    const inner = from + { plain: 0, bold: 2, italic: 1 }[span.look];
    const text = span.text.slice(Math.max(0, sentence.start - inner), Math.max(0, sentence.end - inner));
    if (text === "") return [];
    return [span.look === "plain" ? plain(text) : { kind: "text", text, [span.look]: true }];
  });
}

const marked = /(\*\*[^*\s](?:[^*]*[^*\s])?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)/;

function wordsOf(text: string): ProseSpan[] {
  return text
    .split(marked)
    .filter((part) => part !== "")
    .map((part): ProseSpan => {
      if (!marked.test(part)) return { kind: "words", text: part, look: "plain" };
      return part.startsWith("**")
        ? { kind: "words", text: part.slice(2, -2), look: "bold" }
        : { kind: "words", text: part.slice(1, -1), look: "italic" };
    });
}
