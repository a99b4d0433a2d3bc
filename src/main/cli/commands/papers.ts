import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { factsOf, fieldLabel } from "../../../shared/change/differences.ts";
import { removePapersEdits } from "../../../shared/claims/claim-edits.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { spokenNow } from "../language.ts";
import { type CommandRun, printResult, printText } from "../run.ts";

/** show, remove. */
export function paperCommands(program: Command, run: CommandRun): void {
  program
    .command("show <paper>")
    .description("show a paper, given by title or by the beginning or end of its identifier")
    .option("--text", "print the paper's text")
    .action((wanted: string, { text }: { text?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const paper = findPaper(library, wanted);
        const content = await workbench.content({ paper: paper.id });
        if (text && !json) return printText(content.text);
        if (text) return printResult(json, { id: paper.id, text: content.text }, []);
        const headings = content.blocks.flatMap((block) =>
          block.kind === "heading" ? [{ level: block.level, text: content.text.slice(block.start, block.end) }] : [],
        );
        const facts = factsOf(library, paper, spokenNow()).map(({ field, text }) =>
          message("cli.fact", { field: fieldLabel(field), text }),
        );
        return printResult(json, { ...paper, headings, warnings: content.warnings }, [
          message("cli.paperLine", { id: shortId(paper.id), title: paper.title }),
          ...facts,
          ...headings.map((heading) => `${"  ".repeat(heading.level)}${heading.text}`),
        ]);
      }),
    );
  program
    .command("remove <paper>")
    .description("remove a paper with its claims and notes; `undo` restores them")
    .action((wanted: string, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const paper = findPaper(library, wanted);
        await workbench.commit({
          label: message("change.removeTitled", { title: paper.title }),
          edits: removePapersEdits(library, [paper.id]),
        });
        return printResult(json, { id: paper.id, removed: true }, [message("cli.removed", { title: paper.title })]);
      }),
    );
}

/** A file's bytes; throws `missing` or `invalid` with one sentence. */
export async function readSource(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") throw new WorkbenchError("missing", message("cli.noFile", { file }), error);
    if (code === "EISDIR") throw new WorkbenchError("invalid", message("cli.isFolder", { file }), error);
    throw new WorkbenchError("invalid", message("cli.fileUnreadable", { file }), error);
  }
}
