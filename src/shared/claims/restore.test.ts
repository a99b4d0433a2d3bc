import { expect, test } from "vitest";
import { apply, type Change, invert } from "../change/change.ts";
import { differencesOf, printDifference, printRecord, shortened } from "../change/differences.ts";
import type { Edit } from "../change/edit.ts";
import { removeActor, updateActor } from "../codebook/actors.ts";
import { removeIssue } from "../codebook/issues.ts";
import { ids, sampleEdits, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { ChangeId, newId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { removeAnnotationEdits } from "./claim-edits.ts";
import { codedOne } from "./claims.ts";
import { annotationsOf, claimStateAt, restoreClaimEdits } from "./restore.ts";

const now = "2027-01-01T00:00:00.000Z";

/** A library with the history that made it, newest first. */
function story(steps: readonly ((library: Library) => readonly Edit[])[]): { library: Library; history: Change[] } {
  const made = sampleEdits();
  let library = sampleLibrary(made);
  const changes = [change("make", made)];
  for (const [index, step] of steps.entries()) {
    const edits = step(library);
    library = apply(library, { edits });
    changes.unshift(change(`step ${index + 1}`, edits));
  }
  return { library, history: changes.filter((change) => change.edits.some((edit) => annotationsOf(edit).length > 0)) };
}

function change(label: string, edits: readonly Edit[]): Change {
  return { id: newId(ChangeId), at: now, coder: ids.coder, label, edits: [...edits], undoes: null };
}

const note =
  (text: string) =>
  (library: Library): Edit[] => {
    const from = codedOne(library, ids.paper, ids.claim)?.annotation ?? null;
    return [{ table: "annotations", from, to: from === null ? null : { ...from, note: text } }];
  };
const remove = (library: Library): Edit[] => removeAnnotationEdits(library, ids.paper, ids.claim);

function restored(library: Library, history: readonly Change[], label: string, when: "before" | "after"): Library {
  const wanted = history.find((change) => change.label === label);
  if (wanted === undefined) throw new Error(`no ${label}`);
  const state = claimStateAt(library, ids.paper, ids.claim, history, wanted.id, when);
  const edits = restoreClaimEdits(library, ids.paper, ids.claim, state, now);
  const after = apply(library, { edits });
  // A restoration is a change like any other.
  expect(apply(after, { edits: invert(edits) })).toEqual(library);
  return after;
}

test("any earlier state of a claim comes back, with its positions and relations", () => {
  const { library, history } = story([note("one"), note("two"), remove]);
  expect(codedOne(library, ids.paper, ids.claim)).toBeNull();
  for (const [label, when, text] of [
    ["step 3", "before", "two"],
    ["step 2", "before", "one"],
    ["step 1", "after", "one"],
    ["step 1", "before", ""],
    ["make", "after", ""],
  ] as const) {
    const after = restored(library, history, label, when);
    const coded = codedOne(after, ids.paper, ids.claim);
    expect([label, when, coded?.annotation.note, coded?.positions.length]).toEqual([label, when, text, 1]);
    expect(Object.keys(after.relations)).toHaveLength(1);
  }
  expect(restored(library, history, "make", "before")).toEqual(library);
});

test("a claim that is so already is left alone", () => {
  const { library, history } = story([note("one"), note("")]);
  expect(restored(library, history, "make", "after")).toEqual(library);
});

test("what has left the codebook does not come back with the claim", () => {
  const { library, history } = story([
    remove,
    (state) => removeIssue(state, ids.root),
    (state) => removeActor(state, ids.actor),
  ]);
  const coded = codedOne(restored(library, history, "step 1", "before"), ids.paper, ids.claim);
  expect([coded?.positions, coded?.annotation.actor]).toEqual([[], null]);
});

test("a change is described in a line for each record, with long texts cut at a word", () => {
  const { library, history } = story([note("one two three ".repeat(10)), note("x")]);
  const [last, first] = history.map((change) =>
    differencesOf(library, change.edits).map((difference) => printDifference(difference)),
  );
  expect(first).toEqual([
    "Claim: “Ever” · note (none) → “one two three one two three one two three one two three one two three one two…”",
  ]);
  expect(last?.[0]).toMatch(/^Claim: “Ever” · note “one two .*…” → “x”$/);
  expect(printRecord(library, { label: "A label", undoes: null, edits: history[0]?.edits ?? [] })).toContain(
    "A label\nEver\n",
  );
  expect(shortened("a".repeat(200))).toBe(`${"a".repeat(60)}…`);
  expect(differencesOf(library, sampleEdits()).map((difference) => printDifference(difference))).toContain(
    "Issue added: Water",
  );
});

test("differences name what was made, changed and removed", () => {
  const { library, history } = story([note("one"), remove]);
  expect(differencesOf(library, history[1]?.edits ?? [])).toMatchObject([
    { table: "annotations", did: "edited", subject: "Ever", fields: [{ field: "note", from: "", to: "one" }] },
  ]);
  expect(
    differencesOf(library, history[0]?.edits ?? []).map(({ table, did, subject }) => [table, did, subject]),
  ).toEqual([
    ["relations", "removed", "supports “words”"],
    ["positions", "removed", "supports Water › Quality/taste"],
    ["annotations", "removed", "Ever"],
  ]);
  const renamed = updateActor(library.actors, ids.actor, { name: "The Board", aliases: ["HB", "Board"] });
  expect(differencesOf(library, renamed)).toMatchObject([
    {
      table: "actors",
      did: "edited",
      subject: "The Board",
      fields: [
        { field: "name", from: "Harbour Board", to: "The Board" },
        { field: "aliases", from: "HB", to: "HB; Board" },
      ],
    },
  ]);
  const gone = removeIssue(library, ids.root);
  expect(differencesOf(apply(library, { edits: gone }), gone).map((difference) => difference.subject)).toEqual([
    "Quality/taste",
    "Water",
  ]);
  expect(differencesOf(library, sampleEdits()).map((difference) => difference.did)).toEqual(
    sampleEdits().map(() => "made"),
  );
});
