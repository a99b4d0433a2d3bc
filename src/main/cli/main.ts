import { statSync } from "node:fs";
import path from "node:path";
import { type Command, CommanderError } from "commander";
import { asWorkbenchError } from "../../shared/contract/reply.ts";
import { message } from "../../shared/messages/message.ts";
import { dataFolder } from "../services/files/data-folder.ts";
import { profileFile } from "../services/files/profile.ts";
import { resourcesFolder } from "../services/files/resources.ts";
import { isLibrary, type OpenWorkbench, openWorkbench } from "../services/workbench.ts";
import { setHelpLanguage } from "./help.ts";
import { languageFor, setLanguage } from "./language.ts";
import { createProgram } from "./program.ts";
import { type CommandHow, type CommandRun, complain, complainOf, printResult } from "./run.ts";
import { refuseUsage } from "./usage.ts";

/** Run the command line; returns the exit code: 0 done, 1 one sentence on stderr, 2 bad usage. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const language = languageFor(argv, env);
  await setLanguage(language);
  let code = 0;
  const run: CommandRun = async (command, work, how = {}) => {
    code = await withWorkbench(command, work, how);
  };
  const program = createProgram(run, argv[0]);
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
