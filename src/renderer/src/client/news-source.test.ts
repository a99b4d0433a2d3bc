import { expect, test } from "vitest";
import { openNews } from "./news-source.ts";

/** A source fed by hand, and what it says. */
function source(status = 200) {
  const given = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>();
  const body = new ReadableStream<Uint8Array>({ start: (controller) => given.resolve(controller) });
  const reported: string[] = [];
  let signal: AbortSignal | undefined;
  const news = openNews(async (stop) => {
    signal = stop;
    return new Response(body, { status });
  });
  news.onmessage = ({ data }) => reported.push(data);
  news.onerror = () => reported.push(`closed ${news.readyState}`);
  news.addEventListener("ready", () => reported.push("ready"));
  const send = async (text: string | Uint8Array): Promise<void> =>
    (await given.promise).enqueue(typeof text === "string" ? Buffer.from(text) : text);
  return { news, said: reported, send, end: async () => (await given.promise).close(), stopped: () => signal?.aborted };
}

test("events are told as they come, however they are cut", async () => {
  const { said, send } = source();
  await send("event: ready\ndata: \n\nda");
  await send("ta: one\n\n: a comment\n\ndata: two\ndata: lines\n\n");
  const letter = Buffer.from("data: \u00fc\n\n");
  await send(letter.subarray(0, 7));
  await send(letter.subarray(7));
  await expect.poll(() => said).toEqual(["ready", "one", "", "two\nlines", "\u00fc"]);
});

test("a connection that ends, or is refused, is closed", async () => {
  const ended = source();
  await ended.send("data: one\n\n");
  await ended.end();
  await expect.poll(() => ended.said).toEqual(["one", "closed 2"]);
  const refused = source(403);
  await expect.poll(() => refused.said).toEqual(["closed 2"]);
  const gone = openNews(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect.poll(() => gone.readyState).toBe(2);
});

test("closing it stops the request, and says nothing more", async () => {
  const { news, said, stopped, end } = source();
  await expect.poll(() => news.readyState).toBe(1);
  news.close();
  await end();
  expect([news.readyState, stopped(), said]).toEqual([2, true, []]);
});
