import { Edit } from "../../../shared/change/edit.ts";
import type { CoderId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";

/** The edit that makes whoever works known to the library before their first change; none when they are known. */
export function coderEdits(library: Library, edits: readonly Edit[], id: CoderId, name: string): Edit[] {
  if (edits.some((edit) => edit.table === "coders" && edit.to?.id === id)) return [];
  if (Object.hasOwn(library.coders, id)) return [];
  return [Edit.parse({ table: "coders", from: null, to: { id, name } })];
}
