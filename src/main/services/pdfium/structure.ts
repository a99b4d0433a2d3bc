import { hotCalls, type Pdfium, plainName, withScratch } from "./module.ts";

/** A block of a tagged page: what its author's program says it is. `id` tells blocks of one page apart. */
export type Tag = Readonly<{
  id: number;
  kind: "paragraph" | "heading" | "listItem" | "caption" | "footnote" | "quotation" | "code" | "cell";
  /** Of a heading, 1 to 6; how deep a list item lies, from 0; else 0. */
  level: number;
  /** A mark before the words of a list item or a note. */
  label: boolean;
  /** Of a cell: table, row and whether it heads its row or column. */
  table: number;
  row: number;
  header: boolean;
}>;

/** Standard structure types (ISO 32000-1, 14.8.4) that make a block, with ours. */
const kinds: ReadonlyMap<string, Tag["kind"]> = new Map([
  ["P", "paragraph"],
  ["H", "heading"],
  ["Title", "heading"],
  ["LI", "listItem"],
  ["Caption", "caption"],
  ["Note", "footnote"],
  ["FENote", "footnote"],
  ["BlockQuote", "quotation"],
  ["Code", "code"],
  ["TH", "cell"],
  ["TD", "cell"],
  ["TOCI", "paragraph"],
]);

/** Deeper trees are not followed: they are damage or malice. */
const maxDepth = 60;
const maxElements = 50_000;
/** Bytes for the name of a type; no standard one is longer than 30 letters. */
const maxTypeBytes = 128;

/** What an element of the structure tree lies in: the block, and how many lists and sections it is deep. */
export type EnclosingTags = Readonly<{ tag: Tag | null; lists: number; sections: number; table: number; row: number }>;

/** What the elements at the top of the tree lie in. */
export const outermost: EnclosingTags = { tag: null, lists: 0, sections: 0, table: 0, row: 0 };

/** The block of each marked content of a page, by the content's identifier. Empty for pages without tags. */
export function readStructure(pdfium: Pdfium, page: number): ReadonlyMap<number, Tag> {
  const tags = new Map<number, Tag>();
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return tags;
  const hot = hotCalls(pdfium);
  let ids = 0;
  const walk = (element: number, around: EnclosingTags, depth: number, scratch: number): void => {
    if (element === 0 || depth > maxDepth || ids > maxElements) return;
    const length = hot.FPDF_StructElement_GetType(element, scratch, maxTypeBytes);
    const type = length > maxTypeBytes ? "" : plainName(pdfium, scratch, length);
    const inner = within(type, around, ++ids);
    const count = hot.FPDF_StructElement_CountChildren(element);
    for (let n = 0; n < count; n++) {
      const content = hot.FPDF_StructElement_GetChildMarkedContentID(element, n);
      if (content >= 0) {
        if (inner.tag !== null) tags.set(content, inner.tag);
      } else walk(hot.FPDF_StructElement_GetChildAtIndex(element, n), inner, depth + 1, scratch);
    }
  };
  try {
    const count = pdfium.FPDF_StructTree_CountChildren(tree);
    withScratch(pdfium, maxTypeBytes, (scratch) => {
      for (let n = 0; n < count; n++) walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n), outermost, 0, scratch);
    });
  } finally {
    pdfium.FPDF_StructTree_Close(tree);
  }
  return tags;
}

/**
 * What an element makes of what it lies in. `type` is a standard one; `id` tells elements of a page apart, in their
 * order.
 */
export function within(type: string, around: EnclosingTags, id: number): EnclosingTags {
  if (type === "Sect") return { ...around, sections: around.sections + 1 };
  if (type === "L") return { ...around, tag: null, lists: around.lists + 1 };
  if (type === "Table") return { ...around, tag: null, table: id };
  if (type === "TR") return { ...around, row: id };
  if (type === "Lbl" && around.tag !== null) return { ...around, tag: { ...around.tag, label: true } };
  const kind = /^H[1-6]$/.test(type) ? "heading" : kinds.get(type);
  if (kind === undefined || staysIn(around.tag, kind)) return around;
  const level = kind === "heading" ? levelOf(type, around) : kind === "listItem" ? Math.max(0, around.lists - 1) : 0;
  const { table, row } = around;
  return { ...around, tag: { id, kind, level, label: false, table, row, header: type === "TH" } };
}

/** A paragraph in a list item, a note, a caption or a cell is part of it. */
function staysIn(tag: Tag | null, kind: Tag["kind"]): boolean {
  return tag !== null && tag.kind !== "paragraph" && (kind === "paragraph" || (tag.kind === "cell" && kind !== "cell"));
}

function levelOf(type: string, around: EnclosingTags): number {
  if (type === "Title") return 1;
  return type === "H" ? Math.min(6, Math.max(1, around.sections)) : Number(type[1]);
}
