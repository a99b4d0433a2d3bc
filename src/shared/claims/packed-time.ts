/**
 * A moment (ISO 8601, UTC) as a number. The two usual forms are in the order of their texts: with milliseconds
 * (`…:05.000Z`, twice the milliseconds since 1970) and without (`…:05Z`, which as a text is after all of that second).
 * Any other has the negative of a number of its own.
 */
export function packTime(time: string, numberOf: (time: string) => number): number {
  const milliseconds = Date.parse(time);
  const packed = time.length === 20 ? 2 * (milliseconds + 999) + 1 : 2 * milliseconds;
  return milliseconds >= 0 && printUsual(packed) === time ? packed : -numberOf(time);
}

/** The moment that was packed; `keys` are those with a number of their own. */
export function printTime(packed: number, keys: readonly string[]): string {
  return packed < 0 ? (keys[-packed] ?? "") : printUsual(packed);
}

function printUsual(packed: number): string {
  const text = new Date(Math.floor(packed / 2)).toISOString();
  return packed % 2 === 0 ? text : `${text.slice(0, 19)}Z`;
}
