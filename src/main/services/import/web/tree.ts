import type { DefaultTreeAdapterTypes } from "parse5";
import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Text = DefaultTreeAdapterTypes.TextNode;

/** Elements inside of each other: more than any page that people read has. */
const maxDepth = 500;

/** Throws `limit` for a page nested deeper than any that people read. */
export function checkDepth(depth: number): void {
  if (depth > maxDepth) throw new WorkbenchError("limit", message("import.htmlTooDeep"));
}

export function isElement(node: Node | Parent | null | undefined): node is Element {
  return node !== null && node !== undefined && "tagName" in node;
}

export function isText(node: Node): node is Text {
  return node.nodeName === "#text";
}

/** The value of an attribute, by its name in small letters (`epub:type` with its prefix); null when it is not there. */
export function attribute(node: Element, name: string): string | null {
  const found = node.attrs.find(
    (attr) => (attr.prefix === undefined ? attr.name : `${attr.prefix}:${attr.name}`) === name,
  );
  return found?.value ?? null;
}

/** All elements below a node in the order of the page. Throws `limit` when they are nested too deeply. */
export function elementsIn(parent: Parent): Element[] {
  const found: Element[] = [];
  const look = (parent: Parent, depth: number): void => {
    checkDepth(depth);
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      found.push(node);
      look(node, depth + 1);
    }
  };
  look(parent, 0);
  return found;
}

/** The words of a node as they are in the source, without comments. */
export function textIn(parent: Parent): string {
  return parent.childNodes
    .map((node) => (isText(node) ? node.value : "childNodes" in node ? textIn(node) : ""))
    .join("");
}

/** The words of a node on one line. */
export function lineIn(parent: Parent): string {
  return textIn(parent).replace(/\s+/g, " ").trim();
}

/**
 * Whether an element says itself that it is not shown (HTML Standard, 6.1 and 15.3.1; WAI-ARIA 1.2, aria-hidden). Style
 * sheets are not read, except for the class by which SingleFile marks what was hidden when it saved the page.
 */
export function isHidden(node: Element): boolean {
  if (node.attrs.length === 0) return node.tagName === "dialog";
  const hidden = attribute(node, "hidden");
  if (hidden !== null && hidden !== "until-found") return true;
  if (attribute(node, "aria-hidden")?.trim().toLowerCase() === "true" && !isBehindDialog(node)) return true;
  if (node.tagName === "dialog" && attribute(node, "open") === null) return true;
  if (/(?:^|\s)sf-hidden(?:\s|$)/.test(attribute(node, "class") ?? "")) return true;
  const style = attribute(node, "style") ?? "";
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i.test(style);
}

/**
 * Whether an element is the page behind a dialog that was open when it was saved, such as a question about cookies. It
 * is only hidden from screen readers, and has the main text.
 */
function isBehindDialog(node: Element): boolean {
  return isBlock(node) && elementsIn(node).some(({ tagName }) => /^(?:article|main|h1)$/.test(tagName));
}

/** Elements whose content is no text of the page. */
const silent = new Set(
  "script style template head noscript svg object audio video canvas iframe noembed noframes datalist title".split(" "),
);

/** Whether the content of an element is no text: scripts, styles, pictures, what is shown in place of a frame. */
export function isSilent(node: Element): boolean {
  return silent.has(node.tagName);
}

const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul optgroup search".split(
    " ",
  ),
);

const inline = new Set(
  "a abbr acronym area b base basefont bdi bdo big br button cite code col colgroup data del dfn em embed font i img input ins kbd label link map mark meta meter nobr object output param picture progress q rp rt ruby s samp slot small source span strike strong style sub sup svg template textarea time title track tt u var video wbr audio canvas iframe math noscript script xmp plaintext noembed noframes frame frameset head".split(
    " ",
  ),
);

/** Whether a tag as it is written is of no element of HTML (HTML Standard, 15 and 16.2). */
export function isUnknownTag(tag: string): boolean {
  const [, name] = /^<\/?([a-z][a-z0-9-]*)\s*\/?>$/i.exec(tag) ?? [];
  return name !== undefined && !inline.has(name.toLowerCase()) && !blocks.has(name.toLowerCase());
}

/** Whether an element begins a line of its own (HTML Standard, 15.3). */
export function isBlock(node: Element): boolean {
  return isBlockName(node.tagName);
}

/** The same for the name of an element in lower case. */
export function isBlockName(name: string): boolean {
  return blocks.has(name);
}
