import type { Box } from "../../pdfium/module.ts";

/** How far rules that meet may be apart, and those of one line, in points. */
const near = 2.5;
/** Most rules of a page that are looked at once those of one line are joined. */
const mostRules = 600;
/** Most columns and rows. */
const mostLines = 200;

/** A rule along one axis: `at` on the other. */
type Rule = { at: number; from: number; to: number };

/** Rules that meet: the xs and ys (rising) at which they are, and which of them bound a slot. */
export type Lattice = Readonly<{
  xs: readonly number[];
  ys: readonly number[];
  across: readonly Rule[];
  down: readonly Rule[];
}>;

/** The grids that rules draw on a page: at least two columns and two rows each. */
export function latticesOf(rules: readonly Box[]): Lattice[] {
  const across = joined(rules.filter(([x0, , x1]) => x1 > x0).map(([x0, y0, x1]) => ({ at: y0, from: x0, to: x1 })));
  const down = joined(rules.filter(([x0, , x1]) => x1 === x0).map(([x0, y0, , y1]) => ({ at: x0, from: y0, to: y1 })));
  if (across.length < 3 || down.length < 1 || across.length + down.length > mostRules) return [];
  const groups: { across: Set<Rule>; down: Set<Rule> }[] = [];
  for (const rule of down) {
    const met = across.filter((other) => meets(other, rule));
    const own = groups.filter((group) => met.some((other) => group.across.has(other)));
    const whole = { across: new Set(met), down: new Set([rule]) };
    for (const group of own) {
      for (const other of group.across) whole.across.add(other);
      for (const other of group.down) whole.down.add(other);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(whole);
  }
  return groups.flatMap((group) => latticeOf([...group.across], [...group.down]) ?? []);
}

function latticeOf(across: readonly Rule[], down: readonly Rule[]): Lattice | null {
  // Many tables have no rules at their sides.
  const sides = [Math.min(...across.map(({ from }) => from)), Math.max(...across.map(({ to }) => to))];
  const xs = apart([...down.map(({ at }) => at), ...sides]);
  const ys = apart(across.map(({ at }) => at));
  if (xs.length < 3 || ys.length < 3 || xs.length > mostLines || ys.length > mostLines) return null;
  return { xs, ys, across, down };
}

function meets(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - near &&
    down.at <= across.to + near &&
    across.at >= down.from - near &&
    across.at <= down.to + near
  );
}

/** Rules with those joined that go on from one another, or are the two sides of one. */
function joined(rules: readonly Rule[]): Rule[] {
  const whole: Rule[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    let own: Rule | undefined;
    for (let n = whole.length - 1; n >= 0 && own === undefined; n--) {
      const other = whole[n];
      if (other === undefined || rule.at - other.at > near) break;
      if (rule.from <= other.to + near && rule.to >= other.from - near) own = other;
    }
    if (own === undefined) whole.push({ ...rule });
    else {
      own.from = Math.min(own.from, rule.from);
      own.to = Math.max(own.to, rule.to);
    }
  }
  return whole;
}

/** Values in their order, of those close together the first. */
function apart(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (kept.length === 0 || value - (kept.at(-1) ?? value) > near) kept.push(value);
  return kept;
}

/** The slot of a lattice at a place, by column and row from the bottom left; null outside of it. */
export function slotAt({ xs, ys }: Lattice, x: number, y: number): readonly [number, number] | null {
  const column = xs.findLastIndex((edge) => edge <= x);
  const row = ys.findLastIndex((edge) => edge <= y);
  return column < 0 || row < 0 || column >= xs.length - 1 || row >= ys.length - 1 ? null : [column, row];
}

/** The slot at the top left of the cell that a slot is in: no rule parts slots of one cell. */
export function cellAt(lattice: Lattice, [column, row]: readonly [number, number]): readonly [number, number] {
  const { xs, ys, across, down } = lattice;
  const middle = (edges: readonly number[], n: number): number => ((edges[n] ?? 0) + (edges[n + 1] ?? 0)) / 2;
  const isRuled = (rules: readonly Rule[], at: number, other: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= other && rule.to >= other);
  let [left, top] = [column, row];
  while (left > 0 && !isRuled(down, xs[left] ?? 0, middle(ys, row))) left--;
  while (top < ys.length - 2 && !isRuled(across, ys[top + 1] ?? 0, middle(xs, column))) top++;
  return [left, top];
}

/** The xs (rising) at which a rule runs down through a height. */
export function edgesAt({ down }: Lattice, y: number): number[] {
  return down.flatMap((rule) => (rule.from < y && rule.to > y ? [rule.at] : [])).sort((a, b) => a - b);
}
