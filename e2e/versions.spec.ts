import { writeFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { docx } from "../src/main/services/import/word/docx.cases.ts";
import { expect, test } from "./fixtures.ts";

const fares = "The board rejects any further rise of the fare, as it said in June.";
const channel = "Dredging the channel costs more than the port earns in a year.";
const hours = "Residents of the quarter want the quiet hours back.";
const again = "Digging out the channel costs far more than the port ever earns.";
const talk = "The meeting went on for hours, with many words about the ferry and none about its price.";
const draft = `# Ferry plan\n\n${[fares, channel, hours, talk].join("\n\n")}\n`;
const final = `# Ferry plan\n\n${[fares, again, "The meeting ended at noon.", talk].join("\n\n")}\n`;

type Claim = Readonly<{ quote: string }>;

test("a paper that resembles another becomes its new version; what is not certain is decided by one key each", async ({
  window,
  run,
}, info) => {
  const file = info.outputPath("draft.md");
  await writeFile(file, draft);
  run("import", file);
  for (const quote of [fares, channel, hours])
    run("annotate", "Ferry plan", "--quote", quote, "--issue", "Ferry", "--stance", "opposes");
  const page = await window.open();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "plan.md", { type: "text/markdown" }));
    return data;
  }, final);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent("body", type, { dataTransfer: transfer });

  const dialog = page.getByRole("dialog", { name: "Versions" });
  await expect(dialog).toContainText("“Ferry plan” resembles “Ferry plan”.", { timeout: 20_000 });
  await dialog.getByRole("button", { name: "Make it a new version" }).click();
  await expect(dialog).toContainText("1 of 2");
  await expect(dialog.locator("del").first()).toHaveText(/Dredging/);
  await expect(dialog.locator("ins").first()).toHaveText(/Digging out/);
  const axe = new AxeBuilder({ page }).include("dialog").setLegacyMode(true);
  expect((await axe.analyze()).violations).toEqual([]);
  expect(JSON.parse(run("claims", "--json"))).toHaveLength(1);

  await page.keyboard.press("a");
  await expect(dialog).toContainText("1 of 1");
  await expect(dialog).toContainText("Not found in this version.");
  await page.keyboard.press("l");
  await expect(dialog).toContainText("Every claim and note of the earlier version is decided.");
  await expect.poll(() => JSON.parse(run("claims", "--json")).map(({ quote }: Claim) => quote)).toEqual([fares, again]);
  await page.keyboard.press("Control+z");
  await expect(dialog).toContainText("1 of 1");
  await page.keyboard.press("p");
  await page.keyboard.type("The meeting ended at noon.");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("Every claim and note of the earlier version is decided.");

  await dialog.getByRole("button", { name: "Claims that differ" }).click();
  await expect(dialog.locator(".version-changes li")).toHaveCount(2);
  expect((await axe.analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Texts side by side" }).click();
  await expect(dialog.locator(".side-by-side tr")).toHaveCount(7);
  await expect(dialog.locator(".side-by-side ins").first()).toBeVisible();
  expect((await axe.analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.locator(".card")).toHaveCount(3);
  expect(JSON.parse(run("claims", "--query", "version:all", "--json"))).toHaveLength(6);
});

const inserted = (id: number, words: string): string =>
  `<w:p><w:ins w:id="${id}" w:author="Ada" w:date="2026-05-01T00:00:00Z"><w:r><w:t>${words}</w:t></w:r></w:ins></w:p>`;

test("claims that another reading of a text has put elsewhere are checked one after the other", async ({
  window,
  run,
}, info) => {
  const file = info.outputPath("letter.docx");
  await writeFile(
    file,
    docx({ body: `${inserted(1, fares)}${inserted(2, channel)}<w:p><w:r><w:t>${hours}</w:t></w:r></w:p>` }),
  );
  run("import", file, "--title", "Letter");
  for (const quote of [fares, channel, hours])
    run("annotate", "Letter", "--quote", quote, "--issue", "Ferry", "--stance", "opposes");
  const page = await window.open();
  await expect(page.locator(".card")).toHaveCount(3);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("details");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Read text before tracked changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Places to check" });
  await expect(dialog).toContainText("1 of 2", { timeout: 20_000 });
  await expect(dialog.locator("del").first()).toHaveText(/board/);
  const axe = new AxeBuilder({ page }).include("dialog[open]").setLegacyMode(true);
  expect((await axe.analyze()).violations).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(dialog).toContainText("2 of 2");
  await page.keyboard.press("a");
  await expect(dialog).toContainText("1 of 1");
  await page.keyboard.press("Control+z");
  await expect(dialog).toContainText("of 2");
  await page.keyboard.press("a");
  await expect(dialog).toContainText("1 of 1");
  await page.keyboard.press("p");
  await page.keyboard.type("nowhere");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("not in this version");
  await dialog.getByRole("textbox").fill("quiet hours");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("The places of all claims and notes are checked.");
  await page.keyboard.press("Escape");
  expect(JSON.parse(run("claims", "--json")).map(({ quote }: Claim) => quote)).toContain("quiet hours");
});
