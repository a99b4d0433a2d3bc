import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Lines } from "../../../shared/model/paper.ts";
import { ContentBuilder } from "./builder.ts";
import { type Cue, cuesOf } from "./cues.ts";
import { carriesOn, dateOf, looksLikeHeading } from "./headings.ts";
import type { Imported } from "./imported.ts";
import { paragraphsByIndent } from "./indents.ts";
import { chooseLines, isFull, isTurn, joinLines, widestOf } from "./lines.ts";
import { withoutFurniture } from "./page-furniture.ts";
import { isCompound, type Words } from "./pdf/words.ts";
import { intoSections } from "./sections.ts";

const item = /^(\s*)(?:([-*•–▪◦])|(\d{1,3}[.)]))\s+(.*)$/;

/** How a text is read: `lines` is null where each group of lines decides for itself. */
export type TextOptions = Readonly<{ warnings: readonly Message[]; lines: Lines | null }>;

type State = Readonly<{ out: ContentBuilder; lines: Lines | null; words: Words; turns: boolean }>;
/** The paragraph that the next one may carry on, on the same page or the next; empty for none. */
type Last = { text: string };

/**
 * Plain text as a paper: paragraphs by blank lines or by lines, lists by their marks, headings by their look, form
 * feeds as section ends.
 */
export function importText(source: string, { warnings, lines }: TextOptions): Imported {
  const out = new ContentBuilder();
  const all = source.split("\n").filter((line) => line.trim() !== "");
  const turns = all.filter(isTurn).length;
  const state = { out, lines, words: wordsOf(source), turns: turns >= 3 && turns >= all.length * 0.3 };
  const { pages, hasFurniture } = withoutFurniture(source);
  const last: Last = { text: "" };
  for (const [page, part] of pages.entries()) {
    out.page = page;
    addPart(state, part, last);
    // Without heads and feet between them, a sentence may run from page to page.
    if (!hasFurniture) last.text = "";
  }
  const labels = [{ label: "§1", width: 0, height: 0, rotation: 0 as const }];
  const said = hasFurniture ? [...warnings, message("import.furnitureLeftOut")] : warnings;
  const content = intoSections(out.finish(labels, said));
  const first = content.blocks[0];
  return {
    format: "text",
    title: first?.kind === "heading" ? content.text.slice(first.start, first.end) : null,
    authors: [],
    date:
      content.blocks
        .slice(0, 12)
        .map((block) => dateOf(content.text.slice(block.start, block.end)))
        .find((date) => date !== null) ?? null,
    content,
    geometry: null,
  };
}

/** Whether a text has lines that could be kept or joined. */
export function hasUnsureLines(source: string): boolean {
  return groupsOf(source).some((group) => {
    const lines = group.split("\n");
    return cuesOf(lines) === null && !lines.some((line) => item.test(line)) && chooseLines(lines).unsure;
  });
}

function groupsOf(part: string): string[] {
  return part
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((group) => group.replace(/^\n+|\s+$/g, ""))
    .filter((group) => group.trim() !== "");
}

function addPart(state: State, part: string, last: Last): void {
  const groups = groupsOf(part);
  for (const [index, group] of groups.entries()) {
    const lines = group.split("\n");
    const cues = state.lines === null ? cuesOf(lines) : null;
    if (cues !== null) {
      for (const cue of cues) addCue(state, cue);
      last.text = "";
      continue;
    }
    const choice = state.lines ?? (isWrappedList(lines) ? "join" : chooseLines(lines).lines);
    const kept = choice === "keep" && lines.length > 1;
    const next = groups[index + 1] ?? null;
    if (kept) addLines(state, lines);
    else if (lines.some((line) => item.test(line))) addList(state, lines);
    else {
      const paragraphs = state.lines === null ? paragraphsByIndent(lines) : [lines];
      for (const [place, some] of paragraphs.entries())
        last.text = addParagraph(state, some, { before: last.text, next: paragraphs[place + 1]?.[0] ?? next });
      continue;
    }
    last.text = "";
  }
}

/** Number and time of a cue as lines, then what is spoken: one paragraph, or one for each line with a dash. */
function addCue(state: State, { head, words }: Cue): void {
  addLines(state, head);
  if (words.some((line) => item.test(line))) addLines(state, words);
  else if (words.length > 0) addParagraph(state, words, { before: "", next: null });
}

/**
 * Whether lines are items of which each further line stands under the words of its item, and most of these had no room
 * in the line before, or begin in lower case: wrapped, not lines of an address.
 */
function isWrappedList(lines: readonly string[]): boolean {
  const widest = widestOf(lines);
  let words: number | null = null;
  const further: boolean[] = [];
  for (const [index, line] of lines.entries()) {
    const [, , , , rest] = item.exec(line) ?? [];
    if (rest !== undefined) words = line.length - rest.length;
    else if (words === null || /^\s*/.exec(line)?.[0].length !== words) return false;
    else further.push(/^\s*\p{Ll}/u.test(line) || isFull(lines[index - 1] ?? "", line, widest));
  }
  return further.length > 0 && further.filter(Boolean).length >= further.length * 0.75;
}

/** Add a paragraph or a heading and return what the next may carry on. */
function addParagraph(
  { out, lines: wanted, words, turns }: State,
  lines: readonly string[],
  { before, next }: Readonly<{ before: string; next: string | null }>,
): string {
  const text = joinLines(lines, (first, second) => isCompound(first, second, words));
  const heading = lines.length <= 2 && !(turns && isTurn(text)) && looksLikeHeading(text, next);
  if (heading) out.add({ kind: "heading", level: out.blocks.length === 0 ? 1 : 2 }, { text, marks: [] });
  else out.add({ kind: "paragraph" }, { text, marks: [] }, wanted !== "keep" && carriesOn(before, text) ? " " : null);
  return heading ? "" : text;
}

/**
 * Each line a paragraph of its own; lines of cells parted by tabs are a table; a line without a name carries on the
 * turn before it.
 */
function addLines({ out, lines: wanted, words }: State, lines: readonly string[]): void {
  const cells = lines.map((line) => line.split(/\t+/).map((cell) => cell.trim()));
  const columns = cells[0]?.length ?? 1;
  if (columns > 1 && cells.every((row) => row.length === columns)) {
    out.addTable(cells.map((row) => row.map((text) => ({ text, marks: [] }))));
    return;
  }
  const turns = wanted === null && isTurn(lines[0] ?? "");
  const kept: string[][] = [];
  for (const line of lines) {
    if (line.trim() === "") continue;
    if (turns && !isTurn(line) && !item.test(line) && !/^\s*[[(]?\d/.test(line)) kept.at(-1)?.push(line);
    else kept.push([line]);
  }
  for (const some of kept) {
    const [first = "", ...more] = some;
    const [, indent, bullet, number, rest] = item.exec(first) ?? [];
    const text = joinLines([rest ?? first, ...more], (first, two) => isCompound(first, two, words));
    if (rest === undefined) out.add({ kind: "paragraph" }, { text, marks: [] });
    else out.add({ kind: "listItem", ...itemOf(indent, bullet, number) }, { text, marks: [] });
  }
}

function itemOf(indent = "", bullet: string | undefined, number: string | undefined) {
  return { depth: Math.min(8, Math.floor(indent.length / 2)), marker: number ?? "•", ordered: bullet === undefined };
}

function addList({ out, words }: State, lines: readonly string[]): void {
  const items: { about: ReturnType<typeof itemOf>; lines: string[] }[] = [];
  const lead: string[] = [];
  for (const line of lines) {
    const [, indent, bullet, number, rest] = item.exec(line) ?? [];
    if (rest !== undefined) items.push({ about: itemOf(indent, bullet, number), lines: [rest] });
    else (items.at(-1)?.lines ?? lead).push(line);
  }
  const joined = (some: readonly string[]) => joinLines(some, (first, second) => isCompound(first, second, words));
  if (lead.length > 0) out.add({ kind: "paragraph" }, { text: joined(lead), marks: [] });
  for (const item of items) out.add({ kind: "listItem", ...item.about }, { text: joined(item.lines), marks: [] });
}

/** The words inside of lines, as evidence for those that are parted at line ends. */
function wordsOf(source: string): Words {
  const words = new Map<string, number>();
  for (const [word] of source.matchAll(/\p{L}+(?:-\p{L}+)*(?![-\p{L}])/gu)) {
    const key = word.toLowerCase();
    words.set(key, (words.get(key) ?? 0) + 1);
  }
  return words;
}
