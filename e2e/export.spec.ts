import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { expect, openSample, test } from "./fixtures.ts";

const locked = path.resolve(import.meta.dirname, "../src/main/services/export/pdf/fixtures/aes-256.pdf");

test("an annotated PDF is made as the dialog says: colours, no pages behind, no coders, no notes", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const options = page.getByRole("group", { name: "Include" });
  await options.getByRole("combobox").selectOption("issue");
  for (const name of ["Pages with chart and index (PDF)", "Names of coders", "Notes"])
    await options.getByLabel(name).uncheck();
  const file = await window.keep(() => page.getByRole("button", { name: "Annotated PDF" }).click());
  const bytes = await readFile(file, "latin1");
  expect(bytes).toContain("(Coder 1)");
  expect(bytes).not.toContain("(Sample coder)");
  expect(bytes).not.toContain("(Claims)");
});

test("an encrypted paper is exported with its password, and stays encrypted", async ({ window, run }) => {
  run("import", locked, "--password", "reader");
  run("annotate", "aes-256", "--quote", "words", "--issue", "Water", "--stance", "+");
  const page = await window.open();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const file = await window.keep(async () => {
    await page.getByRole("button", { name: "Annotated PDF" }).click();
    await page.getByRole("textbox", { name: "Password" }).fill("reader");
    await page.getByRole("button", { name: "Open", exact: true }).click();
  });
  const [source, made] = [await readFile(locked), await readFile(file)];
  expect(Buffer.compare(made.subarray(0, source.length), source)).toBe(0);
  expect(made.toString("latin1", source.length)).not.toContain("Water");
});

test("our own PDF, brought in again, doubles nothing; in another library it is the paper with all its claims", async ({
  window,
  library,
  run,
}) => {
  const page = await openSample(window);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const file = await window.keep(() => page.getByRole("button", { name: "Annotated PDF" }).click());
  const made = { name: "annotated.pdf", bytes: await readFile(file) };
  const claims = (): { id: string; created: string }[] => JSON.parse(run("claims", "--json"));
  const before = claims();
  await page.keyboard.press("Escape");
  await window.choose(made, () => page.getByRole("button", { name: "Import papers…" }).first().click());
  await expect(page.locator(".message", { hasText: "already in the library" })).toBeVisible({ timeout: 20_000 });
  await expect(page.locator(".card")).toHaveCount(32);
  await window.stop();
  expect(claims()).toEqual(before);

  await rm(library, { recursive: true });
  const other = await window.open();
  await window.choose(made, () => other.getByRole("button", { name: "Import papers…" }).first().click());
  await expect(other.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  await other.keyboard.press("F9");
  // The pages behind the paper are not part of it.
  await expect(other.getByText("1 of 8")).toBeVisible();
  await other.getByRole("button", { name: "Page 1, 10 claims" }).click();
  await expect(other.locator('.sheet[data-page="3"] .lines g[data-annotation]').first()).toBeAttached();
  await window.stop();
  expect(claims()).toEqual(before);
});
