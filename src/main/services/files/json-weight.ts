/** How many values a JSON may hold: some 600 MB when read. */
export const heaviest = 10_000_000;

/** Above this many bytes a JSON is weighed before it is read. */
const light = 4 * 1024 * 1024;

const signs = new Set(Array.from("[{,:", (sign) => sign.charCodeAt(0)));

/**
 * Whether a JSON would take more memory than a program has. Three bytes of it can become sixty in memory, and a reader
 * of JSON that runs out of memory ends the whole program, so the values are counted first: by the signs that part them.
 * Long strings weigh little.
 */
export function isTooHeavy(json: Uint8Array, most = heaviest): boolean {
  if (json.length <= Math.min(light, most)) return false;
  let count = 0;
  for (const byte of json) if (signs.has(byte) && ++count > most) return true;
  return false;
}
