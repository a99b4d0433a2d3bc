import { zipSync } from "fflate";

/** An archive of these files, in this order. All have the same time, so that the same files give the same bytes. */
export function packZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}
