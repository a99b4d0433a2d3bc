import { expect, openSample, test } from "./fixtures.ts";
import { drag, placeIn, toolbar } from "./pointing.ts";

test("an actor of the left pane is set by a click or by dragging it onto words, onto a card and onto a highlight", async ({
  window,
}) => {
  const page = await openSample(window);
  const actor = page.getByRole("tree", { name: "Actors" }).getByRole("treeitem", { name: /^Fishers' Union/ });
  const card = (text: string) => page.locator(".card", { hasText: text });
  // Without a selection, the actor is selected and its claims are offered.
  await actor.click();
  await expect(page.locator(".card")).toHaveCount(32);
  await expect(page.locator(".part.actors .offered")).toContainText("Fishers' Union");
  // With words selected, a click chooses it, and a click on an issue makes the claim with it.
  await drag(page, "rejects any further");
  await actor.click();
  await expect(toolbar(page).getByRole("button", { name: "Actor: Fishers' Union" })).toBeVisible();
  await expect(page.locator(".message")).toContainText("Fishers' Union is chosen for the selected text.");
  await toolbar(page).locator(".issue").first().click();
  await expect(page.locator(".card.selected")).toContainText("Fishers' Union");
  await expect(page.locator(".card")).toHaveCount(33);
  // Dragged onto other selected words, likewise.
  await drag(page, "The Council wants");
  await actor.dragTo(page.locator(".ProseMirror p", { hasText: "The Council wants residents" }).first(), {
    targetPosition: await placeIn(page, "The Council wants"),
  });
  await expect(toolbar(page).getByRole("button", { name: "Actor: Fishers' Union" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  // Dragged onto a card, it is the actor of that claim.
  const council = await card("Islands Council").count();
  await actor.dragTo(card("Islands Council").first());
  await expect(card("Islands Council")).toHaveCount(council - 1);
  await page.locator(".message").getByRole("button", { name: "Undo" }).click();
  await expect(card("Islands Council")).toHaveCount(council);
  // Dragged onto a highlight, too.
  const fishers = await card("Fishers' Union").count();
  const mark = page.locator("mark.highlight").first();
  await mark.scrollIntoViewIfNeeded();
  const words = await mark.evaluate((element) => {
    const [line] = element.getClientRects();
    return { x: (line?.x ?? 0) + (line?.width ?? 0) / 2, y: (line?.y ?? 0) + (line?.height ?? 0) / 2 };
  });
  const from = await actor.boundingBox();
  if (from === null) throw new Error("the actor is not in sight");
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(words.x - 40, words.y, { steps: 5 });
  await page.mouse.move(words.x, words.y, { steps: 5 });
  await page.mouse.up();
  await expect(card("Fishers' Union")).toHaveCount(fishers + 1);
});

test("papers are dropped on a collection, all that are selected at once", async ({ window, run }) => {
  const page = await openSample(window);
  for (const name of ["dues", "pilots"]) {
    await page.keyboard.press("Control+5");
    const file = { name: `${name}.md`, bytes: Buffer.from(`# The ${name}\n\nWords about ${name}.\n`) };
    await window.choose(file, () => page.getByRole("main").getByRole("button", { name: "Import…" }).click());
    await expect(page.getByRole("heading", { name: `The ${name}` })).toBeVisible();
  }
  await page.keyboard.press("Control+5");
  const shelf = page.getByRole("main").getByRole("listbox", { name: "Papers" });
  const paper = (name: string) => shelf.getByRole("option", { name: new RegExp(name) });
  await expect(shelf.getByRole("option")).toHaveCount(3);
  await paper("Who Pays").click({ modifiers: ["Control"] });
  await page.getByPlaceholder("Add to collection").fill("Ferries");
  await page.keyboard.press("Enter");
  await expect(paper("Who Pays")).toContainText("Ferries");
  await page.getByRole("button", { name: "Clear selection" }).click();
  await paper("The dues").click({ modifiers: ["Control"] });
  await paper("The pilots").click({ modifiers: ["Control"] });
  await expect(shelf.locator("[aria-selected=true]")).toHaveCount(2);
  const from = await paper("The pilots").boundingBox();
  if (from === null) throw new Error("no paper");
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + from.height / 2 + 20, { steps: 4 });
  const collection = page.locator("[data-part=collection]", { hasText: "Ferries" }).last();
  await expect(collection).toBeVisible();
  const to = await collection.boundingBox();
  if (to === null) throw new Error("no collection");
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(page.locator(".message")).toContainText("2 papers added to Ferries");
  await expect(shelf.getByRole("option").filter({ hasText: "Ferries" })).toHaveCount(3);
  const shown = JSON.parse(run("papers", "--json")) as { collections: string[] }[];
  expect(shown.map(({ collections }) => collections)).toEqual([["Ferries"], ["Ferries"], ["Ferries"]]);
});
