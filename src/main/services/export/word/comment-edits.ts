import type { PlacedPiece } from "../../import/word/piece-places.ts";
import { dataPlaces, nameParts, spansOf, type XmlSpan } from "./xml-spans.ts";

/** A comment's number in the file and the words it is on: a range of the document's text, in UTF-16 units. */
export type CommentRange = Readonly<{ number: number; start: number; end: number }>;

/** Marks that go in at a place of an XML text, within a run or between two. */
type Mark = Readonly<{ at: number; number: number; isEnd: boolean; run: XmlSpan; inside: "text" | "run" | null }>;

/**
 * An XML part of a Word document with the ranges of comments in it (ECMA-376, 17.13.4). Runs are divided where a
 * comment begins or ends within one; all else stays as it is. `namespace` is that of the part's own elements.
 */
export function markComments(
  xml: string,
  pieces: readonly PlacedPiece[],
  comments: readonly CommentRange[],
  { text, namespace }: Readonly<{ text: string; namespace: string }>,
): string {
  const spans = spansOf(xml);
  const marks = comments.flatMap(({ number, start, end }): Mark[] => {
    const first = pieces.find((piece) => piece.end > start);
    const last = pieces.findLast((piece) => piece.start < end);
    const [from, to] = [first, last].map((piece) => (piece === undefined ? undefined : spans[piece.element]));
    if (first === undefined || last === undefined || from === undefined || to === undefined) return [];
    const marked = [
      markAt(xml, from, placeIn(xml, from, first, text, Math.max(start, first.start)), { number, isEnd: false }),
      markAt(xml, to, placeIn(xml, to, last, text, Math.min(end, last.end) - 1), { number, isEnd: true }),
    ];
    return marked.flatMap((mark) => mark ?? []);
  });
  return withMarks(xml, marks, namespace);
}

/** A unit of a piece: where it begins and ends in the XML text, and whether those are within the piece. */
type Unit = Readonly<{ from: number; to: number; isFirst: boolean; isLast: boolean }>;

/** The unit of a piece that gives the unit of the text at an offset. */
function placeIn(xml: string, span: XmlSpan, piece: PlacedPiece, text: string, offset: number): Unit {
  const places = nameParts(span).local === "t" ? dataPlaces(xml, span) : null;
  const whole = { from: span.start, to: span.end, isFirst: true, isLast: true };
  if (places === null) return whole;
  const count = places.length - 1;
  let position = piece.start;
  for (let index = 0; index < count; index++) {
    const isBlank = /[ \t\r\n]/.test(unitAt(xml, places, index));
    // Layout becomes one space, and a soft hyphen nothing.
    if (unitAt(xml, places, index) === "\u00ad" || (isBlank && !/\s/.test(text.charAt(position)))) continue;
    if (position >= offset)
      return {
        from: places[index] ?? span.opened,
        to: places[index + 1] ?? span.closing,
        isFirst: index === 0,
        isLast: index === count - 1,
      };
    position++;
  }
  return whole;
}

function unitAt(xml: string, places: readonly number[], index: number): string {
  const written = xml.slice(places[index], places[index + 1]);
  const code = /^&#(x[0-9a-f]+|[0-9]+);$/i.exec(written)?.[1];
  if (code === undefined) return written;
  return String.fromCodePoint(/^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code));
}

/** The mark before or after a unit: between runs where it can be, else dividing one. Null outside every run. */
function markAt(
  xml: string,
  piece: XmlSpan,
  unit: Unit,
  { number, isEnd }: Readonly<{ number: number; isEnd: boolean }>,
): Mark | null {
  const box = outermost(piece, "txbxContent");
  const run = ancestor(box ?? piece, "r");
  if (run === null) return null;
  const around = { number, isEnd, run, inside: null };
  // Word has no comments in text boxes: one is on the drawing.
  if (box !== null) return { ...around, at: isEnd ? run.end : run.start };
  if (!(isEnd ? unit.isLast : unit.isFirst)) return { ...around, at: isEnd ? unit.to : unit.from, inside: "text" };
  const own = isEnd ? piece.end : piece.start;
  const rest = isEnd ? xml.slice(own, run.closing) : xml.slice(propertiesEnd(xml, run), own);
  if (rest.trim() === "") return { ...around, at: isEnd ? run.end : run.start };
  return { ...around, at: own, inside: "run" };
}

function ancestor(span: XmlSpan, local: string): XmlSpan | null {
  for (let outer = span.parent; outer !== null; outer = outer.parent)
    if (nameParts(outer).local === local) return outer;
  return null;
}

function outermost(span: XmlSpan, local: string): XmlSpan | null {
  let found: XmlSpan | null = null;
  for (let ancestor = span.parent; ancestor !== null; ancestor = ancestor.parent)
    if (nameParts(ancestor).local === local) found = ancestor;
  return found;
}

/** Where the content of a run begins: after its properties, if it has any. */
function propertiesEnd(xml: string, run: XmlSpan): number {
  return run.opened + propertiesOf(xml, run).length;
}

/** The properties of a run as they are written, with white space before them. */
function propertiesOf(xml: string, run: XmlSpan): string {
  const { prefix } = nameParts(run);
  const content = xml.slice(run.opened, run.closing);
  const name = `${prefix}rPr`;
  const empty = new RegExp(`^\\s*<${name}\\s*/>`).exec(content)?.[0];
  if (empty !== undefined) return empty;
  if (!new RegExp(`^\\s*<${name}[\\s>]`).test(content)) return "";
  // Properties before a change are properties too: the last end tag before other content is the own one.
  const spans = spansOf(content);
  return content.slice(0, spans[0]?.end ?? 0);
}

function withMarks(xml: string, marks: readonly Mark[], namespace: string): string {
  const inserts = new Map<number, string>();
  // At one place, what ends there ends before anything begins.
  const order = [...marks].sort((a, b) => a.at - b.at || Number(b.isEnd) - Number(a.isEnd) || a.number - b.number);
  for (const [index, here] of Map.groupBy(order, (mark) => mark.at)) {
    const [{ run, inside } = { run: null, inside: null }] = here;
    if (run === null) continue;
    const { prefix } = nameParts(run);
    const written = here.map((mark) => printMark(mark, prefix, namespace)).join("");
    const opening = `${xml.slice(run.start, run.opened)}${propertiesOf(xml, run)}`;
    const closing = `</${run.name}>`;
    if (inside === null) inserts.set(index, written);
    else if (inside === "run") inserts.set(index, `${closing}${written}${opening}`);
    else {
      const name = `${prefix}t`;
      inserts.set(index, `</${name}>${closing}${written}${opening}<${name} xml:space="preserve">`);
      preserveSpace(xml, index, name, inserts);
    }
  }
  let result = "";
  let from = 0;
  for (const [index, written] of [...inserts].sort(([a], [b]) => a - b)) {
    result += xml.slice(from, index) + written;
    from = index;
  }
  return result + xml.slice(from);
}

/** White space at the end of the first part of a divided text counts only where that is said. */
function preserveSpace(xml: string, offset: number, name: string, inserts: Map<number, string>): void {
  const start = xml.lastIndexOf(`<${name}`, offset);
  const end = xml.indexOf(">", start);
  if (!/xml:space/.test(xml.slice(start, end))) inserts.set(end, ' xml:space="preserve"');
}

function printMark({ number, isEnd }: Mark, prefix: string, namespace: string): string {
  // Attributes need a prefix even where elements have none.
  const [own, declared] = prefix === "" ? ["w:", ` xmlns:w="${namespace}"`] : [prefix, ""];
  const tag = (name: string): string => `<${own}${name}${declared} ${own}id="${number}"/>`;
  if (!isEnd) return tag("commentRangeStart");
  const reference = `<${own}commentReference ${own}id="${number}"/>`;
  return `${tag("commentRangeEnd")}<${own}r${declared}>${reference}</${own}r>`;
}
