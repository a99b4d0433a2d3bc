import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

async function openTable(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+2");
  const table = page.getByRole("table", { name: "Claims" });
  await expect(table).toHaveAttribute("aria-rowcount", "33");
  return table;
}

const quotes = (table: Locator): Promise<string[]> => table.locator(".quote").allTextContents();

test("claims are sorted by their heads and grouped, and a group closes", async ({ window }) => {
  const page = await openSample(window);
  const table = await openTable(page);
  const before = await quotes(table);
  await table.getByRole("button", { name: "Claim", exact: true }).click();
  const sorted = await quotes(table);
  expect(sorted).toEqual(sorted.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  expect(sorted).not.toEqual(before);
  await table.getByRole("button", { name: "Claim", exact: true }).click();
  expect((await quotes(table))[0]).not.toBe(sorted[0]);
  await page.getByLabel("Group by").selectOption("stance");
  const supports = table.getByRole("button", { name: /^supports \d+$/ });
  const rows = Number(await table.getAttribute("aria-rowcount"));
  await supports.click();
  await expect(supports).toHaveAttribute("aria-expanded", "false");
  expect(Number(await table.getAttribute("aria-rowcount"))).toBeLessThan(rows);
  const opposes = table.getByRole("button", { name: /^opposes \d+$/ });
  const count = async (): Promise<number> => Number(/\d+/.exec((await opposes.textContent()) ?? "")?.[0]);
  const opposed = await count();
  await opposes.locator("xpath=ancestor::tr/following-sibling::tr[1]").dragTo(supports);
  await expect(page.locator(".message")).toContainText("Set the stance of 1 claim");
  expect(await count()).toBe(opposed - 1);
});

test("claims are recoded and deleted many at a time, each as one step back", async ({ window, run }) => {
  const page = await openSample(window);
  const table = await openTable(page);
  const stances = (): string[] =>
    (JSON.parse(run("claims", "--json")) as { positions: { stance: string }[] }[]).map((claim) =>
      claim.positions.map((position) => position.stance).join(),
    );
  await table.locator("tbody tr").nth(0).getByRole("checkbox").click();
  await table
    .locator("tbody tr")
    .nth(3)
    .getByRole("checkbox")
    .click({ modifiers: ["Shift"] });
  await expect(page.getByText("4 selected")).toBeVisible();
  await page.getByLabel("Stance", { exact: true }).last().selectOption({ label: "± mixed" });
  await page.getByRole("button", { name: /^Change \d claims?$/ }).click();
  await expect(table.locator("tbody tr").nth(0).locator(".mixed").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "No changes" })).toBeDisabled();
  expect(stances().slice(0, 4)).toEqual(["mixed", "mixed", "mixed", "mixed"]);
  await page.getByLabel("Action for the selected claims").selectOption("Change the issue");
  await page.getByRole("combobox", { name: "To", exact: true }).fill("who dec");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Change \d claims?$/ }).click();
  await expect(table.locator("tbody tr").nth(0)).toContainText("Who decides");
  await page.keyboard.press("Control+z");
  await page.getByLabel("Action for the selected claims").selectOption("Delete");
  await page.getByRole("button", { name: "Delete 4 claims" }).click();
  await expect(table).toHaveAttribute("aria-rowcount", "29");
  await page.keyboard.press("Control+z");
  await expect(table).toHaveAttribute("aria-rowcount", "33");
  await page.keyboard.press("Control+z");
  await expect(table.locator("tbody tr").nth(0).locator(".mixed")).toHaveCount(0);
});

test("a claim is edited in its row, by keys only", async ({ window, run }) => {
  const page = await openSample(window);
  const table = await openTable(page);
  await table.locator("tbody tr").first().focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "F2"]) await page.keyboard.press(key);
  const row = table.locator("tbody tr").nth(1);
  await expect(row.getByRole("combobox").first()).toBeFocused();
  await row.getByLabel("Actor of this claim").fill("Port of Aldra");
  await row.getByLabel("Note on this claim").fill("asked twice");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("Port of Aldra");
  await expect(row).toContainText("asked twice");
  await expect(row).toBeFocused();
  expect(JSON.parse(run("claims", "--actor", "Port of Aldra", "--json"))).toMatchObject([{ note: "asked twice" }]);
  await page.keyboard.press("Enter");
  await expect(page.locator(".card.selected")).toContainText("Port of Aldra");
});

test("keys go to either end of the table, and the row that has the keyboard is whole in sight", async ({ window }) => {
  const page = await openSample(window);
  const table = await openTable(page);
  const row = table.locator("tbody tr:focus");
  for (const grouping of ["none", "issue"]) {
    await page.getByLabel("Group by").selectOption(grouping);
    const last = Number(await table.getAttribute("aria-rowcount"));
    await table.locator("tbody tr").first().focus();
    for (const [key, index] of [
      ["End", last],
      ["PageUp", last - 10],
      ["PageUp", last - 20],
      ["ArrowUp", last - 21],
      ["PageDown", last - 11],
      ["Home", 2],
      ["PageDown", 12],
      ["ArrowDown", 13],
    ] as const) {
      await page.keyboard.press(key);
      await expect(row).toHaveAttribute("aria-rowindex", `${index}`);
      await expect(row).toBeInViewport({ ratio: 1 });
      const [own, head] = [await row.boundingBox(), await table.locator("thead").boundingBox()];
      expect(own?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
    }
  }
  const scroll = page.locator(".claims .scroll");
  const height = await scroll.evaluate((own) => own.scrollHeight);
  // Three scrolls to the foot: rows drawn on the way are as high as was reckoned.
  for (let n = 0; n < 3; n++) await scroll.evaluate((own) => own.scrollTo(0, own.scrollHeight));
  await expect(table.locator("tbody tr").last()).toBeInViewport({ ratio: 1 });
  expect(await scroll.evaluate((own) => own.scrollHeight)).toBe(height);
});

test("one filter holds in table and reader, says what it hides, and is kept by name over a restart", async ({
  window,
}) => {
  const page = await openSample(window);
  const table = await openTable(page);
  const all = await quotes(table);
  await page.keyboard.press("Control+Shift+f");
  await expect(page.getByLabel("Search text…")).toBeFocused();
  await page.keyboard.type("FERRY");
  await expect(page.getByText(/^\d+ of 32 shown$/)).toBeVisible();
  expect((await quotes(table)).length).toBeLessThan(all.length);
  await page.getByLabel("Search text…").fill("");
  await page.getByRole("button", { name: "Advanced filter" }).click();
  await page.getByRole("button", { name: "Add condition" }).click();
  await page.getByLabel("Condition", { exact: true }).selectOption("Issue and stance");
  await page.locator(".condition").getByLabel("Stance").selectOption({ label: "+ supports" });
  await page.getByLabel("is or is not").selectOption("is not");
  await expect(page.getByLabel("Query")).toHaveValue("NOT stance:supports");
  await page.getByRole("button", { name: "Add group" }).click();
  const group = page.locator(".conditions .conditions");
  for (const stance of ["− opposes", "? unclear"]) {
    await group.getByRole("button", { name: "Add condition" }).click();
    await group.getByLabel("Condition", { exact: true }).last().selectOption("Issue and stance");
    await group.getByLabel("Stance").last().selectOption({ label: stance });
  }
  await expect(page.getByLabel("Query")).toHaveValue("NOT stance:supports AND (stance:opposes OR stance:unclear)");
  const sign = page.getByText(/^\d+ of 32 shown$/);
  await expect(sign).toBeVisible();
  const shown = await sign.textContent();
  await page.getByLabel("Filter name").fill("Against");
  await page.getByRole("button", { name: "Save filter" }).click();
  await expect(page.getByLabel("Saved filters")).toHaveValue("Against");
  await page.keyboard.press("Control+1");
  await expect(page.getByText(shown?.replace(" shown", " in this paper shown") ?? "")).toBeVisible();
  await expect(page.locator(".card")).toHaveCount(Number.parseInt(shown ?? "0", 10));
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
  await page.reload();
  await expect(page.locator(".card")).toHaveCount(32);
  await page.keyboard.press("Control+2");
  await page.getByLabel("Saved filters").selectOption("Against");
  await expect(page.locator("output", { hasText: shown ?? "" })).toBeVisible();
});

test("a written filter is taken, and one that cannot be read says where", async ({ window }) => {
  const page = await openSample(window);
  await openTable(page);
  await page.getByRole("button", { name: "Advanced filter" }).click();
  await page.getByLabel("Query").fill("ferry AND (stance:supports");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The filter “ferry AND (stance:supports” is incomplete.")).toBeVisible();
  await page.getByLabel("Query").fill("NOT (stance:supports OR stance:opposes)");
  await page.keyboard.press("Enter");
  await expect(page.locator(".condition")).toHaveCount(3);
  await expect(page.getByText(/^\d+ of 32 shown$/)).toBeVisible();
});

test("Delete deletes the row with the keyboard, or all that are selected, and goes on in the table", async ({
  window,
}) => {
  const page = await openSample(window);
  const table = await openTable(page);
  const [first = "", second = ""] = await quotes(table);
  const status = page.locator("footer.status");
  await table.locator("tbody tr").nth(0).locator(".quote").click();
  await page.keyboard.press("Delete");
  await expect(status).toContainText("Deleted 1 claim");
  await expect(table.locator(".quote").first()).toHaveText(second);
  await expect(table.locator("tbody tr").nth(0)).toBeFocused();
  await table.locator("tbody tr").nth(0).getByRole("checkbox").click();
  await table
    .locator("tbody tr")
    .nth(3)
    .getByRole("checkbox")
    .click({ modifiers: ["Shift"] });
  await page.keyboard.press("Delete");
  await expect(status).toContainText("Deleted 4 claims");
  await expect(table).toHaveAttribute("aria-rowcount", "28");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(table).toHaveAttribute("aria-rowcount", "33");
  await expect(table.locator(".quote").first()).toHaveText(first);
});
