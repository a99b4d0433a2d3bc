import { expect, test } from "vitest";
import { allOf, charsFrom } from "./fixtures/lines.ts";
import { withIndicOrder } from "./indic-order.ts";

const read = (text: string): string => {
  const chars = charsFrom({ text, x: 50, y: 400 });
  return withIndicOrder(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");
};

/** Each vowel sign that is printed before its consonant, before it in the file as well; those of two parts in both. */
const printed = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/((?:[क-ह]़?्)*[क-ह]़?)(ि)/gu, "$2$1")
    .replace(/((?:[ক-হ]়?্)*[ক-হ]়?)([িেৈ])/gu, "$2$1");

test.each([
  ["Hindi", "दिन किसान मिले विकास स्थिति शक्ति हिंदी"],
  ["Bengali", "জুলেখা গৃহিণী কোন দেশের মৌলিক শিক্ষার সঙ্গে তৈরি"],
])("%s that the file has as it is printed", (_, text) => {
  expect(read(printed(text)).normalize("NFC")).toBe(text.normalize("NFC"));
});

test.each([
  "दिन कि किसान मिले विकास की स्थिति और शक्ति हिंदी में कि",
  "জুলেখা গৃহিণী কোন দেশের মৌলিক শিক্ষার সঙ্গে তৈরি করে যে",
  "தமிழ்நாடு அரசின் புதிய கொள்கை நோக்கம் பெரிய",
  "िक किसान िकसी मि कि की िज कि मि",
])("%s stays", (text) => {
  expect(read(text)).toBe(text);
});
