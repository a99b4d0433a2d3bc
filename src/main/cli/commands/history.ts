import type { Command } from "commander";
import { differencesOf, printDifference } from "../../../shared/change/differences.ts";
import { annotationsOf, claimStateAt, restoreClaimEdits } from "../../../shared/claims/restore.ts";
import { contract, type PastChange } from "../../../shared/contract/workbench.ts";
import { allRecords } from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";
import { meansId, meantById, shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { sameName } from "../../../shared/text/names.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { type CommandRun, printResult } from "../run.ts";

/** history, restore-claim, undo, redo, verify, backup, backups, restore, repair. */
export function historyCommands(program: Command, run: CommandRun): void {
  program
    .command("history [paper]")
    .description("show changes, newest first")
    .option("--claim <id>", "only of one claim, given by the beginning or end of its identifier")
    .option("--by <coder>", "only by this coder")
    .option("--text <words>", "only changes that contain these words")
    .option("--before <change>", "only changes before this one")
    .option("--limit <n>", "maximum number of changes", "50")
    .option("--details", "show what each change changed")
    .action((paper: string | undefined, options: Asked, command: Command) =>
      run(command, async (workbench, json) => {
        const { library, undo, redo } = await workbench.state({});
        const changes = await workbench.history(
          contract.history.parse(await asked(workbench, library, paper, options)),
        );
        const next = [
          ...(undo === null ? [] : [`undo would take back: ${undo}`]),
          ...(redo === null ? [] : [`redo would do again: ${redo}`]),
        ];
        const lines = changes.flatMap((change) => [
          `${shortId(change.id)}  ${change.at.slice(0, 19).replace("T", " ")}  ${library.coders[change.coder]?.name ?? ""}  ${change.label}${change.undone ? "  (taken back)" : ""}`,
          ...(options.details === true
            ? differencesOf(library, change.edits).map((one) => `    ${printDifference(one)}`)
            : []),
        ]);
        return printResult(json, changes, [...lines, ...next]);
      }),
    );
  program
    .command("restore-claim <claim> <change>")
    .description("restore a claim to its version after a change")
    .option("--before", "to its version before the change")
    .action((claim: string, change: string, { before }: { before?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const found = await claimInHistory(workbench, claim);
        const changes = await workbench.history({ annotation: found.annotation, limit: 100_000 });
        const wanted = meantById(changes, (one) => one.id, change, "change");
        const when = before === true ? "before" : "after";
        const state = claimStateAt(library, found.paper, found.annotation, changes, wanted.id, when);
        const edits = restoreClaimEdits(library, found.paper, found.annotation, state, new Date().toISOString());
        const label = `Restore a claim to ${wanted.at.slice(0, 16).replace("T", " ")}`;
        if (edits.length > 0) await workbench.commit({ label, edits });
        return printResult(json, { claim: found.annotation, records: edits.length }, [
          edits.length === 0 ? "It is so already." : `${label}.`,
        ]);
      }),
    );
  for (const name of ["undo", "redo"] as const)
    program
      .command(name)
      .description(name === "undo" ? "undo the last change" : "redo the last undone change")
      .action((_options: unknown, command: Command) =>
        run(command, async (workbench, json) => {
          const change = await workbench[name]({});
          return printResult(json, change, [change?.label ?? `There is nothing to ${name}.`]);
        }),
      );
  program
    .command("verify")
    .description("check every file, quote and reference")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const found = await workbench.verify({});
        printResult(json, found, found.ok ? ["Everything is as it should be."] : found.problems);
        return found.ok ? undefined : 1;
      }),
    );
  program
    .command("backup")
    .description("back up the library and verify the backup")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.backup({});
        return printResult(json, made, [`Kept as ${made.name} (${made.bytes} bytes).`]);
      }),
    );
  program
    .command("backups")
    .description("list backups, newest first")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const all = await workbench.backups({});
        const lines = all.map(({ name, bytes }) => `${name}  ${bytes} bytes`);
        return printResult(json, all, lines.length === 0 ? ["There are none."] : lines);
      }),
    );
  program
    .command("repair")
    .description("continue with what could be read of a damaged library; damaged files are moved, never deleted")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.repair({});
        return printResult(json, made, [
          `${made.records} records could be kept; the damaged files are in ${made.setAside} of the library's folder.`,
        ]);
      }),
    );
  program
    .command("restore [backup]")
    .description("restore a backup (default: the latest); you can undo this")
    .action((name: string | undefined, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const restored = await workbench.restore(name === undefined ? {} : { backup: name });
        return printResult(json, restored, [`The state of ${restored.at} is back.`]);
      }),
    );
}

type Asked = Readonly<{
  claim?: string;
  by?: string;
  text?: string;
  before?: string;
  limit: string;
  details?: boolean;
}>;

/** What the options mean, in identifiers. */
async function asked(
  workbench: OpenWorkbench,
  library: Library,
  paper: string | undefined,
  { claim, by, text, before, limit }: Asked,
): Promise<Record<string, unknown>> {
  const coder = Object.values(library.coders).find((one) => by !== undefined && sameName(one.name, by));
  if (by !== undefined && coder === undefined) throw new WorkbenchError("missing", `There is no coder “${by}”.`);
  return {
    ...(paper === undefined ? {} : { paper: findPaper(library, paper).id }),
    ...(claim === undefined ? {} : { annotation: (await claimInHistory(workbench, claim)).annotation }),
    ...(coder === undefined ? {} : { coder: coder.id }),
    ...(text === undefined ? {} : { text }),
    ...(before === undefined ? {} : { before: (await changeOf(workbench, before)).id }),
    limit: Math.max(1, Number.parseInt(limit, 10) || 50),
  };
}

async function changeOf(workbench: OpenWorkbench, id: string): Promise<PastChange> {
  return meantById(await workbench.history({ limit: 100_000 }), (one) => one.id, id, "change");
}

/** A claim by its identifier, or the beginning or end of it; one that was deleted is looked for in the history. */
async function claimInHistory(workbench: OpenWorkbench, id: string): Promise<ReturnType<typeof annotationsOf>[number]> {
  const { library } = await workbench.state({});
  const there = allRecords(library.annotations).filter((one) => meansId(one.id, id));
  if (there.length > 0) {
    const now = meantById(there, (one) => one.id, id, "claim");
    return { paper: now.paper, annotation: now.id };
  }
  const changes = await workbench.history({ limit: 100_000 });
  const gone = changes.flatMap((change) => change.edits.flatMap(annotationsOf));
  return meantById(gone, (one) => one.annotation, id, "claim");
}
