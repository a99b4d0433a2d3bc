import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import { realDisk } from "../files/disk.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { PackFiles } from "./pack-files.ts";

const paper = newId(PaperId);
const stamp = "a".repeat(64);
const packed = { head: '{"count":"…"}', columns: Buffer.from('{"paper":"…"}') };

/** Stored packs of one paper, and the file that they are in. */
async function storedPack(isWritable = true): Promise<{ files: PackFiles; file: string }> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "papers", paper), { recursive: true });
  const files = new PackFiles(folder, realDisk, () => isWritable);
  await files.write(paper, stamp, packed);
  return { files, file: path.join(folder, "papers", paper, "annotations.columns") };
}

test("what was stored is found again, of the same stamp only", async () => {
  const { files } = await storedPack();
  expect(await files.read(paper, stamp)).toEqual(packed);
  expect(await files.read(paper, "b".repeat(64))).toBeNull();
  expect(await files.read(newId(PaperId), stamp)).toBeNull();
  const later = { head: "", columns: Buffer.from([1, 2, 3]) };
  await files.write(paper, "b".repeat(64), later);
  expect([await files.read(paper, stamp), await files.read(paper, "b".repeat(64))]).toEqual([null, later]);
});

test("a file that was changed anywhere, or cut off, is not there", async () => {
  const { files, file } = await storedPack();
  const whole = await readFile(file);
  for (let index = 0; index < whole.length; index++) {
    const changed = Buffer.from(whole);
    changed[index] = (changed[index] ?? 0) ^ 1;
    await writeFile(file, changed);
    expect(await files.read(paper, stamp)).toBeNull();
    await writeFile(file, whole.subarray(0, index));
    expect(await files.read(paper, stamp)).toBeNull();
  }
  await writeFile(file, whole);
  expect(await files.read(paper, stamp)).toEqual(packed);
});

test("where nothing may be written, or the paper has no folder, nothing is stored", async () => {
  const { files } = await storedPack(false);
  expect(await files.read(paper, stamp)).toBeNull();
  const elsewhere = new PackFiles(await temporaryFolder(), realDisk, () => true);
  await elsewhere.write(paper, stamp, packed);
  expect(await elsewhere.read(paper, stamp)).toBeNull();
});
