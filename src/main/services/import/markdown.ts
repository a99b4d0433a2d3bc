import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Lines } from "../../../shared/model/paper.ts";
import { ContentBuilder } from "./builder.ts";
import { frontMatter } from "./front-matter.ts";
import { carriesOn, dateOf, looksLikeHeading } from "./headings.ts";
import type { Imported } from "./imported.ts";
import { type InlineOptions, inlineRun, runLength, type Token } from "./inline.ts";
import { splitRow } from "./markdown-table.ts";
import { pandocMarks } from "./pandoc.ts";
import { pandocTables } from "./pandoc-tables.ts";
import { intoSections } from "./sections.ts";
import { addHtml, nothingLeftOut } from "./web/html.ts";
import { leftOutWarnings } from "./web/html-page.ts";
import { isUnknownTag } from "./web/tree.ts";

type Options = Readonly<{ bareHeadings: boolean; warnings: readonly Message[]; lines?: Lines | null }>;
/** A note as the plugin keeps it: the label of its definition, or its own tokens where it is inline. */
type Note = Readonly<{ label?: string; tokens?: readonly Token[] }>;
type Env = {
  footnotes?: { list?: Note[] };
  /** How many tokens there are so far. */
  tokens: number;
};
type State = {
  readonly out: ContentBuilder;
  readonly source: readonly string[];
  readonly env: Env;
  /** Definitions by label, those of one label from the last to the first, until they are written. */
  readonly definitions: Map<string, (readonly Token[])[]>;
  readonly options: Options;
  readonly inline: InlineOptions;
  lists: { ordered: boolean; marker: string }[];
  quotes: number;
  fresh: boolean;
  before: string;
  /** The label of the note that is being written, null in the text. */
  note: string | null;
  /** How many notes are being written, each in the one before. */
  noteDepth: number;
};

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })
  .use(footnotes)
  .use(pandocMarks)
  .use(pandocTables);
// Notes are written after the block that refers to them, and those that nothing refers to at the end.
parser.core.ruler.disable("footnote_tail");

/**
 * The most tokens of one file: paragraphs, cells, marks and lines. Beyond it, a file that is made of nothing else would
 * take more than half a gigabyte; a book of 20 MB has fewer.
 */
const maxTokens = 700_000;
/** How deep notes may refer to notes that refer to notes. Deeper ones follow at the end, as those nothing refers to. */
const maxNoteDepth = 20;

function countToken(env: Env): void {
  if (++env.tokens > maxTokens) throw new WorkbenchError("limit", message("import.tooManyParts"));
}
parser.block.State = class extends parser.block.State {
  override push(...token: Parameters<InstanceType<typeof parser.block.State>["push"]>) {
    countToken(this.env as Env);
    // The parser would leave out what is below, without a word.
    if (this.level >= parser.options.maxNesting) throw new WorkbenchError("limit", message("import.tooNested"));
    return super.push(...token);
  }
};
parser.inline.State = class extends parser.inline.State {
  override push(...token: Parameters<InstanceType<typeof parser.inline.State>["push"]>) {
    countToken(this.env as Env);
    return super.push(...token);
  }
  override pushPending() {
    countToken(this.env as Env);
    return super.pushPending();
  }
};

/**
 * Markdown as a paper: marks resolved and kept apart, so that the canonical text holds none (CommonMark 0.31 with
 * tables, strikethrough, task lists and footnotes). HTML is read; what is not text in it is reported. With
 * `bareHeadings`, short lines that stand alone are headings too, as in text pasted from a word processor.
 */
export function importMarkdown(source: string, options: Options): Imported {
  try {
    return readMarkdown(source, options);
  } catch (error) {
    // The parser calls itself for notes inside of notes.
    if (error instanceof RangeError && /call stack/.test(error.message))
      throw new WorkbenchError("limit", message("import.tooNested"), error);
    throw error;
  }
}

function readMarkdown(source: string, options: Options): Imported {
  const { fields, body } = frontMatter(source);
  const lines = body.replaceAll("\f", "\n\n");
  const env: Env = { tokens: 0 };
  const tokens = parser.parse(lines, env);
  const left = nothingLeftOut();
  const state: State = {
    out: new ContentBuilder(),
    source: lines.split("\n"),
    env,
    definitions: new Map(),
    options,
    inline: { softBreak: options.lines === "keep" ? "\n" : " ", left, areUnknownTagsShown: options.bareHeadings },
    lists: [],
    quotes: 0,
    fresh: false,
    before: "",
    note: null,
    noteDepth: 0,
  };
  writeAll(state, withoutNotes(state, tokens));
  // Writing one may write others of the same label.
  for (const [label, definitions] of state.definitions)
    for (let definition = definitions.pop(); definition !== undefined; definition = definitions.pop())
      writeNote(state, label, definition);
  const unread = [...fields.keys()].filter((name) => !/^(title|authors?|date)$/.test(name));
  const warnings = [
    ...options.warnings,
    ...leftOutWarnings(left),
    ...(unread.length === 0 ? [] : [message("import.fieldsSkipped", { names: unread })]),
  ];
  const content = intoSections(state.out.finish([{ label: "§1", width: 0, height: 0, rotation: 0 }], warnings));
  const named = fields.get("title")?.[0]?.trim() ?? "";
  const first = content.blocks.find((block) => block.kind === "heading");
  const top = content.blocks.slice(0, 12).map((block) => content.text.slice(block.start, block.end));
  return {
    format: "markdown",
    title: named !== "" ? named : first === undefined ? null : content.text.slice(first.start, first.end),
    authors: authorsOf(fields.get("authors") ?? fields.get("author"), top),
    date:
      [fields.get("date")?.[0] ?? "", ...top.flatMap((line) => line.split("\n"))]
        .map(dateOf)
        .find((date) => date !== null) ?? null,
    content,
    geometry: null,
  };
}

function authorsOf(named: readonly string[] | undefined, lines: readonly string[]): string[] {
  if (named !== undefined && named.length > 0) return [...named];
  const written =
    /(?:[Ww]ritten by|[Pp]repared by|^[Bb]y|^[Aa]uthor:?)\s+(\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){1,3})/u;
  const found = lines.map((line) => written.exec(line)?.[1]).find((name) => name !== undefined);
  return found === undefined ? [] : [found];
}

/** The tokens without the definitions of notes, which go to `definitions`. */
function withoutNotes(state: State, tokens: readonly Token[]): Token[] {
  const text: Token[] = [];
  const open: { label: string; tokens: Token[] }[] = [];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open")
      open.push({ label: (token.meta as { label: string }).label, tokens: [] });
    else if (token.type === "footnote_reference_close") {
      const done = open.pop();
      if (done === undefined) continue;
      const others = state.definitions.get(done.label);
      if (others === undefined) state.definitions.set(done.label, [done.tokens]);
      else others.push(done.tokens);
    } else (open.at(-1)?.tokens ?? text).push(token);
  }
  for (const definitions of state.definitions.values()) definitions.reverse();
  return text;
}

function writeAll(state: State, tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; ) i = step(state, tokens, i);
}

/** Handle the token at `i` and return the index of the next one to handle. */
function step(state: State, tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  switch (token?.type) {
    case "bullet_list_open":
    case "ordered_list_open":
      state.lists.push({ ordered: token.type === "ordered_list_open", marker: "•" });
      break;
    case "bullet_list_close":
    case "ordered_list_close":
      state.lists.pop();
      break;
    case "list_item_open": {
      const list = state.lists.at(-1);
      if (list?.ordered === true) list.marker = `${token.info}.`.slice(0, 40);
      state.fresh = true;
      break;
    }
    case "list_item_close":
      state.fresh = false;
      break;
    case "blockquote_open":
      state.quotes++;
      break;
    case "blockquote_close":
      state.quotes--;
      break;
    case "heading_open":
      return heading(state, tokens, i);
    case "table_open":
      return table(state, tokens, i);
    case "fence":
    case "code_block":
      if (token.content.trim() !== "")
        state.out.add({ kind: "code" }, { text: token.content.replace(/\n$/, ""), marks: [] });
      break;
    case "html_block":
      html(state, token.content);
      break;
    case "inline":
      paragraph(state, token, nextLine(tokens, i));
      break;
  }
  return i + 1;
}

/** Tags that GFM shows as they are written, where they are inside of other HTML. */
const shown = /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)/gi;

function html(state: State, source: string): void {
  const own = /^\s*<(script|style|textarea)\b/i.test(source);
  const known = state.inline.areUnknownTagsShown
    ? source.replace(/<[^<>]*>/g, (tag) => (isUnknownTag(tag) ? `&lt;${tag.slice(1)}` : tag))
    : source;
  addHtml(state.out, own ? source : known.replace(shown, "&lt;"), state.inline.left);
}

function heading(state: State, tokens: readonly Token[], i: number): number {
  const inline = tokens[i + 1];
  const line = inlineRun(inline?.children ?? [], state.inline);
  // "=====", the title and "=====" again, as reports of programs have it: the upper line is no word of the title.
  const run = cutStart(line, /^={4,}\s+/.exec(line.text)?.[0].length ?? 0);
  const level = Number(tokens[i]?.tag.slice(1) ?? 1);
  if (runLength(run) > 0) state.out.add(state.note === null ? { kind: "heading", level } : noteKind(state.note), run);
  addNotes(state, inline);
  return i + 3;
}

function noteKind(label: string) {
  return { kind: "footnote", label: label.slice(0, 40) } as const;
}

/** True for what is lines in other dialects: frames that are no tables, line blocks, definitions, examples. */
function isOfLines(source: string): boolean {
  const lines = source.split("\n").map((line) => line.trim());
  return (
    lines.length > 1 &&
    (lines.every((line) => /^[|+]/.test(line)) || lines.some((line) => /^(?:[:~] +\S|\(@)/.test(line)))
  );
}

function paragraph(state: State, token: Token, next: string | null): void {
  const options = isOfLines(token.content) ? { ...state.inline, softBreak: "\n" as const } : state.inline;
  const run = inlineRun(token.children ?? [], options);
  if (runLength(run) > 0) addParagraph(state, run, next);
  addNotes(state, token);
}

function addParagraph(state: State, run: ReturnType<typeof inlineRun>, next: string | null): void {
  const { out, options, quotes, note } = state;
  const list = state.lists.at(-1);
  const [ticked, tick] = /^\[([ xX])\] /.exec(run.text) ?? [];
  if (list !== undefined && state.fresh) {
    const marker = ticked === undefined ? list.marker : tick === " " ? "☐" : "☑";
    const item = ticked === undefined ? run : cutStart(run, ticked.length);
    out.add({ kind: "listItem", depth: Math.min(20, state.lists.length - 1), ordered: list.ordered, marker }, item);
  } else if (note !== null) out.add(noteKind(note), run);
  else if (quotes > 0) out.add({ kind: "quotation" }, run);
  else if (options.bareHeadings && list === undefined && looksLikeHeading(run.text, next))
    out.add({ kind: "heading", level: out.blocks.length === 0 ? 1 : 2 }, run);
  else out.add({ kind: "paragraph" }, run, options.bareHeadings && carriesOn(state.before, run.text) ? " " : null);
  state.fresh = false;
  state.before = list === undefined && out.blocks.at(-1)?.kind === "paragraph" ? run.text : "";
}

function cutStart({ text, marks }: ReturnType<typeof inlineRun>, length: number): ReturnType<typeof inlineRun> {
  const moved = marks.map((mark) => ({ ...mark, start: Math.max(0, mark.start - length), end: mark.end - length }));
  return { text: text.slice(length), marks: moved.filter(({ start, end }) => end > start) };
}

function table(state: State, tokens: readonly Token[], i: number): number {
  const end = tokens.findIndex((token, index) => index > i && token.type === "table_close");
  const rows: ReturnType<typeof inlineRun>[][] = [];
  const cells: Token[] = [];
  let headers = 0;
  let raw: readonly string[] = [];
  for (const token of tokens.slice(i, end)) {
    if (token.type === "tr_open") {
      rows.push([]);
      raw = splitRow(state.source[token.map?.[0] ?? -1] ?? "");
    }
    if (token.type === "thead_close") headers = rows.length;
    if (token.type !== "inline") continue;
    const row = rows.at(-1);
    // Cells that the table has no column for are left out when it is drawn; here they stay with the last one.
    const isLast = row !== undefined && rows.length > 1 && row.length === (rows[0]?.length ?? 0) - 1;
    const more = isLast && raw.length > row.length + 1 ? raw.slice(row.length).join("|").trim() : null;
    const children = more === null ? token.children : (parser.parseInline(more, state.env)[0]?.children ?? null);
    row?.push(inlineRun(children ?? [], state.inline));
    cells.push(more === null ? token : ({ ...token, children } as Token));
  }
  if (rows.some((row) => row.some((cell) => cell.text.trim() !== ""))) state.out.addTable(rows, headers);
  for (const cell of cells) addNotes(state, cell);
  return end + 1;
}

/** Write the notes that a block refers to, each once, after it. */
function addNotes(state: State, token: Token | undefined): void {
  for (const child of flat(token?.children ?? [])) {
    if (child.type !== "footnote_ref") continue;
    const { id } = child.meta as { id: number };
    const note = state.env.footnotes?.list?.[id];
    const isDeep = state.noteDepth >= maxNoteDepth;
    if (note?.tokens !== undefined) {
      if (isDeep) throw new WorkbenchError("limit", message("import.tooNested"));
      const run = inlineRun(note.tokens, state.inline);
      if (runLength(run) > 0) state.out.add(noteKind(String(id + 1)), run);
      state.noteDepth++;
      addNotes(state, { ...token, children: note.tokens } as Token);
      state.noteDepth--;
    } else if (!isDeep) {
      const definition = state.definitions.get(note?.label ?? "")?.pop();
      if (definition !== undefined) writeNote(state, String(id + 1), definition);
    }
  }
}

function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...(token.type === "image" ? flat(token.children ?? []) : [])]);
}

/** All blocks of a note. What it is in goes on after it. */
function writeNote(state: State, label: string, tokens: readonly Token[]): void {
  const { lists, quotes, fresh, before, note } = state;
  Object.assign(state, { lists: [], quotes: 0, fresh: false, before: "", note: label });
  state.noteDepth++;
  writeAll(state, tokens);
  state.noteDepth--;
  Object.assign(state, { lists, quotes, fresh, before, note });
}

function nextLine(tokens: readonly Token[], i: number): string | null {
  return tokens.slice(i + 1, i + 12).find((token) => token.type === "inline")?.content ?? null;
}
