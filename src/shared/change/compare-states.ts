import equal from "fast-deep-equal";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import { atOnce, type Steps } from "../model/steps.ts";
import type { Edit } from "./edit.ts";
import { recordKey } from "./records.ts";

/** What a library has, as a reader counts it. A claim or a note counts with its positions; `others` are the rest. */
const kinds = ["papers", "claims", "notes", "issues", "stances", "actors", "relations", "others"] as const;
type Kind = (typeof kinds)[number];
/** How many of each kind. */
export type RecordCounts = Readonly<Record<Kind, number>>;

/** What another state lacks, has besides, and has otherwise. */
export type StateDifference = Readonly<{ missing: RecordCounts; back: RecordCounts; older: RecordCounts }>;

/** How many of each kind there are in a state, given as `recordsOf` gives it. */
export function countRecords(state: readonly Edit[]): RecordCounts {
  return atOnce(countingRecords(state));
}

/** `countRecords` in steps. */
export function* countingRecords(state: readonly Edit[]): Steps<RecordCounts> {
  return tally((yield* thingsIn(state)).values());
}

/** What becomes of one state by going to another, both given as `recordsOf` gives them. */
export function compareStates(now: readonly Edit[], then: readonly Edit[]): StateDifference {
  return atOnce(comparingStates(now, then));
}

/** `compareStates` in steps. */
export function* comparingStates(now: readonly Edit[], then: readonly Edit[]): Steps<StateDifference> {
  const [here, there] = [yield* thingsIn(now), yield* thingsIn(then)];
  const [missing, back, older]: [Thing[], Thing[], Thing[]] = [[], [], []];
  for (const [key, thing] of here) {
    const other = there.get(key);
    if (other === undefined) missing.push(thing);
    else if (!equal(thing.records, other.records)) older.push(thing);
    yield;
  }
  for (const [key, thing] of there) {
    if (!here.has(key)) back.push(thing);
    yield;
  }
  return { missing: tally(missing), back: tally(back), older: tally(older) };
}

/** Counts in words, those of which there are none left out; empty when there is nothing. */
export function wordsOf(counts: RecordCounts): Message[] {
  return kinds.filter((kind) => counts[kind] > 0).map((kind) => message(`records.${kind}`, { count: counts[kind] }));
}

/** A thing that a reader counts, with the records that make it. */
type Thing = { kind: Kind; records: Record<string, unknown> };

function* thingsIn(state: readonly Edit[]): Steps<Map<string, Thing>> {
  const things = new Map<string, Thing>();
  for (const edit of state) {
    yield;
    if (edit.to === null || edit.table === "positions") continue;
    things.set(recordKey(edit), { kind: kindOf(edit), records: { "": edit.to } });
  }
  for (const { table, to } of state) {
    yield;
    const claim = table === "positions" && to !== null ? things.get(`annotations ${to.annotation}`) : undefined;
    if (table !== "positions" || to === null || claim === undefined) continue;
    claim.kind = "claims";
    claim.records[to.id] = to;
  }
  return things;
}

function kindOf({ table }: Edit): Kind {
  if (table === "annotations") return "notes";
  return table === "coders" || table === "settings" || table === "positions" ? "others" : table;
}

function tally(things: Iterable<Thing>): RecordCounts {
  const counts: Record<Kind, number> = {
    papers: 0,
    claims: 0,
    notes: 0,
    issues: 0,
    stances: 0,
    actors: 0,
    relations: 0,
    others: 0,
  };
  for (const { kind } of things) counts[kind]++;
  return counts;
}
