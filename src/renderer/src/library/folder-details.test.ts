import { expect, test } from "vitest";
import { detailsBy, tryPattern } from "./folder-details.ts";

const names = ["Lind - 2021 - Harbour dues.txt", "gate.txt"];

test.each([
  ["{author} - {date} - {title}", "Lind - 2021 - Harbour dues.txt: Harbour dues · Lind · 2021", 1, null],
  ["{title}", "Lind - 2021 - Harbour dues.txt: Lind - 2021 - Harbour dues", 2, null],
  ["{date}", null, 0, null],
  ["{titel}", null, 0, expect.stringContaining("is not a pattern of file names")],
  ["", null, 0, expect.stringContaining("is not a pattern of file names")],
])("the pattern %j", (pattern, example, fits, why) => {
  expect(tryPattern(pattern, names)).toEqual({ example, fits, why });
});

test("details come from where they are wanted from; a wrong pattern finds none", () => {
  const tables = [{ name: "a.csv", read: () => ({ title: "The gates" }) }];
  expect(detailsBy("file", "{title}", tables)("a/gate.txt")).toEqual({});
  expect(detailsBy("names", "{title}", tables)("a/gate.txt")).toEqual({ title: "gate" });
  expect(detailsBy("names", "{titel}", tables)("a/gate.txt")).toEqual({});
  expect(detailsBy("table", "{title}", tables)("a/gate.txt")).toEqual({ title: "The gates" });
});
