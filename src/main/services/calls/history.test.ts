import { expect, onTestFinished, test } from "vitest";
import { codedOne } from "../../../shared/claims/claims.ts";
import { renameEntry } from "../../../shared/codebook/entries.ts";
import type { Arguments } from "../../../shared/contract/workbench.ts";
import { ids, sampleEdits } from "../../../shared/fixtures/sample-library.cases.ts";
import { printLabel } from "../../../shared/messages/message.ts";
import { CoderId, newId } from "../../../shared/model/ids.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { contextOf } from "./context.cases.ts";
import { history } from "./history.ts";

/** A library whose history is: Make, Note 1 … Note 5, Rename; the rename was undone, done again and undone. */
async function story(): Promise<(args: Arguments<"history">) => Promise<string[]>> {
  const store = await FileLibrary.open(await temporaryFolder(), { program: "a test", coder: "Ada" });
  onTestFinished(() => store.close());
  await store.commit("Make", sampleEdits());
  for (const note of ["one", "two", "three", "four", "five"]) {
    const from = codedOne(store.library, ids.paper, ids.claim)?.annotation ?? null;
    await store.commit("Note", [{ table: "annotations", from, to: from && { ...from, note: `it says ${note}` } }]);
  }
  await store.commit("Rename", renameEntry(store.library, { kind: "issue", id: ids.root }, "Rivers"));
  await store.undo();
  await store.redo();
  await store.undo();
  return async (args) =>
    (await history(contextOf(store), args)).map(({ label, undone }) => `${printLabel(label)}${undone ? " −" : ""}`);
}

test("what was undone is marked, and what was done again is not", async () => {
  const past = await story();
  // The redo undid the first undo, and the last undo undid the redo, which makes the first undo count again.
  expect(await past({ limit: 5 })).toEqual(["Undo: Rename", "Rename −", "Undo: Rename", "Rename −", "Note"]);
});

test("of a change of many claims, the history of one has what was done to that one", async () => {
  const store = await FileLibrary.open(await temporaryFolder(), { program: "a test", coder: "Ada" });
  onTestFinished(() => store.close());
  await store.commit("Make", sampleEdits());
  const edited = [ids.claim, ids.note].flatMap((id) => codedOne(store.library, ids.paper, id)?.annotation ?? []);
  expect(edited).toHaveLength(2);
  await store.commit(
    "Note",
    edited.map((from) => ({ table: "annotations", from, to: { ...from, note: "both" } })),
  );
  const [ofClaim] = await history(contextOf(store), { annotation: ids.claim, limit: 1 });
  expect(ofClaim?.edits.map((edit) => (edit.table === "annotations" ? edit.to?.id : edit.table))).toEqual([ids.claim]);
  const [ofPaper] = await history(contextOf(store), { paper: ids.paper, limit: 1 });
  expect(ofPaper?.edits).toHaveLength(2);
  const made = (await history(contextOf(store), { annotation: ids.claim })).at(-1)?.edits ?? [];
  expect(new Set(made.map(({ table }) => table))).toEqual(new Set(["annotations", "positions", "relations"]));
});

test("a long history is read page by page, each change once", async () => {
  const store = await FileLibrary.open(await temporaryFolder(), { program: "a test", coder: "Ada" });
  onTestFinished(() => store.close());
  await store.commit("Make", sampleEdits());
  for (let step = 1; step <= 23; step++)
    await store.commit(`Step ${step}`, renameEntry(store.library, { kind: "issue", id: ids.root }, `Water ${step}`));
  const labels: string[] = [];
  for (let last: Arguments<"history">["before"]; ; ) {
    const page = await history(contextOf(store), {
      limit: 5,
      ...(last === undefined ? {} : { before: last }),
    });
    labels.push(...page.map((change) => printLabel(change.label)));
    last = page.at(-1)?.id;
    if (page.length < 5) break;
  }
  expect(labels).toHaveLength(24);
  expect(labels.slice(0, 2)).toEqual(["Step 23", "Step 22"]);
  expect(labels.at(-1)).toBe("Make");
});

test.each([
  [{ text: "says three" }, ["Note", "Note"]],
  [{ text: "THREE", annotation: ids.claim }, ["Note", "Note"]],
  [{ text: "rivers", limit: 1 }, ["Undo: Rename"]],
  [{ text: "rivers", annotation: ids.claim }, []],
  [{ text: "nothing has this" }, []],
  [{ coder: newId(CoderId) }, []],
  [{ annotation: ids.claim, limit: 2 }, ["Note", "Note"]],
  [{ paper: ids.paper, text: "make" }, ["Make"]],
] as const)("%j finds %j", async (args, labels) => {
  const past = await story();
  expect(await past(args)).toEqual(labels);
});
