import { keymap } from "prosemirror-keymap";
import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { useEffect, useRef } from "react";
import { paperToDoc } from "../../../shared/document.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { annotationsAt, annotationsKey, annotationsPlugin, type Highlight, mapOf, nextInStack } from "./annotations.ts";

/** The editor, for those who may ask it for places but not know how it is made. */
export type PaperEditor = EditorView;

type Props = Readonly<{
  content: PaperContent;
  title: string;
  highlights: readonly Highlight[];
  selected: AnnotationId | null;
  /** The annotation whose card is pointed at. */
  hovered: AnnotationId | null;
  /** Words drawn as selected while the keyboard is in the composer. */
  pending: Readonly<{ start: number; end: number }> | null;
  onView: (view: EditorView | null) => void;
  onRange: (range: { start: number; end: number } | null) => void;
  onSelect: (annotation: AnnotationId | null) => void;
  onHover: (annotation: AnnotationId | null) => void;
  onLink: (href: string) => void;
}>;

/** The paper in ProseMirror: a real caret and selection, and a document that nothing can alter. */
export function PaperView(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const { content, highlights, selected, hovered, pending, title } = props;

  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = new EditorView(place.current, {
      state: EditorState.create({
        doc: paperToDoc(content),
        plugins: [annotationsPlugin(), readOnly(), listen(latest), keymap({})],
      }),
      attributes: {
        "aria-label": title,
        "aria-readonly": "true",
        "aria-multiline": "true",
        role: "textbox",
        spellcheck: "false",
      },
      handleDOMEvents: {
        mouseover: (_view, event) => {
          const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("mark") : null;
          const one = latest.current.highlights.find(({ id }) => id === mark?.dataset.annotation);
          latest.current.onHover(one?.id ?? null);
          return false;
        },
      },
      handleClick: (editorView, pos, event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        const href = link?.getAttribute("href");
        if (href) latest.current.onLink(href);
        // What follows may redraw before the browser has told where it put the caret.
        if (event.shiftKey || event.detail > 1) return false;
        const caret = TextSelection.near(editorView.state.doc.resolve(pos));
        editorView.dispatch(editorView.state.tr.setSelection(caret));
        const onMark = event.target instanceof Element && event.target.closest("mark") !== null;
        const offset = mapOf(editorView.state.doc).offsetAt(pos);
        const here = onMark ? annotationsAt(latest.current.highlights, offset) : [];
        latest.current.onSelect(nextInStack(here, latest.current.selected));
        return false;
      },
    });
    view.current = editor;
    latest.current.onView(editor);
    return () => {
      latest.current.onView(null);
      view.current = null;
      editor.destroy();
    };
  }, [content, title]);

  useEffect(() => {
    const editor = view.current;
    if (editor !== null)
      editor.dispatch(editor.state.tr.setMeta(annotationsKey, { highlights, selected, hovered, pending }));
  }, [highlights, selected, hovered, pending]);

  return <div ref={place} className="paper" />;
}

/** Refuses every transaction and every input that would change the words. */
function readOnly(): Plugin {
  const refuse = (_view: EditorView, event: Event): boolean => {
    event.preventDefault();
    return true;
  };
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: { handleDOMEvents: { beforeinput: refuse, cut: refuse, paste: refuse, drop: refuse, dragstart: refuse } },
  });
}

function listen(latest: { readonly current: Props }): Plugin {
  return new Plugin({
    view: () => ({
      update: (view, before) => {
        if (view.state.selection.eq(before.selection)) return;
        const { from, to, empty } = view.state.selection;
        const map = mapOf(view.state.doc);
        latest.current.onRange(empty ? null : { start: map.offsetAt(from), end: map.offsetAt(to) });
      },
    }),
  });
}

/** Select a range of the canonical text in the view and bring it into sight. */
export function selectRange(view: EditorView, range: { start: number; end: number }): void {
  const map = mapOf(view.state.doc);
  const selection = TextSelection.create(view.state.doc, map.posAt(range.start), map.posAt(range.end));
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
