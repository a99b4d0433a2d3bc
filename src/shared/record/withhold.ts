import { inEnglish, message, printMessage, type SpokenLanguage } from "../messages/message.ts";
import { ofPaper, withTable } from "../model/by-paper.ts";
import { CoderId, newId, type PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Table } from "../model/table.ts";
import type { Withhold } from "./record.ts";

/**
 * The library as it may be handed on with one paper: coders as "Coder 1", "Coder 2" … (in a language) under new
 * identifiers, and without what they noted of its passages and of the paper as a whole. Annotations that were nothing
 * but a note are gone with the notes. The rest is as it was.
 */
export function withhold(
  library: Library,
  paper: PaperId,
  what: Withhold,
  language: SpokenLanguage = inEnglish,
): Library {
  const rest = what.notes ? withoutNotes(library, paper) : library;
  return what.coders ? withoutCoders(rest, paper, language) : rest;
}

function withoutNotes(library: Library, paper: PaperId): Library {
  const claims = new Set(Object.values(ofPaper(library.positions, paper)).map((position) => position.annotation));
  const kept = Object.values(ofPaper(library.annotations, paper)).filter((annotation) => claims.has(annotation.id));
  const gone = (end: { paper: string; annotation: string }): boolean =>
    end.paper === paper && !kept.some((annotation) => annotation.id === end.annotation);
  const relations = Object.values(library.relations).filter(
    (relation) => !gone(relation.source) && !gone(relation.target),
  );
  const record = library.papers[paper];
  return {
    ...library,
    papers: record === undefined ? library.papers : { ...library.papers, [paper]: { ...record, note: "" } },
    relations: tableOf(relations),
    annotations: withTable(
      library.annotations,
      paper,
      tableOf(kept.map((annotation) => ({ ...annotation, note: "" }))),
    ),
  };
}

function withoutCoders(library: Library, paper: PaperId, language: SpokenLanguage): Library {
  const names = new Map<CoderId, { id: CoderId; name: string }>();
  const hidden = <Value extends { coder: CoderId }>(value: Value): Value => {
    const name = (number: number): string => printMessage(message("report.withheldCoder", { number }), language);
    const known = names.get(value.coder) ?? { id: newId(CoderId), name: name(names.size + 1) };
    names.set(value.coder, known);
    return { ...value, coder: known.id };
  };
  const annotations = Object.values(ofPaper(library.annotations, paper))
    .sort((a, b) => (a.created < b.created ? -1 : 1))
    .map(hidden);
  const record = library.papers[paper];
  return {
    ...library,
    annotations: withTable(library.annotations, paper, tableOf(annotations)),
    relations: tableOf(Object.values(library.relations).map(hidden)),
    papers: record === undefined ? library.papers : { ...library.papers, [paper]: hidden(record) },
    coders: tableOf([...names.values()]),
  };
}

function tableOf<Value extends { id: string }>(values: readonly Value[]): Table<Value> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
