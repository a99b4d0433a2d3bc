import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { describe } from "../../../../shared/anchor/describe.ts";
import { apply } from "../../../../shared/change/change.ts";
import { ids, sampleEdits, sampleLibrary } from "../../../../shared/fixtures/sample-library.cases.ts";
import type { Annotation } from "../../../../shared/model/annotation.ts";
import { AnnotationId, newId } from "../../../../shared/model/ids.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { TextRange } from "../../../../shared/model/ranges.ts";
import { type DocxParts, docx, docxFiles, field, fuzzedDocx, p, r, tbl } from "../../import/word/docx.cases.ts";
import { importDocx } from "../../import/word/import-docx.ts";
import { annotatedDocx } from "./annotated-docx.ts";

/** A library whose only paper is a Word document, with a note on each of some passages. */
function libraryOf(text: string, passages: readonly (readonly TextRange[])[]): Library {
  const base = sampleLibrary(
    sampleEdits().filter(({ table }) => !["annotations", "positions", "relations"].includes(table)),
  );
  const paper = base.papers[ids.paper];
  const edits = passages.map((ranges, index) => ({
    table: "annotations" as const,
    from: null,
    to: {
      id: newId(AnnotationId),
      paper: ids.paper,
      passage: { ranges: describe(text, ranges), areas: [] },
      actor: null,
      certainty: null,
      grade: null,
      note: `Note ${index} <&>`,
      origin: null,
      coder: ids.coder,
      created: "2026-01-02T03:04:05Z",
      modified: "2026-01-02T03:04:05Z",
    } as unknown as Annotation,
  }));
  const library = apply(base, { edits } as never);
  return paper === undefined ? library : { ...library, papers: { [ids.paper]: { ...paper, format: "docx" } } };
}

async function annotated(source: Uint8Array, passages: (text: string) => readonly (readonly TextRange[])[]) {
  const { content } = await importDocx("a.docx", source);
  const library = libraryOf(content.text, passages(content.text));
  const paper = library.papers[ids.paper];
  if (paper === undefined) throw new Error("a paper is needed");
  const made = await annotatedDocx({ library, paper, content, source });
  const read = await importDocx("b.docx", made.bytes);
  const notes = (read.comments ?? [])
    .filter(({ text }) => text.includes("Note "))
    .map(({ ranges, text }) => [ranges.map(({ start, end }) => read.content.text.slice(start, end)).join("|"), text]);
  return { ...made, text: content.text, again: read.content.text, notes };
}

/** The first place of some words. */
const on =
  (words: string) =>
  (text: string): readonly TextRange[] => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`no “${words}” in “${text}”`);
    return [{ start, end: start + words.length }];
  };

test.each<[string, DocxParts, string]>([
  ["a whole run", { body: p(r("One ") + r("two") + r(" three")) }, "two"],
  ["a part of a run with its look", { body: p(r("One two three", "<w:b/>")) }, "two"],
  ["letters of a word", { body: p("winter") }, "int"],
  [
    "several runs, begun and ended within",
    { body: p(r("One two") + r(" three ", "<w:i/>") + r("four five")) },
    "two three four",
  ],
  ["several paragraphs", { body: p("One two.") + p("Three four.") + p("Five six.") }, "two.\nThree four.\nFive"],
  [
    "cells of a table",
    {
      body:
        p("Before.") +
        tbl([
          ["a b", "c d"],
          ["e", "f"],
        ]) +
        p("After."),
    },
    "b\tc d\ne",
  ],
  [
    "a footnote",
    {
      body: p(`${r("One")}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      footnotes: `<w:footnote w:id="2">${p("A note here.")}</w:footnote>`,
    },
    "note",
  ],
  ["signs that XML escapes", { body: p("a < b & c 😀 d") }, "< b & c 😀"],
  ["layout that is one space", { body: p(r("One  \n two   three")) }, "two three"],
  ["a soft hyphen", { body: p(r("har\u00adbour dues")) }, "bour"],
  [
    "a tab and a hyphen that never breaks",
    { body: p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c d</w:t></w:r>") },
    "b\u2011c",
  ],
  [
    "a link",
    {
      body: p(`${r("See ")}<w:hyperlink r:id="r1">${r("this page")}</w:hyperlink>${r(" now")}`),
      links: { r1: "https://example.org/" },
    },
    "page now",
  ],
  [
    "an insertion, beside what was deleted",
    {
      body: p(
        `${r("a ")}<w:ins w:id="1">${r("new words")}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>${r(" b")}`,
      ),
    },
    "words b",
  ],
  ["the result of a field", { body: p(`${r("See ")}${field("REF x", r("chapter 3"))}${r(".")}`) }, "chapter"],
  [
    "a run with changed properties",
    {
      body: p(
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="9"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>one two</w:t></w:r>',
      ),
    },
    "two",
  ],
  ["words beside its own comment", fuzzedDocx, "One"],
  ["right to left", { body: p("یہ ایک جملہ ہے") }, "ایک جملہ"],
])("a comment is on %s", async (_, parts, words) => {
  const { text, again, notes, warnings, annotations } = await annotated(docx(parts), (all) => [on(words)(all)]);
  expect(again).toBe(text);
  expect(warnings).toEqual([]);
  expect(annotations).toBe(1);
  expect(notes).toEqual([[words, expect.stringContaining("Note 0 <&>")]]);
});

test("a passage of two parts is two comments, and words in a text box are on its drawing", async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p("In the box.")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
  const source = docx({ body: p(`${r("One two three.")}${box}`) });
  const { notes, warnings, again, text } = await annotated(source, (all) => [
    [...on("One")(all), ...on("three")(all)],
    on("the box")(all),
  ]);
  expect(again).toBe(text);
  expect(notes.slice(0, 2)).toEqual([
    ["One", expect.stringMatching(/^Part 1 of 2/)],
    ["three", expect.stringMatching(/^Part 2 of 2/)],
  ]);
  expect(warnings.map(({ key }) => key)).toEqual(["export.nearPlace"]);
});

test("a passage that runs from the text into its note is marked in the text", async () => {
  const source = docx({
    body: p(`${r("One two")}<w:r><w:footnoteReference w:id="2"/></w:r>`) + p("Three"),
    footnotes: `<w:footnote w:id="2">${p("A note.")}</w:footnote>`,
  });
  const { notes, warnings } = await annotated(source, (all) => [on("two\nA note")(all)]);
  expect(notes).toEqual([["two", expect.stringContaining("Note 0")]]);
  expect(warnings.map(({ key }) => key)).toEqual(["export.nearPlace"]);
});

test("every part but those with the words, the comments and their names keeps its bytes", async () => {
  const source = zipSync({
    ...unzipSync(docx(fuzzedDocx)),
    "word/media/image1.png": Uint8Array.of(1, 2, 3),
    "docProps/app.xml": strToU8("<a/>"),
  });
  const { bytes } = await annotated(source, (text) => [on("item")(text)]);
  const [before, after] = [unzipSync(source), unzipSync(bytes)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const changed = Object.keys(before).filter(
    (name) => strFromU8(before[name] ?? new Uint8Array()) !== strFromU8(after[name] ?? new Uint8Array()),
  );
  expect(changed).toEqual(["word/document.xml", "word/comments.xml"]);
  // What was there is there still, with more in it.
  const [old, own] = [before, after].map((files) => strFromU8(files["word/comments.xml"] ?? new Uint8Array()));
  expect(own?.startsWith(old?.replace("</w:comments>", "") ?? "?")).toBe(true);
  const without = strFromU8(after["word/document.xml"] ?? new Uint8Array()).replaceAll(
    /<w:commentRange(Start|End) w:id="1"\/>|<w:r><w:commentReference w:id="1"\/><\/w:r>/g,
    "",
  );
  expect(without).toBe(strFromU8(before["word/document.xml"] ?? new Uint8Array()));
});

test("a document without comments gets a part for them, named where it must be; without claims nothing changes", async () => {
  const source = docx({ body: p("One two.") });
  const { bytes } = await annotated(source, (text) => [on("two")(text)]);
  const files = unzipSync(bytes);
  expect(strFromU8(files["[Content_Types].xml"] ?? new Uint8Array())).toContain('PartName="/word/comments.xml"');
  expect(strFromU8(files["word/_rels/document.xml.rels"] ?? new Uint8Array())).toContain('Target="comments.xml"');
  expect((await annotated(source, () => [])).bytes).toEqual(source);
});

test("elements without a prefix, and names that are taken, are no obstacle", async () => {
  const files = docxFiles({ body: p("One two three.") });
  const main = (files["word/document.xml"] ?? "")
    .replaceAll(/<(\/?)w:/g, "<$1")
    .replace("<document ", '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ');
  const source = zipSync(
    Object.fromEntries(
      Object.entries({ ...files, "word/document.xml": main, "word/Comments.xml": "<x/>" }).map(([name, text]) => [
        name,
        strToU8(text),
      ]),
    ),
  );
  const { notes, warnings } = await annotated(source, (text) => [on("two")(text)]);
  expect(notes).toEqual([["two", expect.stringContaining("Note 0")]]);
  expect(warnings).toEqual([]);
});

test("random passages of a document with a little of everything are on their words", async () => {
  const source = docx({
    ...fuzzedDocx,
    body: `${fuzzedDocx.body}${p(r("Some more ") + r("words, & signs: ", "<w:b/>") + r("ایک جملہ 😀 end."))}`,
  });
  const { content } = await importDocx("a.docx", source);
  const edges = fc.tuple(fc.nat(content.text.length - 1), fc.nat(content.text.length - 1));
  await fc.assert(
    fc.asyncProperty(fc.array(edges, { minLength: 1, maxLength: 6 }), async (all) => {
      const passages = all.map(([a, b]) => [{ start: Math.min(a, b), end: Math.max(a, b) + 1 }]);
      const { again, text, warnings, notes } = await annotated(source, () => passages);
      expect(again).toBe(text);
      const named = new Set(warnings.map(({ key }) => key));
      // Markers of lists, and halves of a sign, have no place of their own in the file.
      expect([...named].filter((key) => key !== "export.nearPlace" && key !== "export.noPlace")).toEqual([]);
      expect(warnings.length + notes.length).toBeGreaterThanOrEqual(passages.length);
    }),
    { numRuns: 60 },
  );
});
