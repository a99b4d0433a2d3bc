import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { mapOf } from "./annotations.ts";

/**
 * Select a range of the canonical text, the caret at its end or, turned round, at its beginning, and bring the caret
 * into sight.
 */
export function selectRange(view: EditorView, { start, end }: TextRange, caretFirst = false): void {
  const map = mapOf(view.state.doc);
  const [from, to] = [map.posAt(start), map.posAt(end)];
  const { doc } = view.state;
  const selection = caretFirst ? TextSelection.create(doc, to, from) : TextSelection.create(doc, from, to);
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
}

/** Put the caret before a word, without selecting, and bring it into sight. */
export function moveCaret(view: EditorView, offset: number): void {
  const place = view.state.doc.resolve(mapOf(view.state.doc).posAt(offset));
  view.dispatch(view.state.tr.setSelection(TextSelection.near(place)).scrollIntoView());
}

/** The offset of the caret in the canonical text. */
export function caretOf(view: EditorView): number {
  return mapOf(view.state.doc).offsetAt(view.state.selection.head);
}

/** The selection with its fixed end and its moving one, offsets of the canonical text. */
export function endsOf(view: EditorView): { anchor: number; head: number } {
  const { anchor, head } = view.state.selection;
  const map = mapOf(view.state.doc);
  return { anchor: map.offsetAt(anchor), head: map.offsetAt(head) };
}

/** The box around the selected words, in pixels of the window. */
export function boxOf(view: EditorView): DOMRect {
  const { from, to } = view.state.selection;
  const first = view.coordsAtPos(from);
  const last = view.coordsAtPos(to, -1);
  const left = Math.min(first.left, last.left);
  return new DOMRect(left, first.top, Math.max(first.right, last.right) - left, last.bottom - first.top);
}

/** The line at the start or end of a range, in pixels of the window. */
export function edgeBoxOf(
  view: EditorView,
  offset: number,
  side: "start" | "end",
): Readonly<{ left: number; top: number; height: number }> {
  const { left, top, bottom } = view.coordsAtPos(mapOf(view.state.doc).posAt(offset), side === "end" ? -1 : 1);
  return { left, top, height: bottom - top };
}

/** The distance of an offset's line from the top of the window, in pixels. */
export function topOf(view: EditorView, offset: number): number {
  return view.coordsAtPos(mapOf(view.state.doc).posAt(offset)).top;
}

/** The offset at a point of the window, null where there is no text. */
export function offsetAt(view: EditorView, left: number, top: number): number | null {
  const found = view.posAtCoords({ left, top });
  return found === null ? null : mapOf(view.state.doc).offsetAt(found.pos);
}
