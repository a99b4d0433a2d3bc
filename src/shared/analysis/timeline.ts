import { z } from "zod";
import { noStance, stanceScale } from "../codebook/stance-scale.ts";
import type { Library } from "../model/library.ts";
import { type AnalysisEntry, dimensionKeys, entriesOf } from "./entries.ts";
import { Clock, dateOf, PeriodUnit, periodOf } from "./period.ts";
import type { PositionRow } from "./table.ts";

/** What a lane stands for, and how time is cut. */
export const TimelineOptions = z.strictObject({
  lanes: z.enum(["all", "actor", "issue"]).default("actor"),
  clock: Clock.default("paper"),
  unit: PeriodUnit.default("year"),
});
export type TimelineOptions = Readonly<z.infer<typeof TimelineOptions>>;

/** The positions of one actor, issue or stance over time. */
export type Lane = AnalysisEntry &
  Readonly<{
    /** Number of positions, by period, then by stance. */
    counts: readonly (readonly number[])[];
    /** Mean polarity by period; null where no position has a polarity. */
    means: readonly (number | null)[];
    total: number;
  }>;

/** All lanes over the same periods. */
export type Timeline = Readonly<{
  options: TimelineOptions;
  periods: readonly string[];
  stances: readonly AnalysisEntry[];
  lanes: readonly Lane[];
  /** Positions without a date; they are in no period. */
  undated: number;
}>;

/**
 * Positions by time and stance, a lane for each actor or issue. Empty periods between two years, quarters or months are
 * kept.
 */
export function timelineOf(library: Library, rows: readonly PositionRow[], options: TimelineOptions): Timeline {
  const period = (row: PositionRow): string => periodOf(dateOf(row, options.clock), options.unit);
  const dated = rows.filter((row) => dateOf(row, options.clock) !== null);
  const periods = filled([...new Set(dated.map(period))].sort(), options.unit);
  const periodAt = new Map(periods.map((name, index) => [name, index]));
  const hasNone = rows.some(({ stance }) => stance === null);
  const scale = [...stanceScale(library.stances), ...(hasNone ? [{ id: "", ...noStance }] : [])];
  const stanceAt = new Map<string, number>(scale.map(({ id }, index) => [id, index]));
  const lanes = options.lanes;
  const laneOf = lanes === "all" ? () => "" : dimensionKeys(lanes, options);
  const groups = Map.groupBy(dated, laneOf);
  const entries = lanes === "all" ? [{ id: "", name: "All" }] : entriesOf(library, lanes, groups.keys());
  return {
    options,
    periods,
    stances: scale.map(({ id, name, glyph }) => ({ id, name: `${glyph} ${name}` })),
    undated: rows.length - dated.length,
    lanes: entries.map((entry) => {
      const counts = periods.map(() => scale.map(() => 0));
      const sums = periods.map(() => ({ sum: 0, count: 0 }));
      const grouped = groups.get(entry.id) ?? [];
      for (const row of grouped) {
        const index = periodAt.get(period(row)) ?? 0;
        const cell = counts[index];
        const stance = stanceAt.get(row.stance ?? "");
        if (cell !== undefined && stance !== undefined) cell[stance] = (cell[stance] ?? 0) + 1;
        const sum = sums[index];
        if (sum === undefined || row.polarity === null) continue;
        sum.sum += row.polarity;
        sum.count++;
      }
      const means = sums.map(({ sum, count }) => (count === 0 ? null : sum / count));
      return { ...entry, counts, means, total: grouped.length };
    }),
  };
}

const steps = { year: 1, quarter: 4, month: 12 } as const;

/** The periods with the empty ones between the first and the last, when they are all equally exact and not too many. */
function filled(periods: readonly string[], unit: PeriodUnit): readonly string[] {
  if (unit === "day") return periods;
  const numbers = periods.map((period) => numberOf(period, unit));
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined || numbers.includes(null) || first === null || last === null)
    return periods;
  if (last - first > 400) return periods;
  return Array.from({ length: last - first + 1 }, (_, index) => written(first + index, unit));
}

function numberOf(period: string, unit: keyof typeof steps): number | null {
  const [year = "", part] = period.split(/-Q?/);
  if (unit === "year") return Number(year);
  return part === undefined ? null : Number(year) * steps[unit] + Number(part) - 1;
}

function written(number: number, unit: keyof typeof steps): string {
  const year = Math.floor(number / steps[unit]);
  const part = (number % steps[unit]) + 1;
  if (unit === "year") return String(number).padStart(4, "0");
  return `${String(year).padStart(4, "0")}-${unit === "quarter" ? `Q${part}` : String(part).padStart(2, "0")}`;
}
