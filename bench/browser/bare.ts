import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { paperToDoc } from "../../src/shared/document.ts";
import type { PaperContent } from "../../src/shared/model/content.ts";
import { decode, valueIn } from "../../src/shared/wire.ts";

async function fetchContent(paper: string): Promise<PaperContent> {
  const answer = await fetch("/api/content", {
    method: "POST",
    body: JSON.stringify({ paper }),
    headers: { "Content-Type": "application/json" },
  });
  return valueIn(decode(await answer.text())) as PaperContent;
}

/** The same text in ProseMirror and nothing besides: no margin, no claims, no window. */
Object.assign(globalThis, {
  openText: async (paper: string): Promise<void> => {
    const doc = paperToDoc(await fetchContent(paper));
    new EditorView(document.getElementById("text"), { state: EditorState.create({ doc }) });
  },
});
