import { type ColumnKeys, field, width } from "./claim-columns.ts";
import type { ClaimList } from "./claim-list.ts";
import type { NamedAttribute } from "./name-order.ts";

/** Where in the row of a claim or of a position the reference is. */
const offsets = { actor: field.actor, coder: field.coder, paper: field.paper, issue: 0, stance: 1 } as const;

/**
 * Which records of one kind each of many claims refers to, as small numbers side by side. To count or group 100,000
 * claims none of them need then be touched in memory, which takes ten times as long as all the rest.
 */
export class GroupIndex {
  /** Identifiers, each at its number; an empty one where a claim refers to none. */
  readonly keys: readonly string[];
  readonly #numbers: Uint32Array;
  /** Where the numbers of each claim end; null where each has one. */
  readonly #ends: Uint32Array | null;

  constructor({ keys }: ColumnKeys, numbers: Uint32Array, ends: Uint32Array | null) {
    this.keys = keys;
    this.#numbers = numbers;
    this.#ends = ends;
  }

  /** Calls back with each number of each of these claims, which are named by their places from 0. */
  each(places: Uint32Array, found: (number: number, place: number) => void): void {
    const [numbers, ends] = [this.#numbers, this.#ends];
    if (ends === null) for (const place of places) found(numbers[place] ?? 0, place);
    else
      for (const place of places) {
        const end = ends[place] ?? 0;
        for (let offset = place === 0 ? 0 : (ends[place - 1] ?? 0); offset < end; offset++)
          found(numbers[offset] ?? 0, place);
      }
  }
}

const remembered = new WeakMap<ClaimList, Map<NamedAttribute, GroupIndex>>();

/** What each claim of a list refers to. Remembered as long as the list is. */
export function groupIndexOf(list: ClaimList, by: NamedAttribute): GroupIndex {
  const known = remembered.get(list) ?? new Map<NamedAttribute, GroupIndex>();
  remembered.set(list, known);
  const index = known.get(by) ?? (by === "issue" || by === "stance" ? ofPositions(list, by) : ofRows(list, by));
  known.set(by, index);
  return index;
}

function ofRows(list: ClaimList, by: "actor" | "coder" | "paper"): GroupIndex {
  const numbers = new Uint32Array(list.length);
  list.eachColumns(({ rows, count }, start) => {
    for (let index = 0; index < count; index++) numbers[start + index] = rows[index * width.row + offsets[by]] ?? 0;
  });
  return new GroupIndex(list.shared, numbers, null);
}

/** The issues or stances of the positions of each claim, each once; none of a claim without positions. */
function ofPositions(list: ClaimList, by: "issue" | "stance"): GroupIndex {
  let most = 0;
  list.eachColumns(({ count, positions }) => {
    most += count + positions.length / width.position;
  });
  const [numbers, ends] = [new Uint32Array(most), new Uint32Array(list.length)];
  let length = 0;
  list.eachColumns(({ rows, positions, count }, start) => {
    let offset = 0;
    for (let index = 0; index < count; index++) {
      const first = length;
      for (const end = rows[index * width.row + field.positions] ?? 0; offset < end; offset += width.position) {
        const number = positions[offset + offsets[by]] ?? 0;
        if (!numbers.subarray(first, length).includes(number)) numbers[length++] = number;
      }
      if (length === first) numbers[length++] = 0;
      ends[start + index] = length;
    }
  });
  return new GroupIndex(list.shared, numbers.slice(0, length), ends);
}
