import { loadLanguage } from "../../../shared/messages/languages.ts";
import { reportWordsIn } from "../../../shared/report/words.ts";
import type { Progress } from "../files/progress.ts";
import { formats, type PaperWork, type WrittenFile } from "./formats.ts";

/** A paper with its claims in its form and language; data have no language. */
export async function paperFile(work: PaperWork, onProgress: Progress): Promise<WrittenFile> {
  const { isData, writePaper } = formats[work.format];
  const words = reportWordsIn(await loadLanguage(isData === true ? "en" : work.language));
  return writePaper(work, onProgress, words);
}
