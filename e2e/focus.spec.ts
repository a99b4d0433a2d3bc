import type { Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";
import { drag, selectedText } from "./pointing.ts";

const words = "This paper sums up what five parties";
const paper = (page: Page) => page.locator(".ProseMirror:not(.prose)");

/** What takes itself off the screen, each from the paper with its first claim selected. */
const passing: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    "Undo of a confirmation",
    async (page) => {
      await page.keyboard.press("Delete");
      await page.locator(".message").getByRole("button", { name: "Undo" }).click();
      await expect(page.locator(".message")).toContainText("Undid");
    },
  ],
  [
    "the button that closes a confirmation",
    async (page) => {
      await page.keyboard.press("Control+y");
      await page.keyboard.press("Control+z");
      await page.locator(".message .close").click();
    },
  ],
  [
    "Delete in the inspector",
    async (page) => {
      await page.locator("aside").getByRole("button", { name: "Delete" }).click();
      await expect(page.locator(".card")).toHaveCount(31);
      await page.keyboard.press("Control+z");
      await expect(page.locator(".card")).toHaveCount(32);
    },
  ],
  [
    "Delete on a card that was clicked",
    async (page) => {
      await page.locator(".card .face").nth(4).click();
      await page.keyboard.press("Delete");
      await expect(page.locator(".card")).toHaveCount(31);
      await expect(page.locator("footer.status")).toContainText("Deleted a claim");
      await page.keyboard.press("Control+z");
      await expect(page.locator(".card")).toHaveCount(32);
    },
  ],
  [
    "the find bar",
    async (page) => {
      await page.keyboard.press("Control+f");
      await page.locator(".find button").last().click();
    },
  ],
  [
    "Escape in the filter",
    async (page) => {
      await page.keyboard.press("Control+Shift+F");
      await page.keyboard.type("fare");
      await page.keyboard.press("Escape");
      await expect(page.locator(".filter-bar")).toHaveCount(0);
    },
  ],
  [
    "the field of a new issue",
    async (page) => {
      await page.getByRole("button", { name: "New issue" }).click();
      await page.keyboard.type("Weather");
      await page.keyboard.press("Enter");
      await expect(page.locator(".part.codebook")).toContainText("Weather");
    },
  ],
];

test("what goes away with the keyboard gives it back to the paper", async ({ window }) => {
  const page = await openSample(window);
  for (const [name, act] of passing) {
    await page.keyboard.press("F6");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("n");
    await expect(page.locator(".card.selected")).toHaveCount(1);
    await act(page);
    await expect(paper(page), name).toBeFocused();
  }
});

test("a double click on Save saves one claim, asks nothing and leaves the keyboard in the paper", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  await drag(page, words);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+1");
  await page.locator(".composer button.primary").dblclick();
  await expect(page.locator(".composer")).toHaveCount(0);
  await expect(page.locator(".card")).toHaveCount(33);
  await expect(paper(page)).toBeFocused();
  expect(run("claims", "--query", words, "--json").match(/"quote"/g)).toHaveLength(1);
});

test("a click on an empty place leaves the keyboard in the paper, and in the form while it is open", async ({
  window,
}) => {
  const page = await openSample(window);
  const emptyPlaces = ["footer.status", "aside", ".margin"] as const;
  const clickEmpty = async (place: string): Promise<void> => {
    const box = await page.locator(place).last().boundingBox();
    if (box === null) throw new Error(`no ${place}`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 3);
  };
  await drag(page, words);
  for (const place of emptyPlaces) {
    await clickEmpty(place);
    await expect(paper(page), place).toBeFocused();
    expect(await selectedText(page), place).toBe(words);
  }
  await page.keyboard.press("Enter");
  const form = page.locator(".composer");
  await form.locator(".stances label").first().dblclick();
  const stance = form.locator(".stances input").first();
  await expect(stance).toBeFocused();
  const box = await form.boundingBox();
  if (box === null) throw new Error("no form");
  await page.mouse.click(box.x + 3, box.y + 3);
  await expect(stance).toBeFocused();
  await clickEmpty("footer.status");
  await expect(stance).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(form).toHaveCount(0);
});

test("words of the inspector stay selected to be copied, and a field of it that was left is not entered again", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.locator(".card .face").nth(3).click();
  const quote = page.locator("aside blockquote").first();
  await quote.dblclick({ position: { x: 40, y: 16 } });
  const word = await selectedText(page);
  expect(word).toMatch(/^\p{L}+$/u);
  // Time for what would give the keyboard back: two frames.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await selectedText(page)).toBe(word);
  await page.locator("aside textarea").first().click();
  await page.locator("footer.status").click({ position: { x: 700, y: 10 } });
  await expect(paper(page)).toBeFocused();
});

test("recoding claims and merging issues leave the keyboard in their views", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+2");
  const rows = page.locator(".claims tbody tr");
  await rows.nth(1).locator("input").click();
  const bulk = page.locator(".bulk");
  await bulk.locator("select").nth(1).selectOption({ label: "± mixed" });
  await bulk.getByRole("button", { name: /^Change 1 claim/ }).click();
  await expect(page.locator(".message")).toContainText("Set the stance");
  await expect(page.locator(".claims tbody tr:focus")).toHaveCount(1);

  await page.keyboard.press("Control+Shift+B");
  await page.locator(".codebook-view [role=treeitem]").nth(1).click();
  await page.getByRole("button", { name: "Merge…" }).click();
  await page.getByRole("combobox", { name: "Merge into" }).fill("loss");
  await page.keyboard.press("Enter");
  await page.locator("dialog").getByRole("button", { name: "Merge" }).click();
  await expect(page.locator(".message")).toContainText("Merged");
  await expect(page.locator(".codebook-view button:focus, .codebook-view [role=treeitem]:focus")).toHaveCount(1);
  const name = page.locator(".entry-inspector input").first();
  await name.fill("Losses");
  await name.press("Enter");
  await expect(page.locator(".codebook-view [role=treeitem]:focus")).toContainText("Losses");
});

test("Escape in the paper closes the form, which has what was written when it is opened again", async ({ window }) => {
  const page = await openSample(window);
  await drag(page, words);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Weather");
  await page.evaluate(() => document.querySelector<HTMLElement>(".ProseMirror:not(.prose)")?.focus());
  await page.keyboard.press("Escape");
  await expect(page.locator(".composer")).toHaveCount(0);
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Issue" })).toHaveValue("Weather");
});

test("a window that becomes narrow or wide keeps the selected words, the form and the keyboard", async ({ window }) => {
  const page = await openSample(window);
  await page.setViewportSize({ width: 780, height: 700 });
  await drag(page, words);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator(".part.papers")).toBeVisible();
  expect(await selectedText(page)).toBe(words);
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Wea");
  const issue = page.getByRole("combobox", { name: "Issue" });
  for (const [width, height] of [
    [780, 480],
    [1280, 800],
    [1280, 480],
    [1280, 1000],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(issue).toBeFocused();
    await expect(issue).toHaveValue("Wea");
    // Where the form has to lie over the words, it says them.
    await expect(page.locator(".composer blockquote")).toHaveCount(height < 500 ? 1 : 0);
    await expect(page.getByRole("option", { name: /Create issue/ })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: /^Save/ })).toBeInViewport({ ratio: 1 });
  }
});

test("the keys that the inspector shows work on the card of the claim", async ({ window }) => {
  const page = await openSample(window);
  await page.locator(".card .face").nth(4).click();
  await page.keyboard.press("e");
  await expect(page.getByRole("form", { name: "Edit claim" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator(".card .face").nth(5).click();
  // Another card with the keyboard on it is not the claim that is selected.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(page.locator(".card")).toHaveCount(32);
});

test("arrows and first letters go through the formats, and Escape leads from the actions back to the rows", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+e");
  const format = (name: RegExp) => page.getByRole("dialog").getByRole("button", { name });
  await expect(format(/^Annotated PDF/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(format(/^Web page/)).toBeFocused();
  await page.keyboard.press("w");
  await expect(format(/^Word/)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(format(/^Markdown/)).toBeFocused();
  for (const key of ["Escape", "Control+2"]) await page.keyboard.press(key);
  const row = page.locator(".claims tbody tr:focus");
  await expect(row).toHaveCount(1);
  const index = await row.getAttribute("data-index");
  await page.keyboard.press("b");
  await expect(page.locator(".bulk select").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(`.claims tr[data-index="${index}"]`)).toBeFocused();
  await expect(page.locator(".bulk")).toContainText("1 selected");
});

test("Ctrl+F looks for words in whatever view is shown", async ({ window }) => {
  const page = await openSample(window);
  for (const [key, field] of [
    ["Control+2", ".middle"],
    ["Control+3", ".middle"],
    ["Control+4", ".middle"],
    ["Control+5", ".papers-view"],
    ["Control+Shift+B", ".codebook-view"],
    ["Control+Shift+H", ".history"],
    ["Control+Shift+K", ".search-view"],
    ["Control+1", ".find"],
  ] as const) {
    await page.keyboard.press(key);
    await page
      .locator(key === "Control+1" ? ".ProseMirror" : field)
      .locator("visible=true")
      .first()
      .waitFor();
    await page.keyboard.press("Control+f");
    await expect(page.locator(`:is(${field}) input[type=search]:focus`), key).toHaveCount(1);
    await page.keyboard.type("fare");
    await expect(page.locator("input[type=search]:focus"), key).toHaveValue("fare");
    // What is there is replaced by what is typed next.
    await page.keyboard.press("Control+f");
    await page.keyboard.type("boat");
    await expect(page.locator("input[type=search]:focus"), key).toHaveValue("boat");
    for (let left = 4; left > 0; left--) await page.keyboard.press("Backspace");
  }
});
