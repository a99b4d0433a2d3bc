import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Mark, PaperContent } from "../../../shared/model/content.ts";
import { intoSections } from "./sections.ts";
import { splitLong } from "./split-long.ts";

const common = { page: 3, continues: false, direction: "rtl" as const };
const block = (text: string, part: Partial<Block> = {}): Block =>
  ({ ...common, kind: "paragraph", start: 0, end: text.length, marks: [], ...part }) as Block;
const lengths = (text: string, part?: Partial<Block>): number[] =>
  splitLong(block(text, part), text).map(({ start, end }) => end - start);

test.each([
  ["up to eight thousand characters", "x".repeat(8000), [8000]],
  ["one more", "x".repeat(8001), [4000, 4001]],
  ["nine thousand", "x".repeat(9000), [4000, 5000]],
  ["ten thousand and one", "x".repeat(10_001), [4000, 4000, 2001]],
])("a block of %s", (_, text, parts) => {
  expect(lengths(text)).toEqual(parts);
});

test.each([
  ["after a sentence", `${"x".repeat(3000)}. ${"y".repeat(6000)}`, 3002],
  ["after a quoted sentence", `${"x".repeat(3000)}.” ${"y".repeat(6000)}`, 3003],
  ["after an East Asian sentence", `${"水".repeat(3000)}。${"价".repeat(6000)}`, 3001],
  ["after an Urdu sentence", `${"x".repeat(3000)}۔${"y".repeat(6000)}`, 3001],
  ["after the last sentence of several", `${"x".repeat(2500)}. ${"y".repeat(1000)}. ${"z".repeat(6000)}`, 3504],
  ["after a line", `${"x".repeat(3500)}\n${"y".repeat(6000)}`, 3501],
  ["after a space where there is no sentence", `${"x".repeat(3900)} ${"y".repeat(6000)}`, 3901],
  ["in a word where there is no space", "x".repeat(9000), 4000],
  ["not after a sentence that is too far back", `${"x".repeat(1000)}. ${"y".repeat(9000)}`, 4000],
])("it is parted %s", (_, text, first) => {
  expect(lengths(text)[0]).toBe(first);
});

test.each([
  ["a pair of units", `${"x".repeat(3999)}😀${"y".repeat(5000)}`],
  ["a letter and its accent", `${"x".repeat(3999)}e\u0301${"y".repeat(5000)}`],
])("it is never parted inside of %s", (_, text) => {
  const [first = 0] = lengths(text);
  expect(/^[\udc00-\udfff\p{M}]/u.test(text.slice(first))).toBe(false);
});

test("the first part is the block itself, those after it carry it on without its mark", () => {
  const text = "words. ".repeat(2000);
  const item = { kind: "listItem", depth: 1, ordered: false, marker: "•" } as Partial<Block>;
  const parts = splitLong(block(text, item), text);
  expect(parts[0]).toMatchObject({ ...item, continues: false, page: 3, direction: "rtl" });
  for (const part of parts.slice(1))
    expect(part).toMatchObject({ kind: "paragraph", continues: true, page: 3, direction: "rtl" });
});

test.each(["code", "quotation"] as const)("parts of a long %s are of its kind", (kind) => {
  const text = "words. ".repeat(2000);
  expect(new Set(splitLong(block(text, { kind } as Partial<Block>), text).map((part) => part.kind))).toEqual(
    new Set([kind]),
  );
});

test.each(["table", "heading"] as const)("a long %s stays whole", (kind) => {
  expect(lengths("x".repeat(20_000), { kind } as Partial<Block>)).toEqual([20_000]);
});

test("marks are cut where the block is, and none is lost or empty", () => {
  const text = "words. ".repeat(3000);
  const mark = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]): Mark => ({ kind: "bold", start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 5 }), (marks) => {
      const parts = splitLong(block(text, { marks }), text);
      const covered = (all: readonly { start: number; end: number }[]): number =>
        all.reduce((sum, { start, end }) => sum + Math.min(text.length, end) - start, 0);
      expect(covered(parts.flatMap((part) => part.marks))).toBe(covered(marks));
      for (const part of parts)
        for (const { start, end } of part.marks)
          expect(start >= part.start && start < end && end <= part.end).toBe(true);
    }),
    { numRuns: 50 },
  );
});

const sections = (blocks: readonly Readonly<{ kind: Block["kind"]; length: number; page?: number }>[]): number[] => {
  let text = "";
  const all = blocks.map(({ kind, length, page = 0 }): Block => {
    const start = text.length;
    text += "x".repeat(length);
    const level = kind === "heading" ? { level: 2 } : {};
    return { ...common, kind, ...level, start, end: text.length, marks: [], page } as unknown as Block;
  });
  const content: PaperContent = { text, blocks: all, pages: [], warnings: [] };
  const { blocks: placed, pages } = intoSections(content);
  expect(pages.map(({ label }) => label)).toEqual(pages.map((_, index) => `§${index + 1}`));
  expect(pages).toHaveLength((placed.at(-1)?.page ?? 0) + 1);
  return placed.map(({ page }) => page);
};
const many = (count: number, length = 10, kind: Block["kind"] = "paragraph") =>
  Array.from({ length: count }, () => ({ kind, length }));
const countOf = (pages: readonly number[], page: number): number => pages.filter((value) => value === page).length;

test("a section has twenty-eight blocks, and the next begins with the block after", () => {
  expect(sections(many(28)).at(-1)).toBe(0);
  const pages = sections(many(60));
  expect([countOf(pages, 0), countOf(pages, 1), countOf(pages, 2)]).toEqual([28, 28, 4]);
});

test("a heading begins a section once it is half full, and never ends one", () => {
  const heading = { kind: "heading" as const, length: 10 };
  expect(sections([...many(13), heading, ...many(3)])).toEqual([...Array(17).fill(0)]);
  expect(sections([...many(14), heading, ...many(3)])).toEqual([...Array(14).fill(0), ...Array(4).fill(1)]);
});

test("a section ends early where its blocks are long", () => {
  const pages = sections(many(20, 7000));
  expect([countOf(pages, 0), countOf(pages, 1)]).toEqual([5, 5]);
});

test("a form feed begins a section, however short the one before is", () => {
  const part = (page: number) => ({ kind: "paragraph" as const, length: 10, page });
  expect(sections([part(0), part(1), part(1), part(4)])).toEqual([0, 1, 1, 4]);
});
