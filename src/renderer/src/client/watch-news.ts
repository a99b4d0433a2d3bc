import { decode } from "../../../shared/contract/wire.ts";
import type { News } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";

/** A connection on which news come: what is needed of an `EventSource` (HTML, 9.2), which can send no key. */
export type NewsSource = {
  /** 0 connecting, 1 open, 2 closed. */
  readonly readyState: number;
  onmessage: ((event: { data: string }) => void) | null;
  onerror: (() => void) | null;
  addEventListener: (name: string, listener: () => void) => void;
  close: () => void;
};

type Watch = Readonly<{
  open: () => NewsSource;
  listener: (news: News) => void;
  /** Called when news are heard, or cannot be for now. */
  onReady?: () => void;
  /** `setTimeout`. */
  later: (work: () => void, delay: number) => ReturnType<typeof setTimeout>;
}>;

/** How long until a lost connection is looked for again, in milliseconds. */
export const retryAfter = 2000;
/** `EventSource.CLOSED`. */
const closed = 2;

/**
 * Listen to the news of a web server. A lost connection is reported once; when it is back the library is to be read
 * again, since news were missed. The answer ends it.
 */
export function watchNews({ open, listener, onReady = () => undefined, later }: Watch): () => void {
  let source: NewsSource;
  let lost = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const listen = (): void => {
    source = open();
    source.onmessage = (event) => listener(decode(event.data) as News);
    source.onerror = () => {
      onReady();
      if (!lost) listener({ kind: "lost" });
      lost = true;
      // A restarted program refuses the old key.
      if (source.readyState === closed) again = later(listen, retryAfter);
    };
    source.addEventListener("ready", () => {
      if (lost) listener({ kind: "reload", reason: message("connection.back") });
      lost = false;
      onReady();
    });
  };
  listen();
  return () => {
    clearTimeout(again);
    source.close();
  };
}
