import { claimJson } from "../../../../shared/claims/claim-json.ts";
import { escapeHiddenMarks } from "../../../../shared/messages/hidden-marks.ts";
import { printMessage } from "../../../../shared/messages/message.ts";
import type { ReportInput } from "../../../../shared/report/build.ts";
import { reportOf } from "../../../../shared/report/outline.ts";
import type { ReportTree } from "../../../../shared/report/tree.ts";

/**
 * A report for programs: its counts by issue and stance, its papers' records, every claim with all that is known of it,
 * and what to look at.
 */
export function reportJson(tree: ReportTree, { library, rows, filter, made }: ReportInput): string {
  const { table } = reportOf(library, rows, made);
  const papers = [...new Set(rows.map((row) => row.paper))].flatMap((id) => {
    const paper = library.papers[id];
    if (paper === undefined) return [];
    const { title, authors, date, publisher, link, identifiers, sha256 } = paper;
    return [{ id, title, authors, date, publisher, link, identifiers, sha256 }];
  });
  const claims = rows.map((row) => ({ ...claimJson(row), grade: row.grade, relations: row.relations }));
  const value = {
    format: 1,
    made,
    title: tree.title,
    filter,
    table,
    papers,
    claims,
    flags: tree.flags.map((flag) => printMessage(flag)),
  };
  return `${escapeHiddenMarks(JSON.stringify(value, null, 2))}\n`;
}
