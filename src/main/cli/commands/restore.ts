import path from "node:path";
import type { Command } from "commander";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { restoreFrom } from "../../services/workbench.ts";
import { say } from "../language.ts";
import { type CommandRun, complain, forTerminal, printResult } from "../run.ts";
import { refuseUsage } from "../usage.ts";

type Options = Readonly<{ from?: string; dryRun?: boolean; yes?: boolean }>;

/** restore: of a backup in the library, or of one that `backup --to` has made. */
export function restoreCommand(program: Command, run: CommandRun): void {
  program
    .command("restore [backup]")
    .description("restore a backup (default: the latest); you can undo this")
    .option("--dry-run", "only show what would change")
    .option("--yes", "do not ask")
    .option("--from <folder>", "make a new library of the backup that `backup --to` made in this folder")
    .action((name: string | undefined, options: Options, command: Command) => {
      if (options.from !== undefined) return restoreElsewhere(options, command, run);
      const work: Parameters<CommandRun>[1] = async (workbench, json) => {
        const preview = await workbench.previewRestore(name === undefined ? {} : { backup: name });
        if (options.dryRun === true) return printResult(json, preview, preview.sentences);
        if (!json) printResult(json, preview, preview.sentences);
        if (!json && options.yes !== true && !(await isWanted())) {
          complain(message("cli.notRestored"));
          return 1;
        }
        // By its name: a daily backup that was made meanwhile is newer.
        const { backup, missing, back, older } = preview;
        const restored = await workbench.restore({ backup: backup.name });
        return printResult(json, { ...restored, missing, back, older }, [
          message("cli.restored", { at: restored.at }),
          message("cli.restoredUndo"),
        ]);
      };
      return run(command, work);
    });
}

function restoreElsewhere({ from = "", dryRun }: Options, command: Command, run: CommandRun): Promise<void> {
  if (dryRun === true) refuseUsage(command, message("usage.dryRunFrom"));
  let brought: Backup | null = null;
  const prepare = async (library: string): Promise<void> => {
    brought = await restoreFrom(path.resolve(from), library);
  };
  const work: Parameters<CommandRun>[1] = async (_workbench, json) => {
    const lines = brought === null ? [] : [message("cli.restored", { at: brought.at })];
    return printResult(json, brought, lines);
  };
  return run(command, work, { prepare });
}

/** Whoever sits at a terminal is asked; a script has been told to. */
async function isWanted(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true;
  const { confirm } = await import("@clack/prompts");
  return (await confirm({ message: forTerminal(say(message("cli.restoreThis"))) })) === true;
}
