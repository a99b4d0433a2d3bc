import fc from "fast-check";
import { expect, test } from "vitest";
import { named } from "../analysis/library.cases.ts";
import { inWords } from "../fixtures/in-words.cases.ts";
import {
  checkedSentences,
  citation,
  citedIn,
  claimFinder,
  isList,
  paragraphsOf,
  printProseSpan,
  proseBlocks,
  proseSpans,
} from "./prose.ts";
import { plain, type ReportRun } from "./tree.ts";

const words: Readonly<Record<string, string>> = { aaaa: "Fares must rise.", bbbb: "It’s “never”  paid" };
const find = (reference: string) => {
  const quote = words[reference];
  return quote === undefined ? null : { words: quote, note: () => [plain(`note ${reference}`)] };
};

/** Runs as a line: `*bold*`, `_italic_`, `[note]`, `!flag!`. */
function drawn(runs: readonly ReportRun[]): string {
  return runs
    .map((run) => {
      if (run.kind === "note") return `[${run.words.map(({ text }) => text).join("")}]`;
      if (run.kind === "flag") return `!${run.text}!`;
      if (run.kind === "link") return run.href;
      return run.bold ? `*${run.text}*` : run.italic ? `_${run.text}_` : run.text;
    })
    .join("");
}

const linesOf = (text: string): string[] =>
  proseBlocks(text, find).blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [drawn(block.runs)];
    return block.kind === "list" ? block.items.map((item) => `• ${drawn(item)}`) : [];
  });

test.each([
  ["one line", [["one line"]]],
  ["a\nb", [["a", "b"]]],
  ["a\n\nb", [["a"], ["b"]]],
  ["a\n  \t\n\n\nb\n", [["a"], ["b"]]],
  ["  a  \n  b  ", [["a", "b"]]],
  ["\n \n", []],
])("%j has the paragraphs %j", (text, paragraphs) => {
  expect(paragraphsOf(text)).toEqual(paragraphs);
});

test.each([
  [["- a", "- b"], true],
  [["- a", "b"], false],
  [["-a"], false],
  [["a - b"], false],
])("whether %j is a list: %j", (lines, list) => {
  expect(isList(lines)).toBe(list);
});

test.each([
  ["Fares rise.[@aaaa]", ["Fares rise.[note aaaa]"]],
  ["Fares\nrise.[@aaaa]", ["Fares rise.[note aaaa]"]],
  ["**Fares** *rise*.[@aaaa]", ["*Fares* _rise_.[note aaaa]"]],
  ["- Fares.[@aaaa]\n- Boats.[@bbbb]", ["• Fares.[note aaaa]", "• Boats.[note bbbb]"]],
  ["A.[@aaaa][@bbbb]", ["A.[note aaaa][note bbbb]"]],
  ["2 * 3 * 4[@aaaa]", ["2 * 3 * 4[note aaaa]"]],
  ["** no bold **[@aaaa]", ["** no bold **[note aaaa]"]],
  ["[@zz] is no citation[@aaaa]", ["[@zz] is no citation[note aaaa]"]],
])("%j is shown as %j", (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

test.each([
  ["**Fares rise. Boats sink.**", "*Fares rise. *!1!*Boats sink.*!2!"],
  ["Say *this. And that. And* more.", "Say _this. _!1!_And that. _!2!_And_ more.!3!"],
  ["One. **Two. Three** four.[@aaaa]", "One. !1!*Two. *!2!*Three* four.[note aaaa]"],
])("bold and italics run on over the end of a sentence: %j", (text, line) => {
  let flag = 0;
  expect(linesOf(text)[0]?.replace(/!Cites[^!]*!/g, () => `!${++flag}!`)).toBe(line);
});

test.each([
  ["Fares rise.", ["uncited Fares rise."]],
  ["12 % – 3.", []],
  ["Fares rise.[@cccc]", ["missing cccc"]],
  ["Fares rise.[@aaaa][@cccc]", ["missing cccc"]],
  ["“Fares must rise.”[@aaaa]", []],
  ["“fares MUST   rise”[@aaaa]", []],
  ["“Fares must fall”[@aaaa]", ["unsaid Fares must fall"]],
  ["“Fares must rise” and “never paid”[@aaaa][@bbbb]", ["unsaid never paid"]],
  ["It's said.[@bbbb]", []],
  ["«It's “never” paid,»[@bbbb]", []],
  ["“ab”[@aaaa]", []],
])("what is wrong with %j: %j", (text, wrong) => {
  const quoteOf = (reference: string): string | null => words[reference] ?? null;
  const found = checkedSentences(text, quoteOf).flatMap((sentence) => sentence.wrong);
  expect(found.map((problem) => `${problem.kind} ${problem.text}`)).toEqual(wrong);
});

test("a long sentence is named by its beginning", () => {
  const [sentence] = checkedSentences(`${"word ".repeat(13)}end`, () => null);
  // 58 letters are twelve words less two letters; a cut after a space leaves none.
  expect(sentence?.wrong).toEqual([{ kind: "uncited", text: `${"word ".repeat(11)}wor…` }]);
  const [short] = checkedSentences("w".repeat(60), () => null);
  expect(short?.wrong).toEqual([{ kind: "uncited", text: "w".repeat(60) }]);
});

test.each([
  ["One. Two.", ["One. ", "Two."]],
  ["One.[@aaaa] Two.", ["One.[@aaaa] ", "Two."]],
  ["One. [@aaaa] [@bbbb] Two.[@aaaa]", ["One. [@aaaa] [@bbbb] ", "Two.[@aaaa]"]],
  ["[@aaaa] One. Two.", ["[@aaaa] One. ", "Two."]],
  ["", []],
])("the sentences of %j are %j", (text, sentences) => {
  expect(checkedSentences(text, () => "").map((sentence) => sentence.text)).toEqual(sentences);
});

test("a letter of private use in a text is no citation", () => {
  const text = "A \uE000 boat.[@aaaa] Sinks.";
  expect(checkedSentences(text, () => "").map((sentence) => sentence.text)).toEqual([
    "A \uE000 boat.[@aaaa] ",
    "Sinks.",
  ]);
});

const anyProse = fc
  .array(
    fc.constantFrom("One. ", "two ", "**bold** ", "*it. It* ", "[@aaaa]", "[@ffff]", "* ", "**", "پانی۔ ", "\uE000"),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));

test("whatever is written, sentences lie end to end, spans are the text, and each citation found has one note", () => {
  fc.assert(
    fc.property(anyProse, (text) => {
      const sentences = checkedSentences(text, () => "");
      expect(sentences.map((sentence) => sentence.text).join("")).toBe(text);
      for (const sentence of sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      expect(proseSpans(text).map(printProseSpan).join("")).toBe(text);
      const runs = proseBlocks(text, find).blocks.flatMap((block) => (block.kind === "paragraph" ? block.runs : []));
      const notes = runs.filter(({ kind }) => kind === "note").length;
      expect(notes).toBe(citedIn(text).filter((id) => id === "aaaa").length);
      const letters = runs.map((run) => (run.kind === "text" ? run.text : "")).join("");
      expect(letters.replace(/[*\s]/g, "")).toBe(text.replace(/\[@\w+\]|[*\s]/g, ""));
    }),
  );
});

test.each([
  [{ kind: "words", text: " a ", look: "bold" }, " **a** "],
  [{ kind: "words", text: "a b", look: "italic" }, "*a b*"],
  [{ kind: "words", text: "  ", look: "bold" }, "  "],
  [{ kind: "words", text: "a\nb", look: "bold" }, "**a\nb**"],
  [{ kind: "citation", reference: "abcd" }, "[@abcd]"],
] as const)("%j is written %j", (span, text) => {
  expect(printProseSpan(span)).toBe(text);
});

test("identifiers are cited whole or in part; a claim is found by its whole identifier first", () => {
  const id = named.claim(3);
  expect(citedIn(`a${citation(id)}b[@ABCD] [@abc] [@xyz1]`)).toEqual([id, "ABCD"]);
  const found = claimFinder([{ id: named.claim(1) }, { id }]);
  expect(found(id.toUpperCase())?.id).toBe(id);
  expect(found(id.slice(-6))?.id).toBe(id);
  expect([found(id.slice(0, 8)), found(id.slice(0, 8))]).toEqual([null, null]);
});

test("messages name the sentence, the claim and the words", () => {
  const { flags } = proseBlocks("Boats sink. “Boats float”.[@aaaa][@cccc]", find);
  expect(inWords(flags)).toEqual([
    "Cites no claim: “Boats sink.”",
    "Cites a claim that is not in the report: cccc",
    "The cited claim does not say “Boats float”",
  ]);
});
