import { parse } from "parse5";
import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import type { Extent } from "../../../../shared/model/paper.ts";
import { ContentBuilder } from "../builder.ts";
import type { Imported } from "../imported.ts";
import { intoSections } from "../sections.ts";
import { type Article, articleOf } from "./article.ts";
import { addNodes, type LeftOutOfPage, nothingLeftOut } from "./html.ts";
import { findNotes, type PageNotes } from "./notes.ts";
import { authorsIn, factsOf, savedFrom } from "./page-facts.ts";
import { isElement, type Node, type Parent } from "./tree.ts";

/** Whether a text is a page of HTML, by its beginning. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 4000),
  );
}

/** What of a page is wanted, null for the article where there is one; and where the page was saved from, if known. */
export type PageWish = Readonly<{ extent: Extent | null; address?: string | null }>;

/**
 * A page of HTML as a paper: its article, or all its visible words, without pictures, scripts and looks. Throws `limit`
 * when it is nested too deeply or too long.
 */
export function importHtml(source: string, warnings: readonly Message[], wish: PageWish = { extent: null }): Imported {
  const page = parse(source);
  const facts = factsOf(page, wish.address ?? savedFrom(source));
  const found = articleOf(page, facts.title ?? "");
  const article = wish.extent === "page" ? null : found.article;
  const notes = findNotes([{ root: page, path: "", keyOf: (href) => placeIn(href, facts.link) }]);
  const out = new ContentBuilder();
  const left = nothingLeftOut();
  const base = facts.link === "" ? null : facts.link;
  addNodes(out, page, { left, notes, base, ...(article === null ? {} : { isWanted: wantedIn(article, notes) }) });
  const content = intoSections(
    out.finish(
      [{ label: "§1", width: 0, height: 0, rotation: 0 }],
      [...warnings, ...extentWarnings(article, wish), ...leftOutWarnings(left)],
    ),
  );
  const first = content.blocks.find((block) => block.kind === "heading");
  const { title, authors, date, ...details } = facts;
  return {
    format: "html",
    title: title ?? (first === undefined ? null : content.text.slice(first.start, first.end)),
    authors,
    suggestedAuthors: authors.length > 0 ? [] : authorsIn(found.byline ?? ""),
    date,
    details,
    content,
    geometry: null,
    extent: article === null ? "page" : "article",
  };
}

/** A link to a place in the page itself, as it is written or with the address of the page before it. */
function placeIn(href: string, address: string): string | null {
  const [before = "", id = ""] = href.split("#", 2);
  if (id === "" || (before !== "" && before !== address.split("#", 1)[0])) return null;
  return `#${decoded(id)}`;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Words of an article, and the notes that it refers to, wherever they are in the page. */
function wantedIn({ nodes }: Article, notes: PageNotes): (node: Node) => boolean {
  const cited = new Set<string>();
  for (const [mark, label] of notes.references) if (isPartWanted(mark, nodes)) cited.add(label);
  const inNotes = new Set<Node>();
  for (const [note, label] of notes.notes) if (cited.has(label)) addAll(note, inNotes);
  return (node) =>
    nodes.has(node) || inNotes.has(node) || (notes.references.has(node as never) && isPartWanted(node, nodes));
}

function isPartWanted(node: Node, nodes: ReadonlySet<Node>): boolean {
  if (nodes.has(node)) return true;
  return isElement(node) && node.childNodes.some((child) => isPartWanted(child, nodes));
}

function addAll(parent: Parent, into: Set<Node>): void {
  for (const node of parent.childNodes) {
    into.add(node);
    if (isElement(node)) addAll(node, into);
  }
}

function extentWarnings(article: Article | null, { extent }: PageWish): Message[] {
  if (extent === "page") return [];
  if (article === null) return extent === "article" ? [message("import.noArticle")] : [];
  const percent = Math.round(article.share * 100);
  return percent >= 100 ? [] : [message("import.articleOnly", { percent })];
}

/** What is said of HTML that is no text. */
export function leftOutWarnings({ comments, scripts, hidden }: LeftOutOfPage): Message[] {
  return [
    ...(hidden === 0 ? [] : [message("import.hiddenSkipped", { count: hidden })]),
    ...(comments === 0 ? [] : [message("import.commentsSkipped", { count: comments })]),
    ...(scripts === 0 ? [] : [message("import.scriptsSkipped", { count: scripts })]),
  ];
}
