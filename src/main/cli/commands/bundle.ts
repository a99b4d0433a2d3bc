import path from "node:path";
import type { Command } from "commander";
import { message } from "../../../shared/messages/message.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { type CommandRun, printResult } from "../run.ts";
import { done } from "./files.ts";
import { readSource } from "./papers.ts";

/** bundle export, bundle import, conflicts. */
export function bundleCommands(program: Command, run: CommandRun): void {
  const bundle = program.command("bundle").description("export or import a library file");
  bundle
    .command("export")
    .description("export sources, texts, claims, codebook and history as one zip file")
    .requiredOption("--to <file>", "output file; an existing file is renamed to FILE~, FILE~2 …")
    .option("--paper <paper...>", "only these papers with their claims and notes")
    .action(({ to, paper }: { to: string; paper?: string[] }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const papers = paper?.map((name) => findPaper(library, name).id);
        return done(json, to, await workbench.exportBundle(papers === undefined ? {} : { papers }));
      }),
    );
  bundle
    .command("import <file>")
    .description("copy into an empty library, or merge into any other as a single change")
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
    .description("list conflicting copies made by a synchronising program")
    .option("--merge", "merge what this library lacks, as a single change")
    .action(({ merge }: { merge?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        if (merge === true) {
          const { merged, refused } = await workbench.mergeConflicts({});
          return printResult(json, { merged, refused }, [message("cli.merged", { count: merged }), ...refused]);
        }
        const found = await workbench.conflicts({});
        return printResult(
          json,
          found,
          found.length === 0 ? [message("cli.none")] : found.map((conflict) => conflict.sentence),
        );
      }),
    );
}
