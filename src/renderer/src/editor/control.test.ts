import { afterEach, expect, test } from "vitest";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { selectAnnotation, useReading } from "../state/reading.ts";
import { type Caret, controlOf } from "./control.ts";
import { highlightOf } from "./highlights.cases.ts";

const text = "One is said. Two is said. Three is said.\nFour is said.";
const content: PaperContent = {
  text,
  blocks: [
    { kind: "paragraph", start: 0, end: 40, page: 0, continues: false, direction: "ltr", marks: [] },
    { kind: "paragraph", start: 41, end: text.length, page: 0, continues: false, direction: "ltr", marks: [] },
  ],
  pages: [],
  warnings: [],
};
const claim = highlightOf([13, 40]);
const { id } = claim;

/** What is selected after the caret was at an offset with the claim on "Two is said. Three is said." selected. */
function selectedAfter(from: number, act: (control: ReturnType<typeof controlOf>) => void): AnnotationId | null {
  let head = from;
  const caret: Caret = {
    focus: () => undefined,
    ends: () => ({ anchor: head, head }),
    select: ({ end }) => {
      head = end;
    },
    move: (offset) => {
      head = offset;
    },
    show: () => undefined,
    at: () => null,
    under: () => [],
    box: () => new DOMRect(),
  };
  selectAnnotation(claim.id);
  act(controlOf(caret, content, [claim]));
  return useReading.getState().selected;
}

afterEach(() => selectAnnotation(null));

test.each([
  [
    "the next sentence within the claim",
    13,
    (control: ReturnType<typeof controlOf>) => control.move("sentence", 1),
    id,
  ],
  ["a sentence beyond it", 26, (control: ReturnType<typeof controlOf>) => control.move("sentence", 1), null],
  ["a sentence before it", 13, (control: ReturnType<typeof controlOf>) => control.move("sentence", -1), null],
  ["the end of the paper", 13, (control: ReturnType<typeof controlOf>) => control.toEnd(1, false), null],
  ["a paragraph without claims", 13, (control: ReturnType<typeof controlOf>) => control.unmarked(1), null],
] as const)("a claim is selected until the caret leaves it: %s", (_name, from, act, selected) => {
  expect(selectedAfter(from, act)).toBe(selected);
});
