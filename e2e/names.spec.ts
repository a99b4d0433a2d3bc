import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { typedNames } from "../src/renderer/src/annotate/typed-names.cases.ts";
import { nameKey } from "../src/shared/text/names.ts";
import { expect, test } from "./fixtures.ts";
import { russian, typeOn } from "./layouts.ts";
import type { Window } from "./window.ts";

/** Each name once: two that are the same name to the program would be found instead of created. */
const names = [...new Map(typedNames.map((name) => [nameKey(name), name])).values()];
const count = 22;

/** Issue, actor and note of each claim: in each round, every name is in another of the three. */
const wordsOf = (claim: number, round: number): readonly [string, string, string] => {
  const at = (place: number): string => names[(claim + ((place + round) % 3) * count) % names.length] ?? "";
  return [at(0), at(1), at(2)];
};

type Claim = Readonly<{
  start: number;
  note: string;
  actor: string | null;
  positions: readonly Readonly<{ issue: string; stance: string | null }>[];
}>;

/** What the library has, in the order of the text. */
const saved = (text: string): unknown[] =>
  (JSON.parse(text) as Claim[])
    .toSorted((a, b) => a.start - b.start)
    .map(({ positions, actor, note }) => [
      positions[0]?.issue.replaceAll("\\/", "/"),
      actor,
      note,
      positions[0]?.stance,
    ]);

const expected = (round: number): unknown[] =>
  Array.from({ length: count }, (_, claim) => [...wordsOf(claim, round), null]);

/** Put text into a field at once, in place of what is in it, as a paste or a dictation does. */
async function insert(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.selectText();
  await field.page().keyboard.insertText(text);
  await expect(field).toHaveValue(text);
}

/** A paper with a paragraph for each claim, and a codebook that has the beginnings of names, pinned to keys. */
async function open(
  window: Window,
  library: string,
  run: (...args: string[]) => string,
  paragraphs: number,
): Promise<Page> {
  const codebook = path.join(path.dirname(library), "codebook.csv");
  const begun = ["COVID", "Phase 1", "EU", "Who pays", "Energy", "Roads", "Refugee", "2030", "R and D"];
  await writeFile(codebook, `kind,name,key\n${begun.map((name, index) => `issue,${name},${index + 1}\n`).join("")}`);
  run("codebook", "import", codebook);
  const text = Array.from({ length: paragraphs }, (_, index) => `Paragraph ${index} says something.`).join("\n\n");
  const page = await window.open();
  await window.choose({ name: "names.md", bytes: Buffer.from(`# Names\n\n${text}\n`) }, () =>
    page.getByRole("button", { name: "Import papers…" }).first().click(),
  );
  await expect(page.getByRole("heading", { name: "Names" })).toBeVisible();
  await page.keyboard.press("F6");
  return page;
}

/** The caret at the beginning of the paper, and no claim selected: `n` then goes to the first one. */
async function goToTop(page: Page): Promise<void> {
  await expect(async () => {
    await page.locator(".ProseMirror").first().focus();
    for (const key of ["Escape", "Control+Home"]) await page.keyboard.press(key);
    await expect(page.locator(".card.selected")).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
}

test("sixty names are saved as they are given: in new claims, in edited claims and in the inspector", async ({
  window,
  library,
  run,
}) => {
  test.setTimeout(180_000);
  expect(names.length).toBeGreaterThanOrEqual(60);
  const page = await open(window, library, run, count);
  const form = page.locator(".composer");
  const fill = async (round: number, claim: number): Promise<void> => {
    const [issue, actor, note] = wordsOf(claim, round);
    await insert(form.getByRole("combobox", { name: "Issue" }), issue);
    await insert(form.getByRole("combobox", { name: "Actor" }), actor);
    await insert(form.locator("textarea"), note);
    await page.keyboard.press("Enter");
    await expect(form).toHaveCount(0);
  };
  await page.keyboard.press("h");
  for (let claim = 0; claim < count; claim++) {
    for (const key of ["j", "s", "Enter"]) await page.keyboard.press(key);
    await fill(0, claim);
    await expect(page.locator(".card")).toHaveCount(claim + 1);
  }
  expect(saved(run("claims", "--json"))).toEqual(expected(0));
  await goToTop(page);
  for (let claim = 0; claim < count; claim++) {
    for (const key of ["n", "e"]) await page.keyboard.press(key);
    await fill(1, claim);
  }
  expect(saved(run("claims", "--json"))).toEqual(expected(1));
  await goToTop(page);
  const pane = page.locator(".inspector");
  for (let claim = 0; claim < count; claim++) {
    const [issue, actor, note] = wordsOf(claim, 2);
    for (const key of ["F6", "n"]) await page.keyboard.press(key);
    await pane.locator(".positions .name").click();
    await insert(pane.getByRole("combobox", { name: "Issue" }), issue);
    await pane.locator(".issue-form .primary").click();
    await expect(pane.locator(".positions .name")).toHaveText(issue);
    await insert(pane.getByRole("combobox", { name: "Actor" }), actor);
    await insert(pane.locator("textarea"), note);
    await page.keyboard.press("F6");
  }
  await expect.poll(() => saved(run("claims", "--json"))).toEqual(expected(2));
});

/** Names whose letters, digits and signs are shortcuts elsewhere, with the place of each key. */
const pressed = [
  { name: "COVID-19 refugees", code: () => "" },
  { name: "EU+3 0~half?", code: () => "" },
  { name: "Реформа 1 рынка", code: russian },
  { name: "إصلاح ١٢ -", code: () => "KeyR" },
] as const;

test("names typed key by key into edited claims and the inspector are text, whatever the letters do elsewhere", async ({
  window,
  library,
  run,
}) => {
  const page = await open(window, library, run, pressed.length);
  const form = page.locator(".composer");
  const pane = page.locator(".inspector");
  const type = async (field: Locator, text: string, code: (letter: string) => string): Promise<void> => {
    await field.focus();
    await field.selectText();
    await typeOn(page, text, code);
    await expect(field).toHaveValue(text);
  };
  await page.keyboard.press("h");
  for (const [index] of pressed.entries()) {
    for (const key of ["j", "s", "1", "Enter"]) await page.keyboard.press(key);
    await expect(page.locator(".card")).toHaveCount(index + 1);
  }
  const values = (suffix: string): unknown[] =>
    pressed.map(({ name }) => [`${name}${suffix}`, `${name} A${suffix}`, `${name} N${suffix}`, null]);
  await goToTop(page);
  for (const { name, code } of pressed) {
    for (const key of ["n", "e"]) await page.keyboard.press(key);
    await type(form.getByRole("combobox", { name: "Issue" }), name, code);
    await type(form.getByRole("combobox", { name: "Actor" }), `${name} A`, code);
    await type(form.locator("textarea"), `${name} N`, code);
    await page.keyboard.press("Enter");
    await expect(form).toHaveCount(0);
  }
  expect(saved(run("claims", "--json"))).toEqual(values(""));
  await goToTop(page);
  for (const { name, code } of pressed) {
    for (const key of ["F6", "n"]) await page.keyboard.press(key);
    await pane.locator(".positions .name").click();
    await type(pane.getByRole("combobox", { name: "Issue" }), `${name} 2`, code);
    await page.keyboard.press("Enter");
    await expect(pane.locator(".positions .name")).toHaveText(`${name} 2`);
    await type(pane.getByRole("combobox", { name: "Actor" }), `${name} A 2`, code);
    await type(pane.locator("textarea"), `${name} N 2`, code);
    await page.keyboard.press("F6");
  }
  await expect.poll(() => saved(run("claims", "--json"))).toEqual(values(" 2"));
});

test("names composed by a Japanese input method are saved in every field", async ({ window, library, run }) => {
  const page = await open(window, library, run, 1);
  const session = await page.context().newCDPSession(page);
  const compose = async (field: Locator, steps: readonly string[]): Promise<void> => {
    await field.focus();
    await field.selectText();
    for (const text of steps)
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.keyboard.press("Enter");
    await session.send("Input.insertText", { text: steps.at(-1) ?? "" });
    await expect(field).toHaveValue(steps.at(-1) ?? "");
  };
  for (const key of ["h", "j", "s", "Enter"]) await page.keyboard.press(key);
  const form = page.locator(".composer");
  await compose(form.getByRole("combobox", { name: "Issue" }), ["す", "すい", "水質"]);
  await compose(form.getByRole("combobox", { name: "Actor" }), ["か", "環境省"]);
  await compose(form.locator("textarea"), ["け", "経済"]);
  await page.keyboard.press("Enter");
  await expect(page.locator(".card")).toHaveCount(1);
  expect(saved(run("claims", "--json"))).toEqual([["水質", "環境省", "経済", null]]);
  const pane = page.locator(".inspector");
  await compose(pane.getByRole("combobox", { name: "Actor" }), ["ざ", "財務省"]);
  await compose(pane.locator("textarea"), ["み", "未定"]);
  await page.keyboard.press("F6");
  await expect.poll(() => saved(run("claims", "--json"))).toEqual([["水質", "財務省", "未定", null]]);
});
