import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import type { Disk } from "../files/disk.ts";
import { newIssue } from "../fixture.cases.ts";
import { backup, backups } from "../maintenance/backup.ts";
import { repair } from "../maintenance/repair.ts";
import { restore } from "../maintenance/restore.ts";
import { verify } from "../maintenance/verify.ts";
import { FaultyDisk } from "./faulty-disk.cases.ts";
import { FileLibrary } from "./library.ts";
import { MemoryDisk } from "./memory-disk.cases.ts";

const folder = "/library";
const open = (disk: Disk): Promise<FileLibrary> => FileLibrary.open(folder, { program: "a test", coder: "Ada", disk });
const names = (store: FileLibrary): string[] => Object.values(store.library.issues).map((issue) => issue.name);

/** A library of A, B, C with a backup of A and B, whose change B can be read no more. */
async function damaged(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const store = await open(disk);
  for (const name of ["A", "B", "C"]) {
    await store.commit(`Add ${name}`, [newIssue(name)]);
    if (name === "B") await backup(store);
  }
  await store.close();
  for (const [name, bytes] of disk.files())
    if (name.includes("/journal/")) disk.put(name, Buffer.from(bytes.toString().replace("Add B", "Add X")));
  for (const name of ["library.json", "library.json.bak"]) await disk.remove(`${folder}/${name}`);
  return disk;
}

const ways = [
  ["going on with what could be read", (store: FileLibrary): Promise<object> => repair(store), ["A", "C"]],
  ["restoring the newest backup", (store: FileLibrary): Promise<object> => restore(store, undefined), ["A", "B"]],
] as const;

test.each(ways)(
  "killed at any call of %s, the library is damaged as before or repaired, and can be repaired",
  async (_what, recover, after) => {
    for (let round = 2; ; round++) {
      // Each call is killed twice, with and without a power cut.
      const [step, power] = [round >> 1, round % 2 === 0];
      const disk = await damaged();
      const faulty = new FaultyDisk(disk, { kind: "kill", at: step, when: step % 2 === 0 ? "within" : "after" });
      const first = await open(faulty)
        .then(recover, () => null)
        .catch(() => null);
      if (power) disk.cutPower(() => 0);
      await disk.remove(`${folder}/lock`);
      const store = await open(disk);
      if (store.trouble !== null) {
        expect([step, names(store)]).toEqual([step, ["A", "C"]]);
        await recover(store);
      }
      expect([step, names(store), store.access]).toEqual([step, after, { mode: "write" }]);
      expect([step, (await verify(store)).problems]).toEqual([step, []]);
      // The damaged journal is kept, whatever happened; twice where a power cut left it at its old place too.
      const aside = disk.files().filter(([name, bytes]) => name.includes("/damaged/") && bytes.includes("Add X"));
      expect([step, aside.length > 0]).toEqual([step, true]);
      expect(await backups(store)).toHaveLength(1);
      await store.commit("Add D", [newIssue("D")]);
      await store.close();
      const again = await open(disk);
      expect(names(again)).toEqual([...after, "D"]);
      await again.close();
      if (first !== null && !faulty.killed) break;
      expect(step).toBeLessThan(200);
    }
  },
);

test.each(ways)("undo after %s brings the damaged library back, and it can be repaired again", async (...args) => {
  const [, recover, after] = args;
  const disk = await damaged();
  const first = await open(disk);
  const before = inWords([first.state().access, first.library.issues]);
  await recover(first);
  await first.commit("Add D", [newIssue("D")]);
  await first.close();
  const store = await open(disk);
  expect(inWords(store.state().undo)).toBe("Add D");
  await store.undo();
  expect(names(store)).toEqual([...after]);
  const { undo } = store.state();
  expect(inWords(undo)).toMatch(/^(Continue with what could be read|Restore the backup of .*)$/);
  const change = await store.undo();
  expect(inWords(change?.label)).toBe(`Undo: ${inWords(undo)}`);
  expect(inWords([store.state().access, store.library.issues])).toEqual(before);
  await expect(store.undo()).rejects.toMatchObject({ code: "readOnly" });
  // What was done after the repair is set aside, too.
  const later = disk.files().filter(([name, bytes]) => name.includes("/damaged/") && bytes.includes("Add D"));
  expect(later.map(([name]) => name.split("/").at(-2))).toEqual(["journal"]);
  await recover(store);
  expect([names(store), (await verify(store)).problems]).toEqual([after, []]);
  await store.close();
});

test("killed at any call of undoing a repair, the library is repaired or damaged as before, and never less", async () => {
  let undone = 0;
  for (let round = 2; ; round++) {
    const [step, power] = [round >> 1, round % 2 === 0];
    const disk = await damaged();
    const mended = await open(disk);
    await repair(mended);
    await mended.close();
    const faulty = new FaultyDisk(disk, { kind: "kill", at: step, when: step % 2 === 0 ? "within" : "after" });
    const done = await open(faulty)
      .then((store) => store.undo())
      .catch(() => null);
    if (power) disk.cutPower(() => 0);
    await disk.remove(`${folder}/lock`);
    const store = await open(disk);
    expect([step, names(store)]).toEqual([step, ["A", "C"]]);
    if (store.trouble === null) expect([step, (await verify(store)).problems]).toEqual([step, []]);
    else undone++;
    if (store.trouble === null) await store.undo();
    expect([step, names(store), store.trouble !== null]).toEqual([step, ["A", "C"], true]);
    await repair(store);
    expect([step, names(store), (await verify(store)).problems]).toEqual([step, ["A", "C"], []]);
    await store.close();
    if (done !== null && !faulty.killed) break;
    expect(step).toBeLessThan(200);
  }
  expect(undone).toBeGreaterThan(5);
});

test("a library of more records than one change holds is not taken apart by undo after a repair", async () => {
  const disk = await damaged();
  const store = await open(disk);
  await repair(store);
  await store.commit(
    "Add many",
    Array.from({ length: 4500 }, (_, index) => newIssue(`Issue ${index}`)),
  );
  await store.close();
  const [first] = disk.files().filter(([name]) => name.startsWith("/library/journal/"));
  await disk.remove(first?.[0] ?? "");
  const again = await open(disk);
  expect([again.trouble !== null, names(again).length]).toEqual([true, 4502]);
  await repair(again);
  expect([again.last, names(again).length]).toEqual([3, 4502]);
  await again.undo();
  expect([again.trouble !== null, names(again).length]).toEqual([true, 4502]);
  await again.close();
});

test("where the damaged files are gone, undo says so and changes nothing", async () => {
  const disk = await damaged();
  const store = await open(disk);
  await repair(store);
  await disk.remove(`${folder}/damaged`);
  await expect(store.undo()).rejects.toMatchObject({ code: "missing", message: /so this can't be undone/ });
  expect([names(store), store.access]).toEqual([["A", "C"], { mode: "write" }]);
  await store.commit("Add D", [newIssue("D")]);
  await store.close();
});

test("a library that is whole is not begun again", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const store = await open(disk);
  await store.commit("Add A", [newIssue("A")]);
  await expect(repair(store)).rejects.toMatchObject({ code: "invalid" });
  expect(names(store)).toEqual(["A"]);
  await store.close();
});
