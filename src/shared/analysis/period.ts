import { z } from "zod";
import type { PositionRow } from "./table.ts";

/** The length of a period. */
export const PeriodUnit = z.enum(["year", "quarter", "month", "day"]);
export type PeriodUnit = z.infer<typeof PeriodUnit>;

/** Which date counts: that of the paper, or that of the coding. */
export const Clock = z.enum(["paper", "claim"]);
export type Clock = z.infer<typeof Clock>;

/** The date of a position by the chosen clock, ISO, as exact as known; null when the paper has none. */
export function dateOf(row: PositionRow, clock: Clock): string | null {
  return clock === "paper" ? row.date : row.created.slice(0, 10);
}

/**
 * The period a date falls into: `2021`, `2021-Q1`, `2021-03` or `2021-03-09`. A date that is known less exactly than
 * the unit stays what it is (`2021` among months), so that nothing is dated more exactly than its paper; null gives "".
 */
export function periodOf(date: string | null, unit: PeriodUnit): string {
  if (date === null) return "";
  const [year = "", month] = date.split("-");
  if (unit === "year" || month === undefined) return year;
  if (unit === "quarter") return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  return unit === "month" ? `${year}-${month}` : date;
}

/** Days since 1970-01-01 of the first day a date may mean (`2021` is 2021-01-01). */
export function dayNumber(date: string): number {
  const [year = "1970", month = "01", day = "01"] = date.split("-");
  return Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000);
}

/** The ISO date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The ISO week of a date (ISO 8601: weeks begin on Monday, week 1 holds the first Thursday): `2021-W09`. */
export function weekOf(date: string): string {
  const day = dayNumber(date);
  // 1970-01-01 was a Thursday; the week's year is that of its Thursday.
  const thursday = day - ((((day + 3) % 7) + 7) % 7) + 3;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  const week = Math.floor((thursday - dayNumber(`${year}`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
