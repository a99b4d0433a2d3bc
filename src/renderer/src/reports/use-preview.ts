import { useEffect, useState } from "react";
import type { Message } from "../../../shared/messages/arguments.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { runPreview, stopPreview } from "../state/preview-jobs.ts";
import { useShell } from "../state/shell.ts";
import { useTemplate } from "./store.ts";

/** A report as HTML or, for its pages, as a PDF; what to look at in it, and how many annotations it holds. */
export type Drawn = Readonly<{
  html: string;
  pdf: Uint8Array | null;
  warnings: readonly Message[];
  count: number;
}>;

const pause = 350;

/**
 * The page of the present draft, rebuilt a moment after a change. A page that is no longer wanted, of an earlier draft
 * or in the other form, is given up, so that nothing waits for it.
 */
export function usePreview(form: "html" | "pdf"): Drawn & Readonly<{ busy: boolean }> {
  const { language } = useTexts();
  const workbench = getWorkbench();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const template = useTemplate();
  const [drawn, setDrawn] = useState<Drawn>({ html: "", pdf: null, warnings: [], count: 0 });
  const [busy, setBusy] = useState(true);
  useEffect(() => {
    let wanted = true;
    setBusy(true);
    const draw = async (): Promise<void> => {
      // A newer library draws its own page.
      if (useLibrary.getState().library !== library) return;
      const made = await runPreview((job) => workbench.report({ format: form, query, template, language, job }));
      if (!wanted) return;
      setBusy(false);
      if (made === null) return;
      const { bytes, warnings, annotations } = made;
      const shown = form === "pdf" ? { html: "", pdf: bytes } : { html: new TextDecoder().decode(bytes), pdf: null };
      setDrawn({ ...shown, warnings, count: annotations });
    };
    const timer = setTimeout(() => void draw(), pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
      stopPreview();
    };
  }, [workbench, form, library, query, template, language]);
  return { ...drawn, busy };
}
