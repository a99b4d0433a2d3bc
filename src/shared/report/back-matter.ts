import { paperCoverage } from "../analysis/coverage.ts";
import { issueTree } from "../analysis/entries.ts";
import type { FactCell } from "../analysis/facts.ts";
import { stanceScale } from "../codebook/stance-scale.ts";
import { parsePath, showPath } from "../model/issue-path.ts";
import type { ReportContext } from "./context.ts";
import { nameOfClaim, printPositions } from "./outline.ts";
import { apart, plain, type ReportBlock, type ReportRun, stemsOf, type TableBlock } from "./tree.ts";

/** Counts of papers, claims, positions and actors, and the papers themselves. */
export function summaryBlocks({ library, rows, positions, outline, citations }: ReportContext): ReportBlock[] {
  const claims = rows.filter((row) => row.positions.length > 0).length;
  const actors = new Set(positions.map((row) => row.actor).filter((actor) => actor !== null)).size;
  const issues = new Set(positions.map((row) => row.issue)).size;
  const stances = outline.stances.flatMap(({ name, glyph }, at) => {
    const count = outline.totals[at] ?? 0;
    return count === 0 ? [] : [`${glyph} ${name} ${count}`];
  });
  const counts = [
    counted(claims, "claim"),
    `${counted(positions.length, "position")} on ${counted(issues, "issue")}`,
    counted(actors, "actor"),
    counted(outline.papers.length, "paper"),
  ].join(" · ");
  const coverage = new Map(paperCoverage(library, positions).map((one) => [one.id, one]));
  const lines = [...Map.groupBy(rows, (row) => row.paper)].flatMap(([id, own]): FactCell[][] => {
    const paper = library.papers[id];
    const share = coverage.get(id)?.share ?? 0;
    return paper === undefined
      ? []
      : [[paper.title, paper.authors.join("; "), paper.date, own.length, `${Math.round(share * 100)} %`]];
  });
  const heads = ["Paper", "Authors", "Date", "Claims and notes", "Coverage"];
  return [
    { kind: "paragraph", runs: [{ kind: "text", text: counts, bold: true }] },
    ...(stances.length === 0 ? [] : [{ kind: "paragraph" as const, runs: [plain(stances.join(" · "))] }]),
    ...(citations.entries.length === 0
      ? []
      : [{ kind: "table" as const, caption: "Papers", heads, lines, foot: null }]),
  ];
}

/** Every claim and note in one table. */
export function appendixBlocks({ rows, citations }: ReportContext): ReportBlock[] {
  const lines = rows.flatMap((row): FactCell[][] => {
    const positions =
      row.positions.length > 0 ? row.positions : [{ issue: "", stance: "note", glyph: "", strength: null }];
    return positions.map((one) => [
      nameOfClaim(row.id),
      `“${row.quote}”`,
      [apart(showPath(parsePath(one.issue))), printPositions(one)].filter((part) => part !== "").join(": "),
      row.actor,
      citations.short(row.paper, row.page),
      `${row.coder}${row.certainty === null ? "" : ` (${row.certainty})`}`,
    ]);
  });
  const heads = ["Id", "Quote", "Issue and stance", "Actor", "Page", "Coder (certainty)"];
  return lines.length === 0 ? [] : [{ kind: "table", caption: "All claims and notes", heads, lines, foot: null }];
}

/** Issues with their definitions, the stance scale, the actors. */
export function codebookBlocks({ library }: ReportContext): ReportBlock[] {
  const issues = issueTree(library).map(({ id, names }): FactCell[] => {
    const issue = library.issues[id];
    return [showPath(names), issue?.definition ?? "", issue?.include ?? "", issue?.exclude ?? ""];
  });
  const signs = { "1": "for", "0": "between", "-1": "against" } as const;
  const stances = stanceScale(library.stances).map((one): FactCell[] => [
    `${one.glyph} ${one.name}`,
    one.polarity === null ? "none" : signs[`${one.polarity}`],
    one.definition,
  ]);
  const actors = Object.values(library.actors)
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((one): FactCell[] => [
      one.name,
      one.kind,
      one.aliases.join("; "),
      library.actors[one.parent ?? ""]?.name ?? null,
    ]);
  return [
    { ...table("Issues", ["Issue", "Definition", "Include", "Exclude"], issues), tree: true },
    table("Stances", ["Stance", "Polarity", "Definition"], stances),
    table("Actors", ["Actor", "Kind", "Other names", "Belongs to"], actors),
  ].flatMap((one): ReportBlock[] => (one.lines.length === 0 ? [] : one.heads.length === 1 ? namesOf(one) : [one]));
}

/** Who coded how much and when, what was filtered, and how things are counted. */
export function methodBlocks({ rows, filter, made, moved }: ReportContext): ReportBlock[] {
  const coders = [...Map.groupBy(rows, (row) => row.coder)].map(([coder, own]): ReportRun[] => {
    const days = own.map((row) => row.created.slice(0, 10)).sort();
    const [first = "", last = ""] = [days[0], days.at(-1)];
    return [
      plain(
        `${own.length} ${own.length === 1 ? "claim or note" : "claims and notes"} by ${apart(coder || "an unnamed coder")}, ${first === last ? first : `${first} to ${last}`}`,
      ),
    ];
  });
  const rules = [
    filter === ""
      ? "The report covers the whole library."
      : `The report covers the claims and notes that match this filter: ${filter}.`,
    "A position is one stance of one claim on one issue; a claim with two positions is counted twice in tables of positions.",
    "A mean counts support as 1, opposition as −1, neutral and mixed as 0, and excludes unclear and claims without a stance.",
    "Strength is 1 (weak) to 3 (strong); certainty is how sure the coder is, from 1 (a guess) to 5 (certain); a source grade combines the reliability of the source (A–F) and the credibility of the information (1–6).",
    ...(moved.size === 0
      ? []
      : [`${counted(moved.size, "quote")} can no longer be found word for word at the original place in the paper.`]),
    `Created with Stancemark on ${made.slice(0, 10)}; each claim shows the end of its identifier, as in #1a2b3c4d.`,
  ];
  return [{ kind: "list", items: [...coders, ...rules.map((rule) => [plain(rule)])] }];
}

/** The papers cited, in the style of the report. */
export function bibliographyBlocks({ citations }: ReportContext): ReportBlock[] {
  return citations.entries.length === 0 ? [] : [{ kind: "references", entries: citations.entries }];
}

function table(caption: string, heads: readonly string[], lines: readonly FactCell[][]): TableBlock {
  const used = heads.map((_, at) => at === 0 || lines.some((line) => (line[at] ?? "") !== ""));
  const keep = <Value>(list: readonly Value[]): Value[] => list.filter((__, at) => used[at]);
  return { kind: "table", caption, heads: keep(heads), lines: lines.map(keep), foot: null };
}

/** A table of nothing but names as running text; in a tree, each root with what is under it. */
function namesOf({ caption, ...block }: TableBlock): ReportBlock[] {
  const stems = stemsOf({ ...block, caption });
  const starts = stems.flatMap(({ depth }, at) => (depth === 0 ? [at] : []));
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

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
