import { expect, test } from "vitest";
import { inEnglish, printLabel } from "../messages/message.ts";
import { inUrdu } from "../messages/urdu.ts";
import { LibraryId, newId, StanceId } from "./ids.ts";
import { defaultScale, emptyLibrary } from "./library.ts";
import { shownLibrary } from "./shown-library.ts";
import { stanceLabel, stanceNames, storedStanceName } from "./stance-name.ts";

const [supports] = defaultScale;
if (supports === undefined) throw new Error("the default scale is empty");
const renamed = { ...supports, name: "backs" };
const ours = { ...supports, id: newId(StanceId), name: "supports" };
const library = emptyLibrary(newId(LibraryId));

test.each([
  ["a stance of the default scale", supports, "supports", "حمایت"],
  ["one that was renamed", renamed, "backs", "backs"],
  ["a stance of the same name that somebody added", ours, "supports", "supports"],
  ["no stance", null, "no stance", "کوئی موقف نہیں"],
])("%s is called so in English and in Urdu", (_case, stance, english, urdu) => {
  expect(printLabel(stanceLabel(stance), inEnglish)).toBe(english);
  expect(printLabel(stanceLabel(stance), inUrdu)).toBe(urdu);
});

test("every stance of the default scale has a name of its own in both languages", () => {
  for (const language of [inEnglish, inUrdu]) {
    const names = defaultScale.map((stance) => printLabel(stanceLabel(stance), language));
    expect(new Set(names).size).toBe(defaultScale.length);
  }
  expect(defaultScale.map((stance) => printLabel(stanceLabel(stance), inEnglish))).toEqual(
    defaultScale.map(({ name }) => name),
  );
});

test("a stance is found by its names in all languages until it is renamed", () => {
  expect(stanceNames(supports)).toEqual(["supports", "حمایت"]);
  expect(stanceNames(renamed)).toEqual(["backs"]);
});

test.each([
  ["حمایت", "supports"],
  ["supports", "supports"],
  ["مخالفت", "مخالفت"],
  ["backs", "backs"],
])("the first stance, given the name %s, is stored as %s", (name, stored) => {
  expect(storedStanceName(supports.id, name)).toBe(stored);
  expect(storedStanceName(ours.id, name)).toBe(name);
});

test("a library is shown with the names of the language, everything else as it is", () => {
  const shown = shownLibrary(library, inUrdu);
  expect(shown.stances[supports.id]).toEqual({ ...supports, name: "حمایت" });
  expect({ ...shown, stances: library.stances }).toEqual(library);
  expect(shownLibrary(library, inEnglish)).toBe(library);
});

test("the same library is shown as the same one, and its scale as long as that stays", () => {
  expect(shownLibrary(library, inUrdu)).toBe(shownLibrary(library, inUrdu));
  expect(shownLibrary({ ...library }, inUrdu).stances).toBe(shownLibrary(library, inUrdu).stances);
});
