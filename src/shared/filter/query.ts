import type { Coded } from "../claims/claims.ts";
import { findStance } from "../claims/coding.ts";
import { issueNames, parsePath, printPath } from "../codebook/issue-path.ts";
import { type Annotation, type Position, quoteOf } from "../model/annotation.ts";
import type { Condition, Filter, Range } from "../model/filter.ts";
import type { Library } from "../model/library.ts";
import { lookUp, type Table } from "../model/table.ts";
import { plainWords, termsOf } from "../search/words.ts";
import type { Query } from "../workbench.ts";

/** Whether an annotation is meant. Its own words are given by those who have them at hand: looking them up costs more than the rest. */
export type Test = (coded: Coded, words?: string) => boolean;

/** Whether an annotation is meant by a query. Names are looked up once, so that the test itself is quick. */
export function matches(library: Library, query: Query): (coded: Coded) => boolean {
  const test = testOf(library, query);
  return (coded) => test(coded);
}

/** The same for those who keep the words of the annotations themselves. */
export function testOf(library: Library, query: Query): Test {
  return compile(library, filterOf(query));
}

/** A query as one filter: all its parts. */
export function filterOf({ papers = [], issue, stance, actor, text, where }: Query): Filter {
  const all: Filter[] = [];
  if (papers.length > 0) all.push({ any: papers.map((paper) => ({ paper })) });
  if (issue !== undefined || stance !== undefined)
    all.push({ position: { ...(issue === undefined ? {} : { issue }), ...(stance === undefined ? {} : { stance }) } });
  if (actor !== undefined) all.push({ actor });
  if (text !== undefined && termsOf(text).length > 0) all.push({ words: text });
  if (where !== undefined) all.push(where);
  return all.length === 1 && all[0] !== undefined ? all[0] : { all };
}

/** Whether all that the query `after` leaves is among what `before` leaves, because only letters were typed behind its words. */
export function narrows(before: Query, after: Query): boolean {
  const { text: typed = "", ...rest } = before;
  const { text = "", ...others } = after;
  const same = ([...Object.keys(rest), ...Object.keys(others)] as (keyof typeof rest)[]).every(
    (part) => rest[part] === others[part],
  );
  const words = plainWords(text);
  // Quotes put words together that were apart.
  return same && typed !== "" && !words.includes('"') && words.startsWith(plainWords(typed));
}

function compile(library: Library, filter: Filter): Test {
  if ("all" in filter) {
    const tests = filter.all.map((one) => compile(library, one));
    return (coded, words) => tests.every((test) => test(coded, words));
  }
  if ("any" in filter) {
    const tests = filter.any.map((one) => compile(library, one));
    return (coded, words) => tests.some((test) => test(coded, words));
  }
  if ("not" in filter) {
    const test = compile(library, filter.not);
    return (coded, words) => !test(coded, words);
  }
  return compileCondition(library, filter);
}

function compileCondition(library: Library, condition: Condition): Test {
  if ("words" in condition) return hasWords(library, condition.words);
  if ("position" in condition) return hasPosition(library, condition.position);
  if ("actor" in condition) {
    if (condition.actor.trim() === "") return ({ annotation }) => annotation.actor === null;
    const actors = actorsOf(library, condition.actor, condition.members === true);
    return ({ annotation }) => annotation.actor !== null && actors.has(annotation.actor);
  }
  if ("coder" in condition) {
    const coders = named(library.coders, condition.coder, (coder) => [coder.name]);
    return ({ annotation }) => coders.has(annotation.coder);
  }
  if ("certainty" in condition) return ({ annotation }) => within(annotation.certainty, condition.certainty);
  if ("reliability" in condition)
    return ({ annotation }) => within(annotation.grade?.reliability ?? null, condition.reliability);
  if ("credibility" in condition)
    return ({ annotation }) => within(annotation.grade?.credibility ?? null, condition.credibility);
  if ("created" in condition) return ({ annotation }) => withinDays(annotation.created, condition.created);
  if ("modified" in condition) return ({ annotation }) => withinDays(annotation.modified, condition.modified);
  if ("kind" in condition) return ({ positions }) => positions.length > 0 === (condition.kind === "claim");
  if ("relation" in condition) {
    const linked = linkedBy(library, condition.relation);
    return ({ annotation }) => linked.has(annotation.id);
  }
  const papers = papersOf(library, condition);
  return ({ annotation }) => papers.has(annotation.paper);
}

type PaperCondition = Extract<
  Condition,
  { paper: string } | { tag: string } | { collection: string } | { published: unknown }
>;

function papersOf(library: Library, condition: PaperCondition): Set<string> {
  if ("paper" in condition) return named(library.papers, condition.paper, (paper) => [paper.title]);
  if ("tag" in condition) return named(library.papers, condition.tag, (paper) => paper.tags, false);
  if ("collection" in condition)
    return named(library.papers, condition.collection, (paper) => paper.collections, false);
  const fits = Object.values(library.papers).filter((paper) => withinDays(paper.date, condition.published));
  return new Set(fits.map((paper) => paper.id));
}

/** The records of an identifier or of a name, whichever way it is written. */
function named<Value extends { readonly id: string }>(
  table: Table<Value>,
  wanted: string,
  namesOf: (value: Value) => readonly string[],
  byId = true,
): Set<string> {
  const name = plainWords(wanted);
  const fits = (value: Value): boolean =>
    (byId && value.id === wanted) || namesOf(value).some((one) => plainWords(one) === name);
  return new Set(Object.values(table).flatMap((value) => (fits(value) ? [value.id] : [])));
}

function actorsOf(library: Library, wanted: string, members: boolean): Set<string> {
  const found = named(library.actors, wanted, (actor) => [actor.name, ...actor.aliases]);
  if (!members) return found;
  const belongs = (id: string | null): boolean =>
    id !== null && (found.has(id) || belongs(library.actors[id]?.parent ?? null));
  return new Set(Object.keys(library.actors).filter(belongs));
}

/** The issues at a path and, unless alone, under it; a name alone fits wherever it stands. */
export function issuesAt(library: Library, path: string, alone: boolean): Set<string> {
  const wanted = printPath(parsePath(path).map(plainWords));
  const under = (names: readonly string[]): boolean =>
    names.some((_, from) => names.some((__, to) => printPath(names.slice(from, to + 1)) === wanted));
  const at = (names: readonly string[]): boolean => names.some((_, from) => printPath(names.slice(from)) === wanted);
  const byId = (id: string | null): boolean =>
    id !== null && (id === path || (!alone && byId(library.issues[id]?.parent ?? null)));
  const fits = Object.values(library.issues).filter((issue) => {
    const names = issueNames(library.issues, issue.id).map(plainWords);
    return (alone ? at(names) : under(names)) || byId(issue.id);
  });
  return new Set(fits.map((issue) => issue.id));
}

function hasPosition(library: Library, wanted: Extract<Condition, { position: unknown }>["position"]): Test {
  const { issue, stance, strength } = wanted;
  const issues = issue === undefined ? null : issuesAt(library, issue, wanted.alone === true);
  const stanceId =
    stance === undefined ? null : ((lookUp(library.stances, stance) ?? findStance(library.stances, stance))?.id ?? "");
  const fits = (position: Position): boolean =>
    (issues === null || issues.has(position.issue)) &&
    (stanceId === null || position.stance === stanceId) &&
    (strength === undefined || within(position.strength, strength));
  return ({ positions }) => positions.some(fits);
}

function hasWords(library: Library, typed: string): Test {
  return saysAll(
    library,
    termsOf(typed).map((term) => (plain) => plain.includes(term)),
  );
}

/** Whether an annotation says all of some words in its quote, its note, its actor or an issue over its positions; each test gets a text as it is compared. */
export function saysAll(library: Library, words: readonly ((plain: string) => boolean)[]): Test {
  const tests = words.map((holdsPlain) => {
    const holds = (text: string): boolean => holdsPlain(plainWords(text));
    const actors = new Set(
      Object.values(library.actors).flatMap((one) => ([one.name, ...one.aliases].some(holds) ? [one.id] : [])),
    );
    const path = (issue: string | null): boolean =>
      issue !== null && (holds(library.issues[issue]?.name ?? "") || path(library.issues[issue]?.parent ?? null));
    const issues = new Set<string>(Object.values(library.issues).flatMap((one) => (path(one.id) ? [one.id] : [])));
    return ({ annotation, positions }: Coded, plain = ownWords(annotation)): boolean =>
      holdsPlain(plain) ||
      (actors.size > 0 && annotation.actor !== null && actors.has(annotation.actor)) ||
      (issues.size > 0 && positions.some((position) => issues.has(position.issue)));
  });
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (coded, plain) => tests.every((test) => test(coded, plain));
}

const remembered = new WeakMap<Annotation, string>();

/** The quote and the note of an annotation, as they are compared. Remembered as long as the annotation is. */
export function ownWords(annotation: Annotation): string {
  const known = remembered.get(annotation);
  if (known !== undefined) return known;
  const [quote, note] = [quoteOf(annotation.passage), annotation.note];
  // A space that is trimmed away again leaves a part of another string, which V8 takes twice as long to look through.
  const words = plainWords(note === "" ? quote : `${quote} ${note}`);
  remembered.set(annotation, words);
  return words;
}

function linkedBy(library: Library, kind: string): Set<string> {
  const fits = Object.values(library.relations).filter((relation) => kind === "any" || relation.kind === kind);
  return new Set(fits.flatMap(({ source, target }) => [source.annotation, target.annotation]));
}

function within<Value extends string | number>(value: Value | null, range: Range<Value>): boolean {
  if (value === null || range === null) return value === range;
  return (range.from === undefined || value >= range.from) && (range.to === undefined || value <= range.to);
}

/** Whether a date or an instant begins within a range of days, months or years. */
function withinDays(at: string | null, range: Range<string>): boolean {
  if (at === null || range === null) return at === range;
  return (
    (range.from === undefined || at.slice(0, range.from.length) >= range.from) &&
    (range.to === undefined || at.slice(0, range.to.length) <= range.to)
  );
}
