import fc from "fast-check";
import { expect, test } from "vitest";
import { carriesOn, dateOf, looksLikeHeading } from "./headings.ts";

const prose = "Residents oppose the tariff because of its cost.";

test.each([
  "Introduction",
  "1 Introduction",
  "1.2. Fares and costs",
  "2) The port",
  "The price of water: who pays",
  "ÉTAT DES LIEUX",
  "Γενικά",
  "水价改革",
  "مقدمة",
  "پانی کی قیمت",
  "x".repeat(90).replace(/^x/, "X"),
])("%j alone on a line before prose is a heading", (line) => {
  expect(looksLikeHeading(line, prose)).toBe(true);
  expect(looksLikeHeading(`  ${line} `, prose)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["white space", "   "],
  ["a sentence", "Residents oppose the tariff."],
  ["a question", "Who pays?"],
  ["a Hindi sentence without its stroke", "यह एक अनुच्छेद है"],
  ["an Urdu sentence without its stroke", "پانی کا مسئلہ حل ہو گیا"],
  ["a clause", "On fares,"],
  ["a sentence in quotes", "“Nobody pays.”"],
  ["a quotation", "“Water for all”"],
  ["a sentence in brackets", "(see below.)"],
  ["a line in lower case", "introduction"],
  ["a bullet", "• Fares"],
  ["a hyphen", "- Fares"],
  ["a number alone", "12."],
  ["a copyright", "© Water Board"],
  ["an address", "See https://example.org"],
  ["a mail address", "ada@example.org"],
  ["a year at its end", "Annual report 2021"],
  ["more than ninety characters", `X${"x".repeat(90)}`],
  ["more than twelve words", "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen"],
  ["a Chinese sentence", "住民反对提高水价。"],
  ["a Chinese clause", "住民反对，政府同意"],
  ["a long Chinese line", "水".repeat(31)],
  ["an Arabic sentence inside", "نعم. هذا كل شيء"],
  ["an Urdu sentence", "حکومت نے کہا۔"],
  ["a Hindi sentence", "सरकार ने कहा।"],
])("%s is no heading", (_, line) => {
  expect(looksLikeHeading(line, prose)).toBe(false);
});

test("a line before nothing, or before words that go on, is no heading", () => {
  expect(looksLikeHeading("Introduction", null)).toBe(false);
  expect(looksLikeHeading("The ministry of the northern", "districts opposes it.")).toBe(false);
  expect(looksLikeHeading("The ministry of the northern", "  districts opposes it.")).toBe(false);
});

const long = "the board of the northern islands has said to the";

test.each([
  [long, "Ministry that it will not pay", true],
  [`${long} ministry`, "that it will not pay", true],
  [`${long} ministry`, "That it will not pay", false],
  [`${long} ministry,`, "that it will not pay", true],
  [`${long} ministry.`, "that it will not pay", false],
  [`${long} ministry:`, "that it will not pay", false],
  ["the board of the", "ministry", false],
  ["one two three four five six seven eight", "nine", false],
  ["one two three four five six seven eight nine", "ten", true],
  [`${long} years 2020`, "and 2021", true],
  [`${long} WITH`, "Ada", true],
  [`${long} bath`, "Ada", false],
])("%j is carried on by %j: %s", (before, after, carries) => {
  expect(carriesOn(before, after)).toBe(carries);
});

test.each([
  ["2021", "2021"],
  ["2021-03", "2021-03"],
  ["2021-03-09", "2021-03-09"],
  [" 2021-03-09. ", "2021-03-09"],
  ["March 2021", "2021-03"],
  ["9 March 2021", "2021-03-09"],
  ["9th March 2021", "2021-03-09"],
  ["1st May, 2021", "2021-05-01"],
  ["22nd June 2021", "2021-06-22"],
  ["3rd december 1999", "1999-12-03"],
  ["Published 9 March 2021", "2021-03-09"],
  ["London, March 2021", "2021-03"],
  ["29 February 2020", "2020-02-29"],
])("%j is the date %s", (line, date) => {
  expect(dateOf(line)).toBe(date);
});

test.each([
  "",
  "Marsh 2021",
  "March",
  "March 21",
  "9.3.2021",
  "03/09/2021",
  "in March 2021 they said so",
  "20210309",
  "2021-3-9",
  `${"word ".repeat(12)}March 2021`,
])("%j is no date", (line) => {
  expect(dateOf(line)).toBeNull();
});

test.each([
  "2021-13",
  "2021-00",
  "2021-02-30",
  "2021-04-31",
  "2021-01-00",
  "2021-01-32",
  "99 March 2021",
  "30 February 2020",
  "29 February 2021",
  "0 May 2021",
  "2100-02-29",
])("%j is no day or month of the calendar", (line) => {
  expect(dateOf(line)).toBeNull();
});

test("every day of the calendar is read back in both writings", () => {
  const names = "January February March April May June July August September October November December".split(" ");
  const day = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(dateOf(iso)).toBe(iso);
      expect(dateOf(`${date.getUTCDate()} ${names[date.getUTCMonth()]} ${iso.slice(0, 4)}`)).toBe(iso);
      expect(dateOf(iso.slice(0, 7))).toBe(iso.slice(0, 7));
    }),
  );
});
