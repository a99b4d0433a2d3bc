import { expect, test } from "vitest";
import { inWords } from "../../../../shared/fixtures/in-words.cases.ts";
import { message } from "../../../../shared/messages/message.ts";
import { byPaper, ofPaper } from "../../../../shared/model/by-paper.ts";
import { ProjectRecord } from "../../../../shared/record/record.ts";
import { digest } from "../../files/digest.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { shown, typst } from "../../typst/typst.ts";
import { annotatedPdf } from "./annotated-pdf.ts";
import { byHand, byPdfium, byPdfjs, library, pdfInput, quiet, rewritten, textInput, tool } from "./pdf.cases.ts";

/** A source of two pages with an outline, typeset from the sample's words. */
const made = typst(`= ${shown("Ever words")}\n#pagebreak()\n= End`);

const sources: [string, () => Promise<Uint8Array | null>][] = [
  ["Typst's own", async () => made],
  ["a table", () => rewritten(made, "--object-streams=disable")],
  ["object streams", () => rewritten(made, "--object-streams=generate")],
  ["a linearized file", () => rewritten(made, "--linearize")],
  ["made by hand", async () => byHand()],
  ["something before the header", async () => Buffer.concat([Buffer.from("From a mail\r\n"), byHand()])],
];

test.each(sources)("a source with %s keeps its bytes and reads right elsewhere", async (_, make) => {
  const source = await make();
  if (source === null) return;
  const { bytes, annotations, warnings } = await annotatedPdf(await pdfInput(source), quiet);
  expect({ annotations, warnings }).toEqual({ annotations: 2, warnings: [] });
  expect(Buffer.compare(bytes.subarray(0, source.length), source)).toBe(0);
  expect(new PdfSource(bytes).usesStream).toBe(new PdfSource(source).usesStream);
  expect([null, "0"]).toContain(await tool("qpdf", (file) => ["--check", file], bytes));
  const drawn = (file: string): string[] => ["draw", "-q", "-F", "txt", "-o", "/dev/null", file];
  expect(await tool("mutool", drawn, bytes)).toBe(await tool("mutool", drawn, source));

  const read = await byPdfjs(bytes);
  const before = new PdfUpdate(new PdfSource(source)).pages.count;
  expect(read.pages.length).toBeGreaterThan(before + 1);
  const highlights = read.pages[0]?.filter((mark) => mark.subtype === "Highlight") ?? [];
  expect(highlights.map((highlight) => highlight.titleObj.str)).toEqual(["Ada", "Ada"]);
  expect(highlights[0]?.contentsObj.str).toContain("Certainty: 4 of 5");
  const seen = await byPdfium(bytes);
  expect(seen.map((mark) => [mark.quads.flat(), mark.contents.replaceAll("\r", "\n")])).toEqual(
    highlights.map((highlight) => [[...highlight.quadPoints], highlight.contentsObj.str]),
  );
  const [x0 = 0, y0 = 0, x1 = 0, , , y2 = 0] = highlights[0]?.quadPoints ?? [];
  expect(x1).toBeGreaterThan(x0);
  expect(y2).toBeLessThan(y0);

  expect([...read.attachments.keys()]).toEqual(["annotations.jsonld", "stancemark.json"]);
  const record: unknown = JSON.parse(Buffer.from(read.attachments.get("stancemark.json")?.content ?? []).toString());
  expect(ProjectRecord.parse(record)).toMatchObject({ source: { kind: "prefix" }, withheld: { coders: false } });
  expect(read.outline.at(-1)).toMatchObject({ title: "Claims", items: [{ title: "Water › Quality/taste (1)" }] });
  expect(read.leads).toBe(before);
  expect(read.labels?.slice(before, before + 2)).toEqual(["Claims 1", "Claims 2"]);
  expect(
    [...read.targets].filter(([link]) => !read.pages.slice(0, before).flat().includes(link)).length,
  ).toBeGreaterThan(1);
  expect(new Set(read.targets.values())).toEqual(new Set([0]));
});

test("a page where the tree of pages should be gets a tree of its own, with the pages added", async () => {
  const source = Buffer.from(byHand().toString("latin1").replace("/Pages 2 0 R", "/Pages 3 0 R"), "latin1");
  const { bytes, warnings } = await annotatedPdf(await pdfInput(source), quiet);
  expect(warnings).toEqual([]);
  expect([null, "0"]).toContain(await tool("qpdf", (file) => ["--check", file], bytes));
  const { pages, labels } = await byPdfjs(bytes);
  expect(labels).toEqual(["1", "Claims 1", "Claims 2"]);
  expect(pages[0]?.map((mark) => mark.subtype).sort()).toEqual(["Highlight", "Highlight", "Popup", "Popup", "Square"]);
});

test("what was on the page stays on it, and the pages added have its size", async () => {
  const { bytes } = await annotatedPdf(await pdfInput(byHand()), quiet);
  const read = await byPdfjs(bytes);
  expect(read.pages[0]?.map((mark) => mark.subtype)).toContain("Square");
  const { pages, source } = new PdfUpdate(new PdfSource(bytes));
  expect(pages.all().map((page) => source.resolve(page.dict.get("MediaBox")))).toEqual(
    pages.all().map(() => [0, 0, 400, 500]),
  );
});

test("a second export into an export replaces the first's highlights and what it embedded", async () => {
  const first = await annotatedPdf(await pdfInput(made), quiet);
  const { bytes } = await annotatedPdf(await pdfInput(first.bytes), quiet);
  const read = await byPdfjs(bytes);
  const kinds = read.pages[0]?.map((mark) => mark.subtype) ?? [];
  expect([
    kinds.filter((kind) => kind === "Highlight").length,
    kinds.filter((kind) => kind === "Popup").length,
  ]).toEqual([2, 2]);
  expect([...read.attachments.keys()]).toEqual(["annotations.jsonld", "stancemark.json"]);
  expect([null, "0"]).toContain(await tool("qpdf", (file) => ["--check", file], bytes));
});

test("without a summary nothing is appended but what is embedded", async () => {
  const { bytes } = await annotatedPdf({ ...(await pdfInput(made)), summary: false }, quiet);
  const read = await byPdfjs(bytes);
  expect([read.pages.length, read.attachments.size]).toEqual([2, 2]);
  expect(read.outline.map((entry) => entry.title)).not.toContain("Claims");
});

test("highlights may have the colour of the issue", async () => {
  const input = await pdfInput(made);
  const colours = async (colours: "stance" | "issue") => {
    const { bytes } = await annotatedPdf({ ...input, colours, summary: false }, quiet);
    return (await byPdfium(bytes)).map((mark) => mark.colour);
  };
  const [stance, issue] = [await colours("stance"), await colours("issue")];
  expect(stance[0]).toMatch(/^#9ec[a-f0-9]{3}$/);
  expect(issue[0]).not.toBe(stance[0]);
  expect(issue[1]).toBe(stance[1]);
});

test("a passage over a page break is one highlight per page, linked by name and words", async () => {
  const input = await pdfInput(made);
  const [claim] = Object.values(ofPaper(library.annotations, input.paper.id));
  if (claim === undefined) throw new Error("no claim");
  const quad = [100, 700, 200, 700, 100, 688, 200, 688];
  const areas = [0, 1].map((page) => ({
    page,
    quads: [quad, quad.map((value, index) => (index % 2 ? value - 14 : value))],
  }));
  const passage = { ...claim.passage, areas };
  const annotations = byPaper([[input.paper.id, { [claim.id]: { ...claim, passage } }]]);
  const { bytes, annotations: count } = await annotatedPdf({ ...input, library: { ...library, annotations } }, quiet);
  expect(count).toBe(1);
  const read = await byPdfjs(bytes);
  const [first, second] = [0, 1].map((page) => read.pages[page]?.find((mark) => mark.subtype === "Highlight"));
  expect([first?.quadPoints.length, second?.quadPoints.length]).toEqual([16, 16]);
  expect(first?.contentsObj.str).toMatch(/Continues on p\. \.?$/);
  expect(second?.contentsObj.str).toMatch(/^Continued from p\. iv\./);
  expect((await byPdfium(bytes)).map((mark) => mark.name)).toEqual([claim.id]);
  expect(Buffer.from(bytes).includes(`${claim.id}-p2`) || new PdfSource(bytes).usesStream).toBe(true);
});

test("a paper that was no PDF is typeset with its words as they are and carries its own bytes", async () => {
  const { bytes, annotations } = await annotatedPdf(textInput, quiet);
  expect(annotations).toBe(2);
  const read = await byPdfjs(bytes);
  expect(Buffer.from(read.attachments.get("paper.txt")?.content ?? [])).toEqual(textInput.source);
  const record = ProjectRecord.parse(
    JSON.parse(Buffer.from(read.attachments.get("stancemark.json")?.content ?? []).toString()),
  );
  expect(record).toMatchObject({
    source: { kind: "attachment", name: "paper.txt" },
    textSha256: digest(textInput.content.text),
  });
});

test("a paper without claims is exported without added pages", async () => {
  const bare = { ...(await pdfInput(made)), library: { ...library, annotations: {}, positions: {} } };
  const { bytes, annotations, warnings } = await annotatedPdf(bare, quiet);
  const pages = new PdfUpdate(new PdfSource(bytes)).pages.count;
  expect({ annotations, warnings, pages }).toEqual({ annotations: 0, warnings: [], pages: 2 });
});

test("a claim that is on no page is named and left out", async () => {
  const { annotations, warnings } = await annotatedPdf(await pdfInput(typst("Other")), quiet);
  expect(annotations).toBe(0);
  expect(inWords(warnings[0])).toContain("“Ever”");
});

test.each([
  ["a word too much", (file: string) => file.replace("startxref", "startyref")],
  ["lines that are exchanged", (file: string) => file.replace(/(xref\n0 7\n.*\n)(.*\n)(.*\n)/, "$1$3$2")],
  ["no table", (file: string) => file.replace(/xref\n0[\s\S]*trailer/, "trailer")],
])("a source with %s is repaired, said so, and carries its own bytes", async (_, update) => {
  const source = Buffer.from(update(byHand().toString("latin1")), "latin1");
  expect(() => new PdfUpdate(new PdfSource(source)).pages.all()).toThrow("damaged");
  const { bytes, annotations, warnings } = await annotatedPdf(await pdfInput(source), quiet);
  expect({ annotations, warnings }).toEqual({ annotations: 2, warnings: [message("export.repaired")] });
  const read = await byPdfjs(bytes);
  expect(read.pages[0]?.filter((mark) => mark.subtype === "Highlight").length).toBe(2);
  expect(Buffer.from(read.attachments.get("paper.txt")?.content ?? [])).toEqual(source);
});

test("a source whose pages are not the same for all programs, even when repaired, is refused in one sentence", async () => {
  const source = Buffer.from(
    byHand().toString("latin1").replace("/Kids[3 0 R]", "/Kids 3 0 R]").replace("<</Type/Page/", "<</Typ/Page/"),
    "latin1",
  );
  const refused = annotatedPdf({ ...(await pdfInput(byHand())), source }, quiet);
  await expect(refused).rejects.toMatchObject({
    code: "unreadable",
    message: expect.stringContaining("repaired copy"),
  });
});

test("what no reader can open is refused in one sentence", async () => {
  const input = await pdfInput(made);
  const lost = annotatedPdf({ ...input, source: Buffer.from("%PDF-1.4\nnothing") }, quiet);
  await expect(lost).rejects.toMatchObject({ code: "unreadable", message: expect.stringMatching(/damaged/) });
});
