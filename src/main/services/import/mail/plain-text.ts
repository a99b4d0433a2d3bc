import type { Lines } from "../../../../shared/model/paper.ts";
import type { ContentBuilder } from "../builder.ts";
import { chooseLines, joinLines } from "../lines.ts";
import { isCompound, type Words } from "../pdf/words.ts";
import { startsWithHeader } from "./reply-header.ts";

/** A line of a message: how often it is quoted, its words, and whether it goes on in the next. */
type Line = Readonly<{ depth: number; text: string; flows: boolean }>;

/** How a text is written: `flowed` and `delsp` are those of RFC 3676; `lines` null where each paragraph decides. */
export type PlainOptions = Readonly<{ flowed: boolean; delsp: boolean; lines: Lines | null }>;

/** What introduces a message that is quoted without marks, as Outlook and others write it. */
const original =
  /^\s*(?:-{2,}\s*(?:original message|original appointment|forwarded message|forwarded by|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|mensagem original|oorspronkelijk bericht)\b.*-{2,}|_{20,})\s*$/iu;

/**
 * The words of a plain message as blocks: quoted lines as quotations, a signature as the lines it has, the rest as
 * paragraphs.
 */
export function addPlainText(out: ContentBuilder, source: string, options: PlainOptions): void {
  let isOriginal = false;
  let isSignature = false;
  let group: Line[] = [];
  const flush = (): void => {
    addParagraph(out, group, { ...options, lines: isSignature ? "keep" : options.lines, isQuoted: isOriginal });
    group = [];
  };
  const lines = linesOf(source, options);
  for (const [index, line] of lines.entries()) {
    const before = group[0];
    if (line.text.trim() === "" || (before !== undefined && before.depth !== line.depth)) flush();
    if (before !== undefined && before.depth !== line.depth) isSignature = false;
    if (line.text.trim() === "") continue;
    if (line.depth === 0 && /^-- ?$/.test(line.text)) {
      flush();
      isSignature = true;
    }
    if (line.depth === 0 && !isOriginal && (original.test(line.text) || isHeader(lines, index))) {
      flush();
      isOriginal = true;
      isSignature = false;
    }
    group.push(line);
  }
  flush();
}

/** Lines of the header of a message that is quoted without marks. */
const headerLines = 8;

/** Whether the header of a message that is quoted begins with a line. */
function isHeader(lines: readonly Line[], index: number): boolean {
  const some = lines.slice(index, index + headerLines);
  const end = some.findIndex(({ text, depth }) => text.trim() === "" || depth > 0);
  const all = end < 0 ? some : some.slice(0, end);
  return startsWithHeader(all.map(({ text }) => text).join("\n"));
}

function linesOf(source: string, { flowed, delsp }: PlainOptions): Line[] {
  return source.split("\n").map((line) => {
    const [, marks = "", text = ""] = (flowed ? /^(>*)(.*)$/s : /^((?:>[ ]?)*)(.*)$/s).exec(line) ?? [];
    const depth = marks.replace(/[^>]/g, "").length;
    if (!flowed) return { depth, text, flows: false };
    const words = text.replace(/^ /, "");
    const flows = words.endsWith(" ") && words !== "-- ";
    return { depth, text: flows && delsp ? words.slice(0, -1) : words, flows };
  });
}

type Paragraph = PlainOptions & Readonly<{ isQuoted: boolean }>;

function addParagraph(out: ContentBuilder, group: readonly Line[], { flowed, lines, isQuoted }: Paragraph): void {
  if (group.length === 0) return;
  const kind = { kind: (group[0]?.depth ?? 0) > 0 || isQuoted ? ("quotation" as const) : ("paragraph" as const) };
  const add = (text: string): void => {
    if (text.trim() !== "") out.add(kind, { text: text.trim(), marks: [] });
  };
  if (flowed && lines === null) {
    for (const text of flowing(group)) add(text);
    return;
  }
  const texts = group.map(({ text }) => text);
  const words: Words = new Map();
  const isJoined = (lines ?? chooseLines(texts).lines) === "join";
  for (const text of isJoined ? [joinLines(texts, (a, b) => isCompound(a, b, words))] : texts) add(text);
}

/** Lines that flow into the next as one paragraph each (RFC 3676, 4.1). */
function flowing(group: readonly Line[]): string[] {
  const paragraphs: string[] = [];
  let text = "";
  for (const line of group) {
    text += line.text;
    if (line.flows) continue;
    paragraphs.push(text);
    text = "";
  }
  return text === "" ? paragraphs : [...paragraphs, text];
}
