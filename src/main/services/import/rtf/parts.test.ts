import { expect, test } from "vitest";
import { LeftOut, TrackedChanges } from "../office/left-out.ts";
import { createdOf } from "./dates.ts";
import { applyLook, applyParagraph } from "./looks.ts";
import { Names } from "./names.ts";
import { aboutParagraph } from "./paragraph-kind.ts";
import { type Destination, initialState, type State } from "./state.ts";
import { tokensOf } from "./tokens.ts";
import { Visibility } from "./visibility.ts";

const state = (some: Partial<State> = {}): State => ({ ...initialState, ...some });

test.each([
  ["\\b1 x", ["b 1", "'x'"]],
  ["\\b-1x", ["b -1", "'x'"]],
  ["\\par\\par", ["par", "par"]],
  ["{\\b x}", ["{", "b", "'x'", "}"]],
  ["a\r\nb", ["'a'", "'b'"]],
  ["\\'e9\\'zz", ["'é'", "''"]],
  ["\\~\\{\\\\", ["~", "{", "\\"].map((sign) => `${sign}`)],
  ["\\bin3 }}}x", ["'x'"]],
  ["\\bin99 x", []],
  ["\\", [""]],
])("the tokens of %j", (text, expected) => {
  const seen = [...tokensOf(text)].map((token) => {
    if (token.kind === "bytes") return `'${token.bytes}'`;
    if (token.kind !== "word") return token.kind === "open" ? "{" : "}";
    return token.number === null ? token.name : `${token.name} ${token.number}`;
  });
  expect(seen).toEqual(expected);
});

test.each([
  ["b", null, { look: { bold: true } }],
  ["b", 0, { look: { bold: false } }],
  ["i", 1, { look: { italic: true } }],
  ["striked", 1, { look: { strike: true } }],
  ["super", null, { look: { superscript: true } }],
  ["nosupersub", null, { look: { superscript: false } }],
  ["v", null, { hidden: true }],
  ["deleted", null, { deleted: true }],
  ["revised", null, { inserted: true }],
  ["uc", 3, { skipped: 3 }],
  ["uc", -5, { skipped: 0 }],
  ["uc", 1000, { skipped: 100 }],
  ["lang", 1056, { language: 1056 }],
])("\\%s%s changes the look", (name, number, expected) => {
  const changed = state();
  expect(applyLook(changed, name, number, 0)).toBe(true);
  expect(changed).toMatchObject(expected);
  expect(applyLook(changed, "par", null, 0)).toBe(false);
});

test("\\plain takes all looks back, and the default font", () => {
  const changed = state({ look: { bold: true }, hidden: true, deleted: true, font: 7 });
  applyLook(changed, "plain", null, 3);
  expect(changed).toMatchObject({ look: {}, hidden: false, deleted: false, font: 3 });
});

test.each([
  ["s", 2, { style: 2 }],
  ["outlinelevel", 1, { outline: 1 }],
  ["rtlpar", null, { rightToLeft: true }],
  ["ltrpar", null, { rightToLeft: false }],
  ["intbl", null, { inTable: true }],
  ["itap", 0, { inTable: false }],
  ["ilvl", 20, { level: 8 }],
  ["ls", 4, { level: 0 }],
  ["trhdr", null, { isHeadRow: true }],
  ["trowd", null, { isHeadRow: false }],
])("\\%s%s changes the paragraph", (name, number, expected) => {
  const changed = state();
  expect(applyParagraph(changed, name, number)).toBe(true);
  expect(changed).toMatchObject(expected);
  applyParagraph(changed, "pard", null);
  expect(changed).toMatchObject({ style: 0, outline: null, inTable: false, level: null, rightToLeft: false });
  expect(applyParagraph(changed, "b", null)).toBe(false);
});

function named(destination: Destination, ...all: readonly (readonly [word: string, number: number | null] | string)[]) {
  const names = new Names();
  const inside = state({ destination });
  for (const part of all) {
    if (typeof part === "string") names.text(inside, part);
    else {
      if (part[0] === "f") inside.font = part[1] ?? 0;
      names.word(inside, ...part);
    }
  }
  return names;
}

test("fonts have names and encodings", () => {
  const names = named("fonts", ["f", 1], ["fcharset", 204], "Arial ", "Cyr;", ["f", 2], ["fcharset", 2], "Symbol;");
  expect(names.font(1)).toEqual({ name: "Arial Cyr", encoding: "windows-1251", isSymbol: false });
  expect(names.font(2)).toEqual({ name: "Symbol", encoding: null, isSymbol: true });
  expect(names.font(3)).toBeUndefined();
});

test("styles have the names and levels of what they are based on, without end", () => {
  const names = named(
    "styles",
    "Normal;",
    ["s", 1],
    ["outlinelevel", 0],
    ["sbasedon", 2],
    "Heading 1;",
    ["s", 2],
    ["sbasedon", 1],
    "Two;",
  );
  expect(names.style(0)).toEqual({ outline: null, names: ["normal"] });
  expect(names.style(2).outline).toBe(0);
  expect(names.style(2).names.slice(0, 2)).toEqual(["two", "heading 1"]);
  expect(names.style(2).names.length).toBe(50);
  expect(names.style(9)).toEqual({ outline: null, names: [] });
  expect(named("revisions", "Unknown;Ada", " Lind;").authors).toEqual(["Unknown", "Ada Lind"]);
});

test.each([
  ["1.", 0, { kind: "listItem", depth: 0, ordered: true, marker: "1." }],
  ["•", 2, { kind: "listItem", depth: 2, ordered: false, marker: "•" }],
  ["o", null, { kind: "listItem", depth: 0, ordered: false, marker: "◦" }],
  ["", 0, { kind: "paragraph" }],
])("a paragraph after %j at level %s", (marker, level, kind) => {
  expect(aboutParagraph(state({ level }), new Names(), marker).kind).toEqual(kind);
  expect(aboutParagraph(state({ level, outline: 8 }), new Names(), marker).kind).toEqual({ kind: "heading", level: 6 });
});

test("words that are hidden or of a change are not seen, and each stretch counts once", () => {
  const left = new LeftOut();
  const changes = new TrackedChanges();
  const seen = new Visibility(left, changes, false);
  expect([seen.word("revauth", 1), seen.word("revdttmdel", 5), seen.word("rev", 1)]).toEqual([true, true, false]);
  const gone = (some: Partial<State>, text = "x"): boolean => seen.isGone(state(some), text, ["Unknown", "Ada"]);
  expect([gone({}), gone({ hidden: true }), gone({ hidden: true }), gone({}), gone({ hidden: true })]).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
  expect(left.hidden).toBe(2);
  expect([
    gone({ inserted: true }),
    gone({ inserted: true }),
    gone({ deleted: true }),
    gone({ deleted: true }, " "),
  ]).toEqual([false, false, true, true]);
  expect([changes.insertions, changes.deletions]).toEqual([1, 1]);
  const before = new Visibility(left, new TrackedChanges(), true);
  expect(
    [{ inserted: true }, { deleted: true }, { inserted: true, deleted: true }].map((some) =>
      before.isMarkGone(state(some)),
    ),
  ).toEqual([true, false, false]);
});

test("the day a file was made on", () => {
  expect([createdOf({ yr: 2021, mo: 3, dy: 9 }), createdOf({ yr: 2021 }), createdOf({ mo: 3 })]).toEqual([
    "2021-03-09",
    "2021-01-01",
    "",
  ]);
});
