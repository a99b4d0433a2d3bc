import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, openSample, test } from "./fixtures.ts";

const locked = path.resolve(import.meta.dirname, "../src/main/services/export/pdf/fixtures/aes-256.pdf");

test("an annotated PDF is made as the dialog says: colours, no pages behind, no coders, no notes", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const options = page.getByRole("group", { name: "What goes in" });
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
