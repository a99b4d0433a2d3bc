import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { apply } from "../../../shared/change/change.ts";
import { claimEdits } from "../../../shared/claims/claim-edits.ts";
import { claimJson } from "../../../shared/claims/claim-json.ts";
import { codedIn } from "../../../shared/claims/claims.ts";
import { claimRows } from "../../../shared/claims/rows.ts";
import { anyContent } from "../../../shared/fixtures/content.cases.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { englishWords } from "../../../shared/report/words.ts";
import { type ExportedText, paperHtml, paperMarkdown } from "./paper-text.ts";

const bare = { ...sampleLibrary(), annotations: {}, positions: {}, relations: {} };
const [stance] = Object.values(bare.stances);

/** A paper with a note for each range and what it says, the first of them a claim. */
function noted(
  content: PaperContent,
  notes: readonly Readonly<{ start: number; end: number; note: string }>[],
): ExportedText {
  const edits = notes.flatMap(({ start, end, note }, index) => {
    const range = { start, end, quote: content.text.slice(start, end), prefix: "", suffix: "" };
    return claimEdits({
      paper: ids.paper,
      passage: { ranges: [range], areas: [] },
      actor: ids.actor,
      positions: index > 0 || stance === undefined ? [] : [{ issue: ids.child, stance: stance.id, strength: 1 }],
      certainty: 3,
      note,
      coder: ids.coder,
      at: "2026-01-02T03:04:05Z",
    }).edits;
  });
  const library = apply(bare, { edits });
  const paper = library.papers[ids.paper];
  if (paper === undefined) throw new Error("the sample has no paper");
  const coded = codedIn(library, ids.paper);
  return {
    library,
    paper,
    content,
    coded,
    rows: claimRows(library, coded, new Map([[ids.paper, content]])),
    words: englishWords,
  };
}

const text = fc.array(
  fc.constantFrom(
    "a",
    "<b>",
    "&amp;",
    '"',
    "# ",
    "- ",
    "1. ",
    "*",
    "_",
    "`",
    "|",
    "\n",
    "\n\n",
    "[x](y)",
    "\\",
    "𝒳",
    "ا",
  ),
  {
    maxLength: 8,
  },
);
const any = fc
  .tuple(anyContent, fc.array(fc.tuple(fc.nat(), fc.nat(), text), { maxLength: 4 }))
  .map(([content, list]) => {
    const at = (place: number): number => place % (content.text.length + 1);
    const ranges = list.map(([a, b, note]) => ({
      start: Math.min(at(a), at(b)),
      end: Math.max(at(a), at(b)),
      note: note.join(""),
    }));
    return noted(
      content,
      ranges.filter((range) => range.start < range.end),
    );
  });

/** The words of a stretch of HTML, without its tags. */
const wordsOf = (html: string): string =>
  html.replace(/<[^>]*>/g, "").replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

test("as HTML a paper has all its words and every tag is closed, whatever lies over what", () => {
  fc.assert(
    fc.property(any, (input) => {
      const html = /<main>.*<\/main>/s.exec(paperHtml(input))?.[0] ?? "";
      const open: string[] = [];
      for (const [, slash, tag = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g))
        if (slash === "") open.push(tag);
        else expect(open.pop()).toBe(tag);
      expect(open).toEqual([]);
      const body = html.slice(0, html.indexOf("<h2>Claims"));
      const words = wordsOf(body.replace(/<sup class="ref">.*?<\/sup>/g, "")).replace(/\s/g, "");
      for (const { start, end, kind } of input.content.blocks)
        if (kind !== "table") expect(words).toContain(input.content.text.slice(start, end).replace(/\s/g, ""));
      for (const [index, row] of input.rows.entries()) {
        expect(html).toContain(`<li id="claim-${index + 1}">`);
        expect(wordsOf(html)).toContain(row.note);
      }
    }),
  );
});

test("as Markdown each claim is one item with its quote, and a reader sees the words that were written", () => {
  const squeezed = (words: string): string => words.replace(/\s+/g, "");
  fc.assert(
    fc.property(any, (input) => {
      const html = new MarkdownIt().render(paperMarkdown(input).replace(/^---[\s\S]*?---\n/, ""));
      const items = html
        .split("<li>")
        .slice(1)
        .map((item) => decoded(item));
      expect(items).toHaveLength(input.rows.length);
      for (const [index, row] of input.rows.entries()) {
        expect(squeezed(items[index] ?? "")).toContain(squeezed(`“${row.quote}”`));
        expect(squeezed(items[index] ?? "")).toContain(squeezed(row.note));
      }
    }),
  );
});

function decoded(html: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html.replace(/<[^>]*>/g, "").replace(/&(lt|gt|quot|amp);/g, (_, name: string) => named[name] ?? "");
}

test("as JSON a claim has what scripts rely on, in this order", () => {
  const content: PaperContent = {
    text: "Ever words",
    blocks: [{ kind: "paragraph", start: 0, end: 10, page: 0, continues: false, direction: "ltr", marks: [] }],
    pages: [{ label: "iv", width: 0, height: 0, rotation: 0 }],
    warnings: [],
  };
  const { rows } = noted(content, [{ start: 0, end: 4, note: "n" }]);
  const { id: _id, ...rest } = JSON.parse(JSON.stringify(rows.map(claimJson)[0])) as Record<string, unknown>;
  expect(Object.keys(rest)).toEqual([
    "paper",
    "quote",
    "page",
    "start",
    "end",
    "positions",
    "actor",
    "certainty",
    "note",
    "coder",
    "created",
  ]);
  expect(rest).toMatchObject({
    quote: "Ever",
    page: "iv",
    positions: [{ issue: "Water/Quality\\/taste", stance: "supports", strength: 1 }],
    actor: "Harbour Board",
    coder: "Ada",
  });
});
