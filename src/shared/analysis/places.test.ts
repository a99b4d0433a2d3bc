import { expect, test } from "vitest";
import type { PaperContent } from "../model/content.ts";
import { near, placesOf } from "./places.ts";

test("an abbreviation splits nothing: the words on both sides of it are in one sentence", () => {
  const text = "Dr. Smith of the U.S. Dept. of Water agreed. Others did not.";
  const block = { start: 0, end: text.length, page: 0, continues: false, direction: "ltr", marks: [] } as const;
  const content: PaperContent = {
    text,
    blocks: [{ kind: "paragraph", ...block, marks: [] }],
    pages: [{ label: "1", width: 0, height: 0, rotation: 0 }],
    warnings: [],
  };
  const places = placesOf(content);
  const extent = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  expect(places.sentences).toEqual([0, text.indexOf("Others")]);
  expect(near({ unit: "sentence" }, places, extent("Smith"), extent("agreed"))).toBe(true);
  expect(near({ unit: "sentence" }, places, extent("agreed"), extent("Others"))).toBe(false);
});
