import writeXlsxFile, { type Cell as SheetCell } from "write-excel-file/node";
import { issueTree } from "../../../../shared/analysis/entries.ts";
import { type FactCell, type Facts, factWordsIn, matrixFacts } from "../../../../shared/analysis/facts.ts";
import { MatrixOptions, matrixOf } from "../../../../shared/analysis/matrix.ts";
import { shownMatrix } from "../../../../shared/analysis/shown-analysis.ts";
import { positionRows } from "../../../../shared/analysis/table.ts";
import { attributesWith, dataLines } from "../../../../shared/claims/attributes.ts";
import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import { stanceScale } from "../../../../shared/codebook/stance-scale.ts";
import { message } from "../../../../shared/messages/message.ts";
import { parsePath, showPath } from "../../../../shared/model/issue-path.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { ReportWords } from "../../../../shared/report/words.ts";
import { cutText } from "../../../../shared/text/cut.ts";
import type { Workbook } from "./work.ts";

/** The sheets of a workbook in order, each a table with its heads in the first line. */
export function sheetsOf({
  library,
  coded,
  rows,
  words,
}: Workbook): readonly Readonly<{ name: string; facts: Facts }>[] {
  const positions = positionRows(library, coded);
  const { language, say } = words;
  const matrix = (options: Partial<MatrixOptions>): Facts =>
    matrixFacts(
      shownMatrix(library, matrixOf(library, positions, MatrixOptions.parse(options)), language),
      factWordsIn(language),
    );
  const facts = {
    claims: claimFacts(rows, words),
    matrix: matrix({}),
    actors: matrix({ rows: "actor", columns: "issue" }),
    papers: paperFacts(library, rows, words),
    codebook: codebookFacts(library, words),
  };
  return (["claims", "matrix", "actors", "papers", "codebook"] as const).map((sheet) => ({
    name: say(message(`sheet.${sheet}`)),
    facts: facts[sheet],
  }));
}

/**
 * A workbook (ISO/IEC 29500) with the sheets Claims, Matrix, Actors, Papers and Codebook, named and headed in the
 * language of its words. Words are stored as words, so that none is a formula.
 */
export async function reportXlsx(workbook: Workbook): Promise<Uint8Array> {
  const isTurned = workbook.words.direction === "rtl";
  const sheets = sheetsOf(workbook).map(({ name, facts }) => {
    const [heads = [], ...lines] = facts;
    const looks = heads.map((head, index) =>
      lookOf(
        String(head),
        lines.map((line) => line[index] ?? null),
      ),
    );
    const widths = looks.map(({ width }) => width);
    return {
      sheet: name,
      ...(isTurned ? { rightToLeft: true } : {}),
      stickyRowsCount: 1,
      orientation: "landscape" as const,
      columns: widths.map((width) => ({ width })),
      data: [
        heads.map((head, index) => ({
          ...cellOf(head),
          ...headLook,
          height: heightOf(heads, widths),
          ...(looks[index]?.numbers ? { align: "right" as const } : {}),
        })),
        ...lines.map((line) => {
          const height = heightOf(line, widths);
          return line.map((cell, index) => ({
            ...cellOf(cell),
            ...face,
            height,
            ...(looks[index]?.measures && typeof cell === "number" ? { format: "0.00" } : {}),
          }));
        }),
      ],
    };
  });
  return new Uint8Array(await writeXlsxFile(sheets, { features: [filtered] }).toBuffer());
}

/**
 * Each sheet can be sorted and filtered by its heads, and is printed as wide as a page (ISO/IEC 29500-1, 18.3.1.2 and
 * 18.3.1.65).
 */
const filtered = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml: string, { columns = [] }: Readonly<{ columns?: readonly unknown[] }>): string => {
          const rows = xml.match(/<row /g)?.length ?? 1;
          return xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace("</sheetData>", `</sheetData><autoFilter ref="A1:${columnName(columns.length)}${rows}"/>`)
            .replace("<pageSetup ", '<pageSetup fitToHeight="0" ');
        },
      },
    },
  },
};

/** The letters of a column, counted from 1: A … Z, AA, AB … */
function columnName(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? last : `${columnName(Math.floor((number - 1) / 26))}${last}`;
}

const face = { fontFamily: "Calibri", fontSize: 11 } as const;
const headLook = { ...face, fontWeight: "bold", backgroundColor: "#EFECE4", wrap: true } as const;

/** How wide a column is, in characters, and whether it holds numbers, or measures that are not whole. */
function lookOf(
  head: string,
  cells: readonly FactCell[],
): Readonly<{ width: number; numbers: boolean; measures: boolean }> {
  const filled = cells.filter((cell) => cell !== null && cell !== "");
  const numbers = filled.length > 0 && filled.every((cell) => typeof cell === "number");
  const measures = numbers && filled.some((cell) => !Number.isInteger(cell));
  const longest = Math.max(head.length + 2, ...filled.slice(0, 500).map((cell) => String(cell).length + 1));
  // A head of numbers is broken rather than the sheet made wide.
  return { width: Math.min(numbers ? 14 : 60, Math.max(8, longest)), numbers, measures };
}

/** Points that a line needs when its long cells are wrapped. */
function heightOf(line: readonly FactCell[], widths: readonly number[]): number {
  const rows = line.map((cell, index) =>
    typeof cell === "string" ? Math.ceil(cell.length / (widths[index] ?? 60)) : 1,
  );
  return 15 * Math.min(26, Math.max(1, ...rows));
}

/** Control characters have no place in XML 1.0 (section 2.2); a cell holds 32,767 characters at most. */
function cellOf(cell: FactCell): SheetCell & object {
  if (cell === null || cell === "") return {};
  if (typeof cell === "number") return { type: Number, value: cell, alignVertical: "top" };
  return {
    type: String,
    value: cutText(cell.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, " "), 32_000),
    alignVertical: "top",
    wrap: cell.length > 40,
  };
}

function claimFacts(rows: readonly ClaimRow[], { say }: ReportWords): Facts {
  const readable = (row: ClaimRow): ClaimRow => ({
    ...row,
    positions: row.positions.map((position) => ({ ...position, issue: showPath(parsePath(position.issue)) })),
  });
  const heads = attributesWith("cell").map((name) => say(message(`sheet.head.${name}`)));
  return [heads, ...rows.flatMap((row) => dataLines(readable(row)))];
}

function paperFacts(library: Library, rows: readonly ClaimRow[], { say }: ReportWords): Facts {
  const counts = Map.groupBy(rows, (row) => row.paper);
  const lines = [...counts].flatMap(([id, own]): FactCell[][] => {
    const paper = library.papers[id];
    return paper === undefined
      ? []
      : [
          [
            paper.title,
            paper.authors.join("; "),
            paper.date,
            paper.publisher,
            paper.link,
            paper.pages,
            own.length,
            paper.tags.join("; "),
            paper.sha256,
          ],
        ];
  });
  const heads = ["title", "authors", "date", "publisher", "link", "pages", "annotations", "tags", "sha256"] as const;
  return [heads.map((head) => say(message(`sheet.head.${head}`))), ...lines];
}

function codebookFacts(library: Library, { say }: ReportWords): Facts {
  const kind = (name: "issue" | "stance" | "actor"): string => say(message(`sheet.head.${name}`));
  const issues = issueTree(library).map(({ id, names }): FactCell[] => [
    kind("issue"),
    showPath(names),
    library.issues[id]?.definition ?? "",
    null,
  ]);
  const stances = stanceScale(library.stances).map((stance): FactCell[] => [
    kind("stance"),
    `${stance.glyph} ${stance.name}`,
    stance.definition,
    stance.polarity,
  ]);
  const actors = Object.values(library.actors)
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((actor): FactCell[] => [kind("actor"), actor.name, actor.aliases.join("; "), null]);
  const heads = ["kind", "name", "definitionOrAliases", "polarity"] as const;
  return [heads.map((head) => say(message(`sheet.head.${head}`))), ...issues, ...stances, ...actors];
}
