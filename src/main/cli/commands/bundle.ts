import path from "node:path";
import type { Command } from "commander";
import { message } from "../../../shared/messages/message.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { type CommandRun, printResult } from "../run.ts";
import { done } from "./files.ts";
import { readSource } from "./papers.ts";

/** bundle export, bundle import, conflicts. */
export function bundleCommands(program: Command, run: CommandRun): void {
  const bundle = program.command("bundle").description("a library, or some papers of it, as one file");
  bundle
    .command("export")
    .description("sources, texts, claims, codebook and history as one zip")
    .requiredOption("--to <file>", "where to write; a file that stands there is kept as FILE~, FILE~2 …")
    .option("--paper <paper...>", "only these papers with what is said of them")
    .action(({ to, paper }: { to: string; paper?: string[] }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const papers = paper?.map((one) => findPaper(library, one).id);
        return done(json, to, await workbench.exportBundle(papers === undefined ? {} : { papers }));
      }),
    );
  bundle
    .command("import <file>")
    .description("an empty library becomes the same library; into any other it is merged as one change")
    .action((file: string, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.importBundle({ name: path.basename(file), bytes: await readSource(file) });
        const { papers, changes, merged } = made;
        const lines = [message("cli.bundleImported", { papers, changes, merged })];
        return printResult(json, made, [...lines, ...made.refused]);
      }),
    );
  program
    .command("conflicts")
    .description("copies that a synchronising program made of this library's files")
    .option("--merge", "bring in what they have and this library lacks, as one change")
    .action(({ merge }: { merge?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        if (merge === true) {
          const { merged, refused } = await workbench.mergeConflicts({});
          return printResult(json, { merged, refused }, [message("cli.merged", { count: merged }), ...refused]);
        }
        const found = await workbench.conflicts({});
        return printResult(json, found, found.length === 0 ? [message("cli.none")] : found.map((one) => one.sentence));
      }),
    );
}
