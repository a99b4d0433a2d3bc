import { afterEach, beforeEach, expect, test } from "vitest";
import { ids, sampleEdits, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { newId, PaperId as PaperIdSchema } from "../../../shared/model/ids.ts";
import { useLibrary } from "./library.ts";
import { go } from "./navigation-history.ts";
import { type ReaderControl, setReader } from "./reader-control.ts";
import {
  addWords,
  clearSelection,
  composeClaim,
  editAnnotation,
  finishGoal,
  goTo,
  navigate,
  openPaper,
  savePlace,
  selectClaimOf,
  selectPaper,
  selectWords,
  setGoal,
  useReading,
} from "./reading.ts";
import { showView, useShell } from "./shell.ts";
import { contentOf, openWindow } from "./window.cases.ts";

const other = newId(PaperIdSchema);
const library = sampleLibrary(
  sampleEdits().flatMap((edit) =>
    edit.table === "papers" && edit.to !== null ? [edit, { ...edit, to: { ...edit.to, id: other } }] : [edit],
  ),
);

beforeEach(() => void openWindow(library, "Ever words and more of them."));
afterEach(() => {
  setReader(null);
  // The trail is the window's and outlives a test.
  while (go(-1, { paper, start: 0, selected: null }) !== null);
});

const { paper, claim } = ids;

test.each<[string, number | string, number]>([
  ["in the middle", 17, 17],
  ["at the beginning", 0, 0],
  ["something that is no number", "far", 0],
])("a paper is opened where it was left: %s", async (_, place, start) => {
  savePlace(other, place as number);
  savePlace(paper, 3);
  await openPaper(other);
  expect(useReading.getState()).toMatchObject({
    paper: other,
    selected: null,
    goal: { paper: other, start, focus: false },
  });
  expect(useShell.getState().view).toBe("read");
});

test("a paper never read is opened at its beginning; the open paper stays where it is", async () => {
  await openPaper(paper);
  expect(useReading.getState().goal).toBeNull();
  await openPaper(other);
  expect(useReading.getState().goal).toEqual({ paper: other, start: 0, focus: false });
});

test("each paper has a place of its own", async () => {
  savePlace(paper, 3);
  savePlace(other, 9);
  await openPaper(other);
  await openPaper(paper);
  expect(useReading.getState().goal).toMatchObject({ paper, start: 3 });
});

test("a paper that is opened for one of its claims goes to the claim and not to the place", async () => {
  await openPaper(other);
  useReading.setState({ goal: null });
  savePlace(paper, 3);
  await openPaper(paper, claim);
  expect(useReading.getState()).toMatchObject({ paper, selected: claim, goal: null });
});

test("a paper or claim chosen in another view leaves the view as it is", async () => {
  showView("claims");
  await selectPaper(other);
  await selectClaimOf(paper, claim);
  expect(useReading.getState()).toMatchObject({ paper, selected: claim, goal: null });
  expect(useShell.getState().view).toBe("claims");
});

test("a paper whose words cannot be had is not opened, and the reason is shown", async () => {
  openWindow(library, "Ever words", { content: () => Promise.reject(new Error("broken")) });
  showView("library");
  await openPaper(other);
  expect(useReading.getState().paper).toBe(paper);
  expect(useShell.getState()).toMatchObject({ view: "library", message: { bad: true } });
});

test("another paper takes no words and no form with it", async () => {
  selectWords({ start: 0, end: 4 });
  addWords({ start: 5, end: 10 });
  composeClaim("1");
  await openPaper(other);
  expect(useReading.getState()).toMatchObject({ range: null, added: [], composing: false, editing: null });
});

test("jumps are gone back and forward, to the caret they began at", async () => {
  let caret = 5;
  setReader({ caret: () => caret } as unknown as ReaderControl);
  await goTo(other, 20);
  expect(useReading.getState().goal).toEqual({ paper: other, start: 20, focus: true });
  caret = 21;
  await navigate(-1);
  expect(useReading.getState().goal).toEqual({ paper, start: 5, focus: true });
  caret = 5;
  await navigate(1);
  expect(useReading.getState().goal).toEqual({ paper: other, start: 21, focus: true });
});

test("nothing goes to a paper that is not in the library", async () => {
  await goTo(newId(PaperIdSchema) as PaperId, 3);
  expect(useReading.getState()).toMatchObject({ paper, goal: null });
});

test("a goal with words opens the form when it is reached; one without does not", () => {
  setGoal({ paper, start: 0, end: 4, focus: false });
  finishGoal();
  expect(useReading.getState()).toMatchObject({ goal: null, composing: true });
  useReading.setState({ composing: false });
  setGoal({ paper, start: 0, focus: false });
  finishGoal();
  expect(useReading.getState()).toMatchObject({ goal: null, composing: false });
});

test("the form closes with the words; words put aside are counted and given up together", () => {
  editAnnotation(claim);
  expect(useReading.getState()).toMatchObject({ selected: claim, composing: true, editing: claim });
  selectWords(null);
  expect(useReading.getState()).toMatchObject({ composing: false, editing: null });
  expect([addWords({ start: 0, end: 4 }), addWords({ start: 5, end: 10 })]).toEqual([1, 2]);
  clearSelection();
  expect(useReading.getState()).toMatchObject({ selected: null, added: [] });
});

test("the open paper follows the library: it closes when it is gone, and its pages get their new labels", () => {
  const now = useLibrary.getState().library;
  const record = now.papers[paper];
  if (record === undefined) throw new Error("a paper is needed");
  useReading.setState({ content: contentOf("Ever words"), selected: claim });
  const labels = [{ from: 1, to: 1, style: "roman", prefix: "", start: 4 } as const];
  useLibrary.setState({ library: { ...now, papers: { ...now.papers, [paper]: { ...record, labels } } } });
  expect(useReading.getState()).toMatchObject({ paper, content: { pages: [{ label: "iv" }] } });
  useLibrary.setState({ library: { ...now, papers: { [other]: record } } });
  expect(useReading.getState()).toMatchObject({ paper: null, content: null, selected: null });
});

test("words of the selected claim keep it selected, others deselect it, and the form does not", () => {
  const selected = (): string | null => useReading.getState().selected;
  useReading.setState({ paper, selected: claim });
  const own = { start: 0, end: 4 };
  selectWords({ start: own.start, end: own.start + 1 });
  expect(selected()).toBe(claim);
  editAnnotation(claim);
  selectWords({ start: own.end + 1, end: own.end + 3 });
  expect(selected()).toBe(claim);
  selectWords(null);
  expect(selected()).toBe(claim);
  selectWords({ start: own.end, end: own.end + 3 });
  expect(selected()).toBeNull();
});
