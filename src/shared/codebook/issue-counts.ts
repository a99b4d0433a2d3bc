import type { Position } from "../model/annotation.ts";
import { allTables, type PaperTable } from "../model/by-paper.ts";
import type { Issue } from "../model/codebook.ts";
import type { Library } from "../model/library.ts";
import { issueTally } from "../model/paper-tally.ts";
import type { Table } from "../model/table.ts";

/** Numbers of claims: coded with the issue itself, and with it or any issue under it. A claim counts once. */
export type Count = Readonly<{ direct: number; all: number }>;

type PaperCounts = Readonly<{ lines: Lines; direct: ReadonlyMap<string, number>; all: ReadonlyMap<string, number> }>;
/** Each issue with itself and its parents, nearest first. */
type Lines = ReadonlyMap<string, readonly string[]>;

/** What was counted in a paper's table, which is replaced and never altered: a change counts one paper again. */
const counted = new WeakMap<PaperTable<Position>, PaperCounts>();
const knownLines = new WeakMap<Table<Issue>, Lines>();
let lastLines: Lines = new Map();

/** The claims of every issue that has any. */
export function issueCounts(library: Pick<Library, "issues" | "positions">): ReadonlyMap<string, Count> {
  const lines = linesOf(library.issues);
  const direct = new Map<string, number>();
  const all = new Map<string, number>();
  for (const table of allTables(library.positions)) {
    const before = counted.get(table);
    const counts = before?.lines === lines ? before : countIn(table, lines);
    if (counts !== before) counted.set(table, counts);
    for (const [issue, count] of counts.direct) direct.set(issue, (direct.get(issue) ?? 0) + count);
    for (const [issue, count] of counts.all) all.set(issue, (all.get(issue) ?? 0) + count);
  }
  return new Map([...all].map(([id, count]) => [id, { direct: direct.get(id) ?? 0, all: count }]));
}

function countIn(table: PaperTable<Position>, lines: Lines): PaperCounts {
  const direct = new Map<string, number>();
  const all = new Map<string, number>();
  for (const [issues, claims] of issueTally(table)) {
    for (const issue of issues) add(direct, issue, claims);
    for (const issue of new Set(issues.flatMap((id) => lines.get(id) ?? []))) add(all, issue, claims);
  }
  return { lines, direct, all };
}

/** The lines of a codebook; the identical ones as long as no issue came, went or moved. */
function linesOf(issues: Table<Issue>): Lines {
  const known = knownLines.get(issues);
  if (known !== undefined) return known;
  const lines = new Map(Object.keys(issues).map((id) => [id, lineOf(issues, id)]));
  if (!sameLines(lines, lastLines)) lastLines = lines;
  knownLines.set(issues, lastLines);
  return lastLines;
}

function sameLines(lines: Lines, others: Lines): boolean {
  if (lines.size !== others.size) return false;
  for (const [id, line] of lines) if (line.join() !== others.get(id)?.join()) return false;
  return true;
}

function lineOf(issues: Table<Issue>, id: string): readonly string[] {
  const line: string[] = [];
  for (let issue = issues[id]; issue !== undefined; issue = issue.parent === null ? undefined : issues[issue.parent])
    line.push(issue.id);
  return line;
}

function add(counts: Map<string, number>, id: string, claims: number): void {
  counts.set(id, (counts.get(id) ?? 0) + claims);
}
