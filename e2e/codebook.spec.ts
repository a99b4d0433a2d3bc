import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

async function openCodebook(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+Shift+B");
  const tree = page.getByRole("main").getByRole("tree", { name: "Issues" });
  await expect(tree.getByRole("treeitem")).toHaveCount(13);
  return tree;
}

/** The tree as lines: two spaces for each level, then the name. */
const drawn = (tree: Locator): Promise<string[]> =>
  tree
    .getByRole("treeitem")
    .evaluateAll((items) =>
      items.map(
        (item) =>
          "  ".repeat(Number(item.getAttribute("aria-level")) - 1) +
          (item.querySelector(".entry-name")?.textContent ?? ""),
      ),
    );

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("the tree is walked, named and rearranged by keys alone, each step one change that is undone", async ({
  window,
}) => {
  const page = await openSample(window);
  const tree = await openCodebook(page);
  const before = await drawn(tree);
  await expect(tree.getByRole("treeitem").first()).toBeFocused();
  await expect(tree.getByRole("treeitem").first()).toHaveAccessibleName("Fares, 0 claims, 11 including sub-issues");

  await press(page, "ArrowLeft");
  await expect(tree.getByRole("treeitem")).toHaveCount(11);
  await press(page, "ArrowRight", "End", "Home", "t");
  await expect(tree.getByRole("treeitem", { name: /^The night boat/ })).toBeFocused();

  await press(page, "Insert");
  await page.keyboard.type("Weather");
  await press(page, "Enter");
  await expect(tree.getByRole("treeitem", { name: /^Weather/ })).toBeFocused();
  await expect.poll(() => drawn(tree)).toEqual([...before.slice(0, 6), "Weather", ...before.slice(6)]);
  await press(page, "Alt+Shift+ArrowUp");
  await expect.poll(() => drawn(tree)).toEqual([...before.slice(0, 3), "Weather", ...before.slice(3)]);
  await press(page, "Alt+Shift+ArrowRight");
  await expect.poll(() => drawn(tree)).toEqual([...before.slice(0, 3), "  Weather", ...before.slice(3)]);
  await press(page, "Alt+Shift+ArrowLeft", "F2");
  await page.keyboard.type("Storms");
  await press(page, "Enter", "7");
  const storms = tree.getByRole("treeitem", { name: /^Storms/ });
  await expect(storms.locator("kbd")).toHaveText("7");
  await expect(storms).toBeFocused();
  await press(page, "Delete");
  await expect(page.getByRole("dialog", { name: "Delete “Storms”" })).toContainText("No claims will be recoded.");
  await press(page, "Enter");
  await expect.poll(() => drawn(tree)).toEqual(before);
  for (let step = 0; step < 7; step++) await press(page, "Control+z");
  await expect(page.getByRole("button", { name: "Undo", description: /^Undo/ })).toBeVisible();
  await expect.poll(() => drawn(tree)).toEqual(before);
});

test("an issue is merged after a look at what changes, and undo brings everything back", async ({ window, run }) => {
  const page = await openSample(window);
  const tree = await openCodebook(page);
  const claims = run("claims", "--json");
  await tree.getByRole("treeitem", { name: /^Who carries the loss/ }).click();
  await page.getByRole("button", { name: "Merge…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Merge/ });
  await expect(dialog.getByRole("button", { name: "Merge" })).toBeDisabled();
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeVisible();
  await dialog.getByRole("combobox").fill("passenger");
  await press(page, "Enter");
  await expect(dialog.getByRole("status")).toContainText("4 claims in 1 paper will be recoded.");
  await expect(dialog.getByRole("status")).toContainText("the yearly grant is paid");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(tree.getByRole("treeitem")).toHaveCount(12);
  await expect(tree.getByRole("treeitem", { name: "What the passenger pays, 11 claims" })).toBeVisible();
  await press(page, "Control+z");
  await expect(tree.getByRole("treeitem")).toHaveCount(13);
  expect(run("claims", "--json")).toBe(claims);
});

test("chosen claims go to a new issue; their words become examples; the issue is defined", async ({ window, run }) => {
  const page = await openSample(window);
  const tree = await openCodebook(page);
  await tree.getByRole("treeitem", { name: /^What the passenger pays/ }).click();
  await page.getByRole("button", { name: "Split…" }).click();
  const split = page.getByRole("dialog", { name: /^Split/ });
  await split.getByLabel("Name of the new issue").fill("Visitors");
  const picks = split.getByRole("group", { name: "Claims to move to the new issue" });
  await picks.getByRole("checkbox").nth(1).check();
  await picks.getByRole("checkbox").nth(2).check();
  await split.getByRole("button", { name: "Move 2 claims to the new issue" }).click();
  await expect(tree.getByRole("treeitem", { name: "Visitors, 2 claims" })).toBeVisible();
  const side = page.getByRole("complementary");
  await expect(side.getByText("5 claims, 7 including sub-issues.")).toBeVisible();

  await press(page, "Escape");
  await side.getByLabel("Include").fill("Season tickets");
  await side.getByLabel("Exclude").fill("Freight");
  await side.getByRole("button", { name: "Colour #2f6f8f" }).click();
  await side.getByRole("button", { name: "Choose from claims…" }).click();
  const examples = page.getByRole("dialog", { name: /^Examples/ });
  await examples.getByRole("checkbox").nth(3).check();
  await examples.getByRole("button", { name: "Use 1 example" }).click();
  await expect(side.getByRole("button", { name: /^Remove the example/ })).toHaveCount(1);
  type Issue = { path: string; include: string; exclude: string; examples: string[]; colour: string };
  const { issues } = JSON.parse(run("codebook", "--json")) as { issues: Issue[] };
  expect(issues.find((issue) => issue.path === "Fares/What the passenger pays")).toMatchObject({
    include: "Season tickets",
    exclude: "Freight",
    colour: "#2f6f8f",
    examples: { length: 1 },
  });
  await side.getByRole("button", { name: "Show claims" }).click();
  await expect(page.getByRole("table", { name: "Claims" })).toHaveAttribute("aria-rowcount", "8");
});

test("issues are dragged beside and into each other; archived ones are put out of sight", async ({ window }) => {
  const page = await openSample(window);
  const tree = await openCodebook(page);
  const item = (name: string): Locator => tree.getByRole("treeitem", { name: new RegExp(`^${name}`) });
  await item("The new vessels").dragTo(item("The night boat"));
  await expect.poll(() => drawn(tree)).toContain("  The new vessels");
  await item("Who decides").dragTo(item("Fares"), { targetPosition: { x: 200, y: 2 } });
  await expect.poll(async () => (await drawn(tree))[0]).toBe("Who decides");
  await item("Fares").dragTo(item("What the passenger pays"));
  expect(await drawn(tree)).toContain("Fares");
  const own = await drawn(tree);
  const heads = page.getByRole("group", { name: "Sort by" });
  await heads.getByRole("button", { name: "Issues: sort by name" }).click();
  await expect
    .poll(async () => (await drawn(tree)).filter((line) => !line.startsWith(" ")))
    .toEqual(own.filter((line) => !line.startsWith(" ")).toSorted((a, b) => a.localeCompare(b)));
  await heads.getByRole("button", { name: "incl. sub-issues: sort by" }).click();
  await heads.getByRole("button", { name: /descending/ }).click();
  await heads.getByRole("button", { name: /ascending/ }).click();
  expect(await drawn(tree)).toEqual(own);
  await item("Fares").click();
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(tree.getByRole("treeitem")).toHaveCount(10);
  await page.getByLabel("Show archived").check();
  await expect(tree.getByRole("treeitem")).toHaveCount(13);
  await item("Fares").click();
  await page.getByRole("button", { name: "Unarchive" }).click();
  await expect(page.getByLabel("Show archived")).toHaveCount(0);
});

test("the scale of stances and the actors are edited with the same keys", async ({ window, run }) => {
  const page = await openSample(window);
  await openCodebook(page);
  await page.getByRole("button", { name: /^Stances/ }).click();
  const scale = page.getByRole("tree", { name: "Stances" });
  await scale.getByRole("treeitem", { name: /^mixed/ }).click();
  await press(page, "+");
  await page.keyboard.type("hedges");
  await press(page, "Enter");
  await expect(scale.getByRole("treeitem", { name: /^hedges/ })).toBeFocused();
  await press(page, "Alt+Shift+ArrowUp");
  const side = page.getByRole("complementary");
  await side.getByLabel("Polarity").selectOption("against (−1)");
  await side.getByLabel("Symbol").fill("≈");
  await press(page, "Enter");
  type Codebook = { stances: { name: string; glyph: string; polarity: number }[]; actors: { name: string }[] };
  const codebook = (): Codebook => JSON.parse(run("codebook", "--json"));
  await expect
    .poll(() =>
      codebook()
        .stances.map((stance) => stance.name)
        .join(),
    )
    .toBe("supports,opposes,neutral,mixed,hedges,unclear");
  expect(codebook().stances[4]).toMatchObject({ glyph: "≈", polarity: -1 });
  await scale.getByRole("treeitem", { name: /^supports/ }).click();
  await press(page, "Delete");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Merge it into another");
  await press(page, "Escape");

  await page
    .getByTestId("middle")
    .getByRole("button", { name: /^Actors/ })
    .click();
  const actors = page.getByTestId("middle").getByRole("tree", { name: "Actors" });
  await actors.getByRole("treeitem", { name: /^Treasurer/ }).click();
  await side.getByLabel("Belongs to").selectOption("Islands Council");
  await expect(actors.getByRole("treeitem", { name: /^Treasurer/ })).toHaveAttribute("aria-level", "2");
  await side.getByLabel("Other names").fill("The Treasurer\nHolder of the purse");
  await side.getByLabel("Other names").blur();
  await expect(actors.getByRole("treeitem", { name: /^Treasurer/ })).toContainText("person · The Treasurer · Holder");
  await page.getByRole("button", { name: "Merge…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Merge/ });
  await dialog.getByRole("combobox").fill("Council");
  await press(page, "ArrowDown", "Enter");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(actors.getByRole("treeitem", { name: /^Treasurer/ })).toHaveCount(0);
});

test("the codebook goes out as a file and comes in again; a starter list is taken by branch", async ({ window }) => {
  const page = await openSample(window);
  const tree = await openCodebook(page);
  const file = await window.keep(() => page.getByRole("button", { name: "Export CSV" }).click());
  const csv = (await readFile(file)).toString("utf8");
  expect(csv).toContain("kind,name,definition,include,exclude,examples");
  expect(csv).toContain("Fares/What the passenger pays");
  await page.getByRole("button", { name: "Starter codebooks…" }).click();
  const dialog = page.getByRole("dialog", { name: "Starter codebooks" });
  await dialog.getByLabel(/^Economy/).check();
  await dialog.getByRole("button", { name: "Add 8 issues" }).click();
  await expect(tree.getByRole("treeitem")).toHaveCount(21);
  await page.getByLabel("Find an issue").fill("trade");
  await expect.poll(() => drawn(tree)).toEqual(["Economy", "  Trade"]);
  const more = { name: "more.csv", bytes: Buffer.from("kind,name,definition\nissue,Trade winds,Of the sea\n") };
  await window.choose(more, () => page.getByRole("button", { name: "Import…", exact: true }).click());
  await expect.poll(() => drawn(tree)).toEqual(["Economy", "  Trade", "Trade winds"]);
});

test("the list in the library pane is the same tree: it filters, names and pins", async ({ window }) => {
  const page = await openSample(window);
  const list = page.getByRole("navigation", { name: "Library" }).getByRole("tree", { name: "Codebook" });
  await list.getByRole("treeitem", { name: /^Fares/ }).focus();
  await press(page, "ArrowDown", "Enter");
  await expect(page.getByRole("button", { name: "Show claims" })).toBeVisible();
  await press(page, "F2");
  await page.keyboard.type("What one pays");
  await press(page, "Enter", "9");
  const item = list.getByRole("treeitem", { name: /^What one pays/ });
  await expect(item.locator("kbd")).toHaveText("9");
  await expect(item).toBeFocused();
  await press(page, "ArrowLeft", "ArrowLeft");
  await expect(list.getByRole("treeitem", { name: /^Fares/ })).toHaveAttribute("aria-expanded", "false");
  await page.getByRole("button", { name: "Open the codebook" }).click();
  await expect(page.getByRole("main").getByRole("treeitem")).toHaveCount(11);
});

test("an issue is named from the palette in any view, and merged from its menu", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("new issue");
  await page.keyboard.press("Enter");
  const name = page.locator(".codebook-view input.name");
  await expect(name).toBeFocused();
  await page.keyboard.type("Harbour dues");
  await page.keyboard.press("Enter");
  const row = page.locator(".codebook-view").getByRole("treeitem", { name: /^Harbour dues/ });
  await expect(row).toHaveAttribute("aria-selected", "true");
  // Asked for again in the codebook itself, and given up.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("new issue");
  await page.keyboard.press("Enter");
  await expect(name).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(name).toHaveCount(0);
  await row.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Merge this issue…" }).click();
  await expect(page.getByRole("dialog", { name: "Merge “Harbour dues”" })).toBeVisible();
});
