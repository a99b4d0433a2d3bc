import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../i18n/texts.ts";
import { closesDialog } from "./dialog-key.ts";

type Props = Readonly<{
  title: string;
  onClose: () => void;
  children: ReactNode;
  buttons?: ReactNode;
  /** One that waits for an answer is left with “Cancel”, one that shows something with “Close”. */
  isQuestion?: boolean;
}>;

const dialogs = new Set<HTMLDialogElement>();

/** Whether a dialog has the keyboard. */
export function isDialogOpen(): boolean {
  return [...dialogs].some((dialog) => dialog.open && dialog.isConnected);
}

/** What can have the keyboard in a dialog that has lost its own. */
const controls = "input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)";

/** Give the keyboard to the first control of the dialog on top; false when none is open. */
export function focusDialog(): boolean {
  const dialog = [...dialogs].filter(({ open, isConnected }) => open && isConnected).at(-1);
  dialog?.querySelector<HTMLElement>(controls)?.focus();
  return dialog !== undefined;
}

/** A dialog over the window; Escape closes it and the keyboard goes back to where it was. */
export function Dialog({ title, onClose, children, buttons, isQuestion = false }: Props) {
  const { t } = useTexts();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const dialog = element.current;
    dialog?.showModal();
    if (dialog !== null) dialogs.add(dialog);
    return () => {
      if (dialog !== null) dialogs.delete(dialog);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-label={title}
      onClose={onClose}
      onKeyDown={(event) => {
        if (!closesDialog(event.nativeEvent)) return;
        // The browser would tell it a moment later; a key pressed in between would go to the closed dialog.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <h2>{title}</h2>
      {children}
      <footer>
        {buttons}
        <button type="button" onClick={onClose}>
          {t(isQuestion ? "shell.cancel" : "shell.close")}
        </button>
      </footer>
    </dialog>
  );
}
