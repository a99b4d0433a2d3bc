/**
 * What `JSON.stringify` gives of an object, in pieces, so that other work goes on between two of them: objects in it
 * come entry by entry.
 */
export function* jsonPieces(object: object): Generator<string> {
  let start = "{";
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${start}${JSON.stringify(key)}:`;
    if (isTable(value)) yield* tablePieces(Object.entries(value));
    else yield JSON.stringify(value);
    start = ",";
  }
  yield start === "{" ? "{}" : "}";
}

/** The JSON of a table, each entry a piece of its own. */
export function* tablePieces(entries: Iterable<readonly [key: string, value: unknown]>): Generator<string> {
  let start = "{";
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    yield `${start}${JSON.stringify(key)}:${JSON.stringify(value)}`;
    start = ",";
  }
  yield start === "{" ? "{}" : "}";
}

function isTable(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !("toJSON" in value);
}
