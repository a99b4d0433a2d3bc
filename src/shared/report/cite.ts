import { z } from "zod";
import { message } from "../messages/message.ts";
import { pageName } from "./outline.ts";
import { plain, type ReportText } from "./tree.ts";
import { englishWords, type ReportWords } from "./words.ts";

/** The styles kept, by their names in the repository of the Citation Style Language. */
export const citationStyles = [
  "chicago-author-date",
  "chicago-notes",
  "apa",
  "harvard-cite-them-right",
  "mla",
  "modern-humanities-research-association",
  "ieee",
] as const;

/** Names for those who want a kind of style and no particular one. */
const plainNames: Readonly<Record<string, string>> = {
  "author-date": "chicago-author-date",
  notes: "chicago-notes",
  numbers: "ieee",
};

/**
 * A CSL style (Citation Style Language 1.0.2) that papers are cited by; `author-date`, `notes` and `numbers` stand for
 * one each.
 */
export const CitationStyle = z.preprocess(
  (name) => (typeof name === "string" ? (plainNames[name] ?? name) : name),
  z.enum(citationStyles),
);
export type CitationStyle = z.infer<typeof CitationStyle>;

/** The placeholder for the printed page in a citation; of private use in Unicode, so that no title has it. */
export const pagePlace = "\uE000";

/** How a style cites some papers, as plain data: `pagePlace` stands for the printed page. */
export type CitedPapers = Readonly<{
  papers: Readonly<
    Record<
      string,
      Readonly<{
        /** As printed in a footnote or in running text. */
        full: readonly ReportText[];
        /** What a second note says; no other than the first where the style has no notes. */
        again: readonly ReportText[];
        /** The same in few words, for tables and under quotes. */
        short: string;
      }>
    >
  >;
  /** The bibliography, in the order of the style. */
  entries: readonly (readonly ReportText[])[];
}>;

/** How the papers of a report are cited. */
export type Citations = Readonly<{
  /** A place in a paper: `(Siddiqui 2021, p. 4)`, a full note, or `[1, p. 4]`. `page` is the printed label. */
  cite: (paper: string, page: string) => readonly ReportText[];
  /** The same where the paper was cited before: a note in few words, `Siddiqui, Relations, p. 4`. */
  citeAgain: (paper: string, page: string) => readonly ReportText[];
  /** The same in few words: `Siddiqui 2021, p. 4`, or `[1, p. 4]`. */
  short: (paper: string, page: string) => string;
  entries: CitedPapers["entries"];
}>;

/** Nothing is cited: places are identified by their pages alone. */
export const uncited: CitedPapers = { papers: {}, entries: [] };

/**
 * Citations with the pages in their places. A page never parts from its sign at the end of a line. The processor has
 * English terms only (CSL locale `en`): those that stand in running text are replaced in a report of another language.
 */
export function citationsOf({ papers, entries }: CitedPapers, names: ReportWords = englishWords): Citations {
  const placed = (text: string, page: string): string =>
    withOwnTerms(text, names).replaceAll(pagePlace, () => pageName(page, names).replace(" ", "\u00a0"));
  const words = (runs: readonly ReportText[] = [plain(pagePlace)], page: string): ReportText[] =>
    runs.map((run) => ({ ...run, text: placed(run.text, page) }));
  return {
    entries: entries.map((entry) => entry.map((run) => ({ ...run, text: withOwnTerms(run.text, names) }))),
    short: (paper, page) => placed(papers[paper]?.short ?? pagePlace, page),
    cite: (paper, page) => words(papers[paper]?.full, page),
    citeAgain: (paper, page) => words(papers[paper]?.again, page),
  };
}

/** "n.d." and "et al." in the words of the report. */
function withOwnTerms(text: string, names: ReportWords): string {
  if (names.language.locale === englishWords.language.locale) return text;
  return text
    .replace(/(?<!\p{L})n\.d\.?(?!\p{L})/gu, () => names.say(message("report.undated")))
    .replace(/(?<!\p{L})et al\.?(?!\p{L})/gu, () => names.say(message("report.andOthers")));
}

/** A date in words: `9 March 2021`, `March 2021`, `2021`. */
export function dayInWords(date: string | null, words: ReportWords = englishWords): string {
  if (date === null) return words.say(message("report.undated"));
  const [year = "", month, day] = date.split("-");
  const name = month === undefined ? "" : monthName(Number(month), words);
  return [day === undefined ? "" : String(Number(day)), name, year].filter((part) => part !== "").join(" ");
}

function monthName(month: number, { language }: ReportWords): string {
  if (!(month >= 1 && month <= 12)) return "";
  const format = new Intl.DateTimeFormat(language.locale, { month: "long", timeZone: "UTC" });
  return format.format(Date.UTC(2021, month - 1, 1));
}
