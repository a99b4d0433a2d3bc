import type { Node } from "prosemirror-model";
import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView, type MarkView, type NodeView } from "prosemirror-view";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { paperToDoc } from "../../../shared/papers/document.ts";
import { landmarkRef } from "../state/focus.ts";
import {
  annotationsAround,
  annotationsKey,
  annotationsPlugin,
  type Highlight,
  mapOf,
  nextInStack,
  type Overlay,
} from "./annotations.ts";

/** There Ctrl and a click are a right click. */
const isMac = /Mac/.test(navigator.platform);

/** The editor, for those who may ask it for places but not know how it is made. */
export type PaperEditor = EditorView;

type Props = Readonly<{
  content: PaperContent;
  title: string;
  /** What is said of a word that OCR is not sure of, by its confidence where that is known. */
  doubtOf: (confidence: number | null) => string;
  /** The name of a page for screen readers. */
  pageName: (label: string) => string;
  highlights: readonly Highlight[];
  selected: AnnotationId | null;
  overlays: readonly Overlay[];
  onView: (view: EditorView | null) => void;
  onRange: (range: { start: number; end: number } | null) => void;
  onSelect: (annotation: AnnotationId | null) => void;
  /** A double click on the words of an annotation. */
  onEdit: (annotation: AnnotationId) => void;
  onHover: (annotation: AnnotationId | null) => void;
  onLink: (href: string) => void;
}>;

/** The paper in ProseMirror: a real caret and selection, and a document that nothing can change. */
export function PaperView(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const drawn = useRef<Readonly<{ content: PaperContent; title: string }> | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const { content, highlights, overlays, title, pageName } = props;

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const end = (): void => {
      // Effects end when a view is hidden, too, and begin again when it is shown. The editor stays until its element
      // is taken off the page.
      if (element.isConnected) return;
      latest.current.onView(null);
      view.current?.destroy();
      view.current = null;
    };
    if (drawn.current?.content === content && drawn.current.title === title) return end;
    view.current?.destroy();
    const editor = new EditorView(element, {
      state: EditorState.create({
        doc: paperToDoc(content),
        plugins: [annotationsPlugin(latest.current), readOnly(), caretBlock(), listen(latest)],
      }),
      nodeViews: { page: (node) => pageView(latest.current.pageName(String(node.attrs.label)), node) },
      markViews: { doubtful: (mark) => doubtView(latest.current.doubtOf(mark.attrs.confidence as number | null)) },
      attributes: {
        "aria-label": title,
        "aria-readonly": "true",
        "aria-multiline": "true",
        role: "textbox",
        spellcheck: "false",
      },
      scrollMargin: 90,
      scrollThreshold: 60,
      handleDOMEvents: {
        mousedown: pressMouse,
        // The editor's own double click does not see a first press inside the selection, which `pressMouse` takes.
        dblclick: (_view, event) => {
          if (event.shiftKey) return false;
          const here = annotationsAround(latest.current.highlights, elementOf(event));
          // The first click may have gone on to the next of several that lie over each other.
          const highlight = here.find(({ id }) => id === latest.current.selected) ?? here[0];
          if (highlight !== undefined) latest.current.onEdit(highlight.id);
          return highlight !== undefined;
        },
        mouseover: (_view, event) => {
          const mark = elementOf(event)?.closest<HTMLElement>("mark");
          const highlight = latest.current.highlights.find(({ id }) => id === mark?.dataset.annotation);
          latest.current.onHover(highlight?.id ?? null);
          return false;
        },
        mouseleave: () => {
          latest.current.onHover(null);
          return false;
        },
      },
      handleClick: (editorView, pos, event) => {
        if (event.button !== 0) return false;
        const href = elementOf(event)?.closest("a")?.getAttribute("href");
        if (href) latest.current.onLink(href);
        // What follows may redraw before the browser has reported where it put the caret.
        if (event.shiftKey || event.detail > 1) return false;
        const caret = TextSelection.near(editorView.state.doc.resolve(pos));
        editorView.dispatch(editorView.state.tr.setSelection(caret));
        const here = annotationsAround(latest.current.highlights, elementOf(event));
        latest.current.onSelect(nextInStack(here, latest.current.selected));
        return false;
      },
    });
    // React asks this of what has the keyboard before every drawing, and walks through the whole paper if it says
    // "true".
    Object.defineProperty(editor.dom, "contentEditable", { value: "plaintext-only" });
    view.current = editor;
    drawn.current = { content, title };
    latest.current.onView(editor);
    return end;
  }, [content, title]);

  useEffect(() => {
    const editor = view.current;
    const drawn = editor === null ? undefined : annotationsKey.getState(editor.state);
    if (editor === null || (drawn?.highlights === highlights && drawn.overlays === overlays)) return;
    editor.dispatch(editor.state.tr.setMeta(annotationsKey, { highlights, overlays }));
  }, [highlights, overlays]);

  useEffect(() => {
    for (const page of place.current?.querySelectorAll<HTMLElement>(".page") ?? []) {
      const name = pageName(page.dataset.label ?? "");
      if (page.ariaLabel !== name) page.ariaLabel = name;
    }
  }, [pageName]);

  useLayoutEffect(() => landmarkRef("paper")(place.current), []);

  return <div ref={place} className="paper" />;
}

function elementOf({ target }: Event): Element | null {
  return target instanceof Element ? target : null;
}

/** What a press of the mouse does before the editor and the browser act on it. */
function pressMouse(view: EditorView, event: MouseEvent): boolean {
  // A press that opens a menu moves no caret, so that what is selected stays selected.
  if (event.button === 2 || (event.button === 0 && event.ctrlKey && isMac)) {
    event.preventDefault();
    view.focus();
    return true;
  }
  const { from, to, empty } = view.state.selection;
  if (event.button !== 0 || event.shiftKey || event.detail > 1 || empty) return false;
  const pressed = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  // A press on selected words would drag them. They cannot be moved, so that it begins a new selection like any other.
  if (pressed !== undefined && pressed >= from && pressed <= to)
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pressed))));
  return false;
}

/** A page with its name for screen readers. The name may change with the language; it is no change of the words. */
function pageView(name: string, node: Node): NodeView {
  const dom = document.createElement("section");
  dom.className = "page";
  dom.dataset.label = String(node.attrs.label);
  dom.ariaLabel = name;
  return {
    dom,
    contentDOM: dom,
    ignoreMutation: (mutation) => mutation.type === "attributes" && mutation.target === dom,
  };
}

/** A word that OCR is not sure of. Pointing at it says how sure. */
function doubtView(doubt: string): MarkView {
  const dom = document.createElement("span");
  dom.className = "doubtful";
  dom.title = doubt;
  return { dom, ignoreMutation: (mutation) => mutation.type === "attributes" };
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

/** Marks the block with the caret, for reading with the rest toned down. */
function caretBlock(): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc, selection }) => {
        const { $head } = selection;
        if ($head.depth < 2) return DecorationSet.empty;
        const [from, to] = [$head.before(2), $head.after(2)];
        return DecorationSet.create(doc, [Decoration.node(from, to, { class: "here" })]);
      },
    },
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
