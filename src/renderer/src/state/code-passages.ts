import type { CodingRow } from "../../../shared/claims/coding-row.ts";
import type { FoundPassage } from "../../../shared/contract/workbench.ts";
import { issueNames, printPath, typedPath } from "../../../shared/model/issue-path.ts";
import { lookUp } from "../../../shared/model/table.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "./library.ts";
import { attempt, confirmChange, showMessage } from "./shell.ts";

/** Identifiers in the codebook; empty for no stance, no actor. An issue can be the typed path of one to be created. */
export type PassageCoding = Readonly<{ issue: string; stance: string; actor: string }>;

/** Code passages alike, as one change; whether any was coded, or all were so already. */
export async function codePassages(passages: readonly FoundPassage[], coding: PassageCoding): Promise<boolean> {
  const { library } = useLibrary.getState();
  const { t } = texts();
  const issue = lookUp(library.issues, coding.issue);
  const names = issue === undefined ? typedPath(library.issues, coding.issue) : issueNames(library.issues, issue.id);
  const stance = lookUp(library.stances, coding.stance);
  const actor = lookUp(library.actors, coding.actor);
  if (names.length === 0 || passages.length === 0) return false;
  const path = printPath(names);
  const rows = passages.map(
    ({ paper, start, quote }): CodingRow => ({
      paper,
      start,
      quote,
      positions: [{ issue: path, ...(stance === undefined ? {} : { stance: stance.name }) }],
      ...(actor === undefined ? {} : { actor: actor.name }),
    }),
  );
  const made = await attempt(() => getWorkbench().annotate({ rows, job: crypto.randomUUID() }));
  if (made === null) return false;
  const { added, existing, failed } = made;
  const sentence = t("autocode.done", { added: added.length, existing: existing.length, failed: failed.length });
  if (added.length > 0) confirmChange(sentence);
  else showMessage(sentence);
  return true;
}
