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
  codeActor,
  codeSelection,
  hasWords,
  isToolbarWanted,
  openSameClaim,
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

/** Select the words of the first claim again, as a reader does who comes back to them. */
function selectAgain(): void {
  selectWords(null);
  selectWords({ start: 0, end: 5 });
}
const asked = (): boolean => useQuickCoding.getState().same !== null;

test("a claim that is there already is offered, and not made twice", async () => {
  await codeSelection(water);
  const first = useReading.getState().selected;
  selectAgain();
  closeToolbar();
  await codeSelection(water);
  expect([claims(), keys(), asked(), isToolbarWanted()]).toEqual([[["Water none"]], ["change.claim"], true, true]);
  useReading.setState({ selected: null });
  await openSameClaim();
  expect([claims(), asked(), useReading.getState().selected]).toEqual([[["Water none"]], false, first]);
});

test("it is made twice when that is meant, and the window says that both say the same", async () => {
  await codeSelection(water);
  selectAgain();
  await codeSelection(water);
  await useQuickCoding.getState().same?.save();
  expect([claims(), asked()]).toEqual([[["Water none"], ["Water none"]], false]);
  expect(useShell.getState().confirmation?.text).toBe(
    "Claim saved: no stance on Water. Another claim on this text says the same.",
  );
});

test.each([
  ["a stance", () => chooseStance(supports), "Water supports"],
  ["an actor", () => chooseActor(ids.actor), "Water none"],
] as const)(
  "%s that makes a claim the same as another is asked about; the other one takes its place",
  async (_, last, before) => {
    const choose = async (): Promise<void> => {
      await codeSelection(water);
      await last();
    };
    await choose();
    const done = claims();
    const first = useReading.getState().selected;
    selectAgain();
    await choose();
    // The last click was not saved.
    expect([claims().length, asked()]).toEqual([2, true]);
    expect(claims()[1]).toEqual([_ === "a stance" ? "Water none" : before]);
    await openSameClaim();
    expect([claims(), useReading.getState().selected]).toEqual([done, first]);
    selectAgain();
    await choose();
    await useQuickCoding.getState().same?.save();
    expect(claims()).toEqual([...done, ...done]);
  },
);

test("the question about a claim ends with the next click and with the selection", async () => {
  await codeSelection(water);
  selectAgain();
  await codeSelection(water);
  await codeSelection(air);
  expect([asked(), claims()]).toEqual([false, [["Water none"], ["Air none"]]]);
  selectAgain();
  await codeSelection(air);
  expect(asked()).toBe(true);
  selectWords({ start: 6, end: 10 });
  expect(asked()).toBe(false);
});

test("each saved click is confirmed once, in words, with Undo", async () => {
  const messages: string[] = [];
  const stop = useShell.subscribe(({ confirmation }, before) => {
    if (confirmation !== null && confirmation !== before.confirmation)
      messages.push(`${confirmation.text} ${confirmation.action}`);
  });
  await Promise.all([codeSelection(water), chooseStance(opposes), chooseActor(ids.actor)]);
  stop();
  const name = base.actors[ids.actor]?.name;
  expect(messages).toEqual([
    "Claim saved: no stance on Water undo",
    "Claim saved: opposes Water undo",
    `Claim saved: ${name}, opposes Water undo`,
  ]);
});

test("an actor chosen beside the paper is shown in the toolbar, with what is missing; a claim gets it at once", async () => {
  closeToolbar();
  await codeActor(ids.actor);
  expect([useQuickCoding.getState().actor, isToolbarWanted(), claims()]).toEqual([ids.actor, true, []]);
  expect(useShell.getState().confirmation?.text).toMatch(/is chosen for the selected text\. Now choose an issue\.$/);
  await codeSelection(water);
  expect(allCoded(useLibrary.getState().library)[0]?.annotation.actor).toBe(ids.actor);
  selectWords({ start: 17, end: 23 });
  await codeSelection(air);
  await codeActor(ids.actor);
  expect(allCoded(useLibrary.getState().library).map(({ annotation }) => annotation.actor)).toEqual([
    ids.actor,
    ids.actor,
  ]);
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
  await Promise.all([addIssueTo(id, air), addIssueTo(id, air)]);
  expect(useShell.getState().confirmation?.text).toBe("The claim already has the issue Air.");
  await Promise.all([setActorOf(id, ids.actor), setActorOf(id, ids.actor)]);
  expect(useShell.getState().confirmation?.text).toMatch(/is already the actor of this claim\.$/);
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
