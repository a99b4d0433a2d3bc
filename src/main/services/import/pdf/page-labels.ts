import { roman } from "../../../../shared/papers/page-labels.ts";
import type { Printed } from "./furniture.ts";

/** How far a page number may be from the next that agrees with it, in pages. */
const reach = 3;

/**
 * The label of each page: the number printed on it where the numbers around it agree, else what the PDF says, else what
 * follows from the printed numbers next to it. A page that comes before all printed numbers is called `[1]`, `[2]` …, as one
 * cites what bears no number.
 */
export function pageLabels(given: readonly string[], printed: readonly (readonly Printed[])[]): string[] {
  const sure = printed.map((all, page) => all.find((one) => isConfirmed(printed, page, one)) ?? null);
  const labels = sure.map((one, page) => one?.text ?? between(sure, page) ?? (given[page] || null));
  const known = new Set(labels);
  return labels.map((label, page) => label ?? beside(sure, page) ?? unused(String(page + 1), known));
}

function isConfirmed(printed: readonly (readonly Printed[])[], page: number, one: Printed): boolean {
  for (let other = Math.max(0, page - reach); other <= page + reach; other++)
    if (other !== page && printed[other]?.some((two) => agree(one, two, other - page))) return true;
  return false;
}

function agree(one: Printed, two: Printed, pages: number): boolean {
  return one.roman === two.roman && two.value - one.value === pages;
}

/** The number of a page that bears none, between two that count over it. */
function between(sure: readonly (Printed | null)[], page: number): string | null {
  const before = sure.findLastIndex((one, index) => index < page && one !== null);
  const after = sure.findIndex((one, index) => index > page && one !== null);
  const [first, last] = [sure[before], sure[after]];
  if (first == null || last == null || !agree(first, last, after - before)) return null;
  return written(first, first.value + page - before);
}

/** The number that follows from the nearest printed one, where there is nothing else to go by. */
function beside(sure: readonly (Printed | null)[], page: number): string | null {
  const after = sure.findIndex((one, index) => index > page && one !== null);
  const next = sure[after];
  if (next != null && next.value - (after - page) >= 1) return written(next, next.value - (after - page));
  const before = sure.findLastIndex((one, index) => index < page && one !== null);
  const last = sure[before];
  return last != null ? written(last, last.value + page - before) : null;
}

function unused(label: string, known: ReadonlySet<string | null>): string {
  return known.has(label) ? `[${label}]` : label;
}

function written(like: Printed, value: number): string {
  if (!like.roman) return String(value);
  const small = roman(value);
  return like.text === like.text.toUpperCase() ? small.toUpperCase() : small;
}
