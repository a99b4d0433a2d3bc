import fc from "fast-check";
import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { ContentBuilder } from "../builder.ts";
import { addHtml, addNodes, htmlMarks, type LeftOutOfPage, nothingLeftOut, type Turn } from "./html.ts";
import type { Element } from "./tree.ts";

function read(html: string): PaperContent & { left: LeftOutOfPage } {
  const out = new ContentBuilder();
  const left = nothingLeftOut();
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
  ["a table in it", "<table><tr><td>a<table><tr><td>b</table></table>", ["paragraph a", "table b"]],
  ["a table in it, and a head", "<table><tr><th>a<td>b<table><tr><td>c</table></table>", ["table a\tb c"]],
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
  expect(left).toEqual({ comments: 2, scripts: 6, hidden: 0 });
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

test("soft hyphens are no part of a word, in whatever way they are written", () => {
  expect(blocks("<p>har&shy;bour du\u00ades</p><pre>fer&#173;ry</pre>")).toEqual([
    "paragraph harbour dues",
    "code ferry",
  ]);
});

// HTML Standard, 6.1 (hidden), 15.3.1 (not rendered); WAI-ARIA 1.2.
test.each<[string, string, number]>([
  ["the attribute hidden", "<p hidden>x</p>", 1],
  ["hidden until it is found, which shows it", "<p hidden=until-found>x</p>", 0],
  ["aria-hidden", '<p aria-hidden="true">x</p>', 1],
  ["aria-hidden on the page behind an open dialog", '<div aria-hidden="true"><main>x</main></div>', 0],
  ["display: none", '<p style="color:red; DISPLAY : none">x</p>', 1],
  ["another display", '<p style="display:block">x</p>', 0],
  ["visibility", '<p style="visibility:hidden">x</p>', 1],
  ["a closed dialog", "<dialog>x</dialog>", 1],
  ["an open dialog", "<dialog open>x</dialog>", 0],
  ["what SingleFile found hidden", '<p class="a sf-hidden">x</p>', 1],
  ["Word's hidden text", "<p><span style='mso-hide:all'>x</span></p>", 1],
  ["a hidden cell", "<table><tr><td hidden>x<td>b</table>", 1],
  ["a hidden row", "<table><tr hidden><td>x<tr><td>b</table>", 1],
  ["hidden blanks", "<p hidden> </p>", 0],
])("text hidden by %s is left out and counted", (_, html, hidden) => {
  const { text, left } = read(`<p>a</p>${html}`);
  expect([left.hidden, text.includes("x")]).toEqual([hidden, hidden === 0 && html.includes("x")]);
});

test.each<[string, string, readonly string[]]>([
  ["two line ends between paragraphs", "<p>One<br><br>Two</p>", ["paragraph One", "paragraph Two"]],
  ["a line end before all words", "<p><br>One</p>", ["paragraph One"]],
  ["a block inside of an inline element", "<b>a<p>b</p>c</b>", ["paragraph a", "paragraph b", "paragraph c"]],
  ["a heading by its role", "<div role=heading aria-level=3>A</div>", ["h3 A"]],
  ["an empty block before an item's words", "<ul><li><div></div><p>One</p></ul>", ["0 • One"]],
  ["frames and players", "<iframe>x</iframe><video>x</video><noframes>x</noframes>a", ["paragraph a"]],
  ["a formula", "<p>If <math alttext='a^2'><mi>a</mi></math> holds</p>", ["paragraph If a^2 holds"]],
  ["a formula without words", "<p><math> <mi>a</mi> <mo>=</mo> <mn>2</mn></math></p>", ["paragraph a=2"]],
  ["ruby", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", ["paragraph 漢(かん)"]],
  ["letters before items", "<ol type=a start=2><li>One<li value=27>Two</ol>", ["0 b. One", "0 aa. Two"]],
  ["roman numbers before items", "<ol type=I start=3><li>One<li>Two</ol>", ["0 III. One", "0 IV. Two"]],
])("%s", (_, html, wanted) => {
  expect(blocks(html)).toEqual(wanted);
});

test("marks go on over the blocks inside of them", () => {
  expect(marked("<b>a<p>b</p>c</b>")).toEqual(["bold a", "bold b", "bold c"]);
});

test.each<[string, string, readonly string[]]>([
  ["columns", "<table><tr><th colspan=2>a<th>b<tr><td>c<td>d<td>e</table>", ["table a\t\tb\nc\td\te"]],
  ["rows", "<table><tr><th rowspan=2>a<th>b<tr><td>c<tr><td>d<td>e</table>", ["table a\tb\n\tc\nd\te"]],
  ["both", "<table><tr><th>a<th colspan=2 rowspan=2>b<th>c<tr><td>d<td>e</table>", ["table a\tb\t\tc\nd\t\t\te"]],
  ["the end of a row", "<table><tr><th colspan=3>a<tr><td>b<td>c<td>d</table>", ["table a\nb\tc\td"]],
  ["nonsense", "<table><tr><th colspan=x rowspan=-1>a<td colspan=0>b</table>", ["table a\tb"]],
  ["more than any table", "<table><tr><th colspan=99999999>a<td>b</table>", [`table a${"\t".repeat(100)}b`]],
])("cells over %s keep the columns in line", (_, html, wanted) => {
  expect(blocks(html)).toEqual(wanted);
});

test.each<[string, string, readonly string[]]>([
  ["that says so", "<table role=presentation><tr><td>a<td>b</table>", ["paragraph a", "paragraph b"]],
  ["with headings", "<table><tr><td><h2>A</h2><p>b<td>c</table>", ["h2 A", "paragraph b", "paragraph c"]],
  ["with lists", "<table><tr><td><ul><li>a</ul><td>c</table>", ["0 • a", "paragraph c"]],
  ["with lists, but a head", "<table><tr><th>h<tr><td><ul><li>a</ul></table>", ["table h\na"]],
])("a table %s is read as what it arranges", (_, html, wanted) => {
  expect(blocks(html)).toEqual(wanted);
});

test.each<[string, string, readonly string[]]>([
  ["what the page says", "<div dir=rtl><p>سلام 1</p><p>abc</p><p dir=ltr>abc سلام</p></div>", ["rtl", "ltr", "ltr"]],
  ["letters of both, in a page that says so", "<div dir=rtl><p>EU قانون</p></div>", ["rtl"]],
  ["the first letter, where nothing is said", "<p>EU قانون</p><p>قانون EU</p>", ["ltr", "rtl"]],
  ["the first letter again", "<div dir=rtl><p dir=auto>EU قانون</p></div>", ["ltr"]],
  ["a table too", "<table dir=rtl><tr><td>EU<td>قانون</table>", ["rtl"]],
])("the direction of a block is that of %s", (_, html, wanted) => {
  expect(read(html).blocks.map(({ direction }) => direction)).toEqual(wanted);
});

test("relative links begin at the address of the page, and are none without it", () => {
  const links = (base: string | null): unknown[] => {
    const out = new ContentBuilder();
    addNodes(out, parseFragment('<p><a href="/a?b">x</a> <a href="#c">y</a> <a href="data:z">z</a></p>'), {
      left: nothingLeftOut(),
      base,
    });
    return out.blocks.flatMap(({ marks }) => marks.map((mark) => ("href" in mark ? mark.href : "")));
  };
  expect(links("https://example.org/d/e")).toEqual(["https://example.org/a?b", "#c"]);
  expect(links(null)).toEqual(["#c"]);
});

test("words of pictures are text inside a line only, unless all of them are wanted", () => {
  const words = (html: string): string => {
    const out = new ContentBuilder();
    addNodes(out, parseFragment(html), { left: nothingLeftOut() });
    return out.finish([], []).text;
  };
  expect(words("<p>Yes <img alt=':)'> no</p>")).toBe("Yes :) no");
  expect(words("<p><img alt='x²'> is a formula</p>")).toBe("x² is a formula");
  expect(words("<figure><img alt='A ferry'><figcaption>The port</figcaption></figure>")).toBe("The port");
});

test("a printed page turns inside of a paragraph, which goes on after it", () => {
  const out = new ContentBuilder();
  const isBreak = (node: Element): Turn =>
    node.tagName === "hr" || node.attrs.some(({ name }) => name === "page") ? "alone" : null;
  addNodes(out, parseFragment("<h1><i page></i>A</h1><p>one <i page>7</i>two th<i page></i>ree</p><hr><p>b</p>"), {
    left: nothingLeftOut(),
    turnsPage: isBreak,
  });
  const { text, blocks: all } = out.finish([], []);
  expect(text).toBe("A\none two three\nb");
  expect(all.map(({ page, continues, kind }) => [page, continues, kind])).toEqual([
    [1, false, "heading"],
    [1, false, "paragraph"],
    [2, true, "paragraph"],
    [3, true, "paragraph"],
    [4, false, "paragraph"],
  ]);
});
