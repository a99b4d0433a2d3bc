import type { Edit } from "../change/edit.ts";
import { renameInFilters } from "../change/saved-filters.ts";
import { message } from "../messages/message.ts";
import { allRecords, allTables } from "../model/by-paper.ts";
import type { Actor } from "../model/codebook.ts";
import { WorkbenchError } from "../model/errors.ts";
import { ActorId, newId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { actorTally } from "../model/paper-tally.ts";
import type { Table } from "../model/table.ts";
import { codebookName, nameKey } from "../text/names.ts";

/** Edits of the actors. Each list is one change; throws `invalid` with a sentence when the wish cannot be met. */

function need(actors: Table<Actor>, id: ActorId): Actor {
  const actor = actors[id];
  if (actor === undefined) throw new WorkbenchError("missing", message("actor.missing"));
  return actor;
}

function refuseTwin(actors: Table<Actor>, names: readonly string[], self: ActorId | null): void {
  const wanted = new Set(names.map(nameKey));
  for (const actor of Object.values(actors))
    if (actor.id !== self && [actor.name, ...actor.aliases].some((name) => wanted.has(nameKey(name))))
      throw new WorkbenchError("invalid", message("actor.twin", { name: actor.name }));
}

/** A new actor without a kind, aliases or parent. Throws `invalid` without a name, or when another actor goes by it. */
export function addActor(actors: Table<Actor>, name: string): { id: ActorId; edits: Edit[] } {
  const clean = codebookName(name);
  if (clean === "") throw new WorkbenchError("invalid", message("actor.nameNeeded"));
  refuseTwin(actors, [clean], null);
  const actor: Actor = { id: newId(ActorId), name: clean, kind: null, aliases: [], parent: null };
  return { id: actor.id, edits: [{ table: "actors", from: null, to: actor }] };
}

/** Change name, kind, aliases or what an actor belongs to. Empty when nothing changes. */
export function updateActor(actors: Table<Actor>, id: ActorId, part: Partial<Omit<Actor, "id">>): Edit[] {
  const actor = need(actors, id);
  const name = part.name === undefined ? actor.name : codebookName(part.name);
  if (name === "") throw new WorkbenchError("invalid", message("actor.nameNeeded"));
  const aliases = (part.aliases ?? actor.aliases).map(codebookName).filter((alias) => alias !== "");
  const to = { ...actor, ...part, name, aliases: [...new Set(aliases)].slice(0, 100) };
  refuseTwin(
    actors,
    [name, ...to.aliases].filter((alias) => alias !== actor.name && !actor.aliases.includes(alias)),
    id,
  );
  if (to.parent !== null && belongsTo(actors, to.parent, id))
    throw new WorkbenchError("invalid", message("actor.underItself"));
  return JSON.stringify(to) === JSON.stringify(actor) ? [] : [{ table: "actors", from: actor, to }];
}

function belongsTo(actors: Table<Actor>, id: ActorId | null, whole: ActorId): boolean {
  return id !== null && (id === whole || belongsTo(actors, actors[id]?.parent ?? null, whole));
}

/** Join an actor with another: claims, papers and members go over, its names become aliases. */
export function mergeActor(library: Library, id: ActorId, into: ActorId): Edit[] {
  const from = need(library.actors, id);
  const to = need(library.actors, into);
  if (id === into) throw new WorkbenchError("invalid", message("actor.mergeWithItself"));
  const aliases = [...new Set([...to.aliases, from.name, ...from.aliases])].filter((name) => name !== to.name);
  const others = Object.values(library.actors).filter((actor) => actor.parent === id && actor.id !== into);
  const parent = to.parent === id ? (belongsTo(library.actors, from.parent, into) ? null : from.parent) : to.parent;
  return [
    { table: "actors", from: to, to: { ...to, aliases: aliases.slice(0, 100), kind: to.kind ?? from.kind, parent } },
    ...others.map((other): Edit => {
      const above = belongsTo(library.actors, into, other.id) ? null : into;
      return { table: "actors", from: other, to: { ...other, parent: above } };
    }),
    ...heldBy(library, id, into),
    ...renameInFilters(library.settings, new Map([[id, into]])),
    { table: "actors", from, to: null },
  ];
}

/** Remove an actor: claims and papers name nobody then, members belong to nothing. */
export function removeActor(library: Library, id: ActorId): Edit[] {
  const members = Object.values(library.actors).filter((actor) => actor.parent === id);
  return [
    ...members.map((member): Edit => ({ table: "actors", from: member, to: { ...member, parent: null } })),
    ...heldBy(library, id, null),
    { table: "actors", from: need(library.actors, id), to: null },
  ];
}

function heldBy(library: Library, id: ActorId, by: ActorId | null): Edit[] {
  const papers = Object.values(library.papers).filter((paper) => paper.author === id);
  const claims = allRecords(library.annotations).filter((annotation) => annotation.actor === id);
  return [
    ...papers.map((from): Edit => ({ table: "papers", from, to: { ...from, author: by } })),
    ...claims.map((from): Edit => ({ table: "annotations", from, to: { ...from, actor: by } })),
  ];
}

/** How many annotations each actor holds, itself and with all who belong to it. */
export function actorCounts(
  library: Pick<Library, "actors" | "annotations">,
): ReadonlyMap<string, Readonly<{ direct: number; all: number }>> {
  const direct = new Map<string, number>();
  for (const table of allTables(library.annotations))
    for (const [actor, count] of actorTally(table)) direct.set(actor, (direct.get(actor) ?? 0) + count);
  const all = new Map<string, number>();
  for (const [id, count] of direct)
    for (
      let actor = library.actors[id];
      actor !== undefined;
      actor = actor.parent === null ? undefined : library.actors[actor.parent]
    )
      all.set(actor.id, (all.get(actor.id) ?? 0) + count);
  return new Map([...all].map(([id, count]) => [id, { direct: direct.get(id) ?? 0, all: count }]));
}
