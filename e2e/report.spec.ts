import { readFile } from "node:fs/promises";
import type { FrameLocator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

async function openReport(page: Page): Promise<FrameLocator> {
  await page.keyboard.press("Control+4");
  const preview = page.frameLocator(".report-preview iframe");
  await expect(preview.getByRole("heading", { name: "Summary" })).toBeVisible();
  return preview;
}

const names = (page: Page): Promise<string[]> => page.locator(".section-name > span:first-child").allTextContents();

test("a report is put together by keys alone, written in with citations, kept, made, and taken back", async ({
  window,
}) => {
  const page = await openSample(window);
  const preview = await openReport(page);
  expect(await names(page)).toEqual([
    "Summary",
    "Issues and stances",
    "Claims by issue",
    "Contradictions",
    "Notes",
    "Method",
    "Papers cited",
  ]);
  await page.getByRole("button", { name: "Issues and stances", exact: true }).focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Alt+ArrowDown");
  expect((await names(page)).slice(0, 3)).toEqual(["Summary", "Contradictions", "Claims by issue"]);
  await expect(preview.getByRole("heading", { name: "Issues and stances" })).toHaveCount(0);
  await expect(page.locator(".section-name:focus")).toHaveText("Claims by issue");

  await page.getByRole("combobox", { name: "Add a section…" }).selectOption("text");
  await expect(page.locator(".section-name:focus")).toContainText("Free text");
  for (let move = 0; move < 9; move++) await page.keyboard.press("Alt+ArrowUp");
  expect((await names(page))[0]).toBe("Free text");
  await page.getByRole("textbox", { name: "Heading" }).fill("In short");
  await page.getByRole("textbox", { name: "Text", exact: true }).focus();
  await page.keyboard.type("Fares have to rise.@");
  await page.keyboard.type("rise with fuel");
  await expect(page.getByRole("listbox", { name: "Claims" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.locator(".prose .cites")).toHaveCount(1);
  await page.keyboard.type(" Nobody knows why. Write to me");
  await page.keyboard.press("@");
  await page.keyboard.press("Escape");
  await expect(page.locator(".prose:focus")).toContainText("Write to me@");
  await page.keyboard.type("home.");
  await expect(page.locator(".prose .doubtful")).toHaveCount(2);
  await expect(page.locator(".prose")).toContainText("Write to me@home.");
  await expect(preview.locator("sup.ref").first()).toHaveText("1");
  await expect(preview.locator("ol.notes li")).toContainText("rise with fuel");
  await expect(page.getByRole("button", { name: "2 warnings" })).toBeVisible();

  await page.getByRole("button", { name: "Save as…" }).press("Enter");
  await page.getByRole("textbox", { name: "Template name" }).fill("brief");
  await expect(page.getByText("A template named “brief” already exists.")).toBeVisible();
  await page.getByRole("textbox", { name: "Template name" }).fill("Weekly");
  await page.keyboard.press("Enter");
  const template = page.getByRole("combobox", { name: "Template" });
  await expect(template).toHaveValue("Weekly");
  await expect(page.getByText("There are unsaved changes")).toHaveCount(0);

  await page.keyboard.press("Control+Shift+E");
  const file = await window.keep(() => page.getByRole("button", { name: "Markdown" }).click());
  const text = await readFile(file, "utf8");
  expect(text).toContain("## In short");
  expect(text).toContain("Fares have to rise.[^1]");
  expect(text).not.toContain("## Issues and stances");

  await page.getByRole("button", { name: "Rename…" }).click();
  await page.getByRole("textbox", { name: "Template name" }).fill("Monthly");
  await page.keyboard.press("Enter");
  await expect(template).toHaveValue("Monthly");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(template).toHaveValue("Brief");
  await page.locator("header").getByRole("button", { name: "Undo" }).click();
  await template.selectOption("Monthly");
  expect((await names(page))[0]).toBe("In short");
});

test("the filter leaves what it leaves of the report, and a quote in it leads to its paper", async ({ window }) => {
  const page = await openSample(window);
  const preview = await openReport(page);
  await page.getByRole("combobox", { name: "Stance" }).selectOption("opposes");
  await expect(page.locator(".report-preview output")).toHaveText("8 claims and notes");
  await expect(preview.locator("article.supports")).toHaveCount(0);
  await preview.locator("article.opposes").first().click();
  await expect(page.locator(".card.selected")).toHaveCount(1);
});

test("a draft outlives the window, and a section taken out comes back as it was", async ({ window }) => {
  const page = await openSample(window);
  await openReport(page);
  await page.getByRole("textbox", { name: "Title" }).fill("Who pays");
  await page.getByRole("button", { name: "Contradictions", exact: true }).press("Enter");
  await page.getByRole("spinbutton", { name: "At most" }).fill("3");
  await page.reload();
  await expect(page.locator(".card").first()).toBeVisible();
  const preview = await openReport(page);
  await expect(preview.getByRole("heading", { level: 1 })).toHaveText("Who pays");
  await page.getByRole("button", { name: "Remove “Contradictions”" }).click();
  expect(await names(page)).not.toContain("Contradictions");
  await page.getByRole("button", { name: "Restore “Contradictions”" }).click();
  await page.getByRole("button", { name: "Contradictions", exact: true }).press("Enter");
  await expect(page.getByRole("spinbutton", { name: "At most" })).toHaveValue("3");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("");
});

test("the preview shows the pages as they are printed, and the one long page again", async ({ window }) => {
  const page = await openSample(window);
  await openReport(page);
  const form = page.getByRole("group", { name: "Show the report" });
  await form.getByRole("button", { name: "As printed" }).press("Enter");
  const pages = page.locator(".report-pages img");
  await expect(pages.first()).toBeVisible({ timeout: 30_000 });
  await expect(pages.first()).toHaveAttribute("alt", /^Page 1 of \d+$/);
  const total = Number(/of (\d+)$/.exec((await pages.first().getAttribute("alt")) ?? "")?.[1]);
  await page.locator(".report-pages").evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(pages).toHaveCount(total, { timeout: 30_000 });
  const [width = 0, height = 1] = await pages
    .last()
    .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect(Math.abs(width / height - 210 / 297)).toBeLessThan(0.01);
  await form.getByRole("button", { name: "As one page" }).click();
  await expect(page.frameLocator(".report-preview iframe").getByRole("heading", { name: "Summary" })).toBeVisible();
});

test("a preview that is drawn again stays at the claim it was scrolled to", async ({ window }) => {
  const page = await openSample(window);
  await openReport(page);
  const frame = page.locator(".report-preview iframe");
  /** How far below the upper edge the twenty-first claim begins; fonts that arrive later may move it by a line. */
  const topOf = (scroll: boolean): Promise<number> =>
    frame.evaluate((element: HTMLIFrameElement, scroll) => {
      const claim = element.contentDocument?.querySelectorAll("[data-claim]")[20];
      if (scroll) claim?.scrollIntoView();
      return claim?.getBoundingClientRect().top ?? Infinity;
    }, scroll);
  await topOf(true);
  await expect.poll(async () => Math.abs(await topOf(true))).toBeLessThan(2);
  await page.getByRole("textbox", { name: "Title" }).fill("A title that is new");
  const title = page.frameLocator(".report-preview iframe").getByRole("heading", { level: 1 });
  await expect(title).toHaveText("A title that is new");
  await expect.poll(async () => Math.abs(await topOf(false))).toBeLessThan(60);
});

test("the preview is dark or light as the window is, whatever the system is", async ({ window }) => {
  const page = await openSample(window);
  await openReport(page);
  /** How light the letters and the ground are that are seen, from 0 to 255. */
  const lights = (): Promise<number[]> =>
    page.locator(".report-preview iframe").evaluate((frame: HTMLIFrameElement) => {
      const body = frame.contentDocument?.body;
      const style = body ? getComputedStyle(body) : null;
      const first = (colour = ""): number => Number(/\d+/.exec(colour)?.[0] ?? -1);
      return getComputedStyle(frame).filter === "none" ? [first(style?.color), first(style?.backgroundColor)] : [];
    });
  const [onDark, onLight] = [
    [0xe7, 0x1f],
    [0x1d, 0xff],
  ];
  for (const [system, theme, wanted] of [
    ["dark", "system", onDark],
    ["light", "system", onLight],
    ["light", "dark", onDark],
    ["dark", "light", onLight],
    ["light", "contrast", onDark],
  ] as const) {
    await page.evaluate((name) => localStorage.setItem("settings", JSON.stringify({ theme: name })), theme);
    await page.emulateMedia({ colorScheme: system });
    await page.reload();
    await expect(page.locator(".card")).toHaveCount(32);
    await openReport(page);
    await expect.poll(lights).toEqual(wanted);
  }
});

test("the preview is set in the window's own fonts, so that a machine without one for Urdu shows no boxes", async ({
  window,
}) => {
  const page = await openSample(window);
  await openReport(page);
  const families = (): Promise<string[]> =>
    page.locator(".report-preview iframe").evaluate((frame: HTMLIFrameElement) => {
      const fonts = [...(frame.contentDocument?.fonts ?? [])];
      return [...new Set(fonts.filter(({ status }) => status === "loaded").map(({ family }) => family))];
    });
  const wanted = ["Noto Naskh Arabic", "Noto Sans Arabic", "Noto Serif"].map((name) => expect.stringContaining(name));
  await expect.poll(families).toEqual(expect.arrayContaining(wanted));
});
