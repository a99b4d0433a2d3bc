import { closePool, runTask } from "../src/main/services/tasks/run-task.ts";
import { analyse, type TableRequest } from "../src/shared/analysis/analyse.ts";
import { MatrixOptions } from "../src/shared/analysis/matrix.ts";
import { NetworkOptions } from "../src/shared/analysis/network.ts";
import { packRows, unpackRows } from "../src/shared/analysis/packed.ts";
import type { PositionRow } from "../src/shared/analysis/table.ts";
import { TimelineOptions } from "../src/shared/analysis/timeline.ts";
import { blankIssue } from "../src/shared/model/codebook.ts";
import { ActorId, AnnotationId, CoderId, IssueId, LibraryId, newId, PaperId } from "../src/shared/model/ids.ts";
import { emptyLibrary, type Library } from "../src/shared/model/library.ts";

/**
 * How long each analysis takes over 25,000, 50,000 and 100,000 claims: 1,000 papers, 400 actors, 120 issues. Processor
 * time, which a busy machine does not lengthen: the least of three runs of the arithmetic alone, and at last the whole
 * way of the largest through a worker that has been used before, and the worker's part of it: unpacking and arithmetic.
 */
const fill = <Value>(count: number, make: (offset: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));
const issues = fill(120, () => newId(IssueId));
const actors = fill(400, () => newId(ActorId));
const papers = fill(1000, () => newId(PaperId));
const coder = newId(CoderId);
const library: Library = {
  ...emptyLibrary(newId(LibraryId)),
  issues: Object.fromEntries(
    issues.map((id, index) => [
      id,
      {
        ...blankIssue,
        id,
        name: `Issue ${index}`,
        parent: index < 12 ? null : (issues[index % 12] ?? null),
        colour: "#3f6f4e",
        rank: index,
      },
    ]),
  ),
  actors: Object.fromEntries(
    actors.map((id, index) => [id, { id, name: `Actor ${index}`, kind: null, aliases: [], parent: null }]),
  ),
};
const stances = Object.values(library.stances);

function rowsOf(count: number): PositionRow[] {
  let seed = 42;
  const pick = <Value>(list: readonly Value[]): Value => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return list[Math.floor((seed / 2_147_483_648) * list.length)] as Value;
  };
  return fill(count, (index): PositionRow => {
    const stance = pick(stances);
    return {
      claim: newId(AnnotationId),
      paper: papers[index % papers.length] ?? newId(PaperId),
      issue: pick(issues),
      stance: stance.id,
      polarity: stance.polarity,
      strength: pick([1, 2, 3, null]),
      certainty: pick([1, 3, 5, null]),
      actor: pick(actors),
      coder,
      date: `${2000 + (index % 25)}-0${1 + (index % 9)}`,
      created: "2026-01-02T03:04:05Z",
      start: (index * 97) % 50_000,
      end: ((index * 97) % 50_000) + 120,
    };
  });
}

const requests: readonly (readonly [string, TableRequest])[] = [
  ["issue × stance", { kind: "matrix", options: MatrixOptions.parse({}) }],
  ["actor × issue", { kind: "matrix", options: MatrixOptions.parse({ rows: "actor", columns: "issue" }) }],
  ["paper × issue", { kind: "matrix", options: MatrixOptions.parse({ rows: "paper", columns: "issue" }) }],
  ["timeline", { kind: "timeline", options: TimelineOptions.parse({}) }],
  ["congruence, with camps", { kind: "network", options: NetworkOptions.parse({}) }],
  [
    "affiliation, with camps",
    { kind: "network", options: NetworkOptions.parse({ tie: "affiliation", normalisation: "none" }) },
  ],
  [
    "conflict, Jaccard, once a year",
    {
      kind: "network",
      options: NetworkOptions.parse({ tie: "conflict", normalisation: "jaccard", duplicates: "year" }),
    },
  ],
  [
    "polarisation year by year",
    { kind: "network", options: NetworkOptions.parse({}), windows: { days: 365, step: 365 } },
  ],
  ["coverage", { kind: "coverage" }],
  ["co-occurrence by overlap", { kind: "cooccurrence", nearness: { unit: "overlap" } }],
  ["contradictions", { kind: "contradictions", most: 500 }],
];
const sizes = [25_000, 50_000, 100_000];
const tables = sizes.map(rowsOf);
const least = async (runs: number, act: () => unknown): Promise<number> => {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const begin = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.round(best);
};
const { signal } = new AbortController();
let steps = 0;
const onProgress = (): void => {
  steps++;
};
const inWorker = (request: TableRequest, rows: readonly PositionRow[]): Promise<unknown> =>
  runTask("analyse", { library, rows: packRows(rows), request, places: new Map() }, { signal, onProgress });
console.log(`| milliseconds | ${sizes.join(" | ")} | worker's part | way through a worker | news of progress |`);
for (const [name, request] of requests) {
  const times: number[] = [];
  for (const rows of tables) times.push(await least(3, () => analyse(library, rows, request)));
  const packed = packRows(tables.at(-1) ?? []);
  times.push(await least(3, () => analyse(library, unpackRows(packed), request)));
  await inWorker(request, tables[0] ?? []);
  steps = 0;
  times.push(await least(1, () => inWorker(request, tables.at(-1) ?? [])));
  console.log(`| ${name} | ${times.join(" | ")} | ${steps} |`);
}
await closePool();
