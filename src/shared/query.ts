import { fold } from "./anchor/fold.ts";
import type { Coded } from "./claims.ts";
import { findStance } from "./coding.ts";
import { issueNames, parsePath, printPath } from "./issue-path.ts";
import { quoteOf } from "./model/annotation.ts";
import type { Library } from "./model/library.ts";
import type { Query } from "./workbench.ts";

/** Whether an annotation is meant by a query: all its parts must hold, an issue stands for its children too. */
export function matches(library: Library, query: Query): (coded: Coded) => boolean {
  const issues = query.issue === undefined ? null : issuesUnder(library, query.issue);
  const stance = query.stance === undefined ? undefined : findStance(library.stances, query.stance)?.id;
  const actor = query.actor?.trim().toLowerCase();
  const text = query.text === undefined ? "" : plain(query.text);
  return (coded) =>
    (query.papers === undefined || query.papers.length === 0 || query.papers.includes(coded.annotation.paper)) &&
    (issues === null || coded.positions.some((position) => issues.has(position.issue))) &&
    (query.stance === undefined || coded.positions.some((position) => position.stance === stance)) &&
    (actor === undefined || actorIs(library, coded, actor)) &&
    (text === "" || plain(wordsOf(library, coded)).includes(text));
}

/** The issues at a path and under it; a name alone fits wherever it stands. */
function issuesUnder(library: Library, path: string): Set<string> {
  const wanted = printPath(parsePath(path)).toLowerCase();
  return new Set(
    Object.values(library.issues)
      .filter((issue) => {
        const names = issueNames(library.issues, issue.id).map((name) => name.toLowerCase());
        return names.some((_, from) => names.some((__, to) => printPath(names.slice(from, to + 1)) === wanted));
      })
      .map((issue) => issue.id),
  );
}

function actorIs(library: Library, { annotation }: Coded, wanted: string): boolean {
  const actor = annotation.actor === null ? undefined : library.actors[annotation.actor];
  return actor !== undefined && [actor.name, ...actor.aliases].some((name) => name.toLowerCase() === wanted);
}

function wordsOf(library: Library, { annotation, positions }: Coded): string {
  const issues = positions.flatMap((position) => issueNames(library.issues, position.issue));
  const actor = annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? "");
  return [quoteOf(annotation.passage), annotation.note, actor, ...issues].join(" ");
}

function plain(text: string): string {
  return fold(text, { case: true }).text.trim();
}
