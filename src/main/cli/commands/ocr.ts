import type { Command } from "commander";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { OcrLanguage } from "../../../shared/model/recognised.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { parsePageList } from "../../../shared/papers/page-list.ts";
import { dataVariable } from "../../services/files/ocr-data.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { say } from "../language.ts";
import { type CommandRun, printResult } from "../run.ts";

type OcrOptions = { pages?: string; languages: string; password?: string; ocrData?: string };

/** ocr: read pages of a paper by recognising their words. */
export function ocrCommand(program: Command, run: CommandRun): void {
  program
    .command("ocr <paper>")
    .description("read scanned pages of a paper with OCR; claims and notes stay at their words")
    .option("--pages <list>", "pages such as 1-3,7, counted from 1; all pages without text if not given")
    .option("--languages <codes>", "languages of the text, such as eng,urd", "eng")
    .option("--ocr-data <folder>", "folder with more OCR languages (.traineddata)")
    .option("--password <password>", "password of an encrypted PDF")
    .action((wanted: string, options: OcrOptions, command: Command) =>
      run(command, async (workbench, json) => {
        allowOcrData(options.ocrData);
        const { id, title } = findPaper((await workbench.state({})).library, wanted);
        const pages = options.pages === undefined ? undefined : pageIndexes(options.pages);
        const { paper, warnings } = await withProgress(workbench, json, (job) =>
          workbench.recognisePaper({
            paper: id,
            languages: ocrLanguages(options.languages),
            pages,
            password: options.password,
            job,
          }),
        );
        const content = await workbench.content({ paper: id });
        const read = content.pages.flatMap(({ label, ocr }, page) =>
          ocr === undefined ? [] : [{ page, label, ...ocr }],
        );
        const { characters, text } = paper;
        return printResult(json, { id, title: paper.title, text, characters, pages: read, warnings }, [
          message("cli.ocrDone", { id: shortId(id), title, pages: read.length, characters }),
          ...warnings,
        ]);
      }),
    );
}

/** The codes of languages as they are typed: parted by commas, or by `+` as Tesseract has them. Throws `invalid`. */
export function ocrLanguages(typed: string): string[] {
  return typed
    .split(/[,+\s]+/)
    .filter((code) => code !== "")
    .map((code) => {
      const parsed = OcrLanguage.safeParse(code);
      if (!parsed.success) throw new WorkbenchError("invalid", message("ocr.badLanguage", { code }));
      return parsed.data;
    });
}

/** Read languages from a folder of the reader's own too. */
export function allowOcrData(folder: string | undefined): void {
  if (folder !== undefined) process.env[dataVariable] = folder;
}

function pageIndexes(list: string): number[] {
  const pages = parsePageList(list);
  if (pages === null) throw new WorkbenchError("invalid", message("ocr.badPages", { pages: list }));
  return pages.map((page) => page - 1);
}

/** Run a job of the workbench with a progress bar, on a terminal only. */
export async function withProgress<Value>(
  workbench: OpenWorkbench,
  json: boolean,
  work: (job: string | undefined) => Promise<Value>,
): Promise<Value> {
  if (json || !process.stdout.isTTY) return work(undefined);
  const { progress } = await import("@clack/prompts");
  const job = "command";
  const bars: ReturnType<typeof progress>[] = [];
  let before = 0;
  const unsubscribe = workbench.subscribe((news) => {
    if (news.kind !== "progress" || news.job !== job || news.label.key !== "ocr.progress") return;
    if (bars.length === 0) {
      bars.push(progress({ max: news.total }));
      bars[0]?.start(say(news.label));
    }
    bars[0]?.advance(news.done - before, `${news.done} / ${news.total}`);
    before = news.done;
  });
  try {
    return await work(job);
  } finally {
    unsubscribe();
    bars[0]?.stop(say(message("ocr.progress")));
  }
}
