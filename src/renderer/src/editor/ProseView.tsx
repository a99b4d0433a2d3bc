import { baseKeymap, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState, Plugin } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { useEffect, useRef } from "react";
import type { CheckedSentence } from "../../../shared/report/prose.ts";
import { docToProse, proseSchema, proseToDoc, wordsOfParagraph } from "./prose-text.ts";

/** How a citation shows in the text. */
export type CitationLook = Readonly<{ label: string; title: string; look: string }>;

/** What may be asked of the field from outside. */
export type ProseControl = Readonly<{
  /** Put a citation where the caret is, or those words when no claim was chosen, and give the field the keyboard. */
  insert: (what: Readonly<{ cites: string }> | Readonly<{ words: string }>) => void;
}>;

type Props = Readonly<{
  label: string;
  placeholder: string;
  value: string;
  lookOf: (reference: string) => CitationLook;
  check: (text: string) => readonly CheckedSentence[];
  /** What is wrong with a sentence, in the words of the window. */
  tell: (sentence: CheckedSentence) => string;
  onChange: (text: string) => void;
  /** The writer typed `@` and wants to choose a claim. */
  onCite: () => void;
  onControl: (control: ProseControl | null) => void;
}>;

/**
 * A field for free text that cites claims: each citation is one thing, sentences with something wrong are underlined as
 * they are written.
 */
export function ProseView(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const written = useRef(props.value);
  const reported = useRef<string[]>([]);
  const renew = useRef<() => void>(() => undefined);
  const { label, placeholder, value } = props;
  useEffect(() => {
    if (place.current === null) return undefined;
    const plugins = [history(), keymap(keys), keymap(baseKeymap), checked(latest), empty(placeholder)];
    const begin = (): EditorState => EditorState.create({ doc: proseToDoc(written.current), plugins });
    const view = new EditorView(place.current, {
      state: begin(),
      attributes: { class: "prose", role: "textbox", "aria-label": label, "aria-multiline": "true", dir: "auto" },
      nodeViews: { citation: (node) => ({ dom: chip(node, latest.current.lookOf) }) },
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        if (!transaction.docChanged) return;
        written.current = docToProse(view.state.doc);
        reported.current.push(written.current);
        latest.current.onChange(written.current);
      },
      handleTextInput(_view, _from, _to, text) {
        if (text !== "@") return false;
        latest.current.onCite();
        return true;
      },
    });
    renew.current = () => view.updateState(begin());
    latest.current.onControl({
      insert: (what) => {
        const node =
          "cites" in what ? proseSchema.node("citation", { reference: what.cites }) : proseSchema.text(what.words);
        view.dispatch(view.state.tr.replaceSelectionWith(node, false).scrollIntoView());
        view.focus();
      },
    });
    return () => {
      latest.current.onControl(null);
      view.destroy();
    };
  }, [label, placeholder]);
  useEffect(() => {
    // A reported change comes back one render later, when more may have been written already.
    const offset = reported.current.lastIndexOf(value);
    reported.current.splice(0, offset + 1);
    if (offset >= 0 || value === written.current) return;
    reported.current = [];
    written.current = value;
    renew.current();
  }, [value]);
  return <div className="prose-field" ref={place} />;
}

const keys = {
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
  "Mod-b": toggleMark(proseSchema.marks.bold),
  "Mod-i": toggleMark(proseSchema.marks.italic),
};

function chip({ attrs }: Node, lookOf: Props["lookOf"]): HTMLElement {
  const { label, title, look } = lookOf(String(attrs.reference));
  const span = document.createElement("span");
  span.className = `cites ${look}`;
  span.dataset.cites = String(attrs.reference);
  span.title = title;
  span.textContent = label;
  return span;
}

/** Underlines sentences that have something wrong with them and says what. */
function checked(latest: Readonly<{ current: Props }>): Plugin {
  const marksOf = (doc: Node): DecorationSet => {
    const { check, tell } = latest.current;
    const marks: Decoration[] = [];
    doc.forEach((paragraph, index) => {
      const { text, placeOf } = wordsOfParagraph(paragraph);
      const start = text.startsWith("- ") ? 2 : 0;
      for (const sentence of check(text.slice(start)))
        if (sentence.wrong.length > 0)
          marks.push(
            Decoration.inline(
              index + 1 + placeOf(start + sentence.start),
              index + 1 + placeOf(start + sentence.start + sentence.text.trimEnd().length),
              { class: "doubtful", title: tell(sentence) },
            ),
          );
    });
    return DecorationSet.create(doc, marks);
  };
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => marksOf(doc),
      apply: (transaction, before) => (transaction.docChanged ? marksOf(transaction.doc) : before),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

/** Says what the field is for as long as nothing is in it. */
function empty(words: string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) =>
        doc.childCount === 1 && doc.firstChild?.content.size === 0
          ? DecorationSet.create(doc, [Decoration.node(0, doc.firstChild.nodeSize, { "data-placeholder": words })])
          : null,
    },
  });
}
