import path from "node:path";
import type { Command } from "commander";
import { claimJson, placeJson } from "../../../shared/claims/claim-json.ts";
import type { CodingRow } from "../../../shared/claims/coding-row.ts";
import { type ClaimRow, claimRows, dataQuote, parseRegion } from "../../../shared/claims/rows.ts";
import { contract } from "../../../shared/contract/workbench.ts";
import { codedMeant } from "../../../shared/filter/query.ts";
import { parseFilter } from "../../../shared/filter/text.ts";
import { message } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Query } from "../../../shared/model/query.ts";
import { shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { pageName } from "../../../shared/report/outline.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { say } from "../language.ts";
import { type CommandRun, complain, printResult } from "../run.ts";
import { refuseUsage, wholeNumber } from "../usage.ts";
import { readSource } from "./papers.ts";

type AnnotateOptions = {
  quote?: string;
  area?: string;
  nth?: number;
  issue: string[];
  stance: string[];
  actor?: string;
  strength?: number;
  certainty?: number;
  note?: string;
  from?: string;
};

const collect = (value: string, before: string[]): string[] => [...before, value];

/** annotate, claims, search. */
export function claimCommands(program: Command, run: CommandRun): void {
  program
    .command("annotate [paper]")
    .description("code a passage by its quote, or many passages from a file")
    .option("--quote <words>", "words of the passage, as the paper has them")
    .option("--area <page,x,y,w,h>", "a rectangle on a page: its number from 1, points from the upper left corner")
    .option("--nth <n>", "which occurrence of the quote, from 1", wholeNumber(1, 1_000_000))
    .option("--issue <path>", "an issue such as Water/Allocation; repeat in pairs with --stance", collect, [])
    .option("--stance <stance>", "name, symbol or key of a stance; without it the claim has no stance", collect, [])
    .option("--actor <name>", "who makes the claim")
    .option("--strength <n>", "1 to 3", wholeNumber(1, 3))
    .option("--certainty <n>", "1 to 5", wholeNumber(1, 5))
    .option("--note <text>", "note on the claim")
    .option(
      "--from <file>",
      "CSV or JSON with the columns paper, quote, area, nth, issue, stance, actor, strength, certainty, note, coder",
    )
    .action((paper: string | undefined, options: AnnotateOptions, command: Command) => {
      if (options.from === undefined && (paper === undefined || (options.quote ?? options.area) === undefined))
        refuseUsage(command, message("usage.annotate"));
      if (options.area !== undefined && parseRegion(options.area) === null)
        refuseUsage(command, message("usage.area", { value: options.area }));
      if (options.stance.length > options.issue.length) refuseUsage(command, message("usage.stanceNeedsIssue"));
      return run(command, (workbench, json) =>
        options.from === undefined
          ? annotateOne(workbench, paper ?? "", options, json)
          : annotateFrom(workbench, options.from, paper ?? "", json),
      );
    });
  program
    .command("claims [paper]")
    .description("list claims")
    .option("--issue <path>", "only on this issue")
    .option("--stance <stance>", "only with this stance")
    .option("--actor <name>", "only by this actor")
    .option("--query <filter>", "words or conditions, such as issue:Water NOT (stance:+ OR certainty:..2)")
    .action((paper: string | undefined, { query: text, ...rest }: Query & { query?: string }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const papers = paper === undefined ? {} : { papers: [findPaper(library, paper).id] };
        const { issue, stance, actor } = rest;
        const query: Query = {
          ...papers,
          ...(issue === undefined ? {} : { issue }),
          ...(stance === undefined ? {} : { stance }),
          ...(actor === undefined ? {} : { actor }),
          ...(text === undefined ? {} : { where: parseFilter(text) }),
        };
        const rows = await rowsFor(workbench, query);
        return printResult(json, rows.map(claimJson), rows.map(line));
      }),
    );
  program
    .command("search <query>")
    .description('search for words and "phrases" in papers, claims and notes')
    .option("--paper <paper>", "only in this paper; can be repeated", collect, [])
    .option("--limit <n>", "maximum number of matches", wholeNumber(1, 10_000), 200)
    .action((query: string, options: { paper: string[]; limit: number }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const papers = options.paper.map((name) => findPaper(library, name).id);
        const among = papers.length === 0 ? {} : { papers };
        const args = contract.search.parse({ query, limit: options.limit, ...among });
        const { hits, papers: counts } = await workbench.search(args);
        const found = hits.map(({ annotation, ...hit }) => (annotation === null ? hit : { ...hit, annotation }));
        const lines = Map.groupBy(hits, (hit) => hit.paper);
        const shown = counts.flatMap(({ paper, places, annotations }) => [
          message("cli.hits", { title: library.papers[paper]?.title ?? "", id: shortId(paper), places, annotations }),
          ...(lines.get(paper) ?? []).map((hit) => `  ${pageName(hit.page, { say })}  ${hit.snippet}`),
        ]);
        return printResult(json, found, shown);
      }),
    );
}

async function annotateOne(
  workbench: OpenWorkbench,
  paper: string,
  options: AnnotateOptions,
  json: boolean,
): Promise<undefined> {
  const region = options.area === undefined ? null : parseRegion(options.area);
  const { quote = "", nth, actor, certainty, note, strength } = options;
  const row: CodingRow = {
    paper,
    quote,
    ...(region === null ? {} : { region }),
    positions: options.issue.map((issue, index) => ({
      issue,
      ...(options.stance[index] === undefined ? {} : { stance: options.stance[index] }),
      ...(strength === undefined ? {} : { strength }),
    })),
    ...(nth === undefined ? {} : { nth }),
    ...(actor === undefined ? {} : { actor }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(note === undefined ? {} : { note }),
  };
  const { added, existing, failed, notices } = await workbench.annotate(contract.annotate.parse({ rows: [row] }));
  const id = added[0]?.annotation.id ?? existing[0]?.annotation;
  if (id === undefined) throw new WorkbenchError("invalid", failed[0]?.reason ?? message("cli.nothingCoded"));
  for (const notice of notices) complain(notice);
  if (added.length === 0) complain(message("cli.claimExists"));
  const { library } = await workbench.state({});
  const rows = await rowsFor(workbench, { papers: [findPaper(library, paper).id] });
  const claim = rows.find((row) => row.id === id);
  if (claim === undefined) throw new WorkbenchError("missing", message("cli.claimGone"));
  const { page, ...place } = placeJson(claim);
  return printResult(json, { id, paper: claim.paper, quote: dataQuote(claim), page, ...place }, [
    message(added.length === 0 ? "cli.codedAlready" : "cli.coded", { id: shortId(id), page: pageName(page, { say }) }),
  ]);
}

async function annotateFrom(
  workbench: OpenWorkbench,
  file: string,
  paper: string,
  json: boolean,
): Promise<number | undefined> {
  const { added, existing, failed, notices } = await workbench.importClaims({
    name: path.basename(file),
    bytes: await readSource(file),
    ...(paper === "" ? {} : { paper }),
  });
  for (const notice of notices) complain(notice);
  printResult(json, { added, existing, failed }, [
    message("cli.codedOf", { count: added, total: added + existing + failed.length }),
    ...(existing === 0 ? [] : [message("cli.alreadyCoded", { count: existing })]),
    ...failed.map((failure) => message("cli.failedRow", failure)),
  ]);
  // The rows that are right were added; a script learns from the exit code that others were not.
  return failed.length === 0 ? undefined : 1;
}

async function rowsFor(workbench: OpenWorkbench, query: Query): Promise<ClaimRow[]> {
  const { library } = await workbench.state({});
  const coded = codedMeant(library, query);
  const contents = new Map<string, PaperContent>();
  for (const { annotation } of coded)
    if (!contents.has(annotation.paper))
      contents.set(annotation.paper, await workbench.content({ paper: annotation.paper }));
  return claimRows(library, coded, contents);
}

function line(row: ClaimRow): string {
  const positions = row.positions.map((position) => `${position.glyph} ${position.issue}`).join("; ");
  return `${shortId(row.id)}  ${pageName(row.page, { say })}  ${row.actor ?? "–"}  ${positions}  “${row.quote}”`;
}
