import { afterAll, expect, onTestFinished, test } from "vitest";
import { placesToCheck } from "../../../shared/claims/places-to-check.ts";
import { message } from "../../../shared/messages/message.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { isReadByOlder, readerVersions } from "../../../shared/model/reader-version.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { onePage } from "../pdfium/page.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";
import { readAsOlder } from "./older-reading.cases.ts";

afterAll(closePool);

const open = (folder: string): Promise<OpenWorkbench> =>
  openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });

type Sample = Readonly<{ name: string; now: Uint8Array; before: Uint8Array }>;

/** A library with a paper that an older reader has read as another file is read now. */
async function olderLibrary({ name, now, before }: Sample): Promise<{ workbench: OpenWorkbench; paper: Paper }> {
  const folder = await temporaryFolder();
  const first = await open(folder);
  const { paper } = await first.importPaper({ name, bytes: now });
  const other = (await first.importPaper({ name: `b-${name}`, bytes: before })).paper;
  await first.close();
  await readAsOlder(folder, paper.id, other.id);
  const workbench = await open(folder);
  onTestFinished(() => workbench.close());
  const old = (await workbench.state({})).library.papers[paper.id];
  if (old === undefined) throw new Error("The paper is gone.");
  return { workbench, paper: old };
}

const line = (text: string, n: number): string => `BT /F 10 Tf 50 ${400 - n * 40} Td (${text}) Tj ET`;
const pdfOf = (lines: readonly string[]): Buffer => onePage({ drawn: lines.map(line).join("\n") });
const [fees, water, late] = ["Fees rise in March.", "The council opposes the fees.", "A word that is no word at all."];
const samples: readonly Sample[] = [
  {
    name: "a.txt",
    now: Buffer.from(`Head\n\n${water}\n\n${fees}\n`),
    before: Buffer.from(`Head\n\n${fees}\n\n${late}\n\n${water}\n`),
  },
  { name: "a.pdf", now: pdfOf(["Head", water, fees]), before: pdfOf(["Head", fees, late, water]) },
];

test.each(samples)(
  "$name: claims go along to the text of the newer reader, and an undo brings the older text back",
  async (sample) => {
    const { workbench, paper } = await olderLibrary(sample);
    const papersNow = async (): Promise<Paper | undefined> => (await workbench.state({})).library.papers[paper.id];
    const quotes = async (): Promise<string[]> =>
      Object.values(ofPaper((await workbench.state({})).library.annotations, paper.id))
        .map(({ passage }) => quoteOf(passage))
        .sort();
    const textNow = async (): Promise<string> => (await workbench.content({ paper: paper.id })).text;
    const older = await textNow();
    expect(older).toContain(late);
    const rows = [fees, water, late].map((quote) => ({
      paper: paper.id,
      quote,
      positions: [{ issue: "Fees", stance: "opposes" }],
    }));
    await workbench.annotate({ rows });
    expect(isReadByOlder(paper)).toBe(true);
    const { paper: read, warnings } = await workbench.readWithNewer({ paper: paper.id });
    expect(read).toMatchObject({
      reader: readerVersions[paper.format],
      reading: { reader: readerVersions[paper.format] },
    });
    expect(await textNow()).not.toContain(late);
    expect(await quotes()).toEqual(expect.arrayContaining([fees, water]));
    expect(warnings).toContainEqual(message("import.rereadUnsure"));
    const { library } = await workbench.state({});
    expect(placesToCheck(library, read).map(({ quote, status }) => [quote, status])).toContainEqual([late, "lost"]);
    expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
    await workbench.undo({});
    expect(await textNow()).toBe(older);
    expect(await quotes()).toEqual([fees, water, late].sort());
    expect(isReadByOlder((await papersNow()) ?? paper)).toBe(true);
    expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
    await workbench.redo({});
    expect(await textNow()).not.toContain(late);
  },
);

test("a paper that this reader has read is not read again, and nothing is read again by itself", async () => {
  const { workbench, paper } = await olderLibrary({ ...(samples[0] as Sample) });
  await workbench.state({});
  expect((await workbench.state({})).library.papers[paper.id]?.reader).toBeUndefined();
  await workbench.readWithNewer({ paper: paper.id });
  await expect(workbench.readWithNewer({ paper: paper.id })).rejects.toMatchObject({
    code: "invalid",
    reason: message("import.readByThis", { title: paper.title }),
  });
});

test("lines that were chosen are kept, and so is the older text when they are changed later", async () => {
  const { workbench, paper } = await olderLibrary({ ...(samples[0] as Sample) });
  const older = (await workbench.content({ paper: paper.id })).text;
  const { paper: kept } = await workbench.rereadPaper({ paper: paper.id, lines: "keep" });
  expect(kept.reading).toEqual({ encoding: null, lines: "keep", reader: readerVersions.text });
  const { paper: back } = await workbench.rereadPaper({ paper: paper.id });
  expect(back.reading).toEqual({ encoding: null, lines: null, reader: readerVersions.text });
  await workbench.undo({});
  await workbench.undo({});
  expect((await workbench.content({ paper: paper.id })).text).toBe(older);
});
