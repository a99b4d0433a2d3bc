import { showHiddenMarks } from "../messages/hidden-marks.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";

/** Tables whose records hold nothing but identifiers, numbers and words that name or describe. */
const named = ["papers", "issues", "stances", "actors", "coders"] as const;

/**
 * The library with all names, titles and file names as they are shown to people: characters that change direction or
 * hide text are written out. Notes and quotes stay as they are. For files that people read; what is read back by
 * programs takes the library itself.
 */
export function withShownNames(library: Library): Library {
  const tables = named.map((name) => [name, shown(library[name])] as const);
  if (tables.every(([name, table]) => table === library[name])) return library;
  return { ...library, ...Object.fromEntries(tables) };
}

/** A paper's title, authors and other details as they are shown to people. */
export function withShownDetails(paper: Paper): Paper {
  return shown(paper);
}

/** A value with every text in it as it is shown; the same value where nothing is hidden. */
function shown<Value>(value: Value): Value {
  if (typeof value === "string") return showHiddenMarks(value) as Value;
  if (Array.isArray(value)) {
    const items = value.map(shown);
    return (items.every((item, index) => item === value[index]) ? value : items) as Value;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inner, shown(inner)] as const);
  if (entries.every(([, before, after]) => before === after)) return value;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after])) as Value;
}
