import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { countClicks } from "./counting.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { boxOf, drag, selectedText, toolbar } from "./pointing.ts";

const paper = `# A ferry for the islands

The council says that a winter ferry keeps the islands alive. It wants the fare to stay low for people who live there.

The company answers that nobody can run a winter boat for such a fare. It asks for a grant instead of passengers' money.

The fishers hold that dredging the channel would ruin the eel grounds, and that nobody asked them.
`;

test("the main job goes with the mouse alone: claims, a relation, an edit, an undo, the annotated PDF", async ({
  window,
}) => {
  const page = await openSample(window);
  const keys: string[] = [];
  await page.exposeFunction("noteKey", (key: string) => keys.push(key));
  await page.evaluate(() =>
    addEventListener(
      "keydown",
      (event) => (globalThis as never as { noteKey: (key: string) => void }).noteKey(event.key),
      true,
    ),
  );
  const { click, count } = countClicks();
  await window.choose({ name: "ferry.md", bytes: Buffer.from(paper) }, () =>
    click(page.getByRole("button", { name: "Import papers…" }).first()),
  );
  await expect(page.getByRole("heading", { name: "A ferry for the islands" })).toBeVisible();
  await expect(page.locator(".card")).toHaveCount(0);
  const spent: number[] = [];
  for (const [index, [words, stance, actor, issue]] of (
    [
      ["a winter ferry keeps the islands alive", "supports", "Islands Council", "The night boat"],
      ["nobody can run a winter boat", "opposes", "Crossing Company", "What the passenger pays"],
      ["would ruin the eel grounds", "opposes", "Fishers' Union", "Dredging the channel"],
    ] as const
  ).entries()) {
    const before = count();
    await drag(page, words);
    const bar = toolbar(page);
    await click(bar.getByRole("button", { name: stance }));
    await click(bar.getByRole("button", { name: "Actor" }));
    await click(page.getByRole("menuitemradio", { name: actor, exact: true }));
    const pinned = bar.getByRole("button", { name: issue, exact: true });
    if ((await pinned.count()) > 0) await click(pinned);
    else {
      await click(bar.getByRole("button", { name: "All issues" }));
      await click(page.getByRole("menuitemradio", { name: issue, exact: true }));
    }
    await expect(page.locator(".card")).toHaveCount(index + 1);
    await expect(page.locator(".message", { hasText: "Claim saved" })).toBeVisible();
    spent.push(count() - before);
  }
  for (const clicks of spent) expect(clicks).toBeLessThanOrEqual(5);
  // A relation, begun at a card.
  const card = (text: string): Locator => page.locator(".card", { hasText: text });
  await card("Islands Council").click({ button: "right" });
  const related = count() - 1;
  await click(page.getByRole("menuitem", { name: "Link claim…" }));
  await click(page.getByRole("option", { name: /nobody can run/ }));
  await click(page.getByRole("button", { name: /contradicts/ }));
  await expect(page.locator(".linked").first()).toContainText("contradicts");
  const relation = count() - related;
  // An edit, and its undo.
  await click(card("Fishers' Union").locator(".face"));
  await page
    .getByRole("complementary")
    .getByRole("combobox", { name: /^Stance on/ })
    .selectOption({ label: "− opposes" });
  await drag(page, "nobody asked them");
  await click(
    toolbar(page).getByRole("button", { name: "The night boat" }).or(toolbar(page).locator(".issue").first()).first(),
  );
  await expect(page.locator(".card")).toHaveCount(4);
  await click(page.locator(".message").getByRole("button", { name: "Undo" }));
  await expect(page.locator(".card")).toHaveCount(3);
  await click(page.getByRole("button", { name: "Export" }));
  const file = await window.keep(() => click(page.getByRole("button", { name: "Annotated PDF" })));
  expect((await readFile(file)).toString("latin1", 0, 5)).toBe("%PDF-");
  expect(keys).toEqual([]);
  console.log(`clicks: claims ${spent.join(", ")}; relation ${relation}; in all ${count()}`);
});

test("the toolbar stands beside the selected words, follows them, leaves the keyboard in the paper, and closes", async ({
  window,
}) => {
  const page = await openSample(window);
  const words = "rejects any further";
  await drag(page, words);
  const bar = toolbar(page);
  await expect(bar).toBeVisible();
  const apart = async (): Promise<void> => {
    const [own, at] = [await bar.boundingBox(), await boxOf(page, words)];
    if (own === null) throw new Error("no toolbar");
    expect(own.y + own.height <= at.y || own.y >= at.y + at.height).toBe(true);
    expect(Math.min(Math.abs(own.y + own.height - at.y), Math.abs(own.y - at.y - at.height))).toBeLessThan(24);
  };
  await apart();
  await page.mouse.wheel(0, 120);
  await page.waitForTimeout(300);
  await expect(bar).toBeVisible();
  await apart();
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("ProseMirror");
  await page.keyboard.press("Alt+Enter");
  await expect(bar.getByRole("button", { name: "Code…" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(bar.locator(".issue").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(bar.getByRole("button", { name: "Search all papers" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  expect(await selectedText(page)).toBe(words);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("ProseMirror");
  // Words selected by keys have it too, and Escape in the paper closes it.
  await page.keyboard.press("s");
  await expect(bar).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
});

test("clicks before and after the issue code the same claim, and none of them carries over to other words", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  const bar = toolbar(page);
  await drag(page, "rejects any further");
  await bar.locator(".issue").first().click();
  await expect(page.locator(".card")).toHaveCount(33);
  await bar.getByRole("button", { name: "mixed" }).click();
  await bar.locator(".issue").nth(1).click();
  await expect(bar.locator(".issue[aria-pressed=true]")).toHaveCount(2);
  await expect(bar.locator(".stance[aria-pressed=true]")).toHaveCount(0);
  await bar.getByRole("button", { name: "supports" }).click();
  await bar.getByRole("button", { name: "Actor" }).click();
  await page.getByRole("menuitemradio", { name: "Fishers' Union" }).click();
  await expect(page.locator(".card.selected", { hasText: "Fishers' Union" })).toBeVisible();
  // With actor, issues and stances there is nothing left to click.
  await expect(bar).toHaveCount(0);
  await expect(page.locator(".card")).toHaveCount(33);
  await drag(page, "The Ministry has been careful");
  await expect(bar).toBeVisible();
  await expect(bar.locator("[aria-pressed=true]")).toHaveCount(0);
  await expect(bar.getByRole("button", { name: "Actor", exact: true })).toBeVisible();
  const claims = JSON.parse(run("claims", "--json")) as { quote: string; actor: string | null }[];
  expect(claims.filter((claim) => claim.quote === "rejects any further")).toHaveLength(1);
});

test("a double click on an issue, a stance or a strength does what one click does", async ({ window, run }) => {
  const page = await openSample(window);
  const bar = toolbar(page);
  await drag(page, "rejects any further");
  await bar.locator(".issue").first().dblclick();
  await expect(page.locator(".card")).toHaveCount(33);
  await bar.getByRole("button", { name: "opposes" }).dblclick();
  const card = page.locator(".card.selected");
  await expect(card).toContainText("opposes");
  await page.getByRole("treeitem", { name: /^Dredging the channel/ }).dblclick();
  await expect(card).toContainText("Dredging the channel");
  const certainty = page.locator("aside").getByRole("radiogroup", { name: "Certainty" });
  await certainty.getByText("4").dblclick();
  await expect(certainty.getByRole("radio", { name: "4" })).toBeChecked();
  const claims = JSON.parse(run("claims", "--json")) as { quote: string; positions: unknown[]; certainty: number }[];
  const [claim] = claims.filter(({ quote }) => quote === "rejects any further");
  expect(claim?.positions).toHaveLength(2);
  expect(claim?.certainty).toBe(4);
});

test("each stance can be clicked while the row of stances shows its keys, and so can Save", async ({ window }) => {
  const page = await openSample(window);
  await drag(page, "rejects any further");
  // The digit of a pinned issue opens the form in the row of stances.
  await page.keyboard.press("1");
  const stances = page.locator(".composer .stances label");
  await expect(stances.locator(".key").first()).toBeVisible();
  for (const label of await stances.all()) {
    await label.click();
    await expect(label.getByRole("radio")).toBeChecked();
  }
  await stances.nth(1).click();
  await page.locator(".composer button.primary").click();
  await expect(page.locator(".card.selected")).toContainText("opposes");
});

test("coding the same words the same way again is offered as one claim, by the toolbar and by a pinned key", async ({
  window,
}) => {
  const page = await openSample(window);
  const bar = toolbar(page);
  const alert = bar.getByRole("alert");
  await drag(page, "rejects any further");
  await bar.locator(".issue").first().click();
  await expect(page.locator(".card")).toHaveCount(33);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await drag(page, "rejects any further");
  await bar.locator(".issue").first().click();
  await expect(alert).toContainText("already coded the same way");
  await expect(page.locator(".card")).toHaveCount(33);
  await alert.getByRole("button", { name: "Open existing claim" }).click();
  await expect(page.locator(".card")).toHaveCount(33);
  await expect(page.locator(".card.selected")).toHaveCount(1);
  // With a pinned key, where the form asks.
  await page.keyboard.press("Escape");
  for (const key of ["u", "s", "1", "+", "Enter"]) await page.keyboard.press(key);
  await expect(page.locator(".card")).toHaveCount(34);
  for (const key of ["1", "+", "Enter"]) await page.keyboard.press(key);
  const form = page.getByRole("form", { name: "Code selected text" });
  await expect(form.getByRole("alert")).toContainText("already coded the same way");
  await expect(page.locator(".card")).toHaveCount(34);
  await form.getByRole("button", { name: "Save anyway" }).click();
  await expect(page.locator(".card")).toHaveCount(35);
});

test("a drag that begins in the header or a toolbar selects no words of the window", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("F9");
  const tools = page.getByRole("toolbar", { name: "Pages" });
  for (const controls of [page.locator("header.head"), tools]) {
    const box = await controls.boundingBox();
    if (box === null) throw new Error("not drawn");
    await page.mouse.move(box.x + 60, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 300, { steps: 4 });
    await page.mouse.up();
    expect(await selectedText(page)).toBe("");
  }
});
