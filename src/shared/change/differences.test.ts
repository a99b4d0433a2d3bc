import fc from "fast-check";
import { expect, test } from "vitest";
import { ids, sampleEdits, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { inUrdu } from "../messages/urdu.ts";
import { Annotation, Position, Relation } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import { Actor, Coder, Issue, Stance } from "../model/codebook.ts";
import { AnnotationId, newId } from "../model/ids.ts";
import { defaultScale } from "../model/library.ts";
import { Paper } from "../model/paper.ts";
import { Setting } from "../model/setting.ts";
import {
  type Difference,
  differencesOf,
  factsOf,
  fieldLabel,
  printDifference,
  printRecord,
  shortened,
} from "./differences.ts";
import type { Edit } from "./edit.ts";

const library = sampleLibrary();

test.each([
  ["short", "short"],
  [`${"word ".repeat(15)}end`, `${"word ".repeat(15)}end`],
  ["word ".repeat(40), `${"word ".repeat(15)}word…`],
  ["a".repeat(81), `${"a".repeat(60)}…`],
  [`${"a".repeat(30)} ${"b".repeat(60)}`, `${"a".repeat(30)} ${"b".repeat(29)}…`],
  [`a${"𝒳".repeat(60)}`, `a${"𝒳".repeat(29)}…`],
  [`${"a".repeat(59)}e\u0301${"b".repeat(40)}`, `${"a".repeat(59)}…`],
  ["港".repeat(100), `${"港".repeat(60)}…`],
])("%j is shortened to %j", (text, short) => {
  expect(shortened(text)).toBe(short);
});

test("a shortened text is the beginning of it, whole characters, and not longer than asked", () => {
  const unit = fc.constantFrom("a", " ", "𝒳", "👨‍👩‍👧", "e\u0301", "\n", "ا");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), fc.integer({ min: 20, max: 50 }), (units, most) => {
      const text = units.join("");
      const short = shortened(text, most);
      const whole = text.length <= most;
      expect(whole ? short === text : short.endsWith("…")).toBe(true);
      if (whole) return;
      expect(text.startsWith(short.slice(0, -1))).toBe(true);
      expect(short.isWellFormed()).toBe(true);
      expect(short.length).toBeLessThanOrEqual(most + 1);
    }),
  );
});

/** An edit of a record of the sample: what it was, and what it is with some fields changed. */
function edited(table: Edit["table"], part: object): Edit {
  const edit = sampleEdits().find((edit) => edit.table === table);
  return { table, from: edit?.to ?? null, to: { ...edit?.to, ...part } } as Edit;
}

test.each<[Edit["table"], object, string, string, string]>([
  ["annotations", { note: "a\r\nb\u001b[2J" }, "note", "", "a\r\nb\u001b[2J"],
  ["annotations", { certainty: null }, "certainty", "4", ""],
  ["annotations", { actor: null }, "actor", "Harbour Board", ""],
  ["annotations", { grade: { reliability: "B", credibility: 2 } }, "grade", "", "B2"],
  ["positions", { issue: ids.root }, "issue", "Water › Quality/taste", "Water"],
  ["positions", { strength: null }, "strength", "2", ""],
  ["papers", { tags: ["b", "a"] }, "tags", "", "b; a"],
  ["papers", { author: null }, "author", "Harbour Board", ""],
  ["issues", { parent: ids.child }, "parent", "", "Water › Quality/taste"],
  ["issues", { archived: true }, "archived", "no", "yes"],
  ["actors", { aliases: [] }, "aliases", "HB", ""],
  ["settings", { value: { deep: [1] } }, "value", "17", '{"deep":[1]}'],
  ["settings", { value: { name: "Short", sections: [] } }, "value", "17", "Short"],
  ["papers", { text: "ocr" }, "text", "", "OCR"],
  ["papers", { labels: [{ from: 1, to: 4, style: "roman", prefix: "", start: 1 }] }, "labels", "", "1–4"],
  ["papers", { notCarried: [newId(AnnotationId), newId(AnnotationId)] }, "notCarried", "", "2"],
  ["papers", { reading: { encoding: "cp850", lines: null } }, "reading", "", "cp850"],
  ["relations", { kind: "contradicts" }, "kind", "supports", "contradicts"],
  ["coders", { name: "Bea" }, "name", "Ada", "Bea"],
])("of %s with %j changed is described: %s, %j, %j", (table, part, field, from, to) => {
  const edit = edited(table, part);
  expect(differencesOf(library, [edit])).toMatchObject([{ did: "edited", fields: [{ field, from, to }] }]);
});

test.each([
  ["filters", [], "Saved filters"],
  ["report.short", { name: "Short", sections: [] }, "Short"],
  ["ach.1", { question: "Why did it stop?" }, "Why did it stop?"],
  ["reader.size", 17, "reader.size"],
])("the setting %s of %j is called %s, and what it holds inside is no difference to read", (key, value, name) => {
  const edit: Edit = { table: "settings", from: { key, value }, to: { key, value } };
  expect(differencesOf(library, [edit])).toMatchObject([{ subject: name, fields: [] }]);
});

test("what a paper says is listed without identifiers and empty fields", () => {
  const paper = Object.values(library.papers)[0];
  if (paper === undefined) throw new Error("no paper");
  const facts = factsOf(library, { ...paper, tags: ["b"], note: "" });
  expect(facts).toContainEqual({ field: "tags", text: "b" });
  expect(facts.map(({ field }) => field)).not.toEqual(expect.arrayContaining(["note"]));
  expect(facts.map(({ field }) => field)).not.toEqual(expect.arrayContaining(["sha256"]));
});

test("an edit that only moves or dates a record is not described", () => {
  for (const part of [{ rank: 7 }, { modified: "2027-01-01T00:00:00Z" }, { coder: newId(AnnotationId) }])
    expect(differencesOf(library, [edited("issues", part)])[0]?.fields).toEqual([]);
});

test.each<[Partial<Difference>, string]>([
  [{ did: "made" }, "Claim added: “Ever”"],
  [{ did: "removed", table: "stances" }, "Stance removed: Ever"],
  [{ table: "settings", subject: "reader.size" }, "Setting: reader.size"],
  [{ fields: [{ field: "note", from: "", to: "a\r\nb\u001b[2J" }] }, "Claim: “Ever” · note (none) → “a b [2J”"],
  [{ subject: "two\nlines" }, "Claim: “two lines”"],
])("%j is printed on one line", (part, line) => {
  const whole: Difference = { table: "annotations", id: "", did: "edited", subject: "Ever", fields: [], ...part };
  expect(printDifference(whole)).toBe(line);
});

test("every field of every record that history shows has a name", () => {
  const silent = ["id", "paper", "annotation", "rank", "passage", "sha256", "added", "coder", "created", "modified"];
  for (const { shape } of [Annotation, Position, Relation, Paper, Issue, Stance, Actor, Coder, Setting])
    for (const field of Object.keys(shape).filter((key) => !silent.includes(key)))
      expect([field, typeof fieldLabel(field)]).toEqual([field, "object"]);
  expect(fieldLabel("ofALaterProgram")).toBe("ofALaterProgram");
});

test.each<[Edit["table"], object, string]>([
  ["positions", { stance: defaultScale[1]?.id }, "پوزیشن: مخالفت Water › Quality/taste · موقف: ”حمایت“ ← ”مخالفت“"],
  ["positions", { stance: null }, "پوزیشن: Water › Quality/taste · موقف: ”حمایت“ ← (خالی)"],
  ["annotations", { certainty: null }, "دعویٰ: ”Ever“ · یقین: ”4“ ← (خالی)"],
  ["actors", { kind: "state" }, "فریق: Harbour Board · قسم: (خالی) ← ”ریاست“"],
  ["issues", { archived: true }, "مسئلہ: Water · آرکائیو شدہ: ”نہیں“ ← ”ہاں“"],
  ["relations", { kind: "evidence" }, "تعلق: ثبوت ہے برائے ”words“ · قسم: ”تائید کرتا ہے“ ← ”ثبوت ہے برائے“"],
])("of %s with %j changed one reads in Urdu: %s", (table, part, line) => {
  const [difference] = differencesOf(library, [edited(table, part)], inUrdu);
  expect(difference === undefined ? "" : printDifference(difference, inUrdu)).toBe(line);
});

test("a stance is named as shown before and after it is renamed", () => {
  const [first] = defaultScale;
  const edit: Edit = {
    table: "stances",
    from: first ?? null,
    to: first === undefined ? null : { ...first, name: "backs" },
  };
  const [difference] = differencesOf(library, [edit], inUrdu);
  expect([difference?.subject, difference?.fields]).toEqual(["backs", [{ field: "name", from: "حمایت", to: "backs" }]]);
});

test("a relation to a claim that is gone is identified by its kind alone", () => {
  const [relation] = Object.values(library.relations);
  if (relation === undefined) throw new Error("the sample has a relation");
  const to = { ...relation, target: { ...relation.target, annotation: newId(AnnotationId) } };
  expect(differencesOf(library, [{ table: "relations", from: relation, to }])[0]?.subject).toBe("supports");
});

test("all words of a change can be searched", () => {
  const claim =
    Object.values(ofPaper(library.annotations, ids.paper)).find((annotation) => annotation.id === ids.claim) ?? null;
  const to = claim === null ? null : { ...claim, note: "A new note", actor: null };
  const text = printRecord(library, {
    label: "Alter",
    undoes: null,
    edits: [{ table: "annotations", from: claim, to }],
  });
  expect(text.split("\n").toSorted()).toEqual(["", "", "A new note", "Alter", "Ever", "Harbour Board"]);
});
