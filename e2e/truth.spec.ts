import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { likeness, rightKinds } from "../src/main/services/import/pdf/fixtures/likeness.ts";
import { type Case, cases, chromiumCases, expected } from "../src/main/services/import/pdf/fixtures/truth.ts";
import { truthHtml, withoutNotes } from "../src/main/services/import/pdf/fixtures/truth-html.ts";
import { PaperContent } from "../src/shared/model/content.ts";
import { expect, test } from "./fixtures.ts";

const fontAt = (file: string): string =>
  pathToFileURL(path.resolve(import.meta.dirname, "../node_modules/@embedpdf", file)).toString();
const fonts = {
  Latin: fontAt("fonts-latin/fonts/NotoSans-Regular.ttf"),
  Arabic: fontAt("fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf"),
  Chinese: fontAt("fonts-sc/fonts/NotoSansHans-Regular.otf"),
};

/** The paper as Chromium prints it, in its own folder; with its tags or without. */
async function printed(page: Page, example: Case, folder: string, tagged: boolean): Promise<string> {
  const file = path.join(folder, `${example.name}${tagged ? "" : " plain"}`);
  await writeFile(`${file}.html`, truthHtml(example, fonts));
  await page.goto(pathToFileURL(`${file}.html`).toString());
  await page.evaluate(() => document.fonts.ready);
  const head = `<div style="font-size: 8pt; width: 100%; margin: 0 40pt">${example.head ?? ""} – Draft</div>`;
  const foot = `<div style="font-size: 8pt; width: 100%; text-align: center"><span class="pageNumber"></span></div>`;
  const bytes = await page.pdf({
    width: `${(example.columns === 3 ? 660 : 460) / 72}in`,
    height: `${595 / 72}in`,
    margin: { top: "0.75in", bottom: "0.75in", left: "0.75in", right: "0.75in" },
    displayHeaderFooter: example.head !== null,
    headerTemplate: head,
    footerTemplate: foot,
    printBackground: true,
    tagged,
  });
  await writeFile(`${file}.pdf`, bytes);
  return `${file}.pdf`;
}

test("papers printed by Chromium are read as they were written", async ({ browser, library, run }) => {
  test.setTimeout(240_000);
  const folder = path.join(path.dirname(library), "printed");
  await mkdir(folder);
  // A page of its own: no window of the program.
  const page = await browser.newPage();
  const all = [...cases, ...chromiumCases].flatMap((example) =>
    [true, false].map((tagged) => ({ one: example, tagged })),
  );
  const files: string[] = [];
  for (const { one: example, tagged } of all) files.push(await printed(page, example, folder, tagged));
  await page.close();
  const made = JSON.parse(run("import", ...files, "--json")) as { id: string; pages: number }[];
  for (const [index, { one: example, tagged }] of all.entries()) {
    const { id = "", pages = 0 } = made[index] ?? {};
    const file = await readFile(path.join(library, "papers", id, "paper.json"), "utf8");
    const content = PaperContent.parse((JSON.parse(file) as { content: unknown }).content);
    const want = expected(withoutNotes(example.blocks));
    const characters = likeness(want.map((block) => block.text).join("\n"), content.text);
    const kinds = rightKinds(want, content);
    const shares = [characters, kinds].map((share) => (share * 100).toFixed(2)).join(" | ");
    console.log(`| ${example.name} | Chromium${tagged ? ", tagged" : ", no tags"} | ${pages} | ${shares} |`);
    expect.soft(characters, `characters of ${example.name}, tags ${tagged}`).toBeGreaterThanOrEqual(example.least);
    expect.soft(kinds, `blocks of ${example.name}, tags ${tagged}`).toBeGreaterThanOrEqual(0.95);
  }
});
