import { beforeEach, expect, test } from "vitest";
import { issueAt, libraryWith, withEdits } from "../../../shared/codebook/codebook.cases.ts";
import type { News, Workbench } from "../../../shared/contract/workbench.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import { ChangeId, newId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { emptyDraft } from "./draft.ts";
import { useLibrary } from "./library.ts";
import { savePlace, useReading } from "./reading.ts";
import { draftName, markDraftAsSaved, saveDraft } from "./saved-draft.ts";
import { begin } from "./session.ts";
import { useShell } from "./shell.ts";
import { openWindow } from "./window.cases.ts";

let stored: Library = sampleLibrary();
let part = {};
let reads = 0;
let tell: (news: News) => void = () => undefined;

beforeEach(() => {
  [stored, part, reads] = [sampleLibrary(), {}, 0];
  openWindow(stored, "Ever words and more.", {
    opening: async () => {
      reads++;
      const { server } = useLibrary.getInitialState();
      return { state: { ...server, library: stored, coder: ids.coder, ...part }, missing: [] };
    },
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
  } satisfies Partial<Workbench>);
  useReading.setState(useReading.getInitialState(), true);
});

/** What a piece of news sets going is done in the turns after it. */
const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("the window opens the paper read last, at the place where it was left", async () => {
  localStorage.setItem("paper", ids.paper);
  savePlace(ids.paper, 11);
  await begin();
  expect(useReading.getState()).toMatchObject({
    paper: ids.paper,
    goal: { paper: ids.paper, start: 11, focus: false },
  });
  expect(useLibrary.getState()).toMatchObject({ library: stored, connected: true });
});

test("words that were being coded when the window closed are gone on with, rather than the place", async () => {
  savePlace(ids.paper, 11);
  saveDraft(draftName(ids.paper, { start: 5, end: 10 }), { ...emptyDraft, note: "half" });
  await begin();
  expect(useReading.getState().goal).toEqual({ paper: ids.paper, start: 5, end: 10, focus: false });
});

test("words whose claim was saved before the window closed are not coded again", async () => {
  savePlace(ids.paper, 11);
  const name = draftName(ids.paper, { start: 5, end: 10 });
  saveDraft(name, { ...emptyDraft, note: "half" });
  markDraftAsSaved(name, ids.claim);
  await begin();
  expect(useReading.getState().goal).toMatchObject({ start: 11 });
});

test("an empty library opens no paper; a damaged one shows what can be done", async () => {
  stored = sampleLibrary([]);
  part = { damaged: true, notices: [message("connection.lost")] };
  await begin();
  expect(useReading.getState().paper).toBeNull();
  expect(useShell.getState().dialog).toBe("keeping");
});

test("a lost connection stops work that is shown; back again, the library is read and the reason is said", async () => {
  await begin();
  tell({ kind: "progress", job: "one", label: message("progress.pages"), done: 1, total: 3 });
  expect(useShell.getState().progress).toMatchObject({ done: 1, total: 3 });
  tell({ kind: "lost" });
  expect([useLibrary.getState().connected, reads]).toEqual([false, 1]);
  stored = withEdits(stored, [{ table: "settings", from: null, to: { key: "meanwhile", value: 1 } }]);
  tell({ kind: "reload", reason: message("connection.back") });
  await later();
  const { connected, library } = useLibrary.getState();
  expect([connected, library.settings.meanwhile?.value, reads]).toEqual([true, 1, 2]);
  expect(useShell.getState()).toMatchObject({ progress: null, message: { bad: false } });
});

test("work that is done is no longer shown", async () => {
  await begin();
  const news = { kind: "progress", job: "one", label: message("progress.pages"), total: 3 } as const;
  tell({ ...news, done: 2 });
  tell({ ...news, done: 3 });
  expect(useShell.getState().progress).toBeNull();
});

test("a change is applied to the window's copy; one that does not fit has the library read again", async () => {
  await begin();
  const edits = [{ table: "settings", from: null, to: { key: "a", value: 1 } } as const];
  const change = { at: "2026-01-02T03:04:05Z", coder: ids.coder, label: message("change.claim"), undoes: null };
  const news = (number: number) => ({
    kind: "change" as const,
    number,
    change: { ...change, id: newId(ChangeId), edits: [...edits] },
    undo: change.label,
    redo: null,
  });
  tell(news(1));
  expect([useLibrary.getState().server.undo, reads]).toEqual([change.label, 1]);
  stored = libraryWith(["Water"]);
  tell(news(2));
  await later();
  expect([issueAt(useLibrary.getState().library, "Water").length > 0, reads]).toEqual([true, 2]);
});

/** News of a change, by its number, that makes a setting of this key. */
function newsOf(number: number, key: string): News {
  const edits = [{ table: "settings", from: null, to: { key, value: 1 } } as const];
  const label = message("change.claim");
  const change = {
    id: newId(ChangeId),
    at: "2026-01-02T03:04:05Z",
    coder: ids.coder,
    label,
    undoes: null,
    edits: [...edits],
  };
  return { kind: "change", number, change, undo: label, redo: null };
}

test("changes heard while the library is read count once, whether they are in it or came after", async () => {
  part = { last: 7 };
  stored = withEdits(stored, [{ table: "settings", from: null, to: { key: "in it", value: 1 } }]);
  const begun = begin();
  tell(newsOf(7, "in it"));
  tell(newsOf(8, "after it"));
  await begun;
  const { library, server } = useLibrary.getState();
  expect(library.settings).toMatchObject({ "in it": { value: 1 }, "after it": { value: 1 } });
  expect([server.last, reads]).toEqual([8, 1]);
});

test("news that were missed have the library read again", async () => {
  part = { last: 7 };
  await begin();
  part = { last: 9 };
  stored = withEdits(stored, [{ table: "settings", from: null, to: { key: "missed", value: 1 } }]);
  tell(newsOf(9, "heard"));
  await later();
  expect([useLibrary.getState().library, reads]).toEqual([stored, 2]);
});

test("changes that do not get to disk are reported as bad news, and as good news when they do", async () => {
  await begin();
  tell({ kind: "unsaved", reason: message("connection.lost"), waiting: 2 });
  expect(useShell.getState().message?.bad).toBe(true);
  tell({ kind: "unsaved", reason: null, waiting: 0 });
  expect(useShell.getState().confirmation?.text).toBeTruthy();
});
