import { expect, test } from "vitest";
import { withoutFurniture } from "./page-furniture.ts";
import { importText } from "./text.ts";

const page = (number: number, ...words: string[]): string =>
  `\nRFC 9999               Water               June 2021\n\n${words.join("\n")}\n\n\nSmith          Informational          [Page ${number}]\n`;

const paper = [
  page(1, "The board has decided that the", "tariff of the town will rise, and"),
  page(2, "that farmers pay no more than", "before.", "", "Nobody spoke."),
  page(3, "The end of it", "came in May."),
].join("\f");

test("lines that head and foot each page are left out, reported, and cut no sentence", () => {
  const { content } = importText(paper, { warnings: [], lines: null });
  expect(content.text.split("\n")).toEqual([
    "The board has decided that the tariff of the town will rise, and that farmers pay no more than before.",
    "Nobody spoke.",
    "The end of it came in May.",
  ]);
  expect(content.warnings.map(({ key }) => key)).toEqual(["import.furnitureLeftOut"]);
});

test.each([
  ["two pages are too few", `${page(1, "a", "b")}\f${page(2, "c", "d")}`],
  ["pages of a line each have no other words", "Page 1\fPage 2\fPage 3\fPage 4"],
  ["pages that begin and end with their own words", "a\nb\nc\fd\ne\nf\fg\nh\ni"],
])("%s", (_, text) => {
  expect(withoutFurniture(text)).toEqual({ pages: text.split("\f"), hasFurniture: false });
});
