import { appendFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { removePapersEdits } from "../../../shared/claims/claim-edits.ts";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { openWorkbench } from "../workbench.ts";
import { sampleFile } from "./papers.ts";

afterAll(closePool);

const bytes = Buffer.from("Every gate must open.\n\nNobody wants to pay.\n");

async function open(folder: string) {
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

test("the same bytes at the same time make one paper", async () => {
  const folder = await temporaryFolder();
  const workbench = await open(folder);
  const results = await Promise.all([1, 2, 3].map((n) => workbench.importPaper({ name: `${n}.txt`, bytes })));
  expect(new Set(results.map((result) => result.paper.id)).size).toBe(1);
  expect(await readdir(path.join(folder, "papers"))).toEqual([results[0]?.paper.id]);
});

test("a PDF gives a passage its places on the pages", { timeout: 60_000 }, async () => {
  const workbench = await open(await temporaryFolder());
  const sample = await sampleFile(resourcesFolder(), "sample.pdf");
  const { paper } = await workbench.importPaper({ name: "C:\\papers\\sample.pdf", bytes: sample });
  expect(paper).toMatchObject({ format: "pdf", fileName: "sample.pdf" });
  const { areas } = await workbench.describe({ paper: paper.id, ranges: [{ start: 200, end: 420 }] });
  expect(areas.length).toBeGreaterThan(0);
  for (const quad of areas.flatMap((area) => area.quads)) expect(quad).toHaveLength(8);
});

test("an import can be watched and stopped; then nothing changes", { timeout: 60_000 }, async () => {
  const workbench = await open(await temporaryFolder());
  const sample = await sampleFile(resourcesFolder(), "sample.pdf");
  const running = workbench.importPaper({ name: "sample.pdf", bytes: sample, job: "one" });
  await workbench.cancel({ job: "one" });
  await expect(running).rejects.toMatchObject({ code: "cancelled" });
  expect((await workbench.state({})).library.papers).toEqual({});
});

test("a removed paper comes back whole with undo", async () => {
  const workbench = await open(await temporaryFolder());
  const { paper } = await workbench.importPaper({ name: "a.txt", bytes });
  const positions = [{ issue: "Gates", stance: "supports" }];
  await workbench.annotate({ rows: [{ paper: paper.id, quote: "Every gate", positions }] });
  const { library } = await workbench.state({});
  await workbench.commit({ label: "Remove the paper", edits: removePapersEdits(library, [paper.id]) });
  expect((await workbench.state({})).library.annotations).toEqual({});
  await workbench.undo({});
  expect((await workbench.state({})).library).toEqual(library);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

test.each([
  ["source.txt", /source file has been modified/],
  ["paper.json", /damaged on disk/],
])("verify reports that %s was changed", async (name, sentence) => {
  const folder = await temporaryFolder();
  const workbench = await open(folder);
  const { paper } = await workbench.importPaper({ name: "a.txt", bytes });
  await workbench.annotate({ rows: [{ paper: paper.id, quote: "Every gate", positions: [] }] });
  await workbench.close();
  await appendFile(path.join(folder, "papers", paper.id, name), "x");
  const again = await open(folder);
  const { ok, problems } = await again.verify({});
  expect([ok, String(inWords(problems))]).toEqual([false, expect.stringMatching(sentence)]);
});

test("verify reports a damaged journal", async () => {
  const folder = await temporaryFolder();
  const workbench = await open(folder);
  await workbench.importPaper({ name: "a.txt", bytes });
  const [file] = await readdir(path.join(folder, "journal"));
  await writeFile(path.join(folder, "journal", file ?? ""), "junk\njunk\n");
  const { problems } = await workbench.verify({});
  expect(inWords(problems)).toEqual([
    expect.stringMatching(/^The first line of .* is damaged\.$/),
    expect.stringMatching(/^Line 2 of journal file .* is damaged\.$/),
    "The journal is missing change 1. The library is complete, but this change can't be undone.",
  ]);
});

test("the newest ten backups are kept; a damaged one is refused by name and skipped otherwise", async () => {
  const folder = await temporaryFolder();
  const workbench = await open(folder);
  await workbench.importPaper({ name: "a.txt", bytes });
  for (let n = 0; n < 12; n++) await workbench.backup({});
  const kept = await workbench.backups({});
  expect(kept).toHaveLength(10);
  expect(kept.map((backup) => backup.at)).toEqual(
    kept
      .map((backup) => backup.at)
      .toSorted()
      .reverse(),
  );
  await writeFile(path.join(folder, "backups", kept[0]?.name ?? ""), "junk");
  await expect(workbench.restore({ backup: kept[0]?.name ?? "" })).rejects.toMatchObject({ code: "damaged" });
  expect(await workbench.restore({})).toEqual(kept[1]);
  expect(Object.keys((await workbench.state({})).library.papers)).toHaveLength(1);
});

test.each([
  [
    "words are damaged",
    async (file: string) => appendFile(path.join(file, "paper.json"), "x"),
    /text of this paper is damaged/,
  ],
  ["words are gone", async (file: string) => rm(path.join(file, "paper.json")), /missing from the library's folder/],
  [
    "source was changed",
    async (file: string) => appendFile(path.join(file, "source.pdf"), "x"),
    /source file has been modified/,
  ],
  ["source is gone", async (file: string) => rm(path.join(file, "source.pdf")), /missing from the library's folder/],
  ["places are damaged", async (file: string) => writeFile(path.join(file, "geometry.bin"), "x"), /geometry\.bin/],
  ["places are gone", async (file: string) => rm(path.join(file, "geometry.bin")), null],
])(
  "a paper whose %s is made whole by importing its source again",
  { timeout: 60_000 },
  async (_what, hurt, problem) => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    const [sample] = await first.importSample({});
    if (sample === undefined) throw new Error("there is no sample");
    await first.close();
    await hurt(path.join(folder, "papers", sample.paper.id));
    const workbench = await open(folder);
    const { problems } = await workbench.verify({});
    if (problem !== null) expect(String(inWords(problems))).toMatch(problem);
    const bytes = await sampleFile(resourcesFolder(), "sample.pdf");
    const again = await workbench.importPaper({ name: "sample.pdf", bytes });
    expect(inWords(again)).toMatchObject({
      duplicate: true,
      annotations: 0,
      warnings: [`The damaged files of “${sample.paper.title}” were restored from this file.`],
    });
    expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
    expect(await workbench.importPaper({ name: "sample.pdf", bytes })).toMatchObject({ warnings: [] });
    const { areas } = await workbench.describe({ paper: sample.paper.id, ranges: [{ start: 200, end: 420 }] });
    expect(areas.length).toBeGreaterThan(0);
  },
);
