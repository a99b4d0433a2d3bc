import { expect, test } from "vitest";
import { importHtml } from "./html-page.ts";

/** Blocks of a page as `kind words`, and where its links lead. */
function read(body: string): { blocks: string[]; links: string[] } {
  const { content } = importHtml(`<html><body>${body}</body></html>`, [], { extent: "page" });
  const words = ({ start, end }: { start: number; end: number }): string => content.text.slice(start, end);
  return {
    blocks: content.blocks.map(
      (block) => `${block.kind === "footnote" ? `note ${block.label}` : block.kind} ${words(block)}`,
    ),
    links: content.blocks.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === "link" ? [`${words(mark)} ${mark.href}`] : [])),
    ),
  };
}

// Notes as programs write them: Pandoc, Wikipedia, Word, LibreOffice, a blog, DPUB-ARIA, EPUB.
test.each<[string, string]>([
  [
    "Pandoc",
    `<p>Claim.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section role="doc-endnotes"><ol><li id="fn1"><p>Note.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>`,
  ],
  [
    "Wikipedia",
    `<p>Claim.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span>Note.</span></li></ol>`,
  ],
  [
    "Word",
    `<p>Claim.<a href="#_ftn1" name="_ftnref1"><span><span>[1]</span></span></a></p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Note.</p></div>`,
  ],
  [
    "LibreOffice",
    `<p>Claim.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Note.</p></div>`,
  ],
  [
    "a blog",
    `<p>Claim.<sup id="r1">(<a href="#n1">1</a>)</sup></p><p id="n1"><sup>1</sup> Note. <a href="#r1">back</a></p>`,
  ],
  [
    "an EPUB",
    `<p>Claim.<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>Note.</p></aside>`,
  ],
])("notes of %s", (_, body) => {
  expect(read(body)).toEqual({ blocks: ["paragraph Claim.", "note 1 Note."], links: [". #note-1"] });
});

test.each<[string, string, readonly string[]]>([
  [
    "a link to a section",
    `<p>See <a id="a" href="#s">2</a>.</p><h2 id="s">Two</h2><p><a href="#a">1</a></p>`,
    ["paragraph See 2.", "heading Two", "paragraph 1"],
  ],
  [
    "a link to a paragraph that leads nowhere back",
    `<p>See <a href="#s">2</a>.</p><p id="s">Two.</p>`,
    ["paragraph See 2.", "paragraph Two."],
  ],
  [
    "a link with words",
    `<p><a id="a" href="#s">the second part</a></p><p id="s">Two <a href="#a">up</a></p>`,
    ["paragraph the second part", "paragraph Two up"],
  ],
  [
    "a mark without words before it",
    `<p><a id="a" href="#n">*</a> Claim.</p><p id="n"><a href="#a">*</a> Note.</p>`,
    ["paragraph * Claim.", "note * Note."],
  ],
  [
    "two marks for one note",
    `<p>A<a id="a" href="#n">1</a> and B<a id="b" href="#n">1</a>.</p><p id="n"><a href="#a">a</a> <a href="#b">b</a> Note.</p>`,
    ["paragraph A and B.", "note 1 Note."],
  ],
  [
    "a note of two paragraphs",
    `<p>A<a id="a" href="#n">1</a></p><div id="n"><p>One.</p><p>Two. <a href="#a">^</a></p></div>`,
    ["paragraph A", "note 1 One.", "note 1 Two."],
  ],
])("%s", (_, body, blocks) => {
  expect(read(body).blocks).toEqual(blocks);
});

const chapter = (name: string): string => `<p>${name}<a id="${name}r" href="#${name}n">1</a></p>`;
const note = (name: string): string => `<p id="${name}n"><a href="#${name}r">1</a> Of ${name}.</p>`;

test("notes that start again in each chapter have the same label, where the next one is always meant", () => {
  expect(read(chapter("A") + note("A") + chapter("B") + note("B")).blocks).toEqual([
    "paragraph A",
    "note 1 Of A.",
    "paragraph B",
    "note 1 Of B.",
  ]);
});

test("at the end of all they are numbered, so that each mark leads to its own", () => {
  const { blocks, links } = read(chapter("A") + chapter("B") + note("A") + note("B"));
  expect(blocks).toEqual(["paragraph A", "paragraph B", "note 1 Of A.", "note 1-2 Of B."]);
  expect(links).toEqual(["A #note-1", "B #note-1-2"]);
});

test("the address of the page before a place in it is the page itself", () => {
  const head = '<link rel=canonical href="https://example.org/a">';
  const body = `<p>A<a id="r" href="https://example.org/a#n">1</a></p><p id="n"><a href="https://example.org/a#r">1</a> Note.</p>`;
  const { content } = importHtml(`<html><head>${head}</head><body>${body}</body></html>`, [], { extent: "page" });
  expect(content.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "footnote"]);
});

test("words that lead to a note are text, and so are words of a note that lead back", () => {
  const page = `<p>Dues rise, <a id="r" href="#n" role="doc-noteref">says the council</a>.</p><aside role="doc-footnote" id="n"><a href="#r">Line 20.</a> Compare the report.</aside>`;
  expect(read(page)).toEqual({
    blocks: ["paragraph Dues rise, says the council.", "note saysthecouncil Line 20. Compare the report."],
    links: ["says the council #note-saysthecouncil", "Line 20. #r"],
  });
});
