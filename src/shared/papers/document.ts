import { type DOMOutputSpec, type Mark as MarkOfDoc, type Node, type NodeSpec, Schema } from "prosemirror-model";
import type { Block, Mark, PaperContent } from "../model/content.ts";
import { pageGroups } from "../model/page-map.ts";

const textBlock = (tag: string, className = ""): NodeSpec => ({
  content: "text*",
  group: "block",
  attrs: { dir: { default: "ltr" }, start: { default: 0 } },
  toDOM: (node): DOMOutputSpec => [
    tag,
    { dir: String(node.attrs.dir), ...(className === "" ? {} : { class: className }) },
    0,
  ],
});

const simpleMark = (tag: string) => ({ toDOM: (): DOMOutputSpec => [tag, 0] });

/** The document of the reader: `doc > page+ > block+`. Read-only; links keep only schemes that `LinkTarget` allows. */
export const schema = new Schema({
  nodes: {
    doc: { content: "page+" },
    page: {
      content: "block+",
      attrs: { label: { default: "" } },
      toDOM: (node) => [
        "section",
        { class: "page", "aria-label": `Page ${String(node.attrs.label)}`, "data-label": String(node.attrs.label) },
        0,
      ],
    },
    paragraph: textBlock("p"),
    continued: textBlock("p", "continued"),
    heading: {
      ...textBlock("h2"),
      attrs: { dir: { default: "ltr" }, start: { default: 0 }, level: { default: 2 } },
      toDOM: (node) => [`h${Number(node.attrs.level)}`, { dir: String(node.attrs.dir) }, 0],
    },
    list: { content: "item+", group: "block", toDOM: () => ["ul", { class: "list" }, 0] },
    item: {
      content: "text*",
      attrs: { dir: { default: "ltr" }, start: { default: 0 }, depth: { default: 0 }, marker: { default: "•" } },
      toDOM: (node) => [
        "li",
        {
          dir: String(node.attrs.dir),
          class: `depth-${Number(node.attrs.depth)}`,
          "data-marker": String(node.attrs.marker),
        },
        0,
      ],
    },
    quotation: textBlock("blockquote"),
    code_block: textBlock("pre"),
    caption: textBlock("p", "caption"),
    footnote: {
      ...textBlock("p"),
      attrs: { dir: { default: "ltr" }, start: { default: 0 }, label: { default: "" } },
      toDOM: (node) => [
        "p",
        { class: "footnote", dir: String(node.attrs.dir), "data-marker": String(node.attrs.label) },
        0,
      ],
    },
    table: {
      content: "row+",
      group: "block",
      // The columns of a paper keep their order, whichever direction the window reads.
      attrs: { dir: { default: "ltr" } },
      toDOM: (node) => ["table", { dir: String(node.attrs.dir) }, ["tbody", 0]],
    },
    row: { content: "cell+", toDOM: () => ["tr", 0] },
    cell: {
      content: "text*",
      attrs: { start: { default: 0 }, header: { default: false } },
      toDOM: (node) => [node.attrs.header === true ? "th" : "td", 0],
    },
    text: {},
  },
  marks: {
    bold: simpleMark("strong"),
    italic: simpleMark("em"),
    code: simpleMark("code"),
    strike: simpleMark("s"),
    superscript: simpleMark("sup"),
    // Words that were recognised in a picture and may be wrong; the window says how sure they are.
    doubtful: {
      attrs: { confidence: { default: null, validate: "number|null" } },
      toDOM: (): DOMOutputSpec => ["span", { class: "doubtful" }, 0],
    },
    link: {
      attrs: { href: { default: "", validate: "string" } },
      toDOM: (mark) => ["a", { href: String(mark.attrs.href), rel: "noopener noreferrer" }, 0],
    },
  },
});

/**
 * Where each stretch of canonical text is in the document: offsets in UTF-16 units, positions as ProseMirror counts.
 */
export type PositionMap = Readonly<{ posAt: (offset: number) => number; offsetAt: (pos: number) => number }>;

/** A paper's words as the reader's document. */
export function paperToDoc(content: PaperContent): Node {
  const pages = pageGroups(content).map(({ page, blocks }) =>
    schema.node("page", { label: content.pages[page]?.label ?? "" }, nodesOf(content.text, blocks)),
  );
  return schema.node("doc", null, pages.length > 0 ? pages : [schema.node("page", null, [schema.node("paragraph")])]);
}

/**
 * The way between offsets of the canonical text and positions in the document, both ways; what lies between blocks goes
 * to the nearer edge.
 */
export function positionMap(doc: Node): PositionMap {
  const parts: { start: number; end: number; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const start = Number(node.attrs.start);
    parts.push({ start, end: start + node.content.size, pos: pos + 1 });
    return false;
  });
  const last = <Value>(
    test: (part: { start: number; end: number; pos: number }) => boolean,
    use: (part: { start: number; end: number; pos: number }) => Value,
    empty: Value,
  ): Value => {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const part = parts[middle];
      if (part !== undefined && test(part)) low = middle + 1;
      else high = middle;
    }
    const part = parts[Math.max(0, low - 1)];
    return part === undefined ? empty : use(part);
  };
  return {
    posAt: (offset) =>
      last(
        (part) => part.start <= offset,
        (part) => part.pos + Math.max(0, Math.min(offset, part.end) - part.start),
        0,
      ),
    offsetAt: (pos) =>
      last(
        (part) => part.pos <= pos,
        (part) => part.start + Math.max(0, Math.min(pos - part.pos, part.end - part.start)),
        0,
      ),
  };
}

function nodesOf(text: string, blocks: readonly Block[]): Node[] {
  const nodes: Node[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== "listItem") {
      if (block !== undefined) nodes.push(nodeOf(text, block));
      continue;
    }
    const items: Node[] = [];
    for (let item = blocks[i]; item?.kind === "listItem"; item = blocks[++i])
      items.push(
        schema.node(
          "item",
          { dir: item.direction, start: item.start, depth: Math.min(item.depth, 8), marker: item.marker },
          runs(text, item.marks, item.start, item.end),
        ),
      );
    i--;
    nodes.push(schema.node("list", null, items));
  }
  return nodes;
}

function nodeOf(text: string, block: Exclude<Block, { kind: "listItem" }>): Node {
  const inner = runs(text, block.marks, block.start, block.end);
  const attrs = { dir: block.direction, start: block.start };
  switch (block.kind) {
    case "paragraph":
      return schema.node(block.continues ? "continued" : "paragraph", attrs, inner);
    case "heading":
      return schema.node("heading", { ...attrs, level: block.level }, inner);
    case "footnote":
      return schema.node("footnote", { ...attrs, label: block.label }, inner);
    case "table":
      return schema.node(
        "table",
        { dir: block.direction },
        block.rows.map((row) =>
          schema.node(
            "row",
            null,
            row.map((cell) =>
              schema.node(
                "cell",
                { start: cell.start, header: cell.header },
                runs(text, block.marks, cell.start, cell.end),
              ),
            ),
          ),
        ),
      );
    case "code":
      return schema.node("code_block", attrs, inner);
    default:
      return schema.node(block.kind, attrs, inner);
  }
}

function runs(text: string, marks: readonly Mark[], start: number, end: number): Node[] {
  const cuts = new Set([start, end]);
  for (const mark of marks)
    for (const offset of [mark.start, mark.end]) if (offset > start && offset < end) cuts.add(offset);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? end;
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    // Of two links over the same words the later one counts.
    const kinds = over.reduce<readonly MarkOfDoc[]>(
      (set, mark) => schema.mark(mark.kind, attributesOf(mark)).addToSet(set),
      [],
    );
    return from < to ? [schema.text(text.slice(from, to), kinds)] : [];
  });
}

function attributesOf(mark: Mark): Readonly<Record<string, unknown>> | null {
  if (mark.kind === "link") return { href: mark.href };
  return mark.kind === "doubtful" ? { confidence: mark.confidence ?? null } : null;
}
