import { useCallback, useEffect, useMemo, useState } from "react";
import { codedIn } from "../../../shared/claims.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { matches } from "../../../shared/query.ts";
import { annotationsAt, depths, type Highlight, mapOf, nextInStack } from "../editor/annotations.ts";
import { caretOf, moveCaret, type PaperEditor, PaperView, selectRange } from "../editor/PaperView.tsx";
import { paragraphAt, sentenceAt } from "../editor/sentences.ts";
import { tieText } from "../editor/tie-text.ts";
import { useTexts } from "../i18n/texts.ts";
import { actorOf, lookOf, sayingOf, startOf } from "../state/highlights.ts";
import { keepClaim } from "../state/keep-claim.ts";
import { usePageView } from "../state/page-view.ts";
import { setReader } from "../state/reader-control.ts";
import { useStore } from "../state/store.ts";
import { Margin } from "./Margin.tsx";

/** The open paper with its margin of cards. */
export function Reader() {
  const { library, paper, content, selected, query, host, range, composing, goal } = useStore();
  const { t } = useTexts();
  const [view, setView] = useState<PaperEditor | null>(null);
  const [pointed, setPointed] = useState<AnnotationId | null>(null);
  const [hovered, setHovered] = useState<AnnotationId | null>(null);
  const coded = useMemo(
    () => (paper === null ? [] : codedIn(library, paper).filter(matches(library, query))),
    [library, paper, query],
  );
  const highlights = useMemo((): Highlight[] => {
    const extents = coded.map((one) => one.annotation.passage.ranges[0] ?? { start: 0, end: 0 });
    const nested = depths(extents);
    return coded.map((one, index) => ({
      id: one.annotation.id,
      ranges: one.annotation.passage.ranges,
      look: lookOf(library, one),
      title: t("reader.highlight", { actor: actorOf(library, one), saying: sayingOf(library, one) }),
      depth: nested[index] ?? 0,
    }));
  }, [coded, library, t]);
  const onRange = useCallback(
    (range: { start: number; end: number } | null) =>
      useStore.setState({ range, ...(range === null ? { composing: false } : {}) }),
    [],
  );

  useEffect(() => {
    if (view === null || content === null) return undefined;
    const starts = coded.map((one) => ({ id: one.annotation.id, start: startOf(one) }));
    setReader({
      focus: () => view.focus(),
      selectSentence: (more) => {
        const { range } = useStore.getState();
        const sentence = sentenceAt(content.text, more && range !== null ? range.end + 1 : caretOf(view));
        selectRange(view, more && range !== null ? { start: range.start, end: sentence.end } : sentence);
      },
      selectParagraph: () => selectRange(view, paragraphAt(content.text, caretOf(view))),
      step: (direction) => {
        const at = starts.findIndex((one) => one.id === useStore.getState().selected);
        const caret = caretOf(view);
        const fresh =
          direction === 1 ? starts.find((one) => one.start > caret) : starts.findLast((one) => one.start < caret);
        const target = at < 0 ? fresh : starts[at + direction];
        if (target === undefined) return;
        moveCaret(view, target.start);
        useStore.setState({ selected: target.id });
      },
      cycle: () => {
        const here = annotationsAt(highlights, caretOf(view));
        useStore.setState({ selected: nextInStack(here, useStore.getState().selected) });
      },
      canCycle: () => {
        const here = annotationsAt(highlights, caretOf(view));
        return here.length > 1 && here.at(-1)?.id !== useStore.getState().selected;
      },
      selectionBox: () => boxOf(view),
      repeat: () => {
        const { last } = useStore.getState();
        if (last !== null)
          void keepClaim({
            actor: last.actor,
            issue: last.issue,
            stance: last.stance,
            note: "",
            certainty: null,
            strength: null,
          });
      },
    });
    return () => setReader(null);
  }, [view, content, coded, highlights]);

  useEffect(() => {
    const one = coded.find((candidate) => candidate.annotation.id === selected);
    if (view === null || one === undefined) return;
    const { node } = view.domAtPos(mapOf(view.state.doc).posAt(startOf(one)));
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
  }, [selected, view, coded]);

  useEffect(() => {
    if (view === null || view.isDestroyed || goal === null || goal.paper !== paper) return;
    moveCaret(view, goal.start);
    const { node } = view.domAtPos(mapOf(view.state.doc).posAt(goal.start));
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "start" });
    view.focus();
    useStore.setState({ goal: null });
  }, [view, goal, paper]);

  useEffect(() => (view === null ? undefined : tieText(view)), [view]);
  const side = usePageView((state) => state.side);

  if (paper === null || content === null) return null;
  const record = library.papers[paper];
  return (
    <div className="reading" data-testid="reader">
      <div className="column">
        <PaperView
          key={paper}
          content={content}
          title={record?.title ?? ""}
          highlights={highlights}
          selected={selected}
          hovered={pointed}
          onHover={setHovered}
          pending={composing || side === "pages" ? range : null}
          onView={setView}
          onRange={onRange}
          onSelect={(id) => useStore.setState({ selected: id })}
          onLink={(url) => void host.openLink({ url })}
        />
        <Margin coded={coded} view={view} hovered={hovered} onHover={setPointed} />
      </div>
    </div>
  );
}

/** The box around the selected words, in pixels of the window. */
function boxOf(view: PaperEditor): DOMRect {
  const { from, to } = view.state.selection;
  const first = view.coordsAtPos(from);
  const last = view.coordsAtPos(to, -1);
  const left = Math.min(first.left, last.left);
  return new DOMRect(left, first.top, Math.max(first.right, last.right) - left, last.bottom - first.top);
}
