import { readFile } from "node:fs/promises";
import { bookOf, chapterOf } from "../src/main/services/import/epub/book.cases.ts";
import { msgOf } from "../src/main/services/import/msg/msg.cases.ts";
import { messageProperties, tnefOf } from "../src/main/services/import/msg/tnef.cases.ts";
import { expect, test } from "./fixtures.ts";

const sentence = "The council wants lower dues for small boats, and says so in its report on the harbour.";
const prose = Array.from({ length: 8 }, (_, n) => `<p>${sentence} It is paragraph ${n + 1} of the article.</p>`).join(
  "",
);
const page = `<!doctype html><html><head><title>Harbour dues</title></head><body><nav><a href="/">Menu of the site</a></nav><article><h1>Harbour dues</h1>${prose}</article></body></html>`;

const letter = `From: Ada Lind <ada@example.org>\r\nTo: Bo <bo@example.org>\r\nSubject: Harbour dues\r\nDate: Tue, 9 Mar 2021 10:00:00 +0100\r\n`;

type Sample = Readonly<{ bytes: string | Uint8Array; leftOut: string | null; name?: string; format?: string }>;
const files: Readonly<Record<string, Sample>> = {
  html: { bytes: page, leftOut: "Menu of the site" },
  mhtml: {
    bytes: `Snapshot-Content-Location: https://example.org/dues\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}\r\n--x--`,
    leftOut: "Menu of the site",
  },
  epub: {
    bytes: bookOf({ files: { "a.xhtml": chapterOf(`<h1>Harbour dues</h1><p>${sentence}</p>`) } }),
    leftOut: null,
  },
  eml: {
    bytes: `${letter}Content-Type: text/plain; charset=utf-8\r\n\r\n${sentence}\r\n`,
    leftOut: null,
  },
  msg: {
    bytes: msgOf({ text: { 55: "Harbour dues", 4096: sentence } }),
    leftOut: null,
  },
  mbox: {
    bytes: [1, 2]
      .map(
        (n) => `From ada@example.org Tue Mar  9 10:00:00 2021\r\n${letter}\r\n${sentence} It is letter ${n}.\r\n\r\n`,
      )
      .join(""),
    leftOut: null,
    format: "eml",
  },
  "winmail.dat": {
    bytes: tnefOf(messageProperties([0x0037, 0x1f, "Harbour dues"], [0x1000, 0x1f, sentence])),
    leftOut: null,
    name: "winmail.dat",
    format: "msg",
  },
};

for (const [suffix, { bytes, leftOut, name = `dues.${suffix}`, format = suffix }] of Object.entries(files))
  test(`a paper from ${suffix.toUpperCase()} is coded and exported with its claim`, async ({ window, run }) => {
    const opened = await window.open();
    const file = { name, bytes: Buffer.from(bytes) };
    await window.choose(file, () => opened.getByRole("button", { name: "Import papers…" }).first().click());
    // What is read of a web page is shown first.
    if (leftOut !== null)
      await opened.getByRole("dialog").getByRole("button", { name: "Import", exact: true }).click({ timeout: 20_000 });
    await expect(opened.locator(".ProseMirror")).toContainText(sentence, { timeout: 20_000 });
    if (leftOut !== null) await expect(opened.locator(".ProseMirror")).not.toContainText(leftOut);
    await window.stop();
    const [paper] = JSON.parse(run("papers", "--json")) as { id: string; format: string }[];
    expect(paper?.format).toBe(format);
    run("annotate", paper?.id ?? "", "--quote", "lower dues", "--nth", "1", "--issue", "Dues", "--stance", "+");
    const again = await window.open();
    await expect(again.locator(".card")).toHaveCount(1);
    await again.getByRole("button", { name: "Export", exact: true }).click();
    const pdf = await window.keep(() => again.getByRole("button", { name: "Annotated PDF" }).click());
    const made = await readFile(pdf, "latin1");
    expect(made.startsWith("%PDF-")).toBe(true);
    expect(made).toContain("/Highlight");
  });
