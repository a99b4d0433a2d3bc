import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { turnGrey } from "../ocr/grey.ts";
import { pngOf, tiffOf } from "../ocr/picture.cases.ts";
import { drawnPage, textLines, wordsInOrder } from "../ocr/scan.cases.ts";
import { onePage } from "../pdfium/page.cases.ts";
import { openPdf } from "../pdfium/reader.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

afterAll(closePool);

async function open(): Promise<Readonly<{ workbench: OpenWorkbench; folder: string }>> {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return { workbench, folder };
}

const lines = ["The council wants a winter ferry,", "and a fare that stays low for all."];
const other = ["The company asks for a grant", "instead of the passengers' money."];
const drawn = (text: readonly string[]) => drawnPage(onePage({ drawn: textLines(text) }), 0, 150);

test("a picture goes to another library with its words, by annotated PDF and by library file", async () => {
  const { workbench } = await open();
  const bytes = pngOf(await drawn(lines), 0);
  const { paper, warnings } = await workbench.importPaper({ name: "ferry.png", bytes, ocr: ["eng"] });
  expect(paper).toMatchObject({ format: "image", text: "ocr", pages: 1 });
  expect(warnings).toEqual([]);
  const { text } = await workbench.content({ paper: paper.id });
  expect(wordsInOrder(lines.join(" "), text)).toBe(1);
  await workbench.annotate({
    rows: [{ paper: paper.id, quote: "winter ferry", positions: [{ issue: "Ferries", stance: "supports" }] }],
  });
  const pdf = await workbench.exportPaper({ paper: paper.id, format: "pdf" });
  const reader = await openPdf(Buffer.from(pdf.bytes), null);
  expect(reader.annotations(0).map(({ contents }) => contents)).toEqual([expect.stringContaining("Read with OCR")]);
  reader.close();
  const html = await workbench.exportPaper({ paper: paper.id, format: "html" });
  expect(Buffer.from(html.bytes).toString()).toContain("read with OCR");
  const csv = await workbench.exportPaper({ paper: paper.id, format: "csv" });
  expect(Buffer.from(csv.bytes).toString()).toMatch(/,ocr\r?\n/);
  const bundle = await workbench.exportBundle({});
  for (const take of [
    (to: OpenWorkbench) => to.importPaper({ name: "annotated.pdf", bytes: pdf.bytes }),
    (to: OpenWorkbench) => to.importBundle({ name: "all.stancemark", bytes: bundle.bytes }),
  ]) {
    const { workbench: there } = await open();
    await take(there);
    const { library } = await there.state({});
    const [copy] = Object.values(library.papers);
    expect(copy).toMatchObject({ format: "image", text: "ocr", sha256: paper.sha256 });
    expect((await there.content({ paper: paper.id })).text).toBe(text);
    expect(await there.verify({})).toEqual({ ok: true, problems: [] });
    expect((await there.pageText({ paper: paper.id, page: 0 })).boxes.length).toBeGreaterThan(0);
  }
});

test("each page of a TIFF is read, also one on its side; without OCR a picture waits for it", async () => {
  const { workbench } = await open();
  const bytes = tiffOf([{ picture: await drawn(lines) }, { picture: turnGrey(await drawn(other), 90) }], true);
  const first = await workbench.importPaper({ name: "two.tif", bytes });
  expect(first.paper).toMatchObject({ format: "image", text: "own", pages: 2, characters: 0 });
  expect(first.warnings.map(({ key }) => key)).toEqual(["picture.noText"]);
  const { paper } = await workbench.recognisePaper({ paper: first.paper.id, languages: ["eng"] });
  const { text } = await workbench.content({ paper: paper.id });
  expect(wordsInOrder([...lines, ...other].join(" "), text)).toBe(1);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

test("damaged pages of a picture are found, and made again by importing it again", async () => {
  const { workbench, folder } = await open();
  const bytes = pngOf(await drawn(lines), 0);
  const { paper } = await workbench.importPaper({ name: "ferry.png", bytes, ocr: ["eng"] });
  const file = path.join(folder, "papers", paper.id, "pages.pdf");
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, whole.length / 2));
  expect((await workbench.verify({})).ok).toBe(false);
  const again = await workbench.importPaper({ name: "ferry.png", bytes });
  expect(again.warnings.map(({ key }) => key)).toEqual(["import.rebuilt"]);
  expect(await readFile(file)).toEqual(whole);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});
