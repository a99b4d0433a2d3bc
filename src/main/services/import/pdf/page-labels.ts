import { roman } from "../../../../shared/text/roman.ts";
import type { Printed } from "./page-numbers.ts";

/** How far a page number may be from the next that agrees with it, in pages. */
const reach = 3;
/** How far around a page it is counted how many agree with its number. */
const wideReach = 8;

/** In a paper of so many pages no other page need agree with a number that stands alone. */
const maxFew = 2;

/**
 * The label of each page: the number printed on it where the numbers around it agree, else what the PDF says, else what
 * follows from the printed numbers next to it. A page that comes before all printed numbers is called `[1]`, `[2]` …,
 * as one cites what bears no number.
 */
export function pageLabels(given: readonly string[], printed: readonly (readonly Printed[])[]): string[] {
  const numbers = printed.map(withoutSeries);
  const sure = withoutStrays(numbers.map((all, page) => bestOf(all, page, numbers)));
  const labels = sure.map((label, page) => label?.text ?? between(sure, page) ?? (given[page] || null));
  const known = new Set(labels);
  return labels.map((label, page) => label ?? beside(sure, page) ?? unused(String(page + 1), known));
}

/** So many numbers that count on from one another are no page's: the years along a chart, the items of a list. */
const leastSeries = 3;

function withoutSeries(all: readonly Printed[]): Printed[] {
  const values = new Set(all.filter((label) => !label.roman).map(({ value }) => value));
  const countFrom = (value: number, way: 1 | -1): number => {
    let count = 0;
    while (values.has(value + count * way)) count++;
    return count;
  };
  return all.filter(({ value, roman }) => roman || countFrom(value, 1) + countFrom(value, -1) - 1 < leastSeries);
}

/** No year, and no single letter that may be anything. */
function isPlain({ text, value, roman }: Printed): boolean {
  return roman ? text.length > 1 : value < 1900 || value > 2100;
}

/** The number that most pages around agree with; in a paper of a page or two one that stands alone. */
function bestOf(all: readonly Printed[], page: number, printed: readonly (readonly Printed[])[]): Printed | null {
  let best: Printed | null = null;
  let most = 0;
  for (const label of all) {
    const count = agreeing(printed, page, label);
    if (count > most) [best, most] = [label, count];
  }
  return best ?? (printed.length <= maxFew ? (all.find((label) => label.alone && isPlain(label)) ?? null) : null);
}

/** How many of the pages within reach agree with a number. The nearest of them must be near. */
function agreeing(printed: readonly (readonly Printed[])[], page: number, label: Printed): number {
  let count = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let other = Math.max(0, page - wideReach); other <= page + wideReach; other++) {
    if (other === page || !printed[other]?.some((two) => agree(label, two, other - page))) continue;
    count++;
    nearest = Math.min(nearest, Math.abs(other - page));
  }
  return nearest <= reach ? count : 0;
}

/** Numbers that agree with neither of two neighbours, which agree with each other, are no pages' numbers. */
function withoutStrays(sure: readonly (Printed | null)[]): (Printed | null)[] {
  return sure.map((label, page) => {
    if (label === null) return null;
    for (let back = 1; back <= reach; back++)
      for (let on = 1; on <= reach; on++) {
        const [before, after] = [sure[page - back], sure[page + on]];
        if (before == null || after == null || !agree(before, after, back + on)) continue;
        if (!agree(before, label, back)) return null;
      }
    return label;
  });
}

function agree(first: Printed, two: Printed, pages: number): boolean {
  return first.roman === two.roman && two.value - first.value === pages;
}

/** The number of a page that bears none, between two that count over it. */
function between(sure: readonly (Printed | null)[], page: number): string | null {
  const before = sure.findLastIndex((label, index) => index < page && label !== null);
  const after = sure.findIndex((label, index) => index > page && label !== null);
  const [first, last] = [sure[before], sure[after]];
  if (first == null || last == null || !agree(first, last, after - before)) return null;
  return written(first, first.value + page - before);
}

/** The number that follows from the nearest printed one, where there is nothing else to go by. */
function beside(sure: readonly (Printed | null)[], page: number): string | null {
  const after = sure.findIndex((label, index) => index > page && label !== null);
  const next = sure[after];
  if (next != null && next.value - (after - page) >= 1) return written(next, next.value - (after - page));
  const before = sure.findLastIndex((label, index) => index < page && label !== null);
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
