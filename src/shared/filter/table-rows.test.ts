import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { claimAttributes } from "../claims/attributes.ts";
import { claimList } from "../claims/claim-list.ts";
import { allCoded, type Coded } from "../claims/claims.ts";
import { type Grouping, groupings } from "../claims/groups.ts";
import { tableLines } from "../claims/lines.ts";
import { orderOf } from "../claims/name-order.ts";
import { referredTo } from "../claims/references.cases.ts";
import { orderClaims, type Sorting, sortings } from "../claims/sorting.ts";
import { quoteOf } from "../model/annotation.ts";
import type { Query } from "../model/query.ts";
import { withPackedRecords } from "../papers/packed-library.cases.ts";
import { anyFilter } from "./filter.cases.ts";
import { filterClaims, inOrder } from "./filter-result.ts";
import { listFinder } from "./list-finder.ts";
import { matches, testOf } from "./query.ts";

const quotes = ["Fares rise with fuel", "No village pays", "رسوم الميناء", "港口费 for all", "The fuel is dear"];
const library = libraryOf(
  Array.from({ length: 60 }, (_, index) => ({
    actor: index % 4 === 0 ? null : (["Harbour Board", "council", "Ägir"][index % 3] ?? ""),
    issues: [[], ["Water/Fares +"], ["Water -", "Roads ."], ["Roads ?"]][(index * 7) % 4] ?? [],
    paper: `${["B", "a", "C"][(index * 5) % 3]} paper`,
    quote: quotes[index % 5] ?? "",
    at: [(index * 13) % 90, ((index * 13) % 90) + 5] as const,
    ...(index % 3 === 0 ? {} : { certainty: 1 + (index % 5) }),
  })),
);
const coded = allCoded(library);
const list = claimList(withPackedRecords(library));

/** Rows as a plain look at each claim gives them: identifiers of claims, and keys of groups after a sign. */
function plainRows(query: Query, sorting: Sorting, down: boolean, grouping: Grouping): string[] {
  const sorted = plainlySorted(coded.filter(matches(library, query)), sorting, down);
  if (grouping === "none") return sorted.map(({ annotation }) => annotation.id);
  const order = orderOf(library, grouping);
  const rank = (key: string): number => (key === "" ? Infinity : (order.get(key) ?? 0));
  const keys = [...new Set(sorted.flatMap((claim) => referredTo(claim, grouping)))];
  return keys
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((key) => [
      `# ${key}`,
      ...sorted.flatMap((claim) => (referredTo(claim, grouping).includes(key) ? [claim.annotation.id] : [])),
    ]);
}

function plainlySorted(claims: readonly Coded[], sorting: Sorting, down: boolean): readonly Coded[] {
  if (sorting === "place") return down ? claims.toReversed() : claims;
  const { sort } = claimAttributes[sorting];
  const facts = sort?.by === "facts" ? sort.keyOf(library) : () => null;
  const keyOf = (claim: Coded) => (sort?.by === "quote" ? sort.keyOf(quoteOf(claim.annotation.passage)) : facts(claim));
  return claims.toSorted((first, second) => {
    const [a, b] = [keyOf(first), keyOf(second)];
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a < b ? -1 : 1) * (down ? -1 : 1);
  });
}

const text = fc.constantFrom(
  "f",
  "fu",
  "fuel",
  "board",
  "roads fares",
  "港口",
  '"with fuel"',
  '"e fuel i"',
  "الميناء",
  "x",
);
const query = fc.record({ text, where: anyFilter }, { requiredKeys: [] });

test("rows that are filtered, sorted and grouped are those that a plain look at each claim gives", () => {
  const [sorting, grouping] = [fc.constantFrom(...sortings), fc.constantFrom(...groupings)];
  fc.assert(
    fc.property(query, sorting, fc.boolean(), grouping, (query, sorting, down, by) => {
      const left = filterClaims(list, testOf(library, query, listFinder(list)));
      const places = inOrder(left, orderClaims(library, list, sorting, down));
      const lines = tableLines({ library, list, places, by, closed: new Set() });
      const rows = Array.from({ length: lines.length }, (_, index) => {
        const line = lines.at(index);
        return line?.kind === "claim" ? line.coded.annotation.id : `# ${line?.key}`;
      });
      expect(rows).toEqual(plainRows(query, sorting, down, by));
    }),
    { numRuns: 400 },
  );
});
