import type { Message } from "../../../shared/messages/arguments.ts";
import type { Block, Mark, PaperContent } from "../../../shared/model/content.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { fontWarnings } from "./fonts.ts";
import { type ListItem, listMarkup } from "./lists.ts";
import { faces, shown, typst } from "./typst.ts";

type Note = Extract<Block, { kind: "footnote" }>;
/** A PDF, and in words which scripts it has no letters for. */
export type Typeset = Readonly<{ bytes: Uint8Array; warnings: readonly Message[] }>;

/** Sizes by which the characters of notes are told from those of the text when the pages are read back, points. */
export const noteSize = { set: 8, from: 7.2, to: 8.6 } as const;

/**
 * A paper that was no PDF as one: A4, headings in the outline, lists, tables, notes at the foot of the page, links,
 * page numbers.
 */
export function typeset(paper: Paper, content: PaperContent): Typeset {
  return { bytes: typst(typesetMarkup(paper, content)), warnings: fontWarnings(content.text) };
}

/** The same as Typst mark-up. */
export function typesetMarkup(paper: Paper, content: PaperContent): string {
  return `#set document(title: ${JSON.stringify(paper.title)}, author: (${paper.authors.map((author) => `${JSON.stringify(author)}, `).join("")}))
#set page(paper: "a4", margin: (x: 3.1cm, top: 2.7cm, bottom: 2.9cm), numbering: "1")
${faces}#set text(size: 10.5pt)
#set par(leading: 0.72em, spacing: 1.15em)
#show heading: set block(above: 1.6em, below: 0.9em, sticky: true)
#show heading.where(level: 1): set text(size: 1.25em)
#show heading.where(level: 2): set text(size: 1.1em)
#show link: set text(fill: rgb("#1f5a86"))
#set footnote.entry(gap: 0.6em)
#show footnote.entry: set text(size: ${noteSize.set}pt${areNotesTurned(content.blocks) ? ", dir: rtl" : ""})
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#cfcbc1")), inset: (x: 5pt, y: 4.5pt))
${partsOf(content).join("")}`;
}

/** Whether most notes are read from right to left: then they are at the right, with their numbers. */
function areNotesTurned(blocks: readonly Block[]): boolean {
  const notes = blocks.filter((block) => block.kind === "footnote");
  return notes.filter((note) => note.direction === "rtl").length > notes.length / 2;
}

/** Blocks in order: items that follow each other as a list, notes inside the block they belong to. */
function partsOf(content: PaperContent): string[] {
  const parts: string[] = [];
  let items: ListItem[] = [];
  const notes = notesByBlock(content.blocks);
  const withNotes = (block: Block): string =>
    runs(content.text, block, block.start, block.end) + marksOf(content, notes.get(block) ?? []);
  const closeList = (): void => {
    if (items.length > 0) parts.push(`${listMarkup(items, withNotes)}\n\n`);
    items = [];
  };
  for (const [index, block] of content.blocks.entries()) {
    if (block.kind === "footnote") continue;
    if (block.kind === "listItem") {
      items.push(block);
      continue;
    }
    closeList();
    const goesOn = content.blocks[index + 1]?.continues ?? false;
    parts.push(blockOf(content, block, withNotes(block), marksOf(content, notes.get(block) ?? []), goesOn));
  }
  closeList();
  return parts;
}

/** The notes that follow each block; those before any block belong to none and are set as text by their own. */
function notesByBlock(blocks: readonly Block[]): Map<Block, Note[]> {
  const notes = new Map<Block, Note[]>();
  let owner = blocks.find((block) => block.kind !== "footnote");
  for (const block of blocks) {
    if (block.kind !== "footnote") owner = block;
    else if (owner !== undefined) notes.set(owner, [...(notes.get(owner) ?? []), block]);
  }
  return notes;
}

/**
 * Notes as Typst sets them: a mark that leads to the foot of the page and back. Paragraphs of one note are together.
 */
function marksOf(content: PaperContent, notes: readonly Note[]): string {
  const groups: Note[][] = [];
  for (const note of notes) {
    const last = groups.at(-1);
    if (last?.[0]?.label === note.label) last.push(note);
    else groups.push([note]);
  }
  return groups
    .map((group) => {
      const body = group
        .map((note) => inline(note, runs(content.text, note, note.start, note.end)))
        .join("#parbreak()");
      return `#footnote(numbering: _ => [${shown(group[0]?.label ?? "")}])[${body}]`;
    })
    .join("");
}

function blockOf(content: PaperContent, block: Block, words: string, marks: string, goesOn: boolean): string {
  switch (block.kind) {
    case "heading":
      return `${turned(block, `#heading(level: ${block.level})[${words}]`)}\n\n`;
    case "quotation":
      return `#quote(block: true)[${turned(block, words)}]\n\n`;
    case "code":
      return `#block(fill: luma(245), inset: 8pt, radius: 2pt, width: 100%)[#text(size: 9.2pt)[${words.replaceAll("\\n", '"#linebreak()#"')}]]\n\n`;
    case "caption":
      return `#text(size: 9.2pt, fill: luma(80))[${turned(block, words)}]\n\n`;
    case "table":
      return `${tableOf(content, block)}${marks === "" ? "" : `\n\n${marks}`}\n\n`;
    default:
      return goesOn ? `${words} ` : `${turned(block, words)}\n\n`;
  }
}

function tableOf(content: PaperContent, block: Extract<Block, { kind: "table" }>): string {
  const columns = Math.max(...block.rows.map((row) => row.length));
  const cells = block.rows.map((row) =>
    Array.from({ length: columns }, (_, index) => {
      const cell = row[index];
      const text = cell === undefined ? "" : runs(content.text, block, cell.start, cell.end);
      return cell?.header ? `[*${text}*]` : `[${text}]`;
    }).join(", "),
  );
  const heads = block.rows.findIndex((row) => !row.every((cell) => cell.header));
  const [header, body] = heads > 0 ? [cells.slice(0, heads), cells.slice(heads)] : [[], cells];
  const repeated = header.length === 0 ? "" : `table.header(${header.join(", ")}), `;
  const made = `#table(columns: ${columns}, ${repeated}${body.join(", ")})`;
  return block.direction === "rtl" ? `#[#set text(dir: rtl)\n${made}]` : made;
}

/** A block in the direction of its script. */
function turned({ direction }: Block, words: string): string {
  return direction === "rtl" ? `#[#set text(dir: rtl)\n#set par(justify: false)\n${words}]` : words;
}

/** The same on its line, after the mark of a note. */
function inline({ direction }: Block, words: string): string {
  return direction === "rtl" ? `#text(dir: rtl)[${words}]` : words;
}

/** Text cut where marks begin and end, each piece inside its marks. */
function runs(text: string, { marks }: Block, start: number, end: number): string {
  const cuts = new Set([start, end]);
  for (const mark of marks)
    for (const offset of [mark.start, mark.end]) if (offset > start && offset < end) cuts.add(offset);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges
    .slice(0, -1)
    .map((from, index) => {
      const to = edges[index + 1] ?? end;
      const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
      return over.reduce((inner, mark) => wrap(mark, inner), shown(text.slice(from, to)));
    })
    .join("");
}

function wrap(mark: Mark, inner: string): string {
  if (mark.kind === "link") return mark.href.startsWith("#") ? inner : `#link(${JSON.stringify(mark.href)})[${inner}]`;
  if (mark.kind === "code") return `#highlight(fill: luma(238), extent: 1.5pt)[${inner}]`;
  const call = { bold: "strong", italic: "emph", strike: "strike", superscript: "super", doubtful: "underline" }[
    mark.kind
  ];
  return `#${call}[${inner}]`;
}
