import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Change } from "../../../shared/change/change.ts";
import { message } from "../../../shared/messages/message.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { ChangeId, CoderId, LibraryId, newId } from "../../../shared/model/ids.ts";
import { newIssue } from "../fixture.cases.ts";
import { packBundle } from "../import/bundle-file.ts";
import { verify } from "../maintenance/verify.ts";
import { doStep } from "../store/crash.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { type Chance, chances, MemoryDisk } from "../store/memory-disk.cases.ts";
import { PaperFiles } from "../store/paper-files.ts";
import { closePool } from "../tasks/run-task.ts";
import { exportBundle, importBundle } from "./bundle.ts";
import { contextOf } from "./context.cases.ts";

afterAll(closePool);

const folder = "/library";
type Place = Readonly<{ disk: MemoryDisk; store: FileLibrary; files: PaperFiles }>;

async function place(coder = "Ada"): Promise<Place> {
  const disk = new MemoryDisk();
  const store = await FileLibrary.open(folder, { program: "a test", coder, disk });
  return { disk, store, files: new PaperFiles(folder, disk) };
}

async function withHistory(chance: Chance, steps: number): Promise<Place> {
  const made = await place();
  const account = { acknowledged: [], underWay: 0, faults: 0 };
  for (const step of [0, 5, 9]) await doStep(made.store, made.disk, step, account);
  for (let count = 0; count < steps; count++) await doStep(made.store, made.disk, chance(10), account);
  return made;
}

async function historyOf({ store }: Place): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const { change } of store.past.backwards()) changes.push(change);
  return changes;
}

/** Source, words and geometry of every paper, by name. */
const paperFiles = ({ disk }: Place) =>
  disk
    .files()
    .filter(([name]) => /\/papers\/[^/]+\/(source\.|paper\.json|geometry)/.test(name))
    .sort();

test("whatever was done in a library, its bundle makes an empty one the same, history, files, undo and all", async () => {
  await fc.assert(
    fc.asyncProperty(chances, async (chance) => {
      const from = await withHistory(chance, 5 + chance(30));
      const to = await place();
      const { bytes } = await exportBundle(contextOf(from.store, from.files), {});
      await importBundle(contextOf(to.store, to.files), { name: "a.zip", bytes });
      expect(to.store.library).toEqual(from.store.library);
      expect(await historyOf(to)).toEqual(await historyOf(from));
      expect(paperFiles(to)).toEqual(paperFiles(from));
      const { undo, redo } = from.store.state();
      expect(to.store.state()).toMatchObject({ undo, redo });
      expect((await verify(to.store)).problems).toEqual([]);
      await Promise.all([from.store.undo(), to.store.undo()]);
      expect(to.store.library.issues).toEqual(from.store.library.issues);
      // Brought in once more there is nothing new.
      const before = to.store.library;
      const again = await importBundle(contextOf(to.store, to.files), { name: "a.zip", bytes });
      expect(again).toMatchObject({ papers: 0, merged: 0 });
      expect(to.store.library).toEqual(before);
      await Promise.all([from.store.close(), to.store.close()]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test("no bundle is made of a history with a hole, though no record is lost", async () => {
  const disk = new MemoryDisk();
  const sizes = { compactEvery: 1, segmentBytes: 1 << 20 };
  const open = () => FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes });
  const first = await open();
  for (const name of ["A", "B", "C"]) await first.commit(`Add ${name}`, [newIssue(name)]);
  await first.close();
  for (const [name, bytes] of disk.files())
    if (name.includes("/journal/")) disk.put(name, Buffer.from(bytes.toString().replace("Add B", "Add X")));
  const store = await open();
  expect([store.access.mode, Object.keys(store.library.issues).length]).toEqual(["read", 3]);
  const files = new PaperFiles(folder, disk);
  await expect(exportBundle(contextOf(store, files), {})).rejects.toMatchObject({
    code: "damaged",
    message: expect.stringContaining("history of this library is incomplete"),
  });
  await store.close();
});

test("a bundle of one paper brings it with everything recorded about it into a library that has others", async () => {
  await fc.assert(
    fc.asyncProperty(chances, async (chance) => {
      const from = await withHistory(chance, 10 + chance(20));
      const to = await place("Ben");
      await to.store.commit("Add", [newIssue("Own")]);
      const paper = Object.values(from.store.library.papers)[0];
      if (paper === undefined) return;
      const { bytes } = await exportBundle(contextOf(from.store, from.files), { papers: [paper.id] });
      expect(await importBundle(contextOf(to.store, to.files), { name: "a.zip", bytes })).toMatchObject({
        papers: 1,
        refused: [],
      });
      const { papers, annotations, issues } = to.store.library;
      expect(Object.keys(papers)).toEqual([paper.id]);
      expect(ofPaper(annotations, paper.id)).toEqual(ofPaper(from.store.library.annotations, paper.id));
      expect(Object.values(issues).map((issue) => issue.name)).toContain("Own");
      expect((await verify(to.store)).problems).toEqual([]);
      await to.store.undo();
      expect(to.store.library.papers).toEqual({});
      await Promise.all([from.store.close(), to.store.close()]);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

test.each(["an empty library", "a library with a history"])(
  "coders nobody has named are reported when a bundle comes into %s",
  async (into) => {
    const from = await place();
    await from.store.commit("Add", [newIssue("Water")]);
    const stranger = newId(CoderId);
    const history = (await historyOf(from))
      .reverse()
      .map((change) => ({ ...change, id: newId(ChangeId), coder: stranger }));
    const bytes = packBundle({ library: newId(LibraryId), whole: true, history, files: {} });
    const to = await place("Ben");
    if (into !== "an empty library") await to.store.commit("Add", [newIssue("Soil")]);
    const made = await importBundle(contextOf(to.store, to.files), { name: "a.zip", bytes });
    expect(made.refused).toContainEqual(message("bundle.unknownCoders", { count: 1 }));
    expect(Object.values(to.store.library.issues).map((issue) => issue.name)).toContain("Water");
  },
);
