import { message } from "../../../../shared/messages/message.ts";
import { reportTree } from "../../../../shared/report/build.ts";
import type { Progress } from "../../files/progress.ts";
import { formats } from "../formats.ts";
import type { MadeReport, ReportWork } from "./work.ts";

/** A report in its form. */
export async function reportFile({ format, input }: ReportWork, onProgress: Progress): Promise<MadeReport> {
  onProgress(message("progress.arranging"), 1, 3);
  const tree = reportTree(input);
  onProgress(message("progress.writing"), 2, 3);
  return { bytes: await formats[format].writeReport(tree, input), flags: tree.flags };
}
