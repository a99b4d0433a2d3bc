import { statSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError, Option } from "commander";
import { asWorkbenchError } from "../../shared/contract/wire.ts";
import { languageTags, message } from "../../shared/messages/message.ts";
import { dataFolder, defaultLibrary } from "../services/files/data-folder.ts";
import { profileFile } from "../services/files/profile.ts";
import { resourcesFolder } from "../services/files/resources.ts";
import { isLibrary, type OpenWorkbench, openWorkbench } from "../services/workbench.ts";
import { analyseCommands } from "./commands/analyse.ts";
import { autocodeCommand } from "./commands/autocode.ts";
import { bundleCommands } from "./commands/bundle.ts";
import { claimCommands } from "./commands/claims.ts";
import { codebookCommands } from "./commands/codebook.ts";
import { fileCommands } from "./commands/files.ts";
import { historyCommands } from "./commands/history.ts";
import { importCommand } from "./commands/import.ts";
import { labelCommand } from "./commands/labels.ts";
import { maintenanceCommands } from "./commands/maintenance.ts";
import { ocrCommand } from "./commands/ocr.ts";
import { paperRecordCommands } from "./commands/paper-records.ts";
import { paperCommands } from "./commands/papers.ts";
import { rereadCommand } from "./commands/reread.ts";
import { serveCommand } from "./commands/serve.ts";
import { versionCommands } from "./commands/versions.ts";
import { everyCommand, setHelpLanguage } from "./help.ts";
import { languageFor, setLanguage } from "./language.ts";
import { type CommandHow, type CommandRun, complain, complainOf, printResult } from "./run.ts";
import { refuseUsage, usageMessage } from "./usage.ts";
import { programVersion } from "./version.ts";

/** Run the command line; returns the exit code: 0 done, 1 one sentence on stderr, 2 bad usage. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const language = languageFor(argv, env);
  await setLanguage(language);
  let code = 0;
  const run: CommandRun = async (command, work, how = {}) => {
    code = await withWorkbench(command, work, how);
  };
  const program = createProgram(run);
  setHelpLanguage(program, language === "ur" ? (await import("./urdu-help.ts")).urduHelp : {});
  try {
    if (argv.length === 0) {
      printResult(false, null, [message("cli.welcome", { help: program.helpInformation().trimEnd() })]);
      return 0;
    }
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    complainOf(asWorkbenchError(error), false);
    return 1;
  }
}

/** The commands, each with the options that all have; `run` does the work of one on an open library. */
export function createProgram(run: CommandRun): Command {
  const program = new Command("stancemark")
    .description("Import papers, code claims by actor, issue and stance, and export annotated PDFs, reports and data.")
    .version(programVersion(), "-V, --version", "print the version")
    .exitOverride()
    .showSuggestionAfterError();
  for (const add of [
    importCommand,
    paperCommands,
    paperRecordCommands,
    labelCommand,
    ocrCommand,
    rereadCommand,
    claimCommands,
    autocodeCommand,
    versionCommands,
    codebookCommands,
    fileCommands,
    analyseCommands,
    historyCommands,
    maintenanceCommands,
    bundleCommands,
    serveCommand,
  ])
    add(program, run);
  program.configureOutput(output);
  for (const command of everyCommand(program)) {
    command.exitOverride().configureOutput(output);
    if (command.commands.length > 0) continue;
    command.addOption(
      new Option("--library <dir>", "library folder").default(defaultLibrary(), "in the user-data folder"),
    );
    command.addOption(new Option("--coder <name>", "name of the coder").env("STANCEMARK_CODER"));
    command.addOption(new Option("--json", "print the result as JSON"));
    command.addOption(new Option("--lang <language>", "language of messages").choices(languageTags));
  }
  return program;
}

async function withWorkbench(
  command: Command,
  work: Parameters<CommandRun>[1],
  { program = "the command line", patience = 0, prepare, begin }: CommandHow,
): Promise<number> {
  const { library, coder, json } = command.opts<{ library: string; coder?: string; json?: boolean }>();
  if (command.getOptionValueSource("library") === "cli") checkLibrary(command, library);
  let workbench: OpenWorkbench | null = null;
  let begun: Promise<() => Promise<void>> | undefined;
  try {
    const folder = path.resolve(library);
    await prepare?.(folder);
    const options = { program, patience, folder, profile: profileFile(dataFolder()), resources: resourcesFolder() };
    const opening = openWorkbench(coder === undefined ? options : { ...options, coder });
    begun = begin?.(opening, json === true);
    // Reported below, after the library has been opened.
    begun?.catch(() => undefined);
    workbench = await opening;
    await begun;
    return (await work(workbench, json === true)) ?? 0;
  } catch (error) {
    complainOf(asWorkbenchError(error), json === true);
    return 1;
  } finally {
    await begun?.then((end) => end()).catch(() => undefined);
    await workbench?.close();
    // The daily backup is made beside the command's own work.
    const failed = (await workbench?.state({}))?.upkeep.backup;
    if (failed !== undefined) complain(message("cli.backupFailed", { reason: failed }));
  }
}

/**
 * Commands that bring something into a library, and so may begin a new one. All others expect the library they name to
 * exist.
 */
const creating = new Set(["import", "serve", "codebook import", "codebook add", "codebook starter", "bundle import"]);

/** A mistyped folder is a usage error: a backup or a check of a library that does not exist must not succeed. */
function checkLibrary(command: Command, library: string): void {
  if (library.trim() === "") refuseUsage(command, message("usage.libraryEmpty"));
  const folder = statSync(library, { throwIfNoEntry: false });
  if (folder !== undefined && !folder.isDirectory())
    refuseUsage(command, message("usage.libraryIsFile", { folder: library }));
  const begins = creating.has(nameOf(command)) || (command.name() === "restore" && command.opts().from !== undefined);
  if (!begins && !isLibrary(library)) refuseUsage(command, message("usage.noLibrary", { folder: library }));
}

/** `codebook add` of a command inside another. */
function nameOf(command: Command): string {
  const parent = command.parent?.parent === null || command.parent === null ? "" : `${command.parent.name()} `;
  return `${parent}${command.name()}`;
}

const output = { outputError: (text: string) => complain(usageMessage(text)) };
