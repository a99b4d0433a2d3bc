import { attribute, type Element, elementsIn, lineIn, type Parent } from "../web/tree.ts";
import { childOf, childrenOf, parseXml, textOfXml } from "../xml.ts";
import { type Chapter, decoded, insideOf } from "./package.ts";

/** Printed page numbers by the place that each begins at, as `file#id`. */
export type PageList = ReadonlyMap<string, string>;

/** The list of printed pages in the navigation of EPUB 3 (`epub:type="page-list"`). */
export function pagesInNavigation({ file }: Chapter, root: Parent): PageList {
  const lists = elementsIn(root).filter((node) => node.tagName === "nav" && says(node, /\bpage-list\b/));
  const links = lists.flatMap((list) => elementsIn(list).filter(({ tagName }) => tagName === "a"));
  return new Map(links.map((link) => [placeOf(file, attribute(link, "href") ?? ""), lineIn(link)]));
}

/** The same in the NCX of EPUB 2 (`pageList`). Throws as `parseXml` does. */
export async function pagesInNcx({ file, read }: Chapter): Promise<PageList> {
  const root = parseXml(await read(), { "http://www.daisy.org/z3986/2005/ncx/": "ncx" }, file);
  return new Map(
    childrenOf(childOf(root, "ncx:pageList"), "ncx:pageTarget").map((target) => {
      const label = childOf(childOf(target, "ncx:navLabel"), "ncx:text");
      const source = childOf(target, "ncx:content")?.attributes["src"] ?? "";
      return [placeOf(file, source), label === undefined ? "" : textOfXml(label).trim()];
    }),
  );
}

/** A link as the place `file#id` that it leads to. */
export function placeOf(file: string, href: string): string {
  const [before = "", id = ""] = href.split("#", 2);
  return `${before === "" ? file : insideOf(file, before)}#${decoded(id)}`;
}

/**
 * The number of the printed page that begins at an element; null where none does. What the element itself says comes
 * before the list of pages.
 */
export function pageAt(node: Element, file: string, list: PageList): string | null {
  const id = attribute(node, "id");
  const listed = id === null ? undefined : list.get(`${file}#${id}`);
  if (!isPageBreak(node)) return listed ?? null;
  const own = [
    attribute(node, "title"),
    attribute(node, "aria-label"),
    isOnlyPageBreak(node) ? lineIn(node) : "",
    listed,
    id?.replace(/^\D*?(?=\d+$)/, ""),
  ];
  return (
    own
      .map(
        (text) =>
          text
            ?.trim()
            .replace(/[.:]$/, "")
            .replace(/^page\s+/i, "") ?? "",
      )
      .find((text) => text !== "") ?? "?"
  );
}

/** Whether a printed page begins at an element. */
function isPageBreak(node: Element): boolean {
  return says(node, /\b(?:doc-)?pagebreak\b/);
}

/** The longest number of a page, in characters: a page break may also be put around words of the text. */
const maxLabel = 20;

/** Whether an element is nothing but the beginning of a printed page. */
export function isOnlyPageBreak(node: Element): boolean {
  return isPageBreak(node) && lineIn(node).length <= maxLabel;
}

export function says(node: Element, what: RegExp): boolean {
  return what.test(`${attribute(node, "epub:type") ?? ""} ${attribute(node, "role") ?? ""}`);
}
