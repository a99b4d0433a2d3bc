import type { Block } from "../../../shared/model/content.ts";
import { shown } from "./typst.ts";

/** A block that is an item of a list. */
export type ListItem = Extract<Block, { kind: "listItem" }>;
type Node = { item: ListItem; body: string; children: Node[] };

/** How a numbered item is written: the pattern Typst numbers by, and which number it is. */
type Number = Readonly<{ pattern: string; value: number }>;

/**
 * Items that follow each other as one list, deeper items inside the item before them. `bodyOf` gives an item's mark-up.
 */
export function listMarkup(items: readonly ListItem[], bodyOf: (item: ListItem) => string): string {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const item of items) {
    while (open.length > 0 && (open.at(-1)?.item.depth ?? 0) >= item.depth) open.pop();
    const node: Node = { item, body: bodyOf(item), children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return lists(top);
}

function lists(nodes: readonly Node[]): string {
  const groups: Node[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && kindOf(last[0].item) === kindOf(node.item)) last.push(node);
    else groups.push([node]);
  }
  return groups.map(listOf).join("\n");
}

function listOf(nodes: readonly Node[]): string {
  const first = nodes[0]?.item;
  const turned = first?.direction === "rtl" ? "#set text(dir: rtl)\n" : "";
  const body = ({ body, children }: Node): string => `[${body}${children.length === 0 ? "" : `\n${lists(children)}`}]`;
  const number = first === undefined ? null : listNumber(first);
  if (number === null) {
    const marker = `marker: [${shown(first?.marker ?? "•")}]`;
    return `#[${turned}#list(tight: false, spacing: 0.85em, ${marker}, ${nodes.map(body).join(", ")})]`;
  }
  const items = nodes.map((node) => `enum.item(${listNumber(node.item)?.value ?? 1})${body(node)}`);
  return `#[${turned}#enum(tight: false, spacing: 0.85em, numbering: ${JSON.stringify(number.pattern)}, ${items.join(", ")})]`;
}

function kindOf(item: ListItem): string {
  return listNumber(item)?.pattern ?? `bullet ${item.marker}`;
}

/** `3.`, `(3)`, `c)` as numbers; null for bullets and for whatever is not counted so. */
export function listNumber({ ordered, marker }: Pick<ListItem, "ordered" | "marker">): Number | null {
  const [, before, sign, after] = /^(\(?)(\d{1,6}|[a-z]|[A-Z])([.)]?)$/.exec(marker.trim()) ?? [];
  if (!ordered || sign === undefined) return null;
  if (/\d/.test(sign)) return { pattern: `${before}1${after}`, value: Number(sign) };
  const lower = sign === sign.toLowerCase();
  return { pattern: `${before}${lower ? "a" : "A"}${after}`, value: sign.toLowerCase().charCodeAt(0) - 96 };
}
