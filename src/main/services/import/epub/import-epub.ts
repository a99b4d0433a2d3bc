import { parse } from "parse5";
import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import type { Page, PaperContent } from "../../../../shared/model/content.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { ContentBuilder } from "../builder.ts";
import { readText } from "../encoding.ts";
import type { Imported } from "../imported.ts";
import { intoSections } from "../sections.ts";
import { splitLong } from "../split-long.ts";
import { addNodes, nothingLeftOut, type Turn } from "../web/html.ts";
import { leftOutWarnings } from "../web/html-page.ts";
import { findNotes } from "../web/notes.ts";
import { type Element, elementsIn, type Node, type Parent } from "../web/tree.ts";
import { type Chapter, openBook } from "./package.ts";
import { isOnlyPageBreak, type PageList, pageAt, pagesInNavigation, pagesInNcx, placeOf, says } from "./page-list.ts";

type Read = Readonly<{ file: string; root: Parent }>;

/**
 * A book as a paper: its chapters in reading order, with its printed pages where it has them, its notes linked, and
 * without its tables of contents. Throws as `openBook` does, and `limit` when it is too long or nested too deeply.
 */
export async function importEpub(name: string, bytes: Uint8Array): Promise<Imported> {
  const book = await openBook(name, bytes);
  const chapters: Read[] = [];
  const warnings: Message[] = [];
  for (const chapter of book.chapters)
    chapters.push({ file: chapter.file, root: await readChapter(chapter, warnings) });
  const list = await pageListOf(book.navigation, book.ncx);
  const found = findNotes(
    chapters.map(({ root, file }) => ({
      root,
      path: file,
      keyOf: (href) => (href.includes("#") ? placeOf(file, href) : null),
    })),
  );
  const notes = { ...found, silent: new Set([...found.silent, ...chapters.flatMap(({ root }) => navigationIn(root))]) };
  const out = new ContentBuilder();
  const left = nothingLeftOut();
  const labels: string[] = ["§1"];
  const direction = book.isRightToLeft ? ("rtl" as const) : null;
  const starts: number[] = [];
  for (const { root, file } of chapters) {
    starts.push(out.count);
    const turnsPage = (node: Element): Turn => {
      const label = pageAt(node, file, list);
      if (label === null) return null;
      labels.push(label.slice(0, 100) || "?");
      return isOnlyPageBreak(node) ? "alone" : "before";
    };
    addNodes(out, root, { left, notes, turnsPage, direction });
  }
  if (out.count === 0) throw new WorkbenchError("unreadable", message("import.bookWithoutText", { name }));
  const content = out.finish([], [...warnings, ...leftOutWarnings(left)]);
  const { title, authors, date, publisher, language, identifiers } = book;
  return {
    format: "epub",
    title: title ?? headingOf(content),
    authors,
    date,
    details: { publisher, language, identifiers },
    content: labels.length > 1 ? withPages(content, labels) : intoSections(withChapters(content, [...new Set(starts)])),
    geometry: null,
  };
}

async function readChapter({ file, read }: Chapter, warnings: Message[]): Promise<Parent> {
  const bytes = await read();
  if (bytes.length === 0) return parse("");
  const { text, warnings: textWarnings } = readText(file, bytes);
  warnings.push(...textWarnings);
  return parse(opened(text));
}

const empty = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** XHTML as HTML reads it: an element that is empty in XML (`<a id="x"/>`) has an end of its own. */
export function opened(xhtml: string): string {
  return xhtml
    .replace(/^\s*<\?xml[^>]*\?>/, "")
    .replace(
      /<([A-Za-z][\w:.-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/g,
      (whole, tag, attributes) => (empty.has(tag.toLowerCase()) ? whole : `<${tag}${attributes}></${tag}>`),
    );
}

async function pageListOf(navigation: Chapter | null, ncx: Chapter | null): Promise<PageList> {
  if (navigation !== null) {
    const list = pagesInNavigation(navigation, await readChapter(navigation, []));
    if (list.size > 0) return list;
  }
  // A damaged list of pages is no reason to refuse a book.
  return ncx === null ? new Map() : pagesInNcx(ncx).catch(() => new Map<string, string>());
}

/** Tables of contents and lists of pages inside of the text, which repeat its headings. */
function navigationIn(root: Parent): Node[] {
  return elementsIn(root).filter(
    (node) => node.tagName === "nav" && says(node, /\b(?:toc|page-list|landmarks|doc-toc)\b/),
  );
}

function headingOf({ blocks, text }: PaperContent): string | null {
  const first = blocks.find(({ kind }) => kind === "heading");
  return first === undefined ? null : text.slice(first.start, first.end);
}

/**
 * Printed pages as the pages of the paper. What comes before the first of them is a page of its own only with words.
 */
function withPages(content: PaperContent, labels: readonly string[]): PaperContent {
  const skipped = content.blocks[0]?.page === 0 ? 0 : 1;
  const pages = labels.slice(skipped).map((label): Page => ({ label, width: 0, height: 0, rotation: 0 }));
  const blocks = content.blocks
    .flatMap((block) => splitLong(block, content.text))
    .map((block) => ({ ...block, page: block.page - skipped }));
  return { ...content, blocks, pages };
}

/** Each chapter begins a section. */
function withChapters(content: PaperContent, starts: readonly number[]): PaperContent {
  let chapter = -1;
  const blocks = content.blocks.map((block, index) => {
    while ((starts[chapter + 1] ?? Number.POSITIVE_INFINITY) <= index) chapter++;
    return { ...block, page: Math.max(0, chapter) };
  });
  return { ...content, blocks };
}
