import { expect, test } from "vitest";
import { libraryWith, withEdits } from "../../../shared/codebook/codebook.cases.ts";
import { findOrCreateActor, findOrCreateIssue } from "../../../shared/codebook/find-or-create.ts";
import { pinIssue } from "../../../shared/codebook/issues.ts";
import { issueNames, showPath, typedPath } from "../../../shared/model/issue-path.ts";
import { nameKey } from "../../../shared/text/names.ts";
import { afterEnter, type Candidate, offersFor } from "../ui/offers.ts";
import { type ComposerPress, composerAction } from "./composer-keys.ts";
import { issueCandidates, issueChoices } from "./issue-choices.ts";
import { typedNames as names } from "./typed-names.cases.ts";

const existing = ["COVID", "Phase 1", "EU", "Who pays", "Energy", "Roads", "Water", "Iran", "Targets", "R and D"];
const plain = libraryWith(existing);
const library = existing.slice(0, 9).reduce((before, name, index) => {
  const issue = Object.values(before.issues).find((issue) => issue.name === name);
  return issue === undefined ? before : withEdits(before, pinIssue(before.issues, issue.id, String(index + 1)));
}, plain);

const press = (key: string, part: Partial<ComposerPress> = {}): ComposerPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : "",
  alt: false,
  modified: false,
  shift: false,
  composing: false,
  target: "text",
  listOpen: true,
  touched: true,
  ...part,
});

/** What a field holds after a name is typed letter by letter, on whatever was in it. */
function typed(name: string, before: string): string {
  let text = before;
  for (const letter of name) {
    for (const listOpen of [true, false]) expect(composerAction(press(letter, { listOpen }))).toBeNull();
    text += letter;
  }
  return text;
}

/** What a field holds after Enter is pressed until a row of its list is taken. */
function entered(candidates: readonly Candidate[], text: string): string {
  const list = offersFor(candidates, text);
  let { highlighted } = list;
  for (let times = 0; times < 2; times++) {
    expect(composerAction(press("Enter"))).toEqual({ kind: "take-offer" });
    const { take, highlighted: next } = afterEnter(list, highlighted);
    if (take !== null) return take.name;
    highlighted = next;
  }
  return text;
}

const savedIssue = (path: string): string => {
  const found = findOrCreateIssue(library.issues, typedPath(library.issues, path));
  const after = withEdits(library, found.edits);
  return showPath(issueNames(after.issues, found.id));
};

test("there are enough names", () => expect(new Set(names).size).toBeGreaterThanOrEqual(60));

test.each(names)("%s is saved as the issue that is typed", (name) => {
  expect(savedIssue(typed(name, ""))).toBe(name);
  const taken = entered(issueCandidates(library, issueChoices(library), name), typed(name, ""));
  // A letter or two begin other names, which are highlighted; everything else is what is typed.
  if (Array.from(name).length > 2) expect(savedIssue(taken)).toBe(name);
  else expect(nameKey(taken).startsWith(nameKey(name)) || taken.includes(name)).toBe(true);
});

test.each(names)("%s is saved as the actor that is typed", (name) => {
  const found = findOrCreateActor(library.actors, typed(name, ""));
  expect(withEdits(library, found.edits).actors[found.id]?.name).toBe(name);
  expect(entered([], name)).toBe(name);
});

test.each(names)("%s is added to the issue of an edited claim and to a note as it is typed", (name) => {
  for (const before of existing) {
    expect(savedIssue(typed(` ${name}`, before))).toBe(`${before} ${name}`);
    expect(savedIssue(typed(`-${name}`, before))).toBe(`${before}-${name}`);
  }
  expect(typed(name, "Seen: ")).toBe(`Seen: ${name}`);
});
