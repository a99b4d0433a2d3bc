import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import type { PaperContent } from "../../../shared/model/content.ts";
import { importMarkdown } from "./markdown.ts";

type Example = Readonly<{ section: string; markdown: string; html: string }>;
const spec = createRequire(import.meta.url)("commonmark-spec") as { tests: (Example & { number: number })[] };
const gfm: { examples: Example[] } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "fixtures", "gfm-examples.json"), "utf8"),
);

/**
 * The words one sees of a page: text, what is in place of pictures, and nothing of scripts, styles and comments.
 */
function visible(html: string): string {
  const look = (parent: DefaultTreeAdapterTypes.ParentNode): string =>
    parent.childNodes
      .map((node): string => {
        if ("value" in node) return node.value;
        if (!("tagName" in node) || /^(script|style)$/.test(node.tagName)) return "";
        const alt = node.tagName === "img" ? (node.attrs.find(({ name }) => name === "alt")?.value ?? "") : "";
        const block = /^(p|div|h\d|li|td|th|pre|br|ul|ol|blockquote|hr|table|tr)$/.test(node.tagName);
        return `${block ? " " : ""}${alt}${look(node)}${block ? " " : ""}`;
      })
      .join("");
  return look(parseFragment(html));
}

const words = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();

/** The words of a paper, block by block. */
function wordsOf({ text, blocks }: PaperContent): string[] {
  return words(blocks.map(({ start, end }) => text.slice(start, end)).join("\n"));
}

const all = [
  ...spec.tests.map(({ section, markdown, html, number }) => ({
    name: `CommonMark ${number}, ${section}`,
    markdown,
    html,
  })),
  ...gfm.examples.map(({ section, markdown, html }, index) => ({
    name: `GFM ${index + 1}, ${section}`,
    markdown,
    html,
  })),
].map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll("→", "\t"),
  html: example.html.replaceAll("→", "\t"),
}));

/** What a table has no column for is not drawn by GFM, and not lost here. */
const more: Readonly<Record<string, readonly string[]>> = { "GFM 7, Tables (extension)": ["boo"] };

describe("every visible word of the specifications' examples is in the text once", () => {
  test.each(all)("$name", ({ name, markdown, html }) => {
    if (words(markdown).length === 0 && words(visible(html)).length === 0) return;
    const { content } = importMarkdown(markdown, { bareHeadings: false, warnings: [] });
    expect(wordsOf(content)).toEqual([...words(visible(html)), ...(more[name] ?? [])].sort());
  });
});
