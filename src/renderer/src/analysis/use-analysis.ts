import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Analysis, AnalysisRequest } from "../../../shared/analysis/analyse.ts";
import { shownAnalysis } from "../../../shared/analysis/shown-analysis.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { attempt, useShell } from "../state/shell.ts";

type Answer = Readonly<{ request: AnalysisRequest; analysis: Analysis }>;

/**
 * The newest answer to a request with names in the reader's language, asked again when library or filter change. While
 * another is under way the last one stays. Also whether one is under way.
 */
export function useAnswer(request: AnalysisRequest | null): readonly [answer: Answer | null, isAsking: boolean] {
  const { spoken } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const workbench = getWorkbench();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isAsking, setAsking] = useState(request !== null);
  useEffect(() => {
    if (request === null) return;
    let wanted = true;
    setAsking(true);
    const job = `analysis-${crypto.randomUUID()}`;
    // The library is asked about where it is kept; here it only says that there is something new to ask.
    void library;
    void attempt(() => workbench.analyse({ request, query, job })).then((analysis) => {
      if (!wanted) return;
      setAsking(false);
      if (analysis !== null) setAnswer({ request, analysis });
    });
    return () => {
      wanted = false;
    };
  }, [workbench, request, query, library]);
  const shown = useMemo(
    () =>
      request === null || answer === null
        ? null
        : { ...answer, analysis: shownAnalysis(library, answer.analysis, spoken) },
    [request, answer, library, spoken],
  );
  return [shown, isAsking];
}

/** The width of an element as it is drawn, CSS pixels; 0 before it is. */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
