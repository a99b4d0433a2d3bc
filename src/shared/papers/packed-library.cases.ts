import { ofPaper, onShelves } from "../model/by-paper.ts";
import type { Library } from "../model/library.ts";
import { packRecords, unpackRecords } from "./packed-records.ts";

/** The same library with its records packed, as a window has them. */
export function withPackedRecords(library: Library): Library {
  const packed = Object.keys(library.papers).map((paper) => {
    const tables = { annotations: ofPaper(library.annotations, paper), positions: ofPaper(library.positions, paper) };
    const { head, columns } = packRecords(tables);
    return [paper, unpackRecords(head, () => columns)] as const;
  });
  return {
    ...library,
    annotations: onShelves(packed.map(([paper, { annotations }]) => [paper, annotations] as const)),
    positions: onShelves(packed.map(([paper, { positions }]) => [paper, positions] as const)),
  };
}
