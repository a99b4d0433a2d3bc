import { expect, test } from "vitest";
import { withoutFalseArtifacts } from "./false-artifacts.ts";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines } from "./fixtures/read-pages.ts";

/** Which lines are artifacts, of a page 600 high whose lines are all called so. */
const called = (prints: readonly Print[], isFollowed = true): string[] =>
  withoutFalseArtifacts(
    linesFrom(prints).map((line) => ({ ...line, artifact: true })),
    600,
    isFollowed,
  ).flatMap((line) => (line.artifact ? [line.text] : []));

const foot: Print = { text: "Published by the council of the islands", x: 50, y: 30 };
const sign: Print = { text: "(17)", x: 300, y: 350 };

test("lines of prose within a page are no artifacts, nor is what is among them", () => {
  expect(called([...downFrom(400, proseLines(3)), sign, foot])).toEqual([foot.text]);
});

test("a line alone and labels may be", () => {
  expect(called([...downFrom(400, proseLines(1)), sign, foot])).toHaveLength(3);
  expect(called([...downFrom(400, ["Port", "North", "South"]), sign])).toHaveLength(4);
});

test("where the tags are not followed, nothing within the page is one", () => {
  expect(called([sign, foot], false)).toEqual([foot.text]);
});
