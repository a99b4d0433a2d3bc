import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { allOf } from "./fixtures/lines.ts";
import { withLeftOutSpaces } from "./left-out-spaces.ts";

/**
 * A line of letters five points wide. A space is 2.5 points wide and in the file; `_` is a gap of `gap` points that
 * nothing stands for, `.` one of `loose` points. A line end of PDFium's follows.
 */
function line(text: string, gap = 2.1, loose = 1.5): PageChars {
  const chars = new PageChars(text.length + 1);
  chars.begin({ size: 10, bold: false, italic: false, font: "Serif", turn: 0, content: -1, origin: [50, 100] });
  let x = 50;
  for (const sign of text) {
    if (sign === "_") x += gap;
    else if (sign === ".") x += loose;
    else {
      const width = sign === " " ? 2.5 : 5;
      const k = chars.add(sign.codePointAt(0) ?? 0, { generated: false, hyphen: false });
      chars.place(k, x, 98, x + width, 108);
      x += width;
    }
  }
  const end = chars.add(10, { generated: true, hyphen: false });
  chars.place(end, x, 98, x, 108);
  return chars;
}

function read(chars: PageChars): string {
  const inLine = allOf(chars).filter((k) => chars.code(k) !== 10);
  return withLeftOutSpaces(chars, inLine)
    .map((k) => chars.text(k))
    .join("");
}

test("a gap as wide as the spaces of its line is a space", () => {
  expect(read(line("in force to the extent_specified in it"))).toBe("in force to the extent specified in it");
  expect(read(line("after the vote,_the law is in_force at once"))).toBe("after the vote, the law is in force at once");
});

test.each<[string, PageChars, string]>([
  ["narrow", line("in force to the extent_specified in it", 0.8), "in force to the extentspecified in it"],
  [
    "one of many in letters spaced out",
    line("in force to the ex_t.e.nt sp.ecified"),
    "in force to the extent specified",
  ],
  ["in a line with few spaces", line("the extent_specified in it"), "the extentspecified in it"],
  ["after a single letter", line("one or two in a paper x_ray and no more"), "one or two in a paper xray and no more"],
  ["before a single letter", line("one or two in a paper ray_x and no more"), "one or two in a paper rayx and no more"],
  ["between figures", line("a sum of no more than 12_000 in all"), "a sum of no more than 12000 in all"],
])("a gap that is %s is none", (_, chars, text) => {
  expect(read(chars)).toBe(text);
});

test("a gap half as wide as the spaces is one where no letters of the line are apart, and else none", () => {
  const text = "and the Chair was standing firm_to the rules";
  expect(read(line(text, 1.4))).toBe("and the Chair was standing firm to the rules");
  expect(read(line(text, 1.1))).toBe("and the Chair was standing firmto the rules");
  expect(read(line(text.replace("standing", "stand.ing"), 1.4, 0.6))).toBe(
    "and the Chair was standing firmto the rules",
  );
});
