import { paperCoverage } from "../analysis/coverage.ts";
import { issueTree } from "../analysis/entries.ts";
import type { FactCell } from "../analysis/facts.ts";
import { stanceScale } from "../codebook/stance-scale.ts";
import { message } from "../messages/message.ts";
import type { Stance } from "../model/codebook.ts";
import { parsePath, showPath } from "../model/issue-path.ts";
import type { ReportContext } from "./context.ts";
import { nameOfClaim, printPositions, readByOcr } from "./outline.ts";
import { plain, type ReportBlock, type ReportRun, stemsOf, type TableBlock } from "./tree.ts";
import type { ReportWords } from "./words.ts";

/** Counts of papers, claims, positions and actors, and the papers themselves. */
export function summaryBlocks({ library, rows, positions, outline, citations, words }: ReportContext): ReportBlock[] {
  const { say } = words;
  const claims = rows.filter((row) => row.positions.length > 0).length;
  const actors = new Set(positions.map((row) => row.actor).filter((actor) => actor !== null)).size;
  const issues = new Set(positions.map((row) => row.issue)).size;
  const stances = outline.stances.flatMap(({ name, glyph }, index) => {
    const count = outline.totals[index] ?? 0;
    return count === 0 ? [] : [`${glyph} ${name} ${count}`];
  });
  const counts = [
    say(message("report.countedClaims", { count: claims })),
    say(message("report.countedPositions", { count: positions.length, issues })),
    say(message("report.countedActors", { count: actors })),
    say(message("report.countedPapers", { count: outline.papers.length })),
  ].join(" · ");
  const coverage = new Map(paperCoverage(library, positions).map((paperCoverage) => [paperCoverage.id, paperCoverage]));
  const lines = [...Map.groupBy(rows, (row) => row.paper)].flatMap(([id, paperRows]): FactCell[][] => {
    const paper = library.papers[id];
    const share = coverage.get(id)?.share ?? 0;
    return paper === undefined
      ? []
      : [[paper.title, paper.authors.join("; "), paper.date, paperRows.length, `${Math.round(share * 100)} %`]];
  });
  const heads = headsIn(words, ["paper", "authors", "date", "annotations", "coverage"]);
  return [
    { kind: "paragraph", runs: [{ kind: "text", text: counts, bold: true }] },
    ...(stances.length === 0 ? [] : [{ kind: "paragraph" as const, runs: [plain(stances.join(" · "))] }]),
    ...(citations.entries.length === 0
      ? []
      : [{ kind: "table" as const, caption: say(message("report.papers")), heads, lines, foot: null }]),
  ];
}

/** Every claim and note in one table. */
export function appendixBlocks({ rows, citations, words }: ReportContext): ReportBlock[] {
  const { say, isolate, quoted } = words;
  const lines = rows.flatMap((row): FactCell[][] => {
    const positions =
      row.positions.length > 0
        ? row.positions
        : [{ issue: "", stance: say(message("report.note")), glyph: "", strength: null }];
    return positions.map((position) => [
      nameOfClaim(row.id),
      quoted(row.quote),
      [isolate(showPath(parsePath(position.issue))), printPositions(position, words)]
        .filter((part) => part !== "")
        .join(": "),
      row.actor,
      [citations.short(row.paper, row.page), ...readByOcr(row, words)].join(" · "),
      `${row.coder}${row.certainty === null ? "" : ` (${row.certainty})`}`,
    ]);
  });
  const heads = headsIn(words, ["id", "quote", "position", "actor", "page", "coder"]);
  return lines.length === 0
    ? []
    : [{ kind: "table", caption: say(message("report.allClaims")), heads, lines, foot: null }];
}

/** Issues with their definitions, the stance scale, the actors. */
export function codebookBlocks({ library, words }: ReportContext): ReportBlock[] {
  const issues = issueTree(library).map(({ id, names }): FactCell[] => {
    const issue = library.issues[id];
    return [showPath(names), issue?.definition ?? "", issue?.include ?? "", issue?.exclude ?? ""];
  });
  const { say } = words;
  const sides = { "1": "for", "0": "between", "-1": "against", null: "none" } as const;
  const polarity = (stance: Stance): string => {
    const side = sides[`${stance.polarity}`];
    return say(message(`report.polarity.${side}`));
  };
  const stances = stanceScale(library.stances).map((stance): FactCell[] => [
    `${stance.glyph} ${stance.name}`,
    polarity(stance),
    stance.definition,
  ]);
  const actors = Object.values(library.actors)
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((actor): FactCell[] => [
      actor.name,
      actor.kind === null ? null : say(message(`actor.${actor.kind}`)),
      actor.aliases.join("; "),
      library.actors[actor.parent ?? ""]?.name ?? null,
    ]);
  return [
    {
      ...table(say(message("report.issues")), headsIn(words, ["issue", "definition", "include", "exclude"]), issues),
      tree: true,
    },
    table(say(message("report.stances")), headsIn(words, ["stance", "polarity", "definition"]), stances),
    table(say(message("report.actors")), headsIn(words, ["actor", "kind", "aliases", "parent"]), actors),
  ].flatMap((table): ReportBlock[] =>
    table.lines.length === 0 ? [] : table.heads.length === 1 ? namesOf(table) : [table],
  );
}

/** Who coded how much and when, what was filtered, and how things are counted. */
export function methodBlocks({ rows, filter, made, moved, words }: ReportContext): ReportBlock[] {
  const { say } = words;
  const coders = [...Map.groupBy(rows, (row) => row.coder)].map(([coder, coderRows]): ReportRun[] => {
    const days = coderRows.map((row) => row.created.slice(0, 10)).sort();
    const [first = "", last = ""] = [days[0], days.at(-1)];
    const by = { count: coderRows.length, coder: coder === "" ? message("report.anUnnamedCoder") : coder };
    const sentence =
      first === last
        ? message("report.codedOn", { ...by, day: first })
        : message("report.codedFrom", { ...by, first, last });
    return [plain(say(sentence))];
  });
  const rules = [
    filter === "" ? message("report.wholeLibrary") : message("report.filtered", { filter }),
    message("report.rulePositions"),
    message("report.ruleMean"),
    message("report.ruleScales"),
    ...(moved.size === 0 ? [] : [message("report.movedQuotes", { count: moved.size })]),
    message("report.made", { day: made.slice(0, 10) }),
  ];
  return [{ kind: "list", items: [...coders, ...rules.map((rule) => [plain(say(rule))])] }];
}

/** The papers cited, in the style of the report. */
export function bibliographyBlocks({ citations }: ReportContext): ReportBlock[] {
  return citations.entries.length === 0 ? [] : [{ kind: "references", entries: citations.entries }];
}

function table(caption: string, heads: readonly string[], lines: readonly FactCell[][]): TableBlock {
  const used = heads.map((_, index) => index === 0 || lines.some((line) => (line[index] ?? "") !== ""));
  const keep = <Value>(list: readonly Value[]): Value[] => list.filter((__, index) => used[index]);
  return { kind: "table", caption, heads: keep(heads), lines: lines.map(keep), foot: null };
}

/** A table of nothing but names as running text; in a tree, each root with what is under it. */
function namesOf({ caption, ...block }: TableBlock): ReportBlock[] {
  const stems = stemsOf({ ...block, caption });
  const starts = stems.flatMap(({ depth }, index) => (depth === 0 ? [index] : []));
  const heading: ReportBlock = { kind: "paragraph", runs: [{ kind: "text", text: caption, bold: true }] };
  if (starts.length === stems.length)
    return [heading, { kind: "paragraph", runs: [plain(stems.map(({ name }) => name).join(" · "))] }];
  const items = starts.map((start, index): ReportRun[] => {
    const under = stems.slice(start + 1, starts[index + 1]).map(({ name }) => name);
    const root: ReportRun = { kind: "text", text: stems[start]?.name ?? "", bold: true };
    return under.length === 0 ? [root] : [root, plain(`: ${under.join(" · ")}`)];
  });
  return [heading, { kind: "list", items }];
}

type Head =
  | ("paper" | "authors" | "date" | "annotations" | "coverage" | "id" | "quote" | "position" | "actor" | "page")
  | ("coder" | "issue" | "definition" | "include" | "exclude" | "stance" | "polarity" | "kind" | "aliases" | "parent");

function headsIn({ say }: ReportWords, heads: readonly Head[]): string[] {
  return heads.map((head) => say(message(`report.head.${head}`)));
}
