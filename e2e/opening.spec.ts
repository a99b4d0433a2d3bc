import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const papers = 30;
const sentences = 60;
const all = papers * sentences;

/** A library of so many claims that a window does not get them at once. */
async function makeLibrary(library: string, run: (...args: string[]) => string): Promise<void> {
  const folder = path.join(path.dirname(library), "files");
  await mkdir(folder);
  const textOf = (paper: number): string[] =>
    Array.from({ length: sentences }, (_, place) => `Sentence ${place} of paper ${paper} is about the dues.`);
  const numbers = Array.from({ length: papers }, (_, number) => number);
  const files = numbers.map((number) => path.join(folder, `Paper ${number}.txt`));
  for (const number of numbers) await writeFile(files[number] ?? "", `${textOf(number).join("\n\n")}\n\nThe end.\n`);
  run("import", ...files);
  const rows = numbers.flatMap((number) =>
    textOf(number).map((quote) => ({
      paper: `Paper ${number}`,
      quote,
      issue: "Dues",
      stance: "supports",
      actor: "Harbour Board",
    })),
  );
  const table = path.join(folder, "claims.json");
  await writeFile(table, JSON.stringify(rows));
  run("annotate", "--from", table);
}

/** A call of the contract as another window of this browser would make it. */
function call(page: Page, name: string, args: object): Promise<unknown> {
  return page.evaluate(
    async ([method, body]) => {
      const headers = { "Content-Type": "application/json", Authorization: `Bearer ${localStorage.getItem("key")}` };
      const answer = await fetch(`/api/${method}`, { method: "POST", headers, body });
      return answer.json();
    },
    [name, JSON.stringify(args)] as const,
  );
}

test("a paper is read and coded before a large library's claims are there; then all of them are", async ({
  library,
  run,
  serve,
  page,
}) => {
  await makeLibrary(library, run);
  const { url, stop } = await serve();
  const held = Promise.withResolvers<void>();
  await page.route("**/api/paperRecords", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(url);
  const status = page.locator(".status").getByText("Loading claims and notes…");
  await expect(page.locator(".ProseMirror mark").first()).toBeVisible();
  await expect(page.locator(".card")).toHaveCount(sentences);
  await expect(status).toBeVisible();
  // Neither of issues nor of actors is a number shown that counts only what has come.
  const counted = page.getByRole("treeitem", { name: /\d/ });
  await expect(page.getByRole("treeitem", { name: "Harbour Board" })).toBeVisible();
  await expect(counted).toHaveCount(0);

  for (const key of ["F6", "Control+End", "s", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("combobox", { name: "Issue" }).fill("Dues");
  for (const key of ["Enter", "Enter"]) await page.keyboard.press(key);
  await expect(page.locator(".composer")).toHaveCount(0);
  await expect(page.locator(".card")).toHaveCount(sentences + 1);
  // Of a paper that has not come yet.
  await call(page, "annotate", {
    rows: [{ paper: `Paper ${papers - 1}`, quote: "The end.", positions: [{ issue: "Ends", stance: "opposes" }] }],
  });
  await page.keyboard.press("Control+2");
  await expect(page.locator(".view").getByText("Loading claims and notes…")).toBeVisible();
  await expect(page.getByRole("table", { name: "Claims" })).toHaveCount(0);

  held.resolve();
  await expect(page.getByRole("table", { name: "Claims" })).toHaveAttribute("aria-rowcount", String(all + 3));
  await expect(status).toHaveCount(0);
  await expect(page.getByText(`${(all + 2).toLocaleString("en")} claims and notes`, { exact: true })).toBeVisible();
  await expect(counted).not.toHaveCount(0);
  await page.unroute("**/api/paperRecords");

  // The program ends and is started again, with a change that the window has not heard of.
  await stop("SIGKILL");
  // A call that was on its way may say so too.
  await expect(page.getByRole("alert").filter({ hasText: "Stancemark can’t be reached." }).first()).toBeVisible();
  run("annotate", "Paper 7", "--quote", "The end.", "--issue", "Ends");
  const again = await serve(Number(new URL(url).port));
  await page.goto(again.url);
  await expect(page.locator(".card").first()).toBeVisible();
  await page.keyboard.press("Control+2");
  await expect(page.getByRole("table", { name: "Claims" })).toHaveAttribute("aria-rowcount", String(all + 4));
});

test("a paper that is opened meanwhile comes with its claims", async ({ library, run, serve, page }) => {
  await makeLibrary(library, run);
  const { url } = await serve();
  const held = Promise.withResolvers<void>();
  await page.route("**/api/paperRecords", async (route) => {
    const { papers: asked } = route.request().postDataJSON() as { papers: string[] };
    if (asked.length > 1) await held.promise;
    await route.continue();
  });
  await page.goto(url);
  await expect(page.locator(".card")).toHaveCount(sentences);
  await page
    .getByRole("button", { name: `Paper ${papers - 1}` })
    .first()
    .click();
  await expect(page.locator(".ProseMirror")).toContainText(`of paper ${papers - 1} is about`);
  await expect(page.locator(".card")).toHaveCount(sentences);
  await expect(page.locator(".ProseMirror mark")).not.toHaveCount(0);
  await expect(page.locator(".status").getByText("Loading claims and notes…")).toBeVisible();
  held.resolve();
  await expect(page.locator(".status").getByText("Loading claims and notes…")).toHaveCount(0);
});

test("a view opened by key while claims are loading gets the keyboard when it appears", async ({
  library,
  run,
  serve,
  page,
}) => {
  await makeLibrary(library, run);
  const { url } = await serve();
  let held = Promise.withResolvers<void>();
  await page.route("**/api/paperRecords", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(url);
  const address = page.url();
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
    ["Control+Shift+B", /treeitem$/],
    ["Control+Shift+H", /^INPUT /],
  ] as const) {
    held = Promise.withResolvers();
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.locator(".ProseMirror mark").first()).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.locator(".view").getByText("Loading claims and notes…")).toBeVisible();
    held.resolve();
    await expect(page.locator(".status").getByText("Loading claims and notes…")).toHaveCount(0);
    await expect.poll(focused, { message: key }).toMatch(place);
  }
});
