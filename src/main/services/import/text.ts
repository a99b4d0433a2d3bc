import type { Message } from "../../../shared/messages/arguments.ts";
import { ContentBuilder } from "./builder.ts";
import { carriesOn, dateOf, looksLikeHeading } from "./headings.ts";
import type { Imported } from "./imported.ts";
import { intoSections } from "./sections.ts";

const item = /^(\s*)(?:([-*•–▪◦])|(\d{1,3}[.)]))\s+(.*)$/;

/** Plain text as a paper: paragraphs by blank lines, lists by their marks, headings by their look, form feeds as section ends. */
export function importText(source: string, warnings: readonly Message[]): Imported {
  const out = new ContentBuilder();
  for (const [page, part] of source.split("\f").entries()) {
    out.page = page;
    addPart(out, part);
  }
  const pages = [{ label: "§1", width: 0, height: 0, rotation: 0 as const }];
  const content = intoSections(out.finish(pages, warnings));
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

function addPart(out: ContentBuilder, part: string): void {
  const groups = part
    .split(/\n[ \t]*\n+/)
    .map((group) => group.replace(/^\n+|\s+$/g, ""))
    .filter((group) => group.trim() !== "");
  let before = "";
  for (const [index, group] of groups.entries()) {
    const lines = group.split("\n");
    if (lines.some((line) => item.test(line))) {
      addList(out, lines);
      before = "";
      continue;
    }
    const text = lines.map((line) => line.trim()).join(" ");
    const heading = lines.length <= 2 && looksLikeHeading(text, groups[index + 1] ?? null);
    if (heading) out.add({ kind: "heading", level: out.blocks.length === 0 ? 1 : 2 }, { text, marks: [] });
    else out.add({ kind: "paragraph" }, { text, marks: [] }, carriesOn(before, text) ? " " : null);
    before = heading ? "" : text;
  }
}

function addList(out: ContentBuilder, lines: readonly string[]): void {
  const items: { depth: number; marker: string; ordered: boolean; text: string }[] = [];
  const lead: string[] = [];
  for (const line of lines) {
    const [, indent, bullet, number, rest] = item.exec(line) ?? [];
    if (rest !== undefined)
      items.push({
        depth: Math.min(8, Math.floor((indent?.length ?? 0) / 2)),
        marker: number ?? "•",
        ordered: bullet === undefined,
        text: rest.trim(),
      });
    else {
      const last = items.at(-1);
      if (last === undefined) lead.push(line.trim());
      else last.text += ` ${line.trim()}`;
    }
  }
  if (lead.length > 0) out.add({ kind: "paragraph" }, { text: lead.join(" "), marks: [] });
  for (const { text, ...one } of items) out.add({ kind: "listItem", ...one }, { text, marks: [] });
}
