import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { prepareFind } from "../../../shared/text/find.ts";
import { useTexts } from "../i18n/texts.ts";
import { closeFind, findInPaper, stepFind, useFind } from "../state/find.ts";
import { registerFocus } from "../state/focus.ts";
import { reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { isComposing } from "../ui/composing.ts";

/**
 * The field that looks for words in the open paper: Enter goes to the next place, Shift+Enter to the one before, Escape
 * leaves with the found words selected.
 */
export function FindBar() {
  const { t } = useTexts();
  const open = useFind((state) => state.open);
  const words = useFind((state) => state.words);
  const places = useFind((state) => state.places);
  const current = useFind((state) => state.at);
  const content = useReading((state) => state.content);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => registerFocus("find-words", () => field.current), []);
  useEffect(() => {
    if (open) field.current?.select();
  }, [open]);
  useEffect(() => {
    // So that the first letter is answered as quickly as the others.
    const ahead = open && content !== null ? setTimeout(() => prepareFind(content.text)) : undefined;
    return () => clearTimeout(ahead);
  }, [open, content]);
  if (!open || content === null) return null;
  const leave = (): void => {
    const found = places[current];
    closeFind();
    reader()?.focus();
    if (found !== undefined) reader()?.selectRange(found);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === "Escape") leave();
    else if (event.key === "Enter") stepFind(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <search className="find" aria-label={t("find.name")}>
      <input
        ref={field}
        type="search"
        aria-label={t("find.words")}
        placeholder={t("find.words")}
        value={words}
        onChange={(event) => findInPaper(content.text, event.target.value, reader()?.caret() ?? 0)}
        onKeyDown={onKeyDown}
      />
      <output>{words === "" ? "" : t("find.count", { at: current + 1, count: places.length })}</output>
      <button
        type="button"
        aria-label={t("command.find-previous")}
        disabled={places.length === 0}
        onClick={() => stepFind(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={t("command.find-next")}
        disabled={places.length === 0}
        onClick={() => stepFind(1)}
      >
        ↓
      </button>
      <button type="button" aria-label={t("shell.close")} onClick={leave}>
        ×
      </button>
    </search>
  );
}
