import { claimAttributes } from "../claims/attributes.ts";
import type { ClaimFacts } from "../claims/claim-facts.ts";
import { allCoded, type Coded, codedOf } from "../claims/claims.ts";
import { supersededPapers } from "../claims/versions.ts";
import { findStance, meansNoStance } from "../codebook/stance-scale.ts";
import type { Condition, DateRange, Filter } from "../model/filter.ts";
import { issueNames, parsePath, printPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import type { Query } from "../model/query.ts";
import { lookUp, type Table } from "../model/table.ts";
import { findByName, nameKey } from "../text/names.ts";
import { termsOf } from "../text/words.ts";
import { hasWords, scanningFinder, type Test, type WordFinder } from "./words.ts";

/** Whether an annotation is meant by a query. Names are looked up once, so that the test itself is quick. */
export function matches(library: Library, query: Query): (coded: Coded) => boolean {
  const test = testOf(library, query, scanningFinder);
  return (coded) => test(coded, 0);
}

/**
 * The annotations that a query means, in the order of `allCoded`. Where it names papers, those of others are not looked
 * at: a store may not even have read them.
 */
export function codedMeant(library: Library, query: Query): readonly Coded[] {
  const { papers = [] } = query;
  const named = papers.flatMap((id) => lookUp(library.papers, id) ?? []);
  const coded = papers.length === 0 ? allCoded(library) : codedOf(library, [...new Set(named)]);
  return coded.filter(matches(library, query));
}

/**
 * As `matches`, for the annotations of a single paper that somebody looks at, whether it has a newer version or not.
 */
export function matchesInPaper(library: Library, query: Query): (coded: Coded) => boolean {
  return matches(library, { ...query, versions: "all" });
}

/**
 * The same with another way to find words, for those who ask of the same annotations again and again. Annotations of a
 * paper that has a newer version count only where the query asks for them: by `versions`, by a condition on versions,
 * or by naming the paper in `papers` or the annotations themselves.
 */
export function testOf<Claim extends ClaimFacts>(
  library: Library,
  query: Query,
  finder: WordFinder<Claim>,
): Test<Claim> {
  const filter = filterOf(query);
  const test = compile(library, filter, finder);
  if (query.annotations !== undefined) {
    const meant = new Set<string>(query.annotations);
    return (claim, place) => meant.has(claim.annotation.id) && test(claim, place);
  }
  const superseded = supersededPapers(library.papers);
  if (superseded.size === 0 || query.versions === "all" || saysVersion(filter)) return test;
  const asked = new Set<string>(query.papers);
  return (claim, place) => {
    const { paper } = claim.annotation;
    return (!superseded.has(paper) || asked.has(paper)) && test(claim, place);
  };
}

/** Whether a filter itself decides which versions of papers count. */
export function saysVersion(filter: Filter): boolean {
  if ("not" in filter) return saysVersion(filter.not);
  if ("all" in filter) return filter.all.some(saysVersion);
  if ("any" in filter) return filter.any.some(saysVersion);
  return "version" in filter;
}

/** A query as one filter: all its parts. */
export function filterOf({ papers = [], issue, stance, actor, text, where }: Query): Filter {
  const all: Filter[] = [];
  // First, since an index of words answers faster than any look at an annotation.
  if (text !== undefined && termsOf(text).length > 0) all.push({ words: text });
  if (papers.length > 0) all.push({ any: papers.map((paper) => ({ paper })) });
  if (issue !== undefined || stance !== undefined)
    all.push({ position: { ...(issue === undefined ? {} : { issue }), ...(stance === undefined ? {} : { stance }) } });
  if (actor !== undefined) all.push({ actor });
  if (where !== undefined) all.push(where);
  return all.length === 1 && all[0] !== undefined ? all[0] : { all };
}

function compile<Claim extends ClaimFacts>(library: Library, filter: Filter, finder: WordFinder<Claim>): Test<Claim> {
  if ("all" in filter) {
    const tests = filter.all.map((filter) => compile(library, filter, finder));
    return (claim, place) => tests.every((test) => test(claim, place));
  }
  if ("any" in filter) {
    const tests = filter.any.map((filter) => compile(library, filter, finder));
    return (claim, place) => tests.some((test) => test(claim, place));
  }
  if ("not" in filter) {
    const test = compile(library, filter.not, finder);
    return (claim, place) => !test(claim, place);
  }
  return "words" in filter ? hasWords(library, filter.words, finder) : compileCondition(library, filter);
}

const attributes = Object.values(claimAttributes);
const attributeRanges = new Map(attributes.flatMap(({ ranges = {} }) => Object.entries(ranges)));
const attributeDates = new Map(attributes.flatMap(({ dates = {} }) => Object.entries(dates)));

function compileCondition(library: Library, condition: Exclude<Condition, { words: string }>): Test {
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
  if ("kind" in condition) return ({ positions }) => positions.length > 0 === (condition.kind === "claim");
  if ("relation" in condition) {
    const linked = linkedBy(library, condition.relation);
    return ({ annotation }) => linked.has(annotation.id);
  }
  if ("version" in condition) {
    const superseded = supersededPapers(library.papers);
    if (condition.version === "all") return () => true;
    const isEarlier = condition.version === "earlier";
    return ({ annotation }) => superseded.has(annotation.paper) === isEarlier;
  }
  if ("paper" in condition || "tag" in condition || "collection" in condition || "published" in condition) {
    const papers = papersOf(library, condition);
    return ({ annotation }) => papers.has(annotation.paper);
  }
  return hasAttribute(condition);
}

/** Compares the attribute that a condition names (claims/attributes.ts) with its range. */
function hasAttribute(condition: Readonly<Record<string, unknown>>): Test {
  const [name = "", range = null] = Object.entries(condition)[0] ?? [];
  const value = attributeRanges.get(name);
  if (value !== undefined) return ({ annotation }) => within(value(annotation), range as DateRange<string | number>);
  const date = attributeDates.get(name);
  return ({ annotation }) => withinDays(date?.(annotation) ?? null, range as DateRange<string>);
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

/** The records of an identifier, or of a name by the one rule for names (text/names.ts). */
function named<Value extends { readonly id: string }>(
  table: Table<Value>,
  wanted: string,
  namesOf: (value: Value) => readonly string[],
  byId = true,
): Set<string> {
  const known = byId ? lookUp(table, wanted) : undefined;
  const found = known === undefined ? findByName(Object.values(table), wanted, namesOf) : [known];
  return new Set(found.map((value) => value.id));
}

function actorsOf(library: Library, wanted: string, members: boolean): Set<string> {
  const found = named(library.actors, wanted, (actor) => [actor.name, ...actor.aliases]);
  if (!members) return found;
  const belongs = (id: string | null): boolean =>
    id !== null && (found.has(id) || belongs(library.actors[id]?.parent ?? null));
  return new Set(Object.keys(library.actors).filter(belongs));
}

/**
 * The issues at a path and, unless alone, under it; a name alone fits wherever it is. Exact names win over those that
 * are the same.
 */
export function issuesAt(library: Library, path: string, alone: boolean): Set<string> {
  const exact = issuesOfNames(library, path, alone, (name) => name);
  return exact.size > 0 ? exact : issuesOfNames(library, path, alone, nameKey);
}

function issuesOfNames(library: Library, path: string, alone: boolean, keyOf: (name: string) => string): Set<string> {
  const wanted = printPath(parsePath(path).map(keyOf));
  const under = (names: readonly string[]): boolean =>
    names.some((_, from) => names.some((__, to) => printPath(names.slice(from, to + 1)) === wanted));
  const isUnder = (names: readonly string[]): boolean =>
    names.some((_, from) => printPath(names.slice(from)) === wanted);
  const byId = (id: string | null): boolean =>
    id !== null && (id === path || (!alone && byId(library.issues[id]?.parent ?? null)));
  const fits = Object.values(library.issues).filter((issue) => {
    const names = issueNames(library.issues, issue.id).map(keyOf);
    return (alone ? isUnder(names) : under(names)) || byId(issue.id);
  });
  return new Set(fits.map((issue) => issue.id));
}

function hasPosition(library: Library, wanted: Extract<Condition, { position: unknown }>["position"]): Test {
  const { issue, stance, strength } = wanted;
  const issues = issue === undefined ? null : issuesAt(library, issue, wanted.alone === true);
  const stanceIds = stance === undefined ? null : stancesMeant(library, stance);
  const fits = (position: ClaimFacts["positions"][number]): boolean =>
    (issues === null || issues.has(position.issue)) &&
    (stanceIds === null || stanceIds.has(position.stance)) &&
    (strength === undefined || within(position.strength, strength));
  return ({ positions }) => positions.some(fits);
}

/**
 * The stance that is named; null for no stance, which an empty name means, as does `none` where no stance has that
 * name.
 */
function stancesMeant(library: Library, words: string): ReadonlySet<string | null> {
  if (words.trim() === "") return new Set([null]);
  const stance = lookUp(library.stances, words) ?? findStance(library.stances, words);
  if (stance !== null && stance !== undefined) return new Set([stance.id]);
  return new Set(meansNoStance(words) ? [null] : []);
}

function linkedBy(library: Library, kind: string): Set<string> {
  const fits = Object.values(library.relations).filter((relation) => kind === "any" || relation.kind === kind);
  return new Set(fits.flatMap(({ source, target }) => [source.annotation, target.annotation]));
}

function within<Value extends string | number>(value: Value | null, range: DateRange<Value>): boolean {
  if (value === null || range === null) return value === range;
  return (range.from === undefined || value >= range.from) && (range.to === undefined || value <= range.to);
}

/** Whether a date or an instant begins within a range of days, months or years. */
function withinDays(time: string | null, range: DateRange<string>): boolean {
  if (time === null || range === null) return time === range;
  return (
    (range.from === undefined || time.slice(0, range.from.length) >= range.from) &&
    (range.to === undefined || time.slice(0, range.to.length) <= range.to)
  );
}
