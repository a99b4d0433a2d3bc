import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { wholeSource } from "./whole.cases.ts";

const pasted = `The Ferry Question

Briefing Paper
May 2024

Prepared by **Ada Lind**, for the [reading room](https://example.org) and the [desk](#).

Fares

The company holds that a fare of \\$4 is too low and that the state must carry the difference for as long as it says to

Passengers. The council disagrees.

- Trade
- Education

Night boat

It stopped in the winter, and nobody was asked.
`;

/** Blocks as one reads them, a line each. */
async function lines(name: string, bytes: Uint8Array): Promise<string[]> {
  const { content } = await wholeSource({ name, bytes });
  return content.blocks.map((block) => {
    const kind = block.kind === "heading" ? `h${block.level}` : block.kind === "listItem" ? block.marker : block.kind;
    return `${block.continues ? "… " : ""}${kind}: ${content.text.slice(block.start, block.end)}`;
  });
}

test("text pasted with Markdown marks is read with its headings, lists and sentences over page breaks", async () => {
  expect(await lines("pasted.txt", Buffer.from(pasted))).toEqual([
    "h1: The Ferry Question",
    "paragraph: Briefing Paper May 2024",
    "paragraph: Prepared by Ada Lind, for the reading room and the desk.",
    "h2: Fares",
    "paragraph: The company holds that a fare of $4 is too low and that the state must carry the difference for as long as it says to",
    "… paragraph: Passengers. The council disagrees.",
    "•: Trade",
    "•: Education",
    "h2: Night boat",
    "paragraph: It stopped in the winter, and nobody was asked.",
  ]);
});

test("its title, author and date are found, a link to nowhere is none", async () => {
  const { title, authors, date, content } = await wholeSource({ name: "pasted.txt", bytes: Buffer.from(pasted) });
  expect({ title, authors, date }).toEqual({ title: "The Ferry Question", authors: ["Ada Lind"], date: "2024-05" });
  const links = content.blocks
    .flatMap((block) => block.marks)
    .flatMap((mark) => (mark.kind === "link" ? [mark.href] : []));
  expect(links).toEqual(["https://example.org"]);
});

test.each([
  ["an empty file", Buffer.from(""), "is empty"],
  ["white space only", Buffer.from(" \n\n"), "is empty"],
  ["binary junk named .txt", Buffer.from([0, 1, 2, 250, 0]), "is not a text"],
  ["a PDF that is none", Buffer.from("%PDF-1.7 nothing"), "damaged"],
])("%s gives one sentence", async (_what, bytes, sentence) => {
  await expect(wholeSource({ name: "x.txt", bytes })).rejects.toThrow(sentence);
});

test("an old encoding is recognised and said", async () => {
  const { content } = await wholeSource({
    name: "x.txt",
    bytes: Buffer.from("Un café très cher à côté de la forêt, dit-elle.", "latin1"),
  });
  expect(content.text).toContain("café très cher à côté");
  expect(content.warnings[0]).toMatchObject({ key: "import.encodingGuessed" });
});

const lossless = `---
title: 'It''s "quoted"'
authors:
  - name: Anna Front
  - Ben Second
tags: [a, b]
date: 9 March 2021
---

# Head[^h]

Words.[^a] Again.[^a] In the line.^[Inline note.] An ![alt *text*](x.png).

| Col | Other |
|---|---|
| One[^t] | Two with \`code|pipe\` |

> Quoted[^q]

- [ ] Open
- [x] Done

<div>Block <b>bold</b></div>

Line<br>break and <span>span</span>, <sup>2</sup>. <!-- comment -->

[^a]: First.

    Second.

    - Item

    \`\`\`
    Code
    \`\`\`

    | x | y |
    |---|---|
    | 1 | 2[^in] |
[^h]: Of the head.
[^in]: Inside.
[^t]: Of the table.
[^q]: Of the quotation.
[^unused]: Never used.
[^loop]: Only [^loop] itself.
`;

test("notes are written once, after what refers to them or at the end, with all their blocks; HTML is read; fields are known", async () => {
  const { title, authors, date, content } = await wholeSource({ name: "a.md", bytes: Buffer.from(lossless) });
  expect({ title, authors, date }).toEqual({
    title: 'It\'s "quoted"',
    authors: ["Anna Front", "Ben Second"],
    date: "2021-03-09",
  });
  expect(await lines("a.md", Buffer.from(lossless))).toEqual([
    "h1: Head",
    "footnote: Of the head.",
    "paragraph: Words. Again. In the line. An alt text.",
    "footnote: First.",
    "footnote: Second.",
    "•: Item",
    "code: Code",
    "table: x\ty\n1\t2",
    "footnote: Inside.",
    "footnote: Inline note.",
    "table: Col\tOther\nOne\tTwo with code|pipe",
    "footnote: Of the table.",
    "quotation: Quoted",
    "footnote: Of the quotation.",
    "☐: Open",
    "☑: Done",
    "paragraph: Block bold",
    "paragraph: Line\nbreak and span, 2. ",
    "footnote: Never used.",
    "footnote: Only  itself.",
  ]);
  expect(content.warnings).toEqual([
    message("import.commentsSkipped", { count: 1 }),
    message("import.fieldsSkipped", { names: ["tags"] }),
  ]);
});

test.each([
  ["---\nFoo\n---\nBar\n", ["h2: Foo", "paragraph: Bar"]],
  ["---\nauthor: Ada\n---\nBar\n", ["paragraph: Bar"]],
  [
    "---\nNo fields, only words: none\nand more\n---\nBar\n",
    ["h2: No fields, only words: none and more", "paragraph: Bar"],
  ],
])("%j is front matter only where it has fields", async (text, expected) => {
  expect(await lines("a.md", Buffer.from(text))).toEqual(expected);
});

test("lines of Markdown are kept where that is asked for", async () => {
  const reading = { encoding: null, lines: "keep" } as const;
  const { content } = await wholeSource({ name: "a.md", bytes: Buffer.from("One\ntwo\n"), reading });
  expect(content.text).toBe("One\ntwo");
});
