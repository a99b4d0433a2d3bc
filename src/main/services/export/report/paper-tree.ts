import { claimLooks } from "../../../../shared/codebook/stance-scale.ts";
import type { Block, Mark } from "../../../../shared/model/content.ts";
import { parsePath, showPath } from "../../../../shared/model/issue-path.ts";
import { bylineOf } from "../../../../shared/report/build.ts";
import { claimPlace, detailsOf } from "../../../../shared/report/outline.ts";
import {
  type ReportLook,
  type ReportRun,
  type ReportTree,
  reportLook,
  type ReportBlock as TreeBlock,
} from "../../../../shared/report/tree.ts";
import type { ExportedText } from "../paper-text.ts";

type Place = Readonly<{ start: number; end: number; look: ReportLook; note: string; last: boolean }>;

/**
 * A paper as a report tree: its text with every claim marked, what is recorded about it in a footnote where the claim
 * ends.
 */
export function paperTree({ library, paper, content, coded, rows, words }: ExportedText, made: string): ReportTree {
  const places = coded.flatMap(({ annotation, positions }, index): Place[] => {
    const row = rows[index];
    const parts =
      row?.positions.map(
        (position) => `${showPath(parsePath(position.issue))} · ${detailsOf({ row, ...position }, words)}`,
      ) ?? [];
    const note = [
      ...(parts.length > 0 || row === undefined ? parts : [claimPlace(row, words)]),
      annotation.note,
    ].filter((style) => style !== "");
    const look = reportLook(claimLooks(library, positions));
    return annotation.passage.ranges.map(({ start, end }, index, ranges) => ({
      start,
      end,
      look,
      note: note.join(" — "),
      last: index === ranges.length - 1,
    }));
  });
  const blocks = content.blocks.map((block): TreeBlock => {
    const runs = runsOf(content.text, places, block.marks, block.start, block.end);
    if (block.kind === "heading")
      return {
        kind: "heading",
        level: block.level === 1 ? 1 : 2,
        text: content.text.slice(block.start, block.end),
        id: "",
      };
    if (block.kind === "listItem") return { kind: "list", items: [runs] };
    return {
      kind: "paragraph",
      runs: [...labelOf(block), ...runs],
      soft: block.kind === "footnote" || block.kind === "caption",
    };
  });
  return { title: paper.title, byline: bylineOf(made, rows, words), made, blocks, flags: [], words };
}

function labelOf(block: Block): ReportRun[] {
  return block.kind === "footnote" ? [{ kind: "text", text: `${block.label} ` }] : [];
}

/** A stretch of text cut where a claim or a mark begins or ends. */
function runsOf(
  text: string,
  places: readonly Place[],
  marks: readonly Mark[],
  start: number,
  end: number,
): ReportRun[] {
  const over = [...places, ...marks].filter((place) => place.start < end && place.end > start);
  const cuts = [
    ...new Set([start, end, ...over.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)])]),
  ];
  const edges = cuts.sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((from, index): ReportRun[] => {
    const to = edges[index + 1] ?? end;
    const covers = (range: { start: number; end: number }): boolean => range.start <= from && range.end >= to;
    const styled = (kind: Mark["kind"]): boolean => marks.some((mark) => mark.kind === kind && covers(mark));
    const top = places.filter(covers).at(-1);
    const notes = places
      .filter((place) => place.last && place.end === to)
      .map(({ note }): ReportRun => ({ kind: "note", words: [{ kind: "text", text: note }] }));
    const run: ReportRun = {
      kind: "text",
      text: text.slice(from, to),
      bold: styled("bold"),
      italic: styled("italic"),
      ...(top === undefined ? {} : { mark: top.look }),
    };
    return [run, ...notes];
  });
}
