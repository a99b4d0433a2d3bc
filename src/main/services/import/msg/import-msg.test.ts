import { expect, test } from "vitest";
import { readCompoundFile } from "./compound-file.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import { importMsg } from "./import-msg.ts";
import { compoundFile, faresMail, msgOf, packedRtf, properties, textsOf, type Values } from "./msg.cases.ts";
import { isMsg } from "./parse-msg.ts";

const read = (values: Values = {}, inner: Values = {}) => importMsg({ name: "a.msg", bytes: msgOf(values, inner) });

test("a message of Outlook has the fields of an e-mail, its text, and the messages in it", () => {
  const mail = read();
  expect(mail).toMatchObject(faresMail);
  const [header = "", ...rest] = textsOf(mail);
  expect(header.split("\n")).toEqual([
    "From: Adé Lind <ade@example.org>",
    "To: Ben <ben@example.org>",
    "Cc: Eve",
    expect.stringMatching(/^Date: .*2021/),
    "Subject: Fares – and fees",
  ]);
  expect(rest).toEqual(["We agree on the fares.", "The council does not.", "Inner", "Words within."]);
  expect(mail.content.blocks.map(({ kind }) => kind)).toContain("quotation");
  expect(mail.content.warnings).toMatchObject([
    { key: "import.attachments", values: { count: 1, files: [{ values: { name: "fares.xlsx", size: 9 } }] } },
  ]);
});

test("HTML is read where it has all words, in the encoding that the message states", () => {
  const html = Buffer.from("<p>We agree on the f\xe4res. The council does not.</p><ul><li>One</ul>", "latin1");
  const mail = read({ binary: { 4115: html }, numbers: { 16350: 28591 } });
  expect(textsOf(mail).slice(1, 3)).toEqual(["We agree on the färes. The council does not.", "One"]);
});

test.each([
  [1251, "Тарифы растут", Buffer.from("d2e0f0e8f4fb20f0e0f1f2f3f2", "hex")],
  [65001, "Tarife – ja", Buffer.from("Tarife – ja")],
  [932, "日本", Buffer.from("93fa967b", "hex")],
  [99999, "Café", Buffer.from("436166e9", "hex")],
])("strings of one byte a letter are read in code page %i", (page, words, bytes) => {
  const file = compoundFile({ streams: properties(32, { narrow: { 55: bytes }, numbers: { 16381: page } }) });
  expect(importMsg({ name: "a.msg", bytes: file }).title).toBe(words);
});

test.each([
  [0x0411, "日本", "93fa967b"],
  [0x0420, "اردو", "c7d1cfe6"],
  [0x0404, "台", "a578"],
  [0x0804, "台", "cca8"],
  [0x0409, "é", "e9"],
])("without a code page they are read by the locale %i", (locale, words, hex) => {
  const streams = properties(32, { narrow: { 55: Buffer.from(hex, "hex") }, numbers: { 16369: locale } });
  expect(importMsg({ name: "a.msg", bytes: compoundFile({ streams }) }).title).toBe(words);
});

test("RTF is read where a message has no other text", () => {
  const rtf = packedRtf("{\\rtf1\\ansi Only \\b rich\\b0  words.\\par}");
  expect(textsOf(read({ text: { 4096: "" }, binary: { 4105: rtf } }))[1]).toBe("Only rich words.");
  expect(textsOf(read({ binary: { 4105: rtf } }))[1]).toBe("We agree on the fares.");
});

test("compressed RTF refers to what came before, as in the example of its specification", () => {
  // [MS-OXRTFCP] 3.1.1.
  const file = "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0";
  expect(decompressRtf(Buffer.from(file, "hex")).toString("latin1")).toBe(
    "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
  );
  expect(decompressRtf(new Uint8Array(7))).toHaveLength(0);
});

test("only a compound file with the properties of a message is one", () => {
  expect(isMsg(msgOf())).toBe(true);
  expect(isMsg(compoundFile({ streams: { WordDocument: Buffer.from("x") } }))).toBe(false);
  expect(isMsg(Buffer.from("From: a\n\nx"))).toBe(false);
  expect(isMsg(msgOf().subarray(0, 600))).toBe(false);
});

test("streams are read whole, short ones and long ones", () => {
  const long = Buffer.from(Array.from({ length: 70_000 }, (_, n) => n % 251));
  const root = readCompoundFile(compoundFile({ streams: { a: long.subarray(0, 130), b: long, c: new Uint8Array() } }));
  expect(Buffer.from(root.streams.get("a")?.read() ?? [])).toEqual(long.subarray(0, 130));
  expect(Buffer.from(root.streams.get("b")?.read() ?? []).equals(long)).toBe(true);
  expect(root.streams.get("c")?.read()).toHaveLength(0);
});

test("messages in messages without end are refused", () => {
  let draft = { streams: properties(24, { text: { 55: "Last" } }), storages: {} };
  for (let depth = 0; depth < 45; depth++)
    draft = {
      streams: properties(24, {}),
      storages: {
        "__attach_version1.0_#00000000": {
          streams: properties(8, { numbers: { 14085: 5 } }),
          storages: { "__substg1.0_3701000D": draft },
        },
      },
    };
  expect(() => importMsg({ name: "a.msg", bytes: compoundFile(draft) })).toThrow(
    expect.objectContaining({ code: "limit" }),
  );
});

test("chains that run in a circle end", () => {
  const file = msgOf();
  // Each sector of the table names the first sector as its next one.
  for (let offset = 512; offset + 512 <= file.length; offset += 512) {
    const broken = Buffer.from(file);
    broken.fill(0, offset, offset + 512);
    try {
      importMsg({ name: "a.msg", bytes: broken });
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/unreadable|limit/) });
    }
  }
});
