import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { fileEndings } from "../../../shared/contract/host.ts";
import { paperFormats } from "../../../shared/model/paper-format.ts";
import { resourcesFolder } from "../files/resources.ts";
import { importers } from "./formats.ts";
import { fodt, odt } from "./odt/odt.cases.ts";
import { sniffed } from "./sniffed-source.ts";
import { docx } from "./word/docx.cases.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The first format that takes a file. */
async function formatOf(name: string, bytes: Uint8Array): Promise<string | undefined> {
  const file = sniffed({ name, bytes });
  for (const importer of importers) if (await importer.sniff(file)) return importer.name;
  return undefined;
}

test("every format has one reader, and endings that no other format has", () => {
  expect(importers.map(({ name }) => name)).toEqual(Object.keys(paperFormats));
  const suffixes = importers.flatMap((importer) => importer.suffixes);
  expect(new Set(suffixes).size).toBe(suffixes.length);
  expect(fileEndings.papers).toEqual([...suffixes, "dat"]);
  for (const suffix of suffixes) expect(suffix).toMatch(/^[a-z0-9]+$/);
  for (const { mime } of Object.values(paperFormats)) expect(mime).toMatch(/^[a-z]+\/([a-z0-9.+-]+|\*)$/);
});

test.each([
  ["a.md", "no marks at all", "markdown"],
  ["A.MARKDOWN", "no marks at all", "markdown"],
  ["a.txt", "# A heading\n\nwords", "markdown"],
  ["a.txt", "**strong** and [a link](b)", "markdown"],
  ["a.txt", "one * star and 2 > 1", "text"],
  ["notes", "words", "text"],
  ["a.md.bak", "words", "text"],
  ["a.md", "%PDF-1.7\n", "pdf"],
  ["a.txt", `${" ".repeat(1000)}%PDF-1.4`, "pdf"],
  ["a.txt", `It begins with %PDF-1.4, they say.`, "text"],
  ["a.md", "<!doctype html><p>Words.</p>", "html"],
  ["a.pdf", "words", "text"],
])("%s with %j is %s", async (name, text, format) => {
  expect(await formatOf(name, bytesOf(text))).toBe(format);
});

const flat = (uri: string): string =>
  `<?xml version="1.0"?>\n<!-- x --><pkg:package xmlns:pkg="${uri}"><a/></pkg:package>`;

test.each([
  ["an archive with a folder word", docx({ body: "" }), "docx"],
  ["a package in one file", bytesOf(flat("http://schemas.microsoft.com/office/2006/xmlPackage")), "docx"],
  ["an archive with its type first", odt({ body: "" }), "odt"],
  ["an OpenDocument text in one file", fodt({ body: "" }), "odt"],
  ["RTF", bytesOf("{\\rtf1 Words}"), "rtf"],
  ["a text about RTF", bytesOf("They say {\\rtf1 Words}"), "text"],
  ["other XML", bytesOf(flat("urn:other")), "text"],
  ["a text about <pkg:package", bytesOf("about <pkg:package xmlPackage"), "text"],
])("%s is %s", async (_, bytes, format) => {
  expect(await formatOf("a.txt", bytes)).toBe(format);
});

test("the sample is a PDF under any name", async () => {
  const bytes = await readFile(path.join(resourcesFolder(), "sample", "sample.pdf"));
  for (const name of ["sample.pdf", "sample.md", "sample"]) expect(await formatOf(name, bytes)).toBe("pdf");
});

test("a file is decoded once, and only when its text is asked for", async () => {
  let reads = 0;
  const bytes = bytesOf("words");
  const file = sniffed({
    name: "a.txt",
    get bytes() {
      reads++;
      return bytes;
    },
  });
  const before = reads;
  expect(await file.words()).toBe(await file.words());
  expect(reads - before).toBe(1);
});
