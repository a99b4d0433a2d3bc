import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { printLabel } from "../messages/message.ts";
import { inUrdu } from "../messages/urdu.ts";
import type { Library } from "../model/library.ts";
import type { Setting } from "../model/setting.ts";
import { sectionName } from "./sections.ts";
import {
  builtIn,
  isSaved,
  newSection,
  ReportSection,
  ReportTemplate,
  removeTemplate,
  SectionKind,
  saveTemplate,
  templateLabel,
  templateNamed,
  templatesOf,
} from "./template.ts";

const empty = libraryOf([]);
const template = (name: string, part: object = {}): ReportTemplate =>
  ReportTemplate.parse({ name, sections: [], ...part });
const saved = (library: Library, ...names: readonly string[]): Library =>
  names.reduce((before, name) => apply(before, { edits: saveTemplate(before, template(name)) }), library);
const namesOf = (library: Library): string[] => templatesOf(library).map(({ name }) => name);

test("the brief template has no appendix; the other has every section once but free text", () => {
  const [brief, everything] = builtIn.map(({ sections }) => sections.map(({ kind }) => kind));
  expect(brief).toEqual(["summary", "matrix", "issues", "contradictions", "notes", "method", "bibliography"]);
  expect([...(everything ?? []), "text"].sort()).toEqual([...SectionKind.options].sort());
});

test.each(SectionKind.options)("a new section %s is a whole one, with its usual heading", (kind) => {
  const section = newSection(kind);
  expect(ReportSection.parse(section)).toEqual(section);
  expect(section.heading).toBeNull();
  expect(sectionName(kind) === "").toBe(kind === "text");
});

test.each([
  ["matrix", { chart: true }],
  ["contradictions", { most: 20 }],
  ["timeline", { unit: "year", lanes: "actor" }],
  ["network", { tie: "subtract" }],
  ["ach", { id: "" }],
  ["text", { text: "" }],
] as const)("a new section %s begins with %j", (kind, part) => {
  expect(newSection(kind)).toEqual({ kind, heading: null, ...part });
});

test.each([
  [{ kind: "contradictions", most: 0 }],
  [{ kind: "contradictions", most: 1001 }],
  [{ kind: "text" }],
  [{ kind: "timeline", unit: "decade" }],
  [{ kind: "summary", extra: 1 }],
  [{ kind: "summary", heading: "x".repeat(301) }],
])("%j is no section", (section) => {
  expect(ReportSection.safeParse(section).success).toBe(false);
});

test("templates of the library come first, by name, and take the place of a built-in one of that name", () => {
  expect(namesOf(saved(empty, "Weekly", "annual"))).toEqual(["annual", "Weekly", "Brief", "Everything"]);
  expect(namesOf(saved(empty, "EVERYTHING"))).toEqual(["EVERYTHING", "Brief"]);
});

test("settings of another kind, and templates of a later version, are skipped", () => {
  const setting = (key: string, value: Setting["value"]): Edit => ({
    table: "settings",
    from: null,
    to: { key, value },
  });
  const edits = [
    setting("report.later", { name: "Later", sections: [{ kind: "hologram" }] }),
    setting("reader.report", template("No report")),
  ];
  expect(namesOf(apply(empty, { edits }))).toEqual(["Brief", "Everything"]);
});

test.each([
  ["Weekly", "weekly", true],
  ["Weekly", "  WEEKLY ", true],
  ["Weekly", "Week ly", false],
  ["Weekly!", "Weekly", false],
  ["A-B", "A-b", true],
  ["ہفتہ", "ہفتہ", true],
  ["ÄB", "äb", true],
  ["1-2", "12", false],
  ["x".repeat(100), "X".repeat(100), true],
  [`${"ہ".repeat(99)}a`, `${"ہ".repeat(99)}b`, false],
  [`a${"ہ".repeat(99)}`, `b${"ہ".repeat(99)}`, false],
])("whether the templates %j and %j are one: %j", (name, other, same) => {
  const library = saved(empty, name);
  expect(templateNamed(library, other) !== null).toBe(same);
  expect(isSaved(library, other)).toBe(same);
  expect(namesOf(saved(library, other))).toHaveLength(same ? 3 : 4);
});

test("a template that gets another name leaves none behind; one in another case is replaced", () => {
  const library = saved(empty, "Weekly");
  const renamed = apply(library, { edits: saveTemplate(library, template("Monthly"), "Weekly") });
  expect(namesOf(renamed)).toEqual(["Monthly", "Brief", "Everything"]);
  const edits = saveTemplate(library, template("WEEKLY"), "Weekly");
  expect(edits).toHaveLength(1);
  expect(namesOf(apply(library, { edits }))).toEqual(["WEEKLY", "Brief", "Everything"]);
});

test("a built-in template is there again when the library's is removed", () => {
  const library = saved(empty, "brief");
  expect(isSaved(library, "Brief")).toBe(true);
  expect(namesOf(apply(library, { edits: removeTemplate(library, "Brief") }))).toEqual(["Brief", "Everything"]);
  expect(removeTemplate(empty, "Brief")).toEqual([]);
});

test("whatever the names, each is found again, alone, and its key is one that a setting may have", () => {
  const name = fc
    .string({ minLength: 1, maxLength: 100, unit: "grapheme" })
    .filter((text) => text.trim() !== "" && text.length <= 100);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 4, selector: (text) => text.trim().toLowerCase() }), (names) => {
      const library = saved(empty, ...names);
      for (const name of names) expect(templateNamed(library, name)?.name).toBe(name);
      for (const { key } of Object.values(library.settings)) expect(key).toMatch(/^[a-z][A-Za-z0-9.-]{0,199}$/);
    }),
  );
});

test("a built-in template has a name in every language until the library has one of that name", () => {
  const print = (library: Library, name: string): string => printLabel(templateLabel(library, name), inUrdu);
  expect(["Brief", "Everything", "Mine"].map((name) => print(empty, name))).toEqual(["مختصر", "مکمل", "Mine"]);
  expect(print(saved(empty, "Brief"), "Brief")).toBe("Brief");
});
