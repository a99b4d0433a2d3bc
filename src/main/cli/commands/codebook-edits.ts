import { type Command, Option } from "commander";
import type { Edit } from "../../../shared/change/edit.ts";
import { allCoded } from "../../../shared/claims/claims.ts";
import { treeNodes } from "../../../shared/codebook/codebook-tree.ts";
import { type Effect, effectOf } from "../../../shared/codebook/effect.ts";
import {
  addEntry,
  type CodebookEntry,
  type EntryKind,
  entryKinds,
  findEntry,
  mergeEntry,
  moveEntry,
  removeEntry,
  renameEntry,
} from "../../../shared/codebook/entries.ts";
import { findOrCreateIssue } from "../../../shared/codebook/find-or-create.ts";
import { issueLineEdits } from "../../../shared/codebook/issue-lines.ts";
import { splitIssue } from "../../../shared/codebook/issues.ts";
import { findStance, meansNoStance } from "../../../shared/codebook/stance-scale.ts";
import { starterBranches, starterLines } from "../../../shared/codebook/starter.ts";
import { matches } from "../../../shared/filter/query.ts";
import { parseFilter } from "../../../shared/filter/text.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message, printLabel } from "../../../shared/messages/message.ts";
import { ActorKind } from "../../../shared/model/codebook.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { parsePath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { say, spokenNow } from "../language.ts";
import { type CommandRun, printResult } from "../run.ts";
import { define, type Parts } from "./codebook-define.ts";

/** What is to be done, and its name in the history. */
type Wish = Readonly<{ label: Message; edits: readonly Edit[] }>;
type Options = Parts &
  Readonly<{ kind: EntryKind; dryRun?: boolean; under?: string | true; at?: string; query?: string; replace?: string }>;
const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** codebook add, rename, move, merge, split, define, remove, starter: each one change, previewed with --dry-run. */
export function codebookEditCommands(codebook: Command, run: CommandRun): void {
  const wishing = <Args extends unknown[]>(
    usage: string,
    description: string,
    make: (library: Library, options: Options, ...args: Args) => Wish,
  ): Command =>
    codebook
      .command(usage)
      .description(description)
      .addOption(new Option("--kind <kind>", "what the names refer to").choices(entryKinds).default("issue"))
      .option("--dry-run", "only show what would change")
      .action((...given: unknown[]) => {
        const command = given.at(-1) as Command;
        const args = given.slice(0, -2) as Args;
        const options = command.opts<Options>();
        return run(command, async (workbench, json) => {
          const { library } = await workbench.state({});
          const { label, edits } = make(library, options, ...args);
          const effect = effectOf(library, edits);
          const done = options.dryRun !== true && edits.length > 0;
          if (done) await workbench.commit({ label, edits: [...edits] });
          const lines =
            edits.length === 0
              ? [message("cli.alreadySo")]
              : [message(done ? "cli.done" : "cli.dryRun", { label }), ...sentences(effect)];
          const gone = effect.gone.map((name) => printLabel(name));
          const value = { label: say(label), message: label, done, records: edits.length, ...effect, gone };
          return printResult(json, value, lines);
        });
      });

  wishing<[string]>(
    "add <name>",
    "add an issue (a path such as Water/Price), a stance or an actor",
    (library, { kind }, name) => ({
      label: message("change.addNamed", { name }),
      edits: kind === "issue" ? addPath(library, name) : addEntry(library, kind, name, null).edits,
    }),
  );
  wishing<[string, string]>(
    "rename <entry> <name>",
    "rename an issue, stance or actor",
    (library, { kind }, words, name) => ({
      label: message("change.renameNamed", { name: words, into: name }),
      edits: renameEntry(library, findEntry(library, kind, words), name),
    }),
  );
  wishing<[string]>("move <entry>", "move within the tree or the order", (library, { kind, under, at }, words) => {
    const entry = findEntry(library, kind, words);
    const node = treeNodes(library, kind).find((node) => node.id === entry.id);
    const parent =
      under === undefined ? (node?.parent ?? null) : under === "" ? null : findEntry(library, kind, String(under)).id;
    const index = at === undefined ? Number.MAX_SAFE_INTEGER : Math.max(0, Number(at) - 1);
    return { label: message("change.moveNamed", { name: words }), edits: moveEntry(library, entry, parent, index) };
  })
    .option("--under <entry>", 'the new parent; "" for none')
    .option("--at <n>", "position among its siblings, from 1 (default: last)");
  wishing<[string, string]>(
    "merge <entry> <into>",
    "merge into another, with all its claims",
    (library, { kind }, words, into) => ({
      label: message("change.merge", { name: words, into }),
      edits: mergeEntry(library, findEntry(library, kind, words), findEntry(library, kind, into).id),
    }),
  );
  wishing<[string, string]>(
    "split <issue> <name>",
    "move the claims that match a filter to a new issue",
    (library, options, words, name) => {
      const issue = findEntry(library, "issue", words);
      if (issue.kind !== "issue") throw new WorkbenchError("invalid", message("issue.onlyIssuesSplit"));
      const where = parseFilter(String(options.query));
      const claims = allCoded(library).filter(matches(library, { where, versions: "all" }));
      const positions = new Set(claims.flatMap((claim) => claim.positions.map((position) => position.id)));
      return {
        label: message("change.split", { name: words, made: name }),
        edits: splitIssue(library, issue.id, { name, under: options.under === true, positions }),
      };
    },
  )
    .requiredOption("--query <filter>", "which claims to move")
    .option("--under", "make the new issue a sub-issue of the old one");
  wishing<[string]>(
    "define <entry>",
    'set definition, colour, key and other properties; "" clears one',
    (library, { kind, ...parts }, words) => ({
      label: message("change.define", { name: words }),
      edits: define(library, findEntry(library, kind, words), parts),
    }),
  )
    .option("--definition <text>", "what it means")
    .option("--include <text>", "when to code it")
    .option("--exclude <text>", "when to use another issue")
    .option("--example <words>", "an example; can be repeated", collect)
    .option("--colour <#rrggbb>", "colour, such as #3f6f4e")
    .option("--key <key>", "shortcut key; 1 to 9 for an issue")
    .option("--archived", "archive: no longer suggested for new claims")
    .option("--no-archived", "unarchive")
    .option("--glyph <symbol>", "symbol of a stance")
    .option("--polarity <n>", "polarity of a stance: 1, 0, -1 or none")
    .option("--alias <name>", "other name of an actor; can be repeated", collect)
    .option("--is <kind>", `kind of actor: ${ActorKind.options.join(", ")}`);
  wishing<[string]>(
    "remove <entry>",
    "delete, with the positions coded with it",
    (library, { kind, replace }, words) => ({
      label: message("change.removeEntry", { name: words }),
      edits: removeOrReplace(library, findEntry(library, kind, words), replace),
    }),
  ).option("--replace <stance>", "what claims with a removed stance get: another stance, or none");
  wishing<[string[]]>(
    "starter [branch...]",
    `add a general list of policy issues: ${starterBranches("en").join(", ")}`,
    (library, _options, wanted) => {
      const { locale } = spokenNow();
      const lines = starterLines(locale, wanted.length === 0 ? undefined : wanted);
      if (lines.length === 0)
        throw new WorkbenchError("missing", message("cli.branches", { branches: starterBranches(locale) }));
      return { label: message("change.starter"), edits: issueLineEdits(library.issues, lines, true) };
    },
  );
}

function removeOrReplace(library: Library, entry: CodebookEntry, by: string | undefined): readonly Edit[] {
  if (by === undefined) return removeEntry(library, entry);
  if (entry.kind !== "stance") throw new WorkbenchError("invalid", message("stance.onlyReplaced"));
  const isNone = meansNoStance(by) && findStance(library.stances, by) === null;
  return mergeEntry(library, entry, isNone ? null : findEntry(library, "stance", by).id);
}

function addPath(library: Library, name: string): readonly Edit[] {
  const names = parsePath(name);
  if (names.length === 0) throw new WorkbenchError("invalid", message("issue.nameNeeded"));
  return findOrCreateIssue(library.issues, names).edits;
}

function sentences(effect: Effect): Message[] {
  const { claims, papers, doubles, uncoded, gone, moved, filters } = effect;
  return [
    ...(claims === 0 ? [] : [message("cli.effectRecoded", { claims, papers })]),
    ...(doubles === 0 ? [] : [message("cli.effectJoined", { count: doubles })]),
    ...(uncoded === 0 ? [] : [message("cli.effectUncoded", { count: uncoded })]),
    ...(gone.length === 0 ? [] : [message("cli.effectGone", { names: gone })]),
    ...(moved.length === 0 ? [] : [message("cli.effectMoved", { names: moved })]),
    ...(filters ? [message("cli.effectFilters")] : []),
  ];
}
