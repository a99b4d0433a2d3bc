import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type Passage, quoteOf } from "../../../shared/model/annotation.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { drawnPage, scannedPdf, textLines, wordsInOrder, worn } from "../ocr/scan.cases.ts";
import { onePage } from "../pdfium/page.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";
import { mergePages } from "./recognise-paper.ts";

afterAll(closePool);

async function open(): Promise<OpenWorkbench> {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

const first = [
  "The last night boat sailed on 30 November 2025.",
  "The company withdrew it after two groundings,",
  "and it maintains that no captain should be",
  "asked to take that channel in the dark.",
];
const second = ["The union of the crews was not heard by the", "Ministry. It opposes any dredging in spring."];

/** Two scanned pages: one a little askew, the other on its side. */
let scan: Uint8Array;
beforeAll(async () => {
  const pages = await Promise.all(
    [first, second].map((lines) => drawnPage(onePage({ drawn: textLines(lines) }), 0, 150)),
  );
  const [firstPage, two] = pages;
  if (firstPage === undefined || two === undefined) throw new Error("Nothing was drawn.");
  scan = scannedPdf([worn(firstPage, { skew: 1.5, noise: 12, paper: 225 }), worn(two, { turn: 90 })], 150);
});

async function quotes(workbench: OpenWorkbench, paper: PaperId): Promise<string[]> {
  const { library } = await workbench.state({});
  return Object.values(ofPaper(library.annotations, paper)).map(({ passage }) => quoteOf(passage));
}

/** Left, bottom, right and top of all corners. */
function boundsOf(areas: Passage["areas"]): [number, number, number, number] {
  const corners = areas.flatMap(({ quads }) => quads.flat());
  const [xs, ys] = [corners.filter((_, n) => n % 2 === 0), corners.filter((_, n) => n % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

test("a scan is read at import, marked page by page, and its words are where the page has them", async () => {
  const workbench = await open();
  const { paper, warnings } = await workbench.importPaper({ name: "scan.pdf", bytes: scan, ocr: ["eng"] });
  expect(paper).toMatchObject({ text: "ocr", pages: 2, format: "pdf" });
  expect(warnings).toEqual([]);
  const content = await workbench.content({ paper: paper.id });
  expect(wordsInOrder([...first, ...second].join(" "), content.text)).toBe(1);
  expect(content.pages.map(({ ocr }) => ocr?.languages)).toEqual([["eng"], ["eng"]]);
  const start = content.text.indexOf("captain");
  const { areas } = await workbench.describe({ paper: paper.id, ranges: [{ start, end: start + 7 }] });
  // “captain” is on the third line of the first page: 414 high before the page was turned by a degree and a half.
  const box = boundsOf(areas);
  expect(areas).toHaveLength(1);
  expect(box[0]).toBeGreaterThan(170);
  expect(box[2]).toBeLessThan(260);
  expect(box[1]).toBeGreaterThan(405);
  expect(box[3]).toBeLessThan(428);
  const side = content.text.indexOf("Ministry");
  const turned = await workbench.describe({ paper: paper.id, ranges: [{ start: side, end: side + 8 }] });
  const upright = boundsOf(turned.areas);
  expect(turned.areas[0]?.page).toBe(1);
  expect(upright[3] - upright[1]).toBeGreaterThan(upright[2] - upright[0]);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

test("a few words on noisy grey paper are found", async () => {
  const workbench = await open();
  const sparse = await drawnPage(onePage({ drawn: textLines(second) }), 0, 200);
  const bytes = scannedPdf([worn(sparse, { noise: 14, paper: 225 })], 200);
  const { paper } = await workbench.importPaper({ name: "sparse.pdf", bytes, ocr: ["eng"] });
  expect(wordsInOrder(second.join(" "), (await workbench.content({ paper: paper.id })).text)).toBe(1);
});

test("a paper is read page by page later; claims stay, an undo brings the old text back", async () => {
  const workbench = await open();
  const { paper, warnings } = await workbench.importPaper({ name: "scan.pdf", bytes: scan });
  expect(paper).toMatchObject({ text: "own", characters: 0 });
  expect(warnings.map(({ key }) => key)).toEqual(["pdf.noText"]);
  const result = await workbench.recognisePaper({ paper: paper.id, languages: ["eng"], pages: [0] });
  expect(result.paper).toMatchObject({ id: paper.id, text: "ocr" });
  expect(result.warnings.map(({ key }) => key)).toEqual(["pdf.pagesWithoutText"]);
  const quote = "no captain should be asked to take that channel";
  await workbench.annotate({
    rows: [{ paper: paper.id, quote, positions: [{ issue: "Safety", stance: "supports" }] }],
  });
  const both = await workbench.recognisePaper({ paper: paper.id, languages: ["eng"] });
  expect(both.warnings).toEqual([]);
  const { text } = await workbench.content({ paper: paper.id });
  expect(text).toContain("Ministry");
  expect(await quotes(workbench, paper.id)).toEqual([quote]);
  expect((await workbench.search({ query: "dredging" })).hits).toHaveLength(1);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
  // The same words again are no change.
  const { version } = await workbench.state({});
  await workbench.recognisePaper({ paper: paper.id, languages: ["eng"], pages: [1] });
  expect((await workbench.state({})).version).toBe(version);
  await workbench.undo({});
  expect((await workbench.content({ paper: paper.id })).text).not.toContain("Ministry");
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

test("what can't be read says why", async () => {
  const workbench = await open();
  const own = await workbench.importPaper({
    name: "own.pdf",
    bytes: onePage({ drawn: textLines(first) }),
    ocr: ["eng"],
  });
  expect(own.paper.text).toBe("own");
  const text = await workbench.importPaper({ name: "a.txt", bytes: Buffer.from("Words alone.") });
  const ask = (paper: PaperId, more: object = {}) =>
    workbench.recognisePaper({ paper, languages: ["eng"], ...more }).then(
      () => "read",
      (error: Error) => error.message,
    );
  expect(await ask(own.paper.id)).toMatch("Every page of “own” has text already.");
  expect(await ask(text.paper.id)).toMatch("has no pages that could be read with OCR");
  expect(await ask(own.paper.id, { pages: [1] })).toBe("“own” has only 1 page; there is no page 2.");
  expect(await ask(own.paper.id, { pages: [0], languages: ["xyz"] })).toMatch("“xyz” is not installed");
  await expect(workbench.importPaper({ name: "s.pdf", bytes: scan, ocr: ["xyz"] })).rejects.toThrow("not installed");
  expect(Object.keys((await workbench.state({})).library.papers)).toHaveLength(2);
  expect(await workbench.ocrLanguages({})).toContain("urd");
});

test("reading is stopped when asked, and nothing is changed", async () => {
  const workbench = await open();
  const running = workbench.importPaper({ name: "scan.pdf", bytes: scan, ocr: ["eng"], job: "one" });
  const stop = workbench.subscribe((news) => {
    if (news.kind === "progress" && news.label.key === "ocr.progress") void workbench.cancel({ job: "one" });
  });
  await expect(running).rejects.toMatchObject({ code: "cancelled" });
  stop();
  expect((await workbench.state({})).version).toBeNull();
});

test("pages read again take the place of those before", () => {
  const page = (index: number, confidence: number) => ({
    page: index,
    languages: ["eng"],
    confidence,
    turn: 0 as const,
    skew: 0,
    lines: [],
  });
  expect(mergePages([page(2, 50), page(0, 60)], [page(2, 80), page(1, 70)])).toEqual([
    page(0, 60),
    page(1, 70),
    page(2, 80),
  ]);
});
