import fc from "fast-check";
import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { ContentBuilder } from "./builder.ts";
import { ContentParts } from "./content-parts.ts";

const end = {
  pages: [{ label: "1", width: 0, height: 0, rotation: 0 as const }],
  warnings: [message("pdf.noText")],
};
const about = { format: "pdf", title: null, authors: [], date: null, geometry: null, end } as const;

const run = fc.record({ text: fc.string({ minLength: 1, maxLength: 12 }), marks: fc.constant([]) });
const step = fc.oneof(
  fc.record({ add: run, joint: fc.constantFrom(null, " ", "") }),
  fc.record({ table: fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }) }),
);

test("taken in parts anywhere, a paper is the one that was built at once", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 }), (steps) => {
      const [whole, taken, parts] = [new ContentBuilder(), new ContentBuilder(), new ContentParts()];
      for (const [piece, take] of steps) {
        for (const out of [whole, taken])
          if ("table" in piece) out.addTable(piece.table, 1);
          else out.add({ kind: "paragraph" }, piece.add, piece.joint);
        expect(taken.count).toBe(whole.count);
        if (take) parts.add(taken.take());
      }
      parts.add(taken.take());
      const { content } = parts.paper({ ...about, levels: [] });
      expect(content).toEqual(whole.finish(end.pages, end.warnings));
    }),
  );
});

test("headings get the levels that were known at the end, other blocks none", () => {
  const out = new ContentBuilder();
  const parts = new ContentParts();
  out.add({ kind: "heading", level: 1 }, { text: "Water", marks: [] });
  parts.add(out.take());
  out.add({ kind: "paragraph" }, { text: "The gate.", marks: [] });
  out.add({ kind: "heading", level: 1 }, { text: "Fares", marks: [] });
  parts.add(out.take());
  const { title, content } = parts.paper({
    ...about,
    title: "A paper",
    levels: [
      [0, 2],
      [1, 3],
      [2, 4],
      [9, 1],
    ],
  });
  expect({ title, text: content.text }).toEqual({ title: "A paper", text: "Water\nThe gate.\nFares" });
  expect(content.blocks.map((block) => (block.kind === "heading" ? block.level : null))).toEqual([2, null, 4]);
});

test("what was taken counts against the limits", () => {
  const out = new ContentBuilder({ characters: 10, blocks: 10 });
  for (let count = 0; count < 2; count++) {
    out.add({ kind: "paragraph" }, { text: "seven", marks: [] });
    out.take();
  }
  expect(() => out.add({ kind: "paragraph" }, { text: "more", marks: [] })).toThrow(
    expect.objectContaining({ code: "limit" }),
  );
});
