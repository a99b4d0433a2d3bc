import fc from "fast-check";
import { expect, test } from "vitest";
import { importMarkdown } from "../../main/services/import/markdown.ts";
import { anyContent } from "../fixtures/content.cases.ts";
import { Block, type PaperContent } from "../model/content.ts";
import { paperToDoc, positionMap, schema } from "./document.ts";

/** Blocks and cells of tables: each is one line of words in the document. */
function linesOf({ blocks }: PaperContent): readonly Readonly<{ start: number; end: number }>[] {
  const lines: { start: number; end: number }[] = [];
  for (const block of blocks) lines.push(...(block.kind === "table" ? block.rows.flat() : [block]));
  return lines;
}

test("any paper is a document of this schema that has its words, its pages and its marks", () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const doc = paperToDoc(content);
      doc.check();
      const spoken: string[] = [];
      doc.descendants((node) => {
        if (node.isTextblock) spoken.push(node.textContent);
        return !node.isTextblock;
      });
      const lines = linesOf(content).map(({ start, end }) => content.text.slice(start, end));
      expect(spoken).toEqual(lines.length === 0 ? [""] : lines);
      expect(doc.children.map((page) => page.attrs.label)).toEqual(
        content.blocks.length === 0 ? [""] : content.pages.map((page) => page.label),
      );
    }),
  );
});

test("every offset has a position that leads back to it, or to the end of the words before it", () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const doc = paperToDoc(content);
      const map = positionMap(doc);
      const offsets = linesOf(content).flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, index) => start + index),
      );
      expect(offsets.map((offset) => map.offsetAt(map.posAt(offset)))).toEqual(offsets);
      const all = Array.from({ length: content.text.length + 5 }, (_, index) => map.posAt(index - 2));
      expect(all).toEqual(all.toSorted((a, b) => a - b));
      expect(Math.max(...all)).toBeLessThanOrEqual(doc.content.size);
    }),
  );
});

/** The stretches of “abcdefgh” marked so, each with its marks: `cd bold italic`. */
function marked(...marks: readonly (readonly [kind: string, start: number, end: number, href?: string])[]): string[] {
  const block = Block.parse({
    kind: "paragraph",
    start: 0,
    end: 8,
    page: 0,
    continues: false,
    direction: "ltr",
    marks: marks.map(([kind, start, end, href]) => ({ kind, start, end, ...(href === undefined ? {} : { href }) })),
  });
  const doc = paperToDoc({
    text: "abcdefgh",
    blocks: [block],
    pages: [{ label: "1", width: 0, height: 0, rotation: 0 }],
    warnings: [],
  });
  doc.check();
  const runs = doc.firstChild?.firstChild?.children ?? [];
  return runs.map((run) => [run.text, ...run.marks.map((mark) => mark.attrs.href ?? mark.type.name)].join(" "));
}

test.each([
  ["none", [], ["abcdefgh"]],
  ["one", [["bold", 2, 4]], ["ab", "cd bold", "efgh"]],
  [
    "two over each other",
    [
      ["bold", 0, 4],
      ["italic", 2, 8],
    ],
    ["ab bold", "cd bold italic", "efgh italic"],
  ],
  [
    "the same twice",
    [
      ["bold", 0, 4],
      ["bold", 2, 8],
    ],
    ["abcdefgh bold"],
  ],
  [
    "a link in a link",
    [
      ["link", 0, 8, "#a"],
      ["link", 2, 4, "#b"],
    ],
    ["ab #a", "cd #b", "efgh #a"],
  ],
  ["on no letter", [["bold", 3, 3]], ["abcdefgh"]],
] as const)("marks: %s", (_name, marks, expected) => {
  expect(marked(...marks)).toEqual(expected);
});

test("only links of known schemes reach the reader", () => {
  const source = "[a link](https://example.org), [a bad one](javascript:alert(1)), [worse](data:text/html,x)";
  const { content } = importMarkdown(source, { bareHeadings: false, warnings: [] });
  const links: string[] = [];
  paperToDoc(content).descendants((node) => {
    for (const mark of node.marks) if (mark.type === schema.marks.link) links.push(String(mark.attrs.href));
  });
  expect(links).toEqual(["https://example.org"]);
});
