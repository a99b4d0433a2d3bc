import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { align } from "../export/pdf/align.ts";
import { isInk } from "../export/pdf/pair.ts";
import { byPdfjs, samplePaper } from "../export/pdf/pdf.cases.ts";
import { areasOf, openGeometry, placeAt } from "../geometry/geometry.ts";
import { importMarkdown } from "../import/markdown.ts";
import { PdfPages } from "../pdf/pages.ts";
import { PdfSource } from "../pdf/source.ts";
import { openPdf } from "../pdfium/reader.ts";
import { packed } from "./fonts.ts";
import { type ListItem, listMarkup, listNumber } from "./lists.ts";
import { typeset } from "./typeset.ts";

const common = { start: 0, end: 1, page: 0, continues: false, direction: "ltr" as const, marks: [] };
const item = (depth: number, marker: string, ordered = /\w/.test(marker)): ListItem => ({
  ...common,
  kind: "listItem",
  depth,
  marker,
  ordered,
});

test.each([
  ["3.", { pattern: "1.", value: 3 }],
  ["(12)", { pattern: "(1)", value: 12 }],
  ["c)", { pattern: "a)", value: 3 }],
  ["B.", { pattern: "A.", value: 2 }],
  ["•", null],
  ["§ 4", null],
])("the marker %s is counted as %j", (marker, number) => {
  expect(listNumber({ ordered: true, marker })).toEqual(number);
  expect(listNumber({ ordered: false, marker })).toBe(null);
});

test("items become lists in lists, a new one where the way of counting changes", () => {
  let count = 0;
  const made = listMarkup(
    [item(0, "1."), item(1, "•"), item(1, "•"), item(0, "4."), item(0, "a)")],
    () => `i${++count}`,
  );
  const lines = made.replace(/tight: false, spacing: 0.85em, /g, "");
  expect(lines).toBe(
    '#[#enum(numbering: "1.", enum.item(1)[i1\n#[#list(marker: [#"•"], [i2], [i3])]], enum.item(4)[i4])]\n#[#enum(numbering: "a)", enum.item(1)[i5])]',
  );
});

const source = `# The harbour

## Who pays

See the [board](https://example.org/board).[^1] It says **much**.

1. one
2. two
   - inside

| Year | Marks |
|---|---|
| 2022 | 3.7 |

مياه نظيفة للجميع. 清洁的水。

[^1]: The note at the foot, with enough words to be found again.
`;

test("a paper that was no PDF keeps its words, its headings and its links, and every word has its place", async () => {
  const { content } = importMarkdown(source, { bareHeadings: false, warnings: [] });
  const { bytes, warnings } = typeset(samplePaper, content);
  expect(warnings).toEqual([]);
  const read = await byPdfjs(bytes);
  expect(read.outline).toMatchObject([{ title: "The harbour", items: [{ title: "Who pays" }] }]);
  const links = read.pages.flat().filter((page) => page.subtype === "Link");
  expect(links.length).toBeGreaterThanOrEqual(2);
  expect(read.targets.size).toBeGreaterThanOrEqual(1);

  const geometry = openGeometry(await align(content, bytes));
  const reader = await openPdf(bytes, null);
  const { chars } = reader.page(0);
  reader.close();
  const inside = ([x0 = 0, y1 = 0, x1 = 0, , , y0 = 0]: readonly number[]): string =>
    Array.from({ length: chars.length }, (_, k) => {
      const [x, y] = [(chars.left(k) + chars.right(k)) / 2, (chars.bottom(k) + chars.top(k)) / 2];
      return !chars.isGenerated(k) && x >= x0 && x <= x1 && y >= y0 && y <= y1 ? chars.text(k) : "";
    }).join("");
  for (const word of ["harbour", "board", "much", "two", "inside", "3.7", "foot", "again", "清洁"]) {
    const start = content.text.indexOf(word);
    const [area] = areasOf(geometry, [{ start, end: start + word.length }]);
    expect([word, area?.quads.map(inside).join("")]).toEqual([word, word]);
  }
  const arabic = content.text.indexOf("نظيفة");
  expect(areasOf(geometry, [{ start: arabic, end: arabic + 5 }])[0]?.quads).toHaveLength(1);
});

const scripts = {
  Greek: "Καθαρό νερό για όλους",
  Cyrillic: "Чистая вода для всех",
  Arabic: "مياه نظيفة للجميع",
  Hebrew: "מים נקיים לכולם",
  Chinese: "清洁的水属于所有人",
  Japanese: "きれいな水はみんなのもの",
  Korean: "모두에게 깨끗한 물을",
  Devanagari: "सबके लिए साफ़ पानी",
  Bengali: "সবার জন্য পরিষ্কার জল",
  Tamil: "அனைவருக்கும் சுத்தமான நீர்",
  Thai: "น้ำสะอาดสำหรับทุกคน",
  Georgian: "სუფთა წყალი ყველასთვის",
  Armenian: "Մաքուր ջուր բոլորի համար",
  Ethiopic: "ንጹህ ውሃ ለሁሉም",
};

/** The names of the fonts of the first page. */
function fontsOf(bytes: Uint8Array): string[] {
  const source = new PdfSource(bytes);
  const page = new PdfPages(source).at(0)?.dict.get("Resources");
  return [...source.dict(source.dict(page).get("Font")).values()].map((font) => {
    const name = source.resolve(source.dict(font).get("BaseFont"));
    return name !== null && typeof name === "object" && "name" in name ? String(name.name) : "";
  });
}

test("every script the fonts are for is set in a font of its own, and each letter has its place", async () => {
  const { content } = importMarkdown(Object.values(scripts).join("\n\n"), { bareHeadings: false, warnings: [] });
  const { bytes, warnings } = typeset(samplePaper, content);
  expect(warnings).toEqual([]);
  const geometry = openGeometry(await align(content, bytes));
  expect(fontsOf(bytes)).toEqual(
    expect.arrayContaining(
      ["Sans-", "NaskhArabic", ...["Hebrew", "Hans", "KR", ...packed].map((text) => `Sans${text}`)].map((script) =>
        expect.stringContaining(`+Noto${script}`),
      ),
    ),
  );
  for (const [name, words] of Object.entries(scripts)) {
    const start = content.text.indexOf(words);
    const placed = [...words].filter((char, k) => {
      const offset = start + [...words].slice(0, k).join("").length;
      return /\s/.test(char) || areasOf(geometry, [{ start: offset, end: offset + char.length }]).length > 0;
    });
    expect([name, placed.join("")]).toEqual([name, words]);
  }
});

test("a paper in four scripts at once, with words of one inside another, has a place for every letter", async () => {
  const words = [
    "- البند الثاني: الإنفاق، مع **English words** في الوسط.\n- نقطة أولى",
    "मंत्रालय का कहना है कि किराया 14 रुपये से बढ़ना चाहिए।",
    "委员会认为渡船是道路。交通部则表示:“票价必须上涨。” 再加上 English words 和 2026。[^1]",
    "وفاق کہتا ہے کہ 1991 کا معاہدہ کافی ہے (Water Accord, 1991)۔",
    "[^1]: حاشية: محضر الجلسة، ص 14.",
  ];
  const { content } = importMarkdown(words.join("\n\n"), { bareHeadings: false, warnings: [] });
  const geometry = openGeometry(await align(content, typeset(samplePaper, content).bytes));
  const missing = [...content.text].filter((char, index) => isInk(char) && placeAt(geometry, index) === null);
  expect(missing.join("")).toBe("");
});

test("a script without a font is said, its text kept", () => {
  const { content } = importMarkdown("Words in བོད and more", { bareHeadings: false, warnings: [] });
  expect(inWords(typeset(samplePaper, content).warnings)).toEqual([expect.stringContaining("“བ”")]);
});
