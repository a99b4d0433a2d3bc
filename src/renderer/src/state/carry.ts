import { findQuote } from "../../../shared/anchor/match.ts";
import { carryEdits, leaveEdits } from "../../../shared/claims/carry-edits.ts";
import { passageEdits } from "../../../shared/claims/passage-edits.ts";
import { checkedEdits } from "../../../shared/claims/places-to-check.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation, Passage } from "../../../shared/model/annotation.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { commitNext } from "./commit-next.ts";
import { attempt } from "./shell.ts";

/** The paper as it is now; decisions may follow one another faster than the window is drawn. */
function current({ papers }: Library, paper: Paper): Paper {
  return papers[paper.id] ?? paper;
}

/** Carry an annotation of the earlier version over to a place of this one. */
export function acceptCarried(paper: Paper, annotation: Annotation, passage: Passage): Promise<boolean> {
  return commitNext(message("change.carry", { count: 1, title: paper.title }), (now) =>
    carryEdits(now, current(now, paper), [{ annotation, passage }], new Date().toISOString()),
  );
}

/** Leave an annotation in the earlier version, and ask no more. */
export function leaveBehind(paper: Paper, annotation: Annotation): Promise<boolean> {
  return commitNext(message("change.leave", { count: 1 }), (now) => leaveEdits(current(now, paper), [annotation.id]));
}

/** Carry an annotation over to the place of some words. The key of what is wrong where they name no single place. */
export async function placeAt(
  paper: Paper,
  annotation: Annotation,
  words: string,
): Promise<"versions.wordsMissing" | "versions.wordsSeveral" | null> {
  const content = await attempt(() => getWorkbench().content({ paper: paper.id }));
  const [range, ...others] = content === null ? [] : findQuote(content.text, words);
  if (range === undefined) return "versions.wordsMissing";
  if (others.length > 0) return "versions.wordsSeveral";
  const passage = await attempt(() => getWorkbench().describe({ paper: paper.id, ranges: [range] }));
  if (passage !== null) await acceptCarried(paper, annotation, passage);
  return null;
}

/** The place of an annotation in a text that was read again is right, or is that of some words where they are given. */
export async function checkPlace(
  paper: Paper,
  annotation: Annotation,
  words: string | null = null,
): Promise<"versions.wordsMissing" | "versions.wordsSeveral" | null> {
  const label = message("change.checkPlaces", { count: 1, title: paper.title });
  if (words === null) {
    await commitNext(label, (now) => checkedEdits(current(now, paper), [annotation.id]));
    return null;
  }
  const content = await attempt(() => getWorkbench().content({ paper: paper.id }));
  const [range, ...others] = content === null ? [] : findQuote(content.text, words);
  if (range === undefined) return "versions.wordsMissing";
  if (others.length > 0) return "versions.wordsSeveral";
  const passage = await attempt(() => getWorkbench().describe({ paper: paper.id, ranges: [range] }));
  if (passage === null) return null;
  await commitNext(label, (now) => [
    ...passageEdits(now, paper.id, annotation.id, passage, new Date().toISOString()),
    ...checkedEdits(current(now, paper), [annotation.id]),
  ]);
  return null;
}
