import { create } from "zustand";
import { claimEdits } from "../../../shared/claims/claim-edits.ts";
import { type Coded, codedIn, codedOne } from "../../../shared/claims/claims.ts";
import {
  addIssueEdits,
  type ChosenStance,
  removeIssueEdits,
  setActorEdits,
  setStanceEdits,
} from "../../../shared/claims/quick-edits.ts";
import { SameCodings } from "../../../shared/claims/same-coding.ts";
import { message } from "../../../shared/messages/message.ts";
import type { ActorId, AnnotationId, IssueId } from "../../../shared/model/ids.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { actorOf, sayingOf } from "./highlights.ts";
import { inTurn } from "./in-turn.ts";
import { commit, useLibrary } from "./library.ts";
import { useReading } from "./reading.ts";
import { joinRanges, trimRange } from "./save-claim.ts";
import { attempt, confirmChange, showMessage, useShell } from "./shell.ts";

/**
 * What has been chosen by clicks for the selected words. All of it ends with the selection, so that nothing is carried
 * to other words.
 */
type QuickCoding = Readonly<{
  /** The words for which the toolbar has been closed; null while it may be shown. */
  closedFor: TextRange | null;
  /** Stance and actor of the claim that the next click on an issue makes. Null unless chosen. */
  stance: ChosenStance;
  actor: ActorId | null;
  /** The claim that was made of the selected words; further clicks complete it. */
  made: AnnotationId | null;
  /** The issue of that claim which a click on a stance means: the last one clicked. */
  issue: IssueId | null;
}>;

const nothing = { stance: null, actor: null, made: null, issue: null } as const;

export const useQuickCoding = create<QuickCoding>(() => ({ closedFor: null, ...nothing }));

const same = (a: TextRange | null, b: TextRange | null): boolean => a?.start === b?.start && a?.end === b?.end;

useReading.subscribe((now, before) => {
  if (now.paper !== before.paper || !same(now.range, before.range))
    useQuickCoding.setState({ closedFor: null, ...nothing });
  // The form is another way to code the same words; after it the toolbar is not in the way.
  else if (before.composing && !now.composing) useQuickCoding.setState({ closedFor: now.range });
});

/**
 * Whether the toolbar has anything to offer: words are selected, it was not closed for them, and the form is not open.
 */
export function isToolbarWanted(): boolean {
  const { range, composing } = useReading.getState();
  return range !== null && !composing && !same(range, useQuickCoding.getState().closedFor);
}

/** Whether a click on an issue codes: words are selected in the paper that is on screen, and the form is not open. */
export function hasWords(): boolean {
  const { range, composing } = useReading.getState();
  return range !== null && !composing && useShell.getState().view === "read";
}

/** Close the toolbar for the words that are selected now. */
export function closeToolbar(): void {
  useQuickCoding.setState({ closedFor: useReading.getState().range });
}

/** The claim made of the selected words, as it is now. */
function madeClaim(): Coded | null {
  const { made } = useQuickCoding.getState();
  const { paper } = useReading.getState();
  return made === null || paper === null ? null : codedOne(useLibrary.getState().library, paper, made);
}

/**
 * Code the selected words on an issue at once. A further issue is added to the same claim; the same one again is
 * removed.
 */
export function codeSelection(issue: IssueId): Promise<unknown> {
  return inTurn(async () => {
    const coded = madeClaim();
    if (coded === null) return makeClaim(issue);
    const { library } = useLibrary.getState();
    const at = new Date().toISOString();
    if (coded.positions.some((position) => position.issue === issue)) {
      if (!(await commit(message("change.removePosition"), removeIssueEdits(library, coded, issue, at)))) return;
      const left = madeClaim();
      useQuickCoding.setState({ issue: left?.positions.at(-1)?.issue ?? null, ...(left === null ? nothing : {}) });
    } else {
      if (!(await commit(message("change.addPosition"), addIssueEdits(coded, issue, null, at)))) return;
      useQuickCoding.setState({ issue });
      remember(coded.annotation.id);
    }
  });
}

/**
 * Choose a stance for the selected words, or give it to the claim already made of them. The same one again means none.
 */
export function chooseStance(stance: ChosenStance): Promise<unknown> {
  return inTurn(async () => {
    const coded = madeClaim();
    const { issue, stance: before } = useQuickCoding.getState();
    if (coded === null || issue === null) {
      useQuickCoding.setState({ stance: before === stance ? null : stance });
      return;
    }
    const held = coded.positions.find((position) => position.issue === issue)?.stance;
    const edits = setStanceEdits(coded, issue, held === stance ? null : stance, new Date().toISOString());
    if (await commit(message("change.stance"), edits)) remember(coded.annotation.id);
  });
}

/** Choose who makes the claim, or give it to the claim already made of the selected words. Null for nobody. */
export function chooseActor(actor: ActorId | null): Promise<unknown> {
  return inTurn(async () => {
    const coded = madeClaim();
    if (coded === null) {
      useQuickCoding.setState({ actor });
      return;
    }
    const label = actor === null ? message("change.noActor") : message("change.actor", { name: nameOf(actor) });
    if (await commit(label, setActorEdits(coded, actor, new Date().toISOString()))) remember(coded.annotation.id);
  });
}

/** Add a position on an issue to a claim or note that is there. */
export function addIssueTo(id: AnnotationId, issue: IssueId): Promise<unknown> {
  return inTurn(async () => {
    const coded = claimHere(id);
    if (coded === null) return;
    const edits = addIssueEdits(coded, issue, null, new Date().toISOString());
    const name = useLibrary.getState().library.issues[issue]?.name ?? "";
    if (edits.length === 0) showMessage(texts().t("quick.hasIssue", { name }));
    else if (await commit(message("change.addPosition"), edits)) remember(id);
  });
}

/** Say who makes a claim that is there. */
export function setActorOf(id: AnnotationId, actor: ActorId): Promise<unknown> {
  return inTurn(async () => {
    const coded = claimHere(id);
    if (coded === null) return;
    const edits = setActorEdits(coded, actor, new Date().toISOString());
    if (await commit(message("change.actor", { name: nameOf(actor) }), edits)) remember(id);
  });
}

function claimHere(id: AnnotationId): Coded | null {
  const { paper } = useReading.getState();
  return paper === null ? null : codedOne(useLibrary.getState().library, paper, id);
}

function nameOf(actor: ActorId | null): string {
  return actor === null ? "" : (useLibrary.getState().library.actors[actor]?.name ?? "");
}

/** A claim of the selected words. What nobody chose is left out: no stance, no actor. */
async function makeClaim(issue: IssueId): Promise<void> {
  const { paper, content, range, added } = useReading.getState();
  if (paper === null || content === null || range === null) return;
  const ranges = joinRanges([...added, range]).flatMap((one) => trimRange(content.text, one) ?? []);
  if (ranges.length === 0) {
    showMessage(texts().t("quick.onlySpace"), true);
    return;
  }
  const passage = await attempt(() => getWorkbench().describe({ paper, ranges }));
  if (passage === null) return;
  const { library, server } = useLibrary.getState();
  const { stance, actor } = useQuickCoding.getState();
  const positions = [{ issue, stance, strength: null }];
  const coding = { paper, passage, actor, positions, certainty: null, note: "", coder: server.coder };
  const known = new SameCodings(codedIn(library, paper)).find(coding);
  if (known !== null) {
    finish(known.annotation.id, issue, range);
    showMessage(texts().t("quick.codedAlready"));
    return;
  }
  const made = claimEdits({ ...coding, at: new Date().toISOString() });
  if (await commit(message("change.claim"), made.edits)) finish(made.annotation.id, issue, range);
}

/** The claim is there: further clicks complete it, as long as the same words are selected. */
function finish(id: AnnotationId, issue: IssueId, range: TextRange): void {
  if (same(useReading.getState().range, range)) {
    useQuickCoding.setState({ made: id, issue, stance: null, actor: null });
    useReading.setState({ added: [] });
  }
  remember(id);
}

const isFull = ({ stance }: Readonly<{ stance: ChosenStance }>): boolean => stance !== null;

/** Confirm a claim, select it, and offer what it was coded with first from now on. */
function remember(id: AnnotationId): void {
  const coded = claimHere(id);
  if (coded === null) return;
  const { library } = useLibrary.getState();
  const actor = nameOf(coded.annotation.actor);
  const positions = coded.positions.map(({ issue, stance, strength }) => ({ issue, stance, strength }));
  useReading.setState(({ recent, recentActors }) => ({
    selected: id,
    last: { positions, actor },
    recent: [...new Set([...positions.map(({ issue }) => issue).reverse(), ...recent])].slice(0, 5),
    recentActors: [...new Set([actor, ...recentActors])].filter((name) => name !== "").slice(0, 5),
  }));
  // Nothing is left to click, and the words around may be next.
  const complete = coded.annotation.actor !== null && positions.length > 0 && positions.every(isFull);
  if (complete && useQuickCoding.getState().made === id) closeToolbar();
  confirmChange(texts().t("quick.saved", { actor: actorOf(library, coded), saying: sayingOf(library, coded) }));
}
