import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

const inspector = (page: Page): Locator => page.locator(".inspector");
const quote = (page: Page): Locator => inspector(page).locator("blockquote").first();

/** Select the claim of a card that has this text, by a click on the card. */
async function clickCard(page: Page, index: number): Promise<Locator> {
  const card = page.locator(".card").nth(index);
  await card.locator(".face").click();
  await expect(card).toHaveClass(/selected/);
  return card;
}

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
}

/** What the fields of the inspector say. */
function shown(page: Page): Promise<string[]> {
  return inspector(page).evaluate((pane) => [
    ...[...pane.querySelectorAll(".positions .name")].map((element) => element.textContent ?? ""),
    ...[...pane.querySelectorAll<HTMLInputElement>("select, textarea, [role=combobox]")].map((field) => field.value),
    String([...pane.querySelectorAll<HTMLInputElement>("[type=radio]")].findIndex((radio) => radio.checked)),
  ]);
}

test("every field of a claim is edited in the inspector by mouse, and each edit is one step to undo", async ({
  window,
}) => {
  const page = await openSample(window);
  await clickCard(page, 3);
  const pane = inspector(page);
  const issue = pane.locator(".positions .name").first();
  const edits: readonly (() => Promise<unknown>)[] = [
    async () => {
      await issue.click();
      await pane.getByRole("combobox", { name: "Issue" }).fill("Phase 10: co-operation?");
      await pane.locator(".issue-form .primary").click();
      await expect(issue).toHaveText("Phase 10: co-operation?");
    },
    () =>
      pane
        .getByLabel(/^Stance on/)
        .first()
        .selectOption("00000000-0000-7000-8000-000000000002"),
    () =>
      pane
        .getByLabel(/^Strength on/)
        .first()
        .selectOption("3"),
    async () => {
      await pane.getByRole("combobox", { name: "Actor" }).fill("Harbour Board");
      await quote(page).click();
    },
    () => pane.getByRole("radiogroup", { name: "Certainty" }).locator("label").nth(4).click(),
    () => pane.getByLabel("Reliability of the source").selectOption("B"),
    () => pane.getByLabel("Credibility of the information").selectOption("2"),
    async () => {
      await pane.getByLabel("Note").fill("Checked against the minutes.");
      await quote(page).click();
    },
  ];
  const states = [await shown(page)];
  for (const edit of edits) {
    await edit();
    await expect.poll(() => shown(page)).not.toEqual(states.at(-1));
    states.push(await shown(page));
  }
  expect(await serious(page)).toEqual([]);
  await page.locator(".ProseMirror").first().focus();
  for (const state of states.slice(0, -1).toReversed()) {
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page)).toEqual(state);
  }
});

test("two claims are linked from the button that is always there; the list says page and paper", async ({ window }) => {
  const page = await openSample(window);
  await clickCard(page, 0);
  const relations = inspector(page).getByRole("region", { name: "Relations" });
  const links = relations.getByRole("listitem");
  const before = await links.count();
  await relations.getByRole("button", { name: /^Link to another claim…/ }).click();
  const dialog = page.getByRole("dialog", { name: "Link this claim" });
  const option = dialog.getByRole("option").last();
  await expect(option).toContainText(/, page \S+/);
  await option.click();
  await dialog.getByRole("button", { name: "is evidence for" }).click();
  await expect(links).toHaveCount(before + 1);
  await page.locator("body").press("Control+z");
  await expect(links).toHaveCount(before);
});

test("a double click on a card, on its words, and the Edit button open the form", async ({ window }) => {
  const page = await openSample(window);
  const form = page.getByRole("form", { name: "Edit claim" });
  await page.locator(".card .face").nth(2).dblclick();
  await expect(form).toBeVisible();
  await form.getByRole("combobox", { name: "Actor" }).press("Escape");
  if (await form.isVisible()) await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  const card = await clickCard(page, 2);
  const id = (await card.getAttribute("data-annotation")) ?? "";
  await page.locator(`.paper mark[data-annotation="${id}"]`).first().dblclick();
  await expect(form).toBeVisible();
  for (let step = 0; step < 2 && (await form.isVisible()); step += 1) await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await inspector(page)
    .getByRole("button", { name: /^Edit…/ })
    .click();
  await expect(form).toBeVisible();
});

test("a selected card stands beside its words", async ({ window }) => {
  const page = await openSample(window);
  for (const index of [1, 2, 5, 8]) {
    const card = await clickCard(page, index);
    const id = (await card.getAttribute("data-annotation")) ?? "";
    const mark = page.locator(`.paper mark[data-annotation="${id}"]`).first();
    await expect(async () => {
      const [cardBox, markBox] = [await card.boundingBox(), await mark.boundingBox()];
      expect(Math.abs((cardBox?.y ?? 0) - (markBox?.y ?? 1e6))).toBeLessThan(24);
    }).toPass({ timeout: 5000 });
  }
});

test("dragging a handle changes where a claim ends, keeps all that is coded, and is undone at once", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  const card = await clickCard(page, 3);
  const id = (await card.getAttribute("data-annotation")) ?? "";
  const before = await quote(page).textContent();
  const positions = await inspector(page).locator(".positions").textContent();
  const mark = page.locator(`.paper mark[data-annotation="${id}"]`).last();
  const handle = page.getByRole("slider", { name: "End of the claim" }).last();
  await expect(handle).toBeAttached();
  const box = await handle.boundingBox();
  const text = await mark.boundingBox();
  if (box === null || text === null) throw new Error("no handle");
  const knob = { x: box.x + box.width / 2, y: box.y + box.height + 5 };
  await page.mouse.move(knob.x, knob.y);
  await page.mouse.down();
  await page.mouse.move(knob.x - 60, knob.y, { steps: 6 });
  await page.mouse.up();
  await expect(quote(page)).not.toHaveText(before ?? "");
  const after = (await quote(page).textContent()) ?? "";
  expect(before?.startsWith(after)).toBe(true);
  expect(after.trim()).toBe(after);
  await expect(inspector(page).locator(".positions")).toHaveText(positions ?? "");
  const rows = JSON.parse(run("claims", "--json")) as { id: string; quote: string }[];
  expect(rows.find((row) => row.id === id)?.quote).toBe(after);
  await page.locator("body").press("Control+z");
  await expect(quote(page)).toHaveText(before ?? "");
});

test("Shift+R and Shift with arrows change a claim's range; Escape leaves it, Enter saves it", async ({ window }) => {
  const page = await openSample(window);
  await page.locator(".ProseMirror").first().focus();
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  const before = (await quote(page).textContent()) ?? "";
  const end = page.getByRole("slider", { name: "End of the claim" }).last();
  await page.keyboard.press("Shift+R");
  await expect(end).toBeFocused();
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(quote(page)).toHaveText(before);
  await page.keyboard.press("Shift+R");
  await expect(end).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("slider", { name: "Start of the claim" }).last()).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(quote(page)).not.toHaveText(before);
  const after = (await quote(page).textContent()) ?? "";
  expect(before).toContain(after);
  expect(before.startsWith(after) || before.endsWith(after)).toBe(false);
  await page.keyboard.press("Control+z");
  await expect(quote(page)).toHaveText(before);
});

test("each field of the inspector has a key", async ({ window }) => {
  const page = await openSample(window);
  const fields = [
    ["Shift+I", inspector(page).getByRole("combobox", { name: "Issue" })],
    [
      "Shift+T",
      inspector(page)
        .getByLabel(/^Stance on/)
        .first(),
    ],
    [
      "Shift+W",
      inspector(page)
        .getByLabel(/^Strength on/)
        .first(),
    ],
    ["Shift+B", inspector(page).getByRole("combobox", { name: "Actor" })],
    ["Shift+G", inspector(page).getByLabel("Reliability of the source")],
    ["Shift+N", inspector(page).getByLabel("Note")],
    ["Shift+C", inspector(page).getByRole("radiogroup", { name: "Certainty" }).getByRole("radio", { checked: true })],
  ] as const;
  await page.locator(".ProseMirror").first().focus();
  await page.keyboard.press("n");
  for (const [pressed, field] of fields) {
    await page.keyboard.press(pressed);
    await expect(field).toBeFocused();
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press("Escape");
      if (
        await page
          .locator(".ProseMirror")
          .first()
          .evaluate((paper) => paper.contains(document.activeElement))
      )
        break;
    }
    await page.locator(".ProseMirror").first().focus();
  }
});

test("a handle is dragged on the pages too, and the claim moves in the text", async ({ window }) => {
  const page = await openSample(window);
  await clickCard(page, 3);
  const before = (await quote(page).textContent()) ?? "";
  await page.keyboard.press("F9");
  const handle = page.locator(".facsimile").getByRole("slider", { name: "Start of the claim" });
  await expect(handle).toBeAttached({ timeout: 20_000 });
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (box === null) throw new Error("no handle");
  const knob = { x: box.x + box.width / 2, y: box.y - 4 };
  await page.mouse.move(knob.x, knob.y);
  await page.mouse.down();
  await page.mouse.move(knob.x + 80, knob.y, { steps: 6 });
  await page.mouse.up();
  await expect(quote(page)).not.toHaveText(before);
  const after = (await quote(page).textContent()) ?? "";
  expect(before.endsWith(after)).toBe(true);
  await page.keyboard.press("F8");
  await expect(page.locator(".paper mark.highlight", { hasText: after.slice(0, 20) }).first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(quote(page)).toHaveText(before);
});
