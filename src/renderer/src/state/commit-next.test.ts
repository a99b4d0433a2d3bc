import { expect, test } from "vitest";
import { allCoded } from "../../../shared/claims/claims.ts";
import { issueAt, libraryWith, positionsOf, stanceNamed } from "../../../shared/codebook/codebook.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";
import { recodeClaims } from "../claims/recode-claims.ts";
import { commitNext, stepHistory } from "./commit-next.ts";
import { useLibrary } from "./library.ts";
import { chooseStance, codeSelection } from "./quick-coding.ts";
import { selectWords } from "./reading.ts";
import { openWindow } from "./window.cases.ts";

const base = libraryWith(["Water", "Air"]);
const [water, air] = [issueAt(base, "Water"), issueAt(base, "Air")];
const supports = stanceNamed(base, "supports");
const library = (): Library => useLibrary.getState().library;

test("edits are computed from what clicks just before them have saved", async () => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 6 });
  const clicks = [codeSelection(water), chooseStance(supports)];
  let seen: unknown = null;
  await commitNext(message("change.addIssue"), (now) => {
    seen = positionsOf(now);
    return [];
  });
  await Promise.all(clicks);
  expect(seen).toEqual([["Water supports"]]);
});

test("claims that were edited a moment ago are recoded as they are by then, and the label counts them", async () => {
  const labels = openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 6 });
  await codeSelection(water);
  const before = allCoded(library());
  const [, , gone] = await Promise.all([
    chooseStance(supports),
    recodeClaims(before, { kind: "issue", from: water, to: air }),
    recodeClaims(before, { kind: "delete" }),
    recodeClaims(before, { kind: "delete" }),
  ]);
  expect(gone).toBe(true);
  expect(allCoded(library())).toEqual([]);
  expect(labels.slice(2)).toEqual([
    message("change.bulk.issue", { count: 1 }),
    message("change.bulk.delete", { count: 1 }),
  ]);
});

test("undo means what was asked for a moment ago, though it has not been saved yet", async () => {
  const steps: string[] = [];
  const labels = openWindow(base, "Fares will rise. Nobody asked.", {
    undo: async () => {
      steps.push(`undo after ${labels.length}`);
      return null as never;
    },
  });
  selectWords({ start: 0, end: 6 });
  const click = codeSelection(water);
  expect(await stepHistory("undo")).toBe(null);
  await click;
  expect(steps).toEqual(["undo after 1"]);
});
