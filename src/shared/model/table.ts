/** Records by identifier. */
export type Table<Value> = Readonly<Record<string, Value>>;

/**
 * The record of a key that somebody typed; undefined where there is none, also for words that every object knows
 * (`constructor`).
 */
export function lookUp<Value>(table: Table<Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
