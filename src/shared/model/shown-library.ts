import { printLabel, type SpokenLanguage } from "../messages/message.ts";
import type { Stance } from "./codebook.ts";
import type { Library } from "./library.ts";
import { stanceLabel } from "./stance-name.ts";
import type { Table } from "./table.ts";

const libraries = new Map<string, WeakMap<Library, Library>>();
const scales = new Map<string, WeakMap<Table<Stance>, Table<Stance>>>();

/**
 * A library as it is shown and printed: its stances have the names they are shown under. Only to be read: edits are
 * made of the stored records. The same library gives the same result, so that nothing is computed again.
 */
export function shownLibrary(library: Library, language: SpokenLanguage): Library {
  return remembered(libraries, language, library, () => {
    const stances = remembered(scales, language, library.stances, () => shownScale(library.stances, language));
    return stances === library.stances ? library : { ...library, stances };
  });
}

/** The table itself where every name is shown as it is stored. */
function shownScale(stances: Table<Stance>, language: SpokenLanguage): Table<Stance> {
  const shown = Object.entries(stances).map(([id, stance]) => {
    const label = stanceLabel(stance);
    const name = typeof label === "string" ? label : printLabel(label, language);
    return [id, name === stance.name ? stance : { ...stance, name }] as const;
  });
  return shown.every(([id, stance]) => stance === stances[id]) ? stances : Object.fromEntries(shown);
}

function remembered<Value extends object>(
  caches: Map<string, WeakMap<Value, Value>>,
  { locale }: SpokenLanguage,
  value: Value,
  make: () => Value,
): Value {
  const cache = caches.get(locale) ?? new WeakMap<Value, Value>();
  caches.set(locale, cache);
  const known = cache.get(value) ?? make();
  cache.set(value, known);
  return known;
}
