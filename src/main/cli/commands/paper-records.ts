import { type Command, Option } from "commander";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import {
  addLabel,
  type PaperField,
  type PaperPart,
  paperEdits,
  paperFields,
  readField,
  removeLabel,
} from "../../../shared/papers/edits.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import {
  filterPapers,
  type PaperSorting,
  paperFacts,
  paperSortings,
  sortPapers,
} from "../../../shared/papers/table.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { say } from "../language.ts";
import { type CommandRun, printResult } from "../run.ts";
import { refuseUsage } from "../usage.ts";

type ListOptions = { sort: PaperSorting; down?: boolean; tag?: string; collection?: string; query?: string };
type LabelOptions = { tag: string[]; untag: string[]; collect: string[]; uncollect: string[] };
type SetOptions = Partial<Record<PaperField, string>>;

const collect = (value: string, before: string[]): string[] => [...before, value];

const help: Readonly<Record<PaperField, string>> = {
  title: "title",
  authors: "names, separated by semicolons",
  date: "date of publication: 2021, 2021-03 or 2021-03-09; empty if unknown",
  publisher: "publisher or source",
  link: "web address",
  language: "language, such as en or zh-Hans",
  identifiers: "identifiers such as doi:10.1000/182, separated by semicolons",
  tags: "all tags, separated by semicolons",
  collections: "all collections, separated by semicolons",
  note: "note",
};

const problems = {
  empty: "cli.fieldEmpty",
  date: "cli.fieldDate",
  language: "cli.fieldLanguage",
  link: "cli.fieldLink",
  long: "cli.fieldLong",
} as const;

/** papers; paper set, paper label. */
export function paperRecordCommands(program: Command, run: CommandRun): void {
  program
    .command("papers")
    .description("list papers")
    .addOption(new Option("--sort <by>", "sort by").choices(paperSortings).default("added"))
    .option("--down", "in descending order")
    .option("--tag <tag>", "only papers with this tag")
    .option("--collection <name>", "only papers in this collection")
    .option("--query <words>", "search title, authors, tags, note and other details")
    .action((options: ListOptions, command: Command) =>
      run(command, (workbench, json) => listPapers(workbench, options, json)),
    );
  const paper = program.command("paper").description("edit the details of papers");
  const set = paper.command("set <paper>").description("set title, authors, date and other details");
  for (const field of paperFields) set.option(`--${field} <text>`, help[field]);
  set.action((wanted: string, options: SetOptions, command: Command) => {
    if (paperFields.every((field) => options[field] === undefined)) refuseUsage(command, message("usage.paperSet"));
    return run(command, async (workbench, json) => {
      const { library } = await workbench.state({});
      const { id } = findPaper(library, wanted);
      const part = partOf(options);
      return update(workbench, library, [id], () => part, json);
    });
  });
  paper
    .command("label <papers...>")
    .description("add or remove tags and collections")
    .option("--tag <tag>", "can be repeated", collect, [])
    .option("--untag <tag>", "can be repeated", collect, [])
    .option("--collect <collection>", "can be repeated", collect, [])
    .option("--uncollect <collection>", "can be repeated", collect, [])
    .action((wanted: string[], options: LabelOptions, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const ids = wanted.map((name) => findPaper(library, name).id);
        return update(workbench, library, ids, (record) => labelled(library, record, options), json);
      }),
    );
}

async function listPapers(workbench: OpenWorkbench, options: ListOptions, json: boolean): Promise<undefined> {
  const { library } = await workbench.state({});
  const { sort, down, tag, collection, query } = options;
  const filter = {
    ...(tag === undefined ? {} : { tag }),
    ...(collection === undefined ? {} : { collection }),
    ...(query === undefined ? {} : { words: query }),
  };
  const papers = sortPapers(library, filterPapers(Object.values(library.papers), filter), sort, down === true);
  const lines = papers.map((paper) => {
    const { claims, notes, coverage } = paperFacts(library, paper);
    const labels = [...paper.collections, ...paper.tags.map((tag) => `#${tag}`)].join(" ");
    const line = message("cli.paper", {
      id: shortId(paper.id),
      title: paper.title,
      pages: paper.pages,
      annotations: claims + notes,
      coverage: Math.round(coverage * 100),
    });
    return labels === "" ? line : `${say(line)}  ${labels}`;
  });
  return printResult(json, papers, lines);
}

function partOf(options: SetOptions): PaperPart {
  const parts = paperFields.map((field): PaperPart => {
    const text = options[field];
    const read = text === undefined ? { part: {} } : readField(field, text);
    if ("problem" in read)
      throw new WorkbenchError("invalid", message("cli.field", { field, problem: message(problems[read.problem]) }));
    return read.part;
  });
  return Object.assign({}, ...parts);
}

function labelled(library: Library, record: Library["papers"][string], options: LabelOptions): PaperPart {
  let paper = record;
  for (const [kind, added, removed] of [
    ["tags", options.tag, options.untag],
    ["collections", options.collect, options.uncollect],
  ] as const) {
    for (const label of added) paper = { ...paper, ...addLabel(library, paper, kind, label) };
    for (const label of removed) paper = { ...paper, ...removeLabel(paper, kind, label) };
  }
  return { tags: paper.tags, collections: paper.collections };
}

async function update(
  workbench: OpenWorkbench,
  library: Library,
  ids: readonly string[],
  part: (paper: Library["papers"][string]) => PaperPart,
  json: boolean,
): Promise<undefined> {
  const edits = paperEdits(library, ids, part);
  const [first] = ids;
  const title = library.papers[first ?? ""]?.title ?? "";
  const label =
    edits.length === 1 ? message("change.record", { title }) : message("change.records", { count: edits.length });
  if (edits.length > 0) await workbench.commit({ label, edits });
  const { library: after } = await workbench.state({});
  const papers = ids.flatMap((id) => after.papers[id] ?? []);
  return printResult(
    json,
    papers,
    papers.map(({ title }) => message(edits.length === 0 ? "cli.detailsSame" : "cli.detailsChanged", { title })),
  );
}
