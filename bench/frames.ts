/** What a page of the browser costs: its frames and its memory. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";

type Seen = { frames: number[]; news: number[]; opened: number };

/**
 * Runs in the page before everything else: notes each frame, each piece of news, and when the first claim of the paper
 * was on the screen.
 */
export function beginFrames(): void {
  const seen: Seen = { frames: [], news: [], opened: 0 };
  Object.assign(globalThis, { seen });
  const frame = (time: number): void => {
    seen.frames.push(time);
    if (seen.opened === 0 && document.querySelector(".ProseMirror mark") !== null)
      setTimeout(() => {
        if (seen.opened === 0) seen.opened = performance.now();
        Object.assign(globalThis, { opened: seen.opened - (globalThis as unknown as { asked: number }).asked });
      });
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const own = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (...args) => {
    if (String(args[0]).endsWith("/api/content")) Object.assign(globalThis, { asked: performance.now() });
    return own(...args);
  };
  const Source = globalThis.EventSource;
  globalThis.EventSource = class extends Source {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener("message", (event) => {
        if (String((event as MessageEvent).data).includes('"change"')) seen.news.push(performance.now());
      });
    }
  };
}

/** Used memory of the page's script in megabytes, after what is not needed is gone. */
export async function memoryOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    (globalThis as unknown as { gc?: () => void }).gc?.();
    const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
    return Math.round(memory.usedJSHeapSize / 1e6);
  });
}

/** Memory of the largest process that draws pages in megabytes, without what it shares with others (Linux only). */
export async function processMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = processInfo.map(async ({ type, id }) => {
    if (type !== "renderer") return 0;
    const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
    const kilobytes = [...text.matchAll(/^Private_\w+: +(\d+) kB/gm)].map((found) => Number(found[1]));
    return kilobytes.reduce((sum, size) => sum + size, 0);
  });
  return Math.round(Math.max(...(await Promise.all(sizes))) / 1000);
}

/** Milliseconds of each frame while a page is scrolled by 160 pixels a frame, at ten places all over it. */
export function scrollThrough(page: Page, selector: string): Promise<number[]> {
  return page.evaluate(async (name) => {
    const scroller = document.querySelector(name);
    if (scroller === null) return [];
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const lengths: number[] = [];
    for (let place = 0; place < 10; place++) {
      scroller.scrollTop = (scroller.scrollHeight * place) / 10;
      for (let rest = 0; rest < 10; rest++) await frame();
      let before = await frame();
      for (let step = 0; step < 40; step++) {
        scroller.scrollTop += 160;
        const now = await frame();
        lengths.push(now - before);
        before = now;
      }
    }
    return lengths;
  }, selector);
}

/**
 * Press keys that make a claim: how many frames and milliseconds after the news its words are marked, and how long
 * after the last key.
 */
export async function framesOf(
  page: Page,
  keys: readonly string[],
): Promise<{ frames: number; wait: number; whole: number }> {
  await page.evaluate(() => {
    const state = globalThis as unknown as { seen: Seen; marked: Promise<number>; pressed: number };
    const known = new Set([...document.querySelectorAll<HTMLElement>("mark")].map((mark) => mark.dataset.annotation));
    state.seen.news = [];
    document.addEventListener("keydown", () => Object.assign(globalThis, { pressed: performance.now() }), {
      capture: true,
    });
    state.marked = new Promise((resolve) => {
      const watch = new MutationObserver((records) => {
        const fresh = records.some((record) =>
          [...record.addedNodes].some(
            (node) =>
              node instanceof HTMLElement &&
              [node, ...node.querySelectorAll<HTMLElement>("mark")].some(
                (mark) => mark.dataset.annotation !== undefined && !known.has(mark.dataset.annotation),
              ),
          ),
        );
        if (!fresh) return;
        watch.disconnect();
        resolve(performance.now());
      });
      watch.observe(document.querySelector(".ProseMirror") ?? document.body, { childList: true, subtree: true });
    });
  });
  for (const key of keys) await page.keyboard.press(key);
  return page.evaluate(async () => {
    const { seen, marked, pressed } = globalThis as unknown as { seen: Seen; marked: Promise<number>; pressed: number };
    const now = await marked;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const painted = performance.now();
    const news = seen.news[0] ?? now;
    // The frame that paints the mark is the first that begins after the words were marked.
    return {
      frames: seen.frames.filter((time) => time > news && time <= now).length + 1,
      wait: painted - news,
      whole: painted - pressed,
    };
  });
}

export const middle = (list: readonly number[]): number => percentile(list, 50);

/** Rounded to a tenth. */
export function percentile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0) * 10) / 10;
}
