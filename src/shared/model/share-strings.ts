/** Longer than an identifier or a moment; longer words seldom occur twice. */
const longest = 40;

/**
 * Make equal short strings of records that were just read one string. JSON gives each its own, and ten of the fifteen
 * strings of a claim are identifiers that occur elsewhere too: a third of a library's memory (`bench/store.ts`).
 */
export function shareStrings(tables: readonly Readonly<Record<string, object>>[]): void {
  const known = new Map<string, string>();
  for (const table of tables)
    for (const [key, record] of Object.entries(table)) {
      known.set(key, key);
      for (const name in record) {
        const value: unknown = Reflect.get(record, name);
        if (typeof value !== "string" || value.length > longest) continue;
        const same = known.get(value);
        if (same === undefined) known.set(value, value);
        else Reflect.set(record, name, same);
      }
    }
}
