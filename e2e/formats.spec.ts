import { readFile } from "node:fs/promises";
import { h, odt, p as paragraph } from "../src/main/services/import/odt/odt.cases.ts";
import { rtf } from "../src/main/services/import/rtf/rtf.cases.ts";
import { docx, germanStyles, p, r } from "../src/main/services/import/word/docx.cases.ts";
import { importDocx } from "../src/main/services/import/word/import-docx.ts";
import { expect, test } from "./fixtures.ts";

const sentence = "The council wants lower dues for small boats.";
const comment = `<w:comment w:id="0" w:author="Ada Lind" w:date="2021-03-09T10:11:12Z">${p("Which boats?")}</w:comment>`;

const files = {
  docx: docx({
    styles: germanStyles,
    comments: comment,
    body:
      p("Harbour dues", '<w:pStyle w:val="berschrift1"/>') +
      p(`<w:commentRangeStart w:id="0"/>${r(sentence)}<w:commentRangeEnd w:id="0"/>`),
  }),
  odt: odt({
    body:
      h("Harbour dues", 1) +
      paragraph(
        `<office:annotation office:name="a"><dc:creator>Ada Lind</dc:creator><text:p>Which boats?</text:p></office:annotation>${sentence}<office:annotation-end office:name="a"/>`,
      ),
  }),
  rtf: rtf(
    String.raw`\pard\s1 Harbour dues\par\pard {\*\atrfstart 1}${sentence}{\*\atrfend 1}{\*\atnauthor Ada Lind}{\*\annotation{\*\atnref 1}Which boats?}\par`,
  ),
};

for (const [suffix, bytes] of Object.entries(files))
  test(`a paper from ${suffix.toUpperCase()} has its comment as a note, is coded, and is exported with its claim`, async ({
    window,
    run,
  }) => {
    const page = await window.open();
    // The name says nothing of what the file is.
    const file = { name: "dues.txt", bytes: Buffer.from(bytes) };
    await window.choose(file, () => page.getByRole("button", { name: "Import papers…" }).first().click());
    await expect(page.getByRole("heading", { name: "Harbour dues" }).first()).toBeVisible({ timeout: 20_000 });
    await expect(page.locator(".card")).toHaveCount(1);
    await expect(page.locator(".card")).toContainText("Which boats?");
    await window.stop();
    run("annotate", "Harbour dues", "--quote", "lower dues", "--issue", "Dues", "--stance", "+");
    const again = await window.open();
    await expect(again.locator(".card")).toHaveCount(2);
    await again.getByRole("button", { name: "Export", exact: true }).click();
    const pdf = await window.keep(() => again.getByRole("button", { name: "Annotated PDF" }).click());
    const made = await readFile(pdf, "latin1");
    expect(made.startsWith("%PDF-")).toBe(true);
    expect(made).toContain("(Ada Lind)");
    expect(made).toContain("/Highlight");
    if (suffix !== "docx") return;
    await again.getByRole("button", { name: "Export", exact: true }).click();
    await expect(again.getByRole("button", { name: "Word" })).toContainText("with each claim as a comment");
    const word = await window.keep(() => again.getByRole("button", { name: "Word" }).click());
    const { content, comments = [] } = await importDocx(word, await readFile(word));
    const notes = comments.map(({ ranges, text }) => [
      ranges.map(({ start, end }) => content.text.slice(start, end)).join(),
      text,
    ]);
    expect(notes).toEqual([
      [sentence, "Which boats?"],
      ["lower dues", expect.stringContaining("Dues: + supports")],
    ]);
  });
