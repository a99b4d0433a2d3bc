import { create } from "zustand";
import type { Edit } from "../../../shared/change/edit.ts";
import { claimEdits, removeAnnotationEdits } from "../../../shared/claims/claim-edits.ts";
import { type Coded, codedOne } from "../../../shared/claims/claims.ts";
import {
  addIssueEdits,
  type ChosenStance,
  removeIssueEdits,
  setActorEdits,
  setStanceEdits,
} from "../../../shared/claims/quick-edits.ts";
import { type CodingIdentity, findSameCoding, isSamePassage } from "../../../shared/claims/same-coding.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Passage } from "../../../shared/model/annotation.ts";
import type { ActorId, AnnotationId, IssueId } from "../../../shared/model/ids.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { texts } from "../i18n/texts.ts";
import { commitClaim } from "./commit-claim.ts";
import { inTurn } from "./in-turn.ts";
import { commit, useLibrary } from "./library.ts";
import { selectAnnotation, useReading } from "./reading.ts";
import { rememberClaim, savedText } from "./remember-claim.ts";
import { selectedPassage } from "./save-claim.ts";
import { showMessage, useShell } from "./shell.ts";

/**
 * What has been chosen by clicks for the selected words. All of it ends with the selection, so that nothing is carried
 * to other words.
 */
type QuickCoding = Readonly<{
  /** The words, or the rectangle, for which the toolbar has been closed; null while it may be shown. */
  closedFor: TextRange | "region" | null;
  /** Stance and actor of the claim that the next click on an issue makes. Null unless chosen. */
  stance: ChosenStance;
  actor: ActorId | null;
  /** The claim that was made of the selected words; further clicks complete it. */
  made: AnnotationId | null;
  /** The issue of that claim which a click on a stance means: the last one clicked. */
  issue: IssueId | null;
  /**
   * A claim on the same words that says already what the last click would save, and the way to save it all the same.
   */
  same: Readonly<{ id: AnnotationId; save: () => Promise<unknown> }> | null;
}>;

const nothing = { stance: null, actor: null, made: null, issue: null, same: null } as const;

export const useQuickCoding = create<QuickCoding>(() => ({ closedFor: null, ...nothing }));

const same = (a: TextRange | null, b: TextRange | null): boolean => a?.start === b?.start && a?.end === b?.end;

useReading.subscribe((now, before) => {
  if (now.paper !== before.paper || !same(now.range, before.range) || isOtherRegion(now.region, before.region))
    useQuickCoding.setState({ closedFor: null, ...nothing });
  // The form is another way to code the same words; after it the toolbar is not in the way.
  else if (before.composing && !now.composing) useQuickCoding.setState({ closedFor: selectedNow() });
});

function isOtherRegion(now: Passage | null, before: Passage | null): boolean {
  return now === null || before === null ? now !== before : !isSamePassage(now, before);
}

/**
 * Whether the toolbar has anything to offer: words are selected, it was not closed for them, and the form is not open.
 */
export function isToolbarWanted(): boolean {
  const { range, region, composing } = useReading.getState();
  const { closedFor } = useQuickCoding.getState();
  if (composing) return false;
  return range === null ? region !== null && closedFor !== "region" : closedFor === "region" || !same(range, closedFor);
}

/** Whether a click on an issue codes: words are selected in the paper that is on screen, and the form is not open. */
export function hasWords(): boolean {
  const { range, region, composing } = useReading.getState();
  return (range ?? region) !== null && !composing && useShell.getState().view === "read";
}

/** Close the toolbar for the words that are selected now. */
export function closeToolbar(): void {
  useQuickCoding.setState({ closedFor: selectedNow(), same: null });
}

/** Work in turn; what was asked about before is settled by it. */
function act(work: () => Promise<unknown>): Promise<unknown> {
  return inTurn(() => {
    if (useQuickCoding.getState().same !== null) useQuickCoding.setState({ same: null });
    return work();
  });
}

/** The claim made of the selected words, as it is now. */
function madeClaim(): Coded | null {
  const { made } = useQuickCoding.getState();
  return made === null ? null : claimHere(made);
}

/**
 * Code the selected words on an issue at once. A further issue is added to the same claim; the same one again is
 * removed. Where a claim says the same already, nothing is saved and the toolbar asks, unless `twice` says that this is
 * meant.
 */
export function codeSelection(issue: IssueId, twice = false): Promise<unknown> {
  return act(async () => {
    const coded = madeClaim();
    const again = (): Promise<unknown> => codeSelection(issue, true);
    if (coded === null) return makeClaim(issue, twice ? null : again);
    const { library } = useLibrary.getState();
    const time = new Date().toISOString();
    if (coded.positions.some((position) => position.issue === issue)) {
      if (!(await commit(message("change.removePosition"), removeIssueEdits(library, coded, issue, time)))) return;
      const left = madeClaim();
      useQuickCoding.setState({ issue: left?.positions.at(-1)?.issue ?? null, ...(left === null ? nothing : {}) });
      return;
    }
    const positions = [...coded.positions, { issue, stance: null }];
    if (!twice && asksAboutSame({ ...coded.annotation, positions }, again)) return;
    if (await save(coded, message("change.addPosition"), addIssueEdits(coded, issue, null, time)))
      useQuickCoding.setState({ issue });
  });
}

/**
 * Choose a stance for the selected words, or give it to the claim already made of them. The same one again means none.
 * For `twice` see `codeSelection`.
 */
export function chooseStance(stance: ChosenStance, twice = false): Promise<unknown> {
  return act(async () => {
    const coded = madeClaim();
    const { issue, stance: before } = useQuickCoding.getState();
    if (coded === null || issue === null) {
      useQuickCoding.setState({ stance: before === stance ? null : stance });
      return;
    }
    const held = coded.positions.find((position) => position.issue === issue)?.stance;
    const wanted = held === stance ? null : stance;
    const positions = coded.positions.map((position) =>
      position.issue === issue ? { issue, stance: wanted } : position,
    );
    const again = (): Promise<unknown> => chooseStance(stance, true);
    if (!twice && asksAboutSame({ ...coded.annotation, positions }, again)) return;
    await save(coded, message("change.stance"), setStanceEdits(coded, issue, wanted, new Date().toISOString()));
  });
}

/**
 * Choose who makes the claim, or give it to the claim already made of the selected words. Null for nobody. For `twice`
 * see `codeSelection`.
 */
export function chooseActor(actor: ActorId | null, twice = false): Promise<unknown> {
  return act(async () => {
    const coded = madeClaim();
    if (coded === null) {
      useQuickCoding.setState({ actor });
      return;
    }
    const { annotation, positions } = coded;
    const again = (): Promise<unknown> => chooseActor(actor, true);
    if (!twice && asksAboutSame({ ...annotation, actor, positions }, again)) return;
    await save(coded, actorLabel(actor), setActorEdits(coded, actor, new Date().toISOString()));
  });
}

/** Choose an actor away from the toolbar: it is shown, and says what is missing while no claim is made yet. */
export async function codeActor(actor: ActorId): Promise<void> {
  useQuickCoding.setState({ closedFor: null });
  await chooseActor(actor);
  if (madeClaim() === null) showMessage(texts().t("quick.actorChosen", { name: nameOf(actor) }));
}

/** Add a position on an issue to a claim or note that is there. */
export function addIssueTo(id: AnnotationId, issue: IssueId): Promise<unknown> {
  return act(async () => {
    const coded = claimHere(id);
    if (coded === null) return;
    const edits = addIssueEdits(coded, issue, null, new Date().toISOString());
    const name = useLibrary.getState().library.issues[issue]?.name ?? "";
    if (edits.length === 0) showMessage(texts().t("quick.hasIssue", { name }));
    else await save(coded, message("change.addPosition"), edits);
  });
}

/** Say who makes a claim that is there. */
export function setActorOf(id: AnnotationId, actor: ActorId): Promise<unknown> {
  return act(async () => {
    const coded = claimHere(id);
    if (coded === null) return;
    const edits = setActorEdits(coded, actor, new Date().toISOString());
    if (edits.length === 0) showMessage(texts().t("quick.hasActor", { name: nameOf(actor) }));
    else await save(coded, actorLabel(actor), edits);
  });
}

/** Take the claim that says the same already: it is selected, and what was made of the words by clicks is deleted. */
export function openSameClaim(): Promise<unknown> {
  const { same } = useQuickCoding.getState();
  return act(async () => {
    const { paper } = useReading.getState();
    if (same === null || paper === null) return;
    const coded = madeClaim();
    const edits =
      coded === null ? [] : removeAnnotationEdits(useLibrary.getState().library, paper, coded.annotation.id);
    if (!(await commit(message("change.deleteClaim"), edits))) return;
    useQuickCoding.setState({ ...nothing, closedFor: selectedNow() });
    selectAnnotation(same.id);
  });
}

function selectedNow(): QuickCoding["closedFor"] {
  const { range, region } = useReading.getState();
  return range ?? (region === null ? null : "region");
}

function claimHere(id: AnnotationId): Coded | null {
  const { paper } = useReading.getState();
  return paper === null ? null : codedOne(useLibrary.getState().library, paper, id);
}

function nameOf(actor: ActorId | null): string {
  return actor === null ? "" : (useLibrary.getState().library.actors[actor]?.name ?? "");
}

function actorLabel(actor: ActorId | null): Message {
  return actor === null ? message("change.noActor") : message("change.actor", { name: nameOf(actor) });
}

/** Whether a claim other than the one made of the words says the same; then the toolbar asks. */
function asksAboutSame(coding: CodingIdentity, again: () => Promise<unknown>): boolean {
  const { paper } = useReading.getState();
  if (paper === null) return false;
  const same = findSameCoding(useLibrary.getState().library, paper, coding, useQuickCoding.getState().made);
  if (same !== null) useQuickCoding.setState({ same: { id: same.annotation.id, save: again }, closedFor: null });
  return same !== null;
}

/** A claim of the selected words. What nobody chose is left out: no stance, no actor. */
async function makeClaim(issue: IssueId, again: (() => Promise<unknown>) | null): Promise<void> {
  const selection = useReading.getState();
  const { paper, range, region } = selection;
  const passage = await selectedPassage(selection);
  if (paper === null || passage === null) return;
  const { server } = useLibrary.getState();
  const { stance, actor } = useQuickCoding.getState();
  const positions = [{ issue, stance, strength: null }];
  const coding = { paper, passage, actor, positions, certainty: null, note: "", coder: server.coder };
  if (again !== null && asksAboutSame(coding, again)) return;
  const { annotation, edits } = claimEdits({ ...coding, at: new Date().toISOString() });
  await commitClaim(annotation, message("change.claim"), edits, () => {
    // The claim is there: further clicks complete it, as long as the same words are selected.
    const now = useReading.getState();
    if (same(now.range, range) && !isOtherRegion(now.region, region)) {
      useQuickCoding.setState({ made: annotation.id, issue, stance: null, actor: null });
      useReading.setState({ added: [] });
    }
    closeIfComplete(annotation.id);
  });
}

async function save({ annotation }: Coded, label: Message, edits: readonly Edit[]): Promise<boolean> {
  const saved = await commit(label, edits, () => savedText(annotation.paper, annotation.id));
  const coded = saved ? claimHere(annotation.id) : null;
  if (coded !== null) rememberClaim(coded);
  if (saved) closeIfComplete(annotation.id);
  return saved;
}

const isFull = ({ stance }: Readonly<{ stance: ChosenStance }>): boolean => stance !== null;

/** Where nothing is left to click, the words around may be next. */
function closeIfComplete(id: AnnotationId): void {
  const coded = claimHere(id);
  if (coded === null) return;
  const complete = coded.annotation.actor !== null && coded.positions.length > 0 && coded.positions.every(isFull);
  if (complete && useQuickCoding.getState().made === id) closeToolbar();
}
