import type { PaperId } from "../../../../shared/model/ids.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import type { CitationStyle } from "../../../../shared/report/cite.ts";
import { cutText } from "../../../../shared/text/cut.ts";
import { sameName } from "../../../../shared/text/names.ts";

/** An author: a whole name, or its parts where they are known. */
export type CslName = Readonly<{ name: string; "given-name"?: string }>;

/** A paper's own data as the processor of citations takes them (Hayagriva, entry of type `report`). */
export type CslItem = Readonly<{
  type: "report";
  title: Readonly<{ value: string; short?: string }>;
  author?: readonly CslName[];
  date?: string;
  publisher?: string;
  url?: Readonly<{ value: string; date: string }>;
  "serial-number"?: Readonly<{ serial?: string; doi?: string; isbn?: string }>;
}>;

/** Papers to be cited, in the order they are cited in, and the style. */
export type CitingWork = Readonly<{ style: CitationStyle; items: readonly (readonly [PaperId, CslItem])[] }>;

/** What citing some papers of a library takes; a paper named twice is cited once. */
export function citingWork(library: Library, papers: readonly PaperId[], style: CitationStyle): CitingWork {
  const items = [...new Set(papers)].flatMap((id) => {
    const paper = library.papers[id];
    return paper === undefined ? [] : [[id, cslItem(library, paper)] as const];
  });
  return { style, items };
}

/** What a paper is cited by. Nothing is made up: what its record does not say is left out. */
export function cslItem(library: Library, paper: Paper): CslItem {
  const number = (kind: string): string => identifierOf(paper.identifiers, kind);
  const serial = { serial: number("report"), doi: number("doi"), isbn: number("isbn") };
  const known = Object.fromEntries(Object.entries(serial).filter(([, value]) => value !== ""));
  const short = shortTitle(paper);
  const authors = paper.authors.map((name) => cslName(library, name));
  return {
    type: "report",
    title: { value: asItIs(paper.title), ...(short === paper.title ? {} : { short: asItIs(short) }) },
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(paper.date === null ? {} : { date: paper.date }),
    ...(paper.publisher === "" ? {} : { publisher: asItIs(paper.publisher) }),
    ...(/^https?:\/\//i.test(paper.link) ? { url: { value: paper.link, date: paper.added.slice(0, 10) } } : {}),
    ...(Object.keys(known).length === 0 ? {} : { "serial-number": known }),
  };
}

/**
 * A name in its parts. `Family, Given` says them itself; a name without a comma is parted before its last word (or the
 * small words before that) when the codebook knows it as a person; of all others nobody can tell, and they stay whole.
 */
export function cslName(library: Library, author: string): CslName {
  const kind = Object.values(library.actors).find(({ name, aliases }) =>
    [name, ...aliases].some((alias) => sameName(alias, author)),
  )?.kind;
  if (kind === "organisation" || kind === "state") return { name: author };
  const parts = author.split(",").map((part) => part.trim());
  const [family = "", given = ""] = parts;
  if (parts.length === 2 && family !== "" && given !== "") return { name: family, "given-name": given };
  const [, first, last] = /^(\S.*?)\s+((?:\p{Ll}\S*\s+)*\S+)$/u.exec(author.trim()) ?? [];
  if (kind !== "person" || first === undefined || last === undefined || !/^[\p{Script=Latin}\s\p{P}]+$/u.test(author))
    return { name: author };
  return { name: last, "given-name": first };
}

/** The part of a title before its colon or dash; of a long title that has none, as many words as a line holds. */
function shortTitle({ title }: Paper): string {
  const [main = title] = title.split(/(?<=\S): | [–—] /);
  if (main.length <= 60) return main;
  return `${cutText(main, 58).replace(/\s+\S*$/, "")}…`;
}

/** A text that no style may write in other letters: a title is cited as the paper has it. */
function asItIs(text: string): string {
  return `{${text.replace(/[\\{}$]/g, "\\$&")}}`;
}

function identifierOf(identifiers: readonly string[], kind: string): string {
  const found = identifiers.find((identifier) => identifier.toLowerCase().startsWith(`${kind}:`));
  return found?.slice(kind.length + 1).trim() ?? "";
}
