import AxeBuilder from "@axe-core/playwright";
import { expect, openSample, test } from "./fixtures.ts";
import { boxOf, drag, menu, placeIn, rightClick, selectedText, toolbar } from "./pointing.ts";

test("a right click keeps the selection; menus go by mouse, arrows and letters, and give the keyboard back", async ({
  window,
}) => {
  const page = await openSample(window);
  await drag(page, "rejects any further");
  await rightClick(page, "rejects any further");
  await expect(menu(page).getByRole("menuitem", { name: "Code selected text…" })).toBeFocused();
  expect(await selectedText(page)).toBe("rejects any further");
  await page.keyboard.press("ArrowUp");
  await expect(menu(page).getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.type("copy");
  await expect(menu(page).getByRole("menuitem", { name: "Copy quote with source" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu(page)).toHaveCount(0);
  expect(await selectedText(page)).toBe("rejects any further");
  // Anywhere else in the paper it stays too.
  await rightClick(page, "The Audit Office does not speak");
  await expect(menu(page)).toBeVisible();
  expect(await selectedText(page)).toBe("rejects any further");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F10");
  await expect(menu(page).getByRole("menuitem", { name: "Code selected text…" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator(".composer")).toBeVisible();
});

test("claims, table rows, papers, issues and marks of charts have menus", async ({ window }) => {
  const page = await openSample(window);
  const has = async (name: string | RegExp): Promise<void> => {
    await expect(menu(page).getByRole("menuitem", { name })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu(page)).toHaveCount(0);
  };
  await page.locator("mark.highlight").first().click({ button: "right" });
  await has("Edit claim…");
  await page.locator(".card").first().click({ button: "right" });
  await has("Delete claim");
  await page.getByRole("treeitem", { name: /^The night boat/ }).click({ button: "right" });
  await has("Show claims on this issue");
  await page.locator(".left .part.papers .row").first().click({ button: "right" });
  await has("Edit details…");
  await page.keyboard.press("Control+2");
  await page.locator("tbody tr[data-context]").first().click({ button: "right" });
  await has("Show in the paper");
  await page.keyboard.press("Control+3");
  await page.locator("svg.analysis-picture a[data-stop]").first().click({ button: "right" });
  await has("Show the claims behind this mark");
  await page.locator("svg.analysis-picture a[data-stop]").first().click();
  await page.locator(".passages .quote").first().click({ button: "right" });
  await has("Show in the paper");
  await page.keyboard.press("Control+Shift+K");
  await page.locator("#search-words").fill("fare");
  await page.locator(".hit .claim").first().click({ button: "right" });
  await has("Copy link to the claim");
  await page.locator(".hits h2 button").first().click({ button: "right" });
  await has("Edit details…");
  await page.keyboard.press("Control+Shift+B");
  const codebook = page.locator(".codebook-view");
  await codebook.getByRole("button", { name: /^Actors/ }).click();
  await codebook.getByRole("treeitem", { name: /^Islands Council/ }).click({ button: "right" });
  await menu(page).getByRole("menuitem", { name: "Show claims by this actor" }).click();
  await expect(page.locator("tbody tr[data-context]").first()).toContainText("Islands Council");
});

test("an issue of the left pane codes selected words by a click or a drag, and a claim by a drop", async ({
  window,
}) => {
  const page = await openSample(window);
  const issue = page.getByRole("tree", { name: "Codebook" }).getByRole("treeitem", { name: /^The new vessels/ });
  await issue.click();
  await expect(page.locator(".card")).toHaveCount(32);
  await expect(page.locator(".part.codebook .offered")).toContainText("The new vessels");
  await drag(page, "rejects any further");
  await issue.click();
  await expect(page.locator(".card")).toHaveCount(33);
  await expect(page.locator(".card.selected")).toContainText("The new vessels");
  await drag(page, "The Council wants");
  await issue.dragTo(page.locator(".ProseMirror p", { hasText: "The Council wants residents" }).first(), {
    targetPosition: await placeIn(page, "The Council wants"),
  });
  await expect(page.locator(".card")).toHaveCount(34);
  const card = page.locator(".card", { hasText: "State Audit Office" }).first();
  await issue.dragTo(card);
  await expect(card).toContainText("The new vessels");
  await page.getByRole("button", { name: "Show claims" }).click();
  await expect(page.locator("tbody tr[data-context]").first()).toContainText("The new vessels");
});

test("pressing inside a selection begins a new one; triple click, Shift+click and dragging beyond the edge select", async ({
  window,
}) => {
  const page = await openSample(window);
  await drag(page, "rejects any further rise");
  await drag(page, "any further");
  expect(await selectedText(page)).toBe("any further");
  const { x, y, width, height } = await boxOf(page, "The Council wants");
  await page.mouse.click(x + width / 2, y + height / 2, { clickCount: 3 });
  expect(await selectedText(page)).toMatch(/^The Islands Council rejects[\s\S]*in return\.$/);
  await page.mouse.click(x + 1, y + height / 2);
  await page.keyboard.down("Shift");
  await page.mouse.click(x + width - 1, y + height / 2);
  await page.keyboard.up("Shift");
  expect(await selectedText(page)).toBe("The Council wants");
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  const scroller = page.locator(".reading .scroller");
  const box = await scroller.boundingBox();
  if (box === null) throw new Error("no view");
  const before = await scroller.evaluate((element) => element.scrollTop);
  const below = box.y + box.height + 20;
  await page.mouse.move(x + 40, below, { steps: 4 });
  // A hand is never quite still.
  let moves = 0;
  const scrolled = async (): Promise<number> => {
    moves += 1;
    await page.mouse.move(x + 40 + (moves % 2), below);
    return scroller.evaluate((element) => element.scrollTop);
  };
  await expect.poll(scrolled, { timeout: 20_000 }).toBeGreaterThan(before + 200);
  await page.mouse.up();
  expect((await selectedText(page)).length).toBeGreaterThan(400);
});

test("the toolbar codes words selected on pages too", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("F9");
  const sheet = page.locator(".sheets .sheet img, .sheets .sheet canvas").first();
  await sheet.waitFor();
  await page.locator(".sheets").focus();
  await page.keyboard.press("Control+Home");
  for (const key of ["j", "j", "s"]) await page.keyboard.press(key);
  await expect(toolbar(page)).toBeVisible();
  await toolbar(page).getByRole("button", { name: "mixed" }).click();
  await toolbar(page).locator(".issue").first().click();
  await expect(page.locator(".message", { hasText: "Claim saved" })).toBeVisible();
});

test("files dragged over the window show where they go; many have one progress and one report", async ({ window }) => {
  const page = await openSample(window);
  const drop = (kind: string, count: number): Promise<void> =>
    page.evaluate(
      ([name, many]) => {
        const data = new DataTransfer();
        for (let index = 1; index <= Number(many); index++)
          data.items.add(new File([`# Paper ${index}\n\nWords of paper ${index} stand here.\n`], `paper-${index}.md`));
        document.body.dispatchEvent(
          new DragEvent(String(name), { dataTransfer: data, bubbles: true, cancelable: true }),
        );
      },
      [kind, count] as const,
    );
  await drop("dragover", 1);
  await expect(page.getByText("Drop files to import them")).toBeVisible();
  await drop("dragleave", 1);
  await expect(page.getByText("Drop files to import them")).toHaveCount(0);
  const seen: string[] = [];
  await page.exposeFunction("noteProgress", (text: string) => seen.push(text));
  await page.evaluate(() => {
    new MutationObserver(() => {
      for (const element of document.getElementsByClassName("message"))
        if (element.getElementsByTagName("progress").length > 0)
          (globalThis as never as { noteProgress: (text: string) => void }).noteProgress(element.textContent ?? "");
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await drop("drop", 12);
  await page.getByRole("button", { name: "Import 12 files" }).click();
  await expect(page.locator(".left .part.papers .row[data-context]")).toHaveCount(13, { timeout: 30_000 });
  expect(seen.some((text) => /^3 of 12: paper-3\.md/.test(text))).toBe(true);
  await expect(page.locator(".message progress")).toHaveCount(0);
});

test("deleting and undoing are confirmed once, each with what leads back, and nothing is covered", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.locator(".card").nth(4).click();
  const text = await page.locator(".ProseMirror").boundingBox();
  await page.getByRole("complementary").getByRole("button", { name: "Delete" }).click();
  const message = page.locator(".message");
  await expect(message).toHaveCount(1);
  await expect(message).toContainText("Deleted a claim");
  await message.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
  await expect(message).toContainText("Undid: Delete a claim");
  await expect(message.getByRole("button", { name: "Redo" })).toBeVisible();
  expect((await page.locator(".ProseMirror").boundingBox())?.y).toBe(text?.y);
  await page.mouse.move(700, 400);
  await expect(message).toHaveCount(0, { timeout: 15_000 });
});

test("axe finds nothing serious on toolbar and menus", async ({ window }) => {
  const page = await openSample(window);
  await drag(page, "rejects any further");
  for (const theme of ["light", "dark", "sepia", "contrast"]) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    for (const menuOpen of [false, true]) {
      if (menuOpen) await rightClick(page, "rejects any further");
      const { violations } = await new AxeBuilder({ page })
        .include(menuOpen ? ".menu" : ".selection-toolbar")
        .setLegacyMode(true)
        .analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${theme} ${id} ${nodes[0]?.html}`)).toEqual([]);
      if (menuOpen) await page.keyboard.press("Escape");
    }
  }
});
