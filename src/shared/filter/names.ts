import equal from "fast-deep-equal";
import type { Filter } from "../model/filter.ts";
import { issueNames, printPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import { lookUp } from "../model/table.ts";
import { termsOf } from "../text/words.ts";

/**
 * A filter with names instead of identifiers, for reading and writing. It means the same as long as no two records
 * share a name.
 */
export function filterWithNames(library: Library, filter: Filter): Filter {
  if ("all" in filter) return { all: filter.all.map((filter) => filterWithNames(library, filter)) };
  if ("any" in filter) return { any: filter.any.map((filter) => filterWithNames(library, filter)) };
  if ("not" in filter) return { not: filterWithNames(library, filter.not) };
  if ("actor" in filter) return { ...filter, actor: lookUp(library.actors, filter.actor)?.name ?? filter.actor };
  if ("coder" in filter) return { coder: lookUp(library.coders, filter.coder)?.name ?? filter.coder };
  if ("paper" in filter) return { paper: lookUp(library.papers, filter.paper)?.title ?? filter.paper };
  if (!("position" in filter)) return filter;
  const { issue, stance, ...rest } = filter.position;
  const known = issue === undefined ? undefined : lookUp(library.issues, issue);
  return {
    position: {
      ...(issue === undefined ? {} : { issue: known ? printPath(issueNames(library.issues, known.id)) : issue }),
      ...rest,
      ...(stance === undefined ? {} : { stance: lookUp(library.stances, stance)?.name ?? stance }),
    },
  };
}

/**
 * A filter without what says nothing twice: no group of one, no double negation, no group directly in one of its kind.
 */
export function simplified(filter: Filter): Filter {
  if ("not" in filter) {
    const inner = simplified(filter.not);
    return "not" in inner ? inner.not : { not: inner };
  }
  if ("all" in filter) {
    const all = filter.all.map(simplified).flatMap((filter) => ("all" in filter ? filter.all : [filter]));
    return all.length === 1 && all[0] !== undefined ? all[0] : { all };
  }
  if ("any" in filter) {
    const any = filter.any.map(simplified).flatMap((filter) => ("any" in filter ? filter.any : [filter]));
    return any.length === 1 && any[0] !== undefined ? any[0] : { any };
  }
  return filter;
}

/** Whether two filters are written alike, but for groups and negations that say nothing. */
export function sameFilter(a: Filter, b: Filter): boolean {
  return equal(simplified(a), simplified(b));
}

/** Whether a filter leaves everything in. */
export function isEmpty(filter: Filter): boolean {
  return isBlank(simplified(filter));
}

/** Whether a part of a filter leaves everything in; words are looked for once there are some. */
export function isBlank(filter: Filter): boolean {
  if ("words" in filter) return termsOf(filter.words).length === 0;
  if ("all" in filter) return filter.all.every(isBlank);
  return "any" in filter && filter.any.some(isBlank);
}
