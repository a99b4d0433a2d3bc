import type { Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("the paper is read but cannot be edited", async ({ window }) => {
  const page = await openSample(window);
  const paper = page.locator(".ProseMirror");
  await expect(paper).toHaveAttribute("aria-readonly", "true");
  const before = await paper.textContent();
  await page.getByText("This paper sums up what five").first().click();
  await press(page, ["x", "Backspace", "Enter", "Control+x", "Control+v", "Delete"]);
  expect(await paper.textContent()).toBe(before);
  await expect(paper.getByRole("link", { name: "Aldra reading room" })).toBeVisible();
  // What is printed is the paper with its claims, whatever the window shows of it.
  await page.keyboard.press("F9");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".printed-claims li")).toHaveCount(32);
  await expect(page.locator(".printed-paper sup.claim-number")).toHaveCount(32);
  await expect(page.locator(".printed-paper mark").first()).toBeVisible();
  await expect(page.locator(".head, .panes, .status").filter({ visible: true })).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  await expect(page.locator(".printed-paper")).toHaveCount(0);
  await expect(page.locator(".head")).toBeVisible();
});

test("a paper printed from the Urdu window has its claims in Urdu, with white paper around a dark window", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.evaluate(() => localStorage.setItem("language", "ur"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await expect(page.locator(".card").nth(3)).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const claims = page.locator(".printed-claims li");
  await expect(claims).toHaveCount(32);
  await expect(claims.first()).toContainText("صفحہ 1");
  // Marks that order words of both directions are no part of the words.
  await expect(page.locator(".printed-claims")).not.toContainText("U+20");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
});

test("a claim is coded by mouse", async ({ window }) => {
  const page = await openSample(window);
  await page.getByText("This paper sums up what five").first().dblclick();
  await page.keyboard.press("Enter");
  const composer = page.getByRole("form", { name: "Code selected text" });
  await composer.getByRole("combobox", { name: "Issue" }).click();
  await page.keyboard.type("licence");
  await composer.getByRole("option", { name: "Who decides › The licence" }).click();
  await composer.getByText("supports").click();
  await composer.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".card")).toHaveCount(33);
  await expect(page.locator(".inspector .positions")).toContainText("The licence");
});

test("an issue that is not in the codebook is made; a note needs none", async ({ window }) => {
  const page = await openSample(window);
  await page.getByText("This paper sums up what five").first().click();
  await press(page, ["s", "Enter"]);
  await page.keyboard.type("Phase 10: co-operation?");
  await press(page, ["Enter", "Enter"]);
  await expect(page.locator(".card")).toHaveCount(33);
  await expect(page.locator(".inspector .positions")).toContainText("Phase 10: co-operation?");
  await press(page, ["Shift+s", "Enter"]);
  await page.getByRole("form").getByLabel("Note").focus();
  await page.keyboard.type("Check the transcript - page 3?");
  await press(page, ["Enter"]);
  await expect(page.locator(".card")).toHaveCount(34);
  await expect(page.locator(".inspector header")).toContainText("Note");
});

test("five annotations over each other are all reached, by mouse and by keys", async ({ window }) => {
  const page = await openSample(window);
  await page.getByText("This paper sums up what five").first().click();
  await press(page, ["a", "1", "+", "Enter"]);
  for (let value = 33; value < 37; value++) {
    await expect(page.locator(".card")).toHaveCount(value);
    await expect(page.locator(".composer")).toHaveCount(0);
    // Each differs from the others: the same coding twice is asked about.
    const stances = ["-", "0", "~", "?"];
    await press(page, [...(value === 33 ? ["s"] : []), "2", stances[value - 33] ?? "-", "Enter"]);
  }
  await expect(page.locator(".card")).toHaveCount(37);
  const words = page.locator(".paper mark.lane-4").first();
  const reached = new Set<string | null>();
  for (let click = 0; click < 5; click++) {
    await words.click();
    // Two clicks in quick succession are a double click.
    await page.waitForTimeout(600);
    reached.add(
      await page
        .locator(".card.selected")
        .evaluate((card) => String([...(card.parentElement?.children ?? [])].indexOf(card))),
    );
  }
  expect(reached.size).toBe(5);
  await page.keyboard.press("Tab");
  await expect(page.locator(".card.selected")).toHaveCount(1);
});

test("card and words answer each other, and no card covers another", async ({ window }) => {
  const page = await openSample(window);
  await page.locator(".card").nth(3).click();
  await expect(page.locator(".paper .selected").first()).toBeInViewport();
  await page.locator(".card").nth(4).hover();
  await expect(page.locator(".paper .hovered").first()).toBeAttached();
  const boxes = await page.locator(".card").evaluateAll((cards) =>
    cards.map((card) => {
      const { left, right, top, bottom } = card.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  const covers = (a: (typeof boxes)[number], b: (typeof boxes)[number]): boolean =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  expect(boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => covers(box, other)))).toEqual([]);
  // Tab comes to one card, arrows go from one to the next, Escape goes back to the words.
  await expect(page.locator('.card .face[tabindex="0"]')).toHaveCount(1);
  await page.locator('.card .face[tabindex="0"]').focus();
  const reached = (): Promise<number> =>
    page.locator(".card").evaluateAll((cards) => cards.findIndex((card) => card.contains(document.activeElement)));
  for (const [key, at] of [
    ["Home", 0],
    ["ArrowDown", 1],
    ["ArrowDown", 2],
    ["ArrowUp", 1],
    ["End", 31],
  ] as const) {
    await page.keyboard.press(key);
    expect(await reached()).toBe(at);
  }
  await page.keyboard.press("Escape");
  await expect(page.locator(".ProseMirror")).toBeFocused();
});

test("every part of a claim is edited in the inspector and told in its history", async ({ window, run }) => {
  const page = await openSample(window);
  await page.locator(".card").nth(2).click();
  await page.getByLabel("Reliability of the source").selectOption("B");
  await page.getByLabel("Credibility of the information").selectOption("2");
  await page.getByRole("combobox", { name: "Actor" }).fill("Port of Aldra");
  await page.getByRole("combobox", { name: "Actor" }).blur();
  await expect(page.locator(".card.selected")).toContainText("Port of Aldra");
  await expect(page.getByLabel("History")).toContainText("Set the actor: Port of Aldra");
  const claims: { actor: string }[] = JSON.parse(run("claims", "--actor", "Port of Aldra", "--json"));
  expect(claims).toHaveLength(1);
});
