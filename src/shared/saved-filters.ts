import { z } from "zod";
import type { Edit } from "./edit.ts";
import { Filter } from "./model/filter.ts";
import type { Setting } from "./model/setting.ts";
import type { Table } from "./model/table.ts";

/** Filters that readers keep by name, in the settings of the library so that every window and coder has them. */
export const SavedFilter = z.strictObject({ name: z.string().min(1).max(200), filter: Filter });
export type SavedFilter = Readonly<{ name: string; filter: Filter }>;

const key = "filters";
const List = z.array(SavedFilter);

/** The saved filters by name. A setting that cannot be read counts as none. */
export function savedFilters(settings: Table<Setting>): readonly SavedFilter[] {
  const parsed = List.safeParse(settings[key]?.value);
  return parsed.success ? parsed.data : [];
}

/** Keep a filter under a name, instead of the one that had it. */
export function saveFilter(settings: Table<Setting>, name: string, filter: Filter): Edit[] {
  const others = savedFilters(settings).filter((one) => one.name !== name);
  const list = [...others, { name, filter }].sort((a, b) => a.name.localeCompare(b.name));
  return [put(settings, list)];
}

export function removeFilter(settings: Table<Setting>, name: string): Edit[] {
  return [
    put(
      settings,
      savedFilters(settings).filter((one) => one.name !== name),
    ),
  ];
}

/** Let saved filters name what took the place of merged records. Empty when none of them is concerned. */
export function renameInFilters(settings: Table<Setting>, replaced: ReadonlyMap<string, string>): Edit[] {
  const before = savedFilters(settings);
  const after = before.map((one) => ({ ...one, filter: renamed(one.filter, replaced) }));
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [put(settings, after)];
}

function renamed(filter: Filter, replaced: ReadonlyMap<string, string>): Filter {
  if ("all" in filter) return { all: filter.all.map((one) => renamed(one, replaced)) };
  if ("any" in filter) return { any: filter.any.map((one) => renamed(one, replaced)) };
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

function put(settings: Table<Setting>, list: readonly SavedFilter[]): Edit {
  const value: unknown = JSON.parse(JSON.stringify(list));
  return { table: "settings", from: settings[key] ?? null, to: { key, value: z.json().parse(value) } };
}
