import { parse } from "csv-parse/sync";
import { expect, onTestFinished, test } from "vitest";
import type { Analysis, AnalysisRequest } from "../../../shared/analysis/analyse.ts";
import { libraryOf } from "../../../shared/analysis/library.cases.ts";
import { MatrixOptions } from "../../../shared/analysis/matrix.ts";
import { NetworkOptions } from "../../../shared/analysis/network.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { openWorkbench } from "../workbench.ts";
import { exportAnalysis, factsCsv, makeAnalysis } from "./analyse.ts";
import { readingContext } from "./context.cases.ts";
import { KnownAnalyses } from "./known-analyses.ts";

const matrix: AnalysisRequest = { kind: "matrix", options: MatrixOptions.parse({}) };
const network: AnalysisRequest = { kind: "network", options: NetworkOptions.parse({ normalisation: "none" }) };

const library = libraryOf([
  { actor: "Board", issues: ["Water +"] },
  { actor: "=Town", issues: ["Water -"] },
]);

test("the query says which claims are counted", async () => {
  const all = await makeAnalysis(readingContext(library), { request: matrix });
  const made = await makeAnalysis(readingContext(library), { request: matrix, query: { actor: "Board" } });
  expect([all, made].map((analysis) => (analysis.kind === "matrix" ? analysis.matrix.total : null))).toEqual([2, 1]);
});

test("an answer is kept for the same request and query until the library changes", async () => {
  const context = readingContext(library);
  const first = await makeAnalysis(context, { request: matrix, job: "one" });
  expect(await makeAnalysis(context, { request: matrix, query: {}, job: "two" })).toBe(first);
  expect(await makeAnalysis(context, { request: matrix, query: { actor: "Board" } })).not.toEqual(first);
  expect((await makeAnalysis(context, { request: network })).kind).toBe("network");
  expect(await makeAnalysis(context, { request: matrix })).toBe(first);
  const changed = Object.create(context.store, { library: { value: { ...library, positions: {} } } });
  const second = await makeAnalysis({ ...context, store: changed }, { request: matrix });
  expect([first, second].map((analysis) => (analysis.kind === "matrix" ? analysis.matrix.total : null))).toEqual([
    2, 0,
  ]);
});

test("after a change and after its undo, an analysis is of the library as it is then", async () => {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  const { paper } = await workbench.importPaper({
    name: "a.md",
    bytes: new TextEncoder().encode("# A weir\n\nIt is closed."),
  });
  const total = async (): Promise<number | null> => {
    const analysis = await workbench.analyse({ request: matrix });
    return analysis.kind === "matrix" ? analysis.matrix.total : null;
  };
  expect(await total()).toBe(0);
  await workbench.annotate({ rows: [{ paper: paper.id, quote: "closed", positions: [{ issue: "Trade" }] }] });
  expect(await total()).toBe(1);
  await workbench.undo({});
  expect(await total()).toBe(0);
  await workbench.redo({});
  expect(await total()).toBe(1);
});

test("of many answers, those asked for last are kept", () => {
  const known = new KnownAnalyses();
  const answer = (): Analysis => ({ kind: "coverage", papers: [] });
  const request = (most: number) => ({ request: { kind: "contradictions" as const, most } });
  const kept = answer();
  known.set(library, request(1), kept);
  for (let most = 2; most < 200; most++) {
    known.set(library, request(most), answer());
    expect(known.get(library, request(1))).toBe(kept);
  }
  expect(known.get(library, request(2))).toBeNull();
  expect(known.get({ ...library }, request(1))).toBeNull();
});

test("a large table is analysed in a worker, with the same answer", async () => {
  onTestFinished(closePool);
  const many = libraryOf(
    Array.from({ length: 300 }, (_, index) => ({
      actor: `A${index % 7}`,
      issues: Array.from({ length: 20 }, (__, place) => `I${place} ${(index + place) % 3 === 0 ? "+" : "-"}`),
    })),
  );
  const analysis = await makeAnalysis(readingContext(many), { request: matrix });
  expect(analysis.kind === "matrix" && analysis.matrix.totals).toEqual([2000, 4000, 0, 0, 0]);
});

test.each([
  ["csv", network, "\uFEFFsource,target,weight\n"],
  ["matrix", network, "\uFEFF,'=Town,Board\n'=Town,0,0\nBoard,0,0\n"],
  ["graphml", network, '<?xml version="1.0"'],
  ["json", network, '{\n  "format": 1,\n  "kind": "network"'],
  [
    "csv",
    matrix,
    "\uFEFFissue,'+ supports,'− opposes,○ neutral,± mixed,? unclear,all,with those under it,mean\nWater,1,1,0,0,0,2,2,0\n",
  ],
] as const)("%s of an analysis", async (format, request, beginning) => {
  const made = await exportAnalysis(readingContext(library), { request, format });
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(made.bytes)).toMatch(
    new RegExp(`^${escaped(beginning)}`),
  );
  expect(made.annotations).toBe(2);
});

test("what cannot be written is reported in one sentence", async () => {
  const wrong = exportAnalysis(readingContext(library), { request: matrix, format: "graphml" });
  await expect(wrong).rejects.toMatchObject({
    code: "invalid",
    message: "Only a network can be exported in this format.",
  });
  const none = exportAnalysis(readingContext(library), { request: { kind: "ach", id: "x" }, format: "csv" });
  await expect(none).rejects.toMatchObject({ code: "missing" });
});

test("words of a table never are a formula, numbers stay numbers", () => {
  expect(parse(factsCsv([["=1+1", -2, null, "@x", "plain"]]), { bom: true })).toEqual([
    ["'=1+1", "-2", "", "'@x", "plain"],
  ]);
});

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
