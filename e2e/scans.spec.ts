import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pngOf, tiffOf } from "../src/main/services/ocr/picture.cases.ts";
import { drawnPage, scannedPdf, textLines } from "../src/main/services/ocr/scan.cases.ts";
import { onePage } from "../src/main/services/pdfium/page.cases.ts";
import { openPdf } from "../src/main/services/pdfium/reader.ts";
import { expect, test } from "./fixtures.ts";
import { drag, toolbar } from "./pointing.ts";

const lines = [
  "The council wants a winter ferry, and it",
  "says that the fare has to stay low for all",
  "who live on the islands. The company asks",
  "for a grant instead of the passengers' money.",
];
const other = ["The fishers hold that dredging ruins the", "eel grounds, and that nobody asked them."];
const page = (text: readonly string[]): Buffer => onePage({ drawn: textLines(text) });

async function choose(window: Page, button: string): Promise<void> {
  await window.getByRole("dialog").getByRole("button", { name: button, exact: true }).click({ timeout: 20_000 });
}

test("a picture is read with OCR, coded by mouse and exported with highlights on its words", async ({
  window,
  run,
}) => {
  run("codebook", "add", "Ferries");
  const opened = await window.open();
  const picture = pngOf(await drawnPage(page(lines), 0, 200), 0);
  await window.choose({ name: "ferry.png", bytes: picture }, () =>
    opened.getByRole("button", { name: "Import papers…" }).first().click(),
  );
  await expect(opened.getByRole("dialog", { name: "Read ferry with OCR" })).toBeVisible({ timeout: 20_000 });
  await expect(opened.getByRole("checkbox", { name: "English" })).toBeChecked();
  await choose(opened, "Read");
  await expect(opened.locator(".ProseMirror")).toContainText("a winter ferry", { timeout: 60_000 });
  await drag(opened, "winter ferry");
  await toolbar(opened).getByRole("button", { name: "supports" }).click();
  await toolbar(opened).getByRole("button", { name: "Ferries", exact: true }).click();
  await expect(opened.locator(".card")).toHaveCount(1);
  await expect(opened.locator(".card .ocr-mark")).toHaveText(/OCR/);
  await opened.keyboard.press("Control+2");
  await expect(opened.locator(".claims tbody .ocr-mark")).toContainText("Read with OCR");
  await opened.keyboard.press("Control+1");
  await opened.getByRole("button", { name: "Export", exact: true }).click();
  const file = await window.keep(() => opened.getByRole("button", { name: "Annotated PDF" }).click());
  const made = await readFile(file);
  const reader = await openPdf(made, null);
  const [highlight] = reader.annotations(0).filter((annotation) => annotation.subtype === "highlight");
  reader.close();
  const source = await openPdf(page(lines), null);
  const { chars } = source.page(0);
  const text = Array.from({ length: chars.length }, (_, k) => chars.text(k)).join("");
  const [first, last] = [text.indexOf("winter"), text.indexOf("ferry") + "ferry".length - 1];
  // The picture says no resolution, so its page is as high as A4.
  const scale = (11.69 * 72) / 500;
  const drawn = [chars.left(first), chars.bottom(first), chars.right(last), chars.top(last)].map(
    (index) => index * scale,
  );
  source.close();
  for (const [index, edge] of (highlight?.box ?? [0, 0, 0, 0]).entries())
    expect(Math.abs(edge - (drawn[index] ?? 0))).toBeLessThan(6);
  expect(highlight?.contents).toContain("Read with OCR");
  expect(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" })).toContain("read with OCR");
});

for (const suffix of ["jpeg", "webp", "tiff"] as const)
  test(`a ${suffix.toUpperCase()} file is read with OCR, coded and exported with its claim`, async ({
    window,
    run,
  }) => {
    const opened = await window.open();
    const picture = await drawnPage(page(lines), 0, 200);
    const bytes =
      suffix === "tiff" ? tiffOf([{ picture }], true) : await encoded(opened, pngOf(picture, 0), `image/${suffix}`);
    await window.choose({ name: `ferry.${suffix}`, bytes }, () =>
      opened.getByRole("button", { name: "Import papers…" }).first().click(),
    );
    await expect(opened.getByRole("dialog", { name: "Read ferry with OCR" })).toBeVisible({ timeout: 20_000 });
    await choose(opened, "Read");
    await expect(opened.locator(".ProseMirror")).toContainText("a winter ferry", { timeout: 60_000 });
    await window.stop();
    run("annotate", "ferry", "--quote", "winter ferry", "--issue", "Ferries", "--stance", "+");
    const again = await window.open();
    await expect(again.locator(".card .ocr-mark")).toHaveText(/OCR/);
    await again.getByRole("button", { name: "Export", exact: true }).click();
    const file = await window.keep(() => again.getByRole("button", { name: "Annotated PDF" }).click());
    const reader = await openPdf(await readFile(file), null);
    const subtypes = reader.annotations(0).map(({ subtype }) => subtype);
    reader.close();
    expect(subtypes).toContain("highlight");
  });

/** A picture in another format, as the browser writes it. */
async function encoded(window: Page, png: Uint8Array, type: string): Promise<Buffer> {
  const base64 = await window.evaluate(
    async ({ png, type }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer());
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
    },
    { png: Buffer.from(png).toString("base64"), type },
  );
  return Buffer.from(base64, "base64");
}

test("reading is stopped without a trace, and goes on page by page", async ({ window, run }) => {
  const opened = await window.open();
  const scan = scannedPdf(
    await Promise.all([lines, other, lines, other].map((text) => drawnPage(page(text), 0, 200))),
    200,
  );
  await window.choose({ name: "scan.pdf", bytes: Buffer.from(scan) }, () =>
    opened.getByRole("button", { name: "Import papers…" }).first().click(),
  );
  await choose(opened, "Read");
  await opened.getByRole("button", { name: "Stop" }).click();
  await expect(opened.locator(".message.bad")).toContainText("scan was not read with OCR", { timeout: 30_000 });
  const changes = JSON.parse(run("history", "--json")) as unknown[];
  expect(changes).toHaveLength(1);
  await opened.keyboard.press("Control+k");
  await opened.keyboard.type("read with ocr");
  await opened.keyboard.press("Enter");
  const dialog = opened.getByRole("dialog", { name: "Read scan with OCR" });
  await dialog.getByRole("radio", { name: /Only these/ }).click();
  const list = dialog.getByRole("textbox", { name: /Pages/ });
  await list.fill("5");
  await expect(dialog.getByRole("alert")).toContainText("1 to 4");
  await expect(dialog.getByRole("button", { name: "Read", exact: true })).toBeDisabled();
  await list.fill("2");
  await choose(opened, "Read");
  await expect(opened.locator(".ProseMirror")).toContainText("eel grounds", { timeout: 60_000 });
  await expect(opened.locator(".ProseMirror")).not.toContainText("winter ferry");
});

test("a scan that is not read with OCR says so in the text, and leads to its pages and to OCR", async ({ window }) => {
  const opened = await window.open();
  const scan = scannedPdf([await drawnPage(page(lines), 0, 100)], 100);
  await window.choose({ name: "scan.pdf", bytes: Buffer.from(scan) }, () =>
    opened.getByRole("button", { name: "Import papers…" }).first().click(),
  );
  await choose(opened, "Cancel");
  const reader = opened.getByTestId("reader");
  await expect(reader).toContainText("This paper has no text");
  await reader.getByRole("button", { name: "Show the pages" }).click();
  await expect(opened.locator("canvas[data-ready=true]").first()).toBeVisible({ timeout: 20_000 });
  await opened.getByRole("button", { name: "Text", exact: true }).click();
  await reader.getByRole("button", { name: "Read with OCR…" }).click();
  await choose(opened, "Read");
  await expect(opened.locator(".ProseMirror")).toContainText("a winter ferry", { timeout: 60_000 });
  await expect(reader).not.toContainText("This paper has no text");
});

/** What axe finds in a part of the window in any theme, but for what is minor. */
async function findings(window: Page, part: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ["light", "sepia", "dark", "contrast"]) {
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const { violations } = await new AxeBuilder({ page: window }).include(part).setLegacyMode(true).analyze();
    found.push(...violations.flatMap(({ id, impact }) => (impact === "minor" ? [] : [`${id}, ${theme}`])));
  }
  return found;
}

test("axe finds nothing where a scan has no text, nor in the question about OCR, which is answered by keys", async ({
  window,
}) => {
  const opened = await window.open();
  const scan = scannedPdf(await Promise.all([lines, other].map((text) => drawnPage(page(text), 0, 100))), 100);
  await window.choose({ name: "scan.pdf", bytes: Buffer.from(scan) }, () =>
    opened.getByRole("button", { name: "Import papers…" }).first().click(),
  );
  await opened.getByRole("dialog").waitFor({ timeout: 20_000 });
  await opened.keyboard.press("Escape");
  for (const language of ["en", "ur"]) {
    await opened.evaluate((tongue) => localStorage.setItem("language", tongue), language);
    await opened.reload();
    await expect(opened.locator("html")).toHaveAttribute("lang", language);
    await opened.locator("[data-part=papers] .paper, .paper-item, .row").first().waitFor({ timeout: 20_000 });
    await opened.locator(".no-text").waitFor({ timeout: 20_000 });
    expect(await findings(opened, ".no-text")).toEqual([]);
    await opened.keyboard.press("Control+k");
    await opened.keyboard.type("OCR");
    await opened.keyboard.press("Enter");
    const dialog = opened.locator("dialog[open]");
    await dialog.locator("input[type=checkbox]").first().waitFor();
    expect(await findings(opened, "dialog[open]")).toEqual([]);
    const boxes = dialog.locator("input[type=checkbox]");
    await boxes.first().focus();
    const before = await boxes.first().isChecked();
    await opened.keyboard.press("Space");
    await expect(boxes.first()).toBeChecked({ checked: !before });
    await opened.keyboard.press("Space");
    await boxes.last().focus();
    await opened.keyboard.press("Tab");
    await expect(dialog.locator("input[type=radio]:checked")).toBeFocused();
    await opened.keyboard.press("ArrowDown");
    await expect(dialog.locator("input[type=radio]").last()).toBeChecked();
    await opened.keyboard.press("Tab");
    await expect(dialog.locator("input:not([type])")).toBeFocused();
    await opened.keyboard.press("Tab");
    await expect(dialog.locator("button.primary")).toBeFocused();
    await opened.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
});
