import fc from "fast-check";
import { expect, test } from "vitest";
import { dictionaryEntries, Lexer } from "./lexer.ts";
import {
  dateString,
  dict,
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  mapped,
  nameValue,
  type PdfObject,
  type PdfStream,
  printObject,
  refTo,
  textString,
} from "./objects.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const text = (bytes: string): PdfObject => ({ kind: "string", bytes: latin(bytes) });
const stream = (bytes: string, entries: Readonly<Record<string, PdfObject>> = {}): PdfStream => ({
  kind: "stream",
  dict: dict(entries),
  bytes: latin(bytes),
});
const printed = (value: PdfObject): string => printObject(value).toString("latin1");
const readBack = (bytes: Buffer): PdfObject =>
  new Lexer(bytes, 0, (length) => (typeof length === "number" ? length : null)).object();

const kinds = { array: isArray, dict: isDict, name: isName, ref: isRef, stream: isStream, string: isString };

test.each<[keyof typeof kinds | "none", PdfObject | undefined]>([
  ["none", undefined],
  ["none", null],
  ["none", false],
  ["none", 0],
  ["array", []],
  ["array", [nameValue("A")]],
  ["dict", dict({})],
  ["dict", dict({ kind: nameValue("name") })],
  ["name", nameValue("")],
  ["ref", refTo(1)],
  ["stream", stream("")],
  ["string", text("")],
])("one kind only: %s for %j", (kind, value) => {
  const answers = Object.entries(kinds).filter(([, is]) => is(value));
  expect(answers.map(([name]) => name)).toEqual(kind === "none" ? [] : [kind]);
});

test("a name is compared as a whole and with its case", () => {
  expect(["Type", "type", "Typ", ""].map((name) => isName(nameValue("Type"), name))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isName(text("Type"), "Type")).toBe(false);
  expect(isName(nameValue(""), "")).toBe(true);
});

test("a dictionary has the entries that are given, in their order; null is a value, undefined none", () => {
  expect([...dict({ B: 1, A: null, C: undefined, D: false })]).toEqual([
    ["B", 1],
    ["A", null],
    ["D", false],
  ]);
  expect(refTo(5)).toEqual({ kind: "ref", number: 5, generation: 0 });
  expect(refTo(5, 2).generation).toBe(2);
});

test.each<[string, PdfObject, number]>([
  ["a dictionary", dict({ A: 1, B: 2 }), 2],
  ["a stream", stream("x", { Length: 1 }), 1],
  ["an array", [dict({ A: 1 })], 0],
  ["a reference", refTo(1), 0],
  ["null", null, 0],
])("entries of %s", (_, value, count) => {
  expect(dictionaryEntries(value).size).toBe(count);
});

test("all strings and the stream itself are changed once, by what they are; names, numbers and references are not", () => {
  const seen: string[] = [];
  const change = (bytes: Uint8Array, kind: string): Uint8Array => {
    seen.push(`${kind} ${Buffer.from(bytes).toString("latin1")}`);
    return latin(`${Buffer.from(bytes).toString("latin1")}!`);
  };
  const value = [
    nameValue("N"),
    refTo(3),
    1,
    true,
    null,
    text("a"),
    dict({ B: text("b"), C: [text("c")] }),
    stream("d", { D: text("e") }),
    stream("f", { Type: nameValue("EmbeddedFile") }),
    stream("g", { Type: text("EmbeddedFile") }),
  ];
  expect(mapped(value, change)).toEqual([
    nameValue("N"),
    refTo(3),
    1,
    true,
    null,
    text("a!"),
    dict({ B: text("b!"), C: [text("c!")] }),
    stream("d!", { D: text("e!") }),
    stream("f!", { Type: nameValue("EmbeddedFile") }),
    stream("g!", { Type: text("EmbeddedFile!") }),
  ]);
  expect(seen.sort()).toEqual([
    "file f",
    "stream d",
    "stream g",
    "string EmbeddedFile",
    "string a",
    "string b",
    "string c",
    "string e",
  ]);
});

// ISO 32000-1, annex D.2, the column PDF of the Latin character set, in octal there.
test.each([
  ["•", 0o200],
  ["†", 0o201],
  ["…", 0o203],
  ["—", 0o204],
  ["–", 0o205],
  ["⁄", 0o207],
  ["−", 0o212],
  ["‰", 0o213],
  ["„", 0o214],
  ["“", 0o215],
  ["”", 0o216],
  ["‘", 0o217],
  ["’", 0o220],
  ["™", 0o222],
  ["ﬁ", 0o223],
  ["Ł", 0o225],
  ["Ž", 0o231],
  ["ı", 0o232],
  ["ž", 0o236],
  ["€", 0o240],
  ["¡", 0o241],
  ["ÿ", 0o377],
  ["~", 0o176],
  ["\t", 9],
  ["\n", 10],
])("%j has a code of its own", (char, code) => {
  expect([...textString(`a${char}`).bytes]).toEqual([0x61, code]);
});

test.each([
  ["a no-break space", "\u00a0", "00a0"],
  ["a soft hyphen", "\u00ad", "00ad"],
  ["a control character", "\u0001", "0001"],
  ["delete", "\u007f", "007f"],
  ["a C1 control, where the encoding has another sign", "\u0085", "0085"],
  ["Urdu", "\u06cc", "06cc"],
  ["a character outside the basic plane", "\u{1d4b3}", "d835dcb3"],
])("%s is written in UTF-16BE with a mark", (_, char, units) => {
  expect(Buffer.from(textString(`a${char}`).bytes).toString("hex")).toBe(`feff0061${units}`);
});

test.each(["þÿ", "ï»¿x", "þÿx"])("%j is not taken for a byte order mark", (words) => {
  expect(Buffer.from(textString(words).bytes).subarray(2).swap16().toString("utf16le")).toBe(words);
});

test.each(["þ", "ï", "ÿþ", "ïx", "þx", ""])("%j needs no mark", (words) => {
  expect(textString(words).bytes).toHaveLength(words.length);
});

test.each([
  ["2026-01-02T03:04:05.678Z", "D:20260102030405Z"],
  ["2026-01-02T03:04:05Z", "D:20260102030405Z"],
  ["0099-12-31T23:59:59.999Z", "D:00991231235959Z"],
])("the instant %s is the date %s", (instant, date) => {
  expect(Buffer.from(dateString(instant).bytes).toString("latin1")).toBe(date);
});

// Section 7.3.3: digits, a sign and a point; never an exponent. Annex C: about five significant decimal digits.
test.each([
  [0, "0"],
  [-0, "0"],
  [7, "7"],
  [-12, "-12"],
  [2_147_483_648, "2147483648"],
  [0.5, "0.5"],
  [-0.25, "-0.25"],
  [100.1, "100.1"],
  [10.00004, "10"],
  [10.0004, "10.0004"],
  [123.4567, "123.457"],
  [595.27559, "595.276"],
  [72.02400207519531, "72.024"],
  [1e15, "1000000000000000"],
  [1e22, "10000000000000000000000"],
  [0.41239, "0.41239"],
  [0.00072, "0.00072"],
  [-0.000123456789, "-0.000123457"],
  [1e-7, "0.0000001"],
  [1e-30, "0"],
])("the number %d is printed as %s", (value, digits) => {
  expect(printed(value)).toBe(digits);
});

test("a number read back differs by no more than its sixth digit or half a thousandth", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (value) => {
      expect(printed(value)).toMatch(/^-?\d+(\.\d+)?$/);
      const error = Math.abs(Number(printed(value)) - value);
      expect(error).toBeLessThanOrEqual(Math.max(5.001e-13, Math.min(0.0005001, Math.abs(value) * 5.001e-6)));
    }),
  );
});

test.each<[PdfObject, string]>([
  [[1, 2, -3], "[1 2 -3]"],
  [[true, false, null], "[true false null]"],
  [[1, text("a"), 2, nameValue("B"), 3, refTo(4)], "[1(a)2/B 3 4 0 R]"],
  [[[], [1], dict({})], "[[][1]<<>>]"],
  [dict({ A: [], B: text("x"), C: dict({ D: null }), E: nameValue("F") }), "<</A[]/B(x)/C<</D null>>/E/F>>"],
  [[refTo(1), refTo(2, 7)], "[1 0 R 2 7 R]"],
  [nameValue("a.b-c"), "/a.b-c"],
  [nameValue("A#B(C)[D]{E}%/"), "/A#23B#28C#29#5bD#5d#7bE#7d#25#2f"],
  [nameValue("é\n"), "/#e9#0a"],
  [stream("ab"), "<</Length 2>>\nstream\nab\nendstream"],
  [stream("ab", { Length: 99, A: 1 }), "<</Length 2/A 1>>\nstream\nab\nendstream"],
])("%j is written without a space too many or too few", (value, out) => {
  expect(printed(value)).toBe(out);
});

const bytes = fc.uint8Array({ maxLength: 12 }).map((all) => Uint8Array.from(all));
const name = fc.uint8Array({ minLength: 0, maxLength: 6 }).map((all) => Buffer.from(all).toString("latin1"));
const { value: anyValue } = fc.letrec<{ value: PdfObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 1000),
    name.map(nameValue),
    fc.tuple(fc.nat(), fc.nat(65_535)).map(([number, generation]) => refTo(number, generation)),
    bytes.map((all): PdfObject => ({ kind: "string", bytes: all })),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.array(fc.tuple(name, tie("value")), { maxLength: 4 }).map((entries): PdfObject => new Map(entries)),
  ),
}));

/** The same with plain byte arrays, as the lexer's may be views of a buffer. */
const plain = (value: PdfObject): PdfObject => mapped(value, (all) => Uint8Array.from(all));

test("what is printed is read back, whatever is next to what", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(plain(readBack(printObject(value)))).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test("a stream is read back with all its bytes, those that look like its end among them", () => {
  const word = fc.constantFrom("a", "endstream", "\n", "\r", "endobj", ">>", " ").map(latin);
  fc.assert(
    fc.property(fc.array(fc.oneof(word, bytes), { maxLength: 6 }), (parts) => {
      const data = Uint8Array.from(parts.flatMap((part) => [...part]));
      const made = readBack(printObject({ kind: "stream", dict: dict({ A: 1 }), bytes: data }));
      expect(plain(made)).toEqual({ kind: "stream", dict: dict({ A: 1, Length: data.length }), bytes: data });
    }),
  );
});
