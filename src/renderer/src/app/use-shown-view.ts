import { useCallback, useRef } from "react";
import { texts } from "../i18n/texts.ts";
import { showMessage, showView, useShell, type View } from "../state/shell.ts";
import { useLoaded } from "../ui/lazy.ts";
import { views } from "./views.tsx";

/**
 * The view on screen: the one that is wanted, or the one before until the module of the wanted one is there, so that
 * there is never an empty pane. A view that cannot be loaded is left again.
 */
export function useShownView(): View {
  const wanted = useShell((state) => state.view);
  const shown = useRef(wanted);
  const stay = useCallback((): void => {
    showView(shown.current);
    showMessage(texts().t("shell.notLoaded"), true);
  }, []);
  const parts = useLoaded(views[wanted].parts, stay);
  if (parts !== null) shown.current = wanted;
  return shown.current;
}
