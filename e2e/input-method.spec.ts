import type { CDPSession, ElementHandle, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";
import { ownKeys, states } from "./states.ts";

/** Fields that text is typed into; a number, a colour or a choice takes none from an input method. */
const fields = [
  "input:not([type=checkbox], [type=radio], [type=range], [type=color], [type=number], [type=file], [type=date])",
  "textarea",
].join();

/** What the window shows only after a gesture of its own, beside the states that accessibility is tested in. */
const others: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    "a new issue of the left pane",
    async (page) => {
      await home(page);
      await page.locator(".part.codebook").getByRole("button", { name: "+ New issue" }).click();
    },
  ],
  [
    "a new name in the left pane",
    async (page) => {
      await home(page);
      await page.locator(".part.codebook").getByRole("treeitem").first().focus();
      await page.keyboard.press("F2");
    },
  ],
  [
    "a new position in the inspector",
    async (page) => {
      await home(page);
      for (const key of ["Control+Home", "n"]) await page.keyboard.press(key);
      await page.getByRole("complementary").getByRole("button", { name: "Add position" }).click();
    },
  ],
  [
    "a row of the claims table that is edited",
    async (page) => {
      await home(page);
      await page.keyboard.press("Control+2");
      await page.locator(".claims tbody tr").first().focus();
      await page.keyboard.press("F2");
      await page.locator(".row-editor").waitFor();
    },
  ],
  [
    "the tags of selected papers",
    async (page) => {
      await home(page);
      await page.keyboard.press("Control+5");
      await page.getByRole("main").getByRole("option").first().focus();
      await page.keyboard.press("Space");
      await page.getByPlaceholder("Add tag").waitFor();
    },
  ],
  [
    "a note on selected words",
    async (page) => {
      await home(page);
      for (const key of ["Control+Home", "u", "s", "Alt+n"]) await page.keyboard.press(key);
      await page.locator(".composer").waitFor();
    },
  ],
];

async function home(page: Page): Promise<void> {
  for (let left = 6; left > 0 && (await page.locator("dialog[open], .tour, .composer").count()) > 0; left--)
    await page.keyboard.press("Escape");
  for (const key of ["Control+1", "F8", "F6", "Escape"]) await page.keyboard.press(key);
}

/** Compose a word in a field that has focus, press Enter, Tab and Escape of the input method, and let it go. */
async function compose(session: CDPSession, key: "Enter" | "Escape"): Promise<void> {
  for (const text of ["み", "みず"])
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  // Windows and Linux give 229 as the code of such a key; a Mac gives its own, and only `isComposing` tells.
  for (const windowsVirtualKeyCode of [229, key === "Enter" ? 13 : 27]) {
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key, code: key, windowsVirtualKeyCode });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key, code: key, windowsVirtualKeyCode });
  }
}

type Seen = { submitted: number; changes: number };

/** What a key of an input method did in a field: nothing, when all is well. */
async function faultsOf(page: Page, session: CDPSession, field: ElementHandle, seen: Seen): Promise<string[]> {
  const faults: string[] = [];
  for (const key of ["Enter", "Escape"] as const) {
    await field.evaluate((element) => (element as HTMLElement).focus());
    const dialogs = await page.locator("dialog[open]").count();
    const before = { ...seen };
    await compose(session, key);
    const isThere = await field.evaluate((element) => element.isConnected && element === document.activeElement);
    if (!isThere) faults.push(`${key} left the field`);
    if (seen.submitted !== before.submitted) faults.push(`${key} submitted a form`);
    if (seen.changes !== before.changes) faults.push(`${key} changed the library`);
    if ((await page.locator("dialog[open]").count()) !== dialogs) faults.push(`${key} closed a dialog`);
    if (!isThere) return faults;
    await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  }
  return faults;
}

test("no key of an input method submits, saves, closes or leaves anything, in any field of the window", async ({
  window,
}) => {
  test.setTimeout(300_000);
  const page = await openSample(window);
  await page.evaluate((keys) => {
    localStorage.setItem("settings", JSON.stringify({ theme: "light", toured: true, keys }));
  }, ownKeys);
  await page.reload();
  await expect(page.locator(".card").first()).toBeVisible({ timeout: 20_000 });
  const seen: Seen = { submitted: 0, changes: 0 };
  await page.exposeFunction("noteSubmit", () => seen.submitted++);
  await page.evaluate(() =>
    document.addEventListener("submit", () => (globalThis as never as { noteSubmit: () => void }).noteSubmit(), true),
  );
  page.on("request", (request) => {
    if (/\/(commit|annotate|import\w*|undo|redo|restore|merge\w*)$/.test(new URL(request.url()).pathname))
      seen.changes++;
  });
  const session = await page.context().newCDPSession(page);
  const tried = new Set<string>();
  for (const [name, show] of [...states, ...others])
    await test.step(name, async () => {
      await show(page);
      const elements = await page.locator(fields).elementHandles();
      for (const field of elements) {
        const label = await field.evaluate((element) => {
          const own = element as HTMLInputElement;
          const usable = own.isConnected && own.checkVisibility() && !own.disabled && !own.readOnly;
          const scope = own.closest("dialog, form, section, header, table, .pane, .find, .filter")?.className ?? "";
          const modal = document.querySelector("dialog[open]");
          if (!usable || (modal !== null && !modal.contains(own))) return null;
          const labels = [...(own.labels ?? [])].map((label) => label.textContent).join(" ");
          return `${scope} › ${own.getAttribute("aria-label") ?? labels} ${own.placeholder}`;
        });
        if (label === null || tried.has(label)) continue;
        tried.add(label);
        expect.soft(await faultsOf(page, session, field, seen), `${name}: ${label}`).toEqual([]);
      }
    });
  console.log(`fields tried with an input method: ${tried.size}`);
  expect(tried.size).toBeGreaterThan(40);
});
