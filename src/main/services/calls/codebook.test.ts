import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { addActor } from "../../../shared/codebook/actors.ts";
import { archiveIssue, updateIssue } from "../../../shared/codebook/issues.ts";
import { sampleEdits } from "../../../shared/fixtures/sample-library.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import { IssueId, newId } from "../../../shared/model/ids.ts";
import { issueNames, printPath } from "../../../shared/model/issue-path.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { exportCodebook, importCodebook } from "./codebook.ts";
import { contextOf } from "./context.cases.ts";

async function open(): Promise<FileLibrary> {
  const store = await FileLibrary.open(await temporaryFolder(), { program: "a test", coder: "Ada" });
  onTestFinished(() => store.close());
  return store;
}

function paths(store: FileLibrary): string[] {
  const { issues } = store.library;
  return Object.values(issues)
    .map((issue) => printPath(issueNames(issues, issue.id)))
    .sort();
}

test.each(["csv", "json"] as const)("a codebook written as %s is read back whole, once", async (format) => {
  const from = await open();
  const edits = sampleEdits()
    .filter(({ table }) => ["issues", "actors", "stances"].includes(table))
    .map((edit) => (edit.table === "stances" && edit.to ? { ...edit, to: { ...edit.to, rank: 6, key: null } } : edit));
  await from.commit("Make a codebook", edits);
  const file = await exportCodebook(contextOf(from), { format });
  const to = await open();
  expect(await importCodebook(contextOf(to), file)).toMatchObject({ issues: 2, stances: 1, actors: 1 });
  expect(paths(to)).toEqual(["Water", "Water/Quality\\/taste"]);
  expect((await exportCodebook(contextOf(to), { format })).bytes).toEqual(file.bytes);
  expect(await importCodebook(contextOf(to), file)).toMatchObject({ issues: 0, stances: 0, actors: 0 });
});

test("everything a person has written of an entry is in the file, and comes back", async () => {
  const from = await open();
  await from.commit(
    "Make a codebook",
    sampleEdits().filter(({ table }) => ["issues", "actors"].includes(table)),
  );
  const { issues, actors } = from.library;
  const water = Object.values(issues).find((issue) => issue.name === "Water");
  const board = Object.values(actors)[0];
  const town = addActor(actors, "A town");
  const words = {
    definition: "All, “water”;\nand more",
    include: "Rain",
    exclude: "Ice",
    examples: ["it, rained", "é"],
  };
  await from.commit("Define", [
    ...updateIssue(issues, water?.id ?? newId(IssueId), { ...words, key: "3", colour: "#123456" }),
    ...archiveIssue(issues, Object.values(issues).find((issue) => issue.name !== "Water")?.id ?? newId(IssueId), true),
    ...town.edits.map((edit) =>
      edit.table === "actors" && edit.to !== null ? { ...edit, to: { ...edit.to, parent: board?.id ?? null } } : edit,
    ),
  ]);
  for (const format of ["csv", "json"] as const) {
    const file = await exportCodebook(contextOf(from), { format });
    const to = await open();
    await importCodebook(contextOf(to), file);
    expect((await exportCodebook(contextOf(to), { format })).bytes).toEqual(file.bytes);
    const back = Object.values(to.library.issues);
    expect(back.find((issue) => issue.name === "Water")).toMatchObject({ ...words, key: "3", colour: "#123456" });
    expect(back.filter((issue) => issue.archived).map((issue) => issue.name)).toEqual(["Quality/taste"]);
    const member = Object.values(to.library.actors).find((actor) => actor.name === "A town");
    expect(to.library.actors[member?.parent ?? ""]?.name).toBe(board?.name);
  }
});

test("what is there keeps its words and its key; what nobody said is taken from the file", async () => {
  const store = await open();
  const read = (csv: string) =>
    importCodebook(contextOf(store), { name: "a.csv", bytes: new TextEncoder().encode(csv) });
  await read("kind,name,definition,key\nissue,Water,,1\nissue,Air,Mine,\n");
  await read('kind,name,definition,key,examples\nissue,Water,Wet,2,"one\n two "\nissue,air,Theirs,2\nissue,Land,,1,\n');
  const stored = Object.values(store.library.issues).map((issue) => [
    issue.name,
    issue.definition,
    issue.key,
    issue.examples,
  ]);
  expect(stored).toEqual([
    ["Water", "Wet", "1", ["one", "two"]],
    ["Air", "Mine", null, []],
    ["Land", "", null, []],
  ]);
});

test("a key is given once, to issues and stances together; a name that is too long is cut", async () => {
  const store = await open();
  const csv = `kind,name,key,aliases\nissue,Water,1\nstance,doubts,1\nstance,wonders,+\nstance,shouts,!\nactor,EU,,${"x".repeat(400)}; ;E\n`;
  await importCodebook(contextOf(store), { name: "a.csv", bytes: new TextEncoder().encode(csv) });
  const { stances, actors } = store.library;
  const keys = Object.values(stances).flatMap(({ name, key }) => (name.endsWith("s") ? [`${name} ${key}`] : []));
  expect(keys).toEqual(expect.arrayContaining(["supports +", "doubts null", "wonders null", "shouts !"]));
  expect(Object.values(actors)[0]?.aliases).toEqual(["x".repeat(300), "E"]);
});

test("the sample's codebook is read", async () => {
  const store = await open();
  const bytes = await readFile(new URL("../../../../resources/sample/codebook.csv", import.meta.url));
  expect(await importCodebook(contextOf(store), { name: "codebook.csv", bytes })).toMatchObject({
    issues: 13,
    stances: 0,
    actors: 7,
  });
  expect(paths(store)).toContain("The night boat/Why it stopped");
});

test.each([
  ["a.csv", "kind,name\nthing,Air\n", /Row 2 was skipped because its “kind” can't be read/],
  ["a.csv", "name,definition\nRoads,All roads\n", /no column “kind”/],
  ["a.csv", 'kind,name\n"issue,Water\n', /not a valid CSV file/],
  ["a.csv", "kind,name\nissue,/\n", /Row 2 was skipped because its “name”/],
  ["a.json", "{", /not a valid JSON file/],
  ["a.json", '{"codebook": 7}', /not a codebook/],
  ["a.csv", "", /empty/],
])("a wrong codebook %s adds nothing: %j", async (name, text, sentence) => {
  const store = await open();
  const before = store.library;
  await expect(importCodebook(contextOf(store), { name, bytes: new TextEncoder().encode(text) })).rejects.toThrow(
    sentence,
  );
  expect(store.library).toBe(before);
});

test("a wrong row is left out and named; the others come in", async () => {
  const store = await open();
  const csv = "kind,name,polarity\nissue,Water,\nthing,Air,\nissue,/,\nstance,doubts,7\nissue,Land,\n";
  const { issues, warnings } = await importCodebook(contextOf(store), {
    name: "a.csv",
    bytes: new TextEncoder().encode(csv),
  });
  expect(issues).toBe(2);
  expect(warnings).toEqual([
    message("codebook.rowSkipped", { row: 3, column: "kind" }),
    message("codebook.rowSkipped", { row: 4, column: "name" }),
    message("codebook.rowSkipped", { row: 5, column: "polarity" }),
  ]);
});

test.each([
  ["semicolons", "kind;name;definition\nissue;Roads;All roads\n"],
  ["capital letters", "Kind,Name,Definition\nIssue,Roads,All roads\n"],
  ["columns in another order", "definition,name,kind\nAll roads,Roads,issue\n"],
  ["a sep= line", "\ufeffsep=;\r\nkind;name;definition\r\nissue;Roads;All roads\r\n"],
  ["capital letters in a colour", "kind,name,definition,colour\nissue,Roads,All roads,#FF0000\n"],
])("a codebook with %s is read", async (_, csv) => {
  const store = await open();
  await importCodebook(contextOf(store), { name: "a.csv", bytes: new TextEncoder().encode(csv) });
  expect(Object.values(store.library.issues)).toMatchObject([{ name: "Roads", definition: "All roads" }]);
});

test("an actor that is there gets what the file says more of it", async () => {
  const store = await open();
  const read = (csv: string) =>
    importCodebook(contextOf(store), { name: "a.csv", bytes: new TextEncoder().encode(csv) });
  await read("kind,name\nactor,Farmers\nactor,EU\n");
  await read(
    "kind,name,actorKind,aliases,parent\nactor,FARMERS,organisation,Growers; Health\\; safety; eu,Coalition\nactor,Coalition,,,\n",
  );
  const actors = Object.values(store.library.actors);
  const coalition = actors.find(({ name }) => name === "Coalition");
  expect(actors.find(({ name }) => name === "Farmers")).toMatchObject({
    kind: "organisation",
    aliases: ["Growers", "Health; safety"],
    parent: coalition?.id,
  });
});
