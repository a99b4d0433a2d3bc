import { expect, onTestFinished, test, vi } from "vitest";
import { printLabel } from "../../../shared/messages/message.ts";
import type { Disk } from "../files/disk.ts";
import { newIssue } from "../fixture.cases.ts";
import { opening } from "./faulty-disk.cases.ts";
import { Follower } from "./follow.ts";
import { FileLibrary } from "./library.ts";
import { failure, MemoryDisk } from "./memory-disk.cases.ts";
import { recover } from "./recover.ts";

const folder = "/library";

/** A writer at work, and what a follower hears of it. The clock is the test's own. */
async function followed(update: (disk: MemoryDisk) => Disk) {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const sizes = { compactEvery: 1000, segmentBytes: 1500 };
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes });
  await store.commit("Add 0", [newIssue("0")]);
  const heard: string[] = [];
  let lost = 0;
  const follower = new Follower(`${folder}/journal`, await recover(folder, disk), update(disk), {
    take: async ({ change }) => void heard.push(printLabel(change.label)),
    lose: async () => void lost++,
  });
  onTestFinished(() => follower.stop());
  const look = async (times = 1): Promise<void> => {
    for (let count = 0; count < times; count++) {
      vi.advanceTimersByTime(300);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { disk, store, follower, heard, look, lost: () => lost };
}

test("each change is heard once, in order, however slow the disk is", async () => {
  const gate = { open: (): void => undefined, wait: Promise.resolve() };
  const { store, heard, look } = await followed((disk) => ({
    ...opening(disk, (file, mode) => disk.open(file, mode)),
    read: async (...args) => {
      const bytes = await disk.read(...args);
      await gate.wait;
      return bytes;
    },
  }));
  gate.wait = new Promise((resolve) => {
    gate.open = resolve;
  });
  for (let count = 1; count <= 6; count++) await store.commit(`Add ${count}`, [newIssue(`${count}`)]);
  await look(4);
  expect(heard).toEqual([]);
  gate.open();
  await look(4);
  expect(heard).toEqual([1, 2, 3, 4, 5, 6].map((count) => `Add ${count}`));
  await store.close();
});

test("a line that is half written is heard when it is whole", async () => {
  const { disk, store, heard, look } = await followed((memoryDisk) => memoryDisk);
  await store.commit("Add 1", [newIssue("1")]);
  const [name = "", bytes = Buffer.alloc(0)] = disk.files().find(([text]) => text.includes("/journal/")) ?? [];
  disk.put(name, bytes.subarray(0, bytes.length - 40));
  await look(2);
  expect(heard).toEqual([]);
  disk.put(name, bytes);
  await look(2);
  expect(heard).toEqual(["Add 1"]);
  await store.close();
});

test("what cannot be read any more is lost once, and nothing is looked at after stopping", async () => {
  let broken = false;
  let reads = 0;
  const { store, follower, heard, look, lost } = await followed((disk) => ({
    ...opening(disk, (file, mode) => disk.open(file, mode)),
    read: async (...args) => {
      reads++;
      if (broken) throw failure("EIO");
      return disk.read(...args);
    },
  }));
  await look(2);
  broken = true;
  await look(3);
  expect([lost(), heard]).toEqual([1, []]);
  const before = reads;
  follower.stop();
  await look(3);
  expect(reads).toBe(before);
  await store.close();
});
