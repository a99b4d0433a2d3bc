import path from "node:path";
import { type Command, Option } from "commander";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { readSharing, type Sharing, sharings, writeSharing } from "../../services/files/sharing.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { type CommandRun, printResult } from "../run.ts";
import { refuseUsage } from "../usage.ts";
import { restoreCommand } from "./restore.ts";

/** Where backups are made besides the library's own folder. */
async function placeLines(workbench: OpenWorkbench): Promise<Message[]> {
  const place = await workbench.backupPlace({});
  return [place === null ? message("cli.noBackupPlace") : message("cli.backupPlace", { folder: place.folder })];
}

/** verify, backup, backups, repair, restore, share. */
export function maintenanceCommands(program: Command, run: CommandRun): void {
  program
    .command("verify")
    .description("check every file, quote and reference")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const checked = await workbench.verify({});
        // Opening has written it again since.
        const { notices } = await workbench.state({});
        const healed = notices.filter(({ key }) => key === "snapshot.tipGone");
        const found = { ok: checked.ok && healed.length === 0, problems: [...healed, ...checked.problems] };
        printResult(json, found, found.ok ? [message("cli.verified")] : found.problems);
        return found.ok ? undefined : 1;
      }),
    );
  program
    .command("backup")
    .description("back up the library and verify the backup")
    .option("--to <folder>", "in this folder, as on another disk, with sources and texts")
    .option("--daily", "with --to, do so each day from now on")
    .option("--no-daily", "stop the daily backup in another folder")
    .action((options: { to?: string; daily?: boolean }, command: Command) => {
      if (options.daily === true && options.to === undefined) refuseUsage(command, message("usage.dailyNeedsTo"));
      return run(command, async (workbench, json) => {
        if (options.to !== undefined) {
          const made = await workbench.backUpInto(path.resolve(options.to), options.daily === true);
          return printResult(json, made, [message("cli.backedUpTo", made), ...(await placeLines(workbench))]);
        }
        if (options.daily === false) {
          await workbench.forgetBackupPlace({});
          return printResult(json, null, await placeLines(workbench));
        }
        const made = await workbench.backup({});
        return printResult(json, made, [message("cli.backedUp", { name: made.name, bytes: made.bytes })]);
      });
    });
  program
    .command("backups")
    .description("list backups, newest first")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const all = await workbench.backups({});
        const lines = all.map(({ name, bytes }) => message("cli.backup", { name, bytes }));
        return printResult(json, all, lines.length === 0 ? [message("cli.none")] : lines);
      }),
    );
  program
    .command("repair")
    .description("continue with what could be read of a damaged library; damaged files are moved, never deleted")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.repair({});
        return printResult(json, made, [message("cli.repaired", { count: made.records, folder: made.setAside })]);
      }),
    );
  restoreCommand(program, run);
  program
    .command("share")
    .description("show or choose who else on this computer may open the library's files")
    .addOption(
      new Option("--with <whom>", "owner for nobody else, group for writing, everyone for reading").choices(sharings),
    )
    .action((options: { with?: Sharing }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = command.opts<{ library: string }>();
        const { access } = await workbench.state({});
        if (options.with !== undefined && access.mode === "read") throw new WorkbenchError("readOnly", access.reason);
        if (options.with !== undefined) await writeSharing(library, options.with);
        const sharing = await readSharing(library);
        return printResult(json, { sharing }, [message("cli.sharing", { sharing })]);
      }),
    );
}
