/**
 * Makes a report of everything in every form and asks other programs about it: `node bench/report-gate.ts [CLAIMS]
 * [FOLDER]`, 60 claims when none are said; the files stay in the folder when one is named. DOCX goes through
 * LibreOffice to PDF, XLSX through LibreOffice to CSV, PDF through qpdf and poppler, Markdown through markdown-it. A
 * program that is not there is named and left out. Ends with 1 when something is wrong.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { reportFile } from "../src/main/services/export/report/report-file.ts";
import { positionRows } from "../src/shared/analysis/table.ts";
import { ReportFormat } from "../src/shared/contract/workbench.ts";
import { reportInput } from "./report-input.ts";

const count = Number(process.argv[2] ?? 60);
const kept = process.argv[3];
const folder = kept ?? mkdtempSync(path.join(tmpdir(), "stancemark-report-"));
mkdirSync(folder, { recursive: true });
const wrong: string[] = [];

const { input, quotes } = reportInput(count);
const positions = positionRows(input.library, input.coded).length;

function check(name: string, holds: boolean): void {
  console.log(`  ${holds ? "ok   " : "WRONG"} ${name}`);
  if (!holds) wrong.push(name);
}

/** What a program says, null when it is not there. */
function ask(program: string, ...args: string[]): string | null {
  const { error, stdout, stderr, status } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1e9 });
  if (error !== undefined) {
    console.log(`  left out: ${program} is not installed`);
    return null;
  }
  return `${stdout}${stderr}\nexit ${status}`;
}

const squeezed = (text: string): string => text.replace(/[\s“”]+/g, "");
/** Quotes in scripts that other programs give back in the order they were written in. */
const plain = quotes.filter((_, index) => index % 5 === 1 || index % 5 === 3);

const files: Partial<Record<ReportFormat, string>> = {};
console.log(`${count} claims, ${positions} positions; every section once`);
for (const format of ReportFormat.options) {
  const began = performance.now();
  const { bytes } = await reportFile({ format, language: "en", input }, () => undefined);
  const file = path.join(folder, `report.${format}`);
  writeFileSync(file, bytes);
  files[format] = file;
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  console.log(
    `${format.padEnd(5)} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s ${(bytes.length / 1e6).toFixed(2).padStart(7)} MB, memory ${memory} MB`,
  );
}

const read = (format: ReportFormat): string => readFileSync(files[format] ?? "", "utf8");

console.log("HTML");
check("no script, nothing loaded", !/<script|<link|src=|@import|url\(http/i.test(read("html")));
check("every claim is quoted", new Set(read("html").match(/data-claim="[^"]+"/g)).size === count);

console.log("Markdown (markdown-it)");
const rendered = new MarkdownIt().use(footnote).render(read("md"));
check("every position is a quotation", (rendered.match(/<blockquote>/g) ?? []).length >= positions);
check("tables are tables, footnotes footnotes", /<table>/.test(rendered) && /footnote-item/.test(rendered));

console.log("CSV and JSON");
check("a line for each position", parse(read("csv"), { bom: true }).length === positions + 1);
const data: unknown = JSON.parse(read("json"));
check(
  "every claim",
  typeof data === "object" &&
    data !== null &&
    "claims" in data &&
    Array.isArray(data.claims) &&
    data.claims.length === count,
);

console.log("PDF (qpdf, poppler)");
const checked = ask("qpdf", "--check", files.pdf ?? "");
if (checked !== null) check("qpdf finds no error", /exit 0/.test(checked));
const info = ask("pdfinfo", files.pdf ?? "");
if (info !== null) {
  check("tagged, with a title", /Tagged:\s+yes/.test(info) && /Title:\s+The gate/.test(info));
  console.log(`        ${/Pages:\s+\d+/.exec(info)?.[0]}`);
}
const fonts = ask("pdffonts", files.pdf ?? "");
if (fonts !== null) check("every font is embedded", !/ no {2,}(yes|no) +(yes|no) /.test(fonts));
const words = ask("pdftotext", "-raw", files.pdf ?? "", "-");
if (words !== null) {
  const text = squeezed(words);
  check(
    "every quote is in its text",
    plain.every((quote) => text.includes(squeezed(quote))),
  );
  check("no letter without a glyph", !words.includes("\uFFFD"));
}

/** Converts a file; null when LibreOffice is not there. */
function convert(form: string, file: string): string | null {
  // With a profile of its own: where another LibreOffice runs, a second one with the same profile hands it the file,
  // ends with 0 and may write nothing.
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "lo-profile"))}`;
  return ask("soffice", profile, "--headless", "--convert-to", form, "--outdir", path.join(folder, "lo"), file);
}

if (count > 2000) console.log("DOCX and XLSX through LibreOffice: left out above 2,000 claims");
else {
  console.log("DOCX (LibreOffice)");
  if (convert("pdf:writer_pdf_Export", files.docx ?? "") !== null) {
    const text = squeezed(ask("pdftotext", "-raw", path.join(folder, "lo/report.pdf"), "-") ?? "");
    check(
      "every quote is in it",
      plain.every((quote) => text.includes(squeezed(quote))),
    );
    check("captions and a footnote", text.includes("Figure1.") && text.includes("Table1.") && text.includes("Said.1"));
  }
  console.log("XLSX (LibreOffice)");
  const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
  // LibreOffice without its Calc ends with 0 and writes nothing, whatever the sheet; a file of three words tells.
  const control = path.join(folder, "control.csv");
  writeFileSync(control, "one,two\nthree,\n");
  const hasCalc = convert("xlsx", control) !== null && existsSync(path.join(folder, "lo/control.xlsx"));
  if (!hasCalc) console.log("  left out: LibreOffice's Calc is not installed");
  else {
    convert(csv, files.xlsx ?? "");
    const sheet = (name: string): string[][] => {
      const file = path.join(folder, `lo/report-${name}.csv`);
      return existsSync(file) ? parse(readFileSync(file), { relax_column_count: true }) : [];
    };
    check("Claims: a line for each position", sheet("Claims").length === positions + 1);
    const all = sheet("Matrix").find(([name]) => name === "All") ?? [];
    check("Matrix: the total is that of the positions", all.includes(String(positions)));
    check(
      "Papers, Actors, Codebook",
      ["Papers", "Actors", "Codebook"].every((name) => sheet(name).length > 1),
    );
  }
}
if (kept === undefined) rmSync(folder, { recursive: true });
console.log(wrong.length === 0 ? "nothing is wrong" : `wrong: ${wrong.join("; ")}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
