import { expect, test } from "vitest";
import { pageLabels } from "./page-labels.ts";

/** `3`, `xii`: a number printed on a page; `` for none; `2/40`: two numbers. */
const printed = (pages: string) =>
  pages.split(" ").map((page) =>
    page
      .split("/")
      .filter((text) => text !== "" && text !== "-")
      .map((text) => ({
        text,
        value: /^\d/.test(text) ? Number(text) : ["i", "ii", "iii", "iv", "v", "vi"].indexOf(text) + 1,
        roman: !/^\d/.test(text),
        alone: true,
      })),
  );

test.each([
  ["nothing printed, nothing given", "- - -", ",,", "1 2 3"],
  ["what the PDF says", "- - -", "A-1,A-2,A-3", "A-1 A-2 A-3"],
  ["what is printed, against the PDF", "7 8 9", "1,2,3", "7 8 9"],
  ["roman, then Arabic from one", "i ii iii 1 2 3", ",,,,,", "i ii iii 1 2 3"],
  ["a page without a number between two", "4 - 6 7", ",,,", "4 5 6 7"],
  ["pages before the first number", "- - 1 2 3", ",,,,", "[1] [2] 1 2 3"],
  ["a first page that leaves its number out", "- 2 3 4", ",,,", "1 2 3 4"],
  ["pages after the last number", "5 6 7 - -", ",,,,", "5 6 7 8 9"],
  ["page 2 of 40", "1/40 2/40 3/40", ",,", "1 2 3"],
  ["a year that is on every page", "2019 2019 2019", ",,", "1 2 3"],
  ["a lone number that fits nothing", "- 88 - -", ",,,", "1 2 3 4"],
  ["two tables on pages that leave their numbers to others", "7 8 1/9 2 11 12", ",,,,,", "7 8 9 10 11 12"],
  ["numbers of tables that agree with each other", "7 8 1 2 11 12", ",,,,,", "7 8 9 10 11 12"],
  ["years along charts, from right to left and up", "- 2018/2019/2020/2021 2021/2020/2019/2018 -", ",,,", "1 2 3 4"],
  ["a page's number beside the years of a chart", "6 7/2018/2019/2020 8/2019/2020/2021", ",,", "6 7 8"],
  ["one page", "447", "", "447"],
  ["two pages, one of them without a number", "- 63", ",", "62 63"],
  ["one page with a year", "2019", "", "1"],
  ["a half-title between roman and Arabic", "v vi - 1 2", ",,,,", "v vi vii 1 2"],
])("%s", (_name, pages, given, labels) => {
  expect(pageLabels(given.split(","), printed(pages)).join(" ")).toBe(labels);
});
