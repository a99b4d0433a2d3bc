import { mkdir } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ofPaper } from "../../shared/model/by-paper.ts";
import { temporaryFolder } from "./fixture.cases.ts";
import { openWorkbench } from "./workbench.ts";

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
    const hits = await workbench.search({ query });
    return [hits.length, hits.filter((hit) => hit.annotation !== null).length];
  };
  const cases: readonly (readonly [string, number, number])[] = [
    ["cafe", 2, 0],
    ["RESUME", 1, 0],
    ["河流", 1, 0],
    ["owner", 2, 1],
    ["kaffeehaus", 1, 1],
    ["omer", 1, 1],
    ["trade", 1, 1],
    ["absent", 0, 0],
    [" ", 0, 0],
  ];
  for (const [query, all, annotations] of cases)
    expect([query, ...(await found(query))]).toEqual([query, all, annotations]);
  const [hit] = await workbench.search({ query: "cafe" });
  expect(hit).toMatchObject({ page: "§1", snippet: expect.stringContaining("café beside the weir") });
  expect(await workbench.search({ query: "cafe", limit: 1 })).toHaveLength(1);
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
  expect(result.notices).toEqual(["Issue “Kept” was not in the codebook and was made."]);
  const { library: after, undo } = await workbench.state({});
  expect(Object.values(after.issues).map(({ name }) => name)).toEqual(["Trade", "Kept"]);
  expect(Object.values(after.actors).map(({ name }) => name)).toEqual(["Ömer"]);
  expect(undo).toBe("Code 2 claims");
  await workbench.undo({});
  expect(Object.keys(ofPaper((await workbench.state({})).library.annotations, paper))).toHaveLength(1);
});
