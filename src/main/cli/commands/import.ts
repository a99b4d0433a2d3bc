import { availableParallelism } from "node:os";
import path from "node:path";
import { type Command, Option } from "commander";
import { asWorkbenchError } from "../../../shared/contract/reply.ts";
import { contract } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { Lines, TrackedText } from "../../../shared/model/paper.ts";
import { paperSuffixes } from "../../../shared/model/paper-format.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import {
  detailsTable,
  type FileDetails,
  findDetails,
  namePattern,
  type TableDetails,
} from "../../../shared/papers/file-details.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { type PlannedFile, plannedPapers } from "../../../shared/papers/import-plan.ts";
import { readersOn, sideBySide } from "../../../shared/papers/side-by-side.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { say } from "../language.ts";
import { type FoundFile, papersIn } from "../papers-in-folders.ts";
import { type CommandRun, complain, complainOf, printResult } from "../run.ts";
import { allowOcrData, ocrLanguages } from "./ocr.ts";
import { readSource } from "./papers.ts";

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
  changes?: TrackedText;
  replaces?: string;
  details?: string;
  names?: string;
  dryRun?: boolean;
};

/** import. */
export function importCommand(program: Command, run: CommandRun): void {
  program
    .command("import <files...>")
    .description(`import papers, also all of a folder: ${paperSuffixes.map((suffix) => `.${suffix}`).join(", ")}`)
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
    .addOption(
      new Option("--changes <which>", "text of a document with tracked changes (default: accepted)").choices(
        TrackedText.options,
      ),
    )
    .option("--whole-page", "read all of a web page, with menus and notices, instead of its article")
    .option("--details <table>", "CSV with the columns file, title, author and date (default: one in the folder)")
    .option("--names <pattern>", "read details from file names, such as “{author} - {date} - {title}”")
    .option("--dry-run", "only show what would be imported")
    .option("--replaces <paper>", "import as a new version of this paper, and carry its claims and notes over")
    .action((files: string[], options: ImportOptions, command: Command) =>
      run(command, (workbench, json) => importFiles(workbench, files, options, json)),
    );
}

async function importFiles(
  workbench: OpenWorkbench,
  names: readonly string[],
  options: ImportOptions,
  json: boolean,
): Promise<number | undefined> {
  allowOcrData(options.ocrData);
  const { files, tables, others } = await papersIn(names);
  const detailsOf = await detailsReader(workbench, options, tables);
  if (files.length === 0) throw new WorkbenchError("missing", message("cli.noPapers", { names: [...names] }));
  if (files.length > 1 && options.title !== undefined) throw new WorkbenchError("invalid", message("cli.titleForOne"));
  if (files.length > 1 && options.replaces !== undefined)
    throw new WorkbenchError("invalid", message("cli.replacesForOne"));
  if (options.dryRun === true) return preview(workbench, files, detailsOf, json);
  const isShown = process.stdout.isTTY && !json;
  const bar = isShown ? (await import("@clack/prompts")).progress({ max: files.length }) : null;
  bar?.start(say(message("cli.importing")));
  const jobOf = (index: number): string => `file ${index}`;
  const all = await sideBySide(files, readersOn(availableParallelism()), async (found, index) => {
    const order = { job: jobOf(index), ...(index === 0 ? {} : { after: jobOf(index - 1) }) };
    try {
      const imported = await importOne(workbench, found.file, { ...detailsOf(found), ...options, ...order });
      bar?.advance(1, imported.title);
      return imported;
    } catch (error) {
      return failureOf(found.file, asWorkbenchError(error));
    }
  });
  const failures = all.filter((result) => result instanceof WorkbenchError);
  const results = all.flatMap((result) => (result instanceof WorkbenchError ? [] : [result]));
  bar?.stop(say(message("cli.imported", { count: results.length, total: files.length })));
  const lines = results.flatMap((result) => [
    importedLine(result),
    ...[...versionLines(result), ...result.warnings].map((warning) => `               ${say(warning)}`),
  ]);
  if (results.length > 0) printResult(json, results, lines);
  if (failures.length > 0 && files.length > 1 && !json)
    complain(message("cli.notImported", { count: failures.length, total: files.length }));
  for (const failure of failures) complainOf(failure, json);
  if (others > 0 && !json) complain(message("cli.othersSkipped", { count: others }));
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

/** The name of an import, and that of the one whose paper is added before. */
type Order = Readonly<{ job: string; after?: string }>;

async function importOne(workbench: OpenWorkbench, file: string, options: ImportOptions & FileDetails & Order) {
  const { title, author, authors, date, password, encoding, lines, wholePage, changes, job, after } = options;
  const { library } = await workbench.state({});
  const replaces = options.replaces === undefined ? undefined : findPaper(library, options.replaces).id;
  const ocr = options.ocr === undefined ? undefined : ocrLanguages(options.ocr);
  const extent = wholePage === true ? "page" : undefined;
  const about = {
    title,
    author,
    authors: author === undefined ? authors : undefined,
    date,
    password,
    encoding,
    lines,
    ocr,
    extent,
    changes,
    replaces,
    job,
    after,
  };
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

/** How the details of each file are found: in a table before its name. Throws `invalid` for a table without them. */
async function detailsReader(
  workbench: OpenWorkbench,
  { details, names }: ImportOptions,
  tables: readonly string[],
): Promise<(found: FoundFile) => FileDetails> {
  const read = async (file: string) =>
    detailsTable(await workbench.readTable({ name: path.basename(file), bytes: await readSource(file) }));
  const found: TableDetails[] = [];
  for (const table of details === undefined ? tables : [details]) {
    const reader = await read(table).catch((error: unknown) => {
      // A table that was not named may be anything.
      if (details !== undefined) throw error;
      return null;
    });
    if (reader !== null) found.push(reader);
  }
  if (details !== undefined && found.length === 0)
    throw new WorkbenchError("invalid", message("details.notTable", { name: details }));
  const detailsOf = findDetails(names === undefined ? null : namePattern(names), found);
  return ({ within }) => detailsOf(within);
}

/** What an import would bring in: each file with what is known of it, and the paper that it is already. */
async function preview(
  workbench: OpenWorkbench,
  files: readonly FoundFile[],
  detailsOf: (found: FoundFile) => FileDetails,
  json: boolean,
): Promise<number | undefined> {
  const { library } = await workbench.state({});
  const planned: (PlannedFile & Readonly<{ file: string }>)[] = [];
  const failures: WorkbenchError[] = [];
  for (const { file, within } of files) {
    try {
      const found = await workbench.previewPaper({ name: path.basename(file), bytes: await readSource(file) });
      const inLibrary = found.paper === null ? null : (library.papers[found.paper]?.title ?? "");
      planned.push({ file, within, found, inLibrary });
    } catch (error) {
      failures.push(failureOf(file, asWorkbenchError(error)));
    }
  }
  const fileOf = new Map(planned.map(({ file, within }) => [within, file]));
  const papers = plannedPapers(planned, (within) => detailsOf({ file: fileOf.get(within) ?? within, within }));
  const rows = planned.map(({ file, found }, index) => {
    const { title = null, authors = [], date = null, inLibrary = null, copyOf = null } = papers[index] ?? {};
    const duplicate = inLibrary ?? (copyOf === null ? null : (fileOf.get(copyOf) ?? copyOf));
    return { file, format: found?.format ?? null, title, authors, date, duplicate };
  });
  printResult(
    json,
    rows,
    rows.map(({ file, title, authors, date, duplicate }) => {
      const facts = [title, authors.join("; "), date].filter((fact) => fact !== null && fact !== "").join(" · ");
      return duplicate === null
        ? message("cli.wouldImport", { file, facts: facts === "" ? message("cli.fileDetails") : facts })
        : message("cli.wouldBeDuplicate", { file, paper: duplicate });
    }),
  );
  for (const failure of failures) complainOf(failure, json);
  return failures.length === 0 ? undefined : 1;
}

/** Why a file was not imported, with its name where the reason does not say it. */
function failureOf(file: string, error: WorkbenchError): WorkbenchError {
  const named = say(error.reason).includes(path.basename(file));
  return named ? error : new WorkbenchError(error.code, message("cli.fileFailed", { file, why: error.reason }), error);
}
