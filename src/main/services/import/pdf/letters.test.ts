import fc from "fast-check";
import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { allOf, charsFrom } from "./fixtures/lines.ts";
import { Letters } from "./letters.ts";

const character = fc.record({
  text: fc.constantFrom("a", "ﬁ", "字", "𠀀", " ", "\u0002", "é"),
  box: fc.tuple(fc.float(), fc.float(), fc.float(), fc.float()),
  foot: fc.float(),
  said: fc.record({ generated: fc.boolean(), hyphen: fc.boolean() }),
  raised: fc.boolean(),
});
const run = fc.record({
  size: fc.double({ min: 1, max: 2000, noNaN: true }),
  bold: fc.boolean(),
  italic: fc.boolean(),
  font: fc.constantFrom("Serif", "Sans"),
  turn: fc.constantFrom(0, 90, 180, 270, null),
  content: fc.integer({ min: -2, max: 9 }),
  origin: fc.tuple(fc.float(), fc.float()),
});

test("what is written of the characters of a page is read of them, in any order", () => {
  const runs = fc.array(fc.record({ run, own: fc.array(character, { maxLength: 8 }) }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(runs, fc.infiniteStream(fc.nat()), (given, picks) => {
      const all = given.flatMap((group) => group.own.map((char) => ({ ...char, run: group.run })));
      const chars = new PageChars(all.length);
      for (const group of given) {
        chars.begin(group.run);
        for (const char of group.own) {
          const k = chars.add(char.text.codePointAt(0) ?? 0, char.said);
          chars.place(k, ...char.box);
          chars.setFoot(k, char.foot);
          if (char.raised) chars.raise(k);
        }
      }
      expect(chars.length).toBe(all.length);
      for (const [k, char] of all.entries()) {
        expect(chars.run(k)).toEqual(char.run);
        expect(chars.foot(k)).toBe(char.foot);
      }
      const places = all.length === 0 ? [] : all.map(() => (picks.next().value ?? 0) % all.length);
      const letters = new Letters(chars, places);
      const picked = places.map((k) => all[k]);
      expect(letters.text()).toBe(picked.map((char) => char?.text).join(""));
      for (const [i, char] of picked.entries()) {
        expect(letters.box(i)).toEqual(char?.box);
        expect([letters.left(i), letters.bottom(i), letters.right(i), letters.top(i)]).toEqual(char?.box);
        expect([letters.isGenerated(i), letters.isHyphen(i)]).toEqual([char?.said.generated, char?.said.hyphen]);
        expect(letters.isRaised(i)).toBe(char?.raised);
        expect([letters.size(i), letters.isBold(i), letters.isItalic(i)]).toEqual([
          char?.run.size,
          char?.run.bold,
          char?.run.italic,
        ]);
      }
    }),
  );
});

test("a part of a line, and what is not there", () => {
  const chars = charsFrom({ text: "to be, or", x: 0, y: 0 });
  const letters = new Letters(chars, allOf(chars));
  const isSpace = (i: number): boolean => letters.code(i) === 32;
  expect(letters.slice(3, 5).text()).toBe("be");
  expect(letters.filter((i) => !isSpace(i)).text()).toBe("tobe,or");
  expect([letters.findIndex(isSpace), letters.findLastIndex(isSpace)]).toEqual([2, 6]);
  expect([letters.every(isSpace), letters.slice(2, 3).every(() => true)]).toEqual([false, true]);
  expect([letters.code(9), letters.code(-1), letters.box(9)]).toEqual([0, 0, [0, 0, 0, 0]]);
});

test("a character that another is joined to is where both were, and a gap in its place says nothing", () => {
  const chars = charsFrom({ text: "e'x", x: 0, y: 0 });
  chars.include(0, 1);
  chars.write(0, 0xe9);
  chars.blank(2);
  expect([chars.text(0), chars.box(0)]).toEqual(["é", [0, -2, 10, 8]]);
  expect([chars.text(2), chars.isBlank(2), chars.isGenerated(2)]).toEqual([" ", true, true]);
});
