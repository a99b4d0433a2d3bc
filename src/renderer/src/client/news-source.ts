import type { NewsSource } from "./watch-news.ts";

const [open, closed] = [1, 2] as const;

/**
 * Server-sent events (HTML, 9.2.6) from a response, which unlike those of an `EventSource` can be asked for with a key.
 * It does not reconnect: a connection that has ended, in whatever way, is closed.
 */
export function openNews(ask: (signal: AbortSignal) => Promise<Response>): NewsSource {
  const stop = new AbortController();
  const listeners = new Map<string, () => void>();
  const source = {
    readyState: 0 as number,
    onmessage: null as NewsSource["onmessage"],
    onerror: null as NewsSource["onerror"],
    addEventListener: (name: string, listener: () => void) => void listeners.set(name, listener),
    close: () => {
      source.readyState = closed;
      stop.abort();
    },
  };
  const read = async (): Promise<void> => {
    const { ok, body } = await ask(stop.signal);
    if (!ok || body === null) return;
    source.readyState = open;
    let text = "";
    for await (const part of partsOf(body.pipeThrough(new TextDecoderStream()))) {
      const events = (text + part).split("\n\n");
      text = events.pop() ?? "";
      for (const { name, data } of events.map(parseEvent)) {
        if (name === "message") source.onmessage?.({ data });
        else listeners.get(name)?.();
      }
    }
  };
  void read()
    .catch(() => undefined)
    .then(() => {
      if (source.readyState === closed) return;
      source.readyState = closed;
      source.onerror?.();
    });
  return source;
}

async function* partsOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** The fields of one event; a line that is no field is a comment. */
function parseEvent(text: string): { name: string; data: string } {
  const fields = text.split("\n").map((line) => /^(event|data): ?(.*)$/.exec(line));
  const name = fields.find((field) => field?.[1] === "event")?.[2] ?? "message";
  const data = fields.flatMap((field) => (field?.[1] === "data" ? [field[2] ?? ""] : []));
  return { name, data: data.join("\n") };
}
