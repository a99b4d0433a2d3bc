import { expect, test } from "vitest";
import { importMarkdown } from "../main/services/import/markdown.ts";
import { paperToDoc, positionMap, schema } from "./document.ts";

const source =
  "# Title\n\nA **bold** claim with [a link](https://example.org) and [a bad one](javascript:alert(1)).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    code\n";

test("every offset of the text has a position that leads back to it", () => {
  const { content } = importMarkdown(source, { bareHeadings: false, warnings: [] });
  const doc = paperToDoc(content);
  doc.check();
  const map = positionMap(doc);
  for (const block of content.blocks)
    for (let offset = block.start; offset < block.end; offset++)
      if (content.text[offset] !== "\t" && content.text[offset] !== "\n")
        expect(map.offsetAt(map.posAt(offset))).toBe(offset);
});

test("only links of known schemes reach the reader", () => {
  const { content } = importMarkdown(source, { bareHeadings: false, warnings: [] });
  const links: string[] = [];
  paperToDoc(content).descendants((node) => {
    for (const mark of node.marks) if (mark.type === schema.marks.link) links.push(String(mark.attrs.href));
  });
  expect(links).toEqual(["https://example.org"]);
});
