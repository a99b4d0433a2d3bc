import { describe, expect, test } from "vitest";
import { importMarkdown } from "./markdown.ts";

const read = (source: string) => importMarkdown(source, { bareHeadings: false, warnings: [] });
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("");

/** What a file of many parts becomes: its text, or the sentence that refuses it. */
function outcome(source: string): string {
  try {
    return read(source).content.text;
  } catch (error) {
    return (error as { reason?: { key: string } }).reason?.key ?? String(error);
  }
}

describe("a text that is made to take long is read whole", () => {
  test("notes that refer to one another in a chain are each there once, the deep ones at the end", () => {
    const count = 5000;
    const { content } = read(`[^0]\n\n${times(count, (i) => `[^${i}]: note ${i} [^${i + 1}]\n\n`)}`);
    expect(content.blocks).toHaveLength(count);
    const texts = content.blocks.map(({ start, end }) =>
      content.text
        .slice(start, end)
        .replace(/ ?\[.*/, "")
        .trim(),
    );
    expect(new Set(texts).size).toBe(count);
    expect(content.blocks.every((block) => block.kind === "footnote")).toBe(true);
  });

  test("notes of one label come in their order, where they are referred to and at the end", () => {
    const { content } = read("a[^x] b[^x]\n\n[^x]: one\n\n[^x]: two\n\n[^x]: three\n");
    expect(content.text).toBe("a b\none\ntwo\nthree");
    const many = read(times(100_000, () => "[^a]: b\n\n"));
    expect(many.content.blocks).toHaveLength(100_000);
  });

  test.each([
    ["lines of one paragraph", times(200_000, () => "a\n"), "a ".repeat(200_000).trim()],
    ["hard line ends", times(100_000, () => "a  \n"), "a\n".repeat(100_000).trim()],
    ["nested emphasis", `${"*a ".repeat(50_000)}${"b*".repeat(50_000)}`, `${"a ".repeat(50_000)}${"b".repeat(50_000)}`],
    ["brackets", `${"[".repeat(100_000)}a${"]".repeat(100_000)}`, `${"[".repeat(100_000)}a${"]".repeat(100_000)}`],
    ["beginnings of links", "[a](".repeat(100_000), "[a](".repeat(100_000)],
  ])("%s", (_what, source, text) => {
    // Long paragraphs are split, which adds line ends.
    expect(read(source).content.text.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
  });
});

describe("what is too much is refused in a sentence, and nothing of it is left out in silence", () => {
  const row = `|${"a|".repeat(1000)}\n`;
  test.each([
    ["a table of 300,000 cells", `${row}|${"-|".repeat(1000)}\n${row.repeat(300)}`, "import.tooManyParts"],
    ["a million lines", "a\n".repeat(1_000_000), "import.tooManyParts"],
    ["300,000 headings", "# a\n".repeat(300_000), "import.tooManyParts"],
    ["a deep quotation", `${">".repeat(5000)}a`, "import.tooNested"],
    ["a deep list", `${"- ".repeat(5000)}a`, "import.tooNested"],
    ["quotations and lists in turn", `${"> - ".repeat(2000)}a`, "import.tooNested"],
    ["notes inside of notes", `${"^[".repeat(20_000)}x${"]".repeat(20_000)}`, "import.tooNested"],
  ])("%s", (_what, source, key) => {
    expect(outcome(source)).toBe(key);
  });

  test("what people write is far below: a list of twenty levels, a quotation of ten, a table of 20,000 cells", () => {
    const list = times(20, (i) => `${"  ".repeat(i)}- item ${i}\n`);
    expect(outcome(list).split("\n")).toHaveLength(20);
    expect(outcome(`${"> ".repeat(10)}said`)).toBe("said");
    const cells = `|${"a|".repeat(20)}\n`;
    expect(outcome(`${cells}|${"-|".repeat(20)}\n${cells.repeat(1000)}`).match(/a/g)).toHaveLength(20_020);
  });
});
