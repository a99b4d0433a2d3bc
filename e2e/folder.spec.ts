import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Drops files as a folder's contents; what is read of them is listed before the import. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((texts) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

const files = {
  "Lind - 2021-03 - Harbour dues.txt": "The council wants lower dues for small boats.",
  "gate.md": "# The gates\n\nEvery gate must open.",
  "broken.pdf": "%PDF-1.4\n1 0 obj\n",
};

test("details are read from file names by a pattern that is tried out first; one file is left out by keys", async ({
  window,
  run,
}) => {
  const page = await window.open();
  await drop(page, files);
  const dialog = page.getByRole("dialog", { name: "Import 3 files" });
  const row = (name: RegExp) => dialog.getByRole("row", { name });
  await expect(row(/gate\.md/)).toContainText("The gates", { timeout: 20_000 });
  await expect(row(/broken\.pdf/)).toContainText("This PDF is too damaged to read.");
  await expect(dialog.getByText("1 file can't be read.")).toBeVisible();
  await expect(dialog.getByRole("radio", { name: "The files themselves" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: "File names" })).toBeChecked();
  await page.keyboard.press("Tab");
  const pattern = dialog.getByRole("textbox", { name: "Pattern of file names" });
  await expect(pattern).toBeFocused();
  await expect(dialog.getByText("Harbour dues · Lind · 2021-03")).toBeVisible();
  await expect(
    dialog.getByText("Matches 1 of 3 names. Details of the other files come from the files themselves."),
  ).toBeVisible();
  await pattern.fill("{titel}");
  await expect(dialog.getByRole("alert")).toContainText("is not a pattern of file names");
  await expect(dialog.getByRole("button", { name: "Import 3 files" })).toBeDisabled();
  await pattern.fill("{author} - {date} - {title}");
  await expect(row(/Harbour dues/)).toContainText("2021-03");
  await dialog.getByRole("checkbox", { name: "broken.pdf" }).focus();
  await page.keyboard.press("Space");
  await pattern.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".message")).toContainText("“The gates” was imported.", { timeout: 20_000 });
  const papers = JSON.parse(run("papers", "--json")) as { title: string; authors: string[]; date: string | null }[];
  expect(papers.map(({ title, authors, date }) => [title, authors, date]).sort()).toEqual([
    ["Harbour dues", ["Lind"], "2021-03"],
    ["The gates", [], null],
  ]);
});

test("an import of several files that is closed imports none", async ({ window, run }) => {
  const page = await window.open();
  await drop(page, files);
  await expect(page.getByRole("dialog", { name: "Import 3 files" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(JSON.parse(run("papers", "--json"))).toEqual([]);
});
