import { Readability } from "@mozilla/readability";
import { ArticleDocument, ArticleElement, ArticleText } from "./article-dom.ts";
import { type Element, isElement, isHidden, isSilent, isText, lineIn, type Node, type Parent } from "./tree.ts";

/** The words and pictures of a page that are its article, and how many letters of the page they have, from 0 to 1. */
export type Article = Readonly<{ nodes: ReadonlySet<Node>; share: number }>;

/** Letters below which what was found is no article: some 140 words. */
const minLetters = 700;
/** A share of the page below which a short article is doubted, and letters above which it is not. */
const minShare = 0.12;
const clearlyLetters = 1500;

/**
 * What was found on a page: its article, null on pages of lists and links, and the name that it puts below its title.
 */
export type Found = Readonly<{ article: Article | null; byline: string | null }>;

/**
 * The article of a page, found as Firefox's reader view does (@mozilla/readability). Throws `limit` when the page is
 * nested too deeply.
 */
export function articleOf(page: Parent, title: string): Found {
  const all = lettersOf(visible(page));
  const { content, byline } = contentOf(page, title);
  if (content === null) return { article: null, byline };
  const nodes = new Set<Node>();
  collect(content, nodes);
  for (const node of headingNodes(page, title, nodes)) nodes.add(node);
  const letters = lettersOf([...nodes]);
  const share = all === 0 ? 0 : Math.min(1, letters / all);
  const isArticle = letters >= minLetters && (share >= minShare || letters >= clearlyLetters);
  return { article: isArticle ? { nodes, share } : null, byline };
}

function contentOf(page: Parent, title: string): Readonly<{ content: ArticleElement | null; byline: string | null }> {
  const document = new ArticleDocument(page, title);
  try {
    const reader = new Readability<ArticleElement>(document as never, {
      serializer: (element) => element as unknown as ArticleElement,
      disableJSONLD: true,
      keepClasses: true,
    });
    const { content = null, byline = null } = reader.parse() ?? {};
    return { content, byline };
  } catch (error) {
    // A page that it cannot find its way through has no article; the whole page is read instead.
    if (error instanceof TypeError || error instanceof RangeError) return { content: null, byline: null };
    throw error;
  }
}

function collect(element: ArticleElement, into: Set<Node>): void {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.origin !== null && (node instanceof ArticleText || hasOwnWords(node.origin))) into.add(node.origin);
    if (node instanceof ArticleElement) collect(node, into);
  }
}

/** Elements whose words are an attribute or are read as a whole. */
function hasOwnWords(node: Node): boolean {
  return ["img", "math", "a"].includes(node.nodeName);
}

/**
 * Headings that were taken for no part of the article, but stand right before its words; and the main heading, which is
 * left out of it as a repetition of its title.
 */
function headingNodes(page: Parent, title: string, nodes: ReadonlySet<Node>): Node[] {
  const found: Node[] = [];
  let waiting: Node[] = [];
  let main: Element | null = null;
  let hasBegun = false;
  const look = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if (isText(node) && node.value.trim() !== "") {
        if (nodes.has(node) && hasBegun) found.push(...waiting);
        hasBegun ||= nodes.has(node);
        waiting = [];
      } else if (!isElement(node) || isHidden(node) || isSilent(node)) continue;
      else if (/^h[1-6]$/.test(node.tagName) && !visible(node).some((childNode) => nodes.has(childNode))) {
        if (!hasBegun && /^h[12]$/.test(node.tagName) && isSame(lineIn(node), title)) main ??= node;
        waiting.push(...visible(node));
      } else look(node);
    }
  };
  look(page);
  return main === null ? found : [...visible(main), ...found];
}

/** Whether a heading is a title, with or without the name of a site or an abbreviation. */
function isSame(heading: string, title: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = new Set(words(title));
  const headingWords = words(heading);
  return headingWords.length > 0 && headingWords.filter((word) => named.has(word)).length >= headingWords.length * 0.75;
}

/** All text that is shown, and all formulas. */
function visible(parent: Parent): Node[] {
  const found: Node[] = [];
  const look = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if (isText(node)) found.push(node);
      else if (isElement(node) && !isHidden(node) && !isSilent(node)) {
        if (hasOwnWords(node)) found.push(node);
        look(node);
      }
    }
  };
  look(parent);
  return found;
}

function lettersOf(nodes: readonly Node[]): number {
  let count = 0;
  for (const node of nodes) if (isText(node)) count += node.value.replace(/\s+/g, "").length;
  return count;
}
