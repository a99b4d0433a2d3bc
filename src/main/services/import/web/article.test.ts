import { parse } from "parse5";
import { expect, test } from "vitest";
import { articleOf } from "./article.ts";
import { importHtml } from "./html-page.ts";

/** A sentence of its own for each number, long enough that paragraphs of it are prose. */
const sentence = (number: number): string =>
  `Sentence ${number} says that ministers agreed on ferry subsidies, on harbour fees and on a report by autumn.`;
const prose = (from: number): string =>
  [0, 1, 2]
    .map((part) => `<p>${[0, 1, 2, 3].map((value) => sentence(from + part * 4 + value)).join(" ")}</p>`)
    .join("");
const menu = `<nav><ul>${[1, 2, 3, 4, 5].map((n) => `<li><a href="/${n}">Menu ${n}</a></li>`).join("")}</ul></nav>`;
const page = (body: string, head = "<title>Ferries - The Site</title>"): string =>
  `<!doctype html><html><head>${head}</head><body>${menu}${body}<footer>Imprint and <a href="/c">cookies</a></footer></body></html>`;
const text = (html: string, extent: "article" | "page" | null = null): string =>
  importHtml(html, [], { extent }).content.text;

test("the article is read without menu and footer, and all of the page when asked", () => {
  const html = page(`<main><h1>Ferries</h1>${prose(1)}</main>`);
  const read = text(html);
  expect(read.split("\n")[0]).toBe("Ferries");
  expect(read).toContain(sentence(12));
  expect(read).not.toMatch(/Menu|Imprint/);
  expect(text(html, "page")).toMatch(/^Menu 1\n[\s\S]*Ferries\n[\s\S]*Imprint and cookies$/);
});

test("what share of the page was read is said; nothing is said of a whole page", () => {
  const keys = (extent: "article" | "page" | null, body: string): string[] =>
    importHtml(page(body), [], { extent }).content.warnings.map(({ key }) => key);
  expect(keys(null, prose(1))).toEqual(["import.articleOnly"]);
  expect(keys("page", prose(1))).toEqual([]);
  expect(keys(null, "<p>Short.</p>")).toEqual([]);
  expect(keys("article", "<p>Short.</p>")).toEqual(["import.noArticle"]);
});

test.each([
  ["a page of links", `<ul>${Array.from({ length: 40 }, (_, n) => `<li><a href="/${n}">Item ${n}</a>`).join("")}</ul>`],
  ["a short page", "<p>One sentence.</p>"],
  ["nothing", ""],
])("%s has no article, so all of it is read", (_, body) => {
  expect(articleOf(parse(page(body)), "x").article).toBeNull();
  expect(text(page(body))).toContain("Menu 1");
});

test("headings right before words of the article are part of it, whatever their class", () => {
  const body = `<main><h2>Ferries</h2>${prose(1)}<h3 class="sidebar-related">§ 2</h3>${prose(20)}</main>`;
  expect(text(page(body))).toMatch(/Sentence 12 [^\n]*\n§ 2\nSentence 20/);
});

test("a note that the article refers to comes along, wherever it is on the page", () => {
  const body = `<main><p>First<a id="r" href="#n">1</a> claim.</p>${prose(1)}</main><aside><p id="n"><a href="#r">1</a> The note.</p></aside>`;
  const { content } = importHtml(page(body), []);
  const note = content.blocks.find(({ kind }) => kind === "footnote");
  expect(content.text.slice(note?.start, note?.end)).toBe("The note.");
  expect(content.text).toContain("First claim.");
});

test("the line below a title is offered as its author", () => {
  const body = `<main><h1>Ferries</h1><p class="byline">By Ada Lind</p>${prose(1)}</main>`;
  expect(importHtml(page(body), [])).toMatchObject({ authors: [], suggestedAuthors: ["Ada Lind"] });
  const named = page(body, '<title>Ferries</title><meta name="author" content="Ben Roy">');
  expect(importHtml(named, [])).toMatchObject({ authors: ["Ben Roy"], suggestedAuthors: [] });
});

test("scripts and handlers of a page are never run, and its pictures never loaded", () => {
  const trap = "globalThis.ran = true";
  const body = `<main onload="${trap}"><script>${trap}</script><img src="x:" onerror="${trap}"><a href="javascript:${trap}">x</a>${prose(1)}</main>`;
  const { content } = importHtml(page(body), []);
  expect("ran" in globalThis).toBe(false);
  expect(JSON.stringify(content)).not.toContain("globalThis");
});

test("a page that is nested without end is refused, not followed", () => {
  const deep = `<main>${"<div>".repeat(3000)}${prose(1)}</main>`;
  expect(() => importHtml(page(deep), [])).toThrow(expect.objectContaining({ code: "limit" }));
});
