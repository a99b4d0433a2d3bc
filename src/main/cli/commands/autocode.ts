import { type Command, Option } from "commander";
import type { CodingRow } from "../../../shared/claims/coding-row.ts";
import { contract, type FoundPassage } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { pageName } from "../../../shared/report/outline.ts";
import { reportWordsIn } from "../../../shared/report/words.ts";
import { passageSpans } from "../../../shared/search/passage-span.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { spokenNow } from "../language.ts";
import { type CommandRun, complain, printResult } from "../run.ts";

type Options = {
  issue: string;
  stance?: string;
  actor?: string;
  span: (typeof passageSpans)[number];
  paper: string[];
  dryRun?: boolean;
};

/** The longest quote that is listed, in characters. */
const shown = 100;
/** As many passages as one change may code. */
const most = 10_000;

/** autocode: code every passage that has some words, as one change. */
export function autocodeCommand(program: Command, run: CommandRun): void {
  program
    .command("autocode <query>")
    .description("code all passages with these words on an issue, as one change")
    .requiredOption("--issue <path>", "the issue, such as Water/Allocation")
    .option("--stance <stance>", "name, symbol or key of a stance; without it the claims have no stance")
    .option("--actor <name>", "who makes the claims")
    .addOption(new Option("--span <span>", "what is coded around the words").choices(passageSpans).default("sentence"))
    .option("--paper <paper>", "only in this paper; can be repeated", (name, all: string[]) => [...all, name], [])
    .option("--dry-run", "list the passages and code nothing")
    .action((query: string, options: Options, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const papers = options.paper.map((name) => findPaper(library, name).id);
        const asked = { query, span: options.span, limit: most, ...(papers.length === 0 ? {} : { papers }) };
        const { passages, more } = await workbench.findPassages(contract.findPassages.parse(asked));
        if (more > 0) complain(message("cli.passagesMore", { count: more }));
        const lines = passages.map((passage) => `${place(passage)}  ${short(passage.quote)}`);
        if (options.dryRun === true || passages.length === 0)
          return printResult(json, { passages }, [...lines, message("cli.passages", { count: passages.length })]);
        const rows = passages.map((passage) => rowOf(passage, options));
        const { added, existing, failed, notices } = await workbench.annotate(contract.annotate.parse({ rows }));
        for (const notice of notices) complain(notice);
        printResult(json, { added: added.length, existing: existing.length, failed }, [
          ...lines,
          message("cli.codedOf", { count: added.length, total: rows.length }),
          ...(existing.length === 0 ? [] : [message("cli.alreadyCoded", { count: existing.length })]),
          ...failed.map(({ reason }) => reason),
        ]);
        return failed.length === 0 ? undefined : 1;
      }),
    );
}

function rowOf({ paper, start, quote }: FoundPassage, { issue, stance, actor }: Options): CodingRow {
  const positions = [{ issue, ...(stance === undefined ? {} : { stance }) }];
  return { paper, start, quote, positions, ...(actor === undefined ? {} : { actor }) };
}

const place = ({ page }: FoundPassage): string => pageName(page, reportWordsIn(spokenNow()));

const short = (quote: string): string => {
  const words = quote.replace(/\s+/g, " ");
  return words.length > shown ? `${cutText(words, shown)}…` : words;
};
