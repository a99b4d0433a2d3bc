import fc from "fast-check";
import { expect, test } from "vitest";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { Lexer } from "./lexer.ts";
import { dateString, dict, nameValue, type PdfObject, printObject, refTo, textString } from "./objects.ts";

const text = (bytes: string): PdfObject => ({ kind: "string", bytes: Uint8Array.from(Buffer.from(bytes, "latin1")) });
const read = (source: string): PdfObject => new Lexer(Buffer.from(source, "latin1"), 0).object();

test.each<[string, PdfObject]>([
  ["null", null],
  ["true", true],
  ["-.5", -0.5],
  ["+17", 17],
  ["% a comment\n 4.", 4],
  ["12 0 R", refTo(12)],
  ["[1 2 0 R 3]", [1, refTo(2), 3]],
  ["[1 2]", [1, 2]],
  ["[1 0 2 0 R]", [1, 0, refTo(2)]],
  ["[12 0 R]", [refTo(12)]],
  ["7\n0 % of the first kind\nR", refTo(7)],
  ["12 0 Rx", 12],
  ["12 3.5 R", 12],
  ["0012", 12],
  ["10000000000000000000", 1e19],
  ["/A#20B", nameValue("A B")],
  ["(a(b)c)", text("a(b)c")],
  ["(a\\)\\n\\101\\7x)", text("a)\nA\x07x")],
  ["(a\\\r\nb)", text("ab")],
  ["<</A/B/C[<</D 1>>]>>", dict({ A: nameValue("B"), C: [dict({ D: 1 })] })],
])("%s is read", (source, value) => {
  expect(read(source)).toEqual(value);
});

test.each(["", "<</A", "[1 2", "<41", "what", "[".repeat(5000)])("%s is refused", (source) => {
  expect(() => read(source.slice(0, 5000))).toThrow("damaged");
});

test("a stream ends where its length says, else where the next word says", () => {
  const source = Buffer.from("<</Length 3>>\nstream\nabc\nendstream", "latin1");
  const trusting = new Lexer(source, 0, (length) => (typeof length === "number" ? length : null)).object();
  expect(trusting).toMatchObject({ kind: "stream", bytes: Buffer.from("abc") });
  const wrong = new Lexer(source, 0, () => 900).object();
  expect(wrong).toMatchObject({ kind: "stream", bytes: Buffer.from("abc\n") });
});

test.each<[PdfObject, string]>([
  [textString("plain"), "(plain)"],
  [textString("a(b)\\c\r"), "(a\\(b\\)\\\\c\\r)"],
  [textString("“é” – €"), "(\x8d\xe9\x8e \x85 \xa0)"],
  [textString("دعوى"), "(\xfe\xff\x06/\x069\x06H\x06I)"],
  [textString("😀"), "(\xfe\xff\xd8=\xde\x00)"],
  [textString("þÿ"), "(\xfe\xff\x00\xfe\x00\xff)"],
  [dateString("2026-01-02T03:04:05.678Z"), "(D:20260102030405Z)"],
  [nameValue("A B/"), "/A#20B#2f"],
  [
    dict({ A: [1, 0.25, null, true], B: refTo(3), C: nameValue("D"), E: 5 }),
    "<</A[1 0.25 null true]/B 3 0 R/C/D/E 5>>",
  ],
])("%j is printed as %s", (value, printed) => {
  expect(printObject(value).toString("latin1")).toBe(printed);
});

// ISO 32000-1, 7.3.4.2, with its examples.
test.each<[string, string, string]>([
  ["balanced parentheses", "(a (b) (c (d)) e)", "a (b) (c (d)) e"],
  ["escaped parentheses", "(\\(a\\)\\))", "(a))"],
  ["a line that goes on", "(These \\\ntwo strings \\\rare the \\\r\nsame.)", "These two strings are the same."],
  ["each escape", "(\\n\\r\\t\\b\\f\\\\)", "\n\r\t\b\f\\"],
  ["an escape that is none", "(\\a\\q\\9)", "aq9"],
  ["octal digits", "(\\0053\\053\\53+)", "\x053+++"],
  ["an octal number above 255", "(\\400\\777)", "\0\xff"],
  ["octal digits that end early", "(\\1)", "\x01"],
  ["an eight after octal digits", "(\\18)", "\x018"],
  ["nothing", "()", ""],
  ["a percent sign, which begins no comment here", "(50% of)", "50% of"],
  ["no end", "(to the end", "to the end"],
  ["a backslash at the end", "(a\\", "a\0"],
])("a literal string with %s", (_, source, bytes) => {
  expect(read(source)).toEqual(text(bytes));
});

// 7.3.4.3.
test.each<[string, string]>([
  ["<901FA3>", "\x90\x1f\xa3"],
  ["<901FA>", "\x90\x1f\xa0"],
  ["<90 1f\nA3>", "\x90\x1f\xa3"],
  ["<>", ""],
  ["< >", ""],
  ["<7>", "p"],
])("the hexadecimal string %s", (source, bytes) => {
  expect(Buffer.from((read(source) as { bytes: Uint8Array }).bytes).toString("latin1")).toBe(bytes);
});

// 7.3.5, table 4.
test.each([
  ["/Name1", "Name1"],
  ["/A;Name_With-Various***Characters?", "A;Name_With-Various***Characters?"],
  ["/Lime#20Green", "Lime Green"],
  ["/paired#28#29parentheses", "paired()parentheses"],
  ["/The_Key_of_F#23_Minor", "The_Key_of_F#_Minor"],
  ["/A#42", "AB"],
  ["/A#4x#", "A#4x#"],
  ["/", ""],
  ["/A/B", "A"],
  ["/A(b)", "A"],
  ["/A[", "A"],
  ["/A%b", "A"],
])("the name %s", (source, name) => {
  expect(read(source)).toEqual(nameValue(name));
});

test.each<[string, PdfObject]>([
  ["+.5", 0.5],
  ["-0", -0],
  ["-002", -2],
  ["34.5", 34.5],
  ["999999999999999", 999_999_999_999_999],
  ["1234567890123456", 1_234_567_890_123_456],
  ["false", false],
  ["1/A", 1],
  ["1(a)", 1],
  ["1 2 R", refTo(1, 2)],
  ["1 2R", 1],
  ["1 R", 1],
  ["1 2 3 R", 1],
  ["1 0 R/A", refTo(1)],
  ["1 0 R]", refTo(1)],
  ["1 0 R", refTo(1)],
  ["1\0\f\t0\rR", refTo(1)],
  ["-1 0 R", -1],
  ["1.0 0 R", 1],
])("%j is read as one value", (source, value) => {
  expect(read(source)).toEqual(value);
});

test.each(["nul", "True", "--1", "1-2", ".", "-", "Infinity", "1e999", ")", ">", "}", "<</A 1", "<<1 2>>", "<</A>>"])(
  "%j is refused",
  (source) => {
    expect(() => read(source)).toThrow("damaged");
  },
);

test("a dictionary that gives a key twice has the later value", () => {
  expect(read("<</A 1/B 2/A 3>>")).toEqual(dict({ A: 3, B: 2 }));
});

test("nesting is read as deep as two hundred, and refused below", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  expect(() => read(nested(200))).not.toThrow();
  expect(() => read(nested(202))).toThrow("damaged");
  expect(() => read("<</A".repeat(300))).toThrow("damaged");
});

test("values are read one after the other, each from where the last ended", () => {
  const lexer = new Lexer(Buffer.from("1 % one\n(two)<33>/Four[5]<</Six 6>>true 8"), 0);
  const seen = Array.from({ length: 8 }, () => lexer.object());
  expect(seen.map((value) => printObject(value).toString())).toEqual([
    "1",
    "(two)",
    "(3)",
    "/Four",
    "[5]",
    "<</Six 6>>",
    "true",
    "8",
  ]);
  expect(lexer.at).toBe(lexer.bytes.length);
  expect([lexer.word(), lexer.word()]).toEqual(["", ""]);
});

test("words end at white space and delimiters, and comments are skipped", () => {
  const lexer = new Lexer(Buffer.from(" %x\r% y\n12\0obj<<"), 0);
  expect([lexer.word(), lexer.word(), lexer.word()]).toEqual(["12", "obj", ""]);
});

test.each([
  ["a line feed", "\n"],
  ["a carriage return and a line feed", "\r\n"],
  ["a carriage return alone", "\r"],
])("the bytes of a stream begin after %s", (_, end) => {
  const lengthOf = (length: PdfObject): number | null => (typeof length === "number" ? length : null);
  const source = Buffer.from(`<</Length 3>>stream${end}a\nb\nendstream`);
  expect(new Lexer(source, 0, lengthOf).object()).toMatchObject({ bytes: Buffer.from("a\nb") });
});

test("a stream without an end is refused, a dictionary before another word is none", () => {
  expect(() => read("<<>>stream\nabc")).toThrow("damaged");
  expect(read("<</A 1>>streams")).toEqual(dict({ A: 1 }));
  expect(read("<</A 1>> endobj")).toEqual(dict({ A: 1 }));
});

test("whatever bytes there are, a value is read or refused, and never past the end", () => {
  const token = fc.constantFrom(
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "/A",
    "1",
    "0",
    "R",
    "<",
    ">",
    "\\",
    "%",
    "\n",
    "stream",
  );
  const bytes = fc
    .array(fc.oneof(token, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 20 })
    .map((parts) => Buffer.from(parts.join(" "), "latin1"));
  fc.assert(
    fc.property(bytes, (source) => {
      const lexer = new Lexer(source, 0);
      try {
        lexer.object();
        expect(lexer.at).toBeLessThanOrEqual(source.length + 2);
      } catch (error) {
        expect(error).toBeInstanceOf(WorkbenchError);
      }
    }),
    { numRuns: 400 },
  );
});
