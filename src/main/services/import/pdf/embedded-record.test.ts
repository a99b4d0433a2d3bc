import { expect, test } from "vitest";
import { recordName } from "../../../../shared/record/names.ts";
import { annotatedPdf } from "../../export/pdf/annotated-pdf.ts";
import { byHand, library, pdfInput, quiet, samplePaper, text, textInput } from "../../export/pdf/pdf.cases.ts";
import { digest } from "../../files/digest.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { onePage } from "../../pdfium/page.cases.ts";
import { readEmbeddedRecord } from "./embedded-record.ts";

const source = Buffer.from(text);
const paper = { ...samplePaper, sha256: digest(source), bytes: source.length };
const input = { ...textInput, paper, source, library: { ...library, papers: { [paper.id]: paper } } };

const embedded = (name: string, words: string): Buffer =>
  onePage({
    catalog: "/Names<</EmbeddedFiles<</Names[(x)7 0 R]>>>>",
    more: [
      `<</Type/Filespec/F(${name})/UF(${name})/EF<</F 8 0 R>>>>`,
      `<</Type/EmbeddedFile/Length ${words.length}>>stream\n${words}\nendstream`,
    ],
  });

test("an export gives its record and the paper's own bytes back", async () => {
  const { bytes } = await annotatedPdf(input, quiet);
  const found = await readEmbeddedRecord(bytes, null);
  expect(found?.record.paper.title).toBe(samplePaper.title);
  expect(found?.record.annotations).toHaveLength(2);
  expect(Buffer.from(found?.source ?? []).equals(source)).toBe(true);
  expect(found?.marks).toEqual([]);
});

test("bytes that are not those of the record's paper are not taken for it", async () => {
  const { bytes } = await annotatedPdf({ ...input, source: Buffer.from(`${text} changed`) }, quiet);
  const found = await readEmbeddedRecord(bytes, null);
  expect([found?.record.paper.id, found?.source]).toEqual([paper.id, null]);
});

test("a PDF of which the record says that it begins the file is cut off where the record says", async () => {
  const pdf = byHand();
  const own = { ...paper, format: "pdf" as const, sha256: digest(pdf), bytes: pdf.length };
  const { bytes } = await annotatedPdf(
    { ...(await pdfInput(pdf)), paper: own, library: { ...library, papers: { [own.id]: own } } },
    quiet,
  );
  const found = await readEmbeddedRecord(bytes, null);
  expect(Buffer.from(found?.source ?? []).equals(pdf)).toBe(true);
  const changed = Buffer.from(bytes);
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect((await readEmbeddedRecord(changed, null))?.source).toBeNull();
});

test("what somebody marked since is given with its page, our own marks are not", async () => {
  const { bytes } = await annotatedPdf(input, quiet);
  const update = new PdfUpdate(new PdfSource(bytes));
  const page = update.pages.at(0);
  if (page === null) throw new Error("there is no page");
  const present = update.source.resolve(page.own.get("Annots"));
  const mark = update.add(
    new Map([
      ["Subtype", { kind: "name" as const, name: "Highlight" }],
      ["Rect", [1, 2, 3, 4]],
      ["NM", { kind: "string" as const, bytes: Buffer.from("theirs") }],
    ]),
  );
  update.set(page.ref, new Map([...page.own, ["Annots", [...(Array.isArray(present) ? present : []), mark]]]));
  const found = await readEmbeddedRecord(update.finish(), null);
  expect(found?.marks.map(({ name, page: index }) => [name, index])).toEqual([["theirs", 0]]);
});

test.each([
  ["no attachment", byHand()],
  ["another attachment", embedded("other.json", "{}")],
  ["a record that is no JSON", embedded(recordName, "{")],
  ["a record of another form", embedded(recordName, '{"format":"stancemark-record","version":99}')],
  ["an empty record", embedded(recordName, " ")],
])("a file with %s has no record", async (_, bytes) => {
  expect(await readEmbeddedRecord(bytes, null)).toBeNull();
});

test("what is no PDF is refused as opening it is", async () => {
  await expect(readEmbeddedRecord(Buffer.from("%PDF-1.7"), null)).rejects.toMatchObject({ code: "unreadable" });
});
