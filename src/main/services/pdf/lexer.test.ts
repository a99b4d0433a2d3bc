import { expect, test } from "vitest";
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
