import { execFileSync } from "node:child_process";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { cli, expect, openSample, test } from "./fixtures.ts";

/** Run a command of the window by its name. */
async function command(page: Page, label: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(label);
  await page.keyboard.press("Enter");
}

async function journalOf(library: string): Promise<string> {
  const [name = ""] = (await readdir(path.join(library, "journal"))).sort();
  return path.join(library, "journal", name);
}

// The library with the sample paper has a backup already: it was closed once.
test("a backup is kept, everything is checked, and the state of the backup comes back", async ({ window }) => {
  const page = await openSample(window);
  await command(page, "Backups, checks");
  const dialog = page.getByRole("dialog", { name: "Backups, checks and repair" });
  await dialog.getByRole("button", { name: "Back up now" }).click();
  await expect(dialog.getByRole("button", { name: /^Restore the backup of/ })).toHaveCount(2);
  await dialog.getByRole("button", { name: "Check now" }).click();
  await expect(dialog.getByText("No problems found.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.locator(".card").nth(4).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.locator(".card")).toHaveCount(31);
  await command(page, "Backups, checks");
  await dialog
    .getByRole("button", { name: /^Restore the backup of/ })
    .first()
    .click();
  await expect(dialog.getByText("Brought back: 1 claim.")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".card")).toHaveCount(31);
  await dialog
    .getByRole("button", { name: /^Restore the backup of/ })
    .first()
    .click();
  await expect(dialog.getByRole("button", { name: "Restore this backup" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".card")).toHaveCount(32);
  // The claim is there as soon as the change is announced, the dialog closes with the answer.
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".card")).toHaveCount(31);
});

/** Change two letters in the last line of the journal, as a failing disk does. */
async function damageLastChange(library: string): Promise<void> {
  const file = await journalOf(library);
  const lines = (await readFile(file, "utf8")).split("\n");
  await writeFile(
    file,
    lines.map((line, index) => (index === lines.length - 2 ? line.replace("at", "ta") : line)).join("\n"),
  );
}

test("a damaged library says what is missing and can be gone on with", async ({ window, library }) => {
  const first = await openSample(window);
  await first.locator(".card").nth(4).click();
  await first.getByRole("button", { name: "Delete" }).click();
  await expect(first.locator(".card")).toHaveCount(31);
  await window.stop("SIGKILL");
  await damageLastChange(library);
  const page = await window.open();
  const dialog = page.getByRole("dialog", { name: "Backups, checks and repair" });
  await expect(dialog.getByText(/Change \d+ is damaged or missing on disk\./)).toBeVisible();
  await dialog.getByRole("button", { name: "Check now" }).click();
  await expect(dialog.getByText(/problems? found:/)).toBeVisible();
  await dialog.getByRole("button", { name: "Continue with what could be read" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
  await page.locator(".card").nth(4).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.locator(".card")).toHaveCount(31);
});

test("in a damaged library, what restoring and repairing would give is shown first, and undo goes back", async ({
  window,
  library,
}) => {
  const first = await openSample(window);
  await command(first, "Backups, checks");
  const dialogIn = (page: Page) => page.getByRole("dialog", { name: "Backups, checks and repair" });
  await dialogIn(first).getByRole("button", { name: "Back up now" }).click();
  await expect(dialogIn(first).getByRole("button", { name: /^Restore the backup of/ })).toHaveCount(2);
  await dialogIn(first).getByRole("button", { name: "Close" }).click();
  await first.locator(".card").nth(4).click();
  await first.getByRole("button", { name: "Delete" }).click();
  await expect(first.locator(".card")).toHaveCount(31);
  await window.stop("SIGKILL");
  await damageLastChange(library);
  const page = await window.open();
  const dialog = dialogIn(page);
  await dialog
    .getByRole("button", { name: /^Restore the backup of/ })
    .first()
    .click();
  await expect(dialog.getByText(/^The backup of .* contains 1 paper, 32 claims/)).toBeVisible();
  await expect(dialog.getByText(/“Continue with what could be read” .* would keep 1 paper, 32 claims/)).toBeVisible();
  await dialog.getByRole("button", { name: "Restore this backup" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
  await page.locator(".card").nth(4).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.locator(".card")).toHaveCount(31);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".card")).toHaveCount(32);
  await page.keyboard.press("Control+z");
  await expect(dialog.getByText(/Change \d+ is damaged or missing on disk\./)).toBeVisible();
  await dialog.getByRole("button", { name: "Continue with what could be read" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
});

test("what was changed in a copy of the library elsewhere is noticed and merged", async ({ window, library, run }) => {
  await openSample(window);
  await window.stop();
  const copy = `${library}-copy`;
  await cp(library, copy, { recursive: true });
  const add = ["annotate", "The Strait Crossing", "--quote", "ferry", "--nth", "1", "--note", "from elsewhere"];
  execFileSync(process.execPath, [cli, ...add, "--library", copy]);
  const segment = await journalOf(copy);
  await cp(segment, path.join(library, "journal", `${path.basename(segment, ".jsonl")} (conflicted copy).jsonl`));
  const page = await window.open();
  await expect(page.getByText(/made outside this library/)).toBeVisible();
  await command(page, "Backups, checks");
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.locator(".card")).toHaveCount(33);
  await expect(page.getByText(/items? (was|were) merged/)).toBeVisible();
  await window.stop();
  expect(JSON.parse(run("verify", "--json"))).toEqual({ ok: true, problems: [] });
});

test("a library goes into one file and another takes it in", async ({ window, library }) => {
  const page = await openSample(window);
  const file = await window.keep(() => command(page, "Export library"));
  const elsewhere = `${library}-second`;
  const output = execFileSync(process.execPath, [cli, "bundle", "import", file, "--library", elsewhere, "--json"]);
  expect(JSON.parse(output.toString())).toMatchObject({ papers: 1, refused: [] });
  const bytes = await readFile(file);
  await window.choose({ name: "library.zip", bytes }, () => command(page, "Import library"));
  await expect(page.getByText("Imported no new papers; nothing else was new.")).toBeVisible();
  await expect(page.locator(".card")).toHaveCount(32);
});
