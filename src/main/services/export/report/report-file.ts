import { loadLanguage } from "../../../../shared/messages/languages.ts";
import { message } from "../../../../shared/messages/message.ts";
import { reportTree } from "../../../../shared/report/build.ts";
import { reportWordsIn } from "../../../../shared/report/words.ts";
import type { Progress } from "../../files/progress.ts";
import { formats } from "../formats.ts";
import type { MadeReport, ReportWork } from "./work.ts";

/** A report in its form and language; data have no language. */
export async function reportFile({ format, language, input }: ReportWork, onProgress: Progress): Promise<MadeReport> {
  onProgress(message("progress.arranging"), 1, 3);
  const words = reportWordsIn(await loadLanguage(formats[format].isData === true ? "en" : language));
  const tree = reportTree(input, words);
  onProgress(message("progress.writing"), 2, 3);
  return { bytes: await formats[format].writeReport(tree, input), flags: tree.flags };
}
