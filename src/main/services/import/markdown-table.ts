/** The cells of a table's line as it is written, `\|` for a bar inside of one; GFM 0.29, 4.10. */
export function splitRow(line: string): string[] {
  const cells = line
    .replace(/^[\s>]*/, "")
    .trimEnd()
    .split(/(?<!\\)\|/);
  if (cells[0]?.trim() === "") cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  return cells.map((cell) => cell.replaceAll("\\|", "|"));
}
