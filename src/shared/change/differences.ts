import equal from "fast-deep-equal";
import { widen } from "../anchor/describe.ts";
import type { Message } from "../messages/arguments.ts";
import { inEnglish, message, printLabel, printMessage, type SpokenLanguage } from "../messages/message.ts";
import { quoteOf } from "../model/annotation.ts";
import { recordOf } from "../model/by-paper.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { stanceLabel } from "../model/stance-name.ts";
import type { Edit } from "./edit.ts";
import { fieldText, type Names, settingName } from "./field-text.ts";
import type { ChangeLabel } from "./label.ts";
import { shownLabel } from "./label.ts";

/** What an edit did to one record, in names instead of identifiers: what history shows. */
export type Difference = Readonly<{
  table: Edit["table"];
  /** The record's identifier. */
  id: string;
  did: "made" | "edited" | "removed";
  /** The record as a person knows it: its name, its quote, what it says. */
  subject: string;
  /** Fields that are not the same any more, with what they said before and after. Empty text: nothing. */
  fields: readonly Readonly<{ field: string; from: string; to: string }>[];
}>;

/** Fields that say nothing to a reader of history. */
const silent = new Set([
  "id",
  "modified",
  "created",
  "coder",
  "paper",
  "annotation",
  "rank",
  "passage",
  "sha256",
  "added",
]);

/** What a record says, field by field, in words of a language: those that have something to say. */
export function factsOf(
  library: Library,
  paper: Paper,
  language: SpokenLanguage = inEnglish,
): readonly Readonly<{ field: string; text: string }>[] {
  const names = { library, language };
  return Object.keys(paper)
    .filter((field) => !silent.has(field))
    .map((field) => ({ field, text: fieldText(names, "papers", field, paper) }))
    .filter(({ text }) => text !== "");
}

/**
 * What the edits of a change did, values in words of a language. Names that are gone by now are looked up in the change
 * itself.
 */
export function differencesOf(
  library: Library,
  edits: readonly Edit[],
  language: SpokenLanguage = inEnglish,
): Difference[] {
  const names = { library: withRemoved(library, edits), language };
  return edits.map((edit) => differenceOf(names, edit));
}

/** All that a change says in words: its label, what it is about, and each value before and after. */
export function printRecord(
  library: Library,
  change: Readonly<{ label: ChangeLabel; undoes: string | null; edits: readonly Edit[] }>,
  language: SpokenLanguage = inEnglish,
): string {
  const words = differencesOf(library, change.edits, language).flatMap(({ subject, fields }) => [
    subject,
    ...fields.flatMap(({ from, to }) => [from, to]),
  ]);
  return [printLabel(shownLabel(change), language), ...words].join("\n");
}

/** A difference as one line, as the command line prints it: `Claim: “…” · note “a” → “b”`, `Issue added: Water`. */
export function printDifference(
  { table, did, subject, fields }: Difference,
  language: SpokenLanguage = inEnglish,
): string {
  const print = (text: Message): string => printMessage(text, language);
  const short = (text: string): string => shortened(text.replace(/[\s\p{Cc}]+/gu, " "));
  const quoted = (text: string): Message =>
    text === "" ? message("history.empty") : message("history.quoted", { text: short(text) });
  const kind = message(`history.table.${table}`);
  const name = table === "annotations" ? print(quoted(subject)) : short(subject);
  const head = did === "edited" ? kind : message(`history.did.${did}`, { kind });
  const changed = fields.map(({ field, from, to }) =>
    print(message("history.fieldChange", { field: fieldLabel(field), from: quoted(from), to: quoted(to) })),
  );
  return `${print(head)}: ${[name, ...changed].join(" · ")}`;
}

const namedFields = [
  ...["actor", "aliases", "archived", "author", "authors", "bytes", "certainty", "characters", "collections"],
  ...["colour", "date", "definition", "examples", "exclude", "fileName", "format", "glyph", "grade", "identifiers"],
  ...["include", "issue", "key", "kind", "labels", "language", "link", "name", "note", "origin", "pages", "parent"],
  ...[
    "polarity",
    "publisher",
    "reader",
    "reading",
    "replaces",
    "notCarried",
    "source",
    "stance",
    "strength",
    "suggestedAuthors",
    "tags",
  ],
  ...["target", "text", "title", "toCheck", "unplaced", "value"],
] as const;

/** What a field of a record is called; one that a newer program has added is named as in the data. */
export function fieldLabel(field: string): string | Message {
  const known = namedFields.find((namedField) => namedField === field);
  return known === undefined ? field : message(`history.field.${known}`);
}

/**
 * A text cut to at most `most` UTF-16 units before its ellipsis, at the end of a word where one ends near, never inside
 * of a character.
 */
export function shortened(text: string, most = 80): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most);
  if (space >= most - 20) return `${text.slice(0, space)}…`;
  return `${text.slice(0, widen(text, { start: most - 20, end: most }).start)}…`;
}

/** The library with the records the edits removed, for their names only. */
function withRemoved(library: Library, edits: readonly Edit[]): Library {
  if (!edits.some(({ table }) => table === "issues" || table === "stances" || table === "actors")) return library;
  const issues = { ...library.issues };
  const stances = { ...library.stances };
  const actors = { ...library.actors };
  for (const { table, from, to } of edits) {
    if (table === "issues") issues[(to ?? from)?.id ?? ""] ??= to ?? from ?? never();
    if (table === "stances") stances[(to ?? from)?.id ?? ""] ??= to ?? from ?? never();
    if (table === "actors") actors[(to ?? from)?.id ?? ""] ??= to ?? from ?? never();
  }
  return { ...library, issues, stances, actors };
}

function never(): never {
  throw new TypeError("an edit without a record");
}

function differenceOf(names: Names, edit: Edit): Difference {
  const { table, from, to } = edit;
  const did = from === null ? "made" : to === null ? "removed" : "edited";
  const before: Readonly<Record<string, unknown>> = from ?? {};
  const after: Readonly<Record<string, unknown>> = to ?? {};
  const fields =
    did === "edited"
      ? Object.keys(after).filter((field) => !silent.has(field) && !equal(before[field], after[field]))
      : [];
  const record = edit.table === "settings" ? { id: (edit.to ?? edit.from)?.key } : (edit.to ?? edit.from);
  return {
    table,
    id: record?.id ?? "",
    did,
    subject: subjectOf(names, edit),
    fields: fields
      .map((field) => ({
        field,
        from: fieldText(names, table, field, before),
        to: fieldText(names, table, field, after),
      }))
      .filter(({ from: before, to: other }) => before !== other),
  };
}

function subjectOf(names: Names, edit: Edit): string {
  const { library, language } = names;
  const record = edit.to ?? edit.from;
  if (record === null) return "";
  switch (edit.table) {
    case "annotations":
      return edit.to === null && edit.from === null ? "" : quoteOf((edit.to ?? edit.from ?? never()).passage);
    case "positions": {
      const position = edit.to ?? edit.from ?? never();
      return ["stance", "issue"]
        .map((field) => fieldText(names, "positions", field, position))
        .join(" ")
        .trim();
    }
    case "relations": {
      const { kind, target } = edit.to ?? edit.from ?? never();
      const other = recordOf(library.annotations, target.paper, target.annotation);
      const verb = printMessage(message(`relation.${kind}`), language);
      return other === undefined
        ? verb
        : `${verb} ${printMessage(message("history.quoted", { text: quoteOf(other.passage) }), language)}`;
    }
    case "settings":
      return printLabel(settingName(edit.to ?? edit.from ?? never()), language);
    case "papers":
      return (edit.to ?? edit.from ?? never()).title;
    case "stances":
      return printLabel(stanceLabel(edit.to ?? edit.from ?? never()), language);
    default:
      return (edit.to ?? edit.from ?? never()).name;
  }
}
