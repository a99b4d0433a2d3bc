import { expect, test } from "vitest";
import { charsetOf, type MimePart, parseMime } from "./parts.ts";

const parse = (...lines: readonly string[]): MimePart => parseMime(Buffer.from(lines.join("\r\n"), "latin1"));
const words = (part: MimePart | undefined): string => Buffer.from(part?.body() ?? []).toString();
/** The tree of a message as media types and words. */
const tree = (part: MimePart): unknown =>
  part.parts.length > 0 ? [part.type.value, ...part.parts.map(tree)] : words(part);

test.each<[string, readonly string[], string]>([
  ["as it is", ["", "a=3D\u00c3\u00a9"], "a=3Dé"],
  [
    "quoted-printable",
    ["Content-Transfer-Encoding: Quoted-Printable", "", "a=3D=C3=A9 =", "b \t", "c=zz"],
    "a=é b\r\nc=zz",
  ],
  ["base64", ["Content-Transfer-Encoding: base64", "", "w6kg", "YQ=="], "é a"],
  ["base64 with dirt", ["Content-Transfer-Encoding: base64", "", "w6 !kg\u00e9YQ"], "é a"],
  ["an encoding with a comment", ["Content-Transfer-Encoding: (x) base64", "", "YQ=="], "a"],
  ["no body", ["Subject: a"], ""],
  ["no header", ["", "a", "", "b"], "a\r\n\r\nb"],
])("a body that is %s", (_, lines, body) => {
  expect(words(parse(...lines))).toBe(body);
});

// RFC 2046, 5.1.1: preamble, epilogue, boundaries with blanks, and what comes without an end.
test.each<[string, readonly string[], unknown]>([
  ["parts", ["--x", "", "a", "--x", "", "b", "--x--", "epilogue"], ["multipart/mixed", "a", "b"]],
  ["a preamble and blanks", ["preamble", "--x \t", "", "a", "--x-- "], ["multipart/mixed", "a"]],
  ["no end", ["--x", "", "a", "--x", "", "b"], ["multipart/mixed", "a", "b"]],
  ["a boundary inside a line", ["--x", "", "a --x", "--xy", "--x--"], ["multipart/mixed", "a --x\r\n--xy"]],
  ["a body that ends with an empty line", ["--x", "", "a", "", "--x--"], ["multipart/mixed", "a\r\n"]],
  ["nothing", [], ""],
  [
    "parts in parts",
    [
      "--x",
      'Content-Type: multipart/alternative; boundary="y z"',
      "",
      "--y z",
      "",
      "a",
      "--y z--",
      "--x",
      "",
      "b",
      "--x--",
    ],
    ["multipart/mixed", ["multipart/alternative", "a"], "b"],
  ],
  [
    "a message",
    ["--x", "Content-Type: message/rfc822", "", "Subject: s", "", "a", "--x--"],
    ["multipart/mixed", ["message/rfc822", "a"]],
  ],
])("a message of %s", (_, body, wanted) => {
  expect(tree(parse("Content-Type: multipart/mixed; boundary=x", "", ...body))).toEqual(wanted);
});

test.each<[string, readonly string[], unknown]>([
  [
    "a message in base64",
    ["Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", "U3ViamVjdDogcw0KDQph"],
    ["message/rfc822", "a"],
  ],
  [
    "parts in base64",
    ["Content-Type: multipart/mixed; boundary=x", "Content-Transfer-Encoding: base64", "", "LS14DQoNCmENCi0teC0t"],
    ["multipart/mixed", "a"],
  ],
  ["parts without a boundary", ["Content-Type: multipart/mixed", "", "a"], "a"],
  ["a part that begins with words", ["a b: c", "d"], "a b: c\r\nd"],
  ["words right after the header", ["Subject: s", "X-A: 1", "Hello there,", "a"], "Hello there,\r\na"],
])("%s", (_, lines, wanted) => {
  expect(tree(parse(...lines))).toEqual(wanted);
});

test("an attachment has a name without folders and a size near its own, and is not decoded", () => {
  const part = parse(
    'Content-Disposition: attachment; filename="C:\\\\docs\\\\a.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    ...Array.from({ length: 100 }, () => "A".repeat(76)),
  );
  expect([part.isAttachment, part.fileName]).toEqual([true, "a.pdf"]);
  expect(part.size).toBeGreaterThan(5650);
  expect(part.size).toBeLessThan(5750);
});

test.each([
  ["text/plain; charset=iso-8859-2", "iso-8859-2"],
  ["text/plain; charset=US-ASCII", "windows-1252"],
  ["text/plain; charset=nonsense", null],
  ["text/plain", null],
])("the encoding of %s is %s", (type, encoding) => {
  expect(charsetOf(parse(`Content-Type: ${type}`, "", "a"))).toBe(encoding);
});

test("a type that is none is plain text; an mbox line and a byte order mark before the header are skipped", () => {
  expect(parse("Content-Type: nonsense", "", "a").type.value).toBe("text/plain");
  expect(words(parse("From a Tue", "Subject: b", "", "c"))).toBe("c");
  expect(words(parse("\u00ef\u00bb\u00bfSubject: b", "", "c"))).toBe("c");
});

test.each<[string, () => string]>([
  [
    "nested without end",
    () =>
      Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join(
        "",
      ),
  ],
  ["nested messages", () => "Content-Type: message/rfc822\r\n\r\n".repeat(200)],
  ["too many parts", () => `Content-Type: multipart/mixed; boundary=x\r\n\r\n${"--x\r\n\r\na\r\n".repeat(3000)}`],
])("a message with %s is refused", (_, make) => {
  expect(() => parse(make())).toThrow(expect.objectContaining({ code: "limit" }));
});
