/** Records by identifier. */
export type Table<Value> = Readonly<Record<string, Value>>;
