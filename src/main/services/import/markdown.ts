import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import type { Message } from "../../../shared/messages/arguments.ts";
import { ContentBuilder } from "./builder.ts";
import { carriesOn, dateOf, looksLikeHeading } from "./headings.ts";
import type { Imported } from "./imported.ts";
import { inlineRun, runLength } from "./inline.ts";
import { intoSections } from "./sections.ts";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];
type Options = Readonly<{ bareHeadings: boolean; warnings: readonly Message[] }>;
type State = {
  readonly out: ContentBuilder;
  readonly tokens: readonly Token[];
  readonly notes: ReadonlyMap<number, Token[]>;
  readonly options: Options;
  readonly lists: { ordered: boolean; next: number }[];
  quotes: number;
  fresh: boolean;
  before: string;
};

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(footnotes);

/**
 * Markdown as a paper: marks resolved and kept apart, so that the canonical text holds none (CommonMark 0.31 with tables,
 * strikethrough and footnotes). With `bareHeadings`, short lines that stand alone are headings too, as in text pasted from
 * a word processor.
 */
export function importMarkdown(source: string, options: Options): Imported {
  const { meta, body } = frontMatter(source);
  const tokens = parser.parse(body.replaceAll("\f", "\n\n"), {});
  const state: State = {
    out: new ContentBuilder(),
    tokens,
    notes: notesOf(tokens),
    options,
    lists: [],
    quotes: 0,
    fresh: false,
    before: "",
  };
  const end = tokens.findIndex((token) => token.type === "footnote_block_open");
  for (let i = 0; i < (end < 0 ? tokens.length : end); ) i = step(state, i);
  const content = intoSections(state.out.finish([{ label: "§1", width: 0, height: 0, rotation: 0 }], options.warnings));
  const lines = content.blocks.slice(0, 12).map((block) => content.text.slice(block.start, block.end));
  const first = content.blocks.find((block) => block.kind === "heading");
  return {
    format: "markdown",
    title: meta.get("title") ?? (first === undefined ? null : content.text.slice(first.start, first.end)),
    authors: authorsOf(meta.get("author"), lines),
    date:
      [meta.get("date") ?? "", ...lines.flatMap((line) => line.split("\n"))]
        .map(dateOf)
        .find((date) => date !== null) ?? null,
    content,
    geometry: null,
  };
}

function frontMatter(source: string): { meta: Map<string, string>; body: string } {
  const [whole, head] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  const pairs = (head ?? "").split("\n").flatMap((line) => {
    const [, key, value] = /^(\w+):\s*["']?(.*?)["']?\s*$/.exec(line) ?? [];
    return key !== undefined && value ? [[key.toLowerCase(), value] as const] : [];
  });
  return { meta: new Map(pairs), body: source.slice(whole?.length ?? 0) };
}

function authorsOf(named: string | undefined, lines: readonly string[]): string[] {
  if (named !== undefined) return [named];
  const written =
    /(?:[Ww]ritten by|[Pp]repared by|^[Bb]y|^[Aa]uthor:?)\s+(\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){1,3})/u;
  const found = lines.map((line) => written.exec(line)?.[1]).find((name) => name !== undefined);
  return found === undefined ? [] : [found];
}

function notesOf(tokens: readonly Token[]): Map<number, Token[]> {
  const notes = new Map<number, Token[]>();
  let open: number | null = null;
  for (const token of tokens) {
    if (token.type === "footnote_open") open = Number((token.meta as { id: number }).id);
    if (token.type === "footnote_close") open = null;
    if (open !== null && token.type === "inline") notes.set(open, [...(notes.get(open) ?? []), token]);
  }
  return notes;
}

/** Handle the token at `i` and return the index of the next one to handle. */
function step(state: State, i: number): number {
  const token = state.tokens[i];
  switch (token?.type) {
    case "bullet_list_open":
    case "ordered_list_open":
      state.lists.push({ ordered: token.type === "ordered_list_open", next: Number(token.attrGet("start") ?? 1) });
      break;
    case "bullet_list_close":
    case "ordered_list_close":
      state.lists.pop();
      break;
    case "list_item_open":
      state.fresh = true;
      break;
    case "blockquote_open":
      state.quotes++;
      break;
    case "blockquote_close":
      state.quotes--;
      break;
    case "heading_open":
      return heading(state, i);
    case "table_open":
      return table(state, i);
    case "fence":
    case "code_block":
      state.out.add({ kind: "code" }, { text: token.content.replace(/\n$/, ""), marks: [] });
      break;
    case "inline":
      paragraph(state, token, nextLine(state.tokens, i));
      break;
  }
  return i + 1;
}

function heading(state: State, i: number): number {
  const inline = state.tokens[i + 1];
  const run = inlineRun(inline?.children ?? []);
  if (run.text.trim() !== "")
    state.out.add({ kind: "heading", level: Number(state.tokens[i]?.tag.slice(1) ?? 1) }, run);
  addNotes(state, inline);
  return i + 3;
}

function paragraph(state: State, token: Token, next: string | null): void {
  const run = inlineRun(token.children ?? []);
  if (runLength(run) === 0) return;
  const list = state.lists.at(-1);
  if (list !== undefined && state.fresh) {
    const marker = list.ordered ? `${list.next++}.` : "•";
    state.out.add({ kind: "listItem", depth: state.lists.length - 1, ordered: list.ordered, marker }, run);
  } else if (state.quotes > 0) state.out.add({ kind: "quotation" }, run);
  else if (state.options.bareHeadings && list === undefined && looksLikeHeading(run.text, next))
    state.out.add({ kind: "heading", level: state.out.blocks.length === 0 ? 1 : 2 }, run);
  else
    state.out.add(
      { kind: "paragraph" },
      run,
      state.options.bareHeadings && carriesOn(state.before, run.text) ? " " : null,
    );
  state.fresh = false;
  state.before = list === undefined && state.out.blocks.at(-1)?.kind === "paragraph" ? run.text : "";
  addNotes(state, token);
}

function table(state: State, i: number): number {
  const end = state.tokens.findIndex((token, index) => index > i && token.type === "table_close");
  const rows: ReturnType<typeof inlineRun>[][] = [];
  let headers = 0;
  for (const token of state.tokens.slice(i, end)) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "thead_close") headers = rows.length;
    if (token.type === "inline") rows.at(-1)?.push(inlineRun(token.children ?? []));
  }
  state.out.addTable(rows, headers);
  return end + 1;
}

function addNotes(state: State, token: Token | undefined): void {
  for (const child of token?.children ?? []) {
    if (child.type !== "footnote_ref") continue;
    const { id } = child.meta as { id: number };
    for (const note of state.notes.get(id) ?? [])
      state.out.add({ kind: "footnote", label: String(id + 1) }, inlineRun(note.children ?? []));
  }
}

function nextLine(tokens: readonly Token[], i: number): string | null {
  return tokens.slice(i + 1, i + 12).find((token) => token.type === "inline")?.content ?? null;
}
