import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { handMade } from "../export/pdf/pdf.cases.ts";
import { entriesOf, fileId, locks } from "./crypt.cases.ts";
import { Cipher } from "./crypt.ts";
import { dict, isStream, nameValue, type PdfObject, type PdfStream, refTo } from "./objects.ts";
import { PdfSource } from "./source.ts";

const aes128 = locks.find(({ user }) => user === "") ?? { entries: "" };
const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const sourceOf = (...objects: string[]): PdfSource => new PdfSource(handMade(objects));
const stringOf = (value: PdfObject): string =>
  typeof value === "object" && value !== null && "bytes" in value ? Buffer.from(value.bytes).toString("latin1") : "";

/** One object with a stream's data as the file's third, after a catalog and a page tree. */
const withStream = (entries: string, data: Uint8Array | string): PdfSource =>
  sourceOf(
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Kids[]>>",
    `<<${entries}>>stream\n${Buffer.from(data as Uint8Array).toString("latin1")}\nendstream`,
  );
const streamOf = (source: PdfSource, number = 3): PdfStream => {
  const found = source.object(number);
  if (!isStream(found)) throw new Error("this object is no stream");
  return found;
};

/** A file whose objects from 2 on are in object stream 1 and whose cross-reference is the last object, a stream. */
function packed(objects: readonly string[], entries = "", head?: string): Buffer {
  let [heads, body] = ["", ""];
  for (const [index, value] of objects.entries()) {
    heads += `${index + 2} ${body.length} `;
    body += `${value} `;
  }
  const data = (head ?? heads) + body;
  const start = "%PDF-1.5\n";
  const container = `1 0 obj\n<</Type/ObjStm/N ${objects.length}/First ${heads.length}/Length ${data.length}${entries}>>stream\n${data}\nendstream\nendobj\n`;
  const number = objects.length + 2;
  const lines = [
    [0, 0, 0],
    [1, start.length, 0],
    ...objects.map((_, index) => [2, 1, index]),
    [1, start.length + container.length, 0],
  ];
  const cross = Buffer.from(
    lines.flatMap(([kind = 0, place = 0, index = 0]) => [kind, place >> 8, place & 255, index]),
  );
  const trailer = `/Type/XRef/W[1 2 1]/Size ${number + 1}/Root 2 0 R/Length ${cross.length}`;
  const self = `${number} 0 obj\n<<${trailer}>>stream\n${cross.toString("latin1")}\nendstream\nendobj\n`;
  return latin(`${start}${container}${self}startxref\n${start.length + container.length}\n%%EOF\n`);
}

test.each<[string, PdfObject | undefined, PdfObject]>([
  ["a reference", refTo(3), 17],
  ["a reference of another generation", refTo(3, 4), 17],
  ["a reference to an object that is free", refTo(0), null],
  ["a reference beyond the last object", refTo(99), null],
  ["a value", nameValue("A"), nameValue("A")],
  ["nothing", undefined, null],
])("%s is resolved", (_, value, found) => {
  expect(sourceOf("<</Pages 2 0 R>>", "<<>>", "17").resolve(value)).toEqual(found);
});

test("a dictionary is found by reference, in a stream, or in place; anything else has no entries", () => {
  const source = sourceOf("<</Pages 2 0 R>>", "<</A 1>>", "<</B 2/Length 1>>stream\nx\nendstream", "(text)");
  const entries = [refTo(2), refTo(3), dict({ C: 3 }), refTo(4), refTo(9), undefined].map((value) => [
    ...source.dict(value).keys(),
  ]);
  expect(entries).toEqual([["A"], ["B", "Length"], ["C"], [], [], []]);
});

test("the catalog is found with its reference", () => {
  const { ref, dict: entries } = sourceOf("<</Type/Catalog/Lang(en)>>").catalog();
  expect(ref).toEqual(refTo(1));
  expect(stringOf(entries.get("Lang") ?? null)).toBe("en");
});

test.each([
  ["no startxref", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"],
  ["a startxref without a number", "%PDF-1.4\nstartxref\nnone\n%%EOF"],
  ["a startxref beyond the end", "%PDF-1.4\nstartxref\n9999\n%%EOF"],
  ["a startxref that leads to text", "%PDF-1.4\nhello\nstartxref\n9\n%%EOF"],
  ["a startxref that leads to another object", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF"],
  ["a stream that is no cross-reference", "%PDF-1.4\n1 0 obj\n<<>>stream\n\nendstream endobj\nstartxref\n9\n%%EOF"],
  ["a trailer that is no dictionary", "%PDF-1.4\nxref\n0 0\ntrailer\n[]\nstartxref\n9\n%%EOF"],
  ["a table that stops", "%PDF-1.4\nxref\n0 3\n0000000000 65535 f \nstartxref\n9\n%%EOF"],
  ["nothing", ""],
])("a file with %s is refused as damaged", (_, text) => {
  const open = (): PdfSource => new PdfSource(latin(text));
  expect(open).toThrow("damaged");
  expect(open).toThrow(WorkbenchError);
});

test("without a root there is no catalog", () => {
  const source = new PdfSource(latin("%PDF-1.4\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF"));
  expect(() => source.catalog()).toThrow("damaged");
});

test("the last startxref counts", () => {
  const first = handMade(["<</Type/Catalog>>", "(old)"]);
  const offset = first.length + 1;
  const start = offset + "2 0 obj\n(new)\nendobj\n".length;
  const line = `${String(offset).padStart(10, "0")} 00000 n \n`;
  const trailer = `trailer\n<</Size 3/Root 1 0 R/Prev ${first.indexOf("xref\n")}>>`;
  const text = `${first.toString("latin1")}\n2 0 obj\n(new)\nendobj\nxref\n2 1\n${line}${trailer}\nstartxref\n${start}\n%%EOF`;
  const source = new PdfSource(latin(text));
  expect(stringOf(source.object(2))).toBe("new");
  expect(source.catalog().ref).toEqual(refTo(1));
  expect([source.startxref, source.usesStream, source.size]).toEqual([start, false, 3]);
});

test.each([2, 17, 1000])("offsets count from the header where %d bytes come before it", (count) => {
  const plain = handMade(["<</Type/Catalog>>", "(words)"]);
  const source = new PdfSource(Buffer.concat([Buffer.alloc(count, "x"), plain]));
  expect([source.before, stringOf(source.object(2))]).toEqual([count, "words"]);
  expect(new PdfSource(plain).before).toBe(0);
});

test("an object that is by chance where the cross-reference would be does not make the offsets absolute", () => {
  const before = "2 0 obj\n1\nendobj\n".length;
  const source = new PdfSource(Buffer.concat([Buffer.alloc(before, "x"), handMade(["<</Type/Catalog>>", "1"])]));
  expect([source.before, source.object(2)]).toEqual([before, 1]);
});

test("offsets that count from the beginning of the file are believed although bytes come before the header", () => {
  const shift = "junk before\n";
  const made = handMade(["<</Type/Catalog>>", "(words)"])
    .toString("latin1")
    .replace(/^(\d{10})(?= \d{5} n)/gm, (digits) => String(Number(digits) + shift.length).padStart(10, "0"))
    .replace(/startxref\n(\d+)/, (_, digits: string) => `startxref\n${Number(digits) + shift.length}`);
  const source = new PdfSource(latin(shift + made));
  expect([source.before, stringOf(source.object(2))]).toEqual([0, "words"]);
});

test("an entry that leads to another object is refused, not believed", () => {
  const text = handMade(["<</Type/Catalog>>", "(two)", "(three)"]).toString("latin1");
  const [second = "", third = ""] = [...text.matchAll(/^\d{10}(?= 00000 n)/gm)].slice(1).map(([digits]) => digits);
  const swapped = text.replace(second, "2222222222").replace(third, second).replace("2222222222", third);
  const source = new PdfSource(latin(swapped));
  expect(source.catalog().dict.size).toBe(1);
  for (const number of [2, 3]) expect(() => source.object(number)).toThrow("damaged");
});

test.each([
  ["a number", "4"],
  ["a reference to a number", "4 0 R"],
  ["a reference to its own stream", "3 0 R"],
  ["a reference to nothing", "77 0 R"],
  ["more than there is", "4000000"],
  ["less than nothing", "-4"],
  ["a word", "/Long"],
])("a stream whose length is %s has its bytes", (_, length) => {
  const source = sourceOf("<</Type/Catalog>>", "<<>>", `<</Length ${length}>>stream\nabcd\nendstream`, "4");
  expect(stringOf(source.object(3)).trimEnd()).toBe("abcd");
});

test.each<[string, string, Uint8Array | string, string]>([
  ["no filter", "/Length 3", "abc", "abc"],
  ["one filter", "/Filter/FlateDecode", deflateSync("abc"), "abc"],
  ["an array of one filter", "/Filter[/FlateDecode]", deflateSync("abc"), "abc"],
  ["an empty array of filters", "/Filter[]", "abc", "abc"],
  [
    "a predictor",
    "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2>>",
    deflateSync("\x02ab\x02\x01\x01"),
    "abbc",
  ],
  [
    "a predictor in an array",
    "/Filter[/FlateDecode]/DecodeParms[<</Predictor 15/Columns 3>>]",
    deflateSync("\x00abc"),
    "abc",
  ],
  ["no predictor", "/Filter/FlateDecode/DecodeParms<</Predictor 1/Columns 2>>", deflateSync("\x02ab"), "\x02ab"],
  ["no parameters", "/Filter/FlateDecode/DecodeParms null", deflateSync("abc"), "abc"],
  ["an end that is missing", "/Filter/FlateDecode", deflateSync("abc".repeat(9)).subarray(0, -3), "abc".repeat(9)],
])("a stream with %s is inflated", (_, entries, data, out) => {
  const source = withStream(`${entries}/Length ${data.length}`, data);
  expect(source.inflate(streamOf(source)).toString("latin1")).toBe(out);
});

test("a filter and its parameters may be objects of their own", () => {
  const data = deflateSync("\x02ab").toString("latin1");
  const source = sourceOf(
    "<</Type/Catalog>>",
    "<<>>",
    `<</Length ${data.length}/Filter 4 0 R/DecodeParms 5 0 R>>stream\n${data}\nendstream`,
    "[/FlateDecode]",
    "[6 0 R]",
    "<</Predictor 12/Columns 2>>",
  );
  expect(source.inflate(streamOf(source)).toString("latin1")).toBe("ab");
});

test.each([
  ["another filter", "/Filter/LZWDecode", "abc"],
  ["two filters", "/Filter[/FlateDecode/FlateDecode]", deflateSync(deflateSync("abc"))],
  ["a filter that is no name", "/Filter(FlateDecode)", deflateSync("abc")],
  ["data that are not deflated", "/Filter/FlateDecode", "abc"],
])("a stream with %s is refused", (_, entries, data) => {
  const source = withStream(`${entries}/Length ${data.length}`, data);
  expect(() => source.inflate(streamOf(source))).toThrow("damaged");
});

test("objects are read from an object stream, by a cross-reference stream", () => {
  const source = new PdfSource(packed(["<</Type/Catalog/Lang 3 0 R>>", "(en)", "[1 2]"]));
  expect(stringOf(source.resolve(source.catalog().dict.get("Lang")))).toBe("en");
  expect(source.object(4)).toEqual([1, 2]);
  expect([source.usesStream, source.size]).toEqual([true, 6]);
});

test.each([
  ["is not there", ["/Length 5", "1 2 3"]],
  ["leads beyond its data", ["", "2 0 3 99 4 9999 "]],
  ["lists other objects", ["", "7 0 8 9 9 20    "]],
])("an object that %s in its stream is refused or absent", (_, [entries = "", head]) => {
  const file = packed(["<</Type/Catalog>>", "(en)", "[1 2]"], entries, head);
  const read = (): PdfObject => new PdfSource(file).object(4);
  expect(read).toThrow("damaged");
});

test("an object stream that is inside itself is refused", () => {
  // The entry of object 1, which holds the others, says that it is in object 1.
  const file = packed(["<</Type/Catalog>>"]);
  const offset = file.lastIndexOf("stream\n", file.indexOf("endstream\nendobj\nstartxref")) + "stream\n".length + 4;
  file.set([2, 0, 1, 0], offset);
  expect(() => new PdfSource(file).catalog()).toThrow("damaged");
});

test("size is the largest that trailer or sections know of", () => {
  const file = handMade(["<</Type/Catalog>>", "1"]).toString("latin1");
  const stated = (size: string): number => new PdfSource(latin(file.replace("/Size 3", size))).size;
  expect([stated("/Size 1"), stated(""), stated("/Size 40")]).toEqual([3, 3, 40]);
});

test("whatever bytes are damaged, a source is read or refused with its own error", () => {
  const file = packed(["<</Type/Catalog/Pages 3 0 R>>", "<</Kids[4 0 R]/Count 1>>", "<</Type/Page>>"]);
  const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), fc.nat(file.length), (changes, length) => {
      const bytes = Buffer.from(file);
      for (const [offset, byte] of changes) bytes[offset] = byte;
      for (const some of [bytes, file.subarray(0, length)])
        try {
          const source = new PdfSource(some);
          for (let number = 0; number < 8; number++) source.object(number);
        } catch (error) {
          expect(error).toBeInstanceOf(WorkbenchError);
        }
    }),
    { numRuns: 400 },
  );
});

/** A file whose string and stream are enciphered with the key of a lock. */
function enciphered(encrypt: string, trailer: string, more: readonly string[] = []): Buffer {
  const cipher = new Cipher(entriesOf(`/Filter/Standard${aes128.entries}`), fileId, "");
  const hex = (words: string, kind: "string" | "stream", number: number): string =>
    Buffer.from(cipher.encrypt(Buffer.from(words), kind, number, 0)).toString(kind === "string" ? "hex" : "latin1");
  const id = `<${fileId.toString("hex")}>`;
  const objects = [
    `<</Type/Catalog/Lang<${hex("en", "string", 1)}>>>`,
    `<</Note<${hex("a note", "string", 2)}>>>stream\n${hex("data", "stream", 2)}\nendstream`,
    encrypt,
    ...more,
  ];
  return handMade(objects, `/ID[${id}${id}]${trailer}`);
}

test.each([
  ["by reference", `<</Filter/Standard${aes128.entries}>>`, "/Encrypt 3 0 R", []],
  ["in the trailer", "null", `/Encrypt<</Filter/Standard${aes128.entries}>>`, []],
  [
    "in parts",
    `<</Filter/Standard${aes128.entries.replace(/\/CF<<(.*?)>>>>/, "/CF 4 0 R")}>>`,
    "/Encrypt 3 0 R",
    ["<</StdCF 5 0 R>>", "<</CFM 6 0 R>>", "/AESV2"],
  ],
])("encryption that is named %s opens strings and streams of each object", (_, encrypt, trailer, more) => {
  const source = new PdfSource(enciphered(encrypt, trailer, more), "");
  expect(stringOf(source.catalog().dict.get("Lang") ?? null)).toBe("en");
  expect([stringOf(source.object(2)), stringOf(source.dict(refTo(2)).get("Note") ?? null)]).toEqual(["data", "a note"]);
});

test("the strings of the encryption's own dictionary are as they are in the file", () => {
  const source = new PdfSource(enciphered(`<</Filter/Standard${aes128.entries}>>`, "/Encrypt 3 0 R"), "");
  expect(source.dict(refTo(3)).get("O")).toEqual(entriesOf(aes128.entries).get("O"));
});

test.each(["/Encrypt 99 0 R", "/Encrypt 4 0 R", "/Encrypt(no)", "/Encrypt<<>>"])(
  "%s is refused as damaged",
  (trailer) => {
    expect(() => new PdfSource(enciphered("<<>>", trailer))).toThrow("damaged");
  },
);
