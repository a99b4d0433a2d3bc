import { expect, test } from "vitest";
import { addKoreanLineEnd, addKoreanWord, isKoreanWordParted } from "./korean.ts";

/** A paper whose lines part words, as Hangul word processors set them, and one whose lines end between words. */
const counts = (isParting: boolean): Map<string, number> => {
  const found = new Map<string, number>();
  for (const word of ["확진자가", "보험금은", "감염병", "관련", "분쟁이", "지급", "기준"]) {
    addKoreanWord(found, word);
    found.set(word, 1);
  }
  const ends = isParting
    ? [
        ["단계", "에 돌입"],
        ["국내 확", "진자는"],
      ]
    : [
        ["관련", "분쟁이"],
        ["보험", "상품"],
      ];
  for (const [before = "", after = ""] of ends) addKoreanLineEnd(found, before, after);
  return found;
};

test.each([
  ["국내 확", "진자는 9,661명", true],
  ["세계적 단계", "에 돌입하였음을", true],
  ["의하", "면 제1급감염병이란", true],
  ["하는 보험", "금의 경우", true],
  ["재해로 인한 관련", "분쟁이 있다", false],
  ["보험금 지급", "기준을 정립", false],
  ["형성과정에서", "약관내용이", false],
  ["살펴보고", "그에 따른", false],
  ["보아야 할지", "이슈가 될", false],
  ["4월 2일", "발행처 국회", false],
  ["규정한 감염병", "그러나, 약관상", false],
  ["국내 확", "COVID-19", false],
  ["COVID-19", "관련", false],
  ["감염증.", "다만", false],
  ["올해도 높은", "수준을 유지", false],
  ["유지하고 있으", "며 정부는", true],
  ["있으며, 앞", "으로도 한반도", true],
] as const)("%s|%s: the line parts a word: %s", (before, after, parted) => {
  expect(isKoreanWordParted(before, after, counts(true))).toBe(parted);
});

test("where no line of the paper parts a word, every line end is a space", () => {
  for (const [before, after] of [
    ["국내 확", "진자는"],
    ["하는 보험", "금의 경우"],
  ] as const)
    expect(isKoreanWordParted(before, after, counts(false))).toBe(false);
});
