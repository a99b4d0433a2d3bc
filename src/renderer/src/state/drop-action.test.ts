import { expect, test } from "vitest";
import { contextName, parseContext } from "./context.ts";
import { dropAction } from "./drop-action.ts";

const nowhere = { claim: null, selection: false, collection: null };
const issue = { target: "issue", id: "i", paper: "" } as const;
const actor = { target: "actor", id: "a", paper: "" } as const;
const paper = { target: "paper", id: "p", paper: "" } as const;

test.each([
  ["an issue on selected words codes them", issue, { ...nowhere, selection: true }, { kind: "code", issue: "i" }],
  [
    "an issue on a claim adds a position",
    issue,
    { ...nowhere, claim: "c" },
    { kind: "add-issue", issue: "i", claim: "c" },
  ],
  [
    "selected words come before the claim under them",
    issue,
    { ...nowhere, claim: "c", selection: true },
    { kind: "code", issue: "i" },
  ],
  [
    "an actor on selected words is chosen for them",
    actor,
    { ...nowhere, selection: true },
    { kind: "choose-actor", actor: "a" },
  ],
  [
    "an actor on a claim is its actor",
    actor,
    { ...nowhere, claim: "c" },
    { kind: "set-actor", actor: "a", claim: "c" },
  ],
  [
    "a paper goes into a collection",
    paper,
    { ...nowhere, collection: "North" },
    { kind: "collect", paper: "p", collection: "North" },
  ],
  ["an issue goes into no collection", issue, { ...nowhere, collection: "North" }, null],
  ["a paper codes nothing", paper, { ...nowhere, claim: "c", selection: true }, null],
  ["words without a claim take nothing", issue, nowhere, null],
  ["nothing is dropped when nothing is carried", null, { ...nowhere, selection: true }, null],
])("%s", (_, carried, place, action) => {
  expect(dropAction(carried, place)).toEqual(action);
});

test("what an element shows is read as it was written; anything else is nothing", () => {
  expect(parseContext(contextName("row", "claim-1", "paper-1"))).toEqual({
    target: "row",
    id: "claim-1",
    paper: "paper-1",
  });
  expect(parseContext(contextName("mark"))).toEqual({ target: "mark", id: "", paper: "" });
  for (const text of [undefined, "", "stance x", "selection"]) expect(parseContext(text)).toBeNull();
});
