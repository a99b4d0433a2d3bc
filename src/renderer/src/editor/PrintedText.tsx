import { EditorState, Plugin } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { useLayoutEffect, useRef } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import { paperToDoc } from "../../../shared/papers/document.ts";
import { annotationsPlugin, type Highlight, mapOf } from "./annotations.ts";

type Props = Readonly<{ content: PaperContent; highlights: readonly Highlight[] }>;

/** The whole text with all its highlights, each with its number where it ends; not to be edited, only printed. */
export function PrintedText({ content, highlights }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const doc = paperToDoc(content);
    const numbers = DecorationSet.create(
      doc,
      highlights.map((highlight, index) => {
        const end = highlight.ranges.at(-1)?.end ?? highlight.start;
        return Decoration.widget(mapOf(doc).posAt(end), () => numberOf(index), { side: -1 });
      }),
    );
    const plugins = [
      annotationsPlugin({ highlights, overlays: [] }),
      new Plugin({ props: { decorations: () => numbers } }),
    ];
    const view = new EditorView(place.current, { state: EditorState.create({ doc, plugins }), editable: () => false });
    return () => view.destroy();
  }, [content, highlights]);
  return <div ref={place} className="paper" />;
}

function numberOf(index: number): HTMLElement {
  const number = document.createElement("sup");
  number.className = "claim-number";
  number.textContent = String(index + 1);
  return number;
}
