import type { Page } from "@playwright/test";

export type Served = Readonly<{ url: string; stop: (signal?: NodeJS.Signals) => Promise<void> }>;

/**
 * The workbench on the test's library as a reader meets it, in a browser or in the desktop app: specs cannot tell
 * which.
 */
export type Window = Readonly<{
  /** Put the sample paper into the library, which nothing has opened yet. */
  addSample: () => Promise<void>;
  /** Start the program and show its window; again after `stop`, on the same library. */
  open: () => Promise<Page>;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** What the reader answers when `act` makes the program ask for papers. */
  choose: (file: Readonly<{ name: string; bytes: Buffer }>, act: () => Promise<void>) => Promise<void>;
  /** Where the file is that `act` makes the program keep. */
  keep: (act: () => Promise<void>) => Promise<string>;
}>;

/** The page once there is something to see in it: what is done to an empty one reaches nobody. */
export async function drawn(page: Page): Promise<Page> {
  await page.locator("#root:not(:empty)").waitFor();
  return page;
}
