import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";
import { typeset } from "./typeset.ts";
import type { Window } from "./window.ts";

const small = "#set page(width: 300pt, height: 200pt, margin: 20pt)\n";
/** One sentence of 180 words, too long for one page of the small size. */
const sentence = `The council holds that ${Array.from({ length: 170 }, (_, k) => `reason ${k + 1}`).join(", ")} speak for the port.`;

/** Bring a PDF in and show its pages. */
async function showPages(window: Window, name: string, bytes: Buffer): Promise<Page> {
  const page = await window.open();
  await window.choose({ name, bytes }, () => page.getByRole("button", { name: "Import papers…" }).first().click());
  await expect(page.getByRole("button", { name: "Pages", exact: true })).toBeVisible();
  await page.keyboard.press("F9");
  await expect(sheet(page, 0).locator("canvas[data-ready=true]").first()).toBeVisible({ timeout: 20_000 });
  await expect(sheet(page, 0).locator("svg.lines")).toBeAttached();
  return page;
}

const sheet = (page: Page, index: number): Locator => page.locator(`.sheet[data-page="${index}"]`);
const chosen = (page: Page): Locator => page.locator(".facsimile > [aria-live]");

/** A point of a page, in points from its upper left corner. */
async function pointAt(page: Page, index: number, [x, y]: readonly [number, number], width: number) {
  const box = await sheet(page, index).boundingBox();
  if (box === null) throw new Error("The page is not there.");
  return { x: box.x + (x * box.width) / width, y: box.y + (y * box.width) / width };
}

test("a sentence over a page break coded on the pages is one claim, drawn on both and in the text", async ({
  window,
  run,
}) => {
  const page = await showPages(window, "break.pdf", typeset(`${small}#${JSON.stringify(sentence)}`));
  const start = await pointAt(page, 0, [60, 40], 300);
  await page.mouse.click(start.x, start.y);
  for (const key of ["s", "Enter"]) await page.keyboard.press(key);
  const composer = page.getByRole("form", { name: "Code selected text" });
  await expect(composer.getByRole("combobox", { name: "Issue" })).toBeFocused();
  await page.keyboard.type("The port");
  for (const key of ["Enter", "Enter"]) await page.keyboard.press(key);
  await expect(sheet(page, 0).locator("g[data-annotation]")).toHaveCount(1);
  await page.getByRole("button", { name: "Fit page" }).click();
  await sheet(page, 0).hover();
  await page.mouse.wheel(0, 400);
  await expect(sheet(page, 1).locator("g[data-annotation]")).toHaveCount(1);
  const claims: { quote: string }[] = JSON.parse(run("claims", "--json"));
  expect(claims.map((claim) => claim.quote)).toEqual([sentence]);
  await page.keyboard.press("F10");
  await expect(page.locator(".paper mark").first()).toBeVisible();
});

test("words over a page break are selected and coded on the pages by keys alone", async ({ window, run }) => {
  const page = await showPages(window, "break.pdf", typeset(`${small}#${JSON.stringify(sentence)}`));
  await page.keyboard.press("Control+Home");
  for (let word = 0; word < 3; word++) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Shift+End");
  for (let line = 0; line < 14; line++) await page.keyboard.press("Shift+ArrowDown");
  await expect(sheet(page, 1).locator(".chosen rect").first()).toBeInViewport();
  const words = (await chosen(page).textContent()) ?? "";
  expect(words).toMatch(/^ ?that reason 1, /);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Issue" })).toBeFocused();
  await page.keyboard.type("The port");
  for (const key of ["Enter", "Enter"]) await page.keyboard.press(key);
  await expect(sheet(page, 1).locator("g[data-annotation]")).toHaveCount(1);
  const claims: { quote: string }[] = JSON.parse(run("claims", "--json"));
  expect(claims).toHaveLength(1);
  expect(sentence).toContain(claims[0]?.quote);
  expect(claims[0]?.quote.startsWith("that reason 1, ")).toBe(true);
});

test("dragging down one column of two selects that column, and over its foot the head of the next", async ({
  window,
}) => {
  const words = (word: string): string => Array.from({ length: 20 }, (_, k) => `${word}${k}`).join(" ");
  const source = `${small}#columns(2, gutter: 20pt)[#par[${words("alder")}] #colbreak() #par[${words("birch")}]]`;
  const page = await showPages(window, "columns.pdf", typeset(source));
  const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
    const [a, b] = [await pointAt(page, 0, from, 300), await pointAt(page, 0, to, 300)];
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 4 });
    await page.mouse.move(b.x, b.y, { steps: 4 });
    await page.mouse.up();
  };
  await drag([20, 26], [148, 60]);
  await expect(chosen(page)).toContainText("alder0 alder1");
  await expect(chosen(page)).not.toContainText("birch");
  for (const box of await sheet(page, 0).locator(".chosen rect").all())
    expect(Number(await box.getAttribute("x")) + Number(await box.getAttribute("width"))).toBeLessThan(152);
  // The toolbar of the words is below them, where the next drag begins.
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar", { name: "Selected text" })).toHaveCount(0);
  await drag([20, 84], [270, 26]);
  await expect(chosen(page)).toContainText("alder19 birch0");
  await expect(chosen(page)).not.toContainText("alder0 ");
});

test.describe("on a screen of two device pixels to one", () => {
  test.use({ deviceScaleFactor: 2 });
  test("pages are as sharp as the screen at every size", async ({ window }) => {
    const page = await showPages(window, "sharp.pdf", typeset(`${small}#${JSON.stringify(sentence)}`));
    for (const act of ["fit", "Control+=", "Control+=", "Control+9", "Control+-"]) {
      if (act !== "fit") await page.keyboard.press(act);
      await page.waitForTimeout(300);
      await expect(sheet(page, 0).locator("canvas[data-ready=false]")).toHaveCount(0);
      const canvases = await sheet(page, 0)
        .locator("canvas")
        .evaluateAll((all) =>
          all.map((element) => {
            const canvas = element as HTMLCanvasElement;
            const box = canvas.getBoundingClientRect();
            return {
              width: canvas.width / devicePixelRatio - box.width,
              height: canvas.height / devicePixelRatio - box.height,
            };
          }),
        );
      expect(canvases.length).toBeGreaterThan(0);
      for (const off of canvases) {
        expect(Math.abs(off.width)).toBeLessThan(1);
        expect(Math.abs(off.height)).toBeLessThan(1);
      }
    }
  });
});

test("only pages in sight are drawn; small pages, keys and the page field go through a long paper", async ({
  window,
}) => {
  const long = `${small}#set page(numbering: "1")\n${Array.from({ length: 80 }, (_, k) => `Page number ${k + 1} says this.`).join("\n#pagebreak()\n")}`;
  const page = await showPages(window, "long.pdf", typeset(long));
  const drawn = async (): Promise<number[]> =>
    page
      .locator(".sheet:has(canvas)")
      .evaluateAll((all) => all.map((element) => Number((element as HTMLElement).dataset.page)));
  expect((await drawn()).length).toBeLessThan(8);
  await page.keyboard.press("Control+End");
  await expect(sheet(page, 79)).toBeInViewport();
  // For screen readers: a page's words come once it is looked at.
  await expect(sheet(page, 79)).toContainText("Page number 80 says this.");
  await expect.poll(drawn).not.toContain(0);
  expect((await drawn()).length).toBeLessThan(8);
  const field = page.getByRole("toolbar", { name: "Pages" }).getByRole("textbox", { name: "Page" });
  await expect(field).toHaveValue("80");
  await field.fill("40");
  await field.press("Enter");
  await expect(sheet(page, 39)).toBeInViewport();
  await page.getByRole("button", { name: "Page 41", exact: true }).click();
  await expect(sheet(page, 40)).toBeInViewport();
  await expect(sheet(page, 40)).toContainText("Page number 41 says this.");
  expect(await page.locator(".thumbnails button").count()).toBeLessThan(20);
});

/** How light what is seen of a page is, from 0 to 1. */
async function lightness(page: Page, where: Locator): Promise<number> {
  const picture = (await where.screenshot()).toString("base64");
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    let sum = 0;
    for (let offset = 0; offset < data.length; offset += 4)
      sum += (data[offset] ?? 0) + (data[offset + 1] ?? 0) + (data[offset + 2] ?? 0);
    return sum / (data.length * 0.75) / 255;
  }, picture);
}

test("pages are turned dark and light by themselves, whatever the window is, with their highlights", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.keyboard.press("F9");
  await page.getByRole("button", { name: "Page 1, 10 claims" }).click();
  const marked = page.locator(".sheet .lines g[data-annotation]");
  await expect(marked.first()).toBeAttached();
  const shown = page.locator('.sheet[data-page="3"]');
  await expect(shown.locator("canvas[data-ready=false]")).toHaveCount(0);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await lightness(page, page.locator(".sheets"))).toBeGreaterThan(0.8);
  await page.keyboard.press("Control+Shift+d");
  await expect(shown.locator("canvas[data-ready=false]")).toHaveCount(0);
  await expect.poll(() => lightness(page, page.locator(".sheets"))).toBeLessThan(0.35);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.keyboard.press("Control+Shift+d");
  await expect.poll(() => lightness(page, page.locator(".sheets"))).toBeGreaterThan(0.8);
});

test("text and pages scroll together, whichever is scrolled, and a claim chosen in one shows in the other", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.keyboard.press("F10");
  const pages = page.locator(".sheets");
  await pages.hover();
  await page.mouse.wheel(0, 100_000);
  await expect(page.locator(".paper section").last()).toBeInViewport();
  await page.locator(".paper").hover();
  await page.mouse.wheel(0, -100_000);
  await expect(sheet(page, 0)).toBeInViewport();
  await expect.poll(() => pages.evaluate((page) => page.scrollTop)).toBeLessThan(40);
  await page.locator(".paper mark").nth(20).click();
  const selected = page.locator(".sheet .lines g.selected");
  await expect(selected.first()).toBeInViewport();
});

test("what is under the pointer stays there over zooming, and a place found is brought into sight from aside", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.keyboard.press("F9");
  await page.getByRole("button", { name: "Page 1, 10 claims" }).click();
  const mark = sheet(page, 3).locator(".fills g rect").first();
  await expect(mark).toBeInViewport();
  const before = await mark.boundingBox();
  if (before === null) throw new Error("The claim is not there.");
  const pointer = { x: before.x + before.width * 0.9, y: before.y + before.height / 2 };
  await page.mouse.move(pointer.x, pointer.y);
  await page.keyboard.down("Control");
  for (let step = 0; step < 4; step++) await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await mark.boundingBox())?.height ?? 0).toBeGreaterThan(before.height * 2.5);
  const after = await mark.boundingBox();
  if (after === null) throw new Error("The claim is not there.");
  expect(Math.abs((pointer.x - after.x) / after.width - 0.9)).toBeLessThan(0.02);
  expect(Math.abs((pointer.y - after.y) / after.height - 0.5)).toBeLessThan(0.2);
  await page.keyboard.press("Control+f");
  await page.keyboard.type("Two of them told the hearing");
  await expect(page.locator(".sheet .here rect").first()).toBeInViewport();
});

test("a paper that was no PDF says that it has no original pages", async ({ window }) => {
  const page = await window.open();
  const file = { name: "note.md", bytes: Buffer.from("# A note\n\nWithout pages.\n") };
  await window.choose(file, () => page.getByRole("button", { name: "Import papers…" }).first().click());
  await expect(page.locator(".paper h1")).toBeVisible();
  await page.keyboard.press("F9");
  await expect(page.getByText("This paper has no original pages to show")).toBeVisible();
  await page.getByRole("button", { name: "Show text" }).click();
  await expect(page.locator(".paper h1")).toBeVisible();
});

test("pages alone have the cards beside them, level with their words, for mouse and keys", async ({ window }) => {
  const page = await openSample(window);
  await page.getByRole("group", { name: "Text or pages" }).getByRole("button", { name: "Pages" }).click();
  await expect(page.locator(".reading")).toHaveCount(0);
  const lane = page.locator(".page-cards");
  await expect(lane.locator(".card")).toHaveCount(32);
  await page.keyboard.press("F6");
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  const selected = lane.locator(".card.selected");
  const frame = page.locator(".lines .selected rect").first();
  await expect(frame).toBeVisible();
  const apart = async (): Promise<number> =>
    Math.abs(((await selected.boundingBox())?.y ?? -999) - ((await frame.boundingBox())?.y ?? 999));
  await expect.poll(apart).toBeLessThan(12);
  // The lane follows the pages.
  await page.locator(".sheets").evaluate((sheets) => sheets.scrollBy(0, 150));
  await expect.poll(apart).toBeLessThan(12);
  // A key in the cards leads to the next one and brings its words into sight; Enter selects it.
  const before = await selected.getAttribute("data-annotation");
  await selected.locator(".face").focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(selected).not.toHaveAttribute("data-annotation", before ?? "");
  await expect(selected.locator(".face")).toBeInViewport();
  await expect(frame).toBeInViewport();
  // Beside a text that has its cards there is no second set of them.
  await page.getByRole("group", { name: "Text or pages" }).getByRole("button", { name: "Both" }).click();
  await expect(page.locator(".reading .card")).toHaveCount(32);
  await expect(lane).toHaveCount(0);
});
