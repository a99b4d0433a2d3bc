import { expect, test } from "vitest";
import { languageTags } from "../messages/message.ts";
import { libraryWith, positionsOf, withEdits } from "./codebook.cases.ts";
import { issueLineEdits } from "./issue-lines.ts";
import { starterBranches, starterLines } from "./starter.ts";

/** A sentence that sends a coder to another issue, in each language. */
const elsewhere = { en: /take (\p{Lu}[^.]*)\./gu, ur: /”([^“]*)“ استعمال کریں۔/gu } as const;

test.each(languageTags)("the starter codebook has about forty issues, each defined (%s)", (language) => {
  const lines = starterLines(language);
  expect(lines.length).toBeGreaterThan(40);
  expect(new Set(lines.map((line) => line.names.join("/"))).size).toBe(lines.length);
  for (const line of lines)
    expect(line.definition, line.names.join("/")).toMatch(/^[\p{Lu}\p{Script=Arabic}].{15,}[.۔]$/u);
  // A border that sends a coder to another issue names one that is there.
  const names = new Set(lines.map((line) => line.names.at(-1)));
  const sent = lines.flatMap(({ exclude = "" }) => [...exclude.matchAll(elsewhere[language])].map(([, name]) => name));
  expect(sent.length).toBeGreaterThan(4);
  for (const name of sent) expect(names).toContain(name);
});

test("it is the same codebook in each language", () => {
  const form = languageTags.map((language) =>
    starterLines(language).map(({ names, include, exclude }) => [names.length, include !== "", exclude !== ""]),
  );
  for (const example of form) expect(example).toEqual(form[0]);
});

test.each([
  ["en", "economy", "Economy"],
  ["en", "معیشت", "Economy"],
  ["ur", "Economy", "معیشت"],
] as const)("a branch can be taken alone, by its name in any language: %s, %s", (language, wanted, name) => {
  const lines = starterLines(language, [wanted]);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines[0]?.names).toEqual([name]);
  expect(lines.every((line) => line.names[0] === name)).toBe(true);
  expect(starterBranches(language)).toContain(name);
  expect(starterLines(language, ["Nothing"])).toEqual([]);
});

test("taking it changes no claim", () => {
  const library = libraryWith(["Water/Price"], [["Water/Price opposes 1"]]);
  const lines = starterLines("en");
  const taken = withEdits(library, issueLineEdits(library.issues, lines, true));
  expect(positionsOf(taken)).toEqual(positionsOf(library));
  expect(Object.keys(taken.issues)).toHaveLength(Object.keys(library.issues).length + lines.length);
});
