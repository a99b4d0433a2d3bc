import { expect, test } from "vitest";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { Filter } from "../model/filter.ts";
import type { Library } from "../model/library.ts";
import { apply } from "./change.ts";
import type { Edit } from "./edit.ts";
import { removeFilter, renameInFilters, savedFilters, saveFilter } from "./saved-filters.ts";

const words = (text: string): Filter => ({ words: text });
const shown = (library: Library): string[] =>
  savedFilters(library.settings).map(({ name, filter }) => `${name} ${JSON.stringify(filter)}`);
const after = (library: Library, edits: readonly Edit[]): Library => apply(library, { edits });

const two = [
  ["b", words("2")],
  ["A", words("1")],
] as const;
const library = two.reduce(
  (state, [name, filter]) => after(state, saveFilter(state.settings, name, filter)),
  sampleLibrary(),
);

test("filters are kept in the order of their names, one for each name", () => {
  expect(shown(library)).toEqual(['A {"words":"1"}', 'b {"words":"2"}']);
  expect(shown(after(library, saveFilter(library.settings, "b", words("3"))))[1]).toBe('b {"words":"3"}');
  expect(shown(after(library, removeFilter(library.settings, "A")))).toEqual(['b {"words":"2"}']);
  expect(shown(after(library, removeFilter(library.settings, "no such")))).toEqual(shown(library));
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["no list", { name: "x" }],
  ["a list of something else", [1, null, { name: "" }, { name: "x", filter: { colour: "red" } }]],
])("of %s nothing is read, and filters can be kept beside it", (_what, value) => {
  const settings = value === undefined ? {} : { filters: { key: "filters", value: value as string } };
  const odd = { ...library, settings };
  expect(savedFilters(odd.settings)).toEqual([]);
  expect(shown(after(odd, saveFilter(odd.settings, "new", words("n"))))).toEqual(['new {"words":"n"}']);
});

test("a filter that this version cannot read is left out alone, and not lost when another is kept", () => {
  const newer = { name: "newer", filter: { mood: "grim" } };
  const value = [{ name: "old", filter: { words: "o" } }, newer];
  const mixed = { ...library, settings: { filters: { key: "filters", value } } };
  expect(shown(mixed)).toEqual(['old {"words":"o"}']);
  const kept = after(mixed, saveFilter(mixed.settings, "new", words("n")));
  expect(kept.settings.filters?.value).toContainEqual(newer);
  expect(shown(kept)).toHaveLength(2);
  expect(after(mixed, removeFilter(mixed.settings, "newer")).settings.filters?.value).not.toContainEqual(newer);
});

test.each<[Filter, Filter]>([
  [
    { actor: ids.actor, members: true },
    { actor: "new", members: true },
  ],
  [
    { position: { issue: ids.child, alone: true, strength: null } },
    { position: { issue: "new", alone: true, strength: null } },
  ],
  [
    { all: [{ any: [{ not: { position: { stance: ids.root } } }] }] },
    { all: [{ any: [{ not: { position: { stance: "new" } } }] }] },
  ],
])("what took the place of a merged record is named in %j", (filter, expected) => {
  const kept = after(library, saveFilter(library.settings, "f", filter));
  const replaced = new Map<string, string>([ids.actor, ids.child, ids.root].map((id) => [id, "new"]));
  const renamed = after(kept, renameInFilters(kept.settings, replaced));
  expect(savedFilters(renamed.settings).find((filter) => filter.name === "f")?.filter).toEqual(expected);
});

test("filters that name nothing of what was merged are left as they are", () => {
  const filters: Filter[] = [{ words: ids.actor }, { paper: ids.actor }, { coder: ids.actor }, { kind: "note" }];
  const kept = after(library, saveFilter(library.settings, "f", { all: filters }));
  expect(renameInFilters(kept.settings, new Map([[ids.actor, "new"]]))).toEqual([]);
});
