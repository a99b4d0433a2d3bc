import { expect, test } from "vitest";
import { encode } from "../../../shared/contract/wire.ts";
import type { News } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { type NewsSource, retryAfter, watchNews } from "./watch-news.ts";

const [open, closed] = [1, 2];

/** A server whose connections are opened, lost and given up by hand. */
function server() {
  const heard: News[] = [];
  const sources: (NewsSource & { readyState: number; ended: boolean })[] = [];
  const waiting: { work: () => void; delay: number }[] = [];
  let ready: (() => void) | undefined;
  const stop = watchNews({
    open: () => {
      const source = {
        readyState: open,
        ended: false,
        onmessage: null,
        onerror: null,
        addEventListener: (_name: string, listener: () => void) => {
          ready = listener;
        },
        close: () => {
          source.ended = true;
        },
      } as NewsSource & { readyState: number; ended: boolean };
      sources.push(source);
      return source;
    },
    listener: (news) => void heard.push(news),
    later: (work, delay) => {
      waiting.push({ work, delay });
      return undefined as unknown as ReturnType<typeof setTimeout>;
    },
  });
  const last = (): NewsSource & { readyState: number } => sources.at(-1) as NewsSource & { readyState: number };
  const call = (handler: unknown, event: object): void => (handler as (event: object) => void)(event);
  return {
    heard,
    sources,
    waiting,
    stop,
    kinds: () => heard.map(({ kind }) => kind),
    ready: () => ready?.(),
    fail: (readyState: number) => {
      last().readyState = readyState;
      call(last().onerror, {});
    },
    tell: (news: News) => call(last().onmessage, { data: encode(news) }),
  };
}

test("news are passed on as they are, and the first connection is no reason to read the library again", () => {
  const { ready, tell, heard } = server();
  ready();
  const news: News = { kind: "progress", job: "one", label: message("progress.pages"), done: 1, total: 2 };
  tell(news);
  expect(heard).toEqual([news]);
});

test("a lost connection is reported once; when it is back the library is read again, once", () => {
  const { ready, fail, kinds, heard } = server();
  ready();
  for (let times = 0; times < 3; times++) fail(0);
  expect(kinds()).toEqual(["lost"]);
  ready();
  expect(heard.at(-1)).toEqual({ kind: "reload", reason: message("connection.back") });
  ready();
  expect(kinds()).toEqual(["lost", "reload"]);
  fail(0);
  ready();
  expect(kinds()).toEqual(["lost", "reload", "lost", "reload"]);
});

test("a connection that the browser gives up is looked for again after a while, until it is there", () => {
  const { ready, fail, kinds, sources, waiting, tell } = server();
  fail(0);
  expect(waiting).toEqual([]);
  for (let times = 1; times <= 3; times++) {
    fail(closed);
    expect(waiting.map(({ delay }) => delay)).toEqual(Array(times).fill(retryAfter));
    waiting.at(-1)?.work();
    expect(sources).toHaveLength(times + 1);
  }
  expect(kinds()).toEqual(["lost"]);
  ready();
  tell({ kind: "lost" });
  expect(kinds()).toEqual(["lost", "reload", "lost"]);
});

test("a connection that was never there is reported too, and the library is read when it comes", () => {
  const { ready, fail, kinds } = server();
  fail(closed);
  ready();
  expect(kinds()).toEqual(["lost", "reload"]);
});

test("ending closes the connection that there is now", () => {
  const { fail, waiting, sources, stop } = server();
  fail(closed);
  waiting[0]?.work();
  stop();
  expect(sources.map(({ ended }) => ended)).toEqual([false, true]);
});
