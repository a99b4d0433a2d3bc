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
type Told = Readonly<{ highlights: readonly Highlight[]; selected: AnnotationId | null; pending: Range | null }>;
type Drawn = Told & Readonly<{ set: DecorationSet }>;

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
      init: () => ({ highlights: [], selected: null, pending: null, set: DecorationSet.empty }),
      apply: (transaction, drawn) => {
        const news = transaction.getMeta(annotationsKey) as Told | undefined;
        return news === undefined ? drawn : { ...news, set: draw(transaction.doc, news) };
      },
    },
    props: { decorations: (state) => annotationsKey.getState(state)?.set },
  });
}

function draw(doc: Node, { highlights, selected, pending }: Told): DecorationSet {
  const map = mapOf(doc);
  const decorations = highlights.flatMap((highlight) =>
    highlight.ranges.map(({ start, end }) =>
      Decoration.inline(
        map.posAt(start),
        map.posAt(end),
        {
          nodeName: "mark",
          class: `highlight ${highlight.look} depth-${highlight.depth}${highlight.id === selected ? " selected" : ""}`,
          title: highlight.title,
          "aria-description": highlight.title,
          "data-annotation": highlight.id,
        },
        { inclusiveStart: false, inclusiveEnd: false },
      ),
    ),
  );
  if (pending !== null)
    decorations.push(Decoration.inline(map.posAt(pending.start), map.posAt(pending.end), { class: "pending" }));
  return DecorationSet.create(doc, decorations);
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
