import {
  attribute,
  type Element,
  elementsIn,
  isBlock,
  isElement,
  isText,
  lineIn,
  type Node,
  type Parent,
} from "./tree.ts";

/** Notes of a page and what refers to them. */
export type PageNotes = Readonly<{
  /** The label of each note, by the element that holds it. */
  notes: ReadonlyMap<Element, string>;
  /** The label of the note that each mark in the text refers to. */
  references: ReadonlyMap<Element, string>;
  /** What leads back from a note, and its own label where it is written out: no part of the text. */
  silent: ReadonlySet<Node>;
}>;

export const noNotes: PageNotes = { notes: new Map(), references: new Map(), silent: new Set() };

/**
 * A page that may have notes, or refer to those of another. `keyOf` gives the place that a link leads to as `path#id`,
 * null for one outside.
 */
export type NotePage = Readonly<{ root: Parent; path: string; keyOf: (href: string) => string | null }>;

/** A mark as notes have it: a number, a letter, stars and daggers, in brackets or not. */
const markPattern = /^[[(]?\s*((?:\p{L}{0,3}\s?\d{1,4}\p{L}?)|\p{L}{1,2}|[ivxlc]{1,6}|[*†‡§¶#‖]{1,4})\s*[\])]?[.:]?$/iu;

/** Whether words are the mark of a note, not words of the text that lead to one. */
export function isMark(words: string): boolean {
  return markPattern.test(words) || !/[\p{L}\p{N}]/u.test(words);
}

/** Words by which a note leads back, in front of it or behind. */
const wayBack =
  /^\W*(?:back|jump (?:back|up)|return|retour|revenir|zurück|volver|regresar|voltar|torna|terug|назад|العودة|واپس|戻る|上へ|返回)(?!\p{L})/iu;

/** Whether a link back to the text is nothing but that: a mark, an arrow or a word for it, not words of the note. */
function isWayBack(words: string, mark: string): boolean {
  return isMark(words) || wayBack.test(words) || bare(words) === bare(mark);
}

/**
 * Notes by their links: what a page calls a note (EPUB structural semantics, DPUB-ARIA 1.1), or a short mark that links
 * to a block further down which links back to it.
 */
export function findNotes(pages: readonly NotePage[]): PageNotes {
  const places = new Map<string, Element>();
  const order = new Map<Element, number>();
  const links: { link: Element; key: string }[] = [];
  for (const { root, path, keyOf } of pages)
    for (const node of elementsIn(root)) {
      order.set(node, order.size);
      for (const id of [attribute(node, "id"), node.tagName === "a" ? attribute(node, "name") : null])
        if (id !== null && id !== "" && !places.has(`${path}#${id}`)) places.set(`${path}#${id}`, node);
      const key = node.tagName === "a" ? keyOf(attribute(node, "href") ?? "") : null;
      if (key !== null) links.push({ link: node, key });
    }
  const silent = new Set<Node>();
  const found: Reference[] = [];
  const backs = backLinks(links, places);
  for (const { link, key } of links) {
    const target = places.get(key);
    const note = target === undefined ? null : holderOf(target);
    const [, mark] = markPattern.exec(lineIn(link)) ?? [];
    const isStated = says(link, /\b(?:noteref|doc-noteref)\b/);
    if (note === null || isInside(link, note) || (mark === undefined && !isStated)) continue;
    const back = (backs.get(note) ?? []).filter((source) => leadsTo(places.get(source.key), link));
    const [from, to] = [order.get(link) ?? 0, order.get(note) ?? 0];
    if (!isStated && (from > to || back.length === 0)) continue;
    found.push({ link, note, from, to, mark: (mark ?? lineIn(link)).replace(/\s+/g, "").slice(0, 30) || "*" });
    const marksBack = back.filter((source) => isWayBack(lineIn(source.link), mark ?? lineIn(link)));
    for (const source of marksBack)
      silent.add(
        aloneIn(
          source.link,
          (text) =>
            !/[\p{L}\p{N}]/u.test(
              without(
                text,
                marksBack.map(({ link }) => lineIn(link)),
              ),
            ),
        ),
      );
  }
  const notes = labelled(found);
  for (const [note, label] of notes) {
    const own = writtenLabel(note, label, silent);
    if (own !== null) silent.add(own);
  }
  const references = new Map(
    found.map(({ link, note }) => [aloneIn(link, (text) => bare(text) === bare(lineIn(link))), notes.get(note) ?? ""]),
  );
  return { notes, references, silent };
}

/** A mark, the note it refers to, and where both are in the order of the pages. */
type Reference = Readonly<{ link: Element; note: Element; mark: string; from: number; to: number }>;

function bare(text: string): string {
  return text.replace(/[[\]()\s]/g, "");
}

function without(text: string, parts: readonly string[]): string {
  return parts.reduce((left, part) => left.replace(part, ""), text);
}

/**
 * The label of each note. Several notes have the same one where the next note of that label is always the right one, as
 * at the end of each chapter; else each later one has a number behind it.
 */
function labelled(references: readonly Reference[]): ReadonlyMap<Element, string> {
  const marks = new Map<Element, Reference>();
  for (const reference of references) if (!marks.has(reference.note)) marks.set(reference.note, reference);
  const groups = new Map<string, Reference[]>();
  for (const mark of marks.values()) groups.set(mark.mark, [...(groups.get(mark.mark) ?? []), mark]);
  const labels = new Map<Element, string>();
  for (const [mark, group] of groups) {
    const inOrder = group.toSorted((a, b) => a.to - b.to);
    const isClear = inOrder.every(({ from, to }, index) => from < to && from > (inOrder[index - 1]?.to ?? -1));
    for (const [index, { note }] of inOrder.entries())
      labels.set(note, isClear || index === 0 ? mark : `${mark}-${index + 1}`);
  }
  return labels;
}

/** Links inside of each possible note. */
function backLinks(
  links: readonly Readonly<{ link: Element; key: string }>[],
  places: ReadonlyMap<string, Element>,
): ReadonlyMap<Element, readonly Readonly<{ link: Element; key: string }>[]> {
  const wanted = new Set<unknown>();
  for (const { key } of links) {
    const target = places.get(key);
    const holder = target === undefined ? null : holderOf(target);
    if (holder !== null) wanted.add(holder);
  }
  const found = new Map<Element, { link: Element; key: string }[]>();
  for (const link of links)
    for (let parent: Parent | null = link.link; isElement(parent); parent = parent.parentNode)
      if (wanted.has(parent)) found.set(parent, [...(found.get(parent) ?? []), link]);
  return found;
}

/** The block that a note's place is in, null where it is more than a note would be. */
function holderOf(place: Element): Element | null {
  if (says(place, /\b(?:footnote|endnote|rearnote|note|doc-footnote|doc-endnote)\b/)) return place;
  for (let node: Parent | null = place; isElement(node); node = node.parentNode) {
    if (/^(h[1-6]|body|html|article|main|table|ol|ul|dl|tr)$/.test(node.tagName)) return null;
    if (isBlock(node)) return node;
  }
  return null;
}

function says(node: Element, what: RegExp): boolean {
  return what.test(`${attribute(node, "epub:type") ?? ""} ${attribute(node, "role") ?? ""}`);
}

function isInside(node: Element, outer: Element): boolean {
  for (let parent: Parent | null = node; isElement(parent); parent = parent.parentNode)
    if (parent === outer) return true;
  return false;
}

/** Whether a place is that of a link: the link itself, what is in it, or one of the three elements around it. */
function leadsTo(place: Element | undefined, link: Element): boolean {
  if (place === undefined) return false;
  if (isInside(place, link)) return true;
  let parent = link.parentNode;
  for (let up = 0; up < 3 && isElement(parent); up++, parent = parent.parentNode) if (parent === place) return true;
  // An empty anchor beside the mark.
  return lineIn(place) === "" && place.parentNode === link.parentNode;
}

/** The outermost inline element that holds nothing but a link, by what is written in it. */
function aloneIn(link: Element, isAlone: (text: string) => boolean): Element {
  let node = link;
  for (let parent = node.parentNode; isElement(parent) && !isBlock(parent); parent = node.parentNode) {
    if (!isAlone(lineIn(parent))) break;
    node = parent;
  }
  return node;
}

/** The words at the beginning of a note that are nothing but its label. */
function writtenLabel(note: Element, label: string, silent: ReadonlySet<Node>): Node | null {
  const look = (parent: Element): Node | null | undefined => {
    for (const node of parent.childNodes) {
      if (silent.has(node)) continue;
      if (isText(node) && node.value.trim() !== "")
        return node.value.replace(/[[\]().:\s]/g, "") === label.replace(/-\d+$/, "") ? node : null;
      const inner = isElement(node) ? look(node) : undefined;
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  return look(note) ?? null;
}
