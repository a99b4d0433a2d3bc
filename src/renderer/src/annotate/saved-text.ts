import { useEffect, useRef, useState } from "react";
import { useLibrary } from "../state/library.ts";

const place = (name: string): string => `text:${name}`;

type Kept = Readonly<{ text: string; write: (text: string) => void; keep: () => void }>;

/**
 * Words that are written bit by bit and go to the library when the field is left. What could not be kept stays in the
 * window, over a reload too, and is tried again when the library can be reached. `name` is the field's among all
 * fields.
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
      if (!open.current) sessionStorage.removeItem(place(name));
    } else open.current = true;
  });
  useEffect(() => {
    if (!open.current) setText(value);
  }, [value]);
  useEffect(() => {
    if (connected) void keep.current();
  }, [connected]);
  return { text, write, keep: () => void keep.current() };
}
