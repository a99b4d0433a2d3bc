import fc from "fast-check";
import { expect, test } from "vitest";
import { docx, field, p, tbl } from "./docx.cases.ts";
import { importDocx } from "./import-docx.ts";

/** Pieces of a document, with the words that are seen of them. `@` stands for a word of its own. */
const runs = [
  ["<w:r><w:t>@</w:t></w:r>", true],
  ["<w:r><w:rPr><w:b/></w:rPr><w:t>@</w:t></w:r>", true],
  ["<w:r><w:rPr><w:vanish/></w:rPr><w:t>@</w:t></w:r>", false],
  ['<w:ins w:id="1"><w:r><w:t>@</w:t></w:r></w:ins>', true],
  ['<w:del w:id="1"><w:r><w:delText>@</w:delText></w:r></w:del>', false],
  ['<w:moveFrom w:id="1"><w:r><w:t>@</w:t></w:r></w:moveFrom>', false],
  ["<w:hyperlink><w:r><w:t>@</w:t></w:r></w:hyperlink>", true],
  ["<w:smartTag><w:r><w:t>@</w:t></w:r></w:smartTag>", true],
  ["<w:sdt><w:sdtContent><w:r><w:t>@</w:t></w:r></w:sdtContent></w:sdt>", true],
  [field("REF x", "<w:r><w:t>@</w:t></w:r>"), true],
  ["<w:r><w:instrText>@</w:instrText></w:r>", false],
  ["<w:r><w:t>@</w:t><w:br/></w:r>", true],
  ['<w:r><w:br w:type="page"/><w:t>@</w:t></w:r>', true],
  ["<w:r><w:lastRenderedPageBreak/><w:t>@</w:t></w:r>", true],
  [
    "<w:r><mc:AlternateContent><mc:Choice><w:t>@</w:t></mc:Choice><mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent></w:r>",
    true,
  ],
] as const;

type Piece = Readonly<{ xml: string; seen: readonly boolean[] }>;

const paragraph: fc.Arbitrary<Piece> = fc.array(fc.constantFrom(...runs), { maxLength: 6 }).map((some) => ({
  xml: p(some.map(([xml]) => xml).join("<w:r><w:tab/></w:r>")),
  seen: some.map(([, seen]) => seen),
}));

const join = (pieces: readonly Piece[]): Piece => ({
  xml: pieces.map(({ xml }) => xml).join(""),
  seen: pieces.flatMap(({ seen }) => seen),
});

const { blocks } = fc.letrec<{ blocks: Piece; block: Piece }>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 4 }).map(join),
  block: fc.oneof(
    { depthSize: "small" },
    paragraph,
    tie("blocks").map(({ xml, seen }) => ({ xml: `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`, seen })),
    fc.array(fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) => ({
      xml: tbl(rows.map((row) => row.map(({ xml }) => `${xml}<w:p/>`))),
      seen: rows.flat().flatMap(({ seen }) => seen),
    })),
  ),
}));

test("every word that is seen is in the text once and in order, no other is", async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async ({ xml, seen }) => {
      let count = 0;
      const body = xml.replaceAll("@", () => `w${count++}w`);
      const { content } = await importDocx("a.docx", docx({ body }));
      const words = content.text.match(/w\d+w/g) ?? [];
      expect(words).toEqual(seen.flatMap((isSeen, index) => (isSeen ? [`w${index}w`] : [])));
      // Blocks follow each other without overlap, and all marks are inside of them.
      let end = 0;
      for (const block of content.blocks) {
        expect(block.start).toBeGreaterThanOrEqual(end);
        for (const mark of block.marks) expect(mark.start >= block.start && mark.end <= block.end).toBe(true);
        end = block.end;
      }
    }),
    { numRuns: 60 },
  );
});
