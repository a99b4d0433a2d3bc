import { expect, test } from "vitest";
import { artifact, type CharRun, PageChars } from "../../pdfium/page-chars.ts";
import type { PdfPage } from "../../pdfium/reader.ts";
import type { Tag } from "../../pdfium/structure.ts";
import { readPage } from "./page.ts";

const tag = (id: number, kind: Tag["kind"] = "paragraph"): Tag => ({
  id,
  kind,
  level: 0,
  label: false,
  table: 0,
  row: 0,
  header: false,
});

type Words = Readonly<{ text: string; x: number; y: number; turn?: CharRun["turn"]; content?: number }>;

/** A page of 400 by 600 points with these words, each letter five points wide and ten high. */
function pageOf(words: readonly Words[], part: Partial<PdfPage> = {}): PdfPage {
  const chars = new PageChars(words.reduce((sum, { text }) => sum + text.length, 0));
  for (const { text, x, y, turn = 0, content = -1 } of words) {
    chars.begin({ size: 10, bold: false, italic: false, font: "Serif", turn, content, origin: [x, y] });
    for (const [n, char] of [...text].entries()) {
      const k = chars.add(char.codePointAt(0) ?? 0, { generated: false, hyphen: false });
      if (turn === 90) chars.place(k, x - 8, y + n * 5, x + 2, y + n * 5 + 5);
      else chars.place(k, x + n * 5, y - 2, x + n * 5 + 5, y + 8);
      chars.setFoot(k, y);
    }
  }
  return {
    visible: [0, 0, 400, 600],
    rotation: 0,
    label: "iv",
    chars,
    ownChars: chars.length,
    boxes: new PageChars(0),
    drawing: { shapes: [], rules: [] },
    links: [],
    tags: new Map(),
    annotations: [],
    ...part,
  };
}
const textsOf = (page: PdfPage): string[] => readPage(page, 3).lines.map(({ text }) => text);

test("a page has its lines, its label and its place", () => {
  const page = readPage(pageOf([{ text: "The port", x: 50, y: 400 }]), 3);
  expect([page.index, page.label, page.rotation, page.hasText, page.fault]).toEqual([3, "iv", 0, true, null]);
  expect(page.lines.map(({ text, box, base }) => [text, box, base])).toEqual([["The port", [50, 398, 90, 408], 400]]);
});

test("an empty page has no text, and neither has one of spaces", () => {
  expect([readPage(pageOf([]), 0).hasText, readPage(pageOf([{ text: "   ", x: 0, y: 0 }]), 0).hasText]).toEqual([
    false,
    false,
  ]);
});

test("what is outside of the visible part is not read, what is half in it is read by its middle", () => {
  const words = [
    { text: "inside", x: 150, y: 400 },
    { text: "left", x: 10, y: 380 },
    { text: "above", x: 150, y: 590 },
    { text: "xy", x: 95, y: 360 },
  ];
  const page = pageOf(words, { visible: [100, 100, 400, 550] });
  expect(textsOf(page)).toEqual(["inside", "y"]);
});

test("a line of words that are wider than the print goes on beyond the page's right edge", () => {
  const words = [
    { text: "the share of the private sector", x: 255, y: 400 },
    { text: "next page", x: 405, y: 380 },
    { text: "a line that ends here", x: 250, y: 360 },
    { text: "crop mark", x: 402, y: 360 },
    { text: "far beyond the edge of the page and longer than a tenth", x: 255, y: 340 },
  ];
  expect(textsOf(pageOf(words))).toEqual([
    "the share of the private sector",
    "a line that ends here",
    "far beyond the edge of the page",
  ]);
});

test("boxes and links are in the page's own frame, from the corner of what is visible", () => {
  const page = readPage(
    pageOf([{ text: "The port", x: 150, y: 400 }], {
      visible: [100, 100, 400, 550],
      links: [{ box: [150, 398, 190, 408], href: "https://e.org/" }],
    }),
    0,
  );
  expect(page.lines[0]?.box).toEqual([50, 298, 90, 308]);
  expect(page.links[0]?.box).toEqual([50, 298, 90, 308]);
  expect([page.lines[0]?.base, page.frame.width, page.frame.height]).toEqual([300, 300, 450]);
});

test("a page is read as most of its letters stand, those that stand otherwise are left out", () => {
  const upright = { text: "words that stand upright", x: 50, y: 400 };
  const turned = { text: "aside", x: 300, y: 100, turn: 90 as const };
  const askew = { text: "askew", x: 300, y: 300, turn: null };
  expect(textsOf(pageOf([upright, turned, askew]))).toEqual(["words that stand upright"]);
  const onSide = { ...turned, text: "words that are on their side", x: 320 };
  const side = readPage(pageOf([turned, onSide, { ...upright, text: "up" }]), 0);
  expect(side.frame).toMatchObject({ turn: 90, width: 600, height: 400 });
  expect(side.lines.map(({ text }) => text)).toEqual(["aside", "words that are on their side"]);
});

test("tags are followed where they say of most of the text what it is", () => {
  const words = [
    { text: "A heading", x: 50, y: 400, content: 0 },
    { text: "and the rest of it", x: 50, y: 380, content: 1 },
  ];
  const tagsOf = (tags: ReadonlyMap<number, Tag>, more: readonly Words[] = []): (Tag["kind"] | undefined)[] =>
    readPage(pageOf([...words, ...more], { tags }), 0).lines.map((line) => line.tag?.kind);
  const both = new Map([
    [0, tag(1, "heading")],
    [1, tag(2)],
  ]);
  expect(tagsOf(both)).toEqual(["heading", "paragraph"]);
  expect(tagsOf(new Map([[0, tag(1, "heading")]]))).toEqual([undefined, undefined]);
  expect(tagsOf(new Map([[1, tag(2)]]))).toEqual([undefined, "paragraph"]);
  // Artifacts are no text that tags should speak of.
  const head = { text: "a running head of many words on each page", x: 50, y: 560, content: artifact };
  expect(tagsOf(both, [head])).toEqual(["heading", "paragraph", undefined]);
});

test("lines that are artifacts say so", () => {
  const page = readPage(
    pageOf([
      { text: "a running head", x: 50, y: 560, content: artifact },
      { text: "words", x: 50, y: 400 },
    ]),
    0,
  );
  expect(page.lines.map((line) => line.artifact)).toEqual([true, false]);
});

test("words of fonts that do not say their letters are a fault, and signs of symbol fonts are named", () => {
  const garbled = pageOf([{ text: "\ue001\ue002\ue003\ue004\ue005\ue006".repeat(6), x: 50, y: 400 }]);
  expect(readPage(garbled, 0).fault).toBe("garbled");
  expect(textsOf(pageOf([{ text: "\uf0b7 item", x: 50, y: 400 }]))).toEqual(["• item"]);
});
