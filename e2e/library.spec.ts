import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

/** The same sentence about harbour dues in five scripts, and a word of it as somebody else would write it. */
const scripts = [
  {
    name: "Latin",
    title: "Les droits de port",
    says: "Le ministère préfère l’appel d’offres.",
    typed: "ministere prefere",
  },
  { name: "Arabic", title: "رسوم الميناء", says: "يرى المجلس أن رسوم الميناء تتبع الطول.", typed: "رُسوم" },
  { name: "Urdu", title: "بندرگاہ کے محصول", says: "کونسل کے نزدیک محصول لمبائی پر ہوں۔", typed: "كونسل" },
  { name: "Devanagari", title: "बंदरगाह का शुल्क", says: "परिषद के लिए शुल्क लंबाई पर हो।", typed: "लंबाई" },
  { name: "Chinese", title: "港口费之争", says: "理事会认为，港口费应按船只长度收取。", typed: "船只长度" },
] as const;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function openLibrary(page: Page): Promise<Locator> {
  await press(page, "Control+5");
  const shelf = page.getByRole("main").getByRole("listbox", { name: "Papers" });
  await expect(shelf.getByRole("option").first()).toBeFocused();
  return shelf;
}

const titles = (shelf: Locator): Promise<string[]> => shelf.locator("[data-part=title]").allTextContents();

const files = scripts.map(({ name, title, says }) => ({
  name: `${name}.md`,
  bytes: Buffer.from(`# ${title}\n\n${says}\n`),
}));

/** The sample paper and so many others, each in another script. */
async function openMany(window: Parameters<typeof openSample>[0], others: number): Promise<Page> {
  const page = await openSample(window);
  for (const [index, file] of files.slice(0, others).entries()) {
    await openLibrary(page);
    await window.choose(file, () => page.getByRole("main").getByRole("button", { name: "Import…" }).click());
    await expect(page.getByRole("heading", { name: scripts[index]?.title ?? "" })).toBeVisible();
  }
  await openLibrary(page);
  await expect(page.getByText(`${others + 1} papers`, { exact: true })).toBeVisible();
  return page;
}

test("papers are found, put in order, tagged, collected and told apart by keys alone, each step undone", async ({
  window,
  run,
}) => {
  const page = await openMany(window, 2);
  const shelf = page.getByRole("main").getByRole("listbox", { name: "Papers" });
  const heads = page.getByRole("group", { name: "Sort by" });
  await heads.getByRole("button", { name: "Sort by: Title" }).click();
  const byTitle = await titles(shelf);
  await heads.getByRole("button", { name: "Title, ascending" }).click();
  await expect.poll(() => titles(shelf)).toEqual([...byTitle].reverse());
  await heads.getByRole("button", { name: "Sort by: Claims" }).click();
  await expect.poll(async () => (await titles(shelf))[0]).toBe("The Strait Crossing: Who Pays, Who Sails, Who Decides");
  const sample = shelf.getByRole("option", { name: /Who Pays/ });
  await expect(sample).toContainText("32 claims");
  await expect(sample).toContainText("20% coverage");
  await expect(sample.locator(".bar i")).toHaveCount(5);
  await press(page, "Control+1", "Control+5");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  await press(page, "Home", "Shift+ArrowDown", "t");
  await expect(page.locator("input:focus")).toHaveCount(1);
  await page.keyboard.type("urgent");
  await press(page, "Enter", "Escape");
  await expect(page.locator("input:focus")).toHaveCount(0);
  await press(page, "c");
  await expect(page.locator("input:focus")).toHaveCount(1);
  await page.keyboard.type("Harbours");
  await press(page, "Enter", "Escape", "Escape");
  const tagged = (): string[] =>
    (JSON.parse(run("papers", "--json")) as { title: string; tags: string[]; collections: string[] }[])
      .filter((paper) => paper.tags.includes("urgent") && paper.collections.includes("Harbours"))
      .map((paper) => paper.title)
      .sort();
  const firstTwo = (await titles(shelf)).slice(0, 2).sort();
  await expect.poll(tagged).toEqual(firstTwo);
  const collections = page.getByRole("navigation", { name: "Collections" });
  await collections.getByRole("button", { name: "Harbours 2" }).click();
  await expect(shelf.getByRole("option")).toHaveCount(2);
  await collections.getByRole("button", { name: "All papers 3" }).click();
  await expect(shelf.getByRole("option")).toHaveCount(3);
  await page.getByLabel("Tag", { exact: true }).selectOption("urgent");
  await expect(shelf.getByRole("option")).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search papers…" }).fill("no such words");
  await expect(page.getByText("No paper matches this search, tag and collection.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search papers…" }).fill("");
  await page.getByRole("button", { name: "Cards" }).click();
  await expect(shelf.locator(".cover")).toHaveCount(2);
  await press(page, "Control+z", "Control+z");
  await expect.poll(tagged).toEqual([]);
});

test("a paper's record is edited in one dialog, which says what it cannot take", async ({ window, run }) => {
  const page = await openSample(window);
  await openLibrary(page);
  await press(page, "F2");
  const dialog = page.getByRole("dialog", { name: /^Details of/ });
  await dialog.getByLabel("Date of publication").fill("next spring");
  await expect(dialog.getByRole("alert")).toHaveText("Enter the date as 2021, 2021-03 or 2021-03-09.");
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByLabel("Date of publication").fill("2026-05");
  await dialog.getByLabel("Publisher or source").fill("Aldra reading room");
  await dialog.getByLabel("Tags").fill("ferries; to read");
  await press(page, "Enter");
  await expect(dialog).toHaveCount(0);
  const [paper] = JSON.parse(run("papers", "--json"));
  expect(paper).toMatchObject({ date: "2026-05", publisher: "Aldra reading room", tags: ["ferries", "to read"] });
  await expect(page.getByRole("option", { name: /Aldra reading room/ })).toBeVisible();
});

test("words are found in five scripts with their place, in papers and in claims, and opened there", async ({
  window,
}) => {
  const page = await openMany(window, scripts.length);
  await press(page, "Control+Shift+k");
  const field = page.getByRole("searchbox", { name: /^Search papers, claims/ });
  await expect(field).toBeFocused();
  for (const { title, says, typed } of scripts) {
    await field.fill(typed);
    const group = page.getByRole("region", { name: title });
    await expect(group.locator(".hit").last()).toContainText(says);
    await expect(group.locator(".hit").last().locator(".page")).toHaveText("§1");
    expect((await group.locator(".hit mark").allTextContents()).join(" ").length).toBeGreaterThan(2);
  }
  await field.fill("accept a higher fare");
  const claim = page.locator(".hit .claim");
  await expect(claim).toContainText("Islands Council: mixed Fares › What the passenger pays");
  await expect(page.locator(".hit .page").first()).toHaveText("p. 1");
  await press(page, "ArrowDown", "Enter");
  await expect(page.locator(".card.selected")).toContainText("Islands Council");
  await press(page, "Control+Shift+k");
  await press(page, "Control+a");
  await page.keyboard.type("zebra");
  await expect(page.getByText("No paper or claim matches “zebra”.")).toBeVisible();
});

test("a search is narrowed and previewed, and all its matches are coded after a look, as one change", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  await press(page, "Control+Shift+K");
  await page.locator("#search-words").fill("dredging");
  await expect(page.locator(".search-view output")).toHaveText("12 matches and 8 claims and notes in 1 paper");
  await expect(page.getByRole("complementary", { name: "Preview" }).locator("mark")).toHaveText("Dredging");
  await page.getByLabel("Search in").selectOption("Claims and notes only");
  await expect(page.locator(".search-view output")).toContainText("8 claims and notes");
  await expect(page.locator(".hit")).toHaveCount(await page.locator(".hit .claim").count());
  await page.getByLabel("Search in").selectOption("Text only");
  await expect(page.locator(".search-view output")).toContainText("12 matches");
  await page.getByRole("button", { name: "Code all matches…" }).click();
  const dialog = page.getByRole("dialog", { name: "Code all matches of “dredging”" });
  await dialog.getByRole("checkbox").first().uncheck();
  await expect(dialog.getByRole("status")).toHaveText("11 of 12 passages selected.");
  await dialog.getByRole("combobox", { name: "Issue" }).fill("case for");
  await dialog
    .getByRole("option", { name: /case for/i })
    .first()
    .click();
  await dialog.getByRole("button", { name: "Code 11 passages" }).click();
  await expect(page.locator(".message")).toContainText("11 claims coded");
  const count = (): number => (JSON.parse(run("claims", "--json")) as unknown[]).length;
  expect(count()).toBe(43);
  await page.locator(".message").getByRole("button", { name: "Undo" }).click();
  await expect.poll(count).toBe(32);
  await page.getByRole("button", { name: "Code all matches…" }).click();
  await dialog.getByRole("combobox", { name: "Issue" }).fill("Harbour › Silt");
  await dialog.getByRole("option", { name: "Create issue “Harbour › Silt”" }).click();
  await dialog.getByRole("button", { name: "Code 12 passages" }).click();
  await expect(page.locator(".message")).toContainText("12 claims coded");
  expect(JSON.parse(run("claims", "--issue", "Harbour/Silt", "--json"))).toHaveLength(12);
});
