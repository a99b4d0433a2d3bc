import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { apply } from "../change/change.ts";
import { isModified, movedSection, type ReportDraft, readDraft, templateOf } from "./draft.ts";
import { builtIn, newSection, ReportTemplate, saveTemplate } from "./template.ts";

const own = ReportTemplate.parse({ name: "Weekly", title: "T", sections: [{ kind: "summary" }] });
const library = apply(libraryOf([]), { edits: saveTemplate(libraryOf([]), own) });

test.each([
  ["nothing kept", null, { name: "Brief", edited: {} }],
  ["no JSON", "{", { name: "Brief", edited: {} }],
  ["another kind of value", JSON.stringify({ name: 7 }), { name: "Brief", edited: {} }],
  [
    "a template that is none",
    JSON.stringify({ name: "Weekly", edited: { Weekly: { x: 1 } } }),
    { name: "Weekly", edited: {} },
  ],
  ["a draft", JSON.stringify({ name: "Weekly", edited: { Weekly: own } }), { name: "Weekly", edited: { Weekly: own } }],
])("a draft is read from %s", (_name, kept, draft) => {
  expect(readDraft(kept)).toEqual(draft);
});

const drafts: readonly (readonly [string, ReportDraft, ReportTemplate | undefined, boolean])[] = [
  ["as the library has it", { name: "weekly", edited: {} }, own, false],
  ["edited", { name: "Weekly", edited: { Weekly: { ...own, title: "U" } } }, { ...own, title: "U" }, true],
  ["edited and edited back", { name: "Weekly", edited: { Weekly: { ...own } } }, own, false],
  ["of a name that is gone", { name: "Gone", edited: {} }, builtIn[0], false],
  ["edited, of a name that is gone", { name: "Gone", edited: { Gone: own } }, own, true],
];

test.each(drafts)("the template of a draft %s", (_name, draft, template, edited) => {
  expect(templateOf(draft, library)).toEqual(template);
  expect(isModified(draft, library)).toBe(edited);
});

test.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
  [0, -1, "abc"],
  [2, 3, "abc"],
  [9, 0, "abc"],
])("the section at %i moved to %i", (from, to, order) => {
  const sections = ["a", "b", "c"].map((heading) => ({ ...newSection("summary"), heading }));
  expect(
    movedSection(sections, from, to)
      .map(({ heading }) => heading)
      .join(""),
  ).toBe(order);
});
