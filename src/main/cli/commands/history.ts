import type { Command } from "commander";
import type { Change } from "../../../shared/change/change.ts";
import { differencesOf, printDifference } from "../../../shared/change/differences.ts";
import { shownLabel } from "../../../shared/change/label.ts";
import { annotationsOf, claimStateAt, restoreClaimEdits } from "../../../shared/claims/restore.ts";
import { contract, type PastChange } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { allRecords } from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";
import { meansId, meantById, shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { sameName } from "../../../shared/text/names.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { say, spokenNow } from "../language.ts";
import { type CommandRun, printResult } from "../run.ts";
import { wholeNumber } from "../usage.ts";

/** history, restore-claim, undo, redo. */
export function historyCommands(program: Command, run: CommandRun): void {
  program
    .command("history [paper]")
    .description("show changes, newest first")
    .option("--claim <id>", "only of one claim, given by the beginning or end of its identifier")
    .option("--by <coder>", "only by this coder")
    .option("--text <words>", "only changes that contain these words")
    .option("--before <change>", "only changes before this one")
    .option("--limit <n>", "maximum number of changes", wholeNumber(1, 100_000), 50)
    .option("--details", "show what each change changed")
    .action((paper: string | undefined, options: Asked, command: Command) =>
      run(command, async (workbench, json) => {
        const { library, undo, redo } = await workbench.state({});
        const changes = await workbench.history(
          contract.history.parse(await asked(workbench, library, paper, options)),
        );
        const next = [
          ...(undo === null ? [] : [message("cli.undoNext", { label: undo })]),
          ...(redo === null ? [] : [message("cli.redoNext", { label: redo })]),
        ];
        const language = spokenNow();
        const lines = changes.flatMap((change) => [
          changeLine(library, change),
          ...(options.details === true
            ? differencesOf(library, change.edits, language).map(
                (difference) => `    ${printDifference(difference, language)}`,
              )
            : []),
        ]);
        return printResult(json, changes.map(changeJson), [...lines, ...next]);
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
        const wanted = meantById(changes, (pastChange) => pastChange.id, change, "change");
        const when = before === true ? "before" : "after";
        const state = claimStateAt(library, found.paper, found.annotation, changes, wanted.id, when);
        const edits = restoreClaimEdits(library, found.paper, found.annotation, state, new Date().toISOString());
        const label = message("change.restore", { when: wanted.at });
        if (edits.length > 0) await workbench.commit({ label, edits });
        return printResult(json, { claim: found.annotation, records: edits.length }, [
          edits.length === 0 ? message("cli.alreadySo") : message("cli.done", { label }),
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
          const nothing = message(name === "undo" ? "cli.nothingToUndo" : "cli.nothingToRedo");
          return printResult(json, change === null ? null : changeJson(change), [
            change === null ? nothing : shownLabel(change),
          ]);
        }),
      );
}

/** A change as JSON has it: its label in the reader's language, and as it is stored where that is a message. */
function changeJson(change: Change): object {
  const label = shownLabel(change);
  return { ...change, label: say(label), ...(typeof label === "string" ? {} : { message: label }) };
}

function changeLine(library: Library, change: PastChange): string | Message {
  const coder = library.coders[change.coder]?.name ?? "";
  const time = change.at.slice(0, 19).replace("T", " ");
  const line = `${shortId(change.id)}  ${time}  ${coder}  ${say(shownLabel(change))}`;
  return change.undone ? message("cli.undone", { line }) : line;
}

type Asked = Readonly<{
  claim?: string;
  by?: string;
  text?: string;
  before?: string;
  limit: number;
  details?: boolean;
}>;

/** What the options mean, in identifiers. */
async function asked(
  workbench: OpenWorkbench,
  library: Library,
  paper: string | undefined,
  { claim, by, text, before, limit }: Asked,
): Promise<Record<string, unknown>> {
  const coder = Object.values(library.coders).find((coder) => by !== undefined && sameName(coder.name, by));
  if (by !== undefined && coder === undefined)
    throw new WorkbenchError("missing", message("coder.notFound", { name: by }));
  return {
    ...(paper === undefined ? {} : { paper: findPaper(library, paper).id }),
    ...(claim === undefined ? {} : { annotation: (await claimInHistory(workbench, claim)).annotation }),
    ...(coder === undefined ? {} : { coder: coder.id }),
    ...(text === undefined ? {} : { text }),
    ...(before === undefined ? {} : { before: (await changeOf(workbench, before)).id }),
    limit,
  };
}

async function changeOf(workbench: OpenWorkbench, id: string): Promise<PastChange> {
  return meantById(await workbench.history({ limit: 100_000 }), (pastChange) => pastChange.id, id, "change");
}

/** A claim by its identifier, or the beginning or end of it; one that was deleted is looked for in the history. */
async function claimInHistory(workbench: OpenWorkbench, id: string): Promise<ReturnType<typeof annotationsOf>[number]> {
  const { library } = await workbench.state({});
  const there = allRecords(library.annotations).filter((annotation) => meansId(annotation.id, id));
  if (there.length > 0) {
    const now = meantById(there, (annotation) => annotation.id, id, "claim");
    return { paper: now.paper, annotation: now.id };
  }
  const changes = await workbench.history({ limit: 100_000 });
  const gone = changes.flatMap((change) => change.edits.flatMap(annotationsOf));
  return meantById(gone, (deletion) => deletion.annotation, id, "claim");
}
