import { create } from "zustand";
import { codedOne } from "../../../shared/claims/claims.ts";
import { type Passage, textRanges } from "../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId, IssueId, PaperId, StanceId } from "../../../shared/model/ids.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { labelled } from "../../../shared/papers/page-labels.ts";
import { getWorkbench } from "../client/connection.ts";
import { isWritable, loadPaper, useLibrary } from "./library.ts";
import { go, type NavigationPlace, pushPlace } from "./navigation-history.ts";
import { reader } from "./reader-control.ts";
import { attempt, showView, useShell } from "./shell.ts";

export type LastPosition = Readonly<{ issue: IssueId; stance: StanceId | null; strength: number | null }>;
export type LastCoding = Readonly<{ positions: readonly LastPosition[]; actor: string }>;

const noPassage = { ranges: [] };

type Goal = Readonly<{
  paper: PaperId;
  start: number;
  focus: boolean;
  /** The words to select and go on coding. */
  end?: number;
}>;

/** The open paper, what is selected in it, and what is being coded. */
export type ReadingState = Readonly<{
  paper: PaperId | null;
  content: PaperContent | null;
  selected: AnnotationId | null;
  /** The words the reader has selected, offsets of the canonical text. */
  range: TextRange | null;
  /** The rectangle of a page that the reader has drawn, in place of selected words. */
  region: Passage | null;
  /** Words selected before that go into the same claim. */
  added: readonly TextRange[];
  composing: boolean;
  /** The annotation that the composer edits; null when it makes a new one. */
  editing: AnnotationId | null;
  /** The key that opened the composer, when it means an issue or a stance. */
  composeKey: string | null;
  /** The issues used last, newest first, at most five. */
  recent: readonly IssueId[];
  /** The names of the actors used last, newest first, at most five. */
  recentActors: readonly string[];
  last: LastCoding | null;
  /** A claim is being saved, which will be the last coding. */
  saving: boolean;
  /** A place that the reader is to show as soon as its paper is there. */
  goal: Goal | null;
}>;

export const useReading = create<ReadingState>(() => ({
  paper: null,
  content: null,
  selected: null,
  range: null,
  region: null,
  added: [],
  composing: false,
  editing: null,
  composeKey: null,
  recent: [],
  recentActors: [],
  last: null,
  saving: false,
  goal: null,
}));

// Before any component hears of the library: a paper that is gone is closed, pages get the labels they have now, and
// the words of a paper that was read again are fetched.
useLibrary.subscribe(({ library }, before) => {
  const { paper, content } = useReading.getState();
  if (paper === null) return;
  const record = library.papers[paper];
  if (record === undefined) useReading.setState({ paper: null, content: null, selected: null });
  else if (content !== null) {
    const fresh = labelled(content, record.labels);
    if (fresh !== content) useReading.setState({ content: fresh });
    if (!isSameReading(record, before.library.papers[paper])) void updateWords(paper);
  }
});

function isSameReading({ reading: now }: Paper, before: Paper | undefined): boolean {
  const other = before?.reading;
  return (["encoding", "lines", "extent", "ocr"] as const).every((part) => now?.[part] === other?.[part]);
}

/** Fetch the words of the open paper, which is read in another way now. */
async function updateWords(paper: PaperId): Promise<void> {
  const content = await attempt(() => getWorkbench().content({ paper }));
  if (content !== null && useReading.getState().paper === paper)
    useReading.setState({ content, range: null, region: null, added: [], composing: false, editing: null });
}

export function selectAnnotation(selected: AnnotationId | null): void {
  useReading.setState({ selected });
}

/**
 * Set the selected words; without any, the composer closes. Words of no claim deselect the claim that was selected:
 * otherwise Delete would delete what is far from them.
 */
export function selectWords(range: TextRange | null): void {
  useReading.setState((now) => ({
    range,
    region: null,
    ...(range === null
      ? { composing: false, editing: null }
      : now.composing
        ? {}
        : { selected: claimWith(range, now) }),
  }));
}

/** The selected claim where these words are some of its own; else null. */
function claimWith({ start, end }: TextRange, { paper, selected }: ReadingState): AnnotationId | null {
  const coded = paper === null || selected === null ? null : codedOne(useLibrary.getState().library, paper, selected);
  const isPart = textRanges(coded?.annotation.passage ?? noPassage).some((own) => own.start < end && start < own.end);
  return isPart ? selected : null;
}

/** Set the rectangle that is to be coded, in place of words. */
export function selectRegion(region: Passage): void {
  useReading.setState({ region, range: null, added: [], selected: null, composing: false, editing: null });
}

/** Say what the words on the drawn rectangle are. */
export function setRegionQuote(quote: string): void {
  const { region } = useReading.getState();
  if (region?.region !== undefined) useReading.setState({ region: { ...region, region: { ...region.region, quote } } });
}

/** Put the selected words aside for the same claim; the answer counts the words put aside. */
export function addWords(range: TextRange): number {
  const added = [...useReading.getState().added, range];
  useReading.setState({ added });
  return added.length;
}

/** Open the composer for the selected words, with the issue or stance that a key means. */
export function composeClaim(composeKey: string | null = null): void {
  useReading.setState({ composing: true, editing: null, composeKey });
}

/** Open the composer for an annotation that is there. */
export function editAnnotation(id: AnnotationId): void {
  useReading.setState({ selected: id, composing: true, editing: id, composeKey: null });
}

/** Edit an annotation in the form at its words, from wherever it is shown. */
export async function editClaim(id: AnnotationId): Promise<void> {
  const { paper } = useReading.getState();
  if (paper === null || !isWritable(useLibrary.getState())) return;
  if (useShell.getState().view !== "read") {
    await openPaper(paper, id);
    // The reader registers itself when it has been drawn.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }
  reader()?.selectAnnotation(id);
  editAnnotation(id);
}

export function closeComposer(): void {
  useReading.setState({ composing: false, editing: null });
}

/** Deselect the annotation and the words put aside. */
export function clearSelection(): void {
  useReading.setState({ selected: null, added: [], region: null });
}

export function setGoal(goal: Goal): void {
  useReading.setState({ goal });
}

/** The goal has been shown. With words to go on coding, the composer opens. */
export function finishGoal(): void {
  const { goal } = useReading.getState();
  useReading.setState({ goal: null, ...(goal?.end === undefined ? {} : { composing: true, editing: null }) });
}

/** Show a paper in the reader, at the place where it was left unless an annotation is to be shown. */
export async function openPaper(paper: PaperId, selected: AnnotationId | null = null): Promise<void> {
  const before = useReading.getState();
  const caret = reader()?.caret();
  if (before.paper !== null && caret !== undefined && (before.paper !== paper || selected !== null))
    pushPlace({ paper: before.paper, start: caret, selected: before.selected });
  if (!(await show(paper))) return;
  useReading.setState({ selected });
  showView("read");
  if (before.paper !== paper && selected === null) setGoal({ paper, start: savedPlace(paper), focus: false });
}

/** Make a paper the open one without leaving the view. */
export async function selectPaper(paper: PaperId): Promise<void> {
  await show(paper);
}

/** Select a claim of any paper without leaving the view. */
export async function selectClaimOf(paper: PaperId, claim: AnnotationId): Promise<void> {
  clearTimeout(looking);
  if (await show(paper)) selectAnnotation(claim);
}

let looking: ReturnType<typeof setTimeout> | undefined;

/**
 * Show an annotation in the inspector without leaving the view; while one goes quickly from one to the next, only the
 * last.
 */
export function inspect(paper: PaperId, selected: AnnotationId): void {
  clearTimeout(looking);
  looking = setTimeout(() => void show(paper).then((shown) => shown && selectAnnotation(selected)), 80);
}

async function show(paper: PaperId): Promise<boolean> {
  const before = useReading.getState();
  localStorage.setItem("paper", paper);
  if (before.paper === paper) return true;
  const content = await attempt(async () => {
    const [words] = await Promise.all([getWorkbench().content({ paper }), loadPaper(paper)]);
    return words;
  });
  if (content === null) return false;
  useReading.setState({ paper, content, range: null, region: null, added: [], composing: false, editing: null });
  return true;
}

/** Show a place of a paper, an offset of its canonical text. */
export async function goTo(paper: PaperId, start: number): Promise<void> {
  const { paper: from, selected } = useReading.getState();
  const caret = reader()?.caret();
  if (from !== null && caret !== undefined) pushPlace({ paper: from, start: caret, selected });
  await arrive({ paper, start, selected: null });
}

/** Go back (-1) or forward (1) along the places that jumps began at. */
export async function navigate(direction: 1 | -1): Promise<void> {
  const { paper, selected } = useReading.getState();
  const place = paper === null ? null : go(direction, { paper, start: reader()?.caret() ?? 0, selected });
  if (place !== null) await arrive(place);
}

async function arrive({ paper, start, selected }: NavigationPlace): Promise<void> {
  if (useLibrary.getState().library.papers[paper] === undefined || !(await show(paper))) return;
  useReading.setState({ selected, goal: { paper, start, focus: true } });
  showView("read");
}

/** Remember how far a paper has been read, an offset of its canonical text. */
export function savePlace(paper: PaperId, start: number): void {
  localStorage.setItem(`place:${paper}`, String(start));
}

function savedPlace(paper: PaperId): number {
  return Number(localStorage.getItem(`place:${paper}`)) || 0;
}
