import { EditorState } from "prosemirror-state";
import { DecorationSet } from "prosemirror-view";
import { expect, test } from "vitest";
import { paperToDoc } from "../../../shared/document.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { AnnotationId, newId } from "../../../shared/model/ids.ts";
import {
  annotationsAt,
  annotationsKey,
  annotationsPlugin,
  depths,
  type Highlight,
  mapOf,
  nextInStack,
} from "./annotations.ts";

const highlight = (start: number, end: number): Highlight => ({
  id: newId(AnnotationId),
  ranges: [{ start, end }],
  look: "supports",
  title: "Union: supports Fares",
  depth: 0,
});
const wide = highlight(0, 40);
const middle = highlight(5, 30);
const narrow = highlight(10, 20);
const all = [wide, middle, narrow];

test("the shortest annotation over a place comes first", () => {
  expect(annotationsAt(all, 12)).toEqual([narrow, middle, wide]);
  expect(annotationsAt(all, 35)).toEqual([wide]);
  expect(annotationsAt(all, 41)).toEqual([]);
});

test("cycling reaches every annotation of a stack and comes round", () => {
  const here = annotationsAt(all, 12);
  const seen = [nextInStack(here, null)];
  for (let i = 0; i < 3; i++) seen.push(nextInStack(here, seen.at(-1) ?? null));
  expect(seen).toEqual([narrow.id, middle.id, wide.id, narrow.id]);
  expect(nextInStack([], null)).toBeNull();
});

test.each([
  [
    "apart",
    [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ],
    [0, 0],
  ],
  [
    "nested",
    [
      { start: 0, end: 9 },
      { start: 2, end: 8 },
      { start: 3, end: 4 },
    ],
    [0, 1, 2],
  ],
  [
    "crossing",
    [
      { start: 0, end: 6 },
      { start: 4, end: 9 },
    ],
    [0, 0],
  ],
  [
    "the same words twice",
    [
      { start: 0, end: 6 },
      { start: 0, end: 6 },
    ],
    [0, 1],
  ],
  [
    "seven deep, drawn as five",
    Array.from({ length: 7 }, (_, i) => ({ start: i, end: 20 - i })),
    [0, 1, 2, 3, 4, 4, 4],
  ],
])("depth: %s", (_name, ranges, wanted) => {
  expect(depths(ranges)).toEqual(wanted);
});

test("annotations are drawn where their words are, and the document is left alone", () => {
  const text = "A heading\nThe port is full. Nobody will pay.";
  const common = { page: 0, continues: false, direction: "ltr" as const, marks: [] };
  const content: PaperContent = {
    text,
    blocks: [
      { kind: "heading", level: 1, start: 0, end: 9, ...common },
      { kind: "paragraph", start: 10, end: text.length, ...common },
    ],
    pages: [{ label: "1", width: 0, height: 0, rotation: 0 }],
    warnings: [],
  };
  const start = text.indexOf("Nobody");
  const one = highlight(start, text.length);
  const before = EditorState.create({ doc: paperToDoc(content), plugins: [annotationsPlugin()] });
  const after = before.apply(
    before.tr.setMeta(annotationsKey, {
      highlights: [one],
      selected: null,
      hovered: null,
      pending: { start: 10, end: 13 },
    }),
  );
  const set = annotationsKey.getState(after)?.set ?? DecorationSet.empty;
  const drawn = set.find().map(({ from, to }) => after.doc.textBetween(from, to));
  expect(drawn.sort()).toEqual(["Nobody will pay.", "The"]);
  expect(after.doc.eq(before.doc)).toBe(true);
  const pointed = after.apply(
    after.tr.setMeta(annotationsKey, { highlights: [], selected: null, hovered: null, pending: null }),
  );
  expect(annotationsKey.getState(pointed)?.set.find()).toEqual([]);
  expect(mapOf(after.doc)).toBe(mapOf(before.doc));
});
