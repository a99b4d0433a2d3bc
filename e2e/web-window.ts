import type { BrowserContext, Page } from "@playwright/test";
import { drawn, type Served, type Window } from "./window.ts";

/** The window of the web host, in a tab of the browser. */
export function webWindow(context: BrowserContext, serve: () => Promise<Served>): Omit<Window, "addSample"> {
  let page: Page | null = null;
  let served: Served | null = null;
  const shown = (): Page => {
    if (page === null) throw new Error("open the window first");
    return page;
  };
  return {
    open: async () => {
      served = await serve();
      if (page === null) {
        page = await context.newPage();
        // With a listener from the start the browser hands over every file dialog, also one that opens at once.
        page.on("filechooser", () => undefined);
      }
      await page.goto(served.url);
      return drawn(page);
    },
    stop: async (signal) => served?.stop(signal),
    choose: async ({ name, bytes }, act) => {
      const chooser = shown().waitForEvent("filechooser");
      await act();
      await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
    },
    keep: async (act) => {
      const download = shown().waitForEvent("download");
      await act();
      return (await download).path();
    },
  };
}
