import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { News } from "../../../shared/contract/workbench.ts";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { printLabel } from "../../../shared/messages/message.ts";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { repair } from "../maintenance/repair.ts";
import { verify } from "../maintenance/verify.ts";
import { FileLibrary } from "./library.ts";
import { format } from "./snapshot.ts";

async function open(folder: string, coder = "Ada"): Promise<FileLibrary> {
  const store = await FileLibrary.open(folder, { program: "a test", coder });
  onTestFinished(() => store.close());
  return store;
}

function names(store: FileLibrary): string[] {
  return Object.values(store.library.issues).map((issue) => issue.name);
}

test("what is committed is announced, and is there when opened again", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  const news: News[] = [];
  store.subscribe((message) => news.push(message));
  const changes = await Promise.all(["A", "B", "C"].map((name) => store.commit(`Add ${name}`, [newIssue(name)])));
  expect(news).toMatchObject(changes.map((change) => ({ kind: "change", change })));
  expect(inWords(store.state())).toMatchObject({ undo: "Add C", redo: null, access: { mode: "write" } });
  await store.close();
  const again = await open(folder);
  expect(again.library).toEqual(store.library);
  expect([again.coder, again.state().notices]).toEqual([store.coder, []]);
});

test("undo and redo go on after a restart; new work ends redo", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  await store.commit("Add A", [newIssue("A")]);
  await store.commit("Add B", [newIssue("B")]);
  await store.undo();
  await store.close();
  const again = await open(folder);
  expect(inWords(again.state())).toMatchObject({ undo: "Add A", redo: "Add B" });
  await again.redo();
  expect(names(again)).toEqual(["A", "B"]);
  await again.undo();
  await again.undo();
  expect(await again.undo()).toBeNull();
  expect(names(again)).toEqual([]);
  await again.commit("Add C", [newIssue("C")]);
  expect(await again.redo()).toBeNull();
});

test("an edit that does not fit, or could not be read again, changes nothing", async () => {
  const store = await open(await temporaryFolder());
  const edit = newIssue("A");
  await store.commit("Add A", [edit]);
  await expect(store.commit("Add A", [edit])).rejects.toMatchObject({ code: "conflict" });
  await expect(store.commit("Add none", [newIssue("")])).rejects.toThrow();
  expect([names(store), store.last]).toEqual([["A"], 1]);
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
  expect(again.library).toEqual(store.library);
  expect(inWords(again.state())).toMatchObject({
    access: { mode: "write" },
    notices: [expect.stringContaining(file)],
    undo: "Add A",
  });
});

test("what an import left that failed in a new library does not make it a damaged one", async () => {
  const folder = await temporaryFolder();
  await (await open(folder)).close();
  await mkdir(path.join(folder, "papers", newId(PaperId)), { recursive: true });
  const store = await open(folder);
  expect(store.access).toEqual({ mode: "write" });
  expect(store.state().notices).toEqual([]);
});

/** The path of the journal's one segment. */
async function segmentOf(folder: string): Promise<string> {
  const [name = ""] = await readdir(path.join(folder, "journal"));
  return path.join(folder, "journal", name);
}

test("a library that cannot be read whole opens for reading, says exactly what is missing and is left as it is", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  for (const name of ["A", "B", "C", "D"]) await store.commit(`Add ${name}`, [newIssue(name)]);
  await store.close();
  const file = await segmentOf(folder);
  const damaged = (await readFile(file, "utf8")).replace("Add B", "Add X");
  await writeFile(file, damaged);
  const before = await readFile(path.join(folder, "library.json"), "utf8");
  const again = await open(folder);
  expect(names(again)).toEqual(["A", "C", "D"]);
  const reason =
    "Change 2 is damaged or missing on disk. Everything up to change 1 was recovered. 2 later changes were recovered as well.";
  expect(inWords(again.access)).toMatchObject({ mode: "read", reason: expect.stringContaining(reason) });
  await expect(again.commit("Add E", [newIssue("E")])).rejects.toMatchObject({ code: "readOnly" });
  await again.close();
  expect(await readFile(file, "utf8")).toBe(damaged);
  expect(await readFile(path.join(folder, "library.json"), "utf8")).toBe(before);
});

test("a damaged snapshot without a journal opens for reading and is left as it is", async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "library.json"), "junk");
  const store = await open(folder);
  expect(inWords(store.access)).toMatchObject({
    mode: "read",
    reason: expect.stringContaining("the codebook and the papers can't be read"),
  });
  await store.close();
  expect(await readFile(path.join(folder, "library.json"), "utf8")).toBe("junk");
});

test("with a whole snapshot, a damaged line of older history loses no record, but opens for reading", async () => {
  const folder = await temporaryFolder();
  const store = await FileLibrary.open(folder, {
    program: "a test",
    coder: "Ada",
    sizes: { compactEvery: 3, segmentBytes: 1 << 20 },
  });
  for (const name of ["A", "B", "C", "D"]) await store.commit(`Add ${name}`, [newIssue(name)]);
  await store.close();
  const file = await segmentOf(folder);
  await writeFile(file, (await readFile(file, "utf8")).replace("Add D", "Add X"));
  const again = await open(folder);
  expect(names(again)).toEqual(["A", "B", "C", "D"]);
  expect(inWords(again.access)).toMatchObject({
    mode: "read",
    reason: expect.stringMatching(/Line 5 of .* is damaged\. The library is complete, but change 4 can't be undone/),
  });
});

test("going on with what could be read sets the damaged files aside and begins a new history", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  for (const name of ["A", "B", "C"]) await store.commit(`Add ${name}`, [newIssue(name)]);
  await store.close();
  const file = await segmentOf(folder);
  await writeFile(file, (await readFile(file, "utf8")).replace("Add B", "Add X"));
  const again = await open(folder);
  const { setAside } = await repair(again);
  expect(await readdir(path.join(folder, setAside, "journal"))).toEqual([path.basename(file)]);
  await again.commit("Add D", [newIssue("D")]);
  expect([names(again), (await verify(again)).problems]).toEqual([["A", "C", "D"], []]);
  await again.close();
  expect(names(await open(folder))).toEqual(["A", "C", "D"]);
});

test("files of a newer version of Stancemark are refused politely and left alone", async () => {
  const folder = await temporaryFolder();
  const store = await open(folder);
  await store.commit("Add A", [newIssue("A")]);
  await store.close();
  const file = path.join(folder, "library.json");
  const newer = (await readFile(file, "utf8")).replace(`"format":${format}`, `"format":${format + 1}`);
  await writeFile(file, newer);
  await expect(open(folder)).rejects.toThrow(
    "This library was made by a newer version of Stancemark. Open it with that version.",
  );
  expect(await readFile(file, "utf8")).toBe(newer);
  expect(await readdir(folder)).not.toContain("lock");
});

test("a library taken over by another program can no longer be written", async () => {
  const folder = await temporaryFolder();
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const store = await open(folder);
  await store.commit("Add A", [newIssue("A")]);
  await rm(path.join(folder, "lock"));
  await open(folder, "Ben");
  vi.setSystemTime(Date.now() + 6 * 60_000);
  await expect(store.commit("Add B", [newIssue("B")])).rejects.toMatchObject({ code: "readOnly" });
  expect([names(store), store.access.mode]).toEqual([["A"], "read"]);
});

test("a reader follows through new segments and reads nothing twice", async () => {
  const folder = await temporaryFolder();
  const sizes = { compactEvery: 5, segmentBytes: 1500 };
  const writer = await FileLibrary.open(folder, { program: "a test", coder: "Ada", sizes });
  onTestFinished(() => writer.close());
  const reader = await open(folder, "Ben");
  const heard: string[] = [];
  const all = new Promise<void>((resolve) =>
    reader.subscribe((news) => {
      if (news.kind === "change") heard.push(printLabel(news.change.label));
      if (heard.length === 20) resolve();
    }),
  );
  for (let n = 0; n < 20; n++) await writer.commit(`Add ${n}`, [newIssue(`${n}`)]);
  await all;
  expect(heard).toEqual(Array.from({ length: 20 }, (_, n) => `Add ${n}`));
  expect(reader.library).toEqual(writer.library);
});

test("killed at any moment, everything acknowledged is there", { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < 2; round++) {
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
    import { FileLibrary } from ${JSON.stringify(new URL("./library.ts", import.meta.url).href)};
    const store = await FileLibrary.open(${JSON.stringify(folder)}, { program: "a child", coder: "Ada" });
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

test("while the library's folder is away nothing is begun in its place; what waits is written when it is back", async () => {
  const folder = path.join(await temporaryFolder(), "library");
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada", patience: 60_000 });
  onTestFinished(() => store.close());
  const news: News[] = [];
  store.subscribe((message) => news.push(message));
  await rename(folder, `${folder}-away`);
  const waiting = store.commit("Add A", [newIssue("A")]);
  await expect.poll(() => news[0], { timeout: 10_000 }).toMatchObject({ kind: "unsaved", waiting: 1 });
  expect(await readdir(path.dirname(folder))).toEqual(["library-away"]);
  await rename(`${folder}-away`, folder);
  await waiting;
  expect(news.at(-1)).toMatchObject({ kind: "change" });
  expect(names(store)).toEqual(["A"]);
});
