import { message } from "../../../../shared/messages/message.ts";
import { reportTree } from "../../../../shared/report/build.ts";
import { reportHtml } from "../../../../shared/report/html.ts";
import { reportMarkdown } from "../../../../shared/report/markdown.ts";
import type { Progress } from "../../files/progress.ts";
import { claimsCsv } from "../csv.ts";
import { reportJson } from "./report-json.ts";
import type { MadeReport, ReportWork } from "./work.ts";

/** A report, or what a paper's own export is made of, in its form. The large writers are loaded when they are asked for. */
export async function reportFile(work: ReportWork, onProgress: Progress): Promise<MadeReport> {
  if ("workbook" in work) return { bytes: await (await sheets()).reportXlsx(work.workbook), flags: [] };
  if ("tree" in work) return { bytes: await (await pages()).reportDocx(work.tree), flags: [] };
  const { format, input } = work;
  onProgress(message("progress.arranging"), 1, 3);
  const tree = reportTree(input);
  onProgress(message("progress.writing"), 2, 3);
  const write = {
    html: () => bytesOf(reportHtml(tree)),
    md: () => bytesOf(reportMarkdown(tree)),
    csv: () => bytesOf(claimsCsv(input.rows)),
    json: () => bytesOf(reportJson(tree, input)),
    pdf: async () => (await import("./typst-report.ts")).reportPdf(tree),
    docx: async () => (await pages()).reportDocx(tree),
    xlsx: async () => (await sheets()).reportXlsx(input),
  };
  return { bytes: await write[format](), flags: tree.flags };
}

const pages = () => import("./docx-report.ts");
const sheets = () => import("./xlsx-report.ts");

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
