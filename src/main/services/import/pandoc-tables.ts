import type MarkdownIt from "markdown-it";
import { dashedAt } from "./dashed-tables.ts";
import { gridAt } from "./grid-tables.ts";

type Parser = InstanceType<typeof MarkdownIt>;

/**
 * Tables whose columns are where dashes are (Pandoc User's Guide: `simple_tables`, `multiline_tables`, `grid_tables`):
 * with a header over the dashes or with dashes only, rows of one line each, or of several with an empty line between,
 * or each in a frame. Where words cross from one column into the next, the lines stay what they are in other Markdown.
 */
export function pandocTables(parser: Parser): void {
  parser.block.ruler.before("table", "pandoc_table", (state, line, end, silent) => {
    if (state.level > 0) return false;
    const lines = { at: (n: number) => state.src.slice(state.bMarks[n], state.eMarks[n]).trimEnd(), end };
    const table = gridAt(lines, line) ?? dashedAt(lines, line);
    if (table === null) return false;
    if (silent) return true;
    const add = (type: string, nesting: 1 | -1): void => {
      state.push(type, "", nesting);
    };
    const addRow = (cells: readonly string[], kind: "th" | "td"): void => {
      add("tr_open", 1);
      for (const text of cells) {
        add(`${kind}_open`, 1);
        Object.assign(state.push("inline", "", 0), { content: text, children: [] });
        add(`${kind}_close`, -1);
      }
      add("tr_close", -1);
    };
    add("table_open", 1);
    add("thead_open", 1);
    if (table.header !== null) addRow(table.header, "th");
    add("thead_close", -1);
    for (const row of table.rows) addRow(row, "td");
    add("table_close", -1);
    state.line = table.next;
    return true;
  });
}
