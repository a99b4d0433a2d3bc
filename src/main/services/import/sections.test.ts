import fc from "fast-check";
import { expect, test } from "vitest";
import { importWords } from "./plain-source.ts";

test("a paragraph of any length is parts that carry each other on, without a letter more or less", () => {
  const word = fc.constantFrom("water ", "tariff. ", "水价。", "“No!” ", "💧", "e\u0301", "x".repeat(500));
  fc.assert(
    fc.property(fc.array(word, { minLength: 20, maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (words, times) => {
      const text = words.join("").repeat(times).trim();
      const { content } = importWords("a.txt", Buffer.from(text));
      expect(content.text).toBe(text);
      let reached = 0;
      for (const [index, block] of content.blocks.entries()) {
        expect(block.continues).toBe(index > 0);
        expect(block.start).toBe(reached);
        expect(block.end - block.start).toBeLessThanOrEqual(8_000);
        expect(text.slice(block.start, block.end).isWellFormed()).toBe(true);
        reached = block.end;
      }
      expect(reached).toBe(text.length);
    }),
    { numRuns: 30 },
  );
});

test("two million characters in one paragraph are sections of some thousand each", () => {
  const text = Array.from({ length: 60_000 }, (_, index) => `Sentence ${index} of a long paragraph.`).join(" ");
  const { content } = importWords("a.txt", Buffer.from(text));
  const sizes = new Map<number, number>();
  for (const { page, start, end } of content.blocks) sizes.set(page, (sizes.get(page) ?? 0) + end - start);
  expect(content.text).toBe(text);
  expect(Math.max(...sizes.values())).toBeLessThan(14_000);
  expect(content.pages).toHaveLength(sizes.size);
});

test("marks of a long block are cut with it", () => {
  const { content } = importWords("a.md", Buffer.from(`**${"bold words ".repeat(2000).trim()}**`));
  expect(content.blocks.length).toBeGreaterThan(3);
  for (const block of content.blocks)
    expect(block.marks).toEqual([{ kind: "bold", start: block.start, end: block.end }]);
});
