import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { encode } from "../../shared/contract/wire.ts";
import type { Workbench } from "../../shared/contract/workbench.ts";
import type { Limits } from "./limits.ts";

/**
 * Sends news to windows as server-sent events. A window that does not read is disconnected; it reconnects when it is
 * back.
 */
export function streamNews(workbench: Workbench, limits: Limits): (context: Context) => Response {
  let listeners = 0;
  return (context) => {
    if (listeners >= limits.listeners) return context.text("Too many windows are open.", 503);
    listeners++;
    return streamSSE(context, async (stream) => {
      let waiting = 0;
      const stop = workbench.subscribe((news) => {
        if (waiting++ >= limits.backlog) stream.abort();
        else void stream.writeSSE({ data: encode(news) }).then(() => waiting--);
      });
      try {
        await stream.writeSSE({ event: "ready", data: "" });
        if (!stream.aborted) await new Promise<void>((resolve) => stream.onAbort(resolve));
      } finally {
        stop();
        listeners--;
      }
    });
  };
}
