import type { Edit } from "../../../shared/change/edit.ts";
import { claimEdits } from "../../../shared/claims/claim-edits.ts";
import { type ResolvedCoding, resolveCoding } from "../../../shared/claims/named-coding.ts";
import { type CodingIdentity, findSameCoding } from "../../../shared/claims/same-coding.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation, Passage, Position } from "../../../shared/model/annotation.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import { typedPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { commitClaim } from "./commit-claim.ts";
import { type Draft, emptyDraft, fullPositions, pathOf } from "./draft.ts";
import { inTurn } from "./in-turn.ts";
import { useLibrary } from "./library.ts";
import { positionChanges } from "./position-changes.ts";
import { closeComposer, composeClaim, useReading } from "./reading.ts";
import { setSameClaim } from "./same-claim.ts";
import { draftName, markDraftAsSaved } from "./saved-draft.ts";
import { attempt, closeMessage, showMessage } from "./shell.ts";

/** A draft by identifiers, with the edits that create what is new. */
function resolve(library: Library, draft: Draft): ResolvedCoding {
  const positions = fullPositions(draft).map(({ path, stance, strength }) => ({
    names: typedPath(library.issues, path),
    stance,
    strength,
  }));
  return resolveCoding(library, { actor: draft.actor, positions });
}

/** Ranges in order, those that touch each other made one. */
export function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && range.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}

/** A range without the white space at its ends; null for one that has no visible character. */
export function trimRange(text: string, { start, end }: TextRange): TextRange | null {
  const words = text.slice(start, end);
  const first = words.search(visible);
  if (first < 0) return null;
  return {
    start: start + first,
    end: start + words.length - words.replace(/^[\s\S]*[^\s\p{Default_Ignorable_Code_Point}]/u, "").length,
  };
}

const visible = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** The words that are selected, and the paper they are in. */
type Selection = Pick<ReturnType<typeof useReading.getState>, "paper" | "content" | "range" | "added" | "region">;

/**
 * Make a claim of the words selected now, or a note when no issue is given. True when it is on disk. Where a claim says
 * the same already, nothing is saved, and the form asks, unless `twice` says that this is meant.
 */
export function saveClaim(draft: Draft, twice = false): Promise<boolean> {
  const selection = useReading.getState();
  useReading.setState({ saving: true });
  return inTurn(() => saveSelection(selection, draft, twice)).finally(() => useReading.setState({ saving: false }));
}

/** The passage of what is selected; null, and a message, where there is nothing to mark. */
export async function selectedPassage({ paper, content, range, added, region }: Selection): Promise<Passage | null> {
  if (paper === null || content === null) return null;
  if (region !== null) return region;
  const ranges = joinRanges([...added, ...(range === null ? [] : [range])]).flatMap(
    (one) => trimRange(content.text, one) ?? [],
  );
  if (range !== null && ranges.length === 0) showMessage(texts().t("annotate.onlySpaces"), true);
  return ranges.length === 0 ? null : attempt(() => getWorkbench().describe({ paper, ranges }));
}

async function saveSelection(selection: Selection, draft: Draft, twice: boolean) {
  const { paper, range, added, region } = selection;
  const passage = await selectedPassage(selection);
  if (paper === null || passage === null) return false;
  const { library, server } = useLibrary.getState();
  const { actor, positions, edits } = resolve(library, draft);
  const coding = { passage, actor, positions, coder: server.coder, note: draft.note };
  if (!twice && asksAboutSame(paper, coding, draft, null, range)) return false;
  const made = claimEdits({
    paper,
    passage,
    actor,
    positions,
    certainty: draft.certainty,
    note: draft.note,
    coder: server.coder,
    at: new Date().toISOString(),
  });
  markDraftAsSaved(draftName(paper, range, region), made.annotation.id);
  const label = message(positions.length === 0 ? "change.note" : "change.claim");
  return commitClaim(made.annotation, label, [...edits, ...made.edits], () => {
    // By now the reader may be at the next words already, with a composer of their own.
    if (useReading.getState().range !== range) return;
    useReading.setState({ composing: false, added: [], region: null });
    if (added.length > 0) closeMessage();
  });
}

/**
 * Whether a claim other than the edited one says what a draft would. Then the form is open with the draft, and asks;
 * when the reader has selected other words than `range` since, a message says so.
 */
function asksAboutSame(
  paper: PaperId,
  coding: CodingIdentity,
  draft: Draft,
  edited: AnnotationId | null,
  range: TextRange | null = null,
): boolean {
  const same = findSameCoding(useLibrary.getState().library, paper, coding, edited);
  if (same === null) return false;
  if (range !== null && useReading.getState().range !== range) {
    useReading.setState({ selected: same.annotation.id });
    showMessage(texts().t("quick.codedAlready"));
    return true;
  }
  setSameClaim({ id: same.annotation.id, draft });
  if (!useReading.getState().composing) composeClaim();
  return true;
}

/** Edit a claim to what the draft says, as one change. True when it is on disk; for `twice` see `saveClaim`. */
export function updateClaim(
  annotation: Annotation,
  before: readonly Position[],
  draft: Draft,
  twice = false,
): Promise<boolean> {
  return inTurn(() => update(annotation, before, draft, twice));
}

async function update(annotation: Annotation, before: readonly Position[], draft: Draft, twice: boolean) {
  const { actor, positions, edits } = resolve(useLibrary.getState().library, draft);
  const coding = { ...annotation, actor, positions, note: draft.note };
  if (!twice && asksAboutSame(annotation.paper, coding, draft, annotation.id)) return false;
  const to: Annotation = {
    ...annotation,
    actor,
    certainty: draft.certainty,
    note: draft.note,
    modified: new Date().toISOString(),
  };
  const edited: Edit[] = [
    { table: "annotations", from: annotation, to },
    ...positionChanges(annotation, before, positions),
  ];
  return commitClaim(to, message("change.alter"), [...edits, ...edited], closeComposer);
}

/** Code the words selected now as the ones before, once those are saved. */
export function repeatClaim(): Promise<boolean> {
  const selection = useReading.getState();
  return inTurn(() => repeatIn(selection));
}

async function repeatIn(selection: Selection): Promise<boolean> {
  const { last } = useReading.getState();
  const { library } = useLibrary.getState();
  if (last === null) return false;
  const rows = last.positions.map((position) => ({
    path: pathOf(library, position.issue),
    stance: position.stance,
    strength: position.strength,
  }));
  return saveSelection(selection, { ...emptyDraft, actor: last.actor, positions: rows }, false);
}
