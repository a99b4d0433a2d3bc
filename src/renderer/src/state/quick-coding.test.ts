import { beforeEach, expect, test } from "vitest";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import { allCoded } from "../../../shared/claims/claims.ts";
import { issueAt, libraryWith, positionsOf, stanceNamed } from "../../../shared/codebook/codebook.cases.ts";
import { ids } from "../../../shared/fixtures/sample-library.cases.ts";
import { useLibrary } from "./library.ts";
import {
  addIssueTo,
  chooseActor,
  chooseStance,
  closeToolbar,
  codeSelection,
  hasWords,
  isToolbarWanted,
  setActorOf,
  useQuickCoding,
} from "./quick-coding.ts";
import { closeComposer, composeClaim, selectWords, useReading } from "./reading.ts";
import { showView, useShell } from "./shell.ts";
import { openWindow } from "./window.cases.ts";

const base = libraryWith(["Water", "Air"]);
const [water, air] = [issueAt(base, "Water"), issueAt(base, "Air")];
const [supports, opposes] = [stanceNamed(base, "supports"), stanceNamed(base, "opposes")];

let labels: ChangeLabel[] = [];
beforeEach(() => {
  labels = openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 6 });
});

const claims = (): string[][] => positionsOf(useLibrary.getState().library);
const keys = (): unknown[] => labels.map((label) => (typeof label === "string" ? label : label.key));

test("a click on an issue makes a claim of the visible words, with neither stance nor actor", async () => {
  await codeSelection(water);
  const [claim] = allCoded(useLibrary.getState().library);
  expect(claims()).toEqual([["Water none"]]);
  expect(claim?.annotation).toMatchObject({ actor: null, passage: { ranges: [{ start: 0, end: 5, quote: "Fares" }] } });
  expect(useReading.getState()).toMatchObject({ selected: claim?.annotation.id, recent: [water] });
});

test("clicks that follow each other quickly complete the one claim, in their order", async () => {
  await Promise.all([
    codeSelection(water),
    chooseStance(supports),
    codeSelection(air),
    chooseStance(opposes),
    chooseActor(ids.actor),
  ]);
  expect(claims()).toEqual([["Water supports", "Air opposes"]]);
  expect(allCoded(useLibrary.getState().library)[0]?.annotation.actor).toBe(ids.actor);
  expect(keys()).toEqual(["change.claim", "change.stance", "change.addPosition", "change.stance", "change.actor"]);
  // Nothing is left to click.
  expect(isToolbarWanted()).toBe(false);
});

test("stance and actor chosen first go into the claim that the click on an issue makes, and no further", async () => {
  await Promise.all([chooseStance(opposes), chooseActor(ids.actor)]);
  expect(labels).toEqual([]);
  await codeSelection(water);
  expect(claims()).toEqual([["Water opposes"]]);
  selectWords({ start: 17, end: 30 });
  await codeSelection(water);
  expect(claims()).toEqual([["Water opposes"], ["Water none"]]);
});

test("a stance that is chosen again is taken away, before the claim is there and after", async () => {
  await Promise.all([chooseStance(opposes), chooseStance(opposes)]);
  expect(useQuickCoding.getState().stance).toBeNull();
  await Promise.all([codeSelection(water), chooseStance(opposes), chooseStance(opposes)]);
  expect(claims()).toEqual([["Water none"]]);
});

test("an issue that is clicked again leaves the claim, and the last one takes the claim with it", async () => {
  await Promise.all([codeSelection(water), codeSelection(air), codeSelection(air)]);
  expect(claims()).toEqual([["Water none"]]);
  expect(useQuickCoding.getState().issue).toBe(water);
  await codeSelection(water);
  expect(claims()).toEqual([]);
  expect(useQuickCoding.getState()).toMatchObject({ made: null, issue: null });
});

test("a claim that is there already is not made twice", async () => {
  await codeSelection(water);
  selectWords(null);
  selectWords({ start: 0, end: 5 });
  await codeSelection(water);
  expect([claims(), keys()]).toEqual([[["Water none"]], ["change.claim"]]);
});

test("words of white space alone are no claim, and the reader is told", async () => {
  selectWords({ start: 5, end: 6 });
  await codeSelection(water);
  expect([claims(), useShell.getState().message?.bad]).toEqual([[], true]);
});

test("an issue that is dropped on a claim is added once; an actor replaces nobody", async () => {
  await codeSelection(water);
  const id = allCoded(useLibrary.getState().library)[0]?.annotation.id;
  if (id === undefined) throw new Error("a claim is needed");
  await Promise.all([addIssueTo(id, air), addIssueTo(id, air), setActorOf(id, ids.actor)]);
  expect(claims()).toEqual([["Water none", "Air none"]]);
  expect(keys()).toEqual(["change.claim", "change.addPosition", "change.actor"]);
});

test("the toolbar is there for words until it is closed for them, and not while the form is open", () => {
  expect([isToolbarWanted(), hasWords()]).toEqual([true, true]);
  closeToolbar();
  expect([isToolbarWanted(), hasWords()]).toEqual([false, true]);
  selectWords({ start: 0, end: 5 });
  expect(isToolbarWanted()).toBe(true);
  composeClaim();
  expect([isToolbarWanted(), hasWords()]).toEqual([false, false]);
  closeComposer();
  expect([isToolbarWanted(), hasWords()]).toEqual([false, true]);
  showView("claims");
  expect(hasWords()).toBe(false);
});
