import { expect, test } from "./fixtures.ts";

test("the program is killed while a claim and a note are written: the window says so, loses no letter, and goes on", async ({
  serve,
  page,
  run,
}) => {
  test.setTimeout(120_000);
  const first = await serve();
  await page.goto(first.url);
  await page.getByRole("button", { name: "Open the sample paper" }).click();
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  await page.locator(".card .face").nth(2).click();
  const inspected = page.locator(".inspector textarea");
  const composed = page.locator(".composer textarea");
  await inspected.fill("Half a note, not kept yet");
  await first.stop("SIGKILL");
  await expect(page.getByRole("alert").filter({ hasText: "can’t be reached" })).toBeVisible();
  await expect(page.locator("footer.status")).toContainText("Reconnecting…");
  await expect(page.locator("footer.status")).not.toContainText("Saved");
  await inspected.blur();
  for (const key of ["F6", "h", "j", "s", "Enter", "1", "+"]) await page.keyboard.press(key);
  await composed.fill("Half a thought");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not saved")).toBeVisible();
  await expect(composed).toHaveValue("Half a thought");

  // The message is shown for a few seconds only, and may come before the server is known to be there.
  const reconnected = page.getByText("Reconnected to the library").waitFor({ timeout: 60_000 });
  const second = await serve(Number(new URL(first.url).port));
  const other = await page.context().newPage();
  await other.goto(second.url);
  await other.close();
  await reconnected;
  await expect(page.getByRole("alert").filter({ hasText: "can’t be reached" })).toHaveCount(0);
  await expect(composed).toHaveValue("Half a thought");
  await composed.press("Enter");
  await expect(page.locator(".card")).toHaveCount(33);
  await expect(page.locator("footer.status")).toContainText("✓ Saved");
  const notes = (JSON.parse(run("claims", "--json")) as { note: string }[]).map((claim) => claim.note);
  expect(notes).toContain("Half a thought");
  expect(notes).toContain("Half a note, not kept yet");
});

test("a window that is loaded again goes on with the claim that was being written", async ({ window }) => {
  const page = await window.open();
  await page.getByRole("button", { name: "Open the sample paper" }).click();
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  for (const key of ["F6", "h", "h", "j", "s", "Enter", "Alt+2", "-"]) await page.keyboard.press(key);
  await page.locator(".composer textarea").fill("Not finished");
  await page.reload();
  await expect(page.locator(".composer textarea")).toHaveValue("Not finished", { timeout: 20_000 });
  await page.locator(".composer textarea").press("Enter");
  await expect(page.locator(".card")).toHaveCount(33);
  await page.reload();
  await expect(page.locator(".card")).toHaveCount(33, { timeout: 20_000 });
  await expect(page.locator(".composer")).toHaveCount(0);
});
