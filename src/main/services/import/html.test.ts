import fc from "fast-check";
import { expect, test } from "vitest";
import type { PaperContent } from "../../../shared/model/content.ts";
import { ContentBuilder } from "./builder.ts";
import { addHtml, addHtmlPage, htmlMarks } from "./html.ts";

function read(html: string): PaperContent & { left: { comments: number; scripts: number } } {
  const out = new ContentBuilder();
  const left = { comments: 0, scripts: 0 };
  addHtml(out, html, left);
  return { ...out.finish([], []), left };
}
/** Each block as its kind and its words. */
const blocks = (html: string): string[] => {
  const { text, blocks: all } = read(html);
  return all.map((block) => {
    const words = text.slice(block.start, block.end);
    if (block.kind === "heading") return `h${block.level} ${words}`;
    return block.kind === "listItem" ? `${block.depth} ${block.marker} ${words}` : `${block.kind} ${words}`;
  });
};
const marked = (html: string): string[] => {
  const { text, blocks: all } = read(html);
  return all.flatMap(({ marks }) => marks.map((mark) => `${mark.kind} ${text.slice(mark.start, mark.end)}`));
};

// HTML Standard, 15.3, and CSS Text 3, 4.1: how white space and blocks are shown.
test.each<[string, string, readonly string[]]>([
  ["paragraphs", "<p>One</p><p>Two</p>", ["paragraph One", "paragraph Two"]],
  ["words without a block", "One <div>Two</div> Three", ["paragraph One", "paragraph Two", "paragraph Three"]],
  ["white space of all kinds", "<p> One\n\t two  three </p>", ["paragraph One two three"]],
  ["spaces around inline elements", "<p>One <b> two </b> three</p>", ["paragraph One two three"]],
  ["no space between inline elements", "<p>One<b>two</b></p>", ["paragraph Onetwo"]],
  ["a no-break space", "<p>One&nbsp; two</p>", ["paragraph One\u00a0 two"]],
  ["line breaks", "<p>One <br> two<br/>three</p>", ["paragraph One\ntwo\nthree"]],
  ["headings", "<h1>A</h1><h6>B</h6><h7>C</h7>", ["h1 A", "h6 B", "paragraph C"]],
  ["nothing in blocks", "<p></p><p> </p><div><p>One</p></div>", ["paragraph One"]],
  ["characters by name and number", "<p>&lt;b&gt; &#1662; &#x1D4B3;</p>", ["paragraph <b> پ 𝒳"]],
  ["an element of nobody's", "<water>One</water> two", ["paragraph One two"]],
  ["elements called like properties", "<constructor>One</constructor><p>Two</p>", ["paragraph One", "paragraph Two"]],
  ["a quotation", "<blockquote><p>One</p><p>Two</p></blockquote>x", ["quotation One", "quotation Two", "paragraph x"]],
  [
    "a figure",
    "<figure><img alt='A ferry'><figcaption>The port</figcaption></figure>",
    ["paragraph A ferry", "caption The port"],
  ],
  ["definitions", "<dl><dt>One</dt><dd>Two</dd></dl>", ["paragraph One", "paragraph Two"]],
  ["what is folded up", "<details><summary>More</summary>words</details>", ["paragraph More", "paragraph words"]],
  ["choices", "<select><option>One</option><option>Two</option></select>", ["paragraph One", "paragraph Two"]],
])("%s", (_, html, wanted) => {
  expect(blocks(html)).toEqual(wanted);
});

test.each<[string, string, readonly string[]]>([
  ["bullets", "<ul><li>One<li>Two</ul>", ["0 • One", "0 • Two"]],
  ["numbers", "<ol><li>One<li>Two</ol>", ["0 1. One", "0 2. Two"]],
  ["numbers from another", "<ol start=7><li>One<li>Two</ol>", ["0 7. One", "0 8. Two"]],
  ["a beginning that is no number", "<ol start=x><li>One</ol>", ["0 1. One"]],
  ["lists in lists", "<ul><li>One<ol><li>Two</ol><li>Three</ul>", ["0 • One", "1 1. Two", "0 • Three"]],
  ["more paragraphs of an item", "<ul><li><p>One</p><p>more</p><li>Two</ul>", ["0 • One", "paragraph more", "0 • Two"]],
  ["an item without a list", "<li>One</li>", ["0 • One"]],
  ["words after a list", "<ul><li>One</ul>Two", ["0 • One", "paragraph Two"]],
  ["a heading in an item", "<ul><li><h2>One</h2>two</ul>", ["h2 One", "paragraph two"]],
])("a list with %s", (_, html, wanted) => {
  expect(blocks(html)).toEqual(wanted);
});

test.each<[string, string, readonly string[]]>([
  ["spaces and lines", "<pre>one\n  two\n\nthree</pre>", ["code one\n  two\n\nthree"]],
  ["a first and a last line end", "<pre>\none\n</pre>", ["code one"]],
  ["inline elements", "<pre>a <b>b</b>\n c</pre>", ["code a b\n c"]],
  ["line breaks and blank lines before them", "<pre>one  \n\n<br>two</pre>", ["code one  \n\n\ntwo"]],
  ["words after it", "<pre> a </pre> b  c", ["code  a ", "paragraph b c"]],
])("preformatted text with %s", (_, html, wanted) => {
  expect(blocks(html)).toEqual(wanted);
});

test.each<[string, string, readonly string[]]>([
  ["cells", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", ["table a\tb\nc\td"]],
  ["a head", "<table><thead><tr><th>a</thead><tbody><tr><td>b</tbody></table>", ["table a\nb"]],
  ["a foot", "<table><tbody><tr><td>a<tfoot><tr><td>b</table>", ["table a\nb"]],
  ["blocks in cells", "<table><tr><td><p>a</p><p>b</p><td>c<br>d</table>", ["table a b\tc d"]],
  ["an empty cell", "<table><tr><td>a<td></table>", ["table a\t"]],
  ["nothing in it", "<table><tr><td><td></table>", []],
  ["an empty row", "<table><tr></tr><tr><td>a</table>", ["table a"]],
  ["a caption", "<table><caption>All</caption><tr><td>a</table>", ["caption All", "table a"]],
  ["words that belong to no cell", "<table>stray<tr><td>a</table>", ["paragraph stray", "table a"]],
  ["a table in it", "<table><tr><td>a<table><tr><td>b</table></table>", ["table a b"]],
  ["white space in cells", "<table><tr><td> a\n b </table>", ["table a b"]],
])("a table with %s", (_, html, wanted) => {
  expect(blocks(html)).toEqual(wanted);
});

test("cells that head a row or a column are known", () => {
  const { blocks: all } = read("<table><tr><th>a<th>b<tr><th>c<td>d</table>");
  const heads = all.flatMap((block) =>
    block.kind === "table" ? block.rows.map((row) => row.map((cell) => cell.header)) : [],
  );
  expect(heads).toEqual([
    [true, true],
    [true, false],
  ]);
});

test.each([...htmlMarks].filter(([, kind]) => kind !== "link"))("%s is %s", (tag, kind) => {
  expect(marked(`<p>a <${tag}>b c</${tag}> d</p>`)).toEqual([`${kind} b c`]);
});

test.each<[string, string, readonly string[]]>([
  ["each other", "<b>a <i>b</i></b>", ["bold a b", "italic b"]],
  ["nothing", "<p><b></b>x</p>", []],
  ["a space at the end", "<p><b>a </b></p>", ["bold a"]],
  ["preformatted lines", "<pre>\n<b>a</b>\nb</pre>", ["bold a"]],
  ["a table", "<table><tr><td>x<td>a <b>b </b></table>", ["bold b"]],
  ["an item", "<ul><li>x<li><b>a</b></ul>", ["bold a"]],
  ["misnested elements", "<b>a<i>b</b>c</i>", ["bold ab", "italic b", "italic c"]],
])("marks over %s", (_, html, wanted) => {
  expect(marked(html)).toEqual(wanted);
});

test.each([
  ["https://example.org/", true],
  ["mailto:ada@example.org", true],
  ["javascript:alert(1)", false],
  ["#", false],
  ["", false],
])("a link to %j is one: %s", (href, is) => {
  const { blocks: all } = read(`<p><a href="${href}">here</a></p>`);
  expect(all[0]?.marks).toEqual(is ? [{ kind: "link", start: 0, end: 4, href }] : []);
});

test("what is not seen is left out and counted", () => {
  const { text, left } = read(
    "<p>a<!-- x --><script>x()</script><style>x{}</style><svg><text>x</text></svg><noscript>x</noscript></p><template>x</template><table><tr><td>b<!-- y --><script>y</script></table>",
  );
  expect(text).toBe("a\nb");
  expect(left).toEqual({ comments: 2, scripts: 6 });
});

const page = (head: string, body = "<p>x</p>") => {
  const out = new ContentBuilder();
  return addHtmlPage(out, `<!doctype html><html><head>${head}</head><body>${body}</body></html>`, {
    comments: 0,
    scripts: 0,
  });
};

test.each([
  ["<title> One\n two </title>", "One two"],
  ["<title>One &amp; two</title>", "One & two"],
  ["<title></title>", null],
  ["<title>One</title><title>Two</title>", "One"],
  ["", null],
])("the title of a page with %j", (head, title) => {
  expect(page(head).title).toBe(title);
});

test("a title inside of a picture is none of the page", () => {
  expect(page("", "<svg><title>Picture</title></svg>").title).toBeNull();
});

test("what a page says about itself is found by name or property, in any case, the first of a name", () => {
  const { meta } = page(
    '<meta name="Author" content="Ada"><meta property="og:title" content="T"><meta name="author" content="Ben"><meta name="x"><meta charset="utf-8">',
  );
  expect([...meta]).toEqual([
    ["author", "Ada"],
    ["og:title", "T"],
  ]);
});

test.each([
  ["elements", `${"<div>".repeat(600)}x`],
  ["marks", `${"<b>".repeat(600)}x`],
  ["elements in a cell", `<table><tr><td>${"<div>".repeat(600)}x</table>`],
])("%s nested without end are refused", (_, html) => {
  expect(() => read(html)).toThrow(expect.objectContaining({ code: "limit" }));
});

test("whatever the tags, every word is there once and in order, and marks are within their blocks", () => {
  const tag = fc.constantFrom(
    "p",
    "b",
    "i",
    "div",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "pre",
    "blockquote",
    "h2",
    "a",
    "br",
    "sup",
  );
  const part = fc.oneof(
    fc.nat(99).map((number) => `w${number} `),
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const html = parts.join("");
      const { text, blocks: all } = read(html);
      const words = (some: string): string[] => some.match(/w\d+/g) ?? [];
      // A table's stray words are put elsewhere (HTML Standard, 13.2.6.1), so order holds without tables alone.
      const sorted = (some: string[]): string[] => (/<t/.test(html) ? some.sort() : some);
      expect(sorted(words(text))).toEqual(sorted(words(html)));
      for (const block of all)
        for (const { start, end } of block.marks)
          expect(start >= block.start && start < end && end <= block.end).toBe(true);
    }),
    { numRuns: 300 },
  );
});
