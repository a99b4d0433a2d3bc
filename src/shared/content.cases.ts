import fc from "fast-check";
import { Block, type Mark, type PaperContent } from "./model/content.ts";

const words = fc
  .array(fc.constantFrom("weir", "Café.", "e\u0301a", "𝒳 ", "الماء", "港口", "a  b", "Is it? "), { maxLength: 6 })
  .map((some) => some.join(" ").trim());
const share = fc.double({ min: 0, max: 1, noNaN: true });

type Piece = Readonly<{
  kind: Block["kind"];
  words: string;
  cells: readonly (readonly string[])[];
  turn: boolean;
  continues: boolean;
  rtl: boolean;
  marks: readonly Readonly<{ kind: Mark["kind"]; from: number; to: number }>[];
}>;

const piece: fc.Arbitrary<Piece> = fc.record({
  kind: fc.constantFrom("paragraph", "heading", "listItem", "quotation", "code", "caption", "footnote", "table"),
  words,
  cells: fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  turn: fc.boolean(),
  continues: fc.boolean(),
  rtl: fc.boolean(),
  marks: fc.array(
    fc.record({
      kind: fc.constantFrom("bold", "italic", "code", "strike", "superscript", "link"),
      from: share,
      to: share,
    }),
    { maxLength: 4 },
  ),
});

/** Any paper: blocks of every kind in any order, with marks over each other, over any number of pages. */
export const anyContent: fc.Arbitrary<PaperContent> = fc.array(piece, { maxLength: 8 }).map((pieces) => {
  let text = "";
  let page = 0;
  const blocks = pieces.map((one, index): Block => {
    if (index > 0 && one.turn) page++;
    const continues = one.continues && one.kind === "paragraph" && pieces[index - 1]?.kind === "paragraph";
    if (index > 0) text += continues ? " " : "\n";
    const start = text.length;
    const rows = one.cells.map((row, y) =>
      row.map((cell, x) => {
        if (one.kind === "table") text += `${x > 0 ? "\t" : y > 0 ? "\n" : ""}${cell}`;
        return { start: text.length - cell.length, end: text.length, header: y === 0 };
      }),
    );
    if (one.kind !== "table") text += one.words;
    const own = {
      heading: { level: 2 },
      listItem: { depth: index % 3, ordered: false, marker: "•" },
      footnote: { label: String(index) },
      table: { rows },
    }[one.kind as string];
    const marks = one.marks.flatMap((mark) => markOf(mark, start, text.length)).sort((a, b) => a.start - b.start);
    const direction = one.rtl ? "rtl" : "ltr";
    return Block.parse({ kind: one.kind, start, end: text.length, page, continues, direction, marks, ...own });
  });
  const pages = Array.from({ length: page + 1 }, (_, n) => ({
    label: `p${n}`,
    width: 0,
    height: 0,
    rotation: 0 as const,
  }));
  return { text, blocks, pages, warnings: [] };
});

function markOf({ kind, from, to }: Piece["marks"][number], start: number, end: number): Mark[] {
  const at = (share: number): number => start + Math.floor(share * (end - start));
  const range = { start: at(Math.min(from, to)), end: at(Math.max(from, to)) };
  return [kind === "link" ? { kind, ...range, href: `#${from}` } : { kind, ...range }];
}
