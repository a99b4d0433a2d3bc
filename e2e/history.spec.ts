import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function openHistory(page: Page): Promise<Locator> {
  await press(page, "Control+Shift+H");
  await expect(page.getByRole("searchbox", { name: "Search history…" })).toBeFocused();
  return page.getByRole("main").locator(".change");
}

/** The claim that `n` comes to first, neutral now instead of supporting. */
async function alterFirst(page: Page): Promise<void> {
  await press(page, "F6", "n", "e", "Alt+0", "Enter");
  await expect(page.locator(".composer")).toHaveCount(0);
  await expect(page.locator(".card.selected")).toHaveClass(/neutral/);
}

test("what changed is told in words, found by them, taken back from here, and still there after a restart", async ({
  window,
}) => {
  let page = await openSample(window);
  await alterFirst(page);
  let changes = await openHistory(page);
  await expect(changes.first()).toContainText("Edit a claim");
  await expect(changes.first()).toContainText("stance supports → neutral");
  await page.keyboard.type("codebook.csv");
  await expect(changes).toHaveCount(1);
  await expect(changes.first()).toContainText("What the passenger pays");
  await page.getByRole("main").getByRole("button", { name: "Undo: Edit a claim" }).click();
  await page.getByRole("searchbox", { name: "Search history…" }).fill("neutral");
  await expect(changes.first()).toContainText("Undo: Edit a claim");
  await expect(changes.nth(1)).toContainText("undone");
  await window.stop();
  page = await window.open();
  await expect(page.locator(".card").first()).toBeVisible({ timeout: 20_000 });
  changes = await openHistory(page);
  await page.getByRole("main").getByRole("button", { name: "Redo: Edit a claim" }).click();
  await expect(changes.first()).toContainText("Edit a claim");
  await expect(page.getByRole("main").getByRole("button", { name: "Undo: Edit a claim" })).toBeVisible();
  await expect(page.getByText("undone")).toHaveCount(1);
});

test("any state of a claim comes back, that of a deleted one too", async ({ window, run }) => {
  const page = await openSample(window);
  const first = (): string =>
    (JSON.parse(run("claims", "--json")) as { positions: { stance: string }[] }[])[0]?.positions[0]?.stance ?? "";
  await alterFirst(page);
  await press(page, "Delete");
  await expect(page.locator(".card")).toHaveCount(31);
  const changes = await openHistory(page);
  await expect(changes.first()).toContainText("Delete a claim");
  await changes.first().getByRole("button", { name: "Restore the version before" }).click();
  await expect(page.getByText("The claim was restored to that version.")).toBeVisible();
  await expect(changes.first()).toContainText("Restore a claim as of");
  await changes.first().getByRole("button", { name: "Show claim" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
  await expect(page.locator(".card.selected")).toHaveClass(/neutral/);
  await page.getByRole("button", { name: "Full history" }).click();
  await expect(page.getByRole("button", { name: "This claim" })).toHaveAttribute("aria-pressed", "true");
  const edit = changes.filter({ hasText: "Edit a claim" });
  await edit.getByRole("button", { name: "Restore the version before" }).click();
  await expect.poll(first).toBe("supports");
  await edit.getByRole("button", { name: "Restore the version before" }).click();
  await expect(page.getByText("The claim is already at this version.")).toBeVisible();
});

test("a change of many claims is told of one of them, and taken back for it alone", async ({ window, run }) => {
  const page = await openSample(window);
  const stances = (): string[] =>
    (JSON.parse(run("claims", "--json")) as { positions: { stance: string }[] }[])
      .slice(0, 3)
      .map((claim) => claim.positions[0]?.stance ?? "");
  const before = stances();
  await press(page, "Control+2");
  const rows = page.getByRole("table", { name: "Claims" }).locator("tbody tr");
  await rows.nth(0).focus();
  await press(page, "Space", "Shift+ArrowDown", "Shift+ArrowDown");
  await page.getByLabel("Stance", { exact: true }).last().selectOption({ label: "? unclear" });
  await page.getByRole("button", { name: "Change 3 claims" }).click();
  await expect.poll(stances).toEqual(["unclear", "unclear", "unclear"]);
  await expect(page.getByRole("complementary")).toContainText("Claim 3 of 32");
  await page.getByRole("button", { name: "Full history" }).click();
  const change = page.getByRole("main").locator(".change").first();
  await expect(change.locator(".differences li")).toHaveCount(1);
  await change.getByRole("button", { name: "Restore the version before" }).click();
  await expect.poll(stances).toEqual(["unclear", "unclear", before[2]]);
});

test("a long history comes page by page, of the library and of one coder", async ({ window, run }) => {
  await openSample(window);
  await window.stop();
  run("codebook", "rename", "Fares", "Prices", "--coder", "Somebody else");
  const page = await window.open();
  await expect(page.locator(".card").first()).toBeVisible({ timeout: 20_000 });
  await press(page, "Control+Shift+B");
  const tree = page.getByRole("main").getByRole("tree", { name: "Issues" });
  await expect(tree.getByRole("treeitem", { name: /^Prices/ })).toBeVisible();
  await press(page, "ArrowDown");
  for (let step = 0; step < 60; step++) await press(page, "7");
  await expect(tree.getByRole("treeitem", { name: /^What the passenger/ }).locator("kbd")).toHaveCount(0);
  const changes = await openHistory(page);
  await expect(changes).toHaveCount(50);
  await page.getByRole("button", { name: "Show older changes" }).press("Enter");
  await expect.poll(() => changes.count()).toBeGreaterThan(50);
  await expect(changes.last()).toContainText("Import");
  await page.getByLabel("Coder").selectOption("Somebody else");
  await expect(changes).toHaveCount(1);
  await expect(changes.first()).toContainText("name Fares → Prices");
});

test("claims are linked, told from both sides, told otherwise, followed and let go, by keys", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  await press(page, "F6", "n", "n", "n", "p", "l");
  // The claim looked at last stands first.
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText("recently viewed");
  await press(page, "Enter", "c");
  const relations = page.getByRole("region", { name: "Relations" });
  await expect(relations.getByRole("combobox")).toHaveValue("contradicts");
  await press(page, "o");
  await expect(relations.getByRole("combobox")).toHaveValue("contradicts.back");
  await press(page, "Alt+ArrowLeft");
  await press(page, "n", "p");
  await expect(relations.getByRole("combobox")).toHaveValue("contradicts");
  await press(page, "l", "ArrowDown", "ArrowDown", "Enter", "v");
  await expect(relations.getByRole("combobox")).toHaveCount(2);
  await press(page, "o");
  await expect(page.getByRole("dialog", { name: "Go to which linked claim?" }).getByRole("option")).toHaveCount(2);
  await page.keyboard.type("evidence");
  await press(page, "Enter");
  await expect(relations.getByRole("combobox")).toHaveValue("evidence.back");
  await relations.getByRole("combobox").selectOption("supports");
  await expect(page.locator(".card.selected .linked")).toContainText("supports");
  await relations.getByRole("button", { name: /^Remove the relation/ }).press("Enter");
  await expect(relations.getByRole("combobox")).toHaveCount(0);
  await press(page, "Control+z");
  await expect(relations.getByRole("combobox")).toHaveCount(1);
  expect(run("history", "--limit", "1")).toContain("Undo: Remove a relation");
});
