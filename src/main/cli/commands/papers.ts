import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Command, Option } from "commander";
import { factsOf, fieldLabel } from "../../../shared/change/differences.ts";
import { removePaperEdits } from "../../../shared/claims/claim-edits.ts";
import { asWorkbenchError } from "../../../shared/contract/wire.ts";
import { contract } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { Lines } from "../../../shared/model/paper.ts";
import { paperSuffixes } from "../../../shared/model/paper-format.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { say, spokenNow } from "../language.ts";
import { type CommandRun, complainOf, printResult, printText } from "../run.ts";
import { allowOcrData, ocrLanguages } from "./ocr.ts";

type ImportOptions = {
  title?: string;
  author?: string;
  date?: string;
  password?: string;
  encoding?: string;
  lines?: Lines;
  ocr?: string;
  ocrData?: string;
  wholePage?: boolean;
  replaces?: string;
};

/** import, show, remove. */
export function paperCommands(program: Command, run: CommandRun): void {
  program
    .command("import <files...>")
    .description(`import papers: ${paperSuffixes.map((suffix) => `.${suffix}`).join(", ")}`)
    .option("--title <title>", "title of the paper")
    .option("--author <name>", "author of the paper")
    .option("--date <date>", "date of the paper: 2021, 2021-03 or 2021-03-09")
    .option("--password <password>", "password of an encrypted PDF")
    .option("--encoding <name>", "encoding of a text, such as windows-1250, cp850 or macintosh; detected if not given")
    .addOption(
      new Option(
        "--lines <what>",
        "keep each line of a plain text, or join lines into paragraphs; detected if not given",
      ).choices(Lines.options),
    )
    .option("--ocr <codes>", "read pages without text with OCR, in languages such as eng,urd")
    .option("--ocr-data <folder>", "folder with more OCR languages (.traineddata)")
    .option("--whole-page", "read all of a web page, with menus and notices, instead of its article")
    .option("--replaces <paper>", "import as a new version of this paper, and carry its claims and notes over")
    .action((files: string[], options: ImportOptions, command: Command) =>
      run(command, (workbench, json) => importFiles(workbench, files, options, json)),
    );
  program
    .command("show <paper>")
    .description("show a paper, given by title or by the beginning or end of its identifier")
    .option("--text", "print the paper's text")
    .action((wanted: string, { text }: { text?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const paper = findPaper(library, wanted);
        const content = await workbench.content({ paper: paper.id });
        if (text && !json) return printText(content.text);
        if (text) return printResult(json, { id: paper.id, text: content.text }, []);
        const headings = content.blocks.flatMap((block) =>
          block.kind === "heading" ? [{ level: block.level, text: content.text.slice(block.start, block.end) }] : [],
        );
        const facts = factsOf(library, paper, spokenNow()).map(({ field, text }) =>
          message("cli.fact", { field: fieldLabel(field), text }),
        );
        return printResult(json, { ...paper, headings, warnings: content.warnings }, [
          message("cli.paperLine", { id: shortId(paper.id), title: paper.title }),
          ...facts,
          ...headings.map((one) => `${"  ".repeat(one.level)}${one.text}`),
        ]);
      }),
    );
  program
    .command("remove <paper>")
    .description("remove a paper with its claims and notes; `undo` restores them")
    .action((wanted: string, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const paper = findPaper(library, wanted);
        await workbench.commit({
          label: message("change.removeTitled", { title: paper.title }),
          edits: removePaperEdits(library, paper.id),
        });
        return printResult(json, { id: paper.id, removed: true }, [message("cli.removed", { title: paper.title })]);
      }),
    );
}

async function importFiles(
  workbench: OpenWorkbench,
  files: readonly string[],
  options: ImportOptions,
  json: boolean,
): Promise<number | undefined> {
  allowOcrData(options.ocrData);
  if (files.length > 1 && options.title !== undefined) throw new WorkbenchError("invalid", message("cli.titleForOne"));
  if (files.length > 1 && options.replaces !== undefined)
    throw new WorkbenchError("invalid", message("cli.replacesForOne"));
  const isShown = process.stdout.isTTY && !json;
  const bar = isShown ? (await import("@clack/prompts")).progress({ max: files.length }) : null;
  bar?.start(say(message("cli.importing")));
  const results = [];
  const failures: WorkbenchError[] = [];
  for (const file of files) {
    try {
      const found = await importOne(workbench, file, options);
      results.push(found);
      bar?.advance(1, found.title);
    } catch (error) {
      failures.push(asWorkbenchError(error));
    }
  }
  bar?.stop(say(message("cli.imported", { count: results.length, total: files.length })));
  const lines = results.flatMap((one) => [
    importedLine(one),
    ...[...versionLines(one), ...one.warnings].map((warning) => `               ${say(warning)}`),
  ]);
  if (results.length > 0) printResult(json, results, lines);
  for (const failure of failures) complainOf(failure, json);
  return failures.length === 0 ? undefined : 1;
}

type ImportedPaper = Awaited<ReturnType<typeof importOne>>;

function importedLine({ id, title, format, pages, characters, duplicate, annotations }: ImportedPaper): Message {
  const paper = message("cli.importedPaper", { id: shortId(id), title, format, pages, characters });
  const line = duplicate ? message("cli.alreadyThere", { paper }) : paper;
  return annotations === undefined ? line : message("cli.withAnnotations", { paper: line, count: annotations });
}

/** What became of the claims of the version before, or which paper this one may be a version of. */
function versionLines({ id, carried, waiting = 0, resembles }: ImportedPaper): Message[] {
  if (resembles !== undefined)
    return [message("version.resembles", { title: resembles.title, earlier: shortId(resembles.id) })];
  if (carried === undefined) return [];
  return [message("version.carried", carried), message("version.waiting", { count: waiting, id: shortId(id) })];
}

async function importOne(workbench: OpenWorkbench, file: string, options: ImportOptions) {
  const { title, author, date, password, encoding, lines, wholePage } = options;
  const { library } = await workbench.state({});
  const replaces = options.replaces === undefined ? undefined : findPaper(library, options.replaces).id;
  const ocr = options.ocr === undefined ? undefined : ocrLanguages(options.ocr);
  const extent = wholePage === true ? "page" : undefined;
  const about = { title, author, date, password, encoding, lines, ocr, extent, replaces };
  const args = { name: path.basename(file), bytes: await readSource(file), ...about };
  const { paper, duplicate, annotations, warnings, version, resembles } = await workbench.importPaper(
    contract.importPaper.parse(args),
  );
  const { id, format, pages, characters, sha256, text } = paper;
  const brought = annotations === 0 ? {} : { annotations };
  const similar = resembles === undefined ? undefined : library.papers[resembles];
  return {
    id,
    title: paper.title,
    format,
    pages,
    characters,
    sha256,
    text,
    duplicate,
    ...brought,
    ...(version === undefined ? {} : version),
    ...(similar === undefined ? {} : { resembles: { id: similar.id, title: similar.title } }),
    warnings,
  };
}

/** A file's bytes; throws `missing` or `invalid` with one sentence. */
export async function readSource(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") throw new WorkbenchError("missing", message("cli.noFile", { file }), error);
    if (code === "EISDIR") throw new WorkbenchError("invalid", message("cli.isFolder", { file }), error);
    throw new WorkbenchError("invalid", message("cli.fileUnreadable", { file }), error);
  }
}
