import { type Command, Option } from "commander";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { LabelRange, LabelStyle } from "../../../shared/model/label-range.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { labelBy, labelEdits, labelled, withRange } from "../../../shared/papers/page-labels.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { type CommandRun, printResult } from "../run.ts";
import { wholeNumber } from "../usage.ts";

type Options = {
  from?: number;
  to?: number;
  style: LabelStyle;
  prefix: string;
  start: number;
  reset?: boolean;
  dryRun?: boolean;
};

const whole = wholeNumber(1);

/** labels. */
export function labelCommand(program: Command, run: CommandRun): void {
  program
    .command("labels <paper>")
    .description("show the page labels; with --from or --to, set those of a range of pages")
    .option("--from <page>", "first page of the range, counted from 1", whole)
    .option("--to <page>", "last page of the range (default: the last page)", whole)
    .addOption(new Option("--style <style>", "kind of numbers").choices(LabelStyle.options).default("arabic"))
    .option("--prefix <text>", "text before each number", "")
    .option("--start <n>", "number of the first page of the range", whole, 1)
    .option("--reset", "restore the labels of the file")
    .option("--dry-run", "only show what would change")
    .action((wanted: string, options: Options, command: Command) =>
      run(command, (workbench, json) => labels(workbench, wanted, options, json)),
    );
}

async function labels(workbench: OpenWorkbench, wanted: string, options: Options, json: boolean): Promise<undefined> {
  const paper = findPaper((await workbench.state({})).library, wanted);
  const content = await workbench.content({ paper: paper.id });
  const kept = options.reset === true ? [] : paper.labels;
  const range = rangeOf(options, content.pages.length);
  const ranges = range === null ? kept : withRange(kept, range);
  const edits = labelEdits(paper, ranges);
  if (edits.length > 0 && options.dryRun !== true)
    await workbench.commit({ label: message("change.pageLabels"), edits });
  const pages = labelled(content, ranges).pages.map(({ label, given = label }, index) => {
    return { page: index + 1, label, given };
  });
  return printResult(
    json,
    pages,
    pages.map((page) => (page.label === page.given ? `${page.page}  ${page.label}` : message("cli.labelInFile", page))),
  );
}

/**
 * Null where no stretch is named. Throws `invalid` for one that the paper does not have, or that would leave its pages
 * without a name.
 */
function rangeOf({ from, to, style, prefix, start }: Options, pages: number): LabelRange | null {
  if (from === undefined && to === undefined) return null;
  const range = LabelRange.safeParse({ from: from ?? 1, to: to ?? pages, style, prefix, start });
  if (!range.success || range.data.from > range.data.to || range.data.to > pages)
    throw new WorkbenchError("invalid", message("cli.pageRange", { pages }));
  if (labelBy([range.data], range.data.from) === null) throw new WorkbenchError("invalid", message("cli.labelNeeded"));
  return range.data;
}
