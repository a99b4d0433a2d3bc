import { findQuote } from "../../../shared/anchor/match.ts";
import { carryEdits, leaveEdits } from "../../../shared/claims/carry-edits.ts";
import { passageEdits } from "../../../shared/claims/passage-edits.ts";
import { checkedEdits } from "../../../shared/claims/places-to-check.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation, Passage } from "../../../shared/model/annotation.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { commit, useLibrary } from "./library.ts";
import { attempt } from "./shell.ts";

/** The paper as it is now; decisions may follow one another faster than the window is drawn. */
function current(paper: Paper): Paper {
  return useLibrary.getState().library.papers[paper.id] ?? paper;
}

/** Carry an annotation of the earlier version over to a place of this one. */
export function acceptCarried(paper: Paper, annotation: Annotation, passage: Passage): Promise<boolean> {
  const { library } = useLibrary.getState();
  const label = message("change.carry", { count: 1, title: paper.title });
  return commit(label, carryEdits(library, current(paper), [{ annotation, passage }], new Date().toISOString()));
}

/** Leave an annotation in the earlier version, and ask no more. */
export function leaveBehind(paper: Paper, annotation: Annotation): Promise<boolean> {
  return commit(message("change.leave", { count: 1 }), leaveEdits(current(paper), [annotation.id]));
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
    await commit(label, checkedEdits(current(paper), [annotation.id]));
    return null;
  }
  const content = await attempt(() => getWorkbench().content({ paper: paper.id }));
  const [range, ...others] = content === null ? [] : findQuote(content.text, words);
  if (range === undefined) return "versions.wordsMissing";
  if (others.length > 0) return "versions.wordsSeveral";
  const passage = await attempt(() => getWorkbench().describe({ paper: paper.id, ranges: [range] }));
  if (passage === null) return null;
  const { library } = useLibrary.getState();
  const moved = passageEdits(library, paper.id, annotation.id, passage, new Date().toISOString());
  await commit(label, [...moved, ...checkedEdits(current(paper), [annotation.id])]);
  return null;
}
