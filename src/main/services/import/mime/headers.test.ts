import { expect, test } from "vitest";
import { decodeWords, field, mailboxes, parseHeaders, structured } from "./headers.ts";

test("fields are unfolded, known in any case, and lines that are none are skipped", () => {
  const headers = parseHeaders("Subject: a\r\n b\r\nTO : c\nnonsense\n: x\nX-Y:z\nX-y: 2");
  expect([field(headers, "subject"), field(headers, "to"), headers.get("x-y"), field(headers, "none")]).toEqual([
    "a b",
    "c",
    ["z", "2"],
    "",
  ]);
});

// RFC 2047, section 8, and what programs write against it.
test.each([
  ["(=?ISO-8859-1?Q?a?=)", "(a)"],
  ["=?ISO-8859-1?Q?a?= b", "a b"],
  ["=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=", "ab"],
  ["=?ISO-8859-1?Q?a_b?=", "a b"],
  ["=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"],
  ["=?UTF-8?B?w6k=?=", "é"],
  ["=?utf-8?b?4pyT?= =?utf-8?b?4pyT?=", "✓✓"],
  ["=?utf-8?Q?=E2=9C?= =?utf-8?Q?=93?=", "✓"],
  ["=?utf-8*en?Q?=C3=A9?=", "é"],
  ["=?windows-1256?B?x+HT4eHH4w==?=", "السللام"],
  ["=?unknown?Q?=C3=A9?=", "é"],
  ["=?us-ascii?Q?=C3=A9?=", "é"],
  ["=?iso-8859-1?Q?=E9?=", "é"],
  ["=?ks_c_5601-1987?B?vcTBpg==?=", "식제"],
  ["=?UTF-7?Q?Fr+APY-sche?=", "Frösche"],
  ["=?utf-8?Q?a", "=?utf-8?Q?a"],
  ["caf\u00c3\u00a9", "café"],
  ["caf\u00e9", "café"],
  ["", ""],
])("%j reads %j", (value, text) => {
  expect(decodeWords(value)).toBe(text);
});

// RFC 2045, 5.1, and RFC 2231, 3 and 4.
test.each<[string, string, Readonly<Record<string, string>>]>([
  ["text/plain", "text/plain", {}],
  ['Text/HTML; Charset="UTF-8"; x=y', "text/html", { charset: "UTF-8", x: "y" }],
  ['multipart/mixed boundary="a b"', "multipart/mixed", { boundary: "a b" }],
  ['attachment; filename="a;b.pdf"', "attachment", { filename: "a;b.pdf" }],
  ['attachment; filename="a\\"b.pdf"', "attachment", { filename: 'a"b.pdf' }],
  ["attachment; filename*=utf-8'en'%e2%9c%93.pdf", "attachment", { filename: "✓.pdf" }],
  ["attachment; filename=old.pdf; filename*=utf-8''%e2%9c%93.pdf", "attachment", { filename: "✓.pdf" }],
  ['a/b; url*0="ftp://"; url*1="example.org"', "a/b", { url: "ftp://example.org" }],
  ["a/b; title*0*=us-ascii'en'This%20is; title*1*=%20it; title*2=\" all\"", "a/b", { title: "This is it all" }],
  ["a/b; name*1=b; name*0=a", "a/b", { name: "ab" }],
  ['attachment; filename="=?utf-8?Q?=C3=A9.pdf?="', "attachment", { filename: "é.pdf" }],
  ["", "", {}],
])("%s", (header, value, parameters) => {
  const read = structured(header);
  expect([read.value, Object.fromEntries(read.parameters)]).toEqual([value, parameters]);
});

// RFC 5322, 3.4 and appendix A.
test.each<[string, readonly string[]]>([
  ["a@example.org", ["<a@example.org>"]],
  ["<ad\u00c3\u00a9@example.org>", ["<adé@example.org>"]],
  ["Ada Lind <a@example.org>", ["Ada Lind<a@example.org>"]],
  ['"Lind, Ada" <a@example.org>, b@example.org', ["Lind, Ada<a@example.org>", "<b@example.org>"]],
  ["a@example.org (Ada Lind)", ["Ada Lind<a@example.org>"]],
  ["=?utf-8?Q?Ad=C3=A9?= <a@example.org>", ["Adé<a@example.org>"]],
  [
    "A Group:Ed <e@example.org>,j@example.org;, b@example.org",
    ["Ed<e@example.org>", "<j@example.org>", "<b@example.org>"],
  ],
  ["Undisclosed recipients:;", []],
  ["Ada Lind", ["Ada Lind<>"]],
  ['"Joe \\"Q\\" Public" <j@example.org>', ['Joe "Q" Public<j@example.org>']],
  ["", []],
])("the mailboxes of %j", (value, wanted) => {
  expect(mailboxes(value).map(({ name, address }) => `${name}<${address}>`)).toEqual(wanted);
});
