import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
const { at, run, json } = line;

type Told = { id: string; label: string; undone: boolean }[];
let claim = "";

beforeAll(async () => {
  await writeFile(at("weir.md"), "# The Weir\n\nThe weir must stay closed. The town wants it open.\n");
  await json("import", at("weir.md"));
  const made = await json("annotate", "The Weir", "--quote", "must stay closed", "--issue", "Water", "--stance", "+");
  claim = (made as { id: string }).id;
  await json("codebook", "merge", "supports", "opposes", "--kind", "stance");
  await json("codebook", "rename", "Water", "Rivers");
  await json("undo");
}, 60_000);

afterAll(() => line.end());

test("history is listed by claim, coder and words, with what changed and what undo would revert", async () => {
  expect(((await json("history", "--claim", claim)) as Told).map((change) => change.label)).toEqual([
    "Merge supports into opposes",
    "Code a claim",
  ]);
  expect(((await json("history", "--text", "rivers")) as Told).map((change) => [change.label, change.undone])).toEqual([
    ["Undo: Rename Water to Rivers", false],
    ["Rename Water to Rivers", true],
  ]);
  expect(await json("history", "--by", "ada", "--limit", "2")).toHaveLength(2);
  const { out } = await run("history", "The Weir", "--details");
  expect(out).toContain("Position: opposes Water · stance “supports” → “opposes”");
  expect(out).toContain("Claim added: “must stay closed”");
  expect(out).toContain("Next undo: Merge supports into opposes");
  expect(out).toContain("Next redo: Rename Water to Rivers");
  const [newest] = (await json("history", "--limit", "1")) as Told;
  expect(await json("history", "--limit", "1", "--before", newest?.id ?? "")).toMatchObject([{ undone: true }]);
});

test("any state of a claim is brought back, a deleted one too", async () => {
  const changes = (await json("history", "--claim", claim)) as Told;
  const stance = async (): Promise<unknown> =>
    ((await json("claims")) as { positions: { stance: string }[] }[]).map((claim) => claim.positions[0]?.stance);
  expect(await stance()).toEqual(["opposes"]);
  await json("undo");
  const made = changes.at(-1)?.id ?? "";
  expect(await json("restore-claim", claim.slice(0, 35), made)).toMatchObject({ records: 0 });
  expect(await json("restore-claim", claim, made, "--before")).toMatchObject({ claim });
  expect(await json("claims")).toEqual([]);
  expect((await run("restore-claim", claim, made)).out).toMatch(/^Restore a claim as of /);
  expect(await stance()).toEqual(["supports"]);
});

test.each([
  [/no claim “zz”/, ["history", "--claim", "zz"]],
  [/no coder “Nobody”/, ["history", "--by", "Nobody"]],
  [/no change “zz”/, ["history", "--before", "zz"]],
  [/no claim “zz”/, ["restore-claim", "zz", "aa"]],
])("%s", async (sentence, args) => {
  expect(await run(...args)).toMatchObject({ code: 1, out: "", err: expect.stringMatching(sentence) });
});
