import type { Edit } from "../change/edit.ts";
import { renameInFilters } from "../change/saved-filters.ts";
import { message } from "../messages/message.ts";
import type { Position } from "../model/annotation.ts";
import { allRecords, paperTables } from "../model/by-paper.ts";
import type { Stance } from "../model/codebook.ts";
import { WorkbenchError } from "../model/errors.ts";
import { newId, StanceId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { stanceLabel, stanceNames, storedStanceName } from "../model/stance-name.ts";
import type { Table } from "../model/table.ts";
import { codebookName, sameName } from "../text/names.ts";
import { meansNoStance, stanceScale } from "./stance-scale.ts";
import { rankAt } from "./tree.ts";

/** Edits of the stance scale. Each list is one change; throws `invalid` with a sentence when the wish cannot be met. */

function refuseTwin(stances: Table<Stance>, name: string, self: StanceId | null): void {
  if (name === "") throw new WorkbenchError("invalid", message("stance.nameNeeded"));
  if (meansNoStance(name)) throw new WorkbenchError("invalid", message("stance.reserved", { name }));
  if (
    Object.values(stances).some(
      (stance) => stance.id !== self && stanceNames(stance).some((other) => sameName(other, name)),
    )
  )
    throw new WorkbenchError("invalid", message("stance.twin", { name }));
}

function need(stances: Table<Stance>, id: StanceId): Stance {
  const stance = stances[id];
  if (stance === undefined) throw new WorkbenchError("missing", message("stance.missing"));
  return stance;
}

/** A new stance at the end of the scale. */
export function addStance(stances: Table<Stance>, name: string): { id: StanceId; edits: Edit[] } {
  const clean = codebookName(name);
  refuseTwin(stances, clean, null);
  const rank = Math.max(0, ...Object.values(stances).map((stance) => stance.rank)) + 1;
  const glyph = ([...clean][0] ?? "•").toLowerCase();
  const id = newId(StanceId);
  const stance: Stance = { id, name: clean, definition: "", polarity: null, glyph, colour: "#6f747c", key: null, rank };
  return { id, edits: [{ table: "stances", from: null, to: stance }] };
}

/** Change a stance. A key is taken from the stance that had it. Empty when nothing changes. */
export function updateStance(stances: Table<Stance>, id: StanceId, part: Partial<Omit<Stance, "id" | "rank">>): Edit[] {
  const stance = need(stances, id);
  const name = part.name === undefined ? stance.name : storedStanceName(id, codebookName(part.name));
  if (name !== stance.name) refuseTwin(stances, name, id);
  const to = { ...stance, ...part, name };
  if (Object.entries(to).every(([field, value]) => stance[field as keyof Stance] === value)) return [];
  const freed = Object.values(stances).filter(
    (stance) => part.key != null && stance.id !== id && stance.key === part.key,
  );
  return [
    ...freed.map((from): Edit => ({ table: "stances", from, to: { ...from, key: null } })),
    { table: "stances", from: stance, to },
  ];
}

/** Put a stance at a place of the scale, counted without itself. */
export function moveStance(stances: Table<Stance>, id: StanceId, index: number): Edit[] {
  const stance = need(stances, id);
  const others = stanceScale(stances).filter((stance) => stance.id !== id);
  const { rank, moved } = rankAt(others, Math.max(0, Math.min(index, others.length)));
  if (rank === stance.rank && moved.length === 0) return [];
  return [
    ...moved.map(({ sibling, rank }): Edit => ({ table: "stances", from: sibling, to: { ...sibling, rank } })),
    { table: "stances", from: stance, to: { ...stance, rank } },
  ];
}

/**
 * Remove a stance from the scale; positions that have it get the other one, or no stance (null). One that then says no
 * more than another position of its claim is removed. All other positions stay as they are.
 */
export function replaceStance(library: Library, id: StanceId, by: StanceId | null): Edit[] {
  const stance = need(library.stances, id);
  if (by !== null && need(library.stances, by).id === id)
    throw new WorkbenchError("invalid", message("stance.replaceWithOther"));
  if (by === null) refuseEmptyScale(library);
  const positions = paperTables(library.positions).flatMap(([, table]) => {
    const own = Object.values(table);
    const taken = own.filter((position) => position.stance === id);
    const there = taken.length === 0 ? new Map() : Map.groupBy(own, placeOf);
    return taken.map((from): Edit => {
      const others: readonly Position[] = there.get(placeOf(from)) ?? [];
      const twin = others.some(({ stance, strength }) => stance === by && [null, strength].includes(from.strength));
      return { table: "positions", from, to: twin ? null : { ...from, stance: by } };
    });
  });
  return [
    ...positions,
    ...renameInFilters(library.settings, new Map([[id, by ?? ""]])),
    { table: "stances", from: stance, to: null },
  ];
}

function placeOf({ annotation, issue }: Position): string {
  return `${annotation} ${issue}`;
}

function refuseEmptyScale(library: Library): void {
  if (Object.keys(library.stances).length === 1) throw new WorkbenchError("invalid", message("stance.lastOne"));
}

/** Remove a stance that no claim has from the scale. Throws `invalid` when claims have it, or it is the last. */
export function removeStance(library: Library, id: StanceId): Edit[] {
  const stance = need(library.stances, id);
  const used = new Set(
    allRecords(library.positions).flatMap((position) => (position.stance === id ? [position.annotation] : [])),
  ).size;
  if (used > 0) throw new WorkbenchError("invalid", message("stance.used", { count: used, name: stanceLabel(stance) }));
  refuseEmptyScale(library);
  return [{ table: "stances", from: stance, to: null }];
}

/** How many claims have each stance; under "" those with a position without one. */
export function stanceCounts(library: Pick<Library, "positions">): ReadonlyMap<string, number> {
  const claims = new Map<string, Set<string>>();
  for (const { stance, annotation } of allRecords(library.positions)) {
    const own = claims.get(stance ?? "") ?? new Set();
    claims.set(stance ?? "", own.add(annotation));
  }
  return new Map([...claims].map(([stance, own]) => [stance, own.size]));
}
