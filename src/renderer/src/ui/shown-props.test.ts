import { expect, test } from "vitest";
import { shownProps } from "./shown-props.ts";

const hidden = "report\u202efdp.exe";
const shown = "report⟨U+202E⟩fdp.exe";

test.each([
  ["text of an element", "li", { children: hidden }, { children: shown }],
  ["one of several children", "li", { children: ["a", hidden, 3, null] }, { children: ["a", shown, 3, null] }],
  ["children in children", "li", { children: [["a", hidden]] }, { children: [["a", shown]] }],
  ["what is read aloud", "button", { "aria-label": hidden, title: hidden }, { "aria-label": shown, title: shown }],
  [
    "the name of an option, not its value",
    "option",
    { value: hidden, children: hidden },
    { value: hidden, children: shown },
  ],
])("%s", (_what, type, props, expected) => {
  expect(shownProps(type, props)).toEqual(expected);
});

test.each([
  ["values of fields", "input", { value: hidden, name: hidden }],
  ["what a component is given", () => null, { name: hidden, children: hidden }],
  ["plain words, with the same list of children", "li", { children: ["a", "b"], title: "c" }],
])("%s stay as they are", (_what, type, props) => {
  expect(shownProps(type, props)).toBe(props);
});
