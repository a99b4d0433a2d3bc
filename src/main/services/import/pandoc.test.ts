import { expect, test } from "vitest";
import { frontMatter } from "./front-matter.ts";
import { wholeSource } from "./whole.cases.ts";

async function linesOf(source: string): Promise<string[]> {
  const { content } = await wholeSource({ name: "paper.md", bytes: Buffer.from(source) });
  return content.blocks.map((block) => `${block.kind}: ${content.text.slice(block.start, block.end)}`);
}

test.each([
  ["# Water {#water}", ["heading: Water"]],
  ["# Water {#water .unnumbered lang=en-GB}", ["heading: Water"]],
  ["# Water {-}", ["heading: Water"]],
  ['# *Water* {.unlisted title="To one\'s surprise"}', ["heading: Water"]],
  ["Water {#water}\n=====", ["heading: Water"]],
  ["# The set {a, b}", ["heading: The set {a, b}"]],
  ["# Use of {name}", ["heading: Use of {name}"]],
  ["# Water{#water}", ["heading: Water{#water}"]],
  ["Water {#water}", ["paragraph: Water {#water}"]],
  ["![A ferry](f.png){width=50%} stays", ["paragraph: A ferry stays"]],
  ["[the act](https://example.org){.external} of 1990", ["paragraph: the act of 1990"]],
  ["`fare()`{.r} and `a`{b}", ["paragraph: fare() and a{b}"]],
  ["The [Board]{.smallcaps} and [it]{lang=en}", ["paragraph: The Board and it"]],
  ["The set [a]{b}", ["paragraph: The set [a]{b}"]],
  ['::: {.callout-note title="Note"}\nFares rise.\n:::\n\nThen.', ["paragraph: Fares rise.", "paragraph: Then."]],
  [":::: warning ::::\nFares rise.\n\n:::\nInner.\n:::\n::::", ["paragraph: Fares rise.", "paragraph: Inner."]],
  ["- one\n- two\n:::", ["listItem: one", "listItem: two"]],
  ["```\n::: {.note}\n```", ["code: ::: {.note}"]],
  ["He said: ::: and left", ["paragraph: He said: ::: and left"]],
  ["::: {.note} He left", ["paragraph: ::: {.note} He left"]],
])("marks of Pandoc in %j are no words of the paper, other braces and colons are", async (source, lines) => {
  expect(await linesOf(source)).toEqual(lines);
});

test("before braces and after colons there may be very many spaces", async () => {
  const spaces = " ".repeat(200_000);
  const words = (await linesOf(`# a${spaces}{b} c\n\n:::${spaces}x y\n\n::: a${spaces}b`)).join(" ");
  expect(
    words
      .replace(/heading:|paragraph:/g, "")
      .split(/\s+/)
      .filter(Boolean),
  ).toEqual([..."a {b} c ::: x y ::: a b".split(" ")]);
});

test.each([
  ["% Fares\n% Ada Lind; Ben Ray\n% 9 March 2021\n\nText", ["Fares"], ["Ada Lind", "Ben Ray"], ["9 March 2021"]],
  ["% Fares: who\n  pays\n% Ada Lind\n  Ben Ray\n\nText", ["Fares: who pays"], ["Ada Lind", "Ben Ray"], [""]],
  ['% "Fares"\n\nText', ['"Fares"'], [], [""]],
  ["%\n% Ada Lind\n\nText", [""], ["Ada Lind"], [""]],
])("the first lines of %j are title, authors and date", (source, title, author, date) => {
  const { fields, body } = frontMatter(source);
  expect(Object.fromEntries(fields)).toEqual({ title, author, date });
  expect(body.trim()).toBe("Text");
});

test.each(["% of all fares\nrose", "%fares\n\nText", "% a\n% b\n% c\n% d\n\nText", "Text\n% Fares\n\nText"])(
  "%j begins with words of the text",
  (source) => {
    expect(frontMatter(source)).toEqual({ fields: new Map(), body: source });
  },
);

test("a paper with an empty title behind the sign has the title of its first heading", async () => {
  const { title, authors } = await wholeSource({
    name: "paper.md",
    bytes: Buffer.from("%\n% Ada Lind\n\n# Water {#w}\n"),
  });
  expect([title, authors]).toEqual(["Water", ["Ada Lind"]]);
});
