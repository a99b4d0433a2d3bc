import type { Command } from "commander";
import { asWorkbenchError } from "../../../shared/contract/reply.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { isReadByOlder } from "../../../shared/model/reader-version.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { type CommandRun, printResult } from "../run.ts";

type RereadOptions = { all?: boolean; password?: string };

/** reread: papers whose text an earlier version of the program has read. */
export function rereadCommand(program: Command, run: CommandRun): void {
  program
    .command("reread [papers...]")
    .description(
      "list papers that an earlier version has read, or read them again; claims and notes stay at their words",
    )
    .option("--all", "read all of them again")
    .option("--password <password>", "password of an encrypted PDF")
    .action((wanted: string[], { all, password }: RereadOptions, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const older = Object.values(library.papers).filter(isReadByOlder);
        if (wanted.length === 0 && all !== true) return listOlder(older, json);
        const chosen = all === true ? older : wanted.map((title) => findPaper(library, title));
        return readAgain(workbench, chosen, password, json);
      }),
    );
}

function listOlder(older: readonly Paper[], json: boolean): undefined {
  const lines = older.map(({ id, title }) => message("cli.readByOlder", { id: shortId(id), title }));
  return printResult(
    json,
    older.map(({ id, title }) => ({ id, title })),
    lines.length === 0 ? [message("cli.noneByOlder")] : lines,
  );
}

/** One paper after the other; one that can't be read is said, and does not hold up the others. */
async function readAgain(
  workbench: OpenWorkbench,
  chosen: readonly Paper[],
  password: string | undefined,
  json: boolean,
): Promise<number> {
  const rows: { id: string; title: string; characters?: number; toCheck?: number; error?: Message }[] = [];
  const lines: Message[] = [];
  for (const { id, title } of chosen)
    try {
      const { paper, warnings } = await workbench.readWithNewer({ paper: id, password });
      const [characters, toCheck] = [paper.characters, paper.toCheck?.length ?? 0];
      rows.push({ id, title: paper.title, characters, toCheck });
      lines.push(
        message("cli.readAgain", { id: shortId(id), title: paper.title, characters, unsure: toCheck }),
        ...warnings,
      );
    } catch (error) {
      if (chosen.length === 1) throw error;
      const { reason } = asWorkbenchError(error);
      rows.push({ id, title, error: reason });
      lines.push(message("cli.notReadAgain", { id: shortId(id), title, reason }));
    }
  printResult(json, rows, lines.length === 0 ? [message("cli.noneByOlder")] : lines);
  return rows.some(({ error }) => error !== undefined) ? 1 : 0;
}
