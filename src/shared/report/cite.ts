import { z } from "zod";
import type { Paper } from "../model/paper.ts";
import { pageName } from "./outline.ts";

/** Author and date in brackets; full notes; numbers in brackets. */
export const CitationStyle = z.enum(["author-date", "notes", "numbers"]);
export type CitationStyle = z.infer<typeof CitationStyle>;

/** How the papers of a report are cited. */
export type Citations = Readonly<{
  /** A place in a paper: `(Harbour Board 2021, p. 4)`, a full note, or `[1, p. 4]`. `page` is the printed label. */
  cite: (paper: string, page: string) => string;
  /** The same in few words, for tables and under quotes: `Harbour Board 2021, p. 4`, or `[1, p. 4]`. */
  short: (paper: string, page: string) => string;
  /** The bibliography: one entry for each paper, in the order of the style. */
  entries: readonly Readonly<{ text: string; link: string }>[];
}>;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Citations of some papers in a style, from their own authors, dates, titles, publishers and links; names are not turned round, as a name does not tell its parts. */
export function citationsOf(papers: readonly Paper[], style: CitationStyle): Citations {
  const ordered = style === "numbers" ? papers : papers.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b)));
  const letters = lettersOf(ordered);
  const numbers = new Map(ordered.map(({ id }, index) => [id as string, index + 1]));
  const byId = new Map(ordered.map((paper) => [paper.id as string, paper]));
  const yearOf = (paper: Paper): string => `${paper.date?.slice(0, 4) ?? "n.d."}${letters.get(paper.id) ?? ""}`;
  const short = (id: string, page: string): string => {
    const paper = byId.get(id);
    if (paper === undefined) return pageName(page);
    if (style === "numbers") return `[${numbers.get(id) ?? ""}, ${pageName(page)}]`;
    return `${shortAuthors(paper)} ${yearOf(paper)}, ${pageName(page)}`;
  };
  return {
    short,
    cite: (id, page) => {
      const paper = byId.get(id);
      const place = pageName(page);
      if (paper === undefined) return place;
      if (style === "numbers") return short(id, page);
      if (style === "author-date") return `(${short(id, page)})`;
      const imprint = [paper.publisher, dayInWords(paper.date)].filter((one) => one !== "").join(", ");
      return `${[...authorList(paper), paper.title].join(", ")} (${imprint}), ${place}`;
    },
    entries: ordered.map((paper) => ({
      text: entryOf(paper, style, yearOf(paper), numbers.get(paper.id) ?? 0),
      link: linkOf(paper),
    })),
  };
}

function entryOf(paper: Paper, style: CitationStyle, year: string, place: number): string {
  const authors = authorList(paper).join("; ");
  const number = identifierOf(paper.identifiers, "report");
  const publisher = joined([number, paper.publisher], ". ");
  if (style === "numbers")
    return `[${place}] ${joined([authors, `“${paper.title}”`, publisher, dayInWords(paper.date)], ", ")}.`;
  if (style === "notes")
    return `${joined([authors, paper.title, joined([publisher, dayInWords(paper.date)], ", ")], ". ")}.`;
  return authors === ""
    ? `${joined([`${paper.title} (${year})`, publisher], ". ")}.`
    : `${joined([`${authors} (${year})`, paper.title, publisher], ". ")}.`;
}

/** Where a paper is found on the web: its own link, else that of its DOI; empty when it has neither. */
function linkOf({ link, identifiers }: Paper): string {
  if (/^https?:\/\//i.test(link)) return link;
  const doi = identifierOf(identifiers, "doi");
  return doi === "" ? "" : `https://doi.org/${encodeURI(doi)}`;
}

function identifierOf(identifiers: readonly string[], kind: string): string {
  return (
    identifiers
      .find((one) => one.toLowerCase().startsWith(`${kind}:`))
      ?.slice(kind.length + 1)
      .trim() ?? ""
  );
}

function joined(parts: readonly string[], by: string): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => part.replace(/\.$/, ""))
    .join(by);
}

function authorList({ authors }: Paper): readonly string[] {
  return authors.length > 3 ? [`${authors[0] ?? ""} and others`] : authors;
}

/** Authors as they stand in a bracket; the title where there are none. */
function shortAuthors({ authors, title }: Paper): string {
  const [first, second] = authors;
  if (first === undefined) return title.length > 40 ? `“${title.slice(0, 38).trimEnd()}…”` : `“${title}”`;
  if (authors.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** A date in words: `9 March 2021`, `March 2021`, `2021`. */
export function dayInWords(date: string | null): string {
  if (date === null) return "n.d.";
  const [year = "", month, day] = date.split("-");
  const name = month === undefined ? "" : (months[Number(month) - 1] ?? "");
  return [day === undefined ? "" : String(Number(day)), name, year].filter((one) => one !== "").join(" ");
}

/** a, b, c … for papers that author and year alone do not tell apart. */
function lettersOf(papers: readonly Paper[]): Map<string, string> {
  const letters = new Map<string, string>();
  for (const group of Map.groupBy(
    papers,
    (paper) => `${shortAuthors(paper)} ${paper.date?.slice(0, 4) ?? ""}`,
  ).values())
    if (group.length > 1) for (const [index, { id }] of group.entries()) letters.set(id, lettered(index));
  return letters;
}

function lettered(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : `${lettered(Math.floor(index / 26) - 1)}${letter}`;
}

function sortKey(paper: Paper): string {
  return `${authorList(paper).join("; ") || paper.title} ${paper.date ?? "9999"} ${paper.title}`.toLowerCase();
}
