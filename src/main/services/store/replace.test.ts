import { expect, test } from "vitest";
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
const names = (store: FileLibrary): string[] => Object.values(store.library.issues).map((one) => one.name);

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

test.each([
  ["going on with what could be read", (store: FileLibrary): Promise<object> => repair(store), ["A", "C"]],
  ["restoring the newest backup", (store: FileLibrary): Promise<object> => restore(store, undefined), ["A", "B"]],
] as const)(
  "killed at any call of %s, the library is damaged as before or repaired, and can be repaired",
  async (_what, mend, after) => {
    for (let round = 2; ; round++) {
      // Each call is killed twice, with and without a power cut.
      const [at, power] = [round >> 1, round % 2 === 0];
      const disk = await damaged();
      const faulty = new FaultyDisk(disk, { kind: "kill", at, when: at % 2 === 0 ? "within" : "after" });
      const first = await open(faulty)
        .then(mend, () => null)
        .catch(() => null);
      if (power) disk.cutPower(() => 0);
      await disk.remove(`${folder}/lock`);
      const store = await open(disk);
      if (store.trouble !== null) {
        expect([at, names(store)]).toEqual([at, ["A", "C"]]);
        await mend(store);
      }
      expect([at, names(store), store.access]).toEqual([at, after, { mode: "write" }]);
      expect([at, (await verify(store)).problems]).toEqual([at, []]);
      // The damaged journal is kept, whatever happened; twice where a power cut left it at its old place too.
      const aside = disk.files().filter(([name, bytes]) => name.includes("/damaged/") && bytes.includes("Add X"));
      expect([at, aside.length > 0]).toEqual([at, true]);
      expect(await backups(store)).toHaveLength(1);
      await store.commit("Add D", [newIssue("D")]);
      await store.close();
      const again = await open(disk);
      expect(names(again)).toEqual([...after, "D"]);
      await again.close();
      if (first !== null && !faulty.killed) break;
      expect(at).toBeLessThan(200);
    }
  },
);

test("a library that is whole is not begun again", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const store = await open(disk);
  await store.commit("Add A", [newIssue("A")]);
  await expect(repair(store)).rejects.toMatchObject({ code: "invalid" });
  expect(names(store)).toEqual(["A"]);
  await store.close();
});
