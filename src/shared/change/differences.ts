import equal from "fast-deep-equal";
import { widen } from "../anchor/describe.ts";
import { inEnglish, printLabel, type SpokenLanguage } from "../messages/message.ts";
import { quoteOf } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import { issueNames, showPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import type { Edit } from "./edit.ts";
import type { ChangeLabel } from "./label.ts";
import { shownLabel } from "./label.ts";

/** What an edit did to one record, in names instead of identifiers: what history shows. */
export type Difference = Readonly<{
  table: Edit["table"];
  /** The record's identifier. */
  id: string;
  did: "made" | "altered" | "removed";
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

/** What the edits of a change did. Names that are gone by now are looked up in the change itself. */
export function differencesOf(library: Library, edits: readonly Edit[]): Difference[] {
  const known = withRemoved(library, edits);
  return edits.map((edit) => differenceOf(known, edit));
}

/** All that a change says in words: its label, what it is about, and each value before and after. */
export function printRecord(
  library: Library,
  change: Readonly<{ label: ChangeLabel; undoes: string | null; edits: readonly Edit[] }>,
  language: SpokenLanguage = inEnglish,
): string {
  const said = differencesOf(library, change.edits).flatMap(({ subject, fields }) => [
    subject,
    ...fields.flatMap(({ from, to }) => [from, to]),
  ]);
  return [printLabel(shownLabel(change), language), ...said].join("\n");
}

/** A difference as a line in English, as the command line prints it: `claim “…”: note “a” → “b”`. */
export function printDifference({ table, did, subject, fields }: Difference): string {
  const kind = { annotations: "claim", settings: "setting" }[table as string] ?? table.replace(/s$/, "");
  const short = (text: string): string => shortened(text.replace(/[\s\p{Cc}]+/gu, " "));
  const name = table === "annotations" ? `“${short(subject)}”` : short(subject);
  const quoted = (text: string): string => (text === "" ? "nothing" : `“${short(text)}”`);
  const parts = fields.map(({ field, from, to }) => `${field} ${quoted(from)} → ${quoted(to)}`);
  return `${kind} ${name}${did === "altered" ? "" : ` ${did}`}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
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

function differenceOf(library: Library, edit: Edit): Difference {
  const { table, from, to } = edit;
  const did = from === null ? "made" : to === null ? "removed" : "altered";
  const before: Readonly<Record<string, unknown>> = from ?? {};
  const after: Readonly<Record<string, unknown>> = to ?? {};
  const fields =
    did === "altered"
      ? Object.keys(after).filter((field) => !silent.has(field) && !equal(before[field], after[field]))
      : [];
  const record = edit.table === "settings" ? { id: (edit.to ?? edit.from)?.key } : (edit.to ?? edit.from);
  return {
    table,
    id: record?.id ?? "",
    did,
    subject: subjectOf(library, edit),
    fields: fields.map((field) => ({
      field,
      from: said(library, field, before[field]),
      to: said(library, field, after[field]),
    })),
  };
}

function subjectOf(library: Library, edit: Edit): string {
  const record = edit.to ?? edit.from;
  if (record === null) return "";
  switch (edit.table) {
    case "annotations":
      return edit.to === null && edit.from === null ? "" : quoteOf((edit.to ?? edit.from ?? never()).passage);
    case "positions": {
      const { issue, stance } = edit.to ?? edit.from ?? never();
      return `${said(library, "stance", stance)} ${said(library, "issue", issue)}`;
    }
    case "relations": {
      const { kind, target } = edit.to ?? edit.from ?? never();
      const other = ofPaper(library.annotations, target.paper)[target.annotation];
      return `${kind} ${other === undefined ? "" : `“${quoteOf(other.passage)}”`}`.trim();
    }
    case "settings":
      return (edit.to ?? edit.from ?? never()).key;
    case "papers":
      return (edit.to ?? edit.from ?? never()).title;
    default:
      return (edit.to ?? edit.from ?? never()).name;
  }
}

/** A value of a field in words. */
function said(library: Library, field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") {
    if (field === "issue" || field === "parent") {
      const actor = library.actors[value]?.name;
      return library.issues[value] === undefined ? (actor ?? value) : pathOf(library, value);
    }
    if (field === "stance") return library.stances[value]?.name ?? value;
    if (field === "actor" || field === "author") return library.actors[value]?.name ?? value;
    return value;
  }
  if (Array.isArray(value)) return value.map((one) => said(library, "", one)).join("; ");
  if (isGrade(value)) return `${value.reliability}${value.credibility}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function pathOf(library: Library, id: string): string {
  const issue = library.issues[id];
  return issue === undefined ? id : showPath(issueNames(library.issues, issue.id));
}

function isGrade(value: unknown): value is { reliability: string; credibility: number } {
  return typeof value === "object" && value !== null && "reliability" in value && "credibility" in value;
}
