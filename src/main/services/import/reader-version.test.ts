import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import type { PaperFormat } from "../../../shared/model/paper-format.ts";
import { isReadByOlder, readerOf, readerVersions } from "../../../shared/model/reader-version.ts";
import { digest } from "../files/digest.ts";
import { resourcesFolder } from "../files/resources.ts";
import { pngOf } from "../ocr/picture.cases.ts";
import { bookOf, chapterOf } from "./epub/book.cases.ts";
import { msgOf } from "./msg/msg.cases.ts";
import { fuzzedOdt, odt } from "./odt/odt.cases.ts";
import golden from "./reader-version.golden.json" with { type: "json" };
import { fuzzedRtf } from "./rtf/rtf.cases.ts";
import { wholeSource } from "./whole.cases.ts";
import { docx, fuzzedDocx } from "./word/docx.cases.ts";

const printed = path.join(import.meta.dirname, "pdf/fixtures/printed");
const page = `<!doctype html><title>Ferries</title><main><h1>Ferries</h1>${"<p>Ministers agreed on ferry subsidies, on harbour fees<a id=r href=#n>1</a>, and on a report.</p>".repeat(9)}<table><tr><th>a<th>b<tr><td>c<td>d</table><ol type=i><li>e<li>f</ol><blockquote>g<br>h</blockquote></main><p id=n><a href=#r>1</a> Note.</p>`;
const mail =
  "From: Ada <a@example.org>\r\nSubject: Ferries\r\nDate: Tue, 9 Mar 2021 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nWe \r\nagree.\r\n\r\n> One \r\n> two\r\n-- \r\nAda\r\n";
const saved = `Snapshot-Content-Location: https://example.org/\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}\r\n--x--`;

/** Files of each format that show much of what its reader does. */
const samples: Readonly<Record<PaperFormat, readonly Uint8Array[]>> = {
  pdf: [
    readFileSync(path.join(resourcesFolder(), "sample/sample.pdf")),
    ...readdirSync(printed)
      .filter((name) => name.endsWith(".pdf"))
      .sort()
      .map((name) => readFileSync(path.join(printed, name))),
  ],
  docx: [docx(fuzzedDocx)],
  odt: [odt(fuzzedOdt)],
  rtf: [fuzzedRtf],
  epub: [bookOf({ files: { "a.xhtml": chapterOf("<h1>One</h1><p>a<br/>b</p><ul><li>c</li></ul>") } })],
  image: [pngOf({ width: 30, height: 20, pixels: new Uint8Array(600) }, 3)],
  mhtml: [Buffer.from(saved)],
  msg: [msgOf()],
  eml: [Buffer.from(mail)],
  markdown: [
    Buffer.from("# Fares\n\nOne[^1] **two**\nthree\n\n- a\n- b\n\n| c | d |\n| - | - |\n| e | f |\n\n[^1]: Note.\n"),
  ],
  html: [Buffer.from(page)],
  text: [
    Buffer.from("Ministry of Water\n12 High Street\n\nFares rise in March, and all of\nthe council was against it.\n"),
  ],
};

test.each(Object.keys(samples) as PaperFormat[])("%s is read as its reader’s number says", async (format) => {
  const texts: string[] = [];
  for (const bytes of samples[format]) {
    const { content, ...imported } = await wholeSource({ name: "a", bytes });
    expect(imported.format).toBe(format);
    texts.push(content.text);
  }
  const now = { reader: readerVersions[format], texts: digest(Buffer.from(texts.join("\f"))).slice(0, 16) };
  // Where the texts differ on purpose: raise the number in reader-version.ts, then write what is received here into
  // reader-version.golden.json. Papers that were read before are then offered to be read again.
  expect(now).toEqual(golden[format]);
});

test("papers of an older reader or of none are offered to be read again, those of a newer program are not", () => {
  const reader = readerVersions.pdf;
  const offered = [undefined, reader - 1, reader, reader + 1].map((number) =>
    isReadByOlder({ format: "pdf", ...(number === undefined ? {} : { reader: number }) }),
  );
  expect(offered).toEqual([true, true, false, false]);
});

test("a text that another reader has read again is named by the number, and so are those after it", () => {
  const paper = sampleLibrary().papers[ids.paper];
  if (paper === undefined) throw new Error("The sample library has no paper.");
  const reader = readerVersions[paper.format];
  expect(readerOf({ ...paper, reader })).toEqual({});
  expect(readerOf(paper)).toEqual({ reader });
  expect(readerOf({ ...paper, reader: reader - 1 })).toEqual({ reader });
  expect(readerOf({ ...paper, reader, reading: { encoding: null, lines: null, reader } })).toEqual({ reader });
});
