import fc from "fast-check";
import { expect, test } from "vitest";
import { anyContent } from "../fixtures/content.cases.ts";
import type { PaperContent } from "../model/content.ts";
import { type Drawn, drawnPage, twoColumns } from "./page.cases.ts";
import { offsetOf, pagePlaceOf, pageSpans } from "./scroll-sync.ts";

const block = (page: number, start: number, end: number): PaperContent["blocks"][number] => ({
  kind: "paragraph",
  page,
  start,
  end,
  continues: false,
  direction: "ltr",
  marks: [],
});

test("pages share the text among them by their blocks; a page without text holds none", () => {
  const pages = Array.from({ length: 4 }, (_, index) => ({
    label: String(index),
    width: 1,
    height: 1,
    rotation: 0 as const,
  }));
  const blocks = [block(0, 0, 10), block(0, 11, 20), block(2, 21, 30), block(1, 31, 35)];
  expect(pageSpans({ text: "x".repeat(40), pages, blocks, warnings: [] })).toEqual([
    { start: 0, end: 21 },
    { start: 21, end: 21 },
    { start: 21, end: 40 },
    { start: 40, end: 40 },
  ]);
});

test("pages share all of any text, each stretch after the one before", () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const spans = pageSpans(content);
      expect(spans).toHaveLength(content.pages.length);
      for (const [index, { start, end }] of spans.entries()) {
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBe(spans[index + 1]?.start ?? content.text.length);
      }
      const away = Array.from({ length: content.text.length }, (_, index) =>
        Math.abs(
          offsetOf(
            spans,
            () => null,
            pagePlaceOf(spans, () => null, index),
          ) - index,
        ),
      );
      expect(Math.max(0, ...away)).toBeLessThan(1e-6);
    }),
  );
});

const one: readonly (readonly Drawn[])[] = [
  [
    [20, 100, "The first line of a page"],
    [20, 120, "and its second line"],
  ],
  [[20, 200, "A paragraph of its own"]],
];

test.each([
  ["one column", one],
  ["two columns", twoColumns],
])("from the text to a page of %s and back is the same offset, and further on is never further up", (_name, drawn) => {
  const { text, page } = drawnPage(drawn);
  const spans = [{ start: 0, end: text.length }];
  let before = -1;
  for (let offset = 0; offset < text.length; offset++) {
    const place = pagePlaceOf(spans, () => page, offset);
    expect(place.down).toBeGreaterThanOrEqual(before);
    before = place.down;
    expect(Math.abs(offsetOf(spans, () => page, place) - offset)).toBeLessThan(1.01);
  }
});

test("a page that is not loaded yet is gone through evenly", () => {
  const spans = [
    { start: 0, end: 100 },
    { start: 100, end: 300 },
  ];
  expect(pagePlaceOf(spans, () => null, 150)).toEqual({ page: 1, down: 0.25 });
  expect(offsetOf(spans, () => null, { page: 1, down: 0.25 })).toBe(150);
});

test("a sentence over a page break is on the page where its words are", () => {
  const { page } = drawnPage(one);
  const moved = {
    ...page,
    ranges: [{ start: 50, end: 120 }],
    lines: page.lines.map((line) => ({ ...line, start: line.start + 50, end: line.end + 50 })),
  };
  const spans = [
    { start: 0, end: 90 },
    { start: 90, end: 140 },
  ];
  expect(pagePlaceOf(spans, (index) => (index === 1 ? moved : null), 60).page).toBe(1);
  expect(pagePlaceOf(spans, (index) => (index === 1 ? moved : null), 40).page).toBe(0);
});
