import type { Message } from "../messages/arguments.ts";
import { message, printLabel, printMessage, type SpokenLanguage } from "../messages/message.ts";
import { RelationKind } from "../model/annotation.ts";
import { ActorKind, type Stance } from "../model/codebook.ts";
import { issueNames, showPath } from "../model/issue-path.ts";
import { LabelRange } from "../model/label-range.ts";
import { defaultScale, type Library } from "../model/library.ts";
import type { Setting } from "../model/setting.ts";
import { stanceLabel } from "../model/stance-name.ts";
import type { Edit } from "./edit.ts";

/** The records that names are looked up in, and the language of all other words. */
export type Names = Readonly<{ library: Library; language: SpokenLanguage }>;

type Fields = Readonly<Record<string, unknown>>;

/** A field of a record in words, names instead of identifiers. Empty: nothing. */
export function fieldText(names: Names, table: Edit["table"], field: string, record: Fields): string {
  const { language } = names;
  const value = record[field];
  if (field === "kind" && table === "relations")
    return printMessage(message(`relation.${RelationKind.parse(value)}`), language);
  if (field === "kind" && table === "actors" && value !== null)
    return printMessage(message(`actor.${ActorKind.parse(value)}`), language);
  if (field === "text" && table === "papers") return value === "ocr" ? "OCR" : "";
  if (field === "name" && table === "stances") return printLabel(stanceLabel(record as Stance), language);
  return printField(names, field, value);
}

/** A value of a field in words. */
function printField(names: Names, field: string, value: unknown): string {
  const { library, language } = names;
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return printMessage(message(value ? "history.yes" : "history.no"), language);
  if (typeof value === "string") {
    if (field === "issue" || field === "parent") {
      const actor = library.actors[value]?.name;
      return library.issues[value] === undefined ? (actor ?? value) : pathOf(library, value);
    }
    if (field === "stance") {
      const stance = library.stances[value] ?? defaultScale.find(({ id }) => id === value);
      return stance === undefined ? value : printLabel(stanceLabel(stance), language);
    }
    if (field === "actor" || field === "author") return library.actors[value]?.name ?? value;
    if (field === "coder") return library.coders[value]?.name ?? value;
    if (field === "replaces") return library.papers[value]?.title ?? value;
    return value;
  }
  if ((field === "notCarried" || field === "toCheck") && Array.isArray(value))
    return value.length === 0 ? "" : String(value.length);
  if (Array.isArray(value)) return value.map((value) => printField(names, "", value)).join("; ");
  if (isGrade(value)) return `${value.reliability}${value.credibility}`;
  if (typeof value !== "object") return String(value);
  const range = LabelRange.safeParse(value).data;
  if (range !== undefined) return `${range.from}–${range.to}`;
  if (field === "reading")
    return Object.values(value)
      .filter((part) => part !== null)
      .join("; ");
  return namedPart(value) ?? JSON.stringify(value);
}

/** What a setting is called: templates and analyses by their name, saved filters as such, others by their key. */
export function settingName({ key, value }: Setting): string | Message {
  if (key === "filters") return message("history.savedFilters");
  return (typeof value === "object" && value !== null ? namedPart(value) : null) ?? key;
}

/** The name or question of a value that has one. */
function namedPart(value: object): string | null {
  if ("name" in value && typeof value.name === "string") return value.name;
  return "question" in value && typeof value.question === "string" ? value.question : null;
}

function pathOf(library: Library, id: string): string {
  const issue = library.issues[id];
  return issue === undefined ? id : showPath(issueNames(library.issues, issue.id));
}

function isGrade(value: unknown): value is { reliability: string; credibility: number } {
  return typeof value === "object" && value !== null && "reliability" in value && "credibility" in value;
}
