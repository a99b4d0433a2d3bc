import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { type PositionMap, positionMap } from "../../../shared/document.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";

/** What a highlight needs to be drawn: where it is and what it says. */
export type Highlight = Readonly<{
  id: AnnotationId;
  ranges: readonly Readonly<{ start: number; end: number }>[];
  /** `supports`, `opposes` … or `note`: colour and underline. */
  look: string;
  /** For screen readers: "opposes: Water › Allocation". */
  title: string;
  /** How many annotations lie under it, 0 to 4: drawn ever darker, never darker than legible. */
  depth: number;
}>;

type Range = Readonly<{ start: number; end: number }>;
type Told = Readonly<{
  highlights: readonly Highlight[];
  selected: AnnotationId | null;
  hovered: AnnotationId | null;
  pending: Range | null;
}>;
type Drawn = Readonly<{ highlights: readonly Highlight[]; marks: DecorationSet; set: DecorationSet }>;

export const annotationsKey = new PluginKey<Drawn>("annotations");
const maps = new WeakMap<Node, PositionMap>();

/** The map between canonical text and a document, made once per document. */
export function mapOf(doc: Node): PositionMap {
  const known = maps.get(doc) ?? positionMap(doc);
  maps.set(doc, known);
  return known;
}

/** Draws annotations as decorations derived from what the transaction tells; nothing of it is kept in the document. */
export function annotationsPlugin(): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key: annotationsKey,
    state: {
      init: () => ({ highlights: [], marks: DecorationSet.empty, set: DecorationSet.empty }),
      apply: (transaction, drawn) => {
        const told = transaction.getMeta(annotationsKey) as Told | undefined;
        if (told === undefined) return drawn;
        const { highlights } = told;
        // Pointing and selecting happen often; they must not cost as much as drawing every annotation.
        const marks = highlights === drawn.highlights ? drawn.marks : draw(transaction.doc, highlights);
        return { highlights, marks, set: marks.add(transaction.doc, overlays(transaction.doc, told)) };
      },
    },
    props: { decorations: (state) => annotationsKey.getState(state)?.set },
  });
}

function draw(doc: Node, highlights: readonly Highlight[]): DecorationSet {
  const map = mapOf(doc);
  const decorations = highlights.flatMap((highlight) =>
    highlight.ranges.map(({ start, end }) =>
      Decoration.inline(map.posAt(start), map.posAt(end), {
        nodeName: "mark",
        class: `highlight ${highlight.look} depth-${highlight.depth}`,
        title: highlight.title,
        "aria-description": highlight.title,
        "data-annotation": highlight.id,
      }),
    ),
  );
  return DecorationSet.create(doc, decorations);
}

function overlays(doc: Node, { highlights, selected, hovered, pending }: Told): Decoration[] {
  const map = mapOf(doc);
  const over = (ranges: readonly Range[], className: string): Decoration[] =>
    ranges.map(({ start, end }) => Decoration.inline(map.posAt(start), map.posAt(end), { class: className }));
  const rangesOf = (id: AnnotationId | null): readonly Range[] =>
    (id === null ? undefined : highlights.find((one) => one.id === id))?.ranges ?? [];
  return [
    ...over(rangesOf(selected), "selected"),
    ...over(rangesOf(hovered), "hovered"),
    ...over(pending === null ? [] : [pending], "pending"),
  ];
}

/** The annotations over an offset of the canonical text, the shortest first. */
export function annotationsAt(highlights: readonly Highlight[], offset: number): Highlight[] {
  const length = (one: Highlight): number => one.ranges.reduce((sum, range) => sum + range.end - range.start, 0);
  return highlights
    .filter((one) => one.ranges.some((range) => range.start <= offset && offset <= range.end))
    .sort((a, b) => length(a) - length(b));
}

/** The one after the selected one in a stack of overlapping annotations, round and round; null when there is none. */
export function nextInStack(stack: readonly Highlight[], selected: AnnotationId | null): AnnotationId | null {
  const at = stack.findIndex((one) => one.id === selected);
  return stack[(at + 1) % Math.max(1, stack.length)]?.id ?? null;
}

/** How many of the others enclose each highlight, at most 4. */
export function depths(ranges: readonly Readonly<{ start: number; end: number }>[]): number[] {
  return ranges.map((one, index) => {
    const around = ranges.filter(
      (other, at) =>
        at !== index &&
        other.start <= one.start &&
        other.end >= one.end &&
        !(other.start === one.start && other.end === one.end && at > index),
    );
    return Math.min(4, around.length);
  });
}
