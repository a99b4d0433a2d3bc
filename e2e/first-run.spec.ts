import { expect, openSample, test } from "./fixtures.ts";

test("every view opens in an empty library and says what it is for; a codebook can be set up first", async ({
  window,
  run,
}) => {
  const page = await window.open();
  const main = page.getByRole("main");
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(main.getByRole("button", { name: "Open the sample paper" })).toBeFocused();
  const name = main.getByRole("textbox", { name: "Your name" });
  await name.fill("Amina Khan");
  await name.press("Enter");
  await expect(name).toHaveCount(0);
  for (const [view, says] of [
    ["Claims", "Every claim in one table"],
    ["Analysis", "Who stands where"],
    ["Search", "Search all papers"],
    ["Report", "A report of your claims"],
    ["Library", "Highlight claims."],
  ] as const) {
    await views.getByRole("button", { name: view }).click();
    await expect(main.getByRole("heading", { level: 1 })).toContainText(says);
    await expect(main.getByRole("button", { name: "Import papers…" })).toBeVisible();
  }
  await views.getByRole("button", { name: "History" }).click();
  await expect(page.locator(".history")).toBeVisible();
  await views.getByRole("button", { name: "Read" }).click();
  await main.getByRole("button", { name: "Set up a codebook" }).click();
  await expect(main.getByRole("button", { name: "Starter codebooks…" }).first()).toBeVisible();
  await main.getByRole("button", { name: /^New issue/ }).click();
  await page.keyboard.type("Water");
  await page.keyboard.press("Enter");
  await expect
    .poll(() =>
      (JSON.parse(run("codebook", "--json")) as { issues: { name: string }[] }).issues.map(({ name }) => name),
    )
    .toEqual(["Water"]);
  await page.keyboard.press("Control+,");
  const profile = page.getByRole("region", { name: "Profile" });
  await expect(profile.getByRole("textbox")).toHaveValue("Amina Khan");
  await profile.getByRole("textbox").fill("A. Khan");
  await profile.getByRole("button", { name: "Save name" }).click();
  await page.keyboard.press("Escape");
  await expect(page.locator(".message.short")).toContainText("Your name is now A. Khan");
  expect(run("history")).toContain("A. Khan");
  expect(run("history")).not.toContain("Amina");
});

test("in an empty library each view gives the keyboard to where work begins, and the history says what it is", async ({
  window,
}) => {
  const page = await window.open();
  const main = page.getByRole("main");
  await expect(main.getByRole("button", { name: "Open the sample paper" })).toBeFocused();
  for (const [key, name] of [
    ["Control+2", "Import papers…"],
    ["Control+3", "Import papers…"],
    ["Control+Shift+K", "Import papers…"],
    ["Control+4", "Import papers…"],
    ["Control+Shift+B", "Starter codebooks…"],
    ["Control+5", "Open the sample paper"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(main.getByRole("button", { name }).and(page.locator(".primary")), key).toBeFocused();
  }
  await page.keyboard.press("Control+Shift+H");
  await expect(page.getByRole("searchbox", { name: "Search history" })).toBeFocused();
  await expect(main).toContainText("No changes yet.");
});

test("the tour is offered with the sample, and not to whoever has taken it", async ({ window }) => {
  const page = await window.open();
  await page.keyboard.press("Enter");
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  await page.locator(".message").getByRole("button", { name: "Start tour" }).click();
  const tour = page.getByRole("dialog", { name: "Tour" });
  await expect(tour).toBeVisible();
  await tour.getByRole("button", { name: "Skip" }).click();
  await expect(tour).toHaveCount(0);
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem("settings") ?? "{}").toured)).toBe(true);
});

test("headings accepted as issues are pinned to keys, so that digits code at once", async ({ window, run }) => {
  const page = await window.open();
  const paper =
    "# Harbour dues\n\n## Small boats\n\nThe council wants lower dues.\n\n## Large ships\n\nNobody asks for it.\n";
  await window.choose({ name: "dues.md", bytes: Buffer.from(paper) }, () =>
    page.getByRole("main").getByRole("button", { name: "Import papers…" }).click(),
  );
  const add = page.getByRole("button", { name: /^Add 2 issues/ });
  await expect(add).toBeInViewport({ ratio: 1 });
  await add.click();
  await expect(page.locator(".part.codebook kbd")).toHaveText(["1", "2"]);
  for (const key of ["F6", "u", "s", "1", "+", "Enter"]) await page.keyboard.press(key);
  await expect(page.locator(".card")).toHaveCount(1);
  const claims = JSON.parse(run("claims", "--json")) as { positions: { issue: string }[] }[];
  expect(claims[0]?.positions[0]?.issue).toBe("Small boats");
});

test("each view gives the keyboard to where work in it goes on", async ({ window }) => {
  const page = await openSample(window);
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.tagName} ${element?.className} ${element?.getAttribute("role") ?? ""}`;
    });
  for (const [key, place] of [
    ["Control+2", /^TR /],
    ["Control+3", /^BUTTON /],
    ["Control+4", /^(BUTTON section-name|SELECT)/],
    ["Control+5", /option$/],
    ["Control+Shift+K", /^INPUT /],
    ["Control+Shift+B", /treeitem$/],
    ["Control+1", /ProseMirror/],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(focused, { message: key }).toMatch(place);
  }
});

test("the palette knows other words, initials and scopes, and puts first what was used last", async ({ window }) => {
  const page = await openSample(window);
  const palette = page.getByRole("dialog", { name: "Search or run a command" });
  const first = palette.getByRole("option").first();
  const typed = async (words: string): Promise<void> => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible();
    await page.keyboard.type(words);
  };
  const pressed = async (key: "Enter" | "Escape"): Promise<void> => {
    await page.keyboard.press(key);
    // The window takes it away a moment after the browser has closed it.
    await expect(page.locator("dialog")).toHaveCount(0);
  };
  for (const [words, label] of [
    ["dark", "Dark theme"],
    ["high contrast", "High-contrast theme"],
    ["urdu", "Settings…"],
    ["merge issues", "Codebook"],
    ["new issue", "New issue…"],
    ["print", "Print…"],
    ["@fish", "Fishers' Union"],
    ["#dredg", "Dredging the channel"],
    ["> zoo", "Zoom in"],
    ["open sample", "Open the sample paper"],
  ] as const) {
    await typed(words);
    if (words !== "> zoo") await expect(first).toContainText(label);
    await pressed("Escape");
  }
  await typed("focus mode");
  await pressed("Enter");
  await page.keyboard.press("Control+k");
  await expect(first).toContainText("Focus mode");
  await pressed("Escape");
  await typed("@fish");
  await pressed("Enter");
  await expect(page.locator("tbody tr[data-context]").first()).toContainText("Fishers' Union");
});

test("Ctrl and a click select one claim more, with the one clicked before; Shift selects up to it", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+2");
  const row = (index: number) =>
    page.locator(`tbody tr[data-index="${index}"] .of-actor, tbody tr[data-index="${index}"] td`).nth(2);
  await row(1).click();
  await row(3).click({ modifiers: ["Control"] });
  await expect(page.locator(".bulk")).toContainText("2 selected");
  await row(3).click({ modifiers: ["Control"] });
  await expect(page.locator(".bulk")).toContainText("1 selected");
  await row(5).click({ modifiers: ["Shift"] });
  await expect(page.locator("tbody tr.chosen")).toHaveCount(4);
});
