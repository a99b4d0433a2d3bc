import type { FactCell } from "../analysis/facts.ts";
import type { Paint, Picture } from "../chart/picture.ts";
import type { StanceLook } from "../codebook/stance-scale.ts";
import type { Message } from "../messages/arguments.ts";
import type { AnnotationId } from "../model/ids.ts";
import type { TextDirection } from "../text/isolate.ts";
import type { ReportWords } from "./words.ts";

/** How a claim is drawn: as its stance, as one with different stances, or as a note. */
export type ReportLook = StanceLook | "several" | "note";

/** How a whole claim is drawn, given the looks of its positions. */
export function reportLook(looks: readonly StanceLook[]): ReportLook {
  return looks.length > 1 ? "several" : (looks[0] ?? "note");
}

/** The paint of a look. */
export function paintOf(look: ReportLook): Paint {
  if (look === "several") return "ink";
  return look === "note" ? "unclear" : look;
}

/** Words of a line, or a link of the web. */
export type ReportText =
  | Readonly<{
      kind: "text";
      text: string;
      bold?: boolean;
      italic?: boolean;
      /** Marked as a claim of that look; only of a paper's own text. */
      mark?: ReportLook;
    }>
  | Readonly<{ kind: "link"; text: string; href: string }>;

/** A stretch of a line. A note becomes a footnote, a flag stands out as a warning. */
export type ReportRun =
  | ReportText
  | Readonly<{ kind: "note"; words: readonly ReportText[] }>
  | Readonly<{ kind: "flag"; text: string }>;

/** A claim as a report shows it. Whatever is not known is left out of its lines. */
export type ReportQuote = Readonly<{
  claim: AnnotationId;
  words: string;
  direction: TextDirection;
  /** How the stance it is shown for is drawn. */
  look: ReportLook;
  /** Stance and strength, actor, paper and printed page. */
  source: string;
  /** Certainty, source grade, coder, date, stable name, links to other claims. */
  details: string;
  note: string;
  /** The words are no longer in the paper where they were marked. */
  moved: boolean;
}>;

/** A table with its caption; `foot` is the line of sums. */
export type TableBlock = Readonly<{
  kind: "table";
  caption: string;
  heads: readonly string[];
  lines: readonly (readonly FactCell[])[];
  foot: readonly FactCell[] | null;
  /** The first column holds paths of a tree, parents above their children. */
  tree?: boolean;
}>;

/** A heading may be left out of the contents, and may begin a page. */
export type ReportBlock =
  | Readonly<{ kind: "heading"; level: 1 | 2; text: string; id: string; unlisted?: boolean; apart?: boolean }>
  | Readonly<{ kind: "paragraph"; runs: readonly ReportRun[]; soft?: boolean }>
  | Readonly<{ kind: "list"; items: readonly (readonly ReportRun[])[] }>
  /** The papers cited, each an entry of its own. */
  | Readonly<{ kind: "references"; entries: readonly (readonly ReportText[])[] }>
  | Readonly<{ kind: "quote"; quote: ReportQuote }>
  /** Two quotes that contradict each other. */
  | Readonly<{ kind: "pair"; title: string; sides: readonly [ReportQuote, ReportQuote] }>
  | Readonly<{ kind: "chart"; caption: string; picture: Picture }>
  | Readonly<{ kind: "flag"; text: string }>
  | Readonly<{ kind: "contents" }>
  | TableBlock;

/** A report before it has a form. Every writer (HTML, Markdown, PDF, DOCX) draws these blocks and nothing else. */
export type ReportTree = Readonly<{
  title: string;
  /** Day it was made and who coded, in words. */
  byline: string;
  /** ISO instant. */
  made: string;
  blocks: readonly ReportBlock[];
  /** What the reader should look at before handing it in, one sentence each. */
  flags: readonly Message[];
  /** What writers say in the report's language. */
  words: ReportWords;
}>;

/** A cell as people read it: nothing for null and 0, two decimals at most. */
export function cellText(cell: FactCell): string {
  if (cell === null || cell === 0) return "";
  return typeof cell === "number" ? String(Math.round(cell * 100) / 100) : cell;
}

/**
 * The first cells of a table as printed: how deep each is, and its name without those of the lines it is under.
 */
export function stemsOf({ lines, tree }: TableBlock): readonly Readonly<{ depth: number; name: string }>[] {
  const depths = new Map<string, number>();
  return lines.map(([cell = null]) => {
    const path = cellText(cell);
    const cut = tree === true ? path.lastIndexOf(" › ") : -1;
    const above = cut === -1 ? undefined : depths.get(path.slice(0, cut));
    const stem = above === undefined ? { depth: 0, name: path } : { depth: above + 1, name: path.slice(cut + 3) };
    depths.set(path, stem.depth);
    return stem;
  });
}

/** Whether a column of a table holds nothing but numbers. */
export function isNumeric({ lines }: TableBlock, column: number): boolean {
  const texts = lines.map((line) => cellText(line[column] ?? null)).filter((text) => text !== "");
  return column > 0 && texts.length > 0 && texts.every((text) => /^[-−]?\d+(\.\d+)?( %)?$/.test(text));
}

/** Words as one plain run. */
export function plain(text: string): ReportText {
  return { kind: "text", text };
}

/** The headings of a report, in order, for its contents; that of the contents themselves left out. */
export function headingsOf(tree: ReportTree): readonly Extract<ReportBlock, { kind: "heading" }>[] {
  return tree.blocks.flatMap((block) => (block.kind === "heading" && block.unlisted !== true ? [block] : []));
}

/** The footnotes of a report in order. */
export function notesOf(tree: ReportTree): readonly (readonly ReportText[])[] {
  return tree.blocks.flatMap((block) => {
    const runs = block.kind === "paragraph" ? block.runs : block.kind === "list" ? block.items.flat() : [];
    return runs.flatMap((run) => (run.kind === "note" ? [run.words] : []));
  });
}

/** The letters of a line, its notes left out. */
export function lettersOf(runs: readonly ReportRun[]): string {
  return runs.map((run) => (run.kind === "note" ? "" : run.text)).join("");
}
