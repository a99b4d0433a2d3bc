import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { ReportTree, TableBlock } from "../../../../shared/report/tree.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import { reportPdf } from "./typst-report.ts";

type Piece = Readonly<{ text: string; left: number; right: number; base: number }>;

/** The words of the first page with where they are, in points. */
async function pieces(table: Pick<TableBlock, "heads" | "lines">): Promise<readonly Piece[]> {
  const block: TableBlock = { kind: "table", caption: "All", foot: null, ...table };
  const tree: ReportTree = {
    title: "Report",
    byline: "",
    made: "2026-01-02T03:04:05Z",
    blocks: [block],
    flags: [],
    words: englishWords,
  };
  const document = await getDocument({ data: new Uint8Array(reportPdf(tree)), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , , left = 0, base = 0] = item.transform as number[];
    return [{ text: item.str, left, right: left + item.width, base }];
  });
}

test.each([
  ["a long name in a narrow column", "CommandElevenTradeBoard", "Imran Siddiqui, 2021, §1"],
  ["long names side by side", "CommandElevenTradeBoard", "Straßenverkehrsministerium der Inseln"],
  [
    "a word without a place to break",
    "Rindfleischetikettierungsüberwachungsgesetz",
    "Verfassungsgerichtsentscheidungskompetenz",
  ],
  ["short words", "the board of the islands", "the islands and the port"],
])("no words of a table overlap those beside them: %s", async (_, actor, place) => {
  const quote =
    "the fare still covers less than half of what a crossing costs, and every year of delay makes it steeper";
  const line = [
    "#531d0a43",
    quote,
    "Fares › What the passenger pays: supports (medium)",
    actor,
    place,
    "Analyst One (4)",
  ];
  const found = await pieces({
    heads: ["Id", "Words", "Issue and stance", "Actor", "Where", "Coder (certainty)"],
    lines: [line, line, line],
  });
  expect(found.map(({ text }) => text).join(" ")).toContain(actor.slice(0, 10));
  for (const piece of found)
    for (const other of found)
      if (Math.abs(piece.base - other.base) < 2 && piece.left < other.left)
        expect(piece.right, `${piece.text} | ${other.text}`).toBeLessThanOrEqual(other.left + 0.5);
});

test("a column alone among numbers has all the room they leave", async () => {
  const found = await pieces({
    heads: ["Issue", "+ supports", "− opposes", "○ neutral", "All"],
    lines: [["What Pakistan should want of it", 7, 3, 2, 12]],
  });
  expect(found.map(({ text }) => text)).toContain("What Pakistan should want of it");
});
