import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Attachment } from "./attachments.ts";
import { onePage, reading } from "./page.cases.ts";

const file = (name: string, stream: number, key = "UF"): string =>
  `<</Type/Filespec/F(${name})/${key}(${name})/EF<</F ${stream} 0 R>>>>`;
const stream = (data: string | Uint8Array, entries = ""): string => {
  const text = typeof data === "string" ? data : Buffer.from(data).toString("latin1");
  return `<</Type/EmbeddedFile/Length ${text.length}${entries}>>stream\n${text}\nendstream`;
};
const attached = (
  names: string,
  more: readonly string[],
  wanted: (name: string) => boolean = () => true,
): Promise<Attachment[]> =>
  reading(onePage({ catalog: `/Names<</EmbeddedFiles<<${names}>>>>`, more }), (reader) => reader.attachments(wanted));
const texts = (found: readonly Attachment[]): [string, string][] =>
  found.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("latin1")]);

test("embedded files are read with their names, in the order of their tree", async () => {
  const found = await attached("/Names[(a) 7 0 R(b) 8 0 R]", [
    file("a.json", 9),
    file("b.txt", 10),
    stream("{}"),
    stream("words\0\xff"),
  ]);
  expect(texts(found)).toEqual([
    ["a.json", "{}"],
    ["b.txt", "words\0\xff"],
  ]);
});

test("only the files that are wanted are read", async () => {
  const asked: string[] = [];
  const more = [file("a.json", 9), file("b.txt", 10), stream("{}"), stream("words")];
  const found = await attached("/Names[(a) 7 0 R(b) 8 0 R]", more, (name) => {
    asked.push(name);
    return name.endsWith(".txt");
  });
  expect(asked).toEqual(["a.json", "b.txt"]);
  expect(texts(found)).toEqual([["b.txt", "words"]]);
});

test.each([1, 7, 8, 9, 15, 16, 17, 4096, 100_003])("a file of %d bytes is read whole", async (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => index % 251);
  const [found] = await attached("/Names[(a) 7 0 R]", [
    file("a", 8),
    stream(deflateSync(bytes), "/Filter/FlateDecode"),
  ]);
  expect(found?.bytes).toHaveLength(length);
  expect(Buffer.compare(found?.bytes ?? new Uint8Array(), bytes)).toBe(0);
});

test("the bytes of a file are the reader's no longer: another file does not change them", async () => {
  const more = [file("a", 9), file("b", 10), stream("aaaa"), stream("bbbb")];
  const [first, second] = await attached("/Names[(a) 7 0 R(b) 8 0 R]", more);
  expect([first, second].map((attachment) => Buffer.from(attachment?.bytes ?? []).toString())).toEqual([
    "aaaa",
    "bbbb",
  ]);
});

test.each([
  ["a name in UTF-16", "<</Type/Filespec/F(x)/UF<FEFF063106270632>/EF<</F 8 0 R>>>>", "راز"],
  ["no Unicode name", "<</Type/Filespec/F(plain.txt)/EF<</F 8 0 R>>>>", "plain.txt"],
])("a file with %s", async (_, specification, name) => {
  expect(texts(await attached("/Names[(a) 7 0 R]", [specification, stream("x")]))).toEqual([[name, "x"]]);
});

test.each([
  ["an empty file", file("a", 8), stream("")],
  ["a file without a stream", "<</Type/Filespec/F(a)/UF(a)>>", "null"],
  ["a stream that is not there", file("a", 99), "null"],
  ["no specification", "(a)", "null"],
])("%s is skipped, and the next is read", async (_, specification, data) => {
  const found = await attached("/Names[(a) 7 0 R(b) 9 0 R]", [specification, data, file("b", 10), stream("next")]);
  expect(texts(found)).toEqual([["b", "next"]]);
});

test("a PDF without embedded files has none, and a tree that leads into itself ends", async () => {
  expect(await reading(onePage({}), (reader) => reader.attachments(() => true))).toEqual([]);
  const found = await attached("/Kids[7 0 R]", ["<</Kids[7 0 R]/Limits[(a)(b)]>>"]);
  expect(found).toEqual([]);
});

test("no more than a thousand files are read", async () => {
  const names = Array.from({ length: 1005 }, (_, index) => `(${String(index).padStart(4, "0")}) 7 0 R`).join("");
  const seen: string[] = [];
  await attached(`/Names[${names}]`, [file("a", 8), stream("x")], (name) => {
    seen.push(name);
    return false;
  });
  expect(seen).toHaveLength(1000);
});
