import type { Edit } from "../change/edit.ts";
import { isDay } from "../model/day.ts";
import type { Library } from "../model/library.ts";
import { Paper } from "../model/paper.ts";
import { nameKey, sameName } from "../text/names.ts";

/** What a reader may change of a paper's record; the rest belongs to its source. */
export type PaperPart = Partial<
  Pick<
    Paper,
    | "title"
    | "authors"
    | "date"
    | "publisher"
    | "link"
    | "language"
    | "identifiers"
    | "note"
    | "tags"
    | "collections"
    | "author"
  >
>;

/** Edits that give papers other values; papers that have them already, and those that are gone, are left alone. */
export function paperEdits(library: Library, ids: readonly string[], update: (paper: Paper) => PaperPart): Edit[] {
  return ids.flatMap((id): Edit[] => {
    const from = library.papers[id];
    if (from === undefined) return [];
    const to = { ...from, ...update(from) };
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ table: "papers", from, to }];
  });
}

/** A tag or collection more, as another paper of the library already writes it. */
export function addLabel(library: Library, paper: Paper, kind: "tags" | "collections", label: string): PaperPart {
  if (nameKey(label) === "" || paper[kind].some((existing) => sameName(existing, label))) return {};
  const known = Object.values(library.papers).flatMap((paper) => paper[kind]);
  const written = known.find((existing) => sameName(existing, label)) ?? label.trim().replace(/\s+/g, " ");
  return { [kind]: [...paper[kind], written] };
}

/** A tag or collection less. */
export function removeLabel(paper: Paper, kind: "tags" | "collections", label: string): PaperPart {
  return { [kind]: paper[kind].filter((existing) => !sameName(existing, label)) };
}

/** The parts of a record that are written as one text each, as a form or a command line has them. */
export const paperFields = [
  "title",
  "authors",
  "date",
  "publisher",
  "link",
  "language",
  "identifiers",
  "tags",
  "collections",
  "note",
] as const;
/** A part of a record that is written as one text. */
export type PaperField = (typeof paperFields)[number];

/** The separator of a list. A comma may be part of a name. */
export const listMark = ";";
const lists: readonly PaperField[] = ["authors", "identifiers", "tags", "collections"];

/** A part of a record as text: lists are parted by semicolons. */
export function fieldText(paper: Paper, field: PaperField): string {
  const value = paper[field];
  return typeof value === "string" ? value : value === null ? "" : value.join(`${listMark} `);
}

/** What a text means as a part of a record, or why it cannot be one: a key of the problem. */
export function readField(
  field: PaperField,
  text: string,
): Readonly<{ part: PaperPart }> | Readonly<{ problem: "empty" | "date" | "language" | "long" | "link" }> {
  const clean = field === "note" ? text.trimEnd() : text.trim();
  if (field === "title" && clean === "") return { problem: "empty" };
  if (field === "link" && clean !== "" && !/^https?:\/\/\S+$/i.test(clean)) return { problem: "link" };
  const items = clean.split(listMark).map((part) => part.trim());
  const value = lists.includes(field)
    ? [...new Set(items.filter((item) => item !== ""))]
    : field === "date" && clean === ""
      ? null
      : clean;
  const read = Paper.shape[field].safeParse(value);
  if (read.success && (field !== "date" || value === null || isDay(clean))) return { part: { [field]: read.data } };
  return { problem: field === "date" || field === "language" ? field : "long" };
}
