import type { ActorId, AnnotationId, CoderId, PaperId } from "../model/ids.ts";
import type { RecordColumns } from "../model/record-columns.ts";
import { type ClaimColumns, type ColumnKeys, maxColumns } from "./claim-columns.ts";
import { ownTexts } from "./claim-facts.ts";
import type { Coded } from "./coded-list.ts";
import { ColumnWriter } from "./column-writer.ts";

/** Columns of claims, in pieces. */
export function columnsOfCoded(coded: readonly Coded[], shared: ColumnKeys): ClaimColumns[] {
  return inPieces(coded.length, shared, (index, writer) => {
    const claim = coded[index];
    if (claim === undefined) return;
    for (const text of ownTexts(claim.annotation)) writer.addWords(text);
    for (const { issue, stance, strength } of claim.positions) writer.addPosition(issue, stance, strength);
    writer.addClaim(claim.annotation);
  });
}

/**
 * The same of records that are packed, in the order of `codedList`; no object is made of them. Null where some have a
 * form of their own.
 */
export function columnsOfPacked(packed: RecordColumns, shared: ColumnKeys): ClaimColumns[] | null {
  const { annotations, positions, strings } = packed;
  const { id, quote, note, actor, coder, certainty, grade, created, modified } = annotations;
  const order = linesInOrder(packed);
  if (order === null) return null;
  const ownPositions = positionsOf(packed);
  const said = (reference: number | undefined): string => strings[reference ?? -1] ?? "";
  const orNull = (reference: number | undefined): string | null => strings[reference ?? -1] ?? null;
  return inPieces(order.length, shared, (index, writer) => {
    const line = order[index] ?? 0;
    writer.addWords(quote[line] ?? "");
    writer.addWords(said(note[line]));
    for (const position of ownPositions[line] ?? none)
      writer.addPosition(
        said(positions.issue[position]),
        orNull(positions.stance[position]),
        positions.strength[position] ?? null,
      );
    writer.addClaim({
      id: id[line] as AnnotationId,
      paper: packed.paper as PaperId,
      actor: orNull(actor[line]) as ActorId | null,
      certainty: certainty[line] ?? null,
      grade: grade[line] ?? null,
      coder: said(coder[line]) as CoderId,
      created: said(created[line]),
      modified: said(modified[line]),
    });
  });
}

/** The quotes of such records in the same order. */
export function quotesOfPacked(packed: RecordColumns): readonly string[] | null {
  return linesInOrder(packed)?.map((line) => packed.annotations.quote[line] ?? "") ?? null;
}

/** Annotations by their lines, in the order of the text; null where some have a form of their own. */
function linesInOrder({ annotations: { id, start, end }, others }: RecordColumns): readonly number[] | null {
  if (others.annotations.length > 0 || others.positions.length > 0) return null;
  return [...id.keys()].sort(
    (a, b) =>
      (start[a] ?? 0) - (start[b] ?? 0) || (end[b] ?? 0) - (end[a] ?? 0) || ((id[a] ?? "") < (id[b] ?? "") ? -1 : 1),
  );
}

const none: readonly number[] = [];

/** The positions of each annotation by their lines, in the order of their identifiers. */
function positionsOf({ annotations, positions: { id, annotation } }: RecordColumns): readonly (number[] | undefined)[] {
  const own: (number[] | undefined)[] = new Array(annotations.id.length);
  for (let line = 0; line < id.length; line++) {
    const of = annotation[line] ?? 0;
    const known = own[of];
    if (known === undefined) own[of] = [line];
    else known.push(line);
  }
  for (const lines of own)
    if (lines !== undefined && lines.length > 1) lines.sort((a, b) => ((id[a] ?? "") < (id[b] ?? "") ? -1 : 1));
  return own;
}

function inPieces(
  length: number,
  shared: ColumnKeys,
  add: (index: number, writer: ColumnWriter) => void,
): ClaimColumns[] {
  const pieces: ClaimColumns[] = [];
  for (let start = 0; start < length; start += maxColumns) {
    const end = Math.min(start + maxColumns, length);
    const writer = new ColumnWriter(end - start, shared);
    for (let index = start; index < end; index++) add(index, writer);
    pieces.push(writer.end());
  }
  return pieces;
}
