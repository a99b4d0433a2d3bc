import { writeFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page, TestInfo } from "@playwright/test";
import { readAsOlder } from "../src/main/services/calls/older-reading.cases.ts";
import type { PaperId } from "../src/shared/model/ids.ts";
import { expect, test } from "./fixtures.ts";

const fees = "Fees rise in March.";
const water = "The council opposes the fees.";
const late = "A word that is no word at all.";
const gone = "Nobody has ever written these lines.";

const rest = [
  "The meeting began with a long report on the harbour and its two cranes.",
  "Then the treasurer read the accounts of the year, which nobody questioned.",
  "A letter from the neighbouring island was answered in three sentences.",
  "At noon the members went to see the new landing stage for themselves.",
];

/** A library with a paper that an earlier version has read otherwise, and with a claim at each sentence of it. */
async function olderPaper(library: string, run: (...args: string[]) => string, info: TestInfo): Promise<void> {
  const texts = {
    now: ["Head", fees, ...rest, water],
    before: ["Head", fees, late, ...rest.slice(0, 2), gone, ...rest.slice(2), water],
  };
  const ids: PaperId[] = [];
  for (const [name, paragraphs] of Object.entries(texts)) {
    const file = info.outputPath(`${name}.txt`);
    await writeFile(file, `${paragraphs.join("\n\n")}\n`);
    run("import", file, "--title", name);
    const papers = JSON.parse(run("papers", "--json")) as { id: PaperId; title: string }[];
    const paper = papers.find(({ title }) => title === name);
    if (paper !== undefined) ids.push(paper.id);
  }
  const [now, before] = ids;
  if (now === undefined || before === undefined) throw new Error("The papers were not imported.");
  await readAsOlder(library, now, before);
  for (const quote of [fees, late, gone, water])
    run("annotate", "now", "--quote", quote, "--issue", "Fees", "--stance", "opposes");
}

const notice = (page: Page) => page.getByRole("complementary", { name: "Text of this paper" });
const claims = (json: string): string[] => JSON.parse(json).map(({ quote }: { quote: string }) => quote);

test("a paper that an earlier version has read is read again; places are checked by keys, and all of it is undone", async ({
  window,
  library,
  run,
}, info) => {
  await olderPaper(library, run, info);
  const page = await window.open();
  await expect(page.locator(".ProseMirror")).toContainText(late);
  await expect(notice(page)).toContainText("An earlier version of Stancemark read this paper.");
  expect((await new AxeBuilder({ page }).include(".reader-notice").setLegacyMode(true).analyze()).violations).toEqual(
    [],
  );
  await notice(page).getByRole("button", { name: "Read it again" }).click();
  const dialog = page.getByRole("dialog", { name: "Places to check" });
  await expect(dialog).toContainText("1 of 2", { timeout: 20_000 });
  await expect(dialog).toContainText("The words were not found again.");
  await expect(page.locator(".ProseMirror")).not.toContainText(late);
  expect(claims(run("claims", "--json"))).toEqual(expect.arrayContaining([fees, water]));
  await page.keyboard.press("Escape");

  // What is left to check is said above the text, and not forgotten.
  await expect(notice(page)).toContainText("2 claims or notes may be on different words now.");
  await notice(page).getByRole("button", { name: "Check" }).click();
  await page.keyboard.press("a");
  await expect(dialog).toContainText("1 of 1");
  await page.keyboard.press("a");
  await expect(dialog).toContainText("The places of all claims and notes are checked.");
  for (const count of ["1 of 1", "1 of 2"]) {
    await page.keyboard.press("Control+z");
    await expect(dialog).toContainText(count);
  }
  await page.keyboard.press("Control+z");
  await expect(dialog).toContainText("The text is as it was before it was read again.");
  await page.keyboard.press("Escape");
  await expect(page.locator(".ProseMirror")).toContainText(late);
  await expect(notice(page)).toContainText("An earlier version of Stancemark read this paper.");
  await notice(page).getByRole("button", { name: "Dismiss" }).click();
  await expect(notice(page)).toHaveCount(0);
});

test("the claim that is shown stays when another window decides one before it", async ({
  window,
  shell,
  library,
  run,
}, info) => {
  test.skip(shell !== "web", "a library has one window in the desktop app");
  await olderPaper(library, run, info);
  const page = await window.open();
  const other = await page.context().newPage();
  await other.goto(new URL("/", page.url()).href);
  await notice(page).getByRole("button", { name: "Read it again" }).click();
  const [dialog, beside] = [page, other].map((window) => window.getByRole("dialog", { name: "Places to check" }));
  if (dialog === undefined || beside === undefined) throw new Error("There are two windows.");
  await expect(dialog).toContainText("1 of 2", { timeout: 20_000 });
  const first = (await dialog.locator("del").allTextContents()).join("");
  await page.keyboard.press("ArrowDown");
  await expect(dialog).toContainText("2 of 2");
  const second = (await dialog.locator("del").allTextContents()).join("");
  expect(second).not.toBe(first);

  await notice(other).getByRole("button", { name: "Check" }).click();
  await expect(beside).toContainText("1 of 2");
  await other.keyboard.press("a");
  await expect(dialog).toContainText("1 of 1");
  expect((await dialog.locator("del").allTextContents()).join("")).toBe(second);
  // The undo of the other window brings the first one back before the one that is shown.
  await other.keyboard.press("Control+z");
  await expect(dialog).toContainText("2 of 2");
  expect((await dialog.locator("del").allTextContents()).join("")).toBe(second);
  await other.keyboard.press("a");
  await expect(dialog).toContainText("1 of 1");
  await page.keyboard.press("a");
  for (const each of [dialog, beside])
    await expect(each).toContainText("The places of all claims and notes are checked.");
});
