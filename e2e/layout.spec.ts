import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

const height = async (where: Locator): Promise<number> => Math.round((await where.boundingBox())?.height ?? 0);

/** Words that cross another element's box, in the head and the left pane. */
const rowsOf = (page: Page): Promise<number> =>
  page.locator(".head").evaluate((head) => {
    const tops = [...head.children]
      .filter((child) => child.getClientRects().length > 0)
      .map((child) => child.getBoundingClientRect())
      .map(({ top, height }) => Math.round((top + height / 2) / 12));
    return new Set(tops).size;
  });

test("sections of the left pane are made higher by dragging and by keys, remember it, and never collapse", async ({
  window,
}) => {
  const page = await openSample(window);
  const part = (name: string): Locator => page.locator(`.part.${name}`);
  const edge = page.getByRole("separator", { name: "Height of Outline and Codebook" });
  const before = [await height(part("outline")), await height(part("codebook"))];
  const box = await edge.boundingBox();
  if (box === null) throw new Error("no edge");
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 60, { steps: 4 });
  await page.mouse.move(box.x + 40, box.y + 90, { steps: 4 });
  await page.mouse.up();
  expect(await height(part("outline"))).toBeGreaterThan((before[0] ?? 0) + 60);
  expect(await height(part("codebook"))).toBeLessThan((before[1] ?? 0) - 60);
  const dragged = await height(part("outline"));
  await edge.focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => height(part("outline"))).toBeLessThan(dragged);
  const kept = await height(part("outline"));
  await page.reload();
  await expect(part("outline")).toBeVisible();
  await expect.poll(async () => Math.abs((await height(part("outline"))) - kept)).toBeLessThan(4);
  await page.mouse.move(box.x + 40, ((await edge.boundingBox())?.y ?? 0) + 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, 850, { steps: 6 });
  await page.mouse.up();
  for (const name of ["papers", "outline", "codebook", "actors"])
    expect([name, (await height(part(name))) >= 90]).toEqual([name, true]);
  await page.getByRole("button", { name: "Outline", exact: true }).click();
  expect(await height(part("outline"))).toBeLessThan(40);
  await page.getByRole("button", { name: "Outline", exact: true }).click();
  expect(await height(part("outline"))).toBeGreaterThanOrEqual(90);
});

test("the head has one row at every width, and nothing is wider than the window", async ({ window }) => {
  const page = await openSample(window);
  for (const [width, tall] of [
    [1440, 900],
    [1280, 720],
    [1024, 700],
    [900, 650],
    [800, 600],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height: tall });
    for (const key of ["Control+1", "Control+2", "Control+3", "Control+4", "Control+5"]) {
      await page.keyboard.press(key);
      expect([width, key, await rowsOf(page)]).toEqual([width, key, 1]);
      const wide = await page.evaluate(() => {
        const head = document.getElementsByClassName("head")[0];
        return [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          (head?.scrollWidth ?? 0) - (head?.clientWidth ?? 0),
        ];
      });
      expect([width, key, wide]).toEqual([width, key, [0, 0]]);
    }
  }
  // In a narrow window the views are a list.
  await page.getByRole("combobox", { name: "Views" }).selectOption({ label: "Codebook" });
  await expect(page.locator(".codebook-view")).toBeVisible();
});

test("at twice the size the filter and the tabs of the analysis take a row each", async ({ window }) => {
  const page = await openSample(window);
  await page.setViewportSize({ width: 720, height: 450 });
  await page.keyboard.press("Control+3");
  await expect(page.locator(".analysis .tabs button").first()).toBeVisible();
  for (const row of [".filter-bar .filter", ".analysis .tabs"]) {
    const tops = await page
      .locator(`${row} > *`)
      .evaluateAll((parts) =>
        parts.map((part) => part.getBoundingClientRect()).map(({ top, height }) => top + height / 2),
      );
    expect([row, Math.round(Math.max(...tops) - Math.min(...tops))]).toEqual([row, 0]);
  }
});

test("in Urdu the key that takes the author does not cover the name", async ({ window }) => {
  const page = await openSample(window);
  await page.evaluate(() => localStorage.setItem("language", "ur"));
  await page.reload();
  await expect(page.locator(".card").first()).toBeVisible({ timeout: 20_000 });
  for (const key of ["F6", "Control+Home", "j", "s", "Enter"]) await page.keyboard.press(key);
  const field = page.locator(".with-suggestion input");
  const [box, key, start] = [
    await field.boundingBox(),
    await page.locator(".with-suggestion .accept").boundingBox(),
    await field.evaluate((input) => Number.parseFloat(getComputedStyle(input).paddingLeft)),
  ];
  if (box === null || key === null) throw new Error("no author is suggested");
  expect(key.x + key.width).toBeLessThanOrEqual(box.x + start);
});

test("in a low window the buttons of a dialog stay in sight while it scrolls", async ({ window }) => {
  const page = await openSample(window);
  await page.setViewportSize({ width: 720, height: 300 });
  let scrolled = 0;
  for (const key of ["Control+e", "Control+Shift+E", "Control+,", "F1"]) {
    await page.keyboard.press(key);
    const dialog = page.locator("dialog[open]");
    await expect(dialog).toBeVisible();
    if (await dialog.evaluate((element) => element.scrollHeight > element.clientHeight)) scrolled++;
    for (const top of [0, 40, 100_000]) {
      await dialog.evaluate((element, top) => element.scrollTo(0, top), top);
      await expect(dialog.locator("footer button").last()).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
  expect(scrolled).toBeGreaterThan(0);
});

test("a narrow table of claims keeps issue and actor, and scrolls sideways", async ({ window }) => {
  const page = await openSample(window);
  await page.setViewportSize({ width: 900, height: 600 });
  await page.keyboard.press("Control+2");
  await expect(page.locator("tr[data-index='0']")).toBeFocused();
  for (const key of ["ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  await expect(page.locator(".inspector")).toBeVisible();
  const heads = page.locator(".claims thead th:not(.tick) > button");
  await expect(heads.first()).toBeVisible();
  const names = (await heads.allTextContents()).map((name) => name.replace(/[ ↓↑]+$/, ""));
  expect(names.slice(0, 3)).toEqual(["Claim", "Issue and stance", "Actor"]);
  const scroll = page.locator(".claims .scroll");
  expect(await scroll.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(50);
});

test("counts of the codebook are under their heads", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+Shift+B");
  const end = async (where: Locator): Promise<number> => {
    const box = await where.boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0));
  };
  const heads = page.locator(".entry-heads > button:not(.grow)");
  for (const row of [0, 1]) {
    const counts = page.locator(".codebook-view [role=treeitem]").nth(row).locator(".drawn > .count");
    for (const column of [0, 1])
      expect(Math.abs((await end(counts.nth(column))) - (await end(heads.nth(column))))).toBeLessThanOrEqual(2);
  }
});

test("where a card has room for a sign only, the sign is in its middle", async ({ window }) => {
  const page = await openSample(window);
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.keyboard.press("n");
  const card = page.locator(".card.small.selected");
  await expect(card).toBeVisible();
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, direction);
    const shift = await card.evaluate((element) => {
      const middle = ({ left, right }: DOMRect): number => (left + right) / 2;
      const glyph = element.querySelector(".glyph");
      return glyph ? middle(glyph.getBoundingClientRect()) - middle(element.getBoundingClientRect()) : Infinity;
    });
    expect(Math.abs(shift)).toBeLessThan(2);
  }
});

test("a name without spaces makes neither the form nor a list wider, and the longest lines are broken", async ({
  window,
  library,
  run,
}) => {
  const long = "Verfassungsgerichtsentscheidungskompetenzverteilungsfragen";
  const codebook = path.join(path.dirname(library), "codebook.csv");
  await writeFile(codebook, `kind,name\nissue,${long}\nissue,${long}${long}\nactor,${long}${long}\n`);
  run("codebook", "import", codebook);
  const page = await window.open();
  await page.getByRole("button", { name: "Open the sample paper" }).click();
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  await page.setViewportSize({ width: 800, height: 600 });
  const beyond = (selector: string): Promise<number> =>
    page.locator(selector).evaluate((element) => element.scrollWidth - element.clientWidth);
  for (const key of ["F6", "Control+Home", "j", "s", "Enter", "f", "a"]) await page.keyboard.press(key);
  await expect(page.getByRole("option", { name: long }).first()).toBeVisible();
  expect(await beyond(".composer")).toBe(0);
  for (const key of ["Escape", "Escape", "Escape", "F6", "n", "l"]) await page.keyboard.press(key);
  await expect(page.locator("dialog [role=option]").first()).toBeVisible();
  expect(await beyond("dialog .palette")).toBe(0);
});

test("in Urdu, fields, keys, commands and quotations run as their own words do", async ({ window }) => {
  const page = await openSample(window);
  await page.evaluate(() => localStorage.setItem("language", "ur"));
  await page.reload();
  await expect(page.locator(".card").first()).toBeVisible({ timeout: 20_000 });
  const style = (selector: string, name: "direction" | "quotes"): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], name);
  await page.keyboard.press("Control+5");
  const sought = page.getByPlaceholder("مقالے تلاش کریں…");
  expect(await sought.evaluate((input) => getComputedStyle(input).direction)).toBe("rtl");
  await sought.fill("The strait");
  expect(await sought.evaluate((input) => getComputedStyle(input).direction)).toBe("ltr");
  await page.keyboard.press("Control+k");
  expect(await style(".palette kbd", "direction")).toBe("ltr");
  // A command whose name begins in Latin letters still runs from right to left.
  const ocr = page.getByRole("option", { name: "OCR" }).locator("span").first();
  expect(await ocr.evaluate((label) => getComputedStyle(label).direction)).toBe("rtl");
  await page.keyboard.press("Escape");
  for (const key of ["Control+1", "F6", "n", "l"]) await page.keyboard.press(key);
  await expect(page.locator("dialog q").first()).toBeVisible();
  expect(await style("dialog q", "quotes")).toContain("“");
  expect((await style("dialog q", "quotes")).indexOf("“")).toBeLessThan(
    (await style("dialog q", "quotes")).indexOf("”"),
  );
});

test("tags and collections in the details of a paper are in one row", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("edit details");
  await page.keyboard.press("Enter");
  const top = async (field: string): Promise<number> =>
    Math.round((await page.getByLabel(field, { exact: true }).boundingBox())?.y ?? 0);
  await expect(page.getByLabel("Collections", { exact: true })).toBeVisible();
  expect(await top("Collections")).toBe(await top("Tags"));
});
