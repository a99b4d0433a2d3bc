import { EditorState } from "prosemirror-state";
import { DecorationSet } from "prosemirror-view";
import { expect, test } from "vitest";
import type { PaperContent } from "../../../shared/model/content.ts";
import { paperToDoc } from "../../../shared/papers/document.ts";
import {
  annotationsAt,
  annotationsKey,
  annotationsOver,
  annotationsPlugin,
  type Highlight,
  isCut,
  mapOf,
  nextInStack,
  type Overlay,
} from "./annotations.ts";
import { highlightOf } from "./highlights.cases.ts";

const highlight = (start: number, end: number): Highlight => highlightOf([start, end]);
const wide = highlight(0, 40);
const middle = highlight(5, 30);
const narrow = highlight(10, 20);
const all = [wide, middle, narrow];

test("over a character are the annotations that hold it, not those that end or begin beside it", () => {
  const [before, after] = [highlight(0, 10), highlight(10, 20)];
  expect(annotationsAt([before, after], 10)).toEqual([before, after]);
  expect(annotationsOver([before, after], 9)).toEqual([before]);
  expect(annotationsOver([before, after], 10)).toEqual([after]);
  expect(annotationsOver([before, after], 20)).toEqual([]);
  expect(annotationsOver(all, 12)).toEqual([narrow, middle, wide]);
});

test.each<[string, Highlight[], boolean]>([
  ["beside others", [highlight(0, 9), highlight(22, 30)], false],
  ["that touch it", [highlight(0, 10), highlight(20, 25)], false],
  ["of which one ends within it", [highlight(0, 12)], true],
  ["of which one begins within it", [highlight(18, 30)], true],
  ["of which one lies around it", [highlight(0, 40)], true],
])("an annotation is whole or cut: %s", (_, others, wanted) => {
  const own = highlight(10, 20);
  const sorted = [...others, own].sort((a, b) => a.start - b.start);
  expect(isCut(sorted, own)).toBe(wanted);
});

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

test("annotations are drawn where their words are, and the document is left alone", () => {
  const start = text.indexOf("Nobody");
  const annotation = highlight(start, text.length);
  const before = EditorState.create({ doc: paperToDoc(content), plugins: [annotationsPlugin()] });
  const tell = (state: EditorState, highlights: readonly Highlight[], overlays: readonly Overlay[]): EditorState =>
    state.apply(state.tr.setMeta(annotationsKey, { highlights, overlays }));
  const wordsIn = (state: EditorState): string[] =>
    (annotationsKey.getState(state)?.set.find() ?? []).map(({ from, to }) => state.doc.textBetween(from, to)).sort();
  const after = tell(before, [annotation], [{ start: 10, end: 13, look: "pending" }]);
  expect(wordsIn(after)).toEqual(["Nobody will pay.", "The"]);
  expect(after.doc.eq(before.doc)).toBe(true);
  const heading = highlight(0, 9);
  expect(wordsIn(tell(after, [annotation, heading], []))).toEqual(["A heading", "Nobody will pay."]);
  expect(wordsIn(tell(tell(after, [annotation, heading], []), [heading], []))).toEqual(["A heading"]);
  expect(wordsIn(tell(after, [], []))).toEqual([]);
  expect(mapOf(after.doc)).toBe(mapOf(before.doc));
});

test("a paragraph with a fourth line under its words gets more room", () => {
  const deep: Highlight = { ...highlight(10, 14), ranges: [{ start: 10, end: 14, lane: 3 }] };
  const state = EditorState.create({ doc: paperToDoc(content), plugins: [annotationsPlugin()] });
  const drawn = state.apply(state.tr.setMeta(annotationsKey, { highlights: [deep], overlays: [] }));
  const set = annotationsKey.getState(drawn)?.set ?? DecorationSet.empty;
  expect(set.find().map(({ from, to }) => drawn.doc.textBetween(from, to))).toContain(text.slice(10));
});
