import fc from "fast-check";
import { ids } from "../fixtures/sample-library.cases.ts";
import type { Condition, Filter } from "../model/filter.ts";

const pick = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const range = <Value>(...values: Value[]) =>
  fc.oneof(fc.record({ from: pick(...values), to: pick(...values) }, { requiredKeys: [] }), fc.constant(null));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    words: fc.oneof(pick("ever", "water AND", "harbour board", '"harbour bo', "w words", "OR", "a:b"), fc.string()),
  }),
  fc
    .record({
      position: fc.record(
        {
          issue: pick("Water", "Quality\\/taste", ids.root, "Wat er", "("),
          alone: fc.constant(true as const),
          stance: pick("supports", "+", "−", "no such", "", "none", "no stance"),
          strength: range(1, 2, 3),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ position: { alone, ...rest } }) => ({
      position: alone === undefined || rest.issue === undefined ? rest : { ...rest, alone },
    })),
  fc.record(
    { actor: pick("HB", "", 'so "called"\\', "none"), members: fc.constant(true as const) },
    { requiredKeys: ["actor"] },
  ),
  fc.record({ coder: pick("Ada", "Bea") }),
  fc.record({ certainty: range(1, 4, 5) }),
  fc.record({ reliability: range("A" as const, "F" as const) }),
  fc.record({ credibility: range(1, 6) }),
  fc.record({ created: range("2026", "2026-01", "2026-01-02", "2027") }),
  fc.record({ published: range("2025") }),
  fc.record({ paper: pick("A paper", "another") }),
  fc.record({ tag: pick("urgent", "") }),
  fc.record({ collection: pick("North") }),
  fc.record({ version: pick("newest" as const, "earlier" as const, "all" as const) }),
  fc.record({ kind: pick("claim" as const, "note" as const) }),
  fc.record({ relation: pick("any" as const, "supports" as const, "contradicts" as const) }),
);

/** Any filter over the sample library of the tests. */
export const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc.record({ all: fc.array(tie("filter"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("filter"), { maxLength: 3 }) }),
    fc.record({ not: tie("filter") }),
  ),
})).filter;
