import { expect, test } from "vitest";
import { splitRow } from "./markdown-table.ts";

// GFM 0.29, 4.10: bars at both ends are left out as they please, and `\|` is a bar inside of a cell.
test.each<[string, readonly string[]]>([
  ["| a | b |", [" a ", " b "]],
  ["a | b", ["a ", " b"]],
  ["|a|b|", ["a", "b"]],
  ["| a | b", [" a ", " b"]],
  ["a | b |  ", ["a ", " b "]],
  ["  | a |", [" a "]],
  ["> | a | b |", [" a ", " b "]],
  ["| a \\| b | c |", [" a | b ", " c "]],
  ["| a || c |", [" a ", "", " c "]],
  ["| a |  | c |", [" a ", "  ", " c "]],
  ["||", [""]],
  ["|", []],
  ["", []],
  ["word", ["word"]],
  ["| `a\\|b` |", [" `a|b` "]],
])("%j has the cells %j", (line, cells) => {
  expect(splitRow(line)).toEqual(cells);
});
