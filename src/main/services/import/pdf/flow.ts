import type { Mark } from "../../../../shared/model/content.ts";
import type { Place } from "../../geometry.ts";
import type { PdfPage } from "../../pdfium.ts";
import type { Line } from "./lines.ts";
import { isCompound, type Words } from "./words.ts";

/** Text put together from lines, with a place for each of its UTF-16 units. */
export type Flow = { text: string; places: Place[]; marks: Mark[] };

/** Where lines stand, and the words of the whole paper as evidence for hyphens. */
export type Where = Readonly<{ page: number; links: PdfPage["links"]; words: Words }>;

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** Join lines as one reads them: no hyphen where a word was parted, no space between CJK characters, one space elsewhere. */
export function flowOf(lines: readonly Line[], at: Where, skip: number): Flow {
  const { page, links, words } = at;
  const flow: Flow = { text: "", places: [], marks: [] };
  let left = skip;
  for (const line of lines) {
    if (flow.text !== "") join(flow, line, words);
    for (const char of line.chars) {
      if (left > 0) {
        left -= char.text.length;
        continue;
      }
      if (/\s/.test(char.text)) {
        if (flow.text !== "" && !flow.text.endsWith(" ")) add(flow, " ", null);
        continue;
      }
      const start = flow.text.length;
      add(flow, char.hyphen || char.text === "\u0002" ? "-" : letters(char.text), { page, box: char.box });
      if (char.bold) extend(flow.marks, { kind: "bold", start, end: flow.text.length });
      if (char.italic) extend(flow.marks, { kind: "italic", start, end: flow.text.length });
      const middle = (char.box[0] + char.box[2]) / 2;
      const link = links.find(
        ({ box }) => middle >= box[0] && middle <= box[2] && char.box[1] < box[3] && char.box[3] > box[1],
      );
      if (link !== undefined) extend(flow.marks, { kind: "link", start, end: flow.text.length, href: link.href });
    }
  }
  trimEnd(flow);
  return flow;
}

/** Make ready the end of a flow for what comes after it in the same sentence, and say what stands between the two. */
export function jointOf(flow: Flow, next: string, words: Words): "" | " " {
  const last = flow.text.at(-1) ?? "";
  const before = /(\p{L}+)-$/u.exec(flow.text)?.[1];
  const after = /^\p{L}+/u.exec(next)?.[0];
  if (before !== undefined && after !== undefined && /^\p{Ll}/u.test(after)) {
    if (!isCompound(before, after, words)) dropLast(flow);
    return "";
  }
  return (wide.test(last) && wide.test(next[0] ?? "")) || last === "-" || last === " " ? "" : " ";
}

function join(flow: Flow, next: Line, words: Words): void {
  const joint = jointOf(flow, next.chars.map((char) => char.text).join(""), words);
  if (joint !== "") add(flow, joint, null);
}

function dropLast(flow: Flow): void {
  flow.text = flow.text.slice(0, -1);
  flow.places.pop();
  for (const mark of flow.marks) if (mark.end > flow.text.length) Object.assign(mark, { end: flow.text.length });
}

function add(flow: Flow, text: string, place: Place): void {
  flow.text += text;
  for (let i = 0; i < text.length; i++) flow.places.push(place);
}

function letters(text: string): string {
  return /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff]/.test(text) ? text.normalize("NFKC") : text;
}

function trimEnd(flow: Flow): void {
  while (/\s$/.test(flow.text)) {
    flow.text = flow.text.slice(0, -1);
    flow.places.pop();
  }
}

/** Marks of neighbours grow together over the space between them. */
function extend(marks: Mark[], mark: Mark): void {
  const last = marks.findLast((one) => one.kind === mark.kind);
  const same = last?.kind !== "link" || (mark.kind === "link" && last.href === mark.href);
  if (last !== undefined && same && mark.start - last.end <= 1) Object.assign(last, { end: mark.end });
  else marks.push({ ...mark });
}
