import { parse } from "parse5";
import { expect, test } from "vitest";
import { asLanguage, authorsIn, dayOf, factsOf, identifiersOf, savedFrom } from "./page-facts.ts";

const facts = (head: string, body = "") => factsOf(parse(`<html><head>${head}</head><body>${body}</body></html>`));
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const property = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const linked = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

test.each<[string, string, string, string | null]>([
  ["its own", "<title> One\n two </title>", "", "One two"],
  ["characters by name", "<title>One &amp; two</title>", "", "One & two"],
  ["no words", "<title></title>", "", null],
  ["two, the first", "<title>One</title><title>Two</title>", "", "One"],
  ["none but that of a picture", "", "<svg><title>Picture</title></svg>", null],
  ["that for citation", `<title>T</title>${meta("citation_title", "C")}`, "", "C"],
  ["Dublin Core's", `<title>T</title>${meta("DC.title", "D")}${property("og:title", "O")}`, "", "D"],
  [
    "the site's name behind it",
    `<title>Ferry subsidies | The Site</title>`,
    "<h1>Ferry subsidies</h1>",
    "Ferry subsidies",
  ],
  ["a heading of something else", `<title>Ferry subsidies</title>`, "<h1>The Site</h1>", "Ferry subsidies"],
  ["a shorter one for sharing", `<title>Ferries – Site</title>${property("og:title", "Ferries")}`, "", "Ferries"],
  ["another one for sharing", `<title>Site</title>${property("og:title", "Ferries")}`, "", "Ferries"],
  [
    "a headline in JSON-LD",
    `<title>Site</title>${linked({ "@type": "NewsArticle", headline: "Ferries" })}`,
    "",
    "Ferries",
  ],
  ["a dash of its own", "<title>Pre-war ferries</title>", "<h1>war ferries</h1>", "Pre-war ferries"],
])("the title of a page with %s", (_, head, body, title) => {
  expect(facts(head, body).title).toBe(title);
});

test.each<[string, string, readonly string[]]>([
  [
    "several for citation",
    meta("citation_author", "Lind, Ada") + meta("citation_author", "Roy, Ben"),
    ["Lind, Ada", "Roy, Ben"],
  ],
  ["Dublin Core", meta("DC.creator", "Ada") + meta("dcterms.creator", "Ben"), ["Ada", "Ben"]],
  ["JSON-LD, one name", linked({ "@type": "Article", author: "Ada" }), ["Ada"]],
  ["JSON-LD, people", linked({ "@type": "Report", author: [{ name: "Ada" }, { name: "Ben" }] }), ["Ada", "Ben"]],
  ["JSON-LD in a graph", linked({ "@graph": [{ "@type": ["NewsArticle"], author: { name: "Ada" } }] }), ["Ada"]],
  ["JSON-LD of another thing", linked({ "@type": "Product", author: "Ada" }), []],
  ["JSON-LD that is broken", '<script type="application/ld+json">{"@type":</script>', []],
  [
    "JSON-LD in a comment",
    `<script type="application/ld+json"><![CDATA[{"@type":"Article","author":"Ada"}]]></script>`,
    ["Ada"],
  ],
  ["two in one", meta("author", "By Ada Lind and Ben Roy"), ["Ada Lind", "Ben Roy"]],
  ["a list in one", meta("author", "Ada Lind, Ben Roy; Cy Dee"), ["Ada Lind", "Ben Roy", "Cy Dee"]],
  ["a family name first", meta("author", "Lind, Ada"), ["Lind, Ada"]],
  ["the address of a profile", property("article:author", "https://example.org/ada"), []],
  ["nothing but blanks", meta("author", " "), []],
  ["the same twice", meta("author", "Ada") + meta("author", "Ada"), ["Ada"]],
])("the authors of a page with %s", (_, head, authors) => {
  expect(facts(head).authors).toEqual(authors);
});

test.each<[string, string, string, string | null]>([
  ["Open Graph", property("article:published_time", "2021-03-09T23:00:00+02:00"), "", "2021-03-09"],
  ["citation first", meta("citation_publication_date", "2020/3/9") + meta("date", "2021"), "", "2020-03-09"],
  ["Dublin Core", meta("DCTERMS.issued", "2020-03"), "", "2020-03"],
  ["JSON-LD", linked({ "@type": "Article", datePublished: "2020-03-09T10:00Z" }), "", "2020-03-09"],
  ["an element for it", "", '<time itemprop="datePublished" datetime="2020-03-09">March</time>', "2020-03-09"],
  ["a time of something else", "", "<time datetime=2020-03-09>March</time>", null],
  ["the date of a change only", property("article:modified_time", "2021-03-09"), "", null],
  ["a first one that is none", meta("DC.date", "soon") + meta("date", "2021"), "", "2021"],
])("the date of a page with %s", (_, head, body, date) => {
  expect(facts(head, body).date).toBe(date);
});

test.each([
  ["2021-03-09", "2021-03-09"],
  ["2021-3-9", "2021-03-09"],
  ["2021/03", "2021-03"],
  ["2021-03-09 10:00:00", "2021-03-09"],
  ["20210309", "2021-03-09"],
  ["Tue, 9 Mar 2021 10:00:00 +0100", "2021-03-09"],
  ["9 March 2021", "2021-03-09"],
  ["Mar 9, 2021", "2021-03-09"],
  ["Tuesday, March 9th, 2021", "2021-03-09"],
  ["2021-02-30", null],
  ["2021-13-01", null],
  ["09/03/2021", null],
  ["yesterday", null],
  ["", null],
])("%j is the day %s", (text, day) => {
  expect(dayOf(text)).toBe(day);
});

test("link, publisher, language and identifiers are taken over", () => {
  const head = `<link rel="x canonical" href="https://example.org/a">${property("og:url", "https://example.org/b")}${property("og:site_name", "The Site")}${meta("citation_doi", "https://doi.org/10.1000/182.")}`;
  const page = parse(`<html lang=en_GB><head>${head}</head></html>`);
  expect(factsOf(page, "https://example.org/c")).toMatchObject({
    link: "https://example.org/a",
    publisher: "The Site",
    language: "en-GB",
    identifiers: ["doi:10.1000/182"],
  });
});

test.each([
  ['<link rel=canonical href="/a">', "https://example.org/saved"],
  ['<link rel=canonical href="javascript:x">', "https://example.org/saved"],
  [property("og:url", "https://example.org/b"), "https://example.org/b"],
])("where %j is no address, the one that the browser wrote down counts", (head, link) => {
  expect(factsOf(parse(`<head>${head}</head>`), "https://example.org/saved").link).toBe(link);
});

test.each([
  ["<!DOCTYPE html>\n<!-- saved from url=(0021)https://example.org/a -->\n<html>", "https://example.org/a"],
  [
    "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/b?c \n saved date: x\n-->",
    "https://example.org/b?c",
  ],
  ["<!-- saved from url=(0014)about:internet -->", null],
  ["<html>", null],
])("%j was saved from %s", (source, address) => {
  expect(savedFrom(source)).toBe(address);
});

test.each([
  ["By Ada Lind", ["Ada Lind"]],
  ["Par Ada Lind, Ben Roy", ["Ada Lind", "Ben Roy"]],
  ["Ada Lind and Ben Roy", ["Ada Lind", "Ben Roy"]],
  ["9 March 2021", []],
  ["ada@example.org", []],
  ["", []],
])("the line %j names %j", (line, names) => {
  expect(authorsIn(line)).toEqual(names);
});

test.each([
  ["en", "en"],
  ["pt_BR", "pt-BR"],
  ["zh-Hans", "zh-Hans"],
  ["english language", ""],
  ["", ""],
])("%j is the language %j", (text, language) => {
  expect(asLanguage(text)).toBe(language);
});

test.each([
  ["10.1000/182", ["doi:10.1000/182"]],
  ["urn:isbn:978-0-14-103614-4", ["isbn:9780141036144"]],
  ["014103614X", ["isbn:014103614X"]],
  ["urn:uuid:8a1d", []],
])("%j is the identifier %j", (text, identifiers) => {
  expect(identifiersOf([text, text])).toEqual(identifiers);
});
