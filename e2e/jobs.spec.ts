import { readFile } from "node:fs/promises";
import { countClicks, countMouse, Keys } from "./counting.ts";
import { expect, openSample, test } from "./fixtures.ts";

/**
 * How many keys and clicks each job takes; docs/keys.md has these figures. A key pressed together with Ctrl, Alt or
 * Shift counts as one.
 */
const paper = `# A ferry for the islands

The council says that a winter ferry keeps the islands alive. It wants the fare to stay low for people who live there.

The company answers that nobody can run a winter boat for such a fare. It asks for a grant instead.

The fishers hold that dredging the channel would ruin the eel grounds, and that nobody asked them.
`;

test("the whole job goes with keys alone: import, claims, a relation, an edit, an undo, the annotated PDF", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  const mouse = await countMouse(page);
  const keys = new Keys(page);
  await window.choose({ name: "ferry.md", bytes: Buffer.from(paper) }, () => keys.press("Control+o"));
  await expect(page.getByRole("heading", { name: "A ferry for the islands" })).toBeVisible();
  await expect(page.locator(".card")).toHaveCount(0);
  await keys.press("F6", "h");
  const costs: number[] = [];
  for (const [index, [actor, issue, stance]] of (
    [
      ["islands", "Alt+1", "+"],
      ["crossing", "Alt+2", "-"],
      ["fishers", "Alt+3", "-"],
    ] as const
  ).entries()) {
    await keys.press(...(index === 0 ? ["j"] : ["u"]), "s");
    costs.push(
      await keys.counting(async () => {
        await keys.press("Enter", "Shift+Tab");
        await keys.type(actor.slice(0, 3));
        await keys.press("Enter", issue, stance, "Enter");
      }),
    );
    await expect(page.locator(".card")).toHaveCount(index + 1);
    await expect(page.locator(".composer")).toHaveCount(0);
  }
  const relation = await keys.counting(() => keys.press("l", "ArrowDown", "Enter", "c"));
  await expect(page.locator(".card.selected .linked")).toContainText("contradicts");
  const edit = await keys.counting(() => keys.press("e", "Alt+0", "Enter"));
  await expect(page.locator(".composer")).toHaveCount(0);
  await expect(page.locator(".card.selected")).toContainText("Fishers' Union");
  const undo = await keys.counting(() => keys.press("Control+z"));
  await expect(page.locator(".message")).toContainText("Undid");
  const file = await window.keep(async () => {
    await keys.press("Control+e");
    await expect(page.getByRole("dialog", { name: "Export paper" })).toBeVisible();
    await keys.press("Enter");
  });
  expect((await readFile(file)).toString("latin1", 0, 5)).toBe("%PDF-");
  expect(await mouse()).toBe(0);
  const claims = JSON.parse(run("claims", "A ferry for the islands", "--json")) as {
    actor: string;
    positions: { stance: string }[];
  }[];
  expect(claims.map(({ actor, positions }) => [actor, positions[0]?.stance])).toEqual([
    ["Islands Council", "supports"],
    ["Crossing Company", "opposes"],
    ["Fishers' Union", "opposes"],
  ]);
  console.log(
    `keys: claims ${costs.join(", ")}; relation ${relation}; edit ${edit}; undo ${undo}; in all ${keys.count}`,
  );
  expect(Math.max(...costs)).toBeLessThanOrEqual(9);
  expect(keys.count).toBeLessThanOrEqual(50);
});

test("ten claims in a row by keys: with the issue typed, with a pinned issue, and the same coding again", async ({
  window,
}) => {
  const page = await openSample(window);
  const keys = new Keys(page);
  await keys.press("F6");
  let cards = 32;
  const tenTimes = async (way: () => Promise<void>): Promise<number> =>
    keys.counting(async () => {
      for (let claim = 0; claim < 10; claim++) {
        await keys.press("j", "s");
        await way();
        cards++;
        await expect(page.locator(".card")).toHaveCount(cards);
        await expect(page.locator(".composer")).toHaveCount(0);
      }
    });
  await keys.press("h", "h", "h");
  const typed = await tenTimes(async () => {
    await keys.press("Enter");
    await keys.type("harb");
    await keys.press("Enter", "+", "Enter");
  });
  const pinned = await tenTimes(() => keys.press("4", "-", "Enter"));
  const again = await tenTimes(() => keys.press("r"));
  console.log(`keys for ten claims: typed ${typed}; pinned ${pinned}; again ${again}`);
  expect([typed, pinned, again]).toEqual([100, 50, 30]);
});

test("a second position on a claim, by keys and by mouse", async ({ window }) => {
  const page = await openSample(window);
  const keys = new Keys(page);
  await keys.press("F6", "n");
  const byKeys = await keys.counting(() => keys.press("e", "Alt+Enter", "Alt+4", "-", "Enter"));
  await expect(page.locator(".inspector .positions .name")).toHaveCount(2);
  await keys.press("Control+z");
  await expect(page.locator(".inspector .positions .name")).toHaveCount(1);
  const { click, count } = countClicks();
  await click(page.locator(".card .face").nth(3));
  const pane = page.locator(".inspector");
  const before = await pane.locator(".positions .name").count();
  await click(pane.getByRole("button", { name: "Add position" }));
  await click(pane.getByRole("combobox", { name: "Issue" }));
  await click(page.getByRole("treeitem", { name: /Dredging the channel/ }).last());
  await expect(pane.locator(".positions .name")).toHaveCount(before + 1);
  await pane
    .getByLabel(/^Stance on/)
    .last()
    .selectOption({ label: "− opposes" });
  const byMouse = count() + 2;
  console.log(`a second position: keys ${byKeys}; clicks ${byMouse}, the last two of them in the list of stances`);
  expect([byKeys, byMouse]).toEqual([5, 6]);
});

test("twenty claims are recoded, by keys and by mouse", async ({ window, run }) => {
  const page = await openSample(window);
  const keys = new Keys(page);
  const opposed = (): number =>
    (JSON.parse(run("claims", "--json")) as { positions: { stance: string | null }[] }[]).filter(({ positions }) =>
      positions.some(({ stance }) => stance === "neutral"),
    ).length;
  const before = opposed();
  const selecting = await keys.counting(async () => {
    await keys.press("Control+2");
    await expect(page.locator("tbody tr[data-index='0']")).toBeFocused();
    await keys.press("Space", ...Array.from({ length: 19 }, () => "Shift+ArrowDown"));
    await expect(page.locator(".bulk")).toContainText("20 selected");
  });
  const choosing = await keys.counting(async () => {
    await keys.press("b");
    await expect(page.locator(".bulk select").first()).toBeFocused();
    await keys.press("Tab", "Tab");
    await keys.press("ArrowDown", "ArrowDown", "ArrowDown");
    await keys.press("Tab", "Enter");
  });
  await expect.poll(opposed).toBeGreaterThan(before + 10);
  await page.keyboard.press("Control+z");
  await expect.poll(opposed).toBe(before);
  await page.getByRole("button", { name: "Clear selection" }).click();
  await page.locator(".claims .scroll").evaluate((element) => element.scrollTo(0, 0));
  const { click, count } = countClicks();
  const tick = (row: number) => page.locator(`tbody tr[data-index="${row}"] .tick input`);
  await click(tick(0));
  for (const _ of [0, 1]) await page.locator(".claims .scroll").evaluate((element) => element.scrollBy(0, 500));
  await tick(19).click({ modifiers: ["Shift"] });
  await expect(page.locator(".bulk")).toContainText("20 selected");
  await page.locator(".bulk").getByLabel("Stance", { exact: true }).selectOption({ label: "○ neutral" });
  await click(page.locator(".bulk button[type=submit]"));
  const byMouse = count() + 1 + 2;
  await expect.poll(opposed).toBeGreaterThan(before + 10);
  console.log(`recoding 20 claims: keys ${selecting} to select, ${choosing} to recode; clicks ${byMouse}`);
  expect(selecting + choosing).toBeLessThanOrEqual(30);
  expect(byMouse).toBe(5);
});

test("from an empty window to the sample, and a report as Word", async ({ window }) => {
  const page = await window.open();
  const keys = new Keys(page);
  await expect(page.getByRole("button", { name: "Open the sample paper" })).toBeFocused();
  const sample = await keys.counting(() => keys.press("Enter"));
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  let byKeys = 0;
  const file = await window.keep(async () => {
    byKeys = await keys.counting(async () => {
      await keys.press("Control+Shift+E");
      const word = page.getByRole("dialog").getByRole("button", { name: /Word/ });
      await expect(word).toBeVisible();
      while (!(await word.evaluate((button) => button === document.activeElement)) && keys.count < 30)
        await keys.press("Tab");
      await keys.press("Enter");
    });
  });
  expect((await readFile(file)).toString("latin1", 0, 2)).toBe("PK");
  const { click, count } = countClicks();
  await click(page.locator(".head").getByRole("button", { name: "Report" }));
  await click(page.getByRole("main").getByRole("button", { name: "Export report…" }));
  const second = await window.keep(() => click(page.getByRole("dialog").getByRole("button", { name: /Word/ })));
  expect((await readFile(second)).toString("latin1", 0, 2)).toBe("PK");
  console.log(`empty window to sample: ${sample}; report as Word: keys ${byKeys}, clicks ${count()}`);
  expect([sample, count()]).toEqual([1, 3]);
  expect(byKeys).toBeLessThanOrEqual(5);
});
