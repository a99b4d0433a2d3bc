import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { printMessage } from "../../../shared/messages/message.ts";
import { newIssue } from "../fixture.cases.ts";
import { repair } from "../maintenance/repair.ts";
import { verify } from "../maintenance/verify.ts";
import { type Damage, damages, hurt, type Kept, keep, openOn, touched } from "./damage.cases.ts";
import { isBeginning } from "./journal-line.ts";
import type { FileLibrary } from "./library.ts";
import { type Chance, chances, MemoryDisk } from "./memory-disk.cases.ts";
import { spans } from "./recover.ts";

/** The files of a library except its lock, which depends on who reads it. */
const filesOf = (disk: MemoryDisk) => disk.files().filter(([name]) => !name.endsWith("/lock"));

/** Open a hurt library. Null when it is refused as a newer one, which a changed format number makes of it. */
async function openHurt(disk: MemoryDisk, name: string, offset: number): Promise<FileLibrary | null> {
  try {
    return await openOn(disk);
  } catch (error) {
    expect([/\/library\.json/.test(name), offset < 20]).toEqual([true, true]);
    expect(error).toMatchObject({ code: "readOnly", message: expect.stringContaining("newer version of Stancemark") });
    return null;
  }
}

/** What must hold whatever happened to one file. */
async function check(kept: Kept, name: string, damage: Damage, chance: Chance): Promise<string> {
  const { disk, now, at } = await hurt(kept, name, damage, chance);
  const before = filesOf(disk);
  const original = kept.files.find(([file]) => file === name)?.[1] ?? Buffer.alloc(0);
  const store = await openHurt(disk, name, at);
  if (store === null) return "refused";
  const { access, notices } = store.state();
  const { problems } = await verify(store);
  const whole = same(kept.states.at(-1), store);
  const atEnd = name === kept.files.findLast(([file]) => file.includes("/journal/"))?.[0];
  if (access.mode === "read") {
    // Nothing is written over, and the account is exact.
    const lost = touched(original, now).filter((number) => number > kept.through);
    const sentence = lost.length === 1 ? `Change ${lost[0]} is` : `${lost.length} changes (${spans(lost)}) are`;
    const reason = printMessage(access.reason);
    if (lost.length > 0 && !atEnd) expect(reason).toContain(sentence);
    else expect(reason).toMatch(/damaged|missing|doesn't follow|doesn't have/);
    expect(problems.length).toBeGreaterThan(0);
    await expect(store.commit("Add", [newIssue("New")])).rejects.toMatchObject({ code: "readOnly" });
    await store.close();
    expect(filesOf(disk)).toEqual(before);
    await isRepaired(disk);
    return "read";
  }
  // What can be written in is whole up to a point of its history, and short of the newest only where the journal's end
  // is hurt.
  const stand = kept.states.findLastIndex((state) => same(state, store));
  expect(stand).toBeGreaterThanOrEqual(0);
  if (!whole) expect([atEnd, kept.closed]).toEqual([true, false]);
  const tells = notices.length > 0 || problems.length > 0;
  // What a kill could have left too. A backup that is gone was removed by somebody, as the oldest ones are.
  const unseen = !kept.closed && (now === null || (atEnd && looksWhole(now)));
  const isGoneBackup = now === null && name.includes("/backups/");
  // What it says can be found out again.
  const isKnowledge = name.endsWith("/known-files.json");
  if (!unseen && !isGoneBackup && !isKnowledge && !now?.equals(original))
    expect([name, damage, at, tells]).toEqual([name, damage, at, true]);
  await goesOn(store, disk);
  return whole ? "whole" : "shorter";
}

/** What could be read is gone on with, verified and there again. */
async function isRepaired(disk: MemoryDisk): Promise<void> {
  const store = await openOn(disk);
  await repair(store);
  expect((await verify(store)).problems).toEqual([]);
  await store.commit("Add", [newIssue("New")]);
  await store.close();
  const again = await openOn(disk);
  expect([again.access, again.library]).toEqual([{ mode: "write" }, store.library]);
  await again.close();
}

/** The end of a journal that a crash could have left too, without a half line: nobody can see that more was there. */
function looksWhole(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(10) + 1;
  return end === bytes.length || (end === 0 && isBeginning(bytes.toString()));
}

function same(state: Kept["states"][number] | undefined, store: FileLibrary): boolean {
  return isDeepStrictEqual(state, store.library);
}

/** What is committed from now on is there after a kill, however the files were hurt before. */
async function goesOn(store: FileLibrary, disk: MemoryDisk): Promise<void> {
  const edit = newIssue("New");
  await store.commit("Add", [edit]);
  const left = new MemoryDisk();
  for (const [name, bytes] of filesOf(disk)) {
    await left.makeFolder(name.slice(0, name.lastIndexOf("/")));
    left.put(name, bytes);
  }
  await store.close();
  const again = await openOn(left);
  expect(again.access).toEqual({ mode: "write" });
  expect(again.library).toEqual(store.library);
  await again.close();
}

test.each([
  ["closed, with its snapshots", 7, true],
  ["killed, with snapshots of a part", 7, false],
  ["killed, with nothing but the journal", 1000, false],
])(
  "in a library %s, any file hurt anyhow loses nothing that another has, and is reported",
  async (_what, every, closed) => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(chances, async (chance) => {
        const kept = await keep(chance, 12 + chance(12), every, closed);
        for (const [name] of kept.files)
          for (const damage of damages) {
            const came = await check(kept, name, damage, chance);
            seen.set(came, (seen.get(came) ?? 0) + 1);
          }
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(seen.get("whole")).toBeGreaterThan(50);
    if (every === 1000) expect(seen.get("read")).toBeGreaterThan(5);
  },
);

test("a library whose newest journal file was written over opens for reading, whatever its snapshot says", async () => {
  const came: string[] = [];
  for (let every = 2; every < 16; every++) {
    const kept = await keep(() => 0, 14, every, false);
    const newest = kept.files.findLast(([file]) => file.includes("/journal/"))?.[0] ?? "";
    came.push(await check(kept, newest, "junk", () => 0));
  }
  expect(new Set(came)).toEqual(new Set(["read"]));
});
