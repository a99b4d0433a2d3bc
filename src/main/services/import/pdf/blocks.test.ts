import { expect, test } from "vitest";
import { type Around, type Piece, piecesOf } from "./blocks.ts";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines } from "./fixtures/read-pages.ts";

const around = (part: Partial<Around> = {}): Around => ({
  body: 10,
  bold: false,
  foot: 200,
  outlined: () => null,
  called: new Set(),
  ...part,
});
const pieces = (prints: readonly Print[], part?: Partial<Around>): Piece[] => piecesOf(linesFrom(prints), around(part));
/** Kind and words of each piece, its mark left out. */
const texts = (prints: readonly Print[], part?: Partial<Around>): string[] =>
  pieces(prints, part).map(({ kind, lines, skip, marker }) => {
    const words = lines
      .map((line) => line.text)
      .join(" ")
      .slice(skip);
    return marker === "" ? `${kind}: ${words}` : `${kind} ${marker}: ${words}`;
  });
const prose = proseLines(8);

test("lines at one distance are a paragraph, a wider one begins another", () => {
  expect(texts(downFrom(500, prose))).toEqual([`paragraph: ${prose.join(" ")}`]);
  const two = [...downFrom(500, prose.slice(0, 4)), ...downFrom(430, prose.slice(4))];
  expect(texts(two)).toEqual([`paragraph: ${prose.slice(0, 4).join(" ")}`, `paragraph: ${prose.slice(4).join(" ")}`]);
});

test("in a justified column a sentence that ends a little short ends its paragraph, in a ragged one it may not", () => {
  // Lines of forty letters end at 250; the fourth stops four points before that.
  const line = (n: number): string => `${"abcdefgh"[n]}${" harbour council ministry islands tariff".slice(0, 39)}`;
  const justified = Array.from({ length: 8 }, (_, n) => (n === 3 ? `${line(n).slice(0, 38)}.` : line(n)));
  expect(texts(downFrom(500, justified))).toHaveLength(2);
  const ragged = justified.map((text, n) => (n === 3 ? text : text.slice(0, 40 - (n % 5))));
  expect(texts(downFrom(500, ragged))).toHaveLength(1);
});

test("a title's short last line, in the middle, goes on with it", () => {
  const title = (text: string, n: number): Print => ({ text, x: 200 - text.length * 4, y: 500 - n * 20, size: 16 });
  const lines = ["Fares and costs of the ferries of the", "islands, their councils and harbours, in", "two reports"];
  const [whole] = texts([...lines.map(title), ...downFrom(420, prose)]);
  expect(whole).toBe(`heading: ${lines.join(" ")}`);
});

test("the head of a list of contents is none of the title above it", () => {
  const prints = ["Annex for the web", "Contents"].map((text, n) => ({ text, x: 50, y: 500 - n * 20, size: 16 }));
  expect(texts([...prints, ...downFrom(420, prose)]).slice(0, 2)).toEqual([
    "heading: Annex for the web",
    "heading: Contents",
  ]);
});

test("an indented line begins a paragraph", () => {
  const prints = downFrom(500, prose).map((print, n) =>
    n === 4 ? { ...print, text: `The ${print.text}`, x: 65 } : print,
  );
  expect(texts(prints)).toHaveLength(2);
});

test("a line that stops short after a sentence ends its paragraph, one in mid-sentence does not", () => {
  const stopped = [...prose.slice(0, 3), "It ends here.", ...prose.slice(3)];
  expect(texts(downFrom(500, stopped))).toHaveLength(2);
  const going = [...prose.slice(0, 3), "it goes on here", ...prose.slice(3)];
  expect(texts(downFrom(500, going))).toHaveLength(1);
});

test.each([
  ["larger print", { text: "Fares and costs", x: 50, y: 540, size: 14 }],
  ["bold print", { text: "Fares and costs", x: 50, y: 540, bold: true }],
])("a line in %s above prose is a heading", (_, heading) => {
  expect(texts([heading, ...downFrom(510, prose)])[0]).toBe("heading: Fares and costs");
});

test.each([
  ["a sentence in bold", { text: "Nobody pays for the ferry.", x: 50, y: 540, bold: true }],
  ["bold print that goes on", { text: "The council has said,", x: 50, y: 540, bold: true }],
  ["figures alone", { text: "12 / 34", x: 50, y: 540, size: 14 }],
])("%s is no heading", (_, line) => {
  expect(texts([line, ...downFrom(510, prose)])[0]).not.toMatch(/^heading/);
});

test("where all print is bold, bold means nothing", () => {
  const prints = [{ text: "Fares and costs", x: 50, y: 540, bold: true }, ...downFrom(510, prose, { bold: true })];
  expect(texts(prints, { bold: true })[0]).toBe("paragraph: Fares and costs");
});

test("words of the file's outline are a heading of its level", () => {
  const outlined = (text: string): number | null => (text === "Fares and costs" ? 3 : null);
  const [first] = pieces([{ text: "Fares and costs", x: 50, y: 540 }, ...downFrom(510, prose)], { outlined });
  expect([first?.kind, first?.level]).toEqual(["heading", 3]);
});

test.each([
  ["1.2 The port of the islands", "heading: 1.2 The port of the islands"],
  ["CHAPTER IV THE PORT", "heading: CHAPTER IV THE PORT"],
  ["Chapter four of the book", "paragraph: Chapter four of the book"],
])("by its number %j is read as %j", (text, wanted) => {
  expect(texts([{ text, x: 50, y: 540 }, ...downFrom(510, prose)])[0]).toBe(wanted);
});

test("items begin with their marks, and their further lines are in", () => {
  const items = [
    { text: "• The council says that nobody in the", x: 50, y: 500 },
    { text: "islands pays", x: 60, y: 486 },
    { text: "• The ministry says that all", x: 50, y: 472 },
    { text: "2. And a number", x: 50, y: 458 },
  ];
  expect(texts(items)).toEqual([
    "listItem •: The council says that nobody in the islands pays",
    "listItem •: The ministry says that all",
    "listItem 2.: And a number",
  ]);
});

test.each([
  ["Figure 3: Fares by year", "caption"],
  ["Table 2. Fares", "caption"],
  ["Fig. 4 – Fares", "caption"],
  ["图 3：票价", "caption"],
  ["Table 5 - Fares", "caption"],
  ["Figure 3 shows that fares have risen in each of the years", "paragraph"],
  ["Tables and chairs", "paragraph"],
])("%j in the size of the text is a %s", (text, kind) => {
  expect(texts([{ text, x: 50, y: 540 }, ...downFrom(505, prose)])[0]).toMatch(new RegExp(`^${kind}`));
});

test("a caption may be written from right to left", () => {
  // Printed from the left, as the file has the signs of a line that runs the other way.
  const text = [..."جدول ۳: کرایہ"].toReversed().join("");
  expect(texts([{ text, x: 50, y: 540 }, ...downFrom(505, prose)])[0]).toBe("caption: جدول ۳: کرایہ");
});

test("smaller print after a caption's name is a caption without a point too", () => {
  expect(texts([{ text: "Figure 3 Fares by year", x: 50, y: 540, size: 8 }, ...downFrom(505, prose)])[0]).toBe(
    "caption: Figure 3 Fares by year",
  );
});

test("small print at the foot with a mark that the text has is a note", () => {
  const prints = [...downFrom(500, prose), { text: "3 See the letter of March.", x: 50, y: 100, size: 8 }];
  expect(texts(prints, { called: new Set(["3"]) }).at(-1)).toBe("footnote 3: See the letter of March.");
  expect(texts(prints).at(-1)).toMatch(/^paragraph/);
  expect(texts(prints, { called: new Set(["3"]), foot: 50 }).at(-1)).not.toMatch(/^footnote/);
});

test("every line is in one piece, in its order, whatever the page holds", () => {
  const prints = [
    { text: "Fares", x: 50, y: 560, size: 16 },
    ...downFrom(530, prose),
    { text: "• item", x: 50, y: 400 },
    { text: "Table 1. All", x: 50, y: 380 },
    ...downFrom(360, prose, { size: 8 }, 10),
    { text: "1 note", x: 50, y: 100, size: 7 },
  ];
  const lines = linesFrom(prints);
  expect(piecesOf(lines, around()).flatMap((piece) => piece.lines)).toEqual(lines);
  expect(piecesOf([], around())).toEqual([]);
});

test("a paragraph that is tagged as an item keeps the number by which it is cited", () => {
  const tag = { kind: "listItem", level: 0, label: false, table: 0, row: 0, header: false } as const;
  const kindOf = (text: string): [string, string, number] => {
    const lines = linesFrom([{ text, x: 50, y: 400 }]).map((line) => ({ ...line, tag: { ...tag, id: 1 } }));
    const [piece] = piecesOf(lines, around());
    return [piece?.kind ?? "", piece?.marker ?? "", piece?.skip ?? 0];
  };
  expect(kindOf("1.1. Qatar is a country on the Gulf")).toEqual(["paragraph", "", 0]);
  expect(kindOf("3.12 Visits are searched")).toEqual(["paragraph", "", 0]);
  expect(kindOf("3. Visits are searched")).toEqual(["listItem", "3.", 3]);
  expect(kindOf("2.5 million people visit")).toEqual(["paragraph", "", 0]);
  expect(kindOf("Visits are searched")).toEqual(["listItem", "•", 0]);
});

test("on a page in larger print than the paper's, only what reads as a heading is one", () => {
  const large = { size: 12 };
  const page = (middle: readonly string[]): Print[] => {
    const lines = [...proseLines(10), ...middle, ...proseLines(10, 3)];
    // Each of the lines between is apart from the others.
    return lines.map((text, n) => ({
      text,
      x: 50,
      y: 700 - n * 16 - (n >= 10 ? (Math.min(n, 10 + middle.length) - 9) * 12 : 0),
      ...large,
    }));
  };
  const own = [
    "Fares of ferries",
    "PART III OF THE PORTS",
    "(a) he is a master; or",
    "A port is open in each of the years in which,",
    "it is in writing",
  ];
  expect(texts(page(own)).slice(1, -1)).toEqual([
    "heading: Fares of ferries",
    "heading: PART III OF THE PORTS",
    "listItem (a): he is a master; or",
    "paragraph: A port is open in each of the years in which,",
    "paragraph: it is in writing",
  ]);
});

test("an item that ends in “and” or “or”, or begins in a small letter, is no heading by its size", () => {
  const above = (text: string): string | undefined =>
    texts([{ text, x: 50, y: 540, size: 14 }, ...downFrom(505, prose)])[0];
  expect(above("(b) Orders of the council; and")).toMatch(/^listItem/);
  expect(above("(b) orders of the council")).toMatch(/^listItem/);
  expect(above("(b) Orders of the council")).toMatch(/^heading/);
});
