import fc from "fast-check";
import { expect, test } from "vitest";
import { frontMatter } from "./front-matter.ts";

const fieldsOf = (...lines: string[]): Record<string, readonly string[]> =>
  Object.fromEntries(frontMatter(`---\n${lines.join("\n")}\n---\nText`).fields);

// YAML 1.2.2: plain, quoted and block scalars, sequences in flow and in block style.
test.each<[string, readonly string[], readonly string[]]>([
  ["a plain value", ["title: Fares and costs"], ["Fares and costs"]],
  ["a value with a colon", ["title: Fares: who pays"], ["Fares: who pays"]],
  ["spaces around a value", ["title:   Fares  "], ["Fares"]],
  ["a comment after a value", ["title: Fares # draft"], ["Fares"]],
  ["a sign that begins no comment", ["title: Issue#4"], ["Issue#4"]],
  ["double quotes", ['title: "Fares: \\"who\\" # pays"'], ['Fares: "who" # pays']],
  ["double quotes and a comment", ['title: "Fares" # draft'], ["Fares"]],
  ["single quotes", ["title: 'It''s # fine'"], ["It's # fine"]],
  ["a quote inside", ["title: Ada's paper"], ["Ada's paper"]],
  ["a list in one line", ["title: [One, Two , Three]"], ["One", "Two", "Three"]],
  ["a quoted comma in a list", ["title: [\"Lind, Ada\", 'Ray, Ben']"], ["Lind, Ada", "Ray, Ben"]],
  ["an escaped quote in a list", ['title: ["One \\"1\\"", Two]'], ['One "1"', "Two"]],
  ["an empty list", ["title: []"], []],
  ["items", ["title:", "  - One", "  - Two"], ["One", "Two"]],
  ["items without an indent", ["title:", "- One", "- Two"], ["One", "Two"]],
  ["quoted items", ["title:", '  - "One: a"', "  - 'Two'"], ["One: a", "Two"]],
  ["maps with a name", ["title:", "  - name: Ada", "    email: a@b.c", "  - name: Ben"], ["Ada", "Ben"]],
  ["literal names", ["title:", "  - literal: Water Board"], ["Water Board"]],
  ["a folded block", ["title: >", "  One", "  two"], ["One two"]],
  ["a literal block", ["title: |-", "  One", "  two"], ["One two"]],
  ["no value", ["title:"], []],
  ["a blank line and a comment", ["# about", "", "title: Fares"], ["Fares"]],
])("%s", (_, lines, values) => {
  expect(fieldsOf(...lines).title).toEqual(values);
});

test("fields between +++ are TOML", () => {
  const toml = (...lines: string[]) => frontMatter(`+++\n${lines.join("\n")}\n+++\nText`);
  const { fields, body } = toml(
    'title = "Fares: who pays"',
    'authors = ["Ada", "Ben"]',
    "date = 2021-03-09",
    "[extra]",
    "toc = true",
  );
  expect(body).toBe("\nText".trim());
  expect(Object.fromEntries(fields)).toEqual({
    title: ["Fares: who pays"],
    authors: ["Ada", "Ben"],
    date: ["2021-03-09"],
    toc: ["true"],
  });
  for (const text of ["+++\nnothing of the kind\n+++\nText", "+++\nText", "a\n+++\nb = c\n+++\n"])
    expect(frontMatter(text)).toEqual({ fields: new Map(), body: text });
});

test("names of fields are found in any case and in any script, the last of a name counts", () => {
  expect(fieldsOf("Title: A", "titre_long: B", "عنوان: C", "x-y: D", "TITLE: E")).toEqual({
    title: ["E"],
    titre_long: ["B"],
    عنوان: ["C"],
    "x-y": ["D"],
  });
});

test.each([
  ["three dashes", "---\na: 1\n---\nText", "Text"],
  ["three dots", "---\na: 1\n...\nText", "Text"],
  ["spaces after the dashes", "--- \na: 1\n---\t\nText", "Text"],
  ["nothing after it", "---\na: 1\n---", ""],
  ["a rule in the text", "---\na: 1\n---\nText\n---\nMore", "Text\n---\nMore"],
])("it ends at %s, and the rest is the text", (_, source, body) => {
  const { fields, body: rest } = frontMatter(source);
  expect([fields.get("a"), rest]).toEqual([["1"], body]);
});

test.each([
  ["no dashes", "a: 1\n\nText"],
  ["dashes later", "\n---\na: 1\n---\nText"],
  ["no end", "---\na: 1\n\nText"],
  ["a line of prose", "---\na: 1\nThis is prose.\n---\nText"],
  ["no field at all", "---\n# a heading\n---\nText"],
  ["nothing between", "---\n---\nText"],
  ["a longer rule", "----\na: 1\n----\nText"],
])("a text with %s has no fields and stays whole", (_, source) => {
  expect(frontMatter(source)).toEqual({ fields: new Map(), body: source });
});

test("a text is never longer than its source, and ends as it does", () => {
  const line = fc.constantFrom("---", "a: 1", "- b", "  c", "Text", "", "# d", "e: [f", 'g: "h', "i: |", "...");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
      const source = lines.join("\n");
      expect(source.endsWith(frontMatter(source).body)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
