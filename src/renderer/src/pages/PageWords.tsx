import { memo, useEffect, useState } from "react";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { whenIdle } from "../ui/idle.ts";

/** Milliseconds that a page has to be there first: pages that are only scrolled past need no words. */
const rest = 150;

type Props = Readonly<{ text: string; ranges: readonly TextRange[] }>;

/**
 * A page's words for screen readers. To lay out those of three pages takes the browser as long as all else of a jump to
 * another place, so they come one page at a time when the window has nothing else to do.
 */
export const PageWords = memo(function PageWords({ text, ranges }: Props) {
  const [words, setWords] = useState("");
  useEffect(() => {
    let cancel = (): void => undefined;
    const timer = setTimeout(() => {
      cancel = whenIdle(() => setWords(ranges.map(({ start, end }) => text.slice(start, end)).join("\n")));
    }, rest);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [text, ranges]);
  return <p className="unseen">{words}</p>;
});
