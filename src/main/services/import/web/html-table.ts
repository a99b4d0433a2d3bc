import type { Run } from "../builder.ts";
import { attribute, type Element, elementsIn, isElement, textIn } from "./tree.ts";

type Cells = Readonly<{ cells: readonly (Run & { header: boolean })[]; nodes: readonly Element[] }>;

/** Columns and rows that one cell may cover; HTML allows 1,000 and 65,534, which no table that people read has. */
const maxColumns = 100;
const maxRows = 1000;

/**
 * Rows with an empty cell wherever a cell of another column or row reaches, so that columns stay in line. Empty cells
 * that only fill the end of a row are left out.
 */
export function spread(rows: readonly Cells[]): (Run & { header: boolean })[][] {
  /** For each column, how many more rows a cell above covers. */
  const covered: number[] = [];
  return rows.map(({ cells, nodes }) => {
    const row: (Run & { header: boolean })[] = [];
    const fill = (): void => {
      for (let column = row.length; (covered[column] ?? 0) > 0; column++) {
        covered[column] = (covered[column] ?? 0) - 1;
        row.push(empty);
      }
    };
    for (const [index, cell] of cells.entries()) {
      fill();
      const node = nodes[index];
      const columns = spanOf(node, "colspan", maxColumns);
      const down = spanOf(node, "rowspan", maxRows);
      for (let extra = 0; extra < columns; extra++) {
        if (down > 1) covered[row.length] = down - 1;
        row.push(extra === 0 ? cell : empty);
      }
    }
    fill();
    while (row.length > 1 && row.at(-1) === empty) row.pop();
    return row;
  });
}

const empty: Run & { header: boolean } = { text: "", marks: [], header: false };

function spanOf(node: Element | undefined, name: string, most: number): number {
  const stated = node === undefined ? null : attribute(node, name);
  const span = stated === null ? 1 : Number.parseInt(stated, 10);
  return Number.isFinite(span) ? Math.max(1, Math.min(most, span)) : 1;
}

const heads = new Set(["th", "caption", "thead", "col", "colgroup"]);
const large = new Set(["table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "article", "hr"]);
/** UTF-16 units of a cell that nobody would print as one. */
const maxCell = 2000;

/**
 * Whether a table only arranges the page, as old pages and mail do: it says so, or has cells that hold headings, lists,
 * other tables or long text, without any head of its own.
 */
export function isLayout(table: Element): boolean {
  if (/^(presentation|none)$/.test(attribute(table, "role") ?? "")) return true;
  const direct: Element[] = [];
  const cells = new Set<unknown>();
  const look = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      direct.push(node);
      if (/^(td|th)$/.test(node.tagName)) cells.add(node);
      else if (/^(tr|thead|tbody|tfoot)$/.test(node.tagName)) look(node);
    }
  };
  look(table);
  if (direct.some(({ tagName }) => heads.has(tagName))) return false;
  return direct.some(
    (cell) =>
      cells.has(cell) && (textIn(cell).length > maxCell || elementsIn(cell).some(({ tagName }) => large.has(tagName))),
  );
}
