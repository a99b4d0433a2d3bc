import { type Command, Option } from "commander";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { readSharing, type Sharing, sharings, writeSharing } from "../../services/files/sharing.ts";
import { type CommandRun, printResult } from "../run.ts";

/** verify, backup, backups, restore, repair, share. */
export function maintenanceCommands(program: Command, run: CommandRun): void {
  program
    .command("verify")
    .description("check every file, quote and reference")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const found = await workbench.verify({});
        printResult(json, found, found.ok ? [message("cli.verified")] : found.problems);
        return found.ok ? undefined : 1;
      }),
    );
  program
    .command("backup")
    .description("back up the library and verify the backup")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.backup({});
        return printResult(json, made, [message("cli.backedUp", { name: made.name, bytes: made.bytes })]);
      }),
    );
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
  program
    .command("restore [backup]")
    .description("restore a backup (default: the latest); you can undo this")
    .action((name: string | undefined, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const restored = await workbench.restore(name === undefined ? {} : { backup: name });
        return printResult(json, restored, [message("cli.restored", { at: restored.at })]);
      }),
    );
  program
    .command("share")
    .description("show or choose who else on this computer may open the library's files")
    .addOption(
      new Option("--with <whom>", "owner: nobody else; group: may write; everyone: may read").choices(sharings),
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
