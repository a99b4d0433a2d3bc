import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { english } from "./english.ts";
import { clockOf, formatPattern } from "./format.ts";
import { inEnglish, type MessageKey } from "./message.ts";
import { inUrdu } from "./urdu.ts";

const keys = Object.keys(english) as MessageKey[];
const languages = [inEnglish, inUrdu];

/** Arguments with their kinds, wherever they are in a message. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) throw new Error(`There is a tag: ${element.value}`);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
  });
}

const namesOf = (pattern: string): string[] => [...new Set(argumentsOf(parse(pattern)))].sort();
/** What a sentence says itself, whatever its arguments are. */
function wordsOf(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return "";
      return Object.values(element.options).map((option) => wordsOf(option.value));
    })
    .join(" ");
}

const plurals = (pattern: string): string[] =>
  [...new Set([...pattern.matchAll(/\{(\w+), (plural|number|date|time)/g)].map(([, name = ""]) => name))].sort();

test("both languages have the same sentences with the same arguments", () => {
  expect(Object.keys(inUrdu.catalogue).sort()).toEqual([...keys].sort());
  for (const key of keys) expect([key, namesOf(inUrdu.catalogue[key])]).toEqual([key, namesOf(english[key])]);
});

test("no sentence of Urdu is English, and none of English Urdu", () => {
  for (const key of keys) {
    expect([key, /[\u0600-\u06ff]/.test(english[key])]).toEqual([key, false]);
    const hasWords = /[A-Za-z]/.test(wordsOf(parse(english[key])));
    expect([key, /[\u0620-\u064a\u0671-\u06d3]/.test(inUrdu.catalogue[key])]).toEqual([key, hasWords]);
  }
});

test.each([0, 1, 2, 1234])("every sentence is printed as intl-messageformat prints it, with %d of each", (count) => {
  for (const { locale, catalogue } of languages)
    for (const key of keys) {
      const numbers = new Set([...plurals(english[key]), ...plurals(catalogue[key])]);
      const moments = new Set([...english[key].matchAll(/\{(\w+), (?:date|time)/g)].map(([, name]) => name));
      const values = Object.fromEntries(
        namesOf(english[key]).map((name) => [
          name,
          moments.has(name) ? "2026-02-03T04:05:06.000Z" : numbers.has(name) ? count : `⟨${name}⟩`,
        ]),
      );
      const theirs = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, moments.has(name) ? new Date(value) : value]),
      );
      const expected = new IntlMessageFormat(catalogue[key], locale, {
        time: { short: { hour: "numeric", minute: "numeric", ...clockOf(locale) } },
      }).format(theirs);
      expect([key, formatPattern(catalogue[key], locale, values)]).toEqual([key, expected]);
    }
});

test("every sentence is said somewhere", () => {
  const root = path.join(import.meta.dirname, "../..");
  const code = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|suite|cases)\.tsx?$/.test(name))
    .filter((name) => !name.startsWith(path.join("shared", "messages")))
    .map((name) => readFileSync(path.join(root, name), "utf8"))
    .join("\n");
  // A template such as `entry.${kind}NotFound` says every key that fits it.
  const templates = [...code.matchAll(/`([\w.]+\$\{[^`]+)`/g)].map(([, text = ""]) => {
    const parts = text.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
    return new RegExp(`^${parts.join("[\\w-]+")}$`);
  });
  const isUsed = (key: string): boolean =>
    code.includes(`"${key}"`) || templates.some((template) => template.test(key));
  // `doneLabel` says these of changes with the labels that they belong to.
  const labelOf = (key: string): string => key.replace(/^done\./, "change.");
  expect(keys.filter((key) => !isUsed(labelOf(key)))).toEqual([]);
});

test("words that nobody says are in no English sentence", () => {
  const odd = /\b(altered|alter|mended|taken back|take back|told|kept as|made anew|let go|reckon)\b/i;
  expect(keys.filter((key) => odd.test(english[key]))).toEqual([]);
});
