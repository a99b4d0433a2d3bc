import { z } from "zod";
import { Filter } from "../model/filter.ts";
import type { Setting } from "../model/setting.ts";
import type { Table } from "../model/table.ts";
import type { Edit } from "./edit.ts";

/** Filters that readers keep by name, in the settings of the library so that every window and coder has them. */
export const SavedFilter = z.strictObject({ name: z.string().min(1).max(200), filter: Filter });
export type SavedFilter = Readonly<{ name: string; filter: Filter }>;

const key = "filters";

/** The saved filters by name. What cannot be read, since a later version wrote it, is left out. */
export function savedFilters(settings: Table<Setting>): readonly SavedFilter[] {
  return entriesOf(settings).flatMap((entry) => SavedFilter.safeParse(entry).data ?? []);
}

/** All that is kept, also what this version cannot read. */
function entriesOf(settings: Table<Setting>): readonly unknown[] {
  const value: unknown = settings[key]?.value;
  return Array.isArray(value) ? value : [];
}

function nameOf(entry: unknown): string {
  const named = z.looseObject({ name: z.string() }).safeParse(entry);
  return named.success ? named.data.name : "";
}

/** Keep a filter under a name, instead of the one that had it. */
export function saveFilter(settings: Table<Setting>, name: string, filter: Filter): Edit[] {
  const others = entriesOf(settings).filter((entry) => nameOf(entry) !== name);
  const list = [...others, { name, filter }].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return [put(settings, list)];
}

/** Forget the filter of a name; the others stay as they are. */
export function removeFilter(settings: Table<Setting>, name: string): Edit[] {
  return [
    put(
      settings,
      entriesOf(settings).filter((entry) => nameOf(entry) !== name),
    ),
  ];
}

/** Let saved filters name what took the place of merged records. Empty when none of them is concerned. */
export function renameInFilters(settings: Table<Setting>, replaced: ReadonlyMap<string, string>): Edit[] {
  const before = entriesOf(settings);
  const after = before.map((filter) => {
    const { data } = SavedFilter.safeParse(filter);
    return data === undefined ? filter : { ...data, filter: renamed(data.filter, replaced) };
  });
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [put(settings, after)];
}

function renamed(filter: Filter, replaced: ReadonlyMap<string, string>): Filter {
  if ("all" in filter) return { all: filter.all.map((filter) => renamed(filter, replaced)) };
  if ("any" in filter) return { any: filter.any.map((filter) => renamed(filter, replaced)) };
  if ("not" in filter) return { not: renamed(filter.not, replaced) };
  if ("actor" in filter) return { ...filter, actor: replaced.get(filter.actor) ?? filter.actor };
  if (!("position" in filter)) return filter;
  const { issue, stance } = filter.position;
  return {
    position: {
      ...filter.position,
      ...(issue === undefined ? {} : { issue: replaced.get(issue) ?? issue }),
      ...(stance === undefined ? {} : { stance: replaced.get(stance) ?? stance }),
    },
  };
}

function put(settings: Table<Setting>, list: readonly unknown[]): Edit {
  const value: unknown = JSON.parse(JSON.stringify(list));
  return { table: "settings", from: settings[key] ?? null, to: { key, value: z.json().parse(value) } };
}
