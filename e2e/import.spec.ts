import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { typeset } from "./typeset.ts";

const paper = `# Harbour dues

## Small boats

The council wants lower dues for small boats. The pilots do not.

## Large ships

Nobody asks for lower dues for large ships.
`;

/** Drops files on the window as a file manager does. */
async function drop(page: Page, files: readonly Readonly<{ name: string; text: string }>[]): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) data.items.add(new File([text], name, { type: "text/markdown" }));
    return data;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
}

test("papers are dropped into the window; the same one twice is said", async ({ window }) => {
  const page = await window.open();
  await drop(page, [
    { name: "dues.md", text: paper },
    { name: "again.md", text: paper },
    { name: "empty.md", text: "" },
  ]);
  const plan = page.getByRole("dialog", { name: "Import 3 files" });
  await expect(plan.getByRole("row", { name: /again\.md/ })).toContainText("Same as dues.md", { timeout: 20_000 });
  await expect(plan.getByRole("row", { name: /empty\.md/ })).toContainText("empty.md is empty");
  await plan.getByRole("button", { name: "Import 3 files" }).click();
  const messages = page.locator(".message");
  await expect(messages).toContainText("“Harbour dues” was imported.", { timeout: 20_000 });
  await expect(messages).toContainText("“Harbour dues” is already in the library.");
  const failures = page.getByRole("dialog", { name: "Import of several files" });
  await expect(failures).toContainText("empty.md is empty");
  await failures.getByRole("button", { name: "Close" }).click();
  // Several at once are shown side by side.
  await expect(page.locator("main").getByText("Harbour dues").filter({ visible: true }).first()).toBeVisible();
});

test("a paper that is dropped while the window is still coming up waits for the library", async ({ window }) => {
  const page = await window.open();
  await page.addInitScript((text) => {
    document.addEventListener("DOMContentLoaded", () => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "dues.md", { type: "text/markdown" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      document.documentElement.dataset.partsAtDrop = String(document.querySelector("#root")?.childElementCount);
    });
  }, paper);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-parts-at-drop", "0");
  await expect(page.locator(".message")).toContainText("“Harbour dues” was imported.", { timeout: 20_000 });
});

test("a paper's headings become issues by one click, and one undo takes them back", async ({ window, run }) => {
  const page = await window.open();
  await drop(page, [{ name: "dues.md", text: paper }]);
  await page.getByRole("button", { name: /^Add 2 issues/ }).click();
  await expect(page.getByRole("button", { name: /^Add 2 issues/ })).toHaveCount(0);
  const names = (): string[] =>
    (JSON.parse(run("codebook", "--json")) as { issues: { name: string }[] }).issues.map((issue) => issue.name).sort();
  await expect.poll(names).toEqual(["Large ships", "Small boats"]);
  await page.locator("header").getByRole("button", { name: "Undo" }).click();
  await expect.poll(names).toEqual([]);
});

test("a long PDF tells its pages as they are read, and is stopped at once with nothing kept; the next one comes in", async ({
  window,
  run,
}) => {
  const pages = 600;
  const long = typeset(`#for page in range(${pages}) [Page #page. #lorem(250) #pagebreak(weak: true)]`);
  const page = await window.open();
  await window.choose({ name: "long.pdf", bytes: long }, () =>
    page.getByRole("button", { name: "Import papers…" }).first().click(),
  );
  const bar = page.locator(".message progress");
  await expect(bar).toHaveAttribute("max", String(pages), { timeout: 30_000 });
  const read = async (): Promise<number> => Number(await bar.getAttribute("value"));
  const before = await read();
  await expect.poll(read, { timeout: 15_000 }).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.locator(".message")).toContainText("Stopped.");
  expect(JSON.parse(run("papers", "--json"))).toEqual([]);
  await drop(page, [{ name: "dues.md", text: paper }]);
  await expect(page.locator(".message", { hasText: "“Harbour dues” was imported." })).toBeVisible({ timeout: 20_000 });
});

test("a guessed encoding is shown before the import and can be corrected later", async ({ window }) => {
  const page = await window.open();
  // "Żądają obniżki" in windows-1250, with other Polish letters to go by.
  const bytes = [..."Raport o wodzie\n\nMieszka\xf1cy s\xb9 przeciwni. \xaf\xb9daj\xb9 obni\xbfki cen.\n"].map(
    (letter) => letter.charCodeAt(0),
  );
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(list)], "woda.txt"));
    return data;
  }, bytes);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  const dialog = page.getByRole("dialog", { name: "Text of woda.txt" });
  await expect(dialog).toContainText("Żądają obniżki", { timeout: 20_000 });
  await dialog.getByLabel("Encoding").selectOption("iso-8859-2");
  await expect(dialog).not.toContainText("Żądają obniżki");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.locator(".message")).toContainText("was imported", { timeout: 20_000 });
  await expect(page.locator(".paper")).not.toContainText("Żądają obniżki");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("edit details");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Encoding and lines…" }).click();
  const again = page.getByRole("dialog", { name: /^Text of/ });
  await again.getByLabel("Encoding").selectOption("windows-1250");
  await expect(again).toContainText("Żądają obniżki");
  await again.getByRole("button", { name: "Apply" }).click();
  await expect(page.locator(".paper")).toContainText("Żądają obniżki", { timeout: 20_000 });
});

test("an import of many files is stopped after the one that is being read; those before stay", async ({
  window,
  run,
}) => {
  const page = await window.open();
  const files = Array.from({ length: 60 }, (_, index) => ({
    name: `paper-${index}.md`,
    text: `# Paper ${index}\n\n${`Words of paper ${index} fill a line. `.repeat(400)}\n`,
  }));
  await drop(page, files);
  await page.getByRole("button", { name: "Import 60 files" }).click();
  await expect(page.locator(".message", { hasText: /^([2-9]|\d\d) of 60: paper/ })).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const stopped = page.locator(".message", { hasText: /Stopped after \d+ of 60 files\./ });
  await expect(stopped).toBeVisible({ timeout: 20_000 });
  const count = (JSON.parse(run("papers", "--json")) as object[]).length;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(60);
  await expect(page.locator(".message progress")).toHaveCount(0);
});

test("papers dropped with a table get its details, and what could not be imported is listed", async ({
  window,
  run,
}) => {
  const page = await window.open();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    const add = (name: string, text: string): void => void dataTransfer.items.add(new File([text], name));
    add("a.txt", "Every gate must open.");
    add("b.txt", "Nobody wants to pay.");
    add("broken.pdf", "%PDF-1.4\n1 0 obj\n");
    add("papers.csv", "file,title,authors,date\na.txt,The gates,Ada Lind; Bo Ek,2021-03\n");
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  const plan = page.getByRole("dialog", { name: "Import 3 files" });
  await expect(plan.getByRole("radio", { name: "The table papers.csv" })).toBeChecked();
  await expect(plan.getByRole("row", { name: /a\.txt/ })).toContainText("The gates");
  await plan.getByRole("button", { name: "Import 3 files" }).click();
  const dialog = page.getByRole("dialog", { name: "Import of several files" });
  await expect(dialog).toContainText("2 of 3 files were imported.", { timeout: 30_000 });
  await expect(dialog.locator(".rejected-rows li")).toContainText(["broken.pdf"]);
  await dialog.getByRole("button", { name: "Close" }).click();
  const papers = JSON.parse(run("papers", "--json")) as { title: string; authors: string[]; date: string | null }[];
  expect(papers.map(({ title, authors, date }) => [title, authors, date]).sort()).toEqual([
    ["The gates", ["Ada Lind", "Bo Ek"], "2021-03"],
    ["b", [], null],
  ]);
});
