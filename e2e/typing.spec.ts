import type { Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";
import { pressOn, russian, typeOn } from "./layouts.ts";

type Claim = Readonly<{
  note: string;
  actor: string | null;
  positions: readonly { issue: string; stance: string | null }[];
}>;

const names = [
  { issue: "COVID-19", actor: "Red Cross", code: () => "" },
  { issue: "2030 targets", actor: "2nd Committee", code: () => "" },
  { issue: "EU+3 refugees?", actor: "0800 Group", code: () => "" },
  { issue: "Реформа рынка", actor: "Минфин 1", code: russian },
  { issue: "إصلاح ١٢", actor: "وزارة المالية", code: () => "KeyR" },
];

async function openForm(page: Page): Promise<void> {
  for (const key of ["F6", "u", "s", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("combobox", { name: "Issue" })).toBeFocused();
}

test("names typed on Latin, Cyrillic and Arabic keyboards are saved as they are typed", async ({ window, run }) => {
  const page = await openSample(window);
  for (const [index, { issue, actor, code }] of names.entries()) {
    await openForm(page);
    await typeOn(page, issue, code);
    await expect(page.getByRole("combobox", { name: "Issue" })).toHaveValue(issue);
    await page.keyboard.press("Shift+Tab");
    await typeOn(page, actor, code);
    await page.keyboard.press("Enter");
    await page.getByLabel("Note", { exact: true }).first().focus();
    await typeOn(page, `${issue} +-0~?r 1`, code);
    await page.keyboard.press("Enter");
    await expect(page.locator(".composer")).toHaveCount(0);
    await expect(page.locator(".card")).toHaveCount(33 + index);
  }
  const claims = JSON.parse(run("claims", "--json")) as Claim[];
  for (const { issue, actor } of names)
    expect(claims.find((claim) => claim.positions.some((position) => position.issue === issue))).toMatchObject({
      actor,
      note: `${issue} +-0~?r 1`,
      positions: [{ stance: null }],
    });
});

test("Enter of a Japanese input method saves nothing; the composed name is saved", async ({ window, run }) => {
  const page = await openSample(window);
  await openForm(page);
  const session = await page.context().newCDPSession(page);
  for (const text of ["み", "みず", "水"])
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Issue" })).toBeFocused();
  await session.send("Input.insertText", { text: "水" });
  await expect(page.getByRole("combobox", { name: "Issue" })).toHaveValue("水");
  await expect(page.locator(".card")).toHaveCount(32);
  for (const key of ["Enter", "+", "Enter"]) await page.keyboard.press(key);
  await expect(page.locator(".card")).toHaveCount(33);
  const claims = JSON.parse(run("claims", "--json")) as Claim[];
  expect(claims.flatMap((claim) => claim.positions)).toContainEqual(
    expect.objectContaining({ issue: "水", stance: "supports" }),
  );
});

test("shortcuts work on keyboards that are not Latin", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("F6");
  await page.keyboard.press("u");
  await pressOn(page, "ы", "KeyS");
  await pressOn(page, "۱", "Digit1");
  const form = page.getByRole("form", { name: "Code selected text" });
  await expect(form).toBeVisible();
  await pressOn(page, "Dead", "Backquote");
  await expect(form.getByRole("radio", { name: "mixed" })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.locator(".card")).toHaveCount(33);
  await pressOn(page, "я", "KeyZ", 2);
  await expect(page.locator(".card")).toHaveCount(32);
  await page.keyboard.press("Control+y");
  await expect(page.locator(".card")).toHaveCount(33);
});

test("Enter accepts the highlighted row first; one Escape closes a form that nothing was typed in", async ({
  window,
}) => {
  const page = await openSample(window);
  await openForm(page);
  await expect(page.locator(".choices")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("tree", { name: "Issue" })).toBeVisible();
  const [list, stances] = [await page.locator(".choices").boundingBox(), await page.locator(".stances").boundingBox()];
  if (list === null || stances === null) throw new Error("list and stances are on screen");
  expect(list.x >= stances.x + stances.width || list.x + list.width <= stances.x).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.locator(".composer")).toHaveCount(0);
  await openForm(page);
  await page.keyboard.type("disc");
  await expect(page.getByRole("option", { name: "Create issue “disc”" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "No stance" })).toBeFocused();
  await expect(page.locator(".card")).toHaveCount(32);
  await page.keyboard.press("Escape");
});

test("a coding is saved twice only when that is meant, and white space is not coded", async ({ window }) => {
  const page = await openSample(window);
  for (const key of ["F6", "u", "s", "1", "+", "Enter"]) await page.keyboard.press(key);
  await expect(page.locator(".card")).toHaveCount(33);
  await page.keyboard.press("r");
  await expect(page.getByRole("alert")).toContainText("already coded the same way");
  await expect(page.locator(".card")).toHaveCount(33);
  await page.getByRole("button", { name: "Open existing claim" }).click();
  await expect(page.locator(".composer")).toHaveCount(0);
  await expect(page.locator(".card.selected")).toHaveCount(1);
});

test("white space alone is not coded; a quote is copied with author, year and page", async ({ window, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined);
  const page = await openSample(window);
  for (const key of ["F6", "u", "ArrowRight"]) await page.keyboard.press(key);
  await page.keyboard.press("s");
  await page.keyboard.press("Control+Shift+c");
  await expect(page.locator(".message")).toContainText(/Copied: .*”\s\([^()]*Ilves \d{4}, p\.\s\S+\)/, {
    timeout: 20_000,
  });
  const space = await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector(".ProseMirror p") ?? document,
      NodeFilter.SHOW_TEXT,
    );
    const node = walker.nextNode();
    const offset = node?.textContent?.indexOf(" ") ?? -1;
    if (node === null || offset < 0) return false;
    getSelection()?.setBaseAndExtent(node, offset, node, offset + 1);
    return true;
  });
  expect(space).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Issue" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("no visible characters");
  await expect(page.locator(".card")).toHaveCount(32);
});
