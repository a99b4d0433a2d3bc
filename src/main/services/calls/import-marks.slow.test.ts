import { afterAll, expect, onTestFinished, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import { type Annotation, quoteOf } from "../../../shared/model/annotation.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { rewritten } from "../export/pdf/pdf.cases.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { openGeometry, placeAt } from "../geometry/geometry.ts";
import { boxesOf, type Mark, markedBy } from "../import/pdf/fixtures/marked.ts";
import { oneColumn, scan } from "../import/pdf/fixtures/papers.ts";
import { wholePdf } from "../import/whole.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

afterAll(closePool);

const { bytes: source } = oneColumn();
const read = wholePdf(source);

async function open(coder = "Ada"): Promise<OpenWorkbench> {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder, program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

/** The boxes of the first occurrence of some words on the first page. */
async function boxesUnder(words: string): Promise<Mark["boxes"]> {
  const { content, geometry } = await read;
  const start = content.text.indexOf(words);
  if (start < 0) throw new Error(`no “${words}”`);
  const opened = openGeometry(geometry ?? new Uint8Array());
  return boxesOf([...words].map((_, index) => placeAt(opened, start + index)));
}

async function annotationsOf(workbench: OpenWorkbench, paper: PaperId): Promise<Annotation[]> {
  const { library } = await workbench.state({});
  return Object.values(ofPaper(library.annotations, paper)).sort(
    (a, b) =>
      (a.passage.ranges[0]?.start ?? 0) - (b.passage.ranges[0]?.start ?? 0) || a.created.localeCompare(b.created),
  );
}

const quote = "an efficient and affordable scheme would reach most households";

test("mark-up of a PDF comes in with words, author, dates, colour and text", { timeout: 60_000 }, async () => {
  const mark = {
    author: "Grace",
    created: "D:20240501120000+02'00'",
    modified: "D:20240502",
    colour: [1, 0.8, 0],
  } as const;
  const bytes = markedBy(source, [
    { ...mark, subtype: "Highlight", boxes: await boxesUnder(quote), name: "h1", contents: "Says\rwho?" },
    { ...mark, subtype: "Underline", boxes: await boxesUnder("Her figures differ"), created: "nonsense" },
    { ...mark, subtype: "StrikeOut", boxes: await boxesUnder("shift the risk"), author: "" },
    { ...mark, subtype: "Squiggly", boxes: await boxesUnder("Dr. Alvarez"), hidden: true },
    { ...mark, subtype: "Text", boxes: [[5, 400, 25, 420]], name: "t1", contents: "Look this up" },
    { ...mark, subtype: "FreeText", boxes: [[375, 500, 415, 520]], contents: "Beside the words" },
    { ...mark, subtype: "Text", boxes: [[5, 5, 25, 25]], contents: "I do.", answers: "h1", author: "Alan" },
    { ...mark, subtype: "Highlight", boxes: [[1, 1, 8, 8]] },
  ]);
  const workbench = await open();
  const result = await workbench.importPaper({ name: "marked.pdf", bytes });
  expect(result).toMatchObject({ duplicate: false, annotations: 6 });
  expect(result.warnings).toEqual([message("import.marksWithoutText", { count: 1 })]);
  const { library } = await workbench.state({});
  const all = await annotationsOf(workbench, result.paper.id);
  const imported = all.map((annotation) => [
    annotation.origin?.kind,
    library.coders[annotation.coder]?.name,
    annotation.note,
  ]);
  expect(imported).toEqual([
    ["highlight", "Grace", "Says\nwho?"],
    ["text", "Alan", "I do."],
    ["strikeOut", "Unnamed in the PDF", ""],
    ["underline", "Grace", ""],
    ["text", "Grace", "Look this up"],
    ["freeText", "Grace", "Beside the words"],
  ]);
  const quotes = all.map((annotation) => quoteOf(annotation.passage));
  expect(quotes.slice(0, 4)).toEqual([quote, quote, "shift the risk", "Her figures differ"]);
  expect(quotes[4]).toMatch(/^\p{Lu}.*[.;]$/su);
  // What a box of text says is in the paper's text.
  expect(quotes[5]).toBe("Beside the words");
  expect(all[0]).toMatchObject({
    created: "2024-05-01T10:00:00.000Z",
    modified: "2024-05-02T00:00:00.000Z",
    origin: { kind: "highlight", colour: "#ffcc00" },
    actor: null,
  });
  expect(Object.values(library.relations)).toMatchObject([
    { kind: "elaborates", source: { annotation: all[1]?.id }, target: { annotation: all[0]?.id } },
  ]);
  for (const annotation of all) expect(annotation.passage.areas.map((area) => area.page)).toEqual([0]);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
  expect(await workbench.importPaper({ name: "marked.pdf", bytes })).toMatchObject({ duplicate: true, annotations: 0 });
});

test("frames, and drawings with a text, are areas of the page; decorations are counted", {
  timeout: 60_000,
}, async () => {
  const [[left, bottom, right, top] = [0, 0, 0, 0]] = await boxesUnder("Her figures differ");
  const frame: Mark["boxes"][number] = [left - 2, bottom - 2, right + 2, top + 2];
  const bytes = markedBy(source, [
    { subtype: "Square", boxes: [frame], name: "s1", contents: "Check the table", author: "Grace", colour: [1, 0, 0] },
    { subtype: "Circle", boxes: [[60, 60, 200, 200]], name: "c1" },
    { subtype: "Ink", boxes: [[60, 300, 120, 320]], name: "i1", contents: "A tick" },
    { subtype: "Ink", boxes: [[60, 340, 120, 360]], name: "i2" },
    { subtype: "Stamp", boxes: [[300, 60, 400, 100]], name: "st", contents: "Received" },
    { subtype: "Caret", boxes: [[right, bottom, right + 4, bottom + 6]], name: "ca", contents: "a word is missing" },
    { subtype: "Caret", boxes: [[right, bottom, right + 4, bottom + 6]], name: "cb" },
    { subtype: "Square", boxes: [[-300, -300, -200, -200]], name: "away" },
  ]);
  const workbench = await open();
  const result = await workbench.importPaper({ name: "framed.pdf", bytes });
  expect(result.warnings).toEqual([message("import.marksWithoutText", { count: 3 })]);
  const { content } = await read;
  const { height = 0 } = content.pages[0] ?? {};
  const all = await annotationsOf(workbench, result.paper.id);
  const found = all.map(({ origin, note, passage: { region } }) => [
    origin?.foreignId,
    note,
    region && [region.page, region.x, region.y, region.width, region.height].map(Math.round),
  ]);
  expect(found.sort()).toEqual([
    ["c1", "", [0, 60, Math.round(height - 200), 140, 140]],
    ["ca", "a word is missing", undefined],
    ["i1", "A tick", [0, 60, Math.round(height - 320), 60, 20]],
    ["s1", "Check the table", [0, left - 2, height - top - 2, right - left + 4, top - bottom + 4].map(Math.round)],
    ["st", "Received", [0, 300, Math.round(height - 100), 100, 40]],
  ]);
  // An area has its place in the order of the text.
  expect(all.find(({ origin }) => origin?.foreignId === "s1")?.passage.ranges[0]?.quote).toBe("Her");
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
});

test.each([0, 90, 180, 270] as const)(
  "a frame on a page turned by %d degrees is where it is seen",
  { timeout: 60_000 },
  async (rotation) => {
    const bytes = markedBy(source, [{ subtype: "Square", boxes: [[50, 100, 150, 400]], name: "s" }], rotation);
    const workbench = await open();
    const { paper } = await workbench.importPaper({ name: "turned.pdf", bytes });
    const [area] = await annotationsOf(workbench, paper.id);
    const { width = 0, height = 0 } = (await workbench.content({ paper: paper.id })).pages[0] ?? {};
    const region = area?.passage.region;
    const seen = {
      0: [50, height - 400, 100, 300],
      90: [100, 50, 300, 100],
      180: [width - 150, 100, 100, 300],
      270: [height - 400, width - 150, 300, 100],
    }[rotation];
    expect([region?.x, region?.y, region?.width, region?.height].map((side) => Math.round(side ?? -1))).toEqual(
      seen.map(Math.round),
    );
  },
);

test("a copy with more mark-up gives it to the paper that is here, and what was removed stays away", {
  timeout: 60_000,
}, async () => {
  const workbench = await open();
  const { paper } = await workbench.importPaper({ name: "a.pdf", bytes: source });
  const first = markedBy(source, [{ subtype: "Highlight", boxes: await boxesUnder(quote), name: "one" }]);
  expect(await workbench.importPaper({ name: "b.pdf", bytes: first })).toMatchObject({
    duplicate: true,
    annotations: 1,
    paper: { id: paper.id },
  });
  const [only] = await annotationsOf(workbench, paper.id);
  if (only === undefined) throw new Error("nothing came in");
  await workbench.commit({ label: "Remove", edits: [{ table: "annotations", from: only, to: null }] });
  const second = markedBy(first, [
    { subtype: "Underline", boxes: await boxesUnder("Her figures differ"), name: "two" },
  ]);
  expect(await workbench.importPaper({ name: "c.pdf", bytes: second })).toMatchObject({
    duplicate: true,
    annotations: 1,
  });
  expect((await annotationsOf(workbench, paper.id)).map((annotation) => quoteOf(annotation.passage))).toEqual([
    "Her figures differ",
  ]);
  await workbench.undo({});
  expect(await annotationsOf(workbench, paper.id)).toEqual([]);
});

test("a copy with a box of text more is a copy, and the box a note on the words near it", {
  timeout: 60_000,
}, async () => {
  const workbench = await open();
  const { paper } = await workbench.importPaper({ name: "a.pdf", bytes: source });
  const box = { subtype: "FreeText", boxes: [[310, 500, 410, 520]], contents: "Beside the words", name: "f1" } as const;
  const result = await workbench.importPaper({ name: "b.pdf", bytes: markedBy(source, [box]) });
  expect(result).toMatchObject({ duplicate: true, annotations: 1, paper: { id: paper.id } });
  const [note] = await annotationsOf(workbench, paper.id);
  expect(note?.note).toBe("Beside the words");
  expect(note === undefined ? "" : quoteOf(note.passage)).toMatch(/^\p{Lu}.*[.;]$/su);
});

async function coded(): Promise<{ workbench: OpenWorkbench; paper: PaperId; bytes: Uint8Array }> {
  const workbench = await open();
  const { paper } = await workbench.importPaper({ name: "a.pdf", bytes: source });
  const positions = [{ issue: "Water/Charges", stance: "supports", strength: 2 }];
  const row = { paper: paper.id, quote, nth: 1, positions, actor: "The panel", certainty: 4, note: "See annex." };
  await workbench.annotate({ rows: [row, { ...row, quote: "Her figures differ", positions: [] }] });
  const { bytes } = await workbench.exportPaper({ paper: paper.id, format: "pdf" });
  return { workbench, paper: paper.id, bytes };
}

test("somebody else’s highlight in our export comes in beside what the record says, once", {
  timeout: 60_000,
}, async () => {
  const { workbench, paper, bytes } = await coded();
  const marked = markedBy(bytes, [
    { subtype: "Highlight", boxes: await boxesUnder("shift the risk"), author: "Grace", contents: "And who bears it?" },
  ]);
  const [before] = [await annotationsOf(workbench, paper)];
  for (const expected of [1, 0])
    expect(await workbench.importPaper({ name: "back.pdf", bytes: marked })).toMatchObject({
      duplicate: true,
      annotations: expected,
      warnings: [],
    });
  const after = await annotationsOf(workbench, paper);
  expect(after.filter((annotation) => annotation.origin === undefined)).toEqual(before);
  expect(
    after.filter((annotation) => annotation.origin !== undefined).map((annotation) => quoteOf(annotation.passage)),
  ).toEqual(["shift the risk"]);

  const fresh = await open("Grace");
  expect(await fresh.importPaper({ name: "back.pdf", bytes: marked })).toMatchObject({
    duplicate: false,
    annotations: 3,
    warnings: [],
    paper: { id: paper, fileName: "a.pdf", bytes: source.length },
  });
  expect((await annotationsOf(fresh, paper)).map((annotation) => annotation.id)).toEqual(
    after.map((annotation) => annotation.id),
  );
});

test("a removed claim comes back whole; what a colleague adds to a claim comes too, what was taken off it does not", {
  timeout: 60_000,
}, async () => {
  const { workbench, paper, bytes } = await coded();
  const library = async () => (await workbench.state({})).library;
  const whole = await library();
  const colleague = await open("Grace");
  await colleague.importPaper({ name: "sent.pdf", bytes });
  const theirs = (await colleague.state({})).library;
  const [position] = Object.values(ofPaper(theirs.positions, paper));
  const [issue] = Object.values(theirs.issues).filter((issue) => issue.name === "Water");
  if (position === undefined || issue === undefined) throw new Error("nothing was carried over");
  const more = { ...position, id: crypto.randomUUID() as typeof position.id, issue: issue.id };
  await colleague.commit({ label: "Add", edits: [{ table: "positions", from: null, to: more }] });
  const { bytes: back } = await colleague.exportPaper({ paper, format: "pdf" });

  await workbench.commit({ label: "Take off", edits: [{ table: "positions", from: position, to: null }] });
  expect(await workbench.importPaper({ name: "back.pdf", bytes: back })).toMatchObject({
    annotations: 0,
    warnings: [],
  });
  expect({ ...ofPaper((await library()).positions, paper) }).toEqual({ [more.id]: more });

  const claim = (await annotationsOf(workbench, paper)).find(
    (annotation) => annotation.note !== "" && annotation.id === position.annotation,
  );
  if (claim === undefined) throw new Error("the claim is gone");
  await workbench.commit({
    label: "Remove",
    edits: [
      { table: "positions", from: more, to: null },
      { table: "annotations", from: claim, to: null },
    ],
  });
  expect(await workbench.importPaper({ name: "a.pdf", bytes })).toMatchObject({ annotations: 1, warnings: [] });
  const restored = await library();
  expect([restored.annotations, restored.positions]).toEqual([whole.annotations, whole.positions]);
});

test("an export without names and notes adds nothing where they are known", { timeout: 60_000 }, async () => {
  const { workbench, paper } = await coded();
  const withhold = { coders: true, notes: true };
  const { bytes } = await workbench.exportPaper({ paper, format: "pdf", withhold });
  const before = (await workbench.state({})).library;
  expect(await workbench.importPaper({ name: "x.pdf", bytes })).toMatchObject({
    duplicate: true,
    annotations: 0,
    warnings: [],
  });
  expect((await workbench.state({})).library).toEqual(before);
});

test("issues and actors of the same name are one; a claim that differs stays as it is here, and the import says so", {
  timeout: 60_000,
}, async () => {
  const { bytes, paper } = await coded();
  const other = await open("Grace");
  const text = await other.importPaper({ name: "n.txt", bytes: Buffer.from("Every gate must open.\n") });
  await other.annotate({
    rows: [{ paper: text.paper.id, quote: "Every gate", positions: [{ issue: "water/charges" }], actor: "the panel" }],
  });
  await other.importPaper({ name: "sent.pdf", bytes });
  const { library } = await other.state({});
  expect(
    Object.values(library.issues)
      .map((issue) => issue.name)
      .sort(),
  ).toEqual(["charges", "water"]);
  expect(Object.values(library.actors)).toHaveLength(1);
  const [claim] = await annotationsOf(other, paper);
  if (claim === undefined) throw new Error("no claim came in");
  await other.commit({
    label: "Alter",
    edits: [{ table: "annotations", from: claim, to: { ...claim, certainty: 1 } }],
  });
  expect(inWords(await other.importPaper({ name: "sent.pdf", bytes }))).toMatchObject({
    annotations: 0,
    warnings: ["1 annotation is different in this PDF. Your version was left as it is."],
  });
});

test("rewritten by another program, its claims are found by their words", { timeout: 60_000 }, async () => {
  const { bytes } = await coded();
  const copy = await rewritten(bytes, "--object-streams=generate");
  if (copy === null) return;
  const fresh = await open("Grace");
  const result = await fresh.importPaper({ name: "copy.pdf", bytes: copy });
  expect(result).toMatchObject({ duplicate: false, annotations: 2, paper: { fileName: "copy.pdf" } });
  expect(String(inWords(result.warnings))).toMatch(/rewritten this annotated PDF/);
  expect((await annotationsOf(fresh, result.paper.id)).map((annotation) => quoteOf(annotation.passage))).toEqual([
    quote,
    "Her figures differ",
  ]);
});

test("a paper that was no PDF comes back from its export", { timeout: 60_000 }, async () => {
  const workbench = await open();
  const text = Buffer.from("# The Weir\n\nEvery gate must open. Nobody wants to pay.\n");
  const { paper } = await workbench.importPaper({ name: "weir.md", bytes: text });
  await workbench.annotate({
    rows: [{ paper: paper.id, quote: "Every gate must open.", positions: [{ issue: "Gates" }] }],
  });
  const { bytes } = await workbench.exportPaper({ paper: paper.id, format: "pdf" });
  const fresh = await open("Grace");
  expect(await fresh.importPaper({ name: "weir.pdf", bytes })).toMatchObject({ annotations: 1, warnings: [], paper });
  const libraries = await Promise.all(
    [workbench, fresh].map(async (openWorkbench) => (await openWorkbench.state({})).library),
  );
  expect(libraries[1]?.annotations).toEqual(libraries[0]?.annotations);
});

test("marks on a page without words are areas, and an export of notes alone is made", {
  timeout: 60_000,
}, async () => {
  const workbench = await open();
  const blank = markedBy(scan(), [
    { subtype: "Text", boxes: [[5, 5, 25, 25]], name: "t", contents: "Who drew this?" },
    {
      subtype: "Highlight",
      boxes: [
        [40, 134, 140, 146],
        [40, 120, 90, 132],
      ],
      name: "h",
    },
    { subtype: "Ink", boxes: [[40, 80, 140, 92]], name: "i" },
  ]);
  const scanned = await workbench.importPaper({ name: "scan.pdf", bytes: blank });
  expect(inWords(scanned)).toMatchObject({
    annotations: 2,
    warnings: [
      "This PDF contains no text. If it is a scan, read it with OCR.",
      "1 mark of this PDF was skipped because it covers no text and says nothing.",
    ],
  });
  const marked = await annotationsOf(workbench, scanned.paper.id);
  expect(
    marked.map(({ origin, passage: { region } }) => [origin?.foreignId, region?.width, region?.height]).sort(),
  ).toEqual([
    ["h", 100, 26],
    ["t", 20, 20],
  ]);
  const { paper } = await workbench.importPaper({ name: "a.pdf", bytes: source });
  await workbench.annotate({ rows: [{ paper: paper.id, quote, nth: 1, positions: [] }] });
  expect(await workbench.exportPaper({ paper: paper.id, format: "pdf" })).toMatchObject({ annotations: 1 });
});
