import { beforeEach, expect, test } from "vitest";
import { ids } from "../../../shared/fixtures/sample-library.cases.ts";
import { emptyDraft } from "./draft.ts";
import {
  draftName,
  markDraftAsSaved,
  removeDraftOnceSaved,
  saveDraft,
  savedDraft,
  wordsOfDraft,
} from "./saved-draft.ts";
import { memoryStorage } from "./window.cases.ts";

let storage = new Map<string, string>();
beforeEach(() => {
  storage = memoryStorage();
});

const words = { start: 3, end: 12 };
const name = draftName(ids.paper, words);

test("what was being written about words is found for the same words only, until it is saved or given up", () => {
  const draft = { ...emptyDraft, note: "half a no", path: "Water › Price" };
  saveDraft(name, draft);
  expect(savedDraft(name)).toEqual(draft);
  expect(savedDraft(draftName(ids.paper, { start: 3, end: 13 }))).toEqual({});
  expect(wordsOfDraft()).toEqual({ paper: ids.paper, ...words });
  saveDraft(name, null);
  expect([savedDraft(name), wordsOfDraft()]).toEqual([{}, null]);
});

test("a draft of a claim that is edited names no words", () => {
  saveDraft(ids.claim, { ...emptyDraft, note: "n" });
  expect([savedDraft(ids.claim).note, wordsOfDraft()]).toEqual(["n", null]);
});

test("a draft whose claim the library has is not offered again; one that was not saved is", () => {
  saveDraft(name, { ...emptyDraft, note: "n" });
  markDraftAsSaved("other words", ids.claim);
  removeDraftOnceSaved(() => true);
  expect(savedDraft(name).note).toBe("n");
  markDraftAsSaved(name, ids.claim);
  removeDraftOnceSaved((claim) => claim !== ids.claim);
  expect(savedDraft(name).note).toBe("n");
  removeDraftOnceSaved((claim) => claim === ids.claim);
  expect([savedDraft(name), wordsOfDraft()]).toEqual([{}, null]);
});

test.each(["", "null", "7", "[]", "{", '{"of":3,"draft":{}}', '{"of":"p:1-2","draft":null}', '{"of":"p:1-2"}'])(
  "a storage that holds %j has no draft",
  (kept) => {
    storage.set("draft", kept);
    expect([savedDraft("p:1-2"), wordsOfDraft()]).toEqual([{}, null]);
  },
);
