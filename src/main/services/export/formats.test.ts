import { expect, test } from "vitest";
import { CodebookFormat, PaperExportFormat, ReportFormat } from "../../../shared/contract/workbench.ts";
import { mediaTypes } from "../files/media-types.ts";
import { formats, type PaperWork } from "./formats.ts";
import { textInput } from "./pdf/pdf.cases.ts";

const { library, paper, content, ...from } = textInput;
const beginnings = { pdf: "%PDF-", html: "<!doctype html>", docx: "PK", xlsx: "PK", csv: "\uFEFFid,", json: "{" };

test("every format of the contract has a writer, an ending and a media type", () => {
  expect(Object.keys(formats).sort()).toEqual(
    [...new Set([...PaperExportFormat.options, ...ReportFormat.options])].sort(),
  );
  const suffixes = Object.values(formats).map(({ suffix }) => suffix);
  expect(new Set(suffixes).size).toBe(suffixes.length);
  for (const { suffix, mime } of Object.values(formats)) expect(mediaTypes).toMatchObject({ [suffix]: mime });
  for (const format of CodebookFormat.options) expect(mediaTypes[format]).toBeDefined();
});

test.each(PaperExportFormat.options)("a paper is written as %s", { timeout: 60_000 }, async (format) => {
  const { isAnnotated = () => false, writePaper } = formats[format];
  const made = "2026-05-01T00:00:00.000Z";
  const work: PaperWork = {
    format,
    library,
    paper,
    content,
    made,
    language: "en",
    from: isAnnotated(paper) ? from : null,
  };
  const { bytes } = await writePaper(work, () => undefined);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const beginning = { ...beginnings, md: "---" }[format];
  expect(text.slice(0, beginning.length).toLowerCase()).toBe(beginning.toLowerCase());
});
