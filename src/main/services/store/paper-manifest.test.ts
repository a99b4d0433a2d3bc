import { expect, test } from "vitest";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import { FaultyDisk } from "./faulty-disk.cases.ts";
import { MemoryDisk } from "./memory-disk.cases.ts";
import { PaperFiles } from "./paper-files.ts";
import { listPaper, readManifest, unlistedFiles } from "./paper-manifest.ts";

const source = Buffer.from("The gate is open.");
const content = {
  text: "The gate is open.",
  blocks: [],
  pages: [{ label: "§1", width: 0, height: 0, rotation: 0 as const }],
  warnings: [],
};

async function written() {
  const disk = new MemoryDisk();
  const id = newId(PaperId);
  const files = new PaperFiles("/library", disk);
  await files.write(id, "text", { source, content, geometry: Buffer.from("places") });
  return { disk, id, files, folder: `/library/papers/${id}` };
}

test("a paper comes with the list of its files, and all of them are as it says", async () => {
  const { disk, id, files, folder } = await written();
  const list = await readManifest(folder, id, disk);
  expect(list).toMatchObject({ paper: id, list: { "source.txt": { bytes: source.length } }, next: {} });
  expect([await unlistedFiles(folder, id, disk), await files.damage(id)]).toEqual([[], []]);
});

test.each(["source.txt", "paper.json", "geometry.bin", "files.json"])(
  "any other byte in %s, and a file that is gone, are noticed",
  async (name) => {
    const { disk, id, folder } = await written();
    const bytes = await disk.read(`${folder}/${name}`);
    for (let step = 0; step < bytes.length; step++) {
      const other = Buffer.from(bytes);
      other[step] = (other[step] ?? 0) ^ 1;
      disk.put(`${folder}/${name}`, other);
      expect([step, await unlistedFiles(folder, id, disk)]).toEqual([step, [name]]);
    }
    await disk.remove(`${folder}/${name}`);
    expect(await unlistedFiles(folder, id, disk)).toEqual(name === "files.json" ? [] : [name]);
  },
);

test("a list of another paper is none", async () => {
  const [first, other] = [await written(), await written()];
  first.disk.put(`${first.folder}/files.json`, await other.disk.read(`${other.folder}/files.json`));
  expect(await readManifest(first.folder, first.id, first.disk)).toBe("damaged");
});

test("killed at any call while words are replaced, the list allows what is there", async () => {
  for (let step = 1; ; step++) {
    const { disk, id, folder } = await written();
    const faulty = new FaultyDisk(disk, { kind: "kill", at: step, when: step % 2 === 0 ? "within" : "after" });
    const other = { ...content, text: "The gate is shut." };
    const words = { content: other, geometry: Buffer.from("others") };
    await new PaperFiles("/library", faulty).replaceWords(id, words).catch(() => undefined);
    disk.cutPower(() => 0);
    expect([step, await unlistedFiles(folder, id, disk)]).toEqual([step, []]);
    if (!faulty.killed) break;
  }
});

test("a paper of an older build gets its list of what is there", async () => {
  const { disk, id, folder } = await written();
  await disk.remove(`${folder}/files.json`);
  await listPaper(folder, id, disk);
  expect(Object.keys((await readManifest(folder, id, disk)) ?? {})).toContain("list");
  disk.put(`${folder}/geometry.bin`, Buffer.from("junk"));
  expect(await unlistedFiles(folder, id, disk)).toEqual(["geometry.bin"]);
});
