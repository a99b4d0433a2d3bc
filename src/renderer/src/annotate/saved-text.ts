import { useEffect, useRef, useState } from "react";
import { useLibrary } from "../state/library.ts";
import { isWaitingToSave, stopWaiting, waitToSave } from "../state/waiting-texts.ts";

const place = (name: string): string => `text:${name}`;

type Kept = Readonly<{ text: string; write: (text: string) => void; keep: () => void }>;

/**
 * Words that are written bit by bit and go to the library when the field is left. What could not be kept stays in the
 * window, over a reload too, and is tried again when the library can be reached, also when the field is gone by then.
 * `name` is the field's among all fields.
 */
export function useSavedText(name: string, value: string, commit: (text: string) => Promise<boolean>): Kept {
  const [text, setText] = useState(() => sessionStorage.getItem(place(name)) ?? value);
  const open = useRef(sessionStorage.getItem(place(name)) !== null);
  const connected = useLibrary((state) => state.connected);
  const latest = useRef({ text, commit });
  latest.current = { text, commit };
  const write = (written: string): void => {
    open.current = true;
    sessionStorage.setItem(place(name), written);
    setText(written);
  };
  const keep = useRef(async (): Promise<void> => {
    if (!open.current) return;
    const { text: written, commit: now } = latest.current;
    open.current = false;
    if (await now(written)) {
      stopWaiting(name);
      if (!open.current) sessionStorage.removeItem(place(name));
    } else {
      open.current = true;
      waitToSave(name, () => void keep.current());
    }
  });
  useEffect(() => {
    if (!open.current) setText(value);
  }, [value]);
  useEffect(() => {
    // A field that is shown again has the text of the one before it.
    if (isWaitingToSave(name)) waitToSave(name, () => void keep.current());
    else if (connected) void keep.current();
  }, [connected, name]);
  return { text, write, keep: () => void keep.current() };
}
