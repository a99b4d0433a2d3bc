import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "../../../../shared/change/change.ts";
import { codedIn } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { libraryWith } from "../../../../shared/codebook/codebook.cases.ts";
import { anyContent } from "../../../../shared/fixtures/content.cases.ts";
import { ids } from "../../../../shared/fixtures/sample-library.cases.ts";
import { ofPaper } from "../../../../shared/model/by-paper.ts";
import type { Block, Mark, PaperContent } from "../../../../shared/model/content.ts";
import type { ReportBlock, ReportRun } from "../../../../shared/report/tree.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import type { ExportedText } from "../paper-text.ts";
import { paperTree } from "./paper-tree.ts";

const made = "2026-05-01T06:07:08.000Z";
const common = { page: 0, continues: false, direction: "ltr" as const, marks: [] as Mark[] };

type Range = readonly [start: number, end: number];

/** A paper of this text, with a claim of these positions over each list of ranges. */
function paperOf(
  content: Pick<PaperContent, "text" | "blocks">,
  claims: readonly Readonly<{ ranges: readonly Range[]; positions: readonly string[]; note?: string }>[],
): ExportedText {
  const plain = libraryWith(
    ["Water", "Air"],
    claims.map(({ positions }) => positions),
  );
  const annotations = Object.values(ofPaper(plain.annotations, ids.paper));
  const library = apply(plain, {
    edits: annotations.map((from) => {
      const { ranges, note = "" } = claims[from.passage.ranges[0]?.start ?? 0] ?? { ranges: [] };
      const to = ranges.map(([start, end]) => ({
        start,
        end,
        quote: content.text.slice(start, end),
        prefix: "",
        suffix: "",
      }));
      return { table: "annotations", from, to: { ...from, note, passage: { ...from.passage, ranges: to } } };
    }),
  });
  const paper = library.papers[ids.paper];
  if (paper === undefined) throw new Error("the sample has no paper");
  const whole: PaperContent = { ...content, pages: [{ label: "1", width: 1, height: 1, rotation: 0 }], warnings: [] };
  const coded = codedIn(library, ids.paper);
  return {
    library,
    paper,
    content: whole,
    coded,
    rows: claimRows(library, coded, new Map([[ids.paper, whole]])),
    words: englishWords,
  };
}

const runsIn = (block: ReportBlock | undefined): readonly ReportRun[] =>
  block?.kind === "paragraph" ? block.runs : block?.kind === "list" ? block.items.flat() : [];
/** Runs as text: claims in brackets with their look, notes as a star, bold and italic by signs. */
const drawn = (runs: readonly ReportRun[]): string =>
  runs
    .map((run) => {
      if (run.kind !== "text") return run.kind === "note" ? "*" : "";
      const look = `${run.bold ? "!" : ""}${run.italic ? "/" : ""}${run.text}`;
      return run.mark === undefined ? look : `[${run.mark}:${look}]`;
    })
    .join("");
const paragraph = (text: string, marks: Mark[] = []): Pick<PaperContent, "text" | "blocks"> => ({
  text,
  blocks: [{ ...common, kind: "paragraph", start: 0, end: text.length, marks }],
});

test.each<[string, readonly Range[], readonly string[], string]>([
  ["in the middle", [[2, 5]], ["Water supports"], "ab[supports:cde]*fgh"],
  ["at the beginning", [[0, 2]], ["Water opposes"], "[opposes:ab]*cdefgh"],
  ["at the end", [[6, 8]], ["Water none"], "abcdef[none:gh]*"],
  ["over all", [[0, 8]], [], "[note:abcdefgh]*"],
  ["with two stances", [[1, 2]], ["Water supports", "Air opposes"], "a[several:b]*cdefgh"],
  [
    "in two parts, with its note after the last",
    [
      [0, 1],
      [4, 6],
    ],
    ["Water supports"],
    "[supports:a]bcd[supports:ef]*gh",
  ],
])("a claim %s is marked where it is", (_, ranges, positions, wanted) => {
  const { blocks } = paperTree(paperOf(paragraph("abcdefgh"), [{ ranges, positions }]), made);
  expect(drawn(runsIn(blocks[0]))).toBe(wanted);
});

test("claims over each other keep all words, each with its own note", () => {
  const text = paperOf(paragraph("abcdefgh"), [
    { ranges: [[0, 5]], positions: ["Water supports"] },
    { ranges: [[3, 7]], positions: ["Air opposes"] },
  ]);
  expect(drawn(runsIn(paperTree(text, made).blocks[0]))).toBe("[supports:abc][opposes:de]*[opposes:fg]*h");
});

test("a claim over two blocks is marked in both, and its note comes at its end", () => {
  const blocks: Block[] = [
    { ...common, kind: "paragraph", start: 0, end: 3 },
    { ...common, kind: "paragraph", start: 4, end: 7 },
  ];
  const text = paperOf({ text: "abc\ndef", blocks }, [{ ranges: [[1, 6]], positions: ["Water supports"] }]);
  expect(paperTree(text, made).blocks.map((block) => drawn(runsIn(block)))).toEqual([
    "a[supports:bc]",
    "[supports:de]*f",
  ]);
});

test("bold and italic words stay so, across the ends of claims", () => {
  const marks: Mark[] = [
    { kind: "bold", start: 1, end: 4 },
    { kind: "italic", start: 3, end: 6 },
    { kind: "code", start: 0, end: 8 },
  ];
  const text = paperOf(paragraph("abcdefgh", marks), [{ ranges: [[2, 5]], positions: ["Water supports"] }]);
  expect(drawn(runsIn(paperTree(text, made).blocks[0]))).toBe("a!b[supports:!c][supports:!/d][supports:/e]*/fgh");
});

test("a note says every position, the place of a note alone, and what was written", () => {
  const text = paperOf(paragraph("abcdefgh"), [
    { ranges: [[0, 1]], positions: ["Water supports 3", "Air none"], note: "Because" },
    { ranges: [[2, 3]], positions: [], note: "Look" },
  ]);
  const notes = runsIn(paperTree(text, made).blocks[0]).flatMap((run) => (run.kind === "note" ? run.words : []));
  const [claim = "", note = ""] = notes.map(({ text: words }) => words);
  expect(claim).toMatch(/^Water · .*supports.* — Air · .*no stance.* — Because$/);
  expect(note).toMatch(/ — Look$/);
});

test("each kind of block is the report's own, and a footnote begins with its label", () => {
  const kinds: Block[] = [
    { ...common, kind: "heading", level: 1, start: 0, end: 1 },
    { ...common, kind: "heading", level: 4, start: 2, end: 3 },
    { ...common, kind: "listItem", depth: 0, ordered: false, marker: "•", start: 4, end: 5 },
    { ...common, kind: "footnote", label: "7", start: 6, end: 7 },
    { ...common, kind: "caption", start: 8, end: 9 },
    { ...common, kind: "quotation", start: 10, end: 11 },
  ];
  const { blocks, title, made: when } = paperTree(paperOf({ text: "a\nb\nc\nd\ne\nf", blocks: kinds }, []), made);
  expect(blocks.map((block) => (block.kind === "heading" ? `h${block.level} ${block.text}` : block.kind))).toEqual([
    "h1 a",
    "h2 b",
    "list",
    "paragraph",
    "paragraph",
    "paragraph",
  ]);
  expect(blocks.slice(2).map((block) => drawn(runsIn(block)))).toEqual(["c", "7 d", "e", "f"]);
  expect(blocks.map((block) => block.kind === "paragraph" && block.soft)).toEqual([
    false,
    false,
    false,
    true,
    true,
    false,
  ]);
  expect([title, when]).toEqual(["A paper", made]);
});

test("whatever is claimed and marked, every word of a block is in it once, in order", () => {
  const claims = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 });
  fc.assert(
    fc.property(anyContent, claims, (content, list) => {
      const at = (place: number): number => place % (content.text.length + 1);
      const ranges = list
        .map(([a, b]): Range => [Math.min(at(a), at(b)), Math.max(at(a), at(b))])
        .filter(([start, end]) => start < end);
      const text = paperOf(
        content,
        ranges.map((range) => ({ ranges: [range], positions: ["Water supports"] })),
      );
      const { blocks } = paperTree(text, made);
      for (const [index, block] of blocks.entries()) {
        const own = content.blocks[index];
        if (own === undefined || block.kind === "heading") continue;
        const words = runsIn(block).flatMap((run) => (run.kind === "text" ? run.text : []));
        const label = own.kind === "footnote" ? `${own.label} ` : "";
        expect(words.join("")).toBe(label + content.text.slice(own.start, own.end));
      }
      const notes = blocks.flatMap(runsIn).filter((run) => run.kind === "note");
      expect(notes.length).toBeLessThanOrEqual(ranges.length);
    }),
    { numRuns: 60 },
  );
});
