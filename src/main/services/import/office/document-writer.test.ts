import { expect, test } from "vitest";
import { DocumentWriter } from "./document-writer.ts";
import { type Inline, InlineText } from "./inline-text.ts";
import { printPaper } from "./print-paper.cases.ts";

/**
 * Words with signs in them: `|` is a page break of the last layout, `¦` one that was asked for, `{` and `}` an anchor.
 */
function inline(signs: string): Inline {
  const text = new InlineText();
  for (const part of signs.split(/([|¦{}])/)) {
    if (part === "|" || part === "¦") text.pageBreak(part === "|");
    else if (part === "{" || part === "}") text.anchor("x", part === "}");
    else text.write(part);
  }
  return text.finish();
}

function paper(write: (out: DocumentWriter) => void) {
  const out = new DocumentWriter();
  write(out);
  return out.finish();
}

const paragraphs = (...all: readonly string[]) =>
  paper((out) => {
    for (const text of all) out.paragraph({ kind: "paragraph" }, inline(text));
  });

test.each<[string, readonly string[], string]>([
  ["nothing breaks", ["a", "b"], "(§1)\na\nb"],
  ["a break within", ["a |b", "c"], "(1)\na \n(2)\n…b\nc"],
  ["a break before and one after", ["|a", "b|", "c"], "(2)\na\nb\n(3)\nc"],
  ["a break that is there twice", ["a¦", "|b"], "(1)\na\n(2)\nb"],
  ["a blank page", ["a¦|", "¦|b"], "(1)\na\n(3)\nb"],
  ["breaks in paragraphs without words", ["a", "|", "", "b"], "(1)\na\n(2)\nb"],
  ["breaks that were asked for, blank pages not counted", ["a¦", "¦¦", "b¦c"], "(§1)\na\n(§2)\nb\n(§3)\n…c"],
])("pages: %s", (_, all, expected) => {
  expect(printPaper(paragraphs(...all).content)).toBe(expected);
});

test("millions of breaks are a few", () => {
  const { content } = paragraphs("a", "|".repeat(5000), "b");
  expect(content.pages.map(({ label }) => label)).toEqual(["1", "51"]);
});

test("a long page is divided into parts with the same label", () => {
  const { content } = paragraphs("|a", ...Array.from({ length: 60 }, () => "b"), "|c");
  expect(content.pages.map(({ label }) => label)).toEqual(["2", "2", "2", "3"]);
  expect(content.blocks.map(({ page }) => page)).toEqual(
    [...content.blocks.map(({ page }) => page)].sort((a, b) => a - b),
  );
});

test("sections number their pages, by what is said at their beginning or at their end", () => {
  const begun = paper((out) => {
    out.startSection({ start: 3, format: "lowerRoman" });
    out.paragraph({ kind: "paragraph" }, inline("a|b"));
    out.startSection({ start: 1, format: "decimal" });
    out.paragraph({ kind: "paragraph" }, inline("|c"));
  });
  const ended = paper((out) => {
    out.paragraph({ kind: "paragraph" }, inline("a|b"));
    out.endSection({ start: 3, format: "lowerRoman" });
    out.paragraph({ kind: "paragraph" }, inline("|c"));
    out.endSection({ start: 1, format: "none" });
  });
  for (const { content } of [begun, ended]) expect(content.pages.map(({ label }) => label)).toEqual(["iii", "iv", "1"]);
});

test.each<[string, readonly string[], string | null]>([
  ["words", ["a {b c} d"], "b c"],
  ["several paragraphs", ["a {b", "c} d"], "b\nc"],
  ["white space at its ends", ["a{ b }c"], "b"],
  ["a point: its sentence", ["One is here. Two is{} there. Three."], "Two is there."],
  ["a point at the end", ["One is here.{}"], "One is here."],
  ["only an end", ["One. Two}."], "Two."],
  ["a beginning in a paragraph without words", ["a", "{", "b} c"], "b"],
  ["all of it in a paragraph without words", ["a", "{}", "B here. C there."], "B here."],
  ["the end of the document", ["a b", "{}"], "a b"],
  ["no words at all", ["{}"], null],
  ["no anchor", ["a"], null],
])("an anchor on %s", (_, all, expected) => {
  const { content, ranges } = paragraphs(...all);
  const range = ranges.get("x");
  expect(range === undefined ? null : content.text.slice(range.start, range.end)).toBe(expected);
});

test("anchors between paragraphs and in cells have their places", () => {
  const { content, ranges } = paper((out) => {
    out.anchor("a", false);
    out.table([[inline("{one}"), inline("two")], []], 0);
    out.anchor("a", true);
    out.paragraph({ kind: "paragraph" }, inline("three"));
  });
  const words = (name: string): string => content.text.slice(ranges.get(name)?.start, ranges.get(name)?.end);
  expect([words("a"), words("x")]).toEqual(["one\ttwo", "one"]);
});

test("a table without words is none, but what is in it counts", () => {
  const { content, ranges } = paper((out) => {
    out.paragraph({ kind: "paragraph" }, inline("a"));
    out.table([[inline("{"), inline("|")]], 0);
    out.paragraph({ kind: "paragraph" }, inline("b}"));
  });
  expect(printPaper(content)).toBe("(1)\na\n(2)\nb");
  expect(ranges.get("x")).toEqual({ start: 2, end: 3 });
});

test("what goes on after a page break is a paragraph, a quotation or code", () => {
  const { content } = paper((out) => {
    out.paragraph({ kind: "listItem", depth: 0, ordered: true, marker: "1." }, inline("a|b"), "rtl");
    out.paragraph({ kind: "quotation" }, inline("c|d"));
  });
  expect(printPaper(content)).toBe("(1)\n<rtl> 1. a\n(2)\n…<rtl> b\n> c\n(3)\n…> d");
});

test("a title is the first that is one, else the first heading near the beginning", () => {
  const titles = (...all: readonly (readonly [string, boolean])[]): string | null => {
    const out = new DocumentWriter();
    for (const [text, isTitle] of all) out.nameTitle(text, isTitle);
    return out.title;
  };
  expect(titles(["One", false], ["Two", true], ["Three", true])).toBe("Two");
  expect(titles([" ", true], [" One  more ", false])).toBe("One more");
  expect(titles()).toBeNull();
  const out = new DocumentWriter();
  for (let count = 0; count < 50; count++) out.paragraph({ kind: "paragraph" }, inline("a"));
  out.nameTitle("Annex", true);
  expect(out.title).toBeNull();
});
