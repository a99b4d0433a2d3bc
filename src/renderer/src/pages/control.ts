import { annotationsAt, type Highlight, nextInStack } from "../editor/annotations.ts";
import { paragraphAt, sentenceAt } from "../editor/sentences.ts";
import { keepClaim } from "../state/keep-claim.ts";
import { endsNow, setEnds } from "../state/page-caret.ts";
import type { ReaderControl } from "../state/reader-control.ts";
import { useStore } from "../state/store.ts";
import type { PagesView } from "./view.ts";

const startOf = (one: Highlight): number => one.ranges[0]?.start ?? 0;

/** What commands do on the pages; the same as in the text, by the same offsets. */
export function controlOf(view: PagesView, highlights: readonly Highlight[]): ReaderControl {
  const { text } = view.content;
  const select = ({ start, end }: { start: number; end: number }): void => {
    setEnds(start, end);
    view.revealCaret(end);
  };
  const here = (): Highlight[] => annotationsAt(highlights, endsNow().head);
  return {
    focus: () => view.scroller.focus({ preventScroll: true }),
    selectSentence: (more) => {
      const { range } = useStore.getState();
      const sentence = sentenceAt(text, more && range !== null ? range.end + 1 : endsNow().head);
      select(more && range !== null ? { start: range.start, end: sentence.end } : sentence);
    },
    selectParagraph: () => select(paragraphAt(text, endsNow().head)),
    step: (direction) => {
      const { head } = endsNow();
      const at = highlights.findIndex((one) => one.id === useStore.getState().selected);
      const fresh =
        direction === 1
          ? highlights.find((one) => startOf(one) > head)
          : highlights.findLast((one) => startOf(one) < head);
      const target = at < 0 ? fresh : highlights[at + direction];
      if (target === undefined) return;
      setEnds(startOf(target), startOf(target));
      view.reveal(startOf(target));
      useStore.setState({ selected: target.id });
    },
    cycle: () => useStore.setState({ selected: nextInStack(here(), useStore.getState().selected) }),
    canCycle: () => {
      const stack = here();
      return stack.length > 1 && stack.at(-1)?.id !== useStore.getState().selected;
    },
    selectionBox: () => {
      const { anchor, head } = endsNow();
      return view.boxOf({ start: Math.min(anchor, head), end: Math.max(anchor, head) });
    },
    repeat: () => {
      const { last } = useStore.getState();
      if (last !== null) void keepClaim({ ...last, note: "", certainty: null, strength: null });
    },
  };
}
