import type MarkdownIt from "markdown-it";
import { LinkTarget, type Mark } from "../../../shared/model/content.ts";
import type { Run } from "./builder.ts";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];
type Open = { kind: Mark["kind"]; start: number; href: string };

const kinds: Readonly<Record<string, Mark["kind"]>> = { strong: "bold", em: "italic", s: "strike", link: "link" };

/** Inline tokens as text and marks. Footnote marks are left out of the text: the footnote follows its block. */
export function inlineRun(tokens: readonly Token[]): Run {
  let text = "";
  const marks: Mark[] = [];
  const open: Open[] = [];
  for (const token of tokens) {
    const [, name, way] = /^(strong|em|s|link)_(open|close)$/.exec(token.type) ?? [];
    const kind = kinds[name ?? ""];
    if (kind !== undefined && way === "open")
      open.push({ kind, start: text.length, href: String(token.attrGet("href") ?? "") });
    else if (kind !== undefined) close(open.pop(), text.length, marks);
    else if (token.type === "code_inline") {
      marks.push({ kind: "code", start: text.length, end: text.length + token.content.length });
      text += token.content;
    } else if (token.type === "text") text += token.content;
    else if (token.type === "softbreak") text += " ";
    else if (token.type === "hardbreak") text += "\n";
    else if (token.type === "image") text += token.content;
  }
  return { text, marks };
}

/** Length of a run without white space. */
export function runLength(run: Run): number {
  return run.text.trim().length;
}

function close(mark: Open | undefined, end: number, marks: Mark[]): void {
  if (mark === undefined || mark.start === end) return;
  const { kind, start, href } = mark;
  if (kind !== "link") marks.push({ kind, start, end });
  // A link to the top of its own page goes nowhere in a paper.
  else if (href !== "#" && LinkTarget.safeParse(href).success) marks.push({ kind, start, end, href });
}
