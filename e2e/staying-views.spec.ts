import { expect, openSample, test } from "./fixtures.ts";

test("the paper stays behind the table: place and caret are kept, nothing of it is reached, and it is up to date when it is shown again", async ({
  window,
}) => {
  const page = await openSample(window);
  const scroller = page.locator(".reading .scroller");
  const place = (): Promise<number> => scroller.evaluate((element) => Math.round(element.scrollTop));
  await page.keyboard.press("F6");
  for (let step = 0; step < 9; step++) await page.keyboard.press("n");
  const card = page.locator(".card.selected");
  await expect(card).toHaveCount(1);
  const claim = await card.getAttribute("data-annotation");
  // The step's own scrolling is over when the place is the same for a while.
  let last = -1;
  await expect
    .poll(async () => {
      const now = await place();
      const isStill = now === last;
      last = now;
      return isStill;
    })
    .toBe(true);
  await scroller.evaluate((element) => element.scrollBy(0, 120));
  const before = await place();
  expect(before).toBeGreaterThan(0);

  await page.keyboard.press("Control+2");
  await expect(page.locator("tr.on")).toBeFocused();
  await expect(page.locator(".ProseMirror")).toBeHidden();
  expect(await page.getByRole("textbox", { name: /ferr/i }).count()).toBe(0);
  const reached = await page.evaluate(() => {
    document.querySelector<HTMLElement>(".ProseMirror")?.focus();
    return document.activeElement?.matches(".ProseMirror");
  });
  expect(reached).toBe(false);

  // What changes meanwhile: the claim, and the language.
  await page.locator("tr.on").focus();
  await page.keyboard.press("Control+,");
  await page.getByRole("combobox", { name: "Language" }).selectOption("ur");
  await expect(page.locator("html")).toHaveAttribute("lang", "ur");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+1");
  await expect(page.locator(".ProseMirror")).toBeFocused();
  expect(Math.abs((await place()) - before)).toBeLessThan(2);
  await expect(page.locator(".card.selected")).toHaveAttribute("data-annotation", claim ?? "");
  await expect(page.locator(".margin")).not.toHaveAttribute("aria-label", /[A-Za-z]/);
  await expect(page.locator(".card.selected .unseen")).toContainText(/[\u0600-\u06ff]{3}/);
  await page.keyboard.press("n");
  await expect(page.locator(".card.selected")).not.toHaveAttribute("data-annotation", claim ?? "");
});

test("a claim that comes back while the paper is hidden is there when it is shown again", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("F6");
  await page.keyboard.press("n");
  const claim = (await page.locator(".card.selected").getAttribute("data-annotation")) ?? "";
  const mark = page.locator(`.ProseMirror mark[data-annotation="${claim}"]`);
  await page.keyboard.press("Delete");
  await expect(page.locator(".card")).toHaveCount(31);
  await expect(mark).toHaveCount(0);
  await page.keyboard.press("Control+2");
  const rows = page.getByRole("table", { name: "Claims" });
  await expect(rows).toHaveAttribute("aria-rowcount", "32");
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveAttribute("aria-rowcount", "33");
  await expect(mark).toHaveCount(0);
  await page.keyboard.press("Control+1");
  await expect(page.locator(".card")).toHaveCount(32);
  await expect(mark).not.toHaveCount(0);
});

test("the table is entered at the selected claim, however far it is, and selects none where none is selected", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+2");
  const first = page.locator('tbody tr[data-index="0"]');
  await expect(first).toBeFocused();
  // The figures at the foot are those of what is shown.
  await expect(page.locator("footer.status")).toContainText("1 paper · 32 claims and notes");
  await expect(page.locator("footer.status progress")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('tr.on[data-index="1"]')).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.locator('tr.on[data-index="31"]')).toBeFocused();
  await page.setViewportSize({ width: 1100, height: 480 });
  await page.locator(".claims .scroll").evaluate((element) => element.scrollTo({ top: 0 }));
  await expect(page.locator('tr[data-index="31"]')).toHaveCount(0);
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Control+2");
  await expect(page.locator('tr.on[data-index="31"]')).toBeFocused();
  await expect(page.locator('tr.on[data-index="31"]')).toBeInViewport({ ratio: 1 });

  await page.keyboard.press("Escape");
  await expect(page.locator("tr.on")).toHaveCount(0);
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Control+2");
  await expect(page.locator("tbody tr:focus")).toBeInViewport({ ratio: 1 });
  await expect(page.locator("tr.on")).toHaveCount(0);
  await page.keyboard.press("Control+1");
  await expect(page.locator(".ProseMirror")).toBeFocused();
  await expect(page.locator(".card.selected")).toHaveCount(0);
});

test("pages that are shown again have the marks of their claims", async ({ window }) => {
  const page = await openSample(window);
  for (const key of ["F6", "n", "F9"]) await page.keyboard.press(key);
  const marks = page.locator(".sheet g[data-annotation]");
  await expect(marks).not.toHaveCount(0);
  const count = await marks.count();
  for (const key of ["Control+2", "Control+1"]) await page.keyboard.press(key);
  await expect(page.locator(".sheets")).toBeVisible();
  // Sheets that got their letters meanwhile have theirs too.
  await expect.poll(() => marks.count()).toBeGreaterThanOrEqual(count);
});
