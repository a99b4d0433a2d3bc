import { Command, Option } from "commander";
import { languageTags } from "../../shared/messages/message.ts";
import { defaultLibrary } from "../services/files/data-folder.ts";
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
import { everyCommand } from "./help.ts";
import { type CommandRun, complain } from "./run.ts";
import { usageMessage } from "./usage.ts";
import { programVersion } from "./version.ts";

/** Commands that are added together, with their names. */
type CommandGroup = readonly [names: readonly string[], add: (program: Command, run: CommandRun) => void];

/** All commands in the order that help lists them in. */
export const commandGroups: readonly CommandGroup[] = [
  [["import"], importCommand],
  [["show", "remove"], paperCommands],
  [["papers", "paper"], paperRecordCommands],
  [["labels"], labelCommand],
  [["ocr"], ocrCommand],
  [["reread"], rereadCommand],
  [["annotate", "claims", "search"], claimCommands],
  [["autocode"], autocodeCommand],
  [["versions", "carry", "place"], versionCommands],
  [["codebook"], codebookCommands],
  [["export", "report"], fileCommands],
  [["analyse"], analyseCommands],
  [["history", "restore-claim", "undo", "redo"], historyCommands],
  [["verify", "backup", "backups", "repair", "restore", "share"], maintenanceCommands],
  [["bundle", "conflicts"], bundleCommands],
  [["serve"], serveCommand],
];

/**
 * The commands, each with the options that all have; `run` does the work of one on an open library. Where `wanted`
 * names a command, only its group is there: making all commands takes as long as reading a small library.
 */
export function createProgram(run: CommandRun, wanted?: string): Command {
  const program = new Command("stancemark")
    .description("Import papers, code claims by actor, issue and stance, and export annotated PDFs, reports and data.")
    .version(programVersion(), "-V, --version", "print the version")
    .exitOverride()
    .showSuggestionAfterError();
  const group = commandGroups.find(([names]) => wanted !== undefined && names.includes(wanted));
  for (const [, add] of group === undefined ? commandGroups : [group]) add(program, run);
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

const output = { outputError: (text: string) => complain(usageMessage(text)) };
