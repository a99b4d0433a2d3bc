import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { withoutTwins } from "./twins.ts";

const stamp = { text: "signed", x: 50, y: 100 };

test.each([
  ["at the same place", { ...stamp }, 1],
  ["as a shadow", { ...stamp, x: 50.8, y: 99.2 }, 1],
  ["beside it", { ...stamp, x: 90 }, 2],
  ["under it", { ...stamp, y: 88 }, 2],
  ["in other words", { ...stamp, text: "sealed" }, 2],
])("words printed again %s", (_, again, count) => {
  expect(withoutTwins(linesFrom([stamp, again]))).toHaveLength(count);
});
