import type { BlockKind } from "../office/document-writer.ts";
import type { Names } from "./names.ts";
import type { State } from "./state.ts";
import type { ParagraphAbout } from "./story.ts";

/** What a paragraph is, by its outline level, its style and the number or sign that is printed before it. */
export function aboutParagraph(state: State, names: Names, marker: string): ParagraphAbout {
  const style = names.style(state.style);
  const stated = state.outline ?? style.outline;
  const named = style.names.map((name) => /^heading ([1-9])/.exec(name)?.[1]).find((level) => level !== undefined);
  const isTitle = style.names.includes("title");
  const level =
    stated !== null ? (stated < 9 ? stated + 1 : null) : named !== undefined ? Number(named) : isTitle ? 1 : null;
  return {
    kind: kindOf(level, style.names, marker, state.level ?? 0),
    direction: state.rightToLeft ? "rtl" : undefined,
    isTitle,
    inTable: state.inTable,
  };
}

function kindOf(level: number | null, names: readonly string[], printed: string, depth: number): BlockKind {
  // A small o of a typewriter's font is a ring.
  const marker = printed === "o" ? "◦" : printed;
  if (level !== null) return { kind: "heading", level: Math.min(level, 6) };
  if (marker !== "")
    return { kind: "listItem", depth, ordered: /[\p{L}\p{N}]/u.test(marker), marker: marker.slice(0, 40) };
  if (names.some((name) => /^(intense )?quot(e|ations)$/.test(name))) return { kind: "quotation" };
  return { kind: names.includes("caption") ? "caption" : "paragraph" };
}
