import path from "node:path";
import type { Command } from "commander";
import { issueCounts } from "../../../shared/codebook/issue-counts.ts";
import { issueLineEdits, withFreeKeys } from "../../../shared/codebook/issue-lines.ts";
import { stanceScale } from "../../../shared/codebook/stance-scale.ts";
import { CodebookFormat } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { issueNames, printPath } from "../../../shared/model/issue-path.ts";
import { stanceLabel } from "../../../shared/model/stance-name.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { type CommandRun, printResult } from "../run.ts";
import { codebookEditCommands } from "./codebook-edits.ts";
import { formatFromName, writeOutput } from "./files.ts";
import { readSource } from "./papers.ts";

/** codebook, codebook import, export, suggest, and the commands that edit its entries. */
export function codebookCommands(program: Command, run: CommandRun): void {
  const codebook = program.command("codebook").description("show or edit issues, stances and actors");
  codebook
    .command("list", { isDefault: true })
    .description("print the codebook")
    .action((_options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const counts = issueCounts(library);
        const issues = Object.values(library.issues).map((issue) => ({
          ...issue,
          path: printPath(issueNames(library.issues, issue.id)),
          claims: counts.get(issue.id)?.direct ?? 0,
          claimsWithChildren: counts.get(issue.id)?.all ?? 0,
        }));
        issues.sort((a, b) => a.path.localeCompare(b.path));
        const stances = stanceScale(library.stances);
        const actors = Object.values(library.actors);
        const lines = [
          ...issues.map((issue) =>
            message(issue.archived ? "cli.listedArchived" : "cli.listedIssue", {
              path: `${issue.path}${countOf(issue)}`,
            }),
          ),
          ...stances.map((stance) => message("cli.listedStance", { glyph: stance.glyph, name: stanceLabel(stance) })),
          ...actors.map((actor) => message("cli.listedActor", { name: actor.name })),
        ];
        return printResult(json, { issues, stances, actors }, lines);
      }),
    );
  codebook
    .command("import <file>")
    .description("import a codebook from CSV or JSON; adds what is missing")
    .action((file: string, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const made = await workbench.importCodebook({ name: path.basename(file), bytes: await readSource(file) });
        const { issues, stances, actors, updated, warnings } = made;
        printResult(json, made, [message("cli.codebookImported", { issues, stances, actors, updated }), ...warnings]);
        return warnings.length === 0 ? undefined : 1;
      }),
    );
  codebook
    .command("export <file>")
    .description("export the codebook as .csv or .json")
    .action((file: string, _options: unknown, command: Command) =>
      run(command, async (workbench, json) => {
        const format = CodebookFormat.safeParse(formatFromName(file, undefined));
        if (!format.success)
          throw new WorkbenchError(
            "invalid",
            message("cli.codebookFormat", { formats: CodebookFormat.options.map((option) => `.${option}`) }),
          );
        const made = await workbench.exportCodebook({ format: format.data });
        await writeOutput(file, made.bytes);
        return printResult(json, { path: path.resolve(file), bytes: made.bytes.length }, [
          message("cli.writtenTo", { file }),
        ]);
      }),
    );
  codebook
    .command("suggest <paper>")
    .description("suggest issues from the headings of a paper")
    .option("--accept", "add them to the codebook")
    .action((wanted: string, { accept }: { accept?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const suggested = await workbench.suggestIssues({ paper: findPaper(library, wanted).id });
        if (accept && suggested.length > 0)
          await workbench.commit({
            label: message("change.headings"),
            edits: withFreeKeys(library.issues, library.stances, issueLineEdits(library.issues, suggested)),
          });
        const lines = suggested.map((suggestion) =>
          accept ? message("cli.issueAdded", { path: printPath(suggestion.names) }) : printPath(suggestion.names),
        );
        return printResult(
          json,
          suggested.map((suggestion) => ({ issue: printPath(suggestion.names), heading: suggestion.heading })),
          lines,
        );
      }),
    );
  codebookEditCommands(codebook, run);
}

/** Claims with the issue itself, and with it or any under it where that is more. */
function countOf({ claims, claimsWithChildren }: { claims: number; claimsWithChildren: number }): string {
  if (claimsWithChildren === 0) return "";
  return claims === claimsWithChildren ? `  ${claims}` : `  ${claims} (${claimsWithChildren})`;
}
