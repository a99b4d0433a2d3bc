import { expect, test } from "vitest";
import { type TreeNode, treeRows } from "./codebook-tree.ts";
import { type EntrySort, nextSort, sortEntries } from "./sort-entries.ts";

const node = (id: string, parent: string | null, name: string): TreeNode => ({ id, parent, name, archived: false });
const nodes = [node("a", null, "Water"), node("b", "a", "Zone 10"), node("c", "a", "zone 9"), node("d", null, "Air")];
const counts = new Map([
  ["a", { direct: 1, all: 9 }],
  ["b", { direct: 3, all: 3 }],
  ["c", { direct: 5, all: 5 }],
  ["d", { direct: 2, all: 2 }],
]);

test.each<readonly [EntrySort, string]>([
  [null, "abcd"],
  [{ by: "name", down: false }, "dacb"],
  [{ by: "name", down: true }, "abcd"],
  [{ by: "direct", down: true }, "dacb"],
  [{ by: "total", down: true }, "acbd"],
  [{ by: "total", down: false }, "dabc"],
])("sorted by %j, each branch for itself", (sort, order) => {
  const rows = treeRows(sortEntries(nodes, counts, sort), { closed: new Set(), archived: false, words: "" });
  expect(rows.map(({ id }) => id).join("")).toBe(order);
});

test("a click sorts, the next one turns round, a third one gives the order of the codebook back", () => {
  const clicks = (by: "name" | "direct"): EntrySort[] => {
    const first = nextSort(null, by);
    const second = nextSort(first, by);
    return [first, second, nextSort(second, by)];
  };
  expect(clicks("name")).toEqual([{ by: "name", down: false }, { by: "name", down: true }, null]);
  expect(clicks("direct")).toEqual([{ by: "direct", down: true }, { by: "direct", down: false }, null]);
  expect(nextSort({ by: "name", down: true }, "total")).toEqual({ by: "total", down: true });
});
