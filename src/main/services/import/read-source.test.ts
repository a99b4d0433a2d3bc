import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { annotatedPdf } from "../export/pdf/annotated-pdf.ts";
import { byHand, library, pdfInput, quiet, samplePaper, text, textInput } from "../export/pdf/pdf.cases.ts";
import { ContentParts } from "./content-parts.ts";
import { type KnownSource, readSourceFile } from "./read-source.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const knownOf = (bytes: Uint8Array): KnownSource => ({ bytes: bytes.length, sha256: sha256(bytes) });

/** The sample's paper by its real identity, as a library has it. */
const sample = { ...samplePaper, sha256: sha256(Buffer.from(text)), bytes: Buffer.from(text).length };
const named = { ...textInput, paper: sample, library: { ...library, papers: { [sample.id]: sample } } };

async function read(name: string, bytes: Uint8Array, known: readonly KnownSource[] = []) {
  const parts = new ContentParts();
  const read = await readSourceFile({ name, bytes, known }, { onProgress: quiet, onPart: parts.add });
  return { ...read, paper: read.imported === null ? null : parts.paper(read.imported) };
}

test("a file that is no PDF of ours is a paper, without a record and without another source", async () => {
  const { paper, record, source, marks, begins } = await read("a.txt", Buffer.from("Only words."));
  expect(paper?.content.text).toBe("Only words.");
  expect([record, source, marks, begins]).toEqual([null, null, [], null]);
  const pdf = await read("a.pdf", byHand());
  expect(pdf.paper?.content.text).toContain("Ever words");
  expect([pdf.record, pdf.source]).toEqual([null, null]);
});

test("an annotated PDF of a text gives the text back under its own name, with its record", async () => {
  const { bytes } = await annotatedPdf(named, quiet);
  const { paper, record, source } = await read("annotated.pdf", bytes);
  expect(Buffer.from(source ?? []).toString()).toBe(text);
  expect(record?.paper.fileName).toBe(samplePaper.fileName);
  expect([paper?.format, paper?.content.text.startsWith("Ever words")]).toEqual(["text", true]);
});

test("of a paper that the library has, only the record is read", async () => {
  const { bytes } = await annotatedPdf(named, quiet);
  const { paper, record, begins } = await read("annotated.pdf", bytes, [{ bytes: 10, sha256: sample.sha256 }]);
  expect([paper, begins]).toEqual([null, null]);
  expect(record?.annotations).toHaveLength(2);
});

test("a file that begins with a paper of the library says which, the longest of several", async () => {
  const own = byHand();
  const later = Buffer.concat([own, Buffer.from("\n% more")]);
  const file = Buffer.concat([later, Buffer.from("\n% and more")]);
  const begins = async (...known: KnownSource[]): Promise<string | null> => (await read("a.pdf", file, known)).begins;
  expect(await begins()).toBeNull();
  expect(await begins(knownOf(own))).toBe(sha256(own));
  expect(await begins(knownOf(later), knownOf(own))).toBe(sha256(later));
  expect(await begins(knownOf(own), { bytes: later.length, sha256: sha256(own) })).toBe(sha256(own));
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["the file itself", byHand()],
  ["a longer file", Buffer.concat([byHand(), Buffer.from("x")])],
  ["a file that differs in its last byte", Buffer.concat([byHand().subarray(0, -1), Buffer.from("?")])],
])("a file does not begin with %s", async (_, known) => {
  expect((await read("a.pdf", byHand(), [knownOf(known)])).begins).toBeNull();
});

test("mark-up that the record does not speak of is given with it", async () => {
  const annotated = await annotatedPdf(await pdfInput(byHand("", []), null), quiet);
  const { record, marks } = await read("a.pdf", annotated.bytes, [{ bytes: 1, sha256: samplePaper.sha256 }]);
  expect(record).not.toBeNull();
  // The paper has had a frame of its own from the beginning; what we wrote is not among them.
  expect(marks.map(({ subtype, box }) => [subtype, box])).toEqual([["square", [10, 10, 30, 30]]]);
});
