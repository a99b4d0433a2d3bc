import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { paperToDoc } from "../../src/shared/papers/document.ts";
import { fetchContent } from "./content.ts";

/** The same text in ProseMirror and nothing besides: no margin, no claims, no window. */
Object.assign(globalThis, {
  openText: async (paper: string): Promise<void> => {
    const doc = paperToDoc(await fetchContent(paper));
    new EditorView(document.getElementById("text"), { state: EditorState.create({ doc }) });
  },
});
