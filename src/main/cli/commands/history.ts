import type { Command } from "commander";
import { findPaper } from "../../services/annotate.ts";
import { print, type Run } from "../run.ts";

/** history, undo, redo, verify, backup, backups, restore, repair. */
export function historyCommands(program: Command, run: Run): void {
  program
    .command("history [paper]")
    .description("changes, newest first")
    .option("--limit <n>", "how many", "50")
    .action((paper: string | undefined, { limit }: { limit: string }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const of = paper === undefined ? {} : { paper: findPaper(library, paper).id };
        const changes = await workbench.history({ ...of, limit: Math.max(1, Number.parseInt(limit, 10) || 50) });
        const lines = changes.map(
          (change) =>
            `${change.at.slice(0, 19).replace("T", " ")}  ${library.coders[change.coder]?.name ?? ""}  ${change.label}`,
        );
        return print(json, changes, lines);
      }),
    );
  for (const name of ["undo", "redo"] as const)
    program
      .command(name)
      .description(name === "undo" ? "take back the newest change" : "do again what was taken back")
      .action((_options: unknown, command: Command) =>
        run(command, async (workbench, json) => {
          const change = await workbench[name]({});
          return print(json, change, [change?.label ?? `There is nothing to ${name}.`]);
        }),
      );
  program
    .command("verify")
    .description("check every file, anchor and reference")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const found = await workbench.verify({});
        print(json, found, found.ok ? ["Everything is as it should be."] : found.problems);
        return found.ok ? undefined : 1;
      }),
    );
  program
    .command("backup")
    .description("keep the library's state as a file that is read back and compared")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.backup({});
        return print(json, made, [`Kept as ${made.name} (${made.bytes} bytes).`]);
      }),
    );
  program
    .command("backups")
    .description("the backups there are, newest first")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const all = await workbench.backups({});
        const lines = all.map(({ name, bytes }) => `${name}  ${bytes} bytes`);
        return print(json, all, lines.length === 0 ? ["There are none."] : lines);
      }),
    );
  program
    .command("repair")
    .description("go on with what could be read of a damaged library; its files are set aside, never deleted")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.repair({});
        return print(json, made, [
          `${made.records} records could be kept; the damaged files are in ${made.setAside} of the library's folder.`,
        ]);
      }),
    );
  program
    .command("restore [backup]")
    .description("bring a backup's state back, the newest when none is named; `undo` takes it back")
    .action((name: string | undefined, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const restored = await workbench.restore(name === undefined ? {} : { backup: name });
        return print(json, restored, [`The state of ${restored.at} is back.`]);
      }),
    );
}
