import type { Command } from "commander";
import type { CarriedStatus } from "../../../shared/anchor/carry.ts";
import { findQuote } from "../../../shared/anchor/match.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import {
  type CarryItem,
  carryEdits,
  countStatuses,
  leaveEdits,
  type Placed,
} from "../../../shared/claims/carry-edits.ts";
import { allCoded } from "../../../shared/claims/claims.ts";
import { passageEdits } from "../../../shared/claims/passage-edits.ts";
import { checkedEdits, placesToCheck } from "../../../shared/claims/places-to-check.ts";
import { laterVersion, undecided, undecidedCount, versionPairs, versionsOf } from "../../../shared/claims/versions.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { type Annotation, type Passage, quoteOf } from "../../../shared/model/annotation.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";
import { pageLabelAt } from "../../../shared/model/page-map.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { meansId, shortId } from "../../../shared/model/short-id.ts";
import { findPaper } from "../../../shared/papers/find-paper.ts";
import { paperFacts } from "../../../shared/papers/table.ts";
import { pageName } from "../../../shared/report/outline.ts";
import type { OpenWorkbench } from "../../services/workbench.ts";
import { type CommandRun, printResult } from "../run.ts";
import { invalidValue, wholeNumber } from "../usage.ts";

/** versions, carry, place. */
export function versionCommands(program: Command, run: CommandRun): void {
  program
    .command("versions <paper>")
    .description("list the versions of a paper, oldest first")
    .option("--claims", "list the claims and notes that differ from the earlier version")
    .action((wanted: string, { claims }: { claims?: boolean }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const paper = findPaper(library, wanted);
        return claims === true ? showDifferences(library, paper, json) : showVersions(library, paper, json);
      }),
    );
  program
    .command("carry <paper>")
    .description("list or decide what was not carried over from the earlier version with certainty")
    .option("--accept <statuses>", "carry these over: same, moved or changed, separated by commas", statuses)
    .option("--lose <ids...>", "leave these in the earlier version")
    .action((wanted: string, options: { accept?: CarriedStatus[]; lose?: string[] }, command: Command) =>
      run(command, async (workbench, json) => {
        const { library } = await workbench.state({});
        const named = findPaper(library, wanted);
        if (placesToCheck(library, named).length > 0) return checkPlaces(workbench, named, options, json);
        const paper = named.replaces === null ? (laterVersion(library, named.id) ?? named) : named;
        if (paper.replaces === null)
          throw new WorkbenchError("invalid", message("version.none", { title: paper.title }));
        if (options.accept === undefined && options.lose === undefined) return showQueue(workbench, paper, json);
        return decide(workbench, paper, { accept: options.accept ?? [], lose: options.lose ?? [] }, json);
      }),
    );
  program
    .command("place <claim>")
    .description("move a claim or note to a quote; one of an earlier version is carried over")
    .requiredOption("--quote <words>", "words of the passage, as the paper has them")
    .option("--nth <n>", "which occurrence of the quote, from 1", wholeNumber(1, 1_000_000))
    .action((id: string, options: { quote: string; nth?: number }, command: Command) =>
      run(command, (workbench, json) => place(workbench, id, options, json)),
    );
}

function statuses(value: string): CarriedStatus[] {
  return value.split(",").map((part) => {
    const status = part.trim();
    if (status === "same" || status === "moved" || status === "changed") return status;
    throw invalidValue(message("version.unreadable", { status }));
  });
}

function showVersions(library: Library, paper: Paper, json: boolean): undefined {
  const rows = versionsOf(library, paper).map((version) => {
    const { claims, notes } = paperFacts(library, version);
    const { id, title, date, added, replaces } = version;
    return { id, title, date, added, replaces, claims, notes, waiting: undecidedCount(library, version) };
  });
  return printResult(
    json,
    rows,
    rows.map(({ id, title, added, claims, notes, waiting }) =>
      message("cli.versionLine", { id: shortId(id), title, added, claims, notes, waiting }),
    ),
  );
}

/** Claims and notes that were changed or are in one of the versions only. */
function showDifferences(library: Library, paper: Paper, json: boolean): undefined {
  const side = (annotation: Annotation | undefined) =>
    annotation === undefined ? null : { id: annotation.id, quote: quoteOf(annotation.passage) };
  const rows = versionPairs(library, paper)
    .map(({ before, after, isLeft }) => ({
      before: side(before?.annotation),
      after: side(after?.annotation),
      decided: isLeft,
    }))
    .filter(({ before, after }) => before?.quote !== after?.quote);
  return printResult(
    json,
    rows,
    rows.map(({ before, after, decided }): Message => {
      if (after === null)
        return message("cli.onlyEarlier", {
          id: shortId(before?.id ?? ""),
          quote: before?.quote ?? "",
          left: decided ? "yes" : "no",
        });
      if (before === null) return message("cli.onlyLater", { id: shortId(after.id), quote: after.quote });
      return message("cli.changedWords", { id: shortId(after.id), before: before.quote, after: after.quote });
    }),
  );
}

/** The claims and notes whose places are not certain since the text was read again; those accepted are right. */
async function checkPlaces(
  workbench: OpenWorkbench,
  paper: Paper,
  { accept = [] }: Readonly<{ accept?: readonly CarriedStatus[] }>,
  json: boolean,
): Promise<undefined> {
  const { library } = await workbench.state({});
  const waiting = placesToCheck(library, paper);
  const right = waiting.filter(({ status }) => accept.includes(status)).map(({ coded }) => coded.annotation.id);
  const edits = checkedEdits(paper, right);
  if (edits.length > 0)
    await workbench.commit({
      label: message("change.checkPlaces", { count: right.length, title: paper.title }),
      edits,
    });
  const rows = waiting
    .filter(({ coded }) => !right.includes(coded.annotation.id))
    .map(({ coded: { annotation }, status, quote }) => ({
      annotation: annotation.id,
      status,
      quote,
      newQuote: quoteOf(annotation.passage),
    }));
  const lines = rows.flatMap(({ annotation, status, quote, newQuote }) => [
    message("cli.toCheck", { id: shortId(annotation), status: message(`carry.${status}`), quote }),
    message("cli.queuedAs", { quote: newQuote }),
  ]);
  return printResult(json, rows, lines.length === 0 ? [message("cli.allChecked", { title: paper.title })] : lines);
}

async function showQueue(workbench: OpenWorkbench, paper: Paper, json: boolean): Promise<undefined> {
  const { library } = await workbench.state({});
  const items = await workbench.carryQueue({ paper: paper.id });
  const quotes = new Map<string, string>(
    undecided(library, paper).map(({ annotation }) => [annotation.id, quoteOf(annotation.passage)]),
  );
  const rows = items.map(({ annotation, status, score, passage }) => ({
    annotation,
    status,
    score,
    quote: quotes.get(annotation) ?? "",
    newQuote: passage === null ? null : quoteOf(passage),
    start: passage?.ranges[0]?.start ?? null,
    end: passage?.ranges.at(-1)?.end ?? null,
  }));
  const lines = rows.flatMap(({ annotation, status, score, quote, newQuote }) => [
    message("cli.queued", {
      id: shortId(annotation),
      status: message(`carry.${status}`),
      score: Math.round(100 * score),
      quote,
    }),
    ...(newQuote === null ? [] : [message("cli.queuedAs", { quote: newQuote })]),
  ]);
  return printResult(json, rows, lines.length === 0 ? [message("cli.queueEmpty", { title: paper.title })] : lines);
}

async function decide(
  workbench: OpenWorkbench,
  paper: Paper,
  { accept, lose }: Readonly<{ accept: readonly CarriedStatus[]; lose: readonly string[] }>,
  json: boolean,
): Promise<undefined> {
  const { library } = await workbench.state({});
  const waiting = new Map(undecided(library, paper).map(({ annotation }) => [annotation.id, annotation]));
  const left = lose.map((id) => {
    const found = [...waiting.keys()].filter((key) => meansId(key, id));
    if (found.length > 1) throw new WorkbenchError("ambiguous", message("version.several", { id }));
    if (found[0] === undefined)
      throw new WorkbenchError("missing", message("version.notWaiting", { id, title: paper.title }));
    return found[0];
  });
  const items = await workbench.carryQueue({ paper: paper.id });
  const isTaken = (item: CarryItem): boolean => accept.includes(item.status) && !left.includes(item.annotation);
  const taken = items.filter(isTaken);
  const placed = taken.flatMap(({ annotation, passage }): Placed[] => {
    const from = waiting.get(annotation);
    return from === undefined || passage === null ? [] : [{ annotation: from, passage }];
  });
  const carrying = carryEdits(library, paper, placed, new Date().toISOString());
  const edits: Edit[] = [...carrying, ...leaveEdits(paper, left)];
  const label =
    carrying.length > 0
      ? message("change.carry", { count: placed.length, title: paper.title })
      : message("change.leave", { count: left.length });
  if (edits.length > 0) await workbench.commit({ label, edits });
  const rest = waiting.size - placed.length - left.length;
  const value = { carried: countStatuses(taken.map(({ status }) => status)), left: left.length, waiting: rest };
  return printResult(json, value, [
    message("cli.carried", { carried: placed.length, left: left.length, waiting: rest }),
  ]);
}

async function place(
  workbench: OpenWorkbench,
  id: string,
  { quote, nth }: Readonly<{ quote: string; nth?: number }>,
  json: boolean,
): Promise<undefined> {
  const { library } = await workbench.state({});
  const found = allCoded(library).filter(({ annotation }) => meansId(annotation.id, id));
  const [only] = found;
  if (only === undefined) throw new WorkbenchError("missing", message("version.noClaim", { id }));
  if (found.length > 1) throw new WorkbenchError("ambiguous", message("version.several", { id }));
  const { annotation } = only;
  const own = library.papers[annotation.paper];
  const later = laterVersion(library, annotation.paper);
  const isWaiting = later !== null && undecided(library, later).some((claim) => claim.annotation.id === annotation.id);
  const paper = isWaiting ? later : own;
  if (paper === undefined || paper === null) throw new WorkbenchError("missing", message("paper.missing"));
  const passage = await passageAt(workbench, paper, quote, nth);
  const time = new Date().toISOString();
  const edits = isWaiting
    ? carryEdits(library, paper, [{ annotation, passage }], time)
    : [...passageEdits(library, paper.id, annotation.id, passage, time), ...checkedEdits(paper, [annotation.id])];
  const label = isWaiting ? message("change.carry", { count: 1, title: paper.title }) : message("change.alter");
  if (edits.length > 0) await workbench.commit({ label, edits });
  const made = edits.flatMap((edit) => (edit.table === "annotations" ? (edit.to ?? []) : []))[0] ?? annotation;
  const { start, end } = { start: passage.ranges[0]?.start ?? 0, end: passage.ranges.at(-1)?.end ?? 0 };
  const page = pageLabelAt(await workbench.content({ paper: paper.id }), start);
  const words = quoteOf(passage);
  return printResult(json, { id: made.id, paper: paper.id, quote: words, page, start, end }, [
    message("cli.placed", { id: shortId(made.id), page: pageName(page), quote: words }),
  ]);
}

/** The passage of a quote; throws `missing` where it is not in the paper, `ambiguous` where it is more than once. */
async function passageAt(workbench: OpenWorkbench, paper: Paper, quote: string, nth = 0): Promise<Passage> {
  const { text } = await workbench.content({ paper: paper.id });
  const places = findQuote(text, quote);
  const values = { quote, title: paper.title };
  if (places.length === 0) throw new WorkbenchError("missing", message("quote.notFound", values));
  if (nth === 0 && places.length > 1)
    throw new WorkbenchError("ambiguous", message("quote.several", { ...values, count: places.length }));
  const range = places[Math.max(0, nth - 1)];
  if (range === undefined)
    throw new WorkbenchError("missing", message("quote.fewer", { ...values, count: places.length }));
  return workbench.describe({ paper: paper.id, ranges: [range] });
}
