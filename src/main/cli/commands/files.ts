import { constants, copyFile, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { type Command, Option } from "commander";
import {
  type ExportedFile,
  HighlightColours,
  PaperExportFormat,
  ReportFormat,
} from "../../../shared/contract/workbench.ts";
import { parseFilter } from "../../../shared/filter/text.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { ReportTemplate } from "../../../shared/report/template.ts";
import { hasCode } from "../../services/files/disk.ts";
import { writeDurably } from "../../services/files/durable.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { spokenNow } from "../language.ts";
import { type CommandRun, printResult } from "../run.ts";
import { readSource } from "./papers.ts";

type ExportOptions = Readonly<{
  to: string;
  format?: string;
  password?: string;
  colours?: HighlightColours;
  summary: boolean;
  withoutCoders?: boolean;
  withoutNotes?: boolean;
}>;

/** export, report. A file is written whole or not at all; a file that was there is kept beside it. */
export function fileCommands(program: Command, run: CommandRun): void {
  program
    .command("export <paper>")
    .description(`export a paper with its claims: ${PaperExportFormat.options.join(", ")}`)
    .requiredOption("--to <file>", "output file; an existing file is renamed to FILE~, FILE~2 …")
    .option("--format <format>", "output format (default: by file extension)")
    .option("--password <password>", "password of an encrypted PDF; the copy stays encrypted")
    .addOption(new Option("--colours <what>", "colour highlights by").choices(HighlightColours.options))
    .option("--no-summary", "leave out the pages with chart and index")
    .option("--without-coders", "replace names of coders by Coder 1, Coder 2 …")
    .option("--without-notes", "leave out notes")
    .action((wanted: string, { to, format, ...options }: ExportOptions, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const parsed = PaperExportFormat.safeParse(formatFromName(to, format));
        if (!parsed.success) throw unknownFormat(formatFromName(to, format), PaperExportFormat.options);
        const made = await workbench.exportPaper({
          paper: findPaper(library, wanted).id,
          format: parsed.data,
          summary: options.summary,
          language: spokenNow().locale,
          withhold: { coders: options.withoutCoders === true, notes: options.withoutNotes === true },
          ...(options.password === undefined ? {} : { password: options.password }),
          ...(options.colours === undefined ? {} : { colours: options.colours }),
        });
        return done(json, to, made);
      }),
    );
  program
    .command("report")
    .description(`export a report: ${ReportFormat.options.join(", ")}`)
    .requiredOption("--to <file>", "output file; an existing file is renamed to FILE~, FILE~2 …")
    .option("--format <format>", "output format (default: by file extension)")
    .option("--paper <paper...>", "only these papers")
    .option("--query <filter>", "only claims that match these words or conditions")
    .option("--template <name>", "Brief, Everything, a template of the library, or a JSON file")
    .action(
      (
        options: { to: string; format?: string; paper?: string[]; query?: string; template?: string },
        command: Command,
      ) =>
        run(command, async (workbench, json) => {
          const { library } = await workbench.state({});
          const parsed = ReportFormat.safeParse(formatFromName(options.to, options.format));
          if (!parsed.success) throw unknownFormat(formatFromName(options.to, options.format), ReportFormat.options);
          const papers = options.paper?.map((name) => findPaper(library, name).id);
          const query = {
            ...(papers === undefined ? {} : { papers }),
            ...(options.query === undefined ? {} : { where: parseFilter(options.query) }),
          };
          const template =
            options.template === undefined ? {} : { template: await templateOf(workbench, options.template) };
          return done(
            json,
            options.to,
            await workbench.report({
              ...{ format: parsed.data, query, language: spokenNow().locale },
              ...template,
            }),
          );
        }),
    );
}

/** A template by its name, or out of a JSON file. */
async function templateOf(workbench: OpenWorkbench, wanted: string): Promise<string | ReportTemplate> {
  if (!wanted.toLowerCase().endsWith(".json")) return wanted;
  const template = ReportTemplate.safeParse(
    await workbench.readTable({ name: wanted, bytes: await readSource(wanted) }),
  );
  if (!template.success)
    throw new WorkbenchError("invalid", message("cli.notTemplate", { file: wanted }), template.error);
  return template.data;
}

/** Keep a finished file and say so. */
export async function done(json: boolean, to: string, made: ExportedFile): Promise<undefined> {
  const kept = await writeOutput(to, made.bytes);
  const warnings = [...made.warnings, ...(kept === null ? [] : [message("cli.previousFile", { file: kept })])];
  const value = { path: path.resolve(to), bytes: made.bytes.length, annotations: made.annotations, warnings };
  return printResult(json, value, [
    message("cli.written", { file: to, annotations: made.annotations, bytes: made.bytes.length }),
    ...warnings,
  ]);
}

/**
 * Write a file whole. Another file that was there is kept under its name with `~` appended, then `~2` and so on, so
 * that no kept one is written over; that name is returned, else null. Throws one sentence when its folder is missing or
 * it is no ordinary file.
 */
export async function writeOutput(to: string, bytes: Uint8Array): Promise<string | null> {
  const folder = await stat(path.dirname(path.resolve(to))).catch(() => null);
  if (folder === null) throw new WorkbenchError("missing", message("cli.noFolder", { file: to }));
  const present = await stat(to).catch(() => null);
  if (present !== null && !present.isFile())
    throw new WorkbenchError("invalid", message("cli.notRegularFile", { file: to }));
  try {
    const another = present !== null && !(await readFile(to)).equals(bytes);
    const kept = another ? await keepBeside(to) : null;
    await writeDurably(path.resolve(to), bytes);
    return kept;
  } catch (error) {
    throw new WorkbenchError("invalid", message("cli.fileUnwritable", { file: to }), error);
  }
}

async function keepBeside(file: string): Promise<string> {
  for (let count = 1; ; count++) {
    const name = `${file}~${count === 1 ? "" : count}`;
    try {
      await copyFile(file, name, constants.COPYFILE_EXCL);
      return name;
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
  }
}

/** The form a file is asked for in: named, or by its ending. */
export function formatFromName(to: string, format: string | undefined): string {
  const name = (format ?? path.extname(to).slice(1)).toLowerCase();
  return name === "markdown" ? "md" : name === "htm" ? "html" : name;
}

/** What is said of a form that cannot be written. */
export function unknownFormat(format: string, known: readonly string[]): WorkbenchError {
  return new WorkbenchError("invalid", message("cli.unknownFormat", { format, formats: known }));
}
