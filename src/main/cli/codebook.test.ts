import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
const { at, run, json } = line;

type Listed = { issues: { path: string; claims: number; claimsWithChildren: number; [part: string]: unknown }[] };
const issues = async (): Promise<Listed["issues"]> => ((await json("codebook")) as Listed).issues;
const paths = async (): Promise<string[]> => (await issues()).map((issue) => issue.path);

beforeAll(async () => {
  await writeFile(at("weir.md"), "# The Weir\n\nThe weir must stay closed. The town wants it open. Nobody has paid.\n");
  await json("import", at("weir.md"));
  const annotate = (quote: string, issue: string, stance: string) =>
    json("annotate", "The Weir", "--quote", quote, "--issue", issue, "--stance", stance, "--actor", "Board");
  await annotate("must stay closed", "Water/Weir", "+");
  await annotate("wants it open", "Water/Weir", "-");
  await annotate("Nobody has paid", "Cost", "?");
}, 60_000);

afterAll(() => line.end());

test("issues are added, renamed, moved, merged and removed, each as one change that is undone", async () => {
  const before = await paths();
  expect(before).toEqual(["Cost", "Water", "Water/Weir"]);
  await json("codebook", "add", "Water/Fish");
  await json("codebook", "rename", "Water/Fish", "Trout");
  await json("codebook", "move", "Water/Trout", "--under", "Cost");
  expect(await paths()).toEqual(["Cost", "Cost/Trout", "Water", "Water/Weir"]);
  const preview = await json("codebook", "merge", "Cost", "Water", "--dry-run");
  expect(preview).toMatchObject({ done: false, claims: 1, papers: 1, gone: ["Cost"], moved: ["Cost › Trout"] });
  expect(await paths()).toContain("Cost");
  expect((await run("codebook", "merge", "Cost", "Water")).out).toContain("1 claim in 1 paper recoded.");
  expect(await paths()).toEqual(["Water", "Water/Trout", "Water/Weir"]);
  expect((await issues())[0]).toMatchObject({ claims: 1, claimsWithChildren: 3 });
  expect(await json("codebook", "remove", "Water/Trout")).toMatchObject({ done: true, claims: 0 });
  for (let step = 0; step < 5; step++) await json("undo");
  expect(await paths()).toEqual(before);
});

test("an issue is split by a filter, and defined", async () => {
  const split = await json("codebook", "split", "Water/Weir", "Opening", "--query", "open", "--under");
  expect(split).toMatchObject({ done: true, claims: 1 });
  expect(await json("claims", "--issue", "Water/Weir/Opening")).toHaveLength(1);
  const options = ["--definition", "Of the weir", "--include", "Sluices", "--exclude", "Dams", "--example", "shut it"];
  await json("codebook", "define", "Water/Weir", ...options, "--colour", "#123456", "--key", "4", "--archived");
  const weir = (await issues()).find((issue) => issue.path === "Water/Weir");
  expect(weir).toMatchObject({
    definition: "Of the weir",
    include: "Sluices",
    exclude: "Dams",
    examples: ["shut it"],
    colour: "#123456",
    key: null,
    archived: true,
  });
  await json("codebook", "define", "Water/Weir", "--no-archived", "--key", "4", "--include", "");
  expect((await issues()).find((issue) => issue.path === "Water/Weir")).toMatchObject({
    include: "",
    key: "4",
    archived: false,
    definition: "Of the weir",
  });
  expect(await json("codebook", "define", "Water/Weir", "--key", "4")).toMatchObject({ done: false, records: 0 });
});

test("the same verbs serve stances and actors", async () => {
  await json("codebook", "add", "hedges", "--kind", "stance");
  await json("codebook", "define", "hedges", "--kind", "stance", "--polarity", "-1", "--glyph", "~~", "--key", "h");
  await json("codebook", "move", "hedges", "--kind", "stance", "--at", "1");
  const listed = (await json("codebook")) as { stances: { name: string; polarity: number; glyph: string }[] };
  expect(listed.stances[0]).toMatchObject({ name: "hedges", polarity: -1, glyph: "~~" });
  await json("codebook", "merge", "opposes", "hedges", "--kind", "stance");
  expect(await json("claims", "--stance", "hedges")).toHaveLength(1);
  await json("codebook", "add", "River Board", "--kind", "actor");
  await json("codebook", "define", "River Board", "--kind", "actor", "--is", "organisation", "--alias", "RB");
  await json("codebook", "merge", "Board", "rb", "--kind", "actor");
  expect(await json("claims", "--actor", "Board")).toMatchObject([{ actor: "River Board" }, {}, {}]);
});

test("a claim coded without a stance has none, is found as such, and comes back from a table as it was", async () => {
  await json("annotate", "The Weir", "--quote", "The weir", "--issue", "Cost", "--issue", "Water");
  const found = (await json("claims", "--stance", "none")) as { quote: string; positions: object[] }[];
  expect(found).toMatchObject([
    {
      quote: "The weir",
      positions: [
        { issue: "Cost", stance: null },
        { issue: "Water", stance: null },
      ],
    },
  ]);
  expect(await json("claims", "--query", "[issue:Water stance:none]")).toEqual(found);
  expect(await json("claims", "--query", "NOT stance:none")).toHaveLength(3);
  expect(await run("claims", "--stance", "none")).toMatchObject({ out: expect.stringContaining("◌ Cost; ◌ Water") });
  await json("export", "The Weir", "--to", at("claims.csv"));
  await json("undo");
  expect(await json("claims", "--stance", "none")).toEqual([]);
  await json("annotate", "--from", at("claims.csv"));
  const positions = found.map((passage) => passage.positions);
  expect((await json("claims", "--stance", "none")) as object[]).toMatchObject([{ positions: positions[0] }]);
  expect(await json("claims")).toHaveLength(4);
});

test("a stance in use is removed when it is said what its claims get: another stance, or none", async () => {
  await json("codebook", "remove", "hedges", "--kind", "stance", "--replace", "mixed");
  expect(await json("claims", "--stance", "mixed")).toHaveLength(1);
  expect(await json("claims", "--stance", "none")).toHaveLength(1);
  expect(await json("codebook", "remove", "mixed", "--kind", "stance", "--replace", "none")).toMatchObject({
    claims: 1,
  });
  expect(await json("claims", "--stance", "none")).toHaveLength(2);
  expect(await json("claims", "--stance", "+")).toHaveLength(1);
  await json("codebook", "rename", "unclear", "ambiguous", "--kind", "stance");
  await json("annotate", "The Weir", "--quote", "paid", "--issue", "Cost");
  expect(await json("claims", "--stance", "none")).toHaveLength(3);
  for (let step = 0; step < 4; step++) await json("undo");
  expect(await json("claims", "--stance", "hedges")).toHaveLength(1);
});

test("the starter codebook is taken whole or by branch, once", async () => {
  const before = (await paths()).length;
  expect(await json("codebook", "starter", "economy")).toMatchObject({ done: true });
  expect(await paths()).toContain("Economy/Trade");
  expect(await json("codebook", "starter")).toMatchObject({ done: true });
  expect((await paths()).length).toBeGreaterThan(before + 40);
  expect(await json("codebook", "starter")).toMatchObject({ done: false, records: 0 });
});

test.each([
  [/no issue “Nothing”/, ["merge", "Nothing", "Water"]],
  [/into itself/, ["merge", "Water", "Water/Weir"]],
  [/below itself/, ["move", "Water", "--under", "Water/Weir"]],
  [/at least one claim/, ["split", "Water", "New", "--query", "nothing has this"]],
  [/not valid: colour/, ["define", "Water", "--colour", "red"]],
  [/not valid: glyph and polarity/, ["define", "mixed", "--kind", "stance", "--polarity", "7", "--glyph", ""]],
  [/claim has the stance/, ["remove", "supports", "--kind", "stance"]],
  [/Only stances can be replaced/, ["remove", "Water", "--replace", "none"]],
  [/no stance “grey”/, ["remove", "supports", "--kind", "stance", "--replace", "grey"]],
  [/Choose another name/, ["add", "None", "--kind", "stance"]],
  [/The branches are Economy/, ["starter", "Weather"]],
  [/An issue needs a name/, ["add", "/"]],
])("%s", async (sentence, args) => {
  const before = await json("codebook");
  expect(await run("codebook", ...args)).toMatchObject({ code: 1, out: "", err: expect.stringMatching(sentence) });
  expect(await json("codebook")).toEqual(before);
});
