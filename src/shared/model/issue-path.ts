import type { Issue } from "./codebook.ts";
import type { IssueId } from "./ids.ts";
import type { Table } from "./table.ts";

/**
 * Names from the root to the issue: `["Water", "Allocation"]`. Empty when the issue is not in the table; each once
 * where foreign issues form a circle.
 */
export function issueNames(issues: Table<Issue>, id: IssueId): string[] {
  const way = new Set<Issue>();
  let issue = issues[id];
  while (issue !== undefined && !way.has(issue)) {
    way.add(issue);
    issue = issue.parent === null ? undefined : issues[issue.parent];
  }
  return Array.from(way, ({ name }) => name).reverse();
}

/**
 * A path as data and the command line write it: `Water/Allocation`; what would part a name is escaped with a backslash.
 * `parsePath` reads it back.
 */
export function printPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\/›]| > /g, (sign) => `\\${sign}`)).join("/");
}

/** The names of a written path. ` > ` and `›` part names too, for those who write paths that way. */
export function parsePath(path: string): string[] {
  const names: string[] = [];
  let name = "";
  for (const [token] of path.matchAll(/\\(?:[\\/›]| > )|\/| > |\s*›\s*|[\s\S]/gu)) {
    const escaped = token.length > 1 && token.startsWith("\\");
    if (!escaped && (token === "/" || token === " > " || token.includes("›"))) {
      names.push(name);
      name = "";
    } else name += escaped ? token.slice(1) : token;
  }
  return [...names, name].map((name) => name.trim()).filter((name) => name !== "");
}

/** A path for people: `Water › Allocation`. */
export function showPath(names: readonly string[]): string {
  return names.join(" › ");
}

/**
 * The names of a path as somebody takes or types it on the screen: an issue that is shown so, else names parted by `›`
 * or ` > `. A slash is part of a name there.
 */
export function typedPath(issues: Table<Issue>, typed: string): string[] {
  const path = typed.trim();
  const shown = Object.values(issues).map((issue) => issueNames(issues, issue.id));
  const parted = (): string[] => path.split(/›| > /).map((part) => part.trim());
  return shown.find((names) => showPath(names) === path) ?? parted().filter((name) => name !== "");
}
