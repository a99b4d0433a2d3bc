import type { HighlightColours } from "../../../../shared/contract/workbench.ts";
import { message } from "../../../../shared/messages/message.ts";
import { issueNames, showPath } from "../../../../shared/model/issue-path.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Report } from "../../../../shared/report/outline.ts";
import { englishWords, type ReportWords } from "../../../../shared/report/words.ts";
import { shown } from "../../typst/typst.ts";
import { type Rgb, tint } from "./colour.ts";

/** The colour of claims without a stance. */
export const unstated = "#8d9199";

/** A name with the colour its highlights have; null when highlights are not coloured by such names. */
export type StanceBar = Readonly<{ name: string; swatch: Rgb | null }>;

/** The colours of a summary: full ones for marks, and those of the highlights for swatches. */
export type ColourOf = Readonly<{
  /** By identifier. */
  stance: ReadonlyMap<string | null, string>;
  /** By the path as people read it; empty unless highlights are coloured by issue. */
  issue: ReadonlyMap<string, Rgb>;
  stanceSwatches: readonly StanceBar[];
  issueSwatches: readonly StanceBar[];
}>;

/** The colours of stances and issues as they are drawn on the appended pages, by name. */
export function coloursBy(library: Library, report: Report, colours: HighlightColours): ColourOf {
  const stance = new Map<string | null, string>(
    Object.values(library.stances).map((stance) => [stance.id, stance.colour]),
  );
  const issues = Object.values(library.issues).map(
    (issue) => [showPath(issueNames(library.issues, issue.id)), tint(issue.colour)] as const,
  );
  const issue = new Map(colours === "issue" ? issues : []);
  const used = report.stances.filter((_, index) => (report.totals[index] ?? 0) > 0);
  return {
    stance,
    issue,
    stanceSwatches: used.map(({ id, name, glyph }) => ({
      name: `${glyph} ${name}`,
      swatch: tint(stance.get(id) ?? unstated),
    })),
    issueSwatches: report.issues.map(({ issue: name }) => ({ name, swatch: issue.get(name) ?? null })),
  };
}

/** A row per issue: its name, a bar of its stances, the numbers. Stances nobody took have no column. */
export function chart(report: Report, inks: ColourOf, { say, direction }: ReportWords = englishWords): string {
  const used = report.stances.flatMap((stance, index) =>
    (report.totals[index] ?? 0) > 0 ? [{ ...stance, index, ink: inks.stance.get(stance.id) ?? unstated }] : [],
  );
  const widest = Math.max(1, ...report.table.map((line) => line.total));
  const heads = used.map(({ glyph, ink }) => `[#text(fill: rgb("${ink}"), weight: "bold")[${shown(glyph)}]]`);
  const rows = report.table.map((line) => {
    const numbers = used.map(({ index }) => {
      const count = line.counts[index] ?? 0;
      return `[${count === 0 ? "" : shown(String(count))}]`;
    });
    const parts = used.flatMap(({ index, ink }) => {
      const count = line.counts[index] ?? 0;
      return count === 0
        ? []
        : [`box(width: ${(count / widest) * 100}%, height: 0.95em, fill: rgb("${ink}"), stroke: 0.4pt + white)`];
    });
    const { parents, leaf } = pathParts(line.issue);
    const name = `[#text(fill: rgb("#5d626b"))[${shown(parents)}]${shown(leaf)}]`;
    return `${name}, box(width: 100%, baseline: 0.08em, stack(dir: ${direction}, ${parts.join(", ")})), ${numbers.join(", ")}, [*${shown(String(line.total))}*]`;
  });
  const totals = used.map(({ index }) => `[${shown(String(report.totals[index] ?? 0))}]`);
  const all = report.totals.reduce((sum, total) => sum + total, 0);
  return `#set table.cell(breakable: false)
#table(columns: (1.25fr, 1.15fr, ${used.map(() => "2em").join(", ")}, 2.2em), align: (x, y) => if x < 2 { start + horizon } else { end + horizon }, inset: (x: 3pt, y: 5.5pt), stroke: (x, y) => (bottom: 0.5pt + rgb("#e3e0d8")),
  table.header([], [], ${heads.join(", ")}, [${shown(say(message("facts.all")))}]),
  ${rows.join(",\n  ")},
  table.footer(repeat: false, [*${shown(say(message("facts.total")))}*], [], ${totals.join(", ")}, [*${shown(String(all))}*]))
`;
}

/** An issue's path as people read it, split into its parents and the issue's own name. */
export function pathParts(path: string): { parents: string; leaf: string } {
  const offset = path.lastIndexOf(pathSign);
  return offset < 0
    ? { parents: "", leaf: path }
    : { parents: path.slice(0, offset + pathSign.length), leaf: path.slice(offset + pathSign.length) };
}

const pathSign = " › ";
