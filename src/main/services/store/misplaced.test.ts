import { cp, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { backup } from "../maintenance/backup.ts";
import { verify } from "../maintenance/verify.ts";
import { doStep } from "./crash.cases.ts";
import { FileLibrary } from "./library.ts";

const whole = path.join(tmpdir(), `stancemark-misplaced-${process.pid}`);
const sizes = { compactEvery: 20, segmentBytes: 4000 };
const open = (folder: string): Promise<FileLibrary> =>
  FileLibrary.open(folder, { program: "a test", coder: "Ada", sizes });
const issues = (store: FileLibrary): number => Object.keys(store.library.issues).length;

let committed = 0;

const writable = (name: string): string => `write ${name}`;

/** Kept for all tests: papers, a journal of several files, snapshots with copies, a backup. */
beforeAll(async () => {
  for (let session = 0; session < 2; session++) {
    const store = await open(whole);
    const account = { acknowledged: [], underWay: 0, faults: 0 };
    for (const step of session === 0 ? [0, 5, 9, 1, 9] : [0, 9, 1, 9]) await doStep(store, store.disk, step, account);
    for (let count = 0; count < 20; count++) await store.commit("Add", [newIssue(`Issue ${session} ${count}`)]);
    if (session === 0) await backup(store);
    committed = issues(store);
    await store.close();
  }
  for (const name of ["conflicts", "damaged"]) await mkdir(path.join(whole, name));
  for (const name of ["sharing", "lock", "backups/second-place.json"]) await writeFile(path.join(whole, name), "");
});
afterAll(() => rm(whole, { recursive: true, force: true }));

/** A copy of the library in which a file is a folder, or a folder a file. */
async function misplaced(name: string): Promise<{ folder: string; isFolder: boolean }> {
  const folder = path.join(await temporaryFolder(), "library");
  await cp(whole, folder, { recursive: true });
  for (const extra of ["lock", "sharing", "backups/second-place.json"])
    if (extra !== name) await rm(path.join(folder, extra));
  const file = path.join(folder, name);
  const isFolder = !(await stat(file)).isDirectory();
  await rename(file, `${folder}-away`);
  if (isFolder) {
    await mkdir(file);
    await writeFile(path.join(file, "something"), "else");
  } else await writeFile(file, "something else");
  return { folder, isFolder };
}

async function places(): Promise<string[]> {
  const names = (await readdir(whole, { recursive: true })).map((name) => name.split(path.sep).join("/"));
  // Of several of a kind one is enough.
  const kinds = new Map(
    names.map((name) => [name.replace(/[0-9a-f]{8}(-[0-9a-f-]{27})?/g, "").replace(/\d+/g, ""), name]),
  );
  return [...kinds.values()].sort();
}

test("a folder where a file should be, and the reverse, is named in a sentence wherever it is, and stops no reading", async () => {
  const seen: string[] = [];
  for (const name of await places()) {
    const { folder, isFolder } = await misplaced(name);
    const store = await open(folder);
    // Whatever it is, everything that was committed can be read.
    expect([name, issues(store)]).toEqual([name, committed]);
    const sentence = `${name} must be a ${isFolder ? "file, but it is a folder" : "folder, but it is a file"}. Move it out of the library's folder.`;
    const sentences = [...(inWords((await verify(store)).problems) as string[])];
    const isBackup = /^backups\/2/.test(name);
    expect([name, sentences]).toEqual([
      name,
      expect.arrayContaining([isBackup ? expect.stringMatching(/^The backup .* is damaged\.$/) : sentence]),
    ]);
    // At opening what is not in a paper's folder is named too.
    const notices = inWords(store.state().notices) as string[];
    if (!name.startsWith("papers/") && !isBackup)
      expect([name, notices]).toEqual([name, expect.arrayContaining([sentence])]);
    const mode = store.access.mode;
    seen.push(
      `${mode} ${name
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "ID")
        .replace(/\d{12}-[0-9a-f]{8}/, "SEGMENT")
        .replace(/2\d{3}-.*Z/, "TIME")}`,
    );
    if (mode === "write") await store.commit("Add", [newIssue("More")]);
    await store.close();
    await rm(path.join(folder, name), { recursive: true });
    // A lock is made again by whoever opens the library.
    if (name !== "lock") await rename(`${folder}-away`, path.join(folder, name));
    const again = await open(folder);
    expect([name, again.access.mode, issues(again)]).toEqual([name, "write", issues(store)]);
    await again.close();
  }
  // Only where the journal or what must be written at opening is misplaced, nothing can be written.
  expect(seen.sort()).toEqual([
    ...["journal", "journal/SEGMENT.jsonl", "lock", "tip.json"].map((name) => `read ${name}`),
    ...["backups", "backups/TIME.jsonl", "backups/second-place.json", "conflicts", "damaged", "library.json"].map(
      writable,
    ),
    ...["library.json.bak", "papers", "papers/ID", "papers/ID/annotations.json", "papers/ID/annotations.json.bak"].map(
      writable,
    ),
    ...["papers/ID/files.json", "papers/ID/paper.json", "papers/ID/source.txt", "sharing"].map(writable),
  ]);
});
