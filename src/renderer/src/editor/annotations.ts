import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Region } from "../../../shared/model/annotation.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { type PositionMap, positionMap } from "../../../shared/papers/document.ts";
import { touching } from "../../../shared/text/touching.ts";

type Range = Readonly<{ start: number; end: number }>;

/** What a highlight needs to be drawn: where it is and what it says. Equal highlights are the identical object. */
export type Highlight = Readonly<{
  id: AnnotationId;
  /** `lane` counts the lines under the words from 0: annotations over each other have a line each. */
  ranges: readonly Readonly<Range & { lane: number }>[];
  /** Where it begins in the order of the text, an offset of the canonical text. */
  start: number;
  /** The rectangle on a page that is marked instead of words; it has no ranges. */
  region: Region | null;
  /** `supports`, `opposes` … or `note`: colour and pattern of the line. */
  look: string;
  /** For screen readers: "opposes: Water › Allocation". */
  title: string;
}>;

/**
 * Whether another annotation begins or ends within words of this one, or lies around them. `highlights` are in the
 * order of the text.
 */
export function isCut(highlights: readonly Highlight[], own: Highlight): boolean {
  const cuts = ({ start, end }: Range): boolean =>
    touching(highlights, { start, end }).some(
      (other) => other !== own && other.ranges.some((range) => range.start < end && range.end > start),
    );
  return own.ranges.some(cuts);
}

/** Words drawn in some way for a while: selected, pointed at, found, read aloud. */
export type Overlay = Readonly<Range & { look: string }>;

export type AnnotationSet = Readonly<{ highlights: readonly Highlight[]; overlays: readonly Overlay[] }>;
type Drawn = AnnotationSet &
  Readonly<{
    parts: ReadonlyMap<Highlight, readonly Decoration[]>;
    marks: DecorationSet;
    set: DecorationSet;
  }>;

const nothing: Drawn = {
  highlights: [],
  overlays: [],
  parts: new Map(),
  marks: DecorationSet.empty,
  set: DecorationSet.empty,
};

export const annotationsKey = new PluginKey<Drawn>("annotations");
const maps = new WeakMap<Node, PositionMap>();

/** The map between canonical text and a document, made once per document. */
export function mapOf(doc: Node): PositionMap {
  const known = maps.get(doc) ?? positionMap(doc);
  maps.set(doc, known);
  return known;
}

/** Draws annotations as decorations derived from the transaction; none of them is stored in the document. */
export function annotationsPlugin(first: AnnotationSet = { highlights: [], overlays: [] }): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key: annotationsKey,
    state: {
      // Drawn at once with the words: drawing a long paper twice would take twice as long.
      init: (_config, { doc }) => drawAnnotations(doc, nothing, first),
      apply: (transaction, drawn) => {
        const update = transaction.getMeta(annotationsKey) as AnnotationSet | undefined;
        return update === undefined ? drawn : drawAnnotations(transaction.doc, drawn, update);
      },
    },
    props: { decorations: (state) => annotationsKey.getState(state)?.set },
  });
}

function drawAnnotations(doc: Node, drawn: Drawn, { highlights, overlays }: AnnotationSet): Drawn {
  // Pointing and selecting happen often; they must not cost as much as drawing every annotation.
  const next = highlights === drawn.highlights ? drawn : redraw(doc, drawn, highlights);
  const map = mapOf(doc);
  const over = overlays.map(({ start, end, look }) =>
    Decoration.inline(map.posAt(start), map.posAt(end), { class: look }),
  );
  return { ...next, overlays, set: next.marks.add(doc, over) };
}

/** Takes away what is gone and adds what is new, so that one more among thousands costs as much as one. */
function redraw(doc: Node, drawn: Drawn, highlights: readonly Highlight[]): Drawn {
  const wanted = new Set(highlights);
  const gone = [...drawn.parts].filter(([highlight]) => !wanted.has(highlight)).flatMap(([, parts]) => parts);
  const parts = new Map<Highlight, readonly Decoration[]>();
  const fresh: Decoration[] = [];
  for (const highlight of highlights) {
    const known = drawn.parts.get(highlight);
    const decorations = known ?? draw(doc, highlight);
    if (known === undefined) fresh.push(...decorations);
    parts.set(highlight, decorations);
  }
  const marks = drawn.parts.size === 0 ? DecorationSet.create(doc, fresh) : drawn.marks.remove(gone).add(doc, fresh);
  return { highlights, overlays: [], parts, marks, set: marks };
}

function draw(doc: Node, highlight: Highlight): Decoration[] {
  const map = mapOf(doc);
  return highlight.ranges.flatMap(({ start, end, lane }) => {
    const [from, to] = [map.posAt(start), map.posAt(end)];
    const line = Decoration.inline(from, to, {
      nodeName: "mark",
      class: `highlight ${highlight.look} lane-${lane}`,
      "aria-description": highlight.title,
      "data-annotation": highlight.id,
    });
    return lane < 3 ? [line] : [line, ...blocksBetween(doc, from, to)];
  });
}

/** Blocks with many lines under their words get more room between the lines of text. */
function blocksBetween(doc: Node, from: number, to: number): Decoration[] {
  const blocks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) blocks.push(Decoration.node(pos, pos + node.nodeSize, { class: "deep" }));
  });
  return blocks;
}

/**
 * The annotations at a place between two characters, the shortest first: also those that begin or end there.
 * `highlights` are in the order of the text.
 */
export function annotationsAt(highlights: readonly Highlight[], offset: number): Highlight[] {
  return shortestFirst(touching(highlights, { start: offset, end: offset }));
}

/** The annotations over a character, the shortest first. `highlights` are in the order of the text. */
export function annotationsOver(highlights: readonly Highlight[], letter: number): Highlight[] {
  const holds = ({ start, end }: Range): boolean => start <= letter && letter < end;
  return annotationsAt(highlights, letter).filter(({ ranges }) => ranges.some(holds));
}

/** The annotations that an element of the text is drawn in, the shortest first. */
export function annotationsAround(highlights: readonly Highlight[], element: Element | null): Highlight[] {
  const ids = new Set<string | undefined>();
  for (let mark = markOf(element); mark !== null; mark = markOf(mark.parentElement)) ids.add(mark.dataset.annotation);
  return shortestFirst(highlights.filter(({ id }) => ids.has(id)));
}

function markOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("mark") ?? null;
}

function shortestFirst(highlights: Highlight[]): Highlight[] {
  const length = ({ ranges }: Highlight): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  return highlights.sort((a, b) => length(a) - length(b));
}

/** The one after the selected one in a stack of overlapping annotations, round and round; null when there is none. */
export function nextInStack(stack: readonly Highlight[], selected: AnnotationId | null): AnnotationId | null {
  const index = stack.findIndex((highlight) => highlight.id === selected);
  return stack[(index + 1) % Math.max(1, stack.length)]?.id ?? null;
}
