import { mkdir } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { openWorkbench } from "../workbench.ts";

const text = `# The Résumé of Weirs

The café beside the weir is closed. 河流的水很清。 The Café's owner moved.
`;

async function library() {
  const folder = path.join(await temporaryFolder(), "library");
  await mkdir(folder);
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: "resources" });
  onTestFinished(() => workbench.close());
  const { paper } = await workbench.importPaper({ name: "weirs.md", bytes: new TextEncoder().encode(text) });
  await workbench.annotate({
    rows: [
      { paper: paper.id, quote: "owner moved", note: "Kaffeehaus", actor: "Ömer", positions: [{ issue: "Trade" }] },
    ],
  });
  return workbench;
}

test("words are found in papers and annotations without regard to case and accents", { timeout: 60_000 }, async () => {
  const workbench = await library();
  const found = async (query: string): Promise<number[]> => {
    const { hits, papers } = await workbench.search({ query });
    const counts = papers.map(({ places, annotations, about }) => [places, annotations, Number(about)]);
    return [hits.length, hits.filter((hit) => hit.annotation !== null).length, ...(counts[0] ?? [])];
  };
  const cases: readonly (readonly [string, ...number[]])[] = [
    ["cafe", 1, 0, 1, 0, 0],
    ["RESUME", 1, 0, 1, 0, 1],
    ["河流", 1, 0, 1, 0, 0],
    ["owner", 1, 1, 1, 1, 0],
    ["owner moved closed", 1, 0, 1, 0, 0],
    ["wner", 0, 0],
    ["kaffeehaus", 1, 1, 0, 1, 0],
    ["omer", 1, 1, 0, 1, 0],
    ["trade", 1, 1, 0, 1, 0],
    ["weirs.md", 0, 0, 0, 0, 1],
    ["absent", 0, 0],
    [" ", 0, 0],
  ];
  for (const [query, ...counts] of cases) expect([query, ...(await found(query))]).toEqual([query, ...counts]);
  const [hit] = (await workbench.search({ query: "cafe" })).hits;
  expect(hit).toMatchObject({ page: "§1", snippet: expect.stringContaining("café beside the weir") });
  expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(["café", "Café"]);
  const [first] = (await workbench.search({ query: "kaffeehaus" })).hits;
  expect(first?.snippet).toBe("owner moved — Kaffeehaus");
});

test("hits are limited in all and in each paper, and some papers can be asked alone", { timeout: 60_000 }, async () => {
  const workbench = await library();
  const bytes = new TextEncoder().encode(`# A weir\n\n${"The weir again. \n\n".repeat(7)}`);
  const { paper } = await workbench.importPaper({ name: "again.md", bytes });
  const shape = async (args: object): Promise<unknown> => {
    const { hits, papers } = await workbench.search({ query: "weir", ...args });
    return [hits.map((hit) => (hit.paper === paper.id ? "a" : "b")).join(""), papers.map(({ places }) => places)];
  };
  expect(await shape({})).toEqual(["aaaaaaaabb", [8, 2]]);
  expect(await shape({ each: 3 })).toEqual(["aaabb", [8, 2]]);
  expect(await shape({ limit: 4, each: 3 })).toEqual(["aaab", [8, 2]]);
  expect(await shape({ papers: [paper.id], limit: 2 })).toEqual(["aa", [8]]);
  await workbench.commit({ label: "Remove", edits: [{ table: "papers", from: paper, to: null }] });
  expect(await shape({})).toEqual(["bb", [2]]);
});

test("the pages of papers are given by where they begin", { timeout: 60_000 }, async () => {
  const workbench = await library();
  const [id] = Object.values((await workbench.state({})).library.papers).map((paper) => paper.id);
  if (id === undefined) throw new Error("No paper.");
  expect(await workbench.pageMaps({ papers: [id] })).toEqual({
    [id]: { starts: [[0, "§1"]], labels: ["§1"], width: 0, height: 0 },
  });
});

test("a refused row leaves nothing behind and does not stop the others", { timeout: 60_000 }, async () => {
  const workbench = await library();
  const [paper = ""] = Object.keys((await workbench.state({})).library.papers);
  const result = await workbench.annotate({
    rows: [
      { paper, quote: "closed", positions: [{ issue: "Fresh" }, { issue: " / " }] },
      { paper, quote: "closed", actor: "Fresh actor", positions: [{ issue: "Fresh", stance: "loves" }] },
      { paper, quote: "closed", positions: [{ issue: "Kept", stance: "−" }], coder: "Bea" },
      { paper: "weirs.MD", quote: "beside", positions: [] },
    ],
  });
  expect(result.failed.map(({ row }) => row)).toEqual([0, 1]);
  expect(result.notices).toEqual([message("codebook.issueAdded", { name: "Kept" })]);
  const { library: after, undo } = await workbench.state({});
  expect(Object.values(after.issues).map(({ name }) => name)).toEqual(["Trade", "Kept"]);
  expect(Object.values(after.actors).map(({ name }) => name)).toEqual(["Ömer"]);
  expect(undo).toEqual(message("change.claims", { count: 2 }));
  await workbench.undo({});
  expect(Object.keys(ofPaper((await workbench.state({})).library.annotations, paper))).toHaveLength(1);
});

test("passages around words are found once each, and coded as one change that is undone", {
  timeout: 60_000,
}, async () => {
  const workbench = await library();
  const found = async (span: "words" | "sentence" | "paragraph", more: object = {}): Promise<unknown> => {
    const { passages, more: left } = await workbench.findPassages({ query: "cafe", span, ...more });
    return [passages.map(({ quote }) => quote), left];
  };
  const [first, second] = ["The café beside the weir is closed.", "The Café's owner moved"];
  expect(await found("words")).toEqual([["café", "Café"], 0]);
  expect(await found("sentence")).toEqual([[first, `${second}.`], 0]);
  expect(await found("paragraph")).toEqual([[`${first} 河流的水很清。 ${second}.`], 0]);
  expect(await found("sentence", { limit: 1 })).toEqual([[first], 1]);
  const { passages } = await workbench.findPassages({ query: "cafe", span: "sentence" });
  const rows = passages.map(({ paper, start, quote }) => ({ paper, start, quote, positions: [{ issue: "Trade" }] }));
  expect((await workbench.annotate({ rows })).added).toHaveLength(2);
  expect((await workbench.annotate({ rows })).existing).toHaveLength(2);
  await workbench.undo({});
  const { library: now } = await workbench.state({});
  expect(Object.keys(ofPaper(now.annotations, passages[0]?.paper ?? ""))).toHaveLength(1);
});
