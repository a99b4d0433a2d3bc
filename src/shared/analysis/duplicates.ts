import { z } from "zod";
import { type Clock, dateOf, dayNumber, weekOf } from "./period.ts";
import type { PositionRow } from "./table.ts";

/** Within what a position said twice counts once, as Discourse Network Analyzer offers it. */
export const Duplicates = z.enum(["include", "paper", "week", "month", "year", "all"]);
export type Duplicates = z.infer<typeof Duplicates>;

/**
 * Positions without those that repeat an earlier one: same actor, same issue, same polarity (any polarity with
 * `ignorePolarity`) within the same paper, ISO week, month, year, or anywhere. The first one stays. Positions without a
 * date are compared among themselves. (DNA, `Exporter.filter`, setting "duplicates".)
 */
export function withoutDuplicates(
  rows: readonly PositionRow[],
  duplicates: Duplicates,
  { clock = "paper" as Clock, ignorePolarity = false } = {},
): readonly PositionRow[] {
  if (duplicates === "include") return rows;
  const scope = (row: PositionRow): string => {
    const date = dateOf(row, clock);
    if (duplicates === "all") return "";
    if (duplicates === "paper") return row.paper;
    if (date === null) return "no date";
    return duplicates === "week" ? weekOf(date) : date.slice(0, duplicates === "month" ? 7 : 4);
  };
  // A number for each: numbers are put together and looked up faster than texts.
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    if (known === numbers.size) numbers.set(text, known);
    return known;
  };
  const seen = new Map<number, Set<number>>();
  return rows.filter((row) => {
    const who = numberOf(scope(row)) * mostNumbers + numberOf(row.actor ?? "");
    const polarity = ignorePolarity ? 0 : (row.polarity ?? 2) + 2;
    const what = numberOf(row.issue) * 5 + polarity;
    const said = seen.get(who) ?? new Set();
    seen.set(who, said);
    const fresh = !said.has(what);
    said.add(what);
    return fresh;
  });
}

/** More than there are papers, dates, actors and issues, so that two numbers make one exactly. */
const mostNumbers = 2 ** 26;

/** The positions of a stretch of time; `first` and `last` are day numbers, both inside. */
export type TimeWindow = Readonly<{ first: number; last: number; rows: readonly PositionRow[] }>;

/**
 * Windows of `days` days that move on by `step` days, from the first dated position to the last; `first` and `last` are
 * day numbers, both inside. A paper dated `2021` counts as the first of January. Positions without a date are in none.
 * (Leifeld 2016, Policy Debates as Dynamic Networks: "time window algorithm".)
 */
export function timeWindows(rows: readonly PositionRow[], days: number, step: number, clock: Clock): TimeWindow[] {
  const dated = rows
    .flatMap((row) => {
      const date = dateOf(row, clock);
      return date === null ? [] : [{ row, day: dayNumber(date) }];
    })
    .sort((a, b) => a.day - b.day);
  const first = dated[0]?.day;
  const last = dated.at(-1)?.day;
  if (first === undefined || last === undefined) return [];
  const windows: TimeWindow[] = [];
  let from = 0;
  let to = 0;
  for (let begin = first; begin <= last; begin += step) {
    while ((dated[from]?.day ?? Infinity) < begin) from++;
    while ((dated[to]?.day ?? Infinity) < begin + days) to++;
    windows.push({ first: begin, last: begin + days - 1, rows: dated.slice(from, to).map(({ row }) => row) });
    if (begin + days > last) break;
  }
  return windows;
}
