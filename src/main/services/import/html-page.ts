import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { ContentBuilder } from "./builder.ts";
import { dateOf } from "./headings.ts";
import { addHtmlPage, type LeftOut } from "./html.ts";
import type { Imported } from "./imported.ts";
import { intoSections } from "./sections.ts";

/** Whether a text is a page of HTML, by its beginning. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 4000),
  );
}

/** A page of HTML as a paper, its visible words without its pictures, scripts and looks. */
export function importHtml(source: string, warnings: readonly Message[]): Imported {
  const out = new ContentBuilder();
  const left: LeftOut = { comments: 0, scripts: 0 };
  const { title, meta } = addHtmlPage(out, source, left);
  const content = intoSections(
    out.finish([{ label: "§1", width: 0, height: 0, rotation: 0 }], [...warnings, ...leftOutWarnings(left)]),
  );
  const first = content.blocks.find((block) => block.kind === "heading");
  const author = meta.get("author") ?? meta.get("citation_author") ?? meta.get("dc.creator");
  const date = meta.get("article:published_time") ?? meta.get("citation_publication_date") ?? meta.get("date");
  return {
    format: "text",
    title: title ?? (first === undefined ? null : content.text.slice(first.start, first.end)),
    authors: author === undefined || author.trim() === "" ? [] : [author.trim()],
    date: date === undefined ? null : dateOf(date.slice(0, 10).replaceAll("/", "-")),
    content,
    geometry: null,
  };
}

/** What is said of HTML that is no text. */
export function leftOutWarnings({ comments, scripts }: LeftOut): Message[] {
  return [
    ...(comments === 0 ? [] : [message("import.commentsSkipped", { count: comments })]),
    ...(scripts === 0 ? [] : [message("import.scriptsSkipped", { count: scripts })]),
  ];
}
