import { type Command, Option } from "commander";
import { Ach, achEdit, achsOf } from "../../../shared/analysis/ach.ts";
import { AnalysisRequest } from "../../../shared/analysis/analyse.ts";
import { Dimension } from "../../../shared/analysis/entries.ts";
import { tallies } from "../../../shared/analysis/found.ts";
import { MatrixOptions } from "../../../shared/analysis/matrix.ts";
import { NetworkOptions } from "../../../shared/analysis/network.ts";
import { parsePassages } from "../../../shared/analysis/passage-text.ts";
import { Clock, PeriodUnit } from "../../../shared/analysis/period.ts";
import { TimelineOptions } from "../../../shared/analysis/timeline.ts";
import { AnalysisFormat } from "../../../shared/contract/workbench.ts";
import { parseFilter } from "../../../shared/filter/text.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Query } from "../../../shared/model/query.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { type CommandRun, forTerminal, printResult } from "../run.ts";
import { invalidValue, wholeNumber } from "../usage.ts";
import { done, formatFromName, unknownFormat } from "./files.ts";
import { readSource } from "./papers.ts";

type Common = Readonly<{ to?: string; format?: string; paper?: string[]; query?: string }>;
type Options = Common & Readonly<Record<string, string | number | boolean | string[] | undefined>>;

const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices);

function amount(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0)) throw invalidValue(message("usage.amount"));
  return number;
}

const days = wholeNumber(1, 40_000);

/** analyse matrix, network, timeline, contradictions, cooccurrence, coverage, ach. */
export function analyseCommands(program: Command, run: CommandRun): void {
  const analyse = program
    .command("analyse")
    .description("count and compare claims; print the result or write it to a file");
  const add = (name: string, description: string): Command =>
    analyse
      .command(name)
      .description(description)
      .option("--to <file>", "output file; an existing file is renamed to FILE~, FILE~2 …")
      .option("--format <format>", `${AnalysisFormat.options.join(", ")}; default: by file extension`)
      .option("--paper <paper...>", "only these papers")
      .option("--query <filter>", "only claims that match these words or conditions");
  const act = (command: Command, request: (options: Options, words: string) => unknown): Command =>
    command.action((...given: unknown[]) => {
      // Commander gives the arguments first, then the options, then the command.
      const options = given.at(-2) as Options;
      return run(command, async (workbench, json) =>
        written(workbench, json, AnalysisRequest.parse(request(options, String(given[0]))), options),
      );
    });
  act(
    add("matrix", "cross-tabulate claims (default: issues by stances)")
      .addOption(choice("--rows <what>", "rows", Dimension.options))
      .addOption(choice("--columns <what>", "columns", Dimension.options))
      .addOption(choice("--count <what>", "what a cell counts", MatrixOptions.shape.count.def.innerType.options))
      .addOption(choice("--unit <unit>", "length of a period", PeriodUnit.options))
      .addOption(choice("--clock <date>", "date of the paper, or of the coding", Clock.options)),
    (options) => ({ kind: "matrix", options: MatrixOptions.parse(pick(options, Object.keys(MatrixOptions.shape))) }),
  );
  act(
    add("network", "network of actors: csv lists the ties, matrix the weights, graphml is for other programs")
      .addOption(choice("--tie <kind>", "kind of tie", NetworkOptions.shape.tie.def.innerType.options))
      .addOption(choice("--nodes <what>", "kind of nodes", NetworkOptions.shape.nodes.def.innerType.options))
      .addOption(
        choice(
          "--normalisation <way>",
          "how to normalise weights",
          NetworkOptions.shape.normalisation.def.innerType.options,
        ),
      )
      .addOption(
        choice(
          "--duplicates <within>",
          "how to count duplicates",
          NetworkOptions.shape.duplicates.def.innerType.options,
        ),
      )
      .addOption(choice("--clock <date>", "date of the paper, or of the coding", Clock.options))
      .addOption(
        choice(
          "--middle <way>",
          "what a stance of polarity 0 means",
          NetworkOptions.shape.middle.def.innerType.options,
        ),
      )
      .option("--no-isolates", "leave out nodes without ties")
      .option("--threshold <weight>", "minimum weight of a tie", amount)
      .option("--window <days>", "compute time windows of this many days", days)
      .option("--step <days>", "days from one window to the next (default: the length of a window)", days),
    (options) => ({
      kind: "network",
      options: NetworkOptions.parse(pick(options, Object.keys(NetworkOptions.shape))),
      ...(options.window === undefined
        ? {}
        : { windows: { days: options.window, step: options.step ?? options.window } }),
    }),
  );
  act(
    add("timeline", "count positions over time")
      .addOption(choice("--lanes <what>", "one row for each", TimelineOptions.shape.lanes.def.innerType.options))
      .addOption(choice("--unit <unit>", "length of a period", PeriodUnit.options))
      .addOption(choice("--clock <date>", "date of the paper, or of the coding", Clock.options)),
    (options) => ({
      kind: "timeline",
      options: TimelineOptions.parse(pick(options, Object.keys(TimelineOptions.shape))),
    }),
  );
  act(add("contradictions", "list opposite positions on one issue, strongest first"), () => ({
    kind: "contradictions",
  }));
  act(add("coverage", "share of each paper covered by claims and notes"), () => ({ kind: "coverage" }));
  act(
    add("cooccurrence", "issues that occur together")
      .addOption(
        choice("--within <unit>", "how close together", ["claim", "overlap", "sentence", "paragraph", "words"]).default(
          "claim",
        ),
      )
      .option("--words <n>", "maximum number of words between them", wholeNumber(0, 1000), 10),
    ({ within, words }) => ({
      kind: "cooccurrence",
      nearness: within === "words" ? { unit: within, words } : { unit: within },
    }),
  );
  act(
    add("query", "find passages by proximity, such as issue:Water NEAR/10 issue:Roads")
      .argument("<query>", "filters joined by OVERLAPS, INSIDE, AROUND, NEAR, NEAR/sentence, NEAR/10; NOT before one")
      .addOption(choice("--by <what>", "count passages and presence by", tallies))
      .option("--most <n>", "maximum number of results", wholeNumber(1, 100_000)),
    ({ by, most }, query) => ({
      kind: "passages",
      query: parsePassages(query),
      ...(by === undefined ? {} : { by }),
      ...(most === undefined ? {} : { most }),
    }),
  );
  achCommand(add("ach", "competing hypotheses: scores, diagnosticity, decisive evidence"), run);
}

function achCommand(command: Command, run: CommandRun): void {
  command
    .option("--name <id>", "identifier, if there are several")
    .option("--from <file>", "first save the hypotheses and evidence of a JSON file in the library")
    .action((options: Options & { name?: string; from?: string }) =>
      run(command, async (workbench, json) => {
        const kept = options.from === undefined ? null : await keepAch(workbench, options.from);
        const all = achsOf((await workbench.state({})).library);
        const id = kept ?? options.name ?? (all.length === 1 ? all[0]?.id : undefined);
        if (id === undefined)
          throw new WorkbenchError(
            "invalid",
            all.length === 0 ? message("cli.noAch") : message("cli.nameAch", { names: all.map((ach) => ach.id) }),
          );
        return written(workbench, json, { kind: "ach", id }, options);
      }),
    );
}

/** Keep the competing hypotheses of a file; returns their identifier. */
async function keepAch(workbench: OpenWorkbench, file: string): Promise<string> {
  // It is JSON whatever its name says.
  const name = /\.json$/i.test(file) ? file : `${file}.json`;
  const read = Ach.safeParse(await workbench.readTable({ name, bytes: await readSource(file) }));
  if (!read.success)
    throw new WorkbenchError(
      "invalid",
      message("cli.notAch", { file, where: read.error.issues[0]?.path.join(".") ?? "" }),
    );
  const { library } = await workbench.state({});
  await workbench.commit({ label: message("change.ach"), edits: [achEdit(library, read.data.id, read.data)] });
  return read.data.id;
}

/** Write the analysis to its file; without one print it. */
async function written(
  workbench: OpenWorkbench,
  json: boolean,
  request: AnalysisRequest,
  options: Common,
): Promise<undefined> {
  const query = await queryOf(workbench, options);
  if (options.to === undefined && options.format === undefined && json)
    return printResult(true, await workbench.analyse({ request, query }), []);
  const format = AnalysisFormat.safeParse(
    options.to === undefined && options.format === undefined ? "csv" : formatFromName(options.to ?? "", options.format),
  );
  if (!format.success) throw unknownFormat(formatFromName(options.to ?? "", options.format), AnalysisFormat.options);
  const made = await workbench.exportAnalysis({ request, query, format: format.data });
  if (options.to !== undefined) return done(json, options.to, made);
  const text = new TextDecoder().decode(made.bytes);
  process.stdout.write(process.stdout.isTTY ? forTerminal(text) : text);
  return undefined;
}

/** The claims that `--paper` and `--query` mean. */
export async function queryOf(workbench: OpenWorkbench, { paper, query }: Common): Promise<Query> {
  const { library } = await workbench.state({});
  return {
    ...(paper === undefined ? {} : { papers: paper.map((name) => findPaper(library, name).id) }),
    ...(query === undefined ? {} : { where: parseFilter(query) }),
  };
}

function pick(options: Options, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}
