import { expect, test } from "vitest";
import { importMail } from "../mail/import-mail.ts";
import { importMsg } from "./import-msg.ts";
import { faresMail, packedRtf, textsOf } from "./msg.cases.ts";
import { isTnef, parseTnef } from "./parse-tnef.ts";
import {
  type Attribute,
  attachedMessage,
  attachment,
  messageProperties,
  propertyList,
  recipients,
  tnefOf,
} from "./tnef.cases.ts";

const [wide, narrow, binary, long, time] = [0x1f, 0x1e, 0x102, 3, 0x40];
const html = Buffer.from("<p>We agree on the fares.</p><ul><li>One</ul>");
const inner = tnefOf([1, 0x8004, Buffer.from("Inner\0")], messageProperties([0x1000, wide, "Words within."]));
const message = tnefOf(
  messageProperties(
    [0x8001, wide, "of a property with a name", "Keyword"],
    [0x0037, wide, "Fares – and fees"],
    [0x0042, wide, "Adé Lind"],
    [0x5d02, wide, "ade@example.org"],
    [0x0039, time, new Date("2021-03-09T09:00:00Z")],
    [0x1013, binary, html],
  ),
  recipients([1, "Ben", "ben@example.org"], [2, "Eve", "/O=X/CN=EVE"]),
  ...attachment([0x3707, wide, "fares.xlsx"], [0x3701, binary, Buffer.alloc(9000)]),
  ...attachedMessage(inner),
);

const read = (bytes: Uint8Array) => importMsg({ name: "winmail.dat", bytes });
const attached = (name: string, size: number) => ({ key: "import.attachment", values: { name, size } });

test("a winmail.dat has the fields of an e-mail, its text, and the messages in it", () => {
  const mail = read(message);
  expect(mail).toMatchObject(faresMail);
  const [header = "", ...rest] = textsOf(mail);
  expect(header.split("\n")).toEqual([
    "From: Adé Lind <ade@example.org>",
    "To: Ben <ben@example.org>",
    "Cc: Eve",
    "Date: Tue, 09 Mar 2021 09:00:00 +0000",
    "Subject: Fares – and fees",
  ]);
  expect(rest).toEqual(["We agree on the fares.", "One", "Inner", "Words within."]);
  expect(mail.content.warnings).toEqual([
    { key: "import.attachments", values: { count: 1, files: [attached("fares.xlsx", 9)] } },
  ]);
});

const sent = Buffer.from([0xcf, 0x07, 11, 0, 17, 0, 20, 0, 28, 0, 44, 0, 3, 0]);
const from = Buffer.from("\u0002\0\x1f\0\u0004\0\u0013\0Ada\0SMTP:a@example.org", "latin1");

test("attributes from before there were properties say who has written what and when", () => {
  const old = tnefOf(
    [1, 0x9007, Buffer.from([0xe3, 4, 0, 0, 0, 0, 0, 0])],
    [1, 0x8000, Buffer.concat([from, Buffer.from("\0")])],
    [1, 0x8005, sent],
    [1, 0x8004, Buffer.from("d2e0f0e8f4fb00", "hex")],
    [1, 0x800c, Buffer.from("cde5f200", "hex")],
    [2, 0x9002, Buffer.alloc(14)],
    [2, 0x800f, Buffer.alloc(3000)],
    [2, 0x8010, Buffer.from("license.dat\0")],
  );
  const mail = read(old);
  expect(mail).toMatchObject({ title: "Тарифы", authors: ["Ada"], date: "1999-11-17" });
  expect(textsOf(mail)[0]?.split("\n")[0]).toBe("From: Ada <a@example.org>");
  expect(textsOf(mail)[1]).toBe("Нет");
  expect(mail.content.warnings).toMatchObject([{ values: { files: [attached("license.dat", 3)] } }]);
});

test.each<[string, Attribute[], string]>([
  [
    "compressed RTF",
    [messageProperties([0x1009, binary, packedRtf("{\\rtf1 Only \\b rich\\b0  words.\\par}")])],
    "Only rich words.",
  ],
  [
    "text of one byte a letter",
    [messageProperties([0x3ffd, long, 1251], [0x1000, narrow, Buffer.from("cde5f2", "hex")])],
    "Нет",
  ],
  ["one of several values", [[1, 0x9003, severalValues("First", "Second")]], "First"],
])("the text of a message is read from %s", (_, attributes, text) => {
  expect(textsOf(read(tnefOf(...attributes)))).toEqual([text]);
});

/** A property with two texts, and one after it that is only found where both are passed. */
function severalValues(first: string, second: string): Buffer {
  const list = propertyList([0x0e1d, wide, first], [0x1000, wide, second]);
  const [one, two] = [propertyList([0, wide, first]).subarray(12), propertyList([0, wide, second]).subarray(12)];
  const head = Buffer.from(list.subarray(0, 12));
  head.writeUInt32LE(1, 0);
  head.writeUInt32LE(0x1000_101f, 4);
  head.writeUInt32LE(2, 8);
  return Buffer.concat([head, one, two]);
}

/** An e-mail with texts and a winmail.dat: the texts of its blocks after the header, and its warnings. */
function mail(texts: readonly string[], packed: Uint8Array) {
  const parts = [
    ...texts.map((text) => `\r\n${text}`),
    `Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(packed).toString("base64")}`,
  ];
  const head = "From: Ada <a@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n";
  const bytes = Buffer.from(`${head}${parts.map((part) => `--x\r\n${part}\r\n`).join("")}--x--\r\n`);
  const { content } = importMail({ name: "a.eml", bytes });
  return {
    texts: content.blocks.slice(1).map(({ start, end }) => content.text.slice(start, end)),
    warnings: content.warnings,
  };
}

test("what Outlook has packed in an e-mail is another form of its text, and the message that it is where it has none", () => {
  const files = [{ key: "import.attachments", values: { count: 1, files: [attached("fares.xlsx", 9)] } }];
  // The richer form, with the list.
  expect(mail(["We agree on the fares. One"], message)).toEqual({
    texts: ["We agree on the fares.", "One", "Inner", "Words within."],
    warnings: files,
  });
  expect(mail([], message).texts.slice(0, 2)).toEqual(["We agree on the fares.", "One"]);
  // A footer is only in the open form, and so is all of a text that is longer.
  expect(mail(["We agree on the fares. One", "Sent to all"], message).texts).toEqual([
    "We agree on the fares. One",
    "Sent to all",
    "Inner",
    "Words within.",
  ]);
  expect(mail(["We agree on the fares. One, two, three, and four."], message).texts[0]).toBe(
    "We agree on the fares. One, two, three, and four.",
  );
});

test("a winmail.dat that is damaged stays an attachment, and one that breaks off is read up to there", () => {
  expect(mail(["Words."], message.subarray(0, 6)).warnings).toMatchObject([
    { values: { files: [attached("winmail.dat", 1)] } },
  ]);
  const half = message.subarray(0, message.length - 400);
  expect(textsOf(read(half)).slice(1)).toEqual(["We agree on the fares.", "One"]);
  expect(() => parseTnef(message.subarray(0, 14))).toThrow(expect.objectContaining({ code: "unreadable" }));
  expect(isTnef(Buffer.from("From: a"))).toBe(false);
});

test("messages in messages without end are refused, and so are too many attachments", () => {
  let deep = inner;
  for (let depth = 0; depth < 45; depth++) deep = tnefOf(...attachedMessage(deep));
  const many = tnefOf(...Array.from({ length: 2001 }, () => attachment([0x3707, wide, "a"])).flat());
  for (const bytes of [deep, many]) expect(() => parseTnef(bytes)).toThrow(expect.objectContaining({ code: "limit" }));
});
