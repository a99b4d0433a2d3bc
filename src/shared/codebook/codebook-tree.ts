import type { Library } from "../model/library.ts";
import { plainWords } from "../text/words.ts";
import type { EntryKind } from "./entries.ts";
import { stanceScale } from "./stance-scale.ts";
import { childrenOf } from "./tree.ts";

/**
 * The codebook as trees that are walked, searched and rearranged: issues by parent, actors by what they belong to,
 * stances flat.
 */

/** An entry of any of these trees; `parent` is null at the root. */
export type TreeNode = Readonly<{ id: string; parent: string | null; name: string; archived: boolean }>;

/**
 * A line of a tree as it is drawn (WAI-ARIA, "tree"): `level`, `at` and `of` count from 1; `open` is null where there
 * is nothing under it.
 */
export type TreeRow = Readonly<{
  id: string;
  parent: string | null;
  name: string;
  level: number;
  at: number;
  of: number;
  open: boolean | null;
  archived: boolean;
}>;

/** Where to put an entry: as child number `index` of `parent`, counted without the entry itself. */
export type TreePlace = Readonly<{ parent: string | null; index: number }>;
/** A step that a key takes an entry. */
export type Step = "up" | "down" | "in" | "out";
/** Where on another entry one is dropped. */
export type Drop = "before" | "inside" | "after";

/** All entries of a kind, siblings in their order. */
export function treeNodes(library: Library, kind: EntryKind): readonly TreeNode[] {
  if (kind === "issue") {
    const { issues } = library;
    return [...childrenOf(issues).values()].flat();
  }
  if (kind === "stance")
    return stanceScale(library.stances).map(({ id, name }) => ({ id, name, parent: null, archived: false }));
  return Object.values(library.actors)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name, parent }) => ({ id, name, parent, archived: false }));
}

type Shown = Readonly<{ closed: ReadonlySet<string>; archived: boolean; words: string }>;

/**
 * The lines to draw, parents before children. With words, only entries whose name contains them, and their parents, all
 * of it open.
 */
export function treeRows(nodes: readonly TreeNode[], { closed, archived, words }: Shown): TreeRow[] {
  const wanted = plainWords(words);
  const children = Map.groupBy(
    nodes.filter((node) => archived || !node.archived),
    (node) => node.parent,
  );
  const fits = (node: TreeNode): boolean =>
    plainWords(node.name).includes(wanted) || (children.get(node.id) ?? []).some(fits);
  const walk = (parent: string | null, level: number): TreeRow[] => {
    const siblings = (children.get(parent) ?? []).filter((node) => wanted === "" || fits(node));
    return siblings.flatMap((node, index): TreeRow[] => {
      const under = children.has(node.id) && (wanted === "" || (children.get(node.id) ?? []).some(fits));
      const open = under ? wanted !== "" || !closed.has(node.id) : null;
      const row = { ...plain(node), level, at: index + 1, of: siblings.length, open };
      return [row, ...(open === true ? walk(node.id, level + 1) : [])];
    });
  };
  return walk(null, 1);
}

const plain = ({ id, parent, name, archived }: TreeNode): TreeNode => ({ id, parent, name, archived });

/**
 * Where one step by a key takes an entry: before the sibling above, after the one below, under the one above, or out of
 * its parent, after it. Only siblings that are shown count. Null where there is no such place.
 */
export function placeOfStep(
  nodes: readonly TreeNode[],
  rows: readonly TreeRow[],
  id: string,
  step: Step,
): TreePlace | null {
  const row = rows.find((row) => row.id === id);
  if (row === undefined) return null;
  const shown = rows.filter((sibling) => sibling.parent === row.parent && sibling.level === row.level);
  const index = shown.findIndex((sibling) => sibling.id === id);
  const [above, below] = [shown[index - 1], shown[index + 1]];
  if (step === "up") return above === undefined ? null : placeOfDrop(nodes, id, above.id, "before");
  if (step === "down") return below === undefined ? null : placeOfDrop(nodes, id, below.id, "after");
  if (step === "in") return above === undefined ? null : placeOfDrop(nodes, id, above.id, "inside");
  return row.parent === null ? null : placeOfDrop(nodes, id, row.parent, "after");
}

/**
 * Where an entry goes that is dropped on another: before it, last under it, or after it. Null when it would be under
 * itself.
 */
export function placeOfDrop(nodes: readonly TreeNode[], id: string, target: string, where: Drop): TreePlace | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const onto = byId.get(target);
  if (onto === undefined || target === id) return null;
  for (let node: TreeNode | undefined = onto; node !== undefined; node = byId.get(node.parent ?? ""))
    if (node.id === id) return null;
  const parent = where === "inside" ? target : onto.parent;
  const siblings = nodes.filter((node) => node.parent === parent && node.id !== id);
  if (where === "inside") return { parent, index: siblings.length };
  return { parent, index: siblings.findIndex((node) => node.id === target) + (where === "after" ? 1 : 0) };
}

/**
 * Where a new entry goes that is made at another: right after it, or last under it. With nothing chosen, last of all.
 */
export function placeOfNew(nodes: readonly TreeNode[], selected: string | null, under: boolean): TreePlace {
  const node = nodes.find((node) => node.id === selected);
  const parent = node === undefined ? null : under ? node.id : node.parent;
  const siblings = nodes.filter((node) => node.parent === parent);
  const index =
    under || node === undefined ? siblings.length : siblings.findIndex((sibling) => sibling.id === selected) + 1;
  return { parent, index };
}

/** The number of rows from the top after which a new entry is named, and the level it will have. */
export function lineOfNew(
  rows: readonly TreeRow[],
  selected: string | null,
  under: boolean,
): { behind: number; level: number } {
  const index = rows.findIndex((row) => row.id === selected);
  const row = rows[index];
  if (row === undefined) return { behind: rows.length, level: 1 };
  const next = rows.findIndex((later, place) => place > index && later.level <= row.level);
  return { behind: next < 0 ? rows.length : next, level: row.level + (under ? 1 : 0) };
}
