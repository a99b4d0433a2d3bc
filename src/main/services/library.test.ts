import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { News } from "../../shared/workbench.ts";
import { newIssue, temporaryFolder } from "./fixture.cases.ts";
import { journalFiles } from "./journal.ts";
import { LibraryStore } from "./library.ts";

async function open(folder: string, coder = "Ada"): Promise<LibraryStore> {
  const store = await LibraryStore.open(folder, { program: "a test", coder });
  onTestFinished(() => store.close());
  return store;
}

function names(store: LibraryStore): string[] {
  return Object.values(store.library.issues).map((issue) => issue.name);
}

test("what is committed is announced, and is there when opened again", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  const news: News[] = [];
  store.subscribe((one) => news.push(one));
  const changes = await Promise.all(["A", "B", "C"].map((name) => store.commit(`Add ${name}`, [newIssue(name)])));
  expect(news).toMatchObject(changes.map((change) => ({ kind: "change", change })));
  expect(store.state()).toMatchObject({ undo: "Add C", redo: null, access: { mode: "write" } });
  await store.close();
  const again = await open(folder);
  expect(again.library).toEqual(store.library);
  expect([again.coder, again.notices]).toEqual([store.coder, []]);
});

test("undo and redo go on after a restart; new work ends redo", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  await store.commit("Add A", [newIssue("A")]);
  await store.commit("Add B", [newIssue("B")]);
  await store.undo();
  await store.close();
  const again = await open(folder);
  expect(again.state()).toMatchObject({ undo: "Add A", redo: "Add B" });
  await again.redo();
  expect(names(again)).toEqual(["A", "B"]);
  await again.undo();
  await again.undo();
  expect(await again.undo()).toBeNull();
  expect(names(again)).toEqual([]);
  await again.commit("Add C", [newIssue("C")]);
  expect(await again.redo()).toBeNull();
});

test("an edit that does not fit, or could not be read again, alters nothing", async () => {
  const store = await open(await temporaryFolder());
  const edit = newIssue("A");
  await store.commit("Add A", [edit]);
  await expect(store.commit("Add A", [edit])).rejects.toMatchObject({ code: "conflict" });
  await expect(store.commit("Add none", [newIssue("")])).rejects.toThrow();
  expect([names(store), store.changes.length]).toEqual([["A"], 1]);
});

test("a second opener reads along, may not write and is told who has the library", async () => {
  const folder = await temporaryFolder();
  const writer = await open(folder);
  await writer.commit("Add A", [newIssue("A")]);
  const reader = await open(folder, "Ben");
  expect(names(reader)).toEqual(["A"]);
  await expect(reader.commit("Add B", [newIssue("B")])).rejects.toThrow(/a test on/);
  const heard = new Promise<News>((resolve) => reader.subscribe(resolve));
  const change = await writer.commit("Add C", [newIssue("C")]);
  expect(await heard).toMatchObject({ kind: "change", change });
  expect(reader.library).toEqual(writer.library);
});

test.each([
  ["the snapshot is damaged", "library.json", "junk"],
  ["the snapshot is empty", "library.json", ""],
])("when %s, the journal gives everything back", async (_name, file, junk) => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  await store.commit("Add A", [newIssue("A")]);
  await store.close();
  await writeFile(path.join(folder, file), junk);
  await rm(path.join(folder, `${file}.bak`), { force: true });
  const again = await open(folder);
  expect({ ...again.library, id: "" }).toEqual({ ...store.library, id: "" });
  expect(again.notices).toHaveLength(1);
});

test("a library that cannot be read whole is refused and left as it is", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  for (const name of ["A", "B", "C"]) await store.commit(`Add ${name}`, [newIssue(name)]);
  await store.close();
  const file = path.join(folder, "journal", (await journalFiles(path.join(folder, "journal")))[0] ?? "");
  const damaged = (await readFile(file, "utf8")).replace("Add B", "Add X");
  await writeFile(file, damaged);
  const before = await readFile(path.join(folder, "library.json"), "utf8");
  await expect(open(folder)).rejects.toMatchObject({ code: "damaged" });
  expect(await readFile(file, "utf8")).toBe(damaged);
  expect(await readFile(path.join(folder, "library.json"), "utf8")).toBe(before);
});

test("a damaged snapshot without a journal is refused", async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "library.json"), "junk");
  await expect(open(folder)).rejects.toMatchObject({ code: "damaged" });
  expect(await readFile(path.join(folder, "library.json"), "utf8")).toBe("junk");
});

test("killed at any moment, everything acknowledged is there", { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    acknowledged.push(...(await commitUntilKilled(folder, 150 + round * 90, round)));
    const store = await open(folder);
    expect(names(store)).toEqual(expect.arrayContaining(acknowledged));
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThan(0);
});

/** Commits in a process of its own until it is killed; the names it said were kept. */
function commitUntilKilled(folder: string, after: number, round: number): Promise<string[]> {
  const script = `
    import { LibraryStore } from ${JSON.stringify(new URL("./library.ts", import.meta.url).href)};
    const store = await LibraryStore.open(${JSON.stringify(folder)}, { program: "a child", coder: "Ada" });
    for (let n = 0; ; n++) {
      const to = { id: crypto.randomUUID(), name: "${round}." + n, parent: null, definition: "", colour: "#000000", key: null, rank: n };
      await store.commit("Add", [{ table: "issues", from: null, to }]);
      process.stdout.write(to.name + "\\n");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve) => {
    let output = "";
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), after));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("close", () => resolve(output.split("\n").slice(0, -1)));
  });
}
