import { expect, test } from "vitest";
import { message } from "../../../../shared/messages/message.ts";
import { importHtml, isHtml, leftOutWarnings } from "./html-page.ts";

test.each([
  "<!DOCTYPE html><p>x",
  "<html><p>x",
  "  \n<HTML lang=en>",
  "<head></head>",
  "<body class=x>",
  '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">',
  "<!-- saved from --><!-- more --><html>",
])("%j begins a page", (text) => {
  expect(isHtml(text)).toBe(true);
});

test.each(["<p>x</p>", "words <html>", "<htmlx>", "<!doctype xml>", "", `${" ".repeat(5000)}<html>`, "<header>x"])(
  "%.30j begins none",
  (text) => {
    expect(isHtml(text)).toBe(false);
  },
);

const about = (head: string, body = "<p>x</p>") =>
  importHtml(`<html><head>${head}</head><body>${body}</body></html>`, []);
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

test.each([
  ["its own title", "<title>A</title>", "<h1>B</h1>", "A"],
  ["its first heading", "", "<p>x</p><h2>B</h2><h1>C</h1>", "B"],
  ["nothing", "", "<p>x</p>", null],
])("a page is called by %s", (_, head, body, title) => {
  expect(about(head, body).title).toBe(title);
});

test.each([
  [meta("author", " Ada Lind "), ["Ada Lind"]],
  [meta("citation_author", "Lind, Ada"), ["Lind, Ada"]],
  [meta("DC.creator", "Ada"), ["Ada"]],
  [meta("author", "Ada") + meta("citation_author", "Ben"), ["Ben"]],
  [meta("author", " "), []],
  ["", []],
])("the authors of %j", (head, authors) => {
  expect(about(head).authors).toEqual(authors);
});

test.each([
  [meta("date", "2021-03-09"), "2021-03-09"],
  [meta("citation_publication_date", "2021/03/09"), "2021-03-09"],
  [meta("article:published_time", "2021-03-09T10:00:00Z"), "2021-03-09"],
  [meta("date", "2021"), "2021"],
  [meta("date", "2021-13-45"), null],
  [meta("date", "soon"), null],
  ["", null],
])("the date of %j is %s", (head, date) => {
  expect(about(head).date).toBe(date);
});

test("warnings that came along stay first, and what is left out is said once", () => {
  const given = [message("import.cutOff")];
  const { content } = importHtml("<html><body>x<!-- a --><!-- b --><script>x</script></body></html>", given);
  expect(content.warnings).toEqual([
    ...given,
    message("import.commentsSkipped", { count: 2 }),
    message("import.scriptsSkipped", { count: 1 }),
  ]);
  expect(leftOutWarnings({ comments: 0, scripts: 0, hidden: 0 })).toEqual([]);
});

test("a page has sections and no geometry", () => {
  const { content, geometry, format } = about("", "<p>One</p>".repeat(100));
  expect([geometry, format]).toEqual([null, "html"]);
  expect(content.pages.length).toBeGreaterThan(2);
  expect(content.pages.map(({ label }) => label).slice(0, 2)).toEqual(["§1", "§2"]);
});

test("an alternative text that many pictures share is no text, one of a sign that is repeated is", () => {
  const pictures = ["a", "b", "c"].map((name) => `x<img src=${name}.png alt="no text">`).join("");
  expect(importHtml(`<html><p>${pictures}`, []).content.text).toBe("xxx");
  const signs = 'x<img src=a.png alt="beta">'.repeat(3);
  expect(importHtml(`<html><p>${signs}`, []).content.text).toBe("xbetaxbetaxbeta");
  const formulas = ["1", "2", "3"].map((n) => `x<math alttext="no text"><mn>${n}</mn></math>`).join("");
  expect(importHtml(`<html><p>${formulas}`, []).content.text).toBe("x1x2x3");
});
