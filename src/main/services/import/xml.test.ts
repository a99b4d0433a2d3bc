import fc from "fast-check";
import { expect, test } from "vitest";
import { childOf, childrenOf, descendantsOf, elementsOf, parseXml, textOfXml, type XmlElement } from "./xml.ts";

const names = { "urn:a": "a", "urn:a-strict": "a", "urn:plain": "" };
const parse = (text: string | Uint8Array): XmlElement => parseXml(text, names, "part.xml");
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

test("names have the reader's prefixes, whatever the file calls its namespaces", () => {
  const root = parse(
    '<x:top xmlns:x="urn:a" xmlns="urn:plain" x:size="1" plain="2" xml:lang="en"><y:in xmlns:y="urn:a-strict"/><p/><z:q xmlns:z="urn:z"/></x:top>',
  );
  expect(root.name).toBe("a:top");
  expect({ ...root.attributes }).toEqual({ "a:size": "1", plain: "2", "xml:lang": "en" });
  expect(elementsOf(root).map(({ name }) => name)).toEqual(["a:in", "p", "?:q"]);
});

test("text, CDATA and the five entities are read; comments and instructions are not", () => {
  const root = parse("<p>a &lt;<!-- no --><?no no?><![CDATA[<b>]]><i>&#233;</i> z</p>");
  expect(textOfXml(root)).toBe("a <<b>é z");
  expect(childOf(root, "i")?.children).toEqual(["é"]);
  expect(childOf(undefined, "i")).toBeUndefined();
  expect(childrenOf(root, "i")).toHaveLength(1);
  expect([...descendantsOf(parse("<a><b><c/></b><d/></a>"))].map(({ name }) => name)).toEqual(["b", "c", "d"]);
});

test.each([
  ["UTF-8 without a declaration", Buffer.from("<p>é</p>")],
  ["UTF-8 with a byte order mark", Buffer.from("\ufeff<p>é</p>")],
  ["its declaration", latin('<?xml version="1.0" encoding="ISO-8859-1"?><p>\xe9</p>')],
  ["UTF-16 with a byte order mark", Buffer.from("\ufeff<p>é</p>", "utf16le")],
  ["UTF-16 without one", Buffer.from('<?xml version="1.0" encoding="UTF-16"?><p>é</p>', "utf16le")],
])("bytes are read by %s", (_, bytes) => {
  expect(textOfXml(parse(bytes))).toBe("é");
});

test.each([
  ["nothing", ""],
  ["words only", "words"],
  ["an element that is left open", "<p><q></p>"],
  ["an unknown entity", "<p>&nbsp;</p>"],
  ["an unknown prefix", "<q:p/>"],
  ["two roots", "<p/><p/>"],
  ["a character XML has not", "<p>\u0001</p>"],
  ["an attribute twice", '<p a="1" a="2"/>'],
])("%s is damaged", (_, text) => {
  expect(() => parse(text)).toThrow(/“part.xml” in it is damaged/);
});

test.each([
  ["bytes of no encoding", Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xff])],
  ["an encoding that nobody knows", latin('<?xml version="1.0" encoding="klingon"?><p/>')],
])("%s are damaged", (_, bytes) => {
  expect(() => parse(bytes)).toThrow(/is damaged/);
});

test("a document type is skipped, one that declares entities is refused", () => {
  expect(parse('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://example.org/x.dtd"><html/>').name).toBe(
    "html",
  );
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
  expect(() => parse(bomb)).toThrow(/declares its own XML entities/);
});

test("depth and number of elements are limited", () => {
  expect(() => parse("<p>".repeat(300))).toThrow(/too many parts/);
  expect(parse(`${"<p>".repeat(256)}${"</p>".repeat(256)}`).name).toBe("p");
  const limits = { depth: 9, elements: 100 };
  expect(() => parseXml(`<p>${"<q/>".repeat(100)}</p>`, names, "part.xml", limits)).toThrow(/too many parts/);
});

test("names that objects have are names like any other", () => {
  const root = parse('<constructor toString="1" __proto__="2"><hasOwnProperty xmlns="constructor"/></constructor>');
  expect(root.name).toBe("constructor");
  expect(Object.keys(root.attributes)).toEqual(["toString", "__proto__"]);
  expect(elementsOf(root)[0]?.name).toBe("?:hasOwnProperty");
});

test("any text comes back as it was escaped", () => {
  const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const allowed = fc
    .string({ unit: "binary" })
    .filter((text) => !/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text));
  const isSame = (text: string): boolean => textOfXml(parse(`<p>${escaped(text)}</p>`)) === text;
  fc.assert(fc.property(allowed, isSame));
});
