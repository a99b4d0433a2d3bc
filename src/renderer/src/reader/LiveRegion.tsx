import { memo, useEffect, useState } from "react";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { annotationsAt, type Highlight } from "../editor/annotations.ts";
import { caretOf } from "../editor/caret.ts";
import type { PaperEditor } from "../editor/PaperView.tsx";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{
  view: PaperEditor | null;
  highlights: readonly Highlight[];
  selected: AnnotationId | null;
}>;

/** Tells a screen reader what the eye sees: the annotations the caret comes into, and the one that is selected. */
export const LiveRegion = memo(function Heard({ view, highlights, selected }: Props) {
  const { t } = useTexts();
  const [label, say] = useState("");
  useEffect(() => {
    if (view === null) return undefined;
    let before = "";
    const moved = (): void => {
      if (view.isDestroyed || !view.hasFocus()) return;
      const here = annotationsAt(highlights, caretOf(view));
      const titles = here.map((highlight) => highlight.title).join("; ");
      const known = here.length === 1 && here[0]?.id === selected;
      if (titles !== before && !known) say(titles === "" ? "" : t("reader.here", { count: here.length, titles }));
      before = titles;
    };
    document.addEventListener("selectionchange", moved);
    return () => document.removeEventListener("selectionchange", moved);
  }, [view, highlights, selected, t]);
  const index = highlights.findIndex((highlight) => highlight.id === selected) + 1;
  const title = highlights[index - 1]?.title;
  const count = highlights.length;
  useEffect(() => {
    if (title !== undefined) say(t("reader.selected", { title, at: index, of: count }));
  }, [title, index, count, t]);
  return (
    <p role="status" className="unseen">
      {label}
    </p>
  );
});
