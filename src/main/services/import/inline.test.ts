import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import type { Mark } from "../../../shared/model/content.ts";
import { type InlineOptions, inlineRun, runLength } from "./inline.ts";

const parser = new MarkdownIt({ html: true });
const run = (source: string, options: Partial<InlineOptions> = {}) => {
  const left = { comments: 0, scripts: 0, hidden: 0 };
  const tokens = parser.parseInline(source, {})[0]?.children ?? [];
  return { ...inlineRun(tokens, { softBreak: " ", left, areUnknownTagsShown: false, ...options }), left };
};
/** The words of each mark, with its kind. */
const marked = (source: string): string[] => {
  const { text, marks } = run(source);
  return marks.map((mark: Mark) => `${mark.kind} ${text.slice(mark.start, mark.end)}`);
};

test.each<[string, string, readonly string[]]>([
  ["plain words", "plain words", []],
  ["*slanted*", "slanted", ["italic slanted"]],
  ["**bold**", "bold", ["bold bold"]],
  ["~~gone~~", "gone", ["strike gone"]],
  ["`a*b`", "a*b", ["code a*b"]],
  ["***both***", "both", ["bold both", "italic both"]],
  ["a **b *c* d** e", "a b c d e", ["italic c", "bold b c d"]],
  ["[here](https://example.org/)", "here", ["link here"]],
  ["<https://example.org/>", "https://example.org/", ["link https://example.org/"]],
  ["\\*no\\*", "*no*", []],
  ["&amp; &copy; &#65;", "& © A", []],
  ["![a *ferry*](x.png) here", "a ferry here", ["italic ferry"]],
  ["", "", []],
])("%j reads %j", (source, text, marks) => {
  expect(run(source).text).toBe(text);
  expect(marked(source)).toEqual(marks);
});

test.each<[string, string, readonly string[]]>([
  ["<b>bold</b> x", "bold x", ["bold bold"]],
  ["<STRONG>bold</STRONG>", "bold", ["bold bold"]],
  ["x<sup>2</sup>", "x2", ["superscript 2"]],
  ["<kbd>Ctrl</kbd>", "Ctrl", ["code Ctrl"]],
  ["<i><b>both</b></i>", "both", ["bold both", "italic both"]],
  ["<i><b>crossed</i></b>", "crossed", ["italic crossed", "bold crossed"]],
  ["<b>never closed", "never closed", []],
  ["never opened</b>", "never opened", []],
  ["<b></b>", "", []],
  ["a<br>b<BR/>c", "a\nb\nc", []],
  ['<img alt="a ferry" src="x"> sails', "a ferry sails", []],
  ["<img alt='a \"big\" ferry'>", 'a "big" ferry', []],
  ["<img alt=ferry>", "ferry", []],
  ["<img src=x>", "", []],
  ['<a href="https://example.org/">here</a>', "here", ["link here"]],
  ["<span class=x>words</span>", "words", []],
  ["<constructor>words</constructor>", "words", []],
  ["<toString>words", "words", []],
  ["<script>alert(1)</script>", "<script>alert(1)</script>", []],
  ["<textarea>", "<textarea>", []],
])("the HTML %j reads %j", (source, text, marks) => {
  expect(run(source).text).toBe(text);
  expect(marked(source)).toEqual(marks);
});

test.each([
  ["[x](javascript:alert)", []],
  ["[x](#)", []],
  ["[x]()", []],
  ['<a href="#">x</a>', []],
  ['<a href="javascript:alert(1)">x</a>', []],
  ["[x](mailto:ada@example.org)", ["mailto:ada@example.org"]],
  ["[x](https://example.org/?a=1&b=2)", ["https://example.org/?a=1&b=2"]],
])("the link of %j leads to %j", (source, targets) => {
  const links = run(source).marks.flatMap((mark) => (mark.kind === "link" ? [mark.href] : []));
  expect(links).toEqual(targets);
});

test.each([
  ["one\ntwo", "one two", "one\ntwo"],
  ["one\n  two", "one two", "one\ntwo"],
  ["possi-\nble", "possi-ble", "possi-\nble"],
  ["Anglo-\nSaxon", "Anglo- Saxon", "Anglo-\nSaxon"],
  ["水价\n改革", "水价改革", "水价\n改革"],
  ["one  \ntwo", "one\ntwo", "one\ntwo"],
  ["one\\\ntwo", "one\ntwo", "one\ntwo"],
])("the line end of %j is %j, or %j where lines are kept", (source, joined, kept) => {
  expect(run(source).text).toBe(joined);
  expect(run(source, { softBreak: "\n" }).text).toBe(kept);
});

test("comments are counted, and nothing of them is read", () => {
  const { text, left } = run("a <!-- one --> b <!-- two --> c");
  expect([text.replace(/ +/g, " "), left.comments]).toEqual(["a b c", 2]);
});

test("marks lie within their text and are not empty", () => {
  for (const source of ["**a** *b*", "a **", "<b> </b>", "**[x](https://e.org/)** `c`", "*a **b** c*"]) {
    const { text, marks } = run(source);
    for (const { start, end } of marks) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  }
});

test.each([
  ["", 0],
  ["  \n ", 0],
  [" a b ", 3],
])("%j is %d characters long", (text, length) => {
  expect(runLength({ text, marks: [] })).toBe(length);
});
