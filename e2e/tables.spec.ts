import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

const title = "The Strait Crossing: Who Pays, Who Sails, Who Decides";

/** Run a command of the window by its name. */
async function command(page: Page, label: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(label);
  await page.keyboard.press("Enter");
}

/** The issues of a claim with their stances, by its note. */
type Claim = Readonly<{ note: string; positions: readonly { issue: string; stance: string | null }[] }>;
const positionsOf = (text: string, note: string): readonly (readonly [string, string | null])[] =>
  (JSON.parse(text) as Claim[])
    .filter((claim) => claim.note === note)
    .flatMap((claim) => claim.positions.map(({ issue, stance }) => [issue, stance] as const));

const right = [
  ["commas", `paper,quote,nth,issue,stance,note\n"${title}",rejects any further,1,Tolls,opposes,commas\n`],
  ["semicolons", `paper;quote;nth;issue;stance;note\n${title};rejects any further;1;Tolls;mixed;semicolons\n`],
  ["tabs", `paper\tquote\tnth\tissue\tstance\tnote\n${title}\trejects any further\t1\tTolls\tneutral\ttabs\n`],
  ["sep=", `\ufeffsep=;\r\nNote;STANCE;Issue;Nth;Quote;Paper\r\nsep=;+;Tolls;1;rejects any further;${title}\r\n`],
  ["lists", `paper,quote,nth,issue,stance,note\n"${title}",rejects any further,1,A; B; C,supports;;opposes,lists\n`],
] as const;

test("tables of claims of every kind come in by the window, once", async ({ window, run }) => {
  const page = await openSample(window);
  for (const [name, text] of right)
    for (const sentence of ["1 claim was added.", "No claims were added. 1 is already in the library."]) {
      await window.choose({ name: `${name.replace(/\W/g, "")}.csv`, bytes: Buffer.from(text) }, () =>
        command(page, "import claims"),
      );
      await expect(page.locator(".message")).toContainText(sentence);
      await page.locator(".message").getByRole("button", { name: "Dismiss" }).click();
    }
  const claims = run("claims", "--json");
  expect(positionsOf(claims, "commas")).toEqual([["Tolls", "opposes"]]);
  expect(positionsOf(claims, "semicolons")).toEqual([["Tolls", "mixed"]]);
  expect(positionsOf(claims, "tabs")).toEqual([["Tolls", "neutral"]]);
  expect(positionsOf(claims, "lists")).toEqual([
    ["A", "supports"],
    ["B", null],
    ["C", "opposes"],
  ]);
});

test("rows that are wrong are listed with their numbers, the others come in; one undo removes them", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  const rows = [
    "paper,quote,nth,issue,stance,certainty",
    `"${title}",rejects any further,1,Tolls,opposes,3`,
    `"${title}",rejects any further,1,Tolls,opposes,high`,
    `"${title}",rejects any further,1,Tolls,suports,2`,
    `"${title}",rejects any further,1,A; B; C,supports; opposes,`,
    `"${title}",nowhere to be found,,Tolls,opposes,`,
  ];
  await window.choose({ name: "claims.csv", bytes: Buffer.from(rows.join("\n")) }, () =>
    command(page, "import claims"),
  );
  const dialog = page.getByRole("dialog", { name: "Import of claims.csv" });
  await expect(dialog).toContainText("1 claim was added.");
  await expect(dialog).toContainText("4 rows were left out:");
  await expect(dialog.getByRole("listitem")).toHaveText([
    /^Row 3: .*certainty/,
    /^Row 4: .*suports/,
    /^Row 5: .*3 issues but 2/,
    /^Row 6: .*does not occur/,
  ]);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.locator(".card")).toHaveCount(33);
  await page.locator("header").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
  expect(JSON.parse(run("codebook", "--json")).issues.map(({ path }: { path: string }) => path)).not.toContain("Tolls");
});

test("what was exported adds nothing when it comes back: claims and codebook", async ({ window, run }) => {
  const page = await openSample(window);
  const before = [run("claims", "--json"), run("codebook", "--json")];
  await page.keyboard.press("Control+e");
  const claims = await window.keep(() => page.getByRole("button", { name: /CSV/ }).click());
  await window.choose({ name: "claims.csv", bytes: await readFile(claims) }, () => command(page, "import claims"));
  await expect(page.locator(".message.short")).toContainText("No claims were added. 32 are already in the library.");
  await page.keyboard.press("Control+Shift+B");
  const codebook = await window.keep(() => page.getByRole("button", { name: "Export CSV" }).click());
  await window.choose({ name: "codebook.csv", bytes: await readFile(codebook) }, () =>
    page.getByRole("main").getByRole("button", { name: "Import…" }).click(),
  );
  await expect(page.locator(".message.short")).toContainText("Nothing new was added.");
  expect([run("claims", "--json"), run("codebook", "--json")]).toEqual(before);
});

test("a codebook in any of its forms comes in by the window; an actor that is there gets what the file knows", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+Shift+B");
  const bring = (name: string, text: string): Promise<void> =>
    window.choose({ name, bytes: Buffer.from(text) }, () =>
      page.getByRole("main").getByRole("button", { name: "Import…" }).click(),
    );
  const messages = page.locator(".message");
  await bring("heads.csv", "Kind,Name,Definition,Colour\nIssue,Roads,All roads,#FF0000\n");
  await expect(messages).toContainText("Added 1 issue, 0 stances and 0 actors.");
  await bring("semi.csv", "kind;name;definition\nissue;Rails;All rails\nissue;X/Péché;\nissue;Y/Pêche;\n");
  await expect(messages).toContainText("Added 5 issues");
  await bring(
    "actors.csv",
    "kind,name,actorKind,aliases,parent\nactor,Islands Council,organisation,The Council; ICC,Coalition\nactor,Coalition,organisation,,\n",
  );
  await expect(messages).toContainText("Added 0 issues, 0 stances and 1 actor. 1 entry was updated.");
  const { issues, actors } = JSON.parse(run("codebook", "--json")) as {
    issues: { path: string }[];
    actors: { name: string; aliases: string[] }[];
  };
  expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining(["Roads", "Rails", "X/Péché", "Y/Pêche"]));
  expect(actors.find(({ name }) => name === "Islands Council")?.aliases).toContain("ICC");
  await bring("wrong.csv", "kind,name\nissue,Ports\nthing,Air\n");
  const dialog = page.getByRole("dialog", { name: "Import of wrong.csv" });
  await expect(dialog.getByRole("listitem")).toHaveText([/^Row 3 was skipped because its “kind”/]);
  await dialog.getByRole("button", { name: "Close" }).click();
  await bring("nokind.csv", "name,definition\nRoads,All roads\n");
  await expect(page.getByRole("alert")).toContainText("it has no column “kind”");
});

test("a CSV dropped on the window is a table, never a paper", async ({ window }) => {
  const page = await openSample(window);
  const drop = (name: string, text: string): Promise<void> =>
    page.evaluate(
      ([file, words]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([words], file, { type: "text/csv" }));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, text] as const,
    );
  // Rows that name no paper mean the open one.
  await drop("claims.csv", "quote,nth,issue\nrejects any further,1,Tolls\n");
  await expect(page.locator(".card")).toHaveCount(33);
  await drop("codebook.csv", "kind,name\nissue,Roads\n");
  await expect(page.locator(".message")).toContainText("Added 1 issue");
  await drop("other.csv", "a,b\n1,2\n");
  await expect(page.getByRole("alert")).toContainText("This is not a table of claims: it has no column “quote”.");
  await expect(page.locator(".left .part.papers .row[data-context]")).toHaveCount(1);
});

test("each row of the claims table has a button that copies its words with their source", async ({
  window,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined);
  const page = await openSample(window);
  await page.keyboard.press("Control+2");
  const row = page.locator(".claims tbody tr").nth(3);
  const words = (await row.locator(".quote").textContent()) ?? "";
  await row.getByRole("button", { name: "Copy with source" }).click();
  await expect(page.locator(".message")).toContainText(/Copied: .*\([^()]*Ilves \d{4}, p\.\s\S+\)/);
  expect(words.length).toBeGreaterThan(10);
  await expect(row).toHaveClass(/on/);
  await row.press("Space");
  await page.locator(".claims tbody tr").nth(4).press("Space");
  await page.keyboard.press("Control+c");
  await expect(page.locator(".message")).toContainText("2 quotes copied with their sources");
  const kept = await window.keep(() =>
    page
      .getByLabel("Export…")
      .selectOption({ label: "CSV" })
      .then(() => undefined),
  );
  const lines = (await readFile(kept, "utf8")).trim().split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(words.slice(0, 10));
});
