import { z } from "zod";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import type { Region } from "../model/annotation.ts";
import { WorkbenchError } from "../model/errors.ts";
import { AnnotationId } from "../model/ids.ts";
import { knownColumns, listCell } from "../text/columns.ts";
import type { CodingRow } from "./coding-row.ts";
import { parseRegion, printRegion } from "./rows.ts";

const text = z.union([z.string(), z.number().transform(String), z.null().transform(() => "")]).pipe(z.string().trim());

/**
 * A line of `annotate --from`. Empty cells mean "not said". `issue`, `stance` and `strength` may hold lists, which pair
 * up by position.
 */
const Line = z.object({
  id: text.default(""),
  paper: text.default(""),
  quote: text.pipe(z.string().max(100_000)).default(""),
  area: text.default(""),
  nth: text.default(""),
  start: text.default(""),
  issue: text.default(""),
  stance: text.default(""),
  strength: text.default(""),
  actor: text.pipe(z.string().max(300)).default(""),
  certainty: text.default(""),
  note: text.pipe(z.string().max(20_000)).default(""),
  coder: text.pipe(z.string().max(300)).default(""),
});
type Line = z.infer<typeof Line>;
const columns = Line.keyof().options;

type Cells = Partial<Record<keyof Line, unknown>>;

/** The rows of a table that can be claims, and those that cannot, each with its number in the table, from 0. */
export type CodingTable = Readonly<{
  rows: readonly Readonly<{ row: number; coding: CodingRow }>[];
  /** `reason` is one sentence. */
  failed: readonly Readonly<{ row: number; reason: Message }>[];
}>;

/**
 * Reads a table of claims: the rows of a CSV or a JSON list of objects. `paper` is used where a row names none. A wrong
 * cell refuses its own row only. Lines of one identifier are one claim with several positions, as our own CSV has them.
 * Throws `invalid` when it is no table of claims at all.
 */
export function codingTable(table: unknown, paper = ""): CodingTable {
  const lines = z.array(z.record(z.string(), z.unknown())).safeParse(table);
  if (!lines.success) throw new WorkbenchError("invalid", message("table.notClaims"));
  const cells = lines.data.map((line) => knownColumns(line, columns));
  if (cells.length > 0 && !cells.some((line) => "quote" in line))
    throw new WorkbenchError("invalid", message("table.noColumn", { column: "quote" }));
  const rows: { row: number; coding: CodingRow }[] = [];
  const failed: { row: number; reason: Message }[] = [];
  const byId = new Map<string, { row: number; coding: CodingRow }>();
  for (const [row, line] of cells.entries()) {
    try {
      const coding = codingRow(line, paper);
      const same = coding.id === undefined ? undefined : byId.get(keyOf(coding));
      if (same === undefined) {
        const entry = { row, coding };
        rows.push(entry);
        if (coding.id !== undefined) byId.set(keyOf(coding), entry);
      } else same.coding = { ...same.coding, positions: [...same.coding.positions, ...coding.positions] };
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      failed.push({ row, reason: error.reason });
    }
  }
  return { rows, failed };
}

/** Lines with the same key are one claim. */
function keyOf({ id, paper, quote, region }: CodingRow): string {
  return `${id} ${paper} ${region === undefined ? quote : printRegion(region)}`;
}

function codingRow(cells: Cells, paper: string): CodingRow {
  const parsed = Line.safeParse(cells);
  if (!parsed.success) throw refusal(parsed.error.issues[0]?.path[0]);
  const line = parsed.data;
  const named = line.paper || paper;
  if (named === "") throw new WorkbenchError("invalid", message("table.rowWithoutPaper"));
  const region = regionOf(line.area);
  if (line.quote === "" && region === undefined) throw new WorkbenchError("invalid", message("table.rowWithoutQuote"));
  return defined({
    id: AnnotationId.safeParse(line.id).data,
    paper: named,
    quote: line.quote,
    region,
    nth: whole(line.nth, 1, 1_000_000, "nth"),
    start: whole(line.start, 0, Number.MAX_SAFE_INTEGER, "start"),
    positions: positionsOf(line),
    actor: line.actor || undefined,
    certainty: whole(line.certainty, 1, 5, "certainty"),
    note: line.note || undefined,
    coder: line.coder || undefined,
  });
}

function regionOf(cell: string): Region | undefined {
  if (cell === "") return undefined;
  const region = parseRegion(cell);
  if (region === null) throw new WorkbenchError("invalid", message("table.wrongCell", { column: "area" }));
  return region;
}

function refusal(field: unknown): WorkbenchError {
  return new WorkbenchError("invalid", message("table.wrongCell", { column: String(field) }));
}

/**
 * Issues, stances and strengths pair up by position; a list that is not empty must be as long as that of the issues.
 * One strength counts for all.
 */
function positionsOf(line: Line): CodingRow["positions"] {
  const issues = listCell(line.issue);
  const stances = paired(listCell(line.stance), issues, "stance");
  const strength = listCell(line.strength);
  const strengths = strength.length === 1 ? issues.map(() => strength[0] ?? "") : paired(strength, issues, "strength");
  if (issues.some((issue) => issue === "")) throw new WorkbenchError("invalid", message("table.emptyIssue"));
  if (issues.length > 50) throw new WorkbenchError("invalid", message("table.tooManyIssues", { most: 50 }));
  return issues.map((issue, index) =>
    defined({
      issue,
      stance: stances[index] || undefined,
      strength: whole(strengths[index] ?? "", 1, 3, "strength"),
    }),
  );
}

function paired(list: readonly string[], issues: readonly string[], column: string): readonly string[] {
  if (list.length === 0 || list.length === issues.length) return list;
  throw new WorkbenchError("invalid", message("table.unpaired", { issues: issues.length, count: list.length, column }));
}

function whole(cell: string, least: number, most: number, column: string): number | undefined {
  if (cell === "") return undefined;
  const value = Number(cell);
  if (/^\d+$/.test(cell) && value >= least && value <= most) return value;
  throw new WorkbenchError("invalid", message("table.notWhole", { value: cell, column, least, most }));
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** The same object without what is undefined: absent and undefined are different things in the contract. */
function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, value]) => value !== undefined)) as Defined<Value>;
}
