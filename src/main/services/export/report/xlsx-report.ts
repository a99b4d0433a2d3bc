import writeXlsxFile, { type Cell as SheetCell } from "write-excel-file/node";
import { issueTree } from "../../../../shared/analysis/entries.ts";
import { type Cell, type Facts, matrixFacts } from "../../../../shared/analysis/facts.ts";
import { MatrixOptions, matrixOf } from "../../../../shared/analysis/matrix.ts";
import { positionRows } from "../../../../shared/analysis/table.ts";
import { stanceScale } from "../../../../shared/coding.ts";
import { parsePath, showPath } from "../../../../shared/issue-path.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { ClaimRow } from "../../../../shared/report/rows.ts";
import type { Workbook } from "./work.ts";

/** The sheets of a workbook in order, each a table with its heads in the first line. */
export function sheetsOf({ library, coded, rows }: Workbook): readonly Readonly<{ name: string; facts: Facts }>[] {
  const positions = positionRows(library, coded);
  const matrix = (options: Partial<MatrixOptions>): Facts =>
    matrixFacts(matrixOf(library, positions, MatrixOptions.parse(options)));
  return [
    { name: "Claims", facts: claimFacts(rows) },
    { name: "Matrix", facts: matrix({}) },
    { name: "Actors", facts: matrix({ rows: "actor", columns: "issue" }) },
    { name: "Papers", facts: paperFacts(library, rows) },
    { name: "Codebook", facts: codebookFacts(library) },
  ];
}

/** A workbook (ISO/IEC 29500) with the sheets Claims, Matrix, Actors, Papers and Codebook. Words are stored as words, so that none is a formula. */
export async function reportXlsx(workbook: Workbook): Promise<Uint8Array> {
  const sheets = sheetsOf(workbook).map(({ name, facts }) => {
    const [heads = [], ...lines] = facts;
    const widths = heads.map((head, at) =>
      Math.min(
        60,
        Math.max(8, String(head).length + 2, ...lines.slice(0, 500).map((line) => String(line[at] ?? "").length * 0.8)),
      ),
    );
    return {
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [
        heads.map((head) => ({ ...cellOf(head), fontWeight: "bold" as const })),
        ...lines.map((line) => line.map(cellOf)),
      ],
    };
  });
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

/** Control characters have no place in XML 1.0 (section 2.2); a cell holds 32,767 characters at most. */
function cellOf(cell: Cell): SheetCell & object {
  if (cell === null || cell === "") return {};
  if (typeof cell === "number") return { type: Number, value: cell };
  return {
    type: String,
    value: cell.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, " ").slice(0, 32_000),
    wrap: cell.length > 60,
  };
}

function claimFacts(rows: readonly ClaimRow[]): Facts {
  const heads = [
    "id",
    "paper",
    "page",
    "quote",
    "issue",
    "stance",
    "strength",
    "actor",
    "certainty",
    "grade",
    "note",
    "coder",
    "created",
    "start",
    "end",
  ];
  const lines = rows.flatMap((row) => {
    const positions = row.positions.length > 0 ? row.positions : [{ issue: "", stance: "", strength: null }];
    return positions.map(({ issue, stance, strength }): Cell[] => [
      row.id,
      row.paperTitle,
      row.page,
      row.quote,
      showPath(parsePath(issue)),
      stance,
      strength,
      row.actor,
      row.certainty,
      row.grade,
      row.note,
      row.coder,
      row.created,
      row.start,
      row.end,
    ]);
  });
  return [heads, ...lines];
}

function paperFacts(library: Library, rows: readonly ClaimRow[]): Facts {
  const counts = Map.groupBy(rows, (row) => row.paper);
  const lines = [...counts].flatMap(([id, own]): Cell[][] => {
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
  return [["title", "authors", "date", "publisher", "link", "pages", "annotations", "tags", "sha256"], ...lines];
}

function codebookFacts(library: Library): Facts {
  const issues = issueTree(library).map(({ id, names }): Cell[] => [
    "issue",
    showPath(names),
    library.issues[id]?.definition ?? "",
    null,
  ]);
  const stances = stanceScale(library.stances).map((one): Cell[] => [
    "stance",
    `${one.glyph} ${one.name}`,
    one.definition,
    one.polarity,
  ]);
  const actors = Object.values(library.actors)
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((one): Cell[] => ["actor", one.name, one.aliases.join("; "), null]);
  return [["kind", "name", "definition or aliases", "polarity"], ...issues, ...stances, ...actors];
}
