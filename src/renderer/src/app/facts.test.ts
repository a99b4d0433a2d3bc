import { afterEach, beforeEach, expect, test } from "vitest";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import { selectEntry, useCodebook } from "../state/codebook.ts";
import { useLibrary } from "../state/library.ts";
import { type ReaderControl, setReader } from "../state/reader-control.ts";
import { addWords, composeClaim, selectAnnotation, selectWords, useReading } from "../state/reading.ts";
import { setQuery, showMessage, showView } from "../state/shell.ts";
import { openWindow } from "../state/window.cases.ts";
import { canRun, readFacts } from "./facts.ts";

beforeEach(() => void openWindow(sampleLibrary(), "Ever words and more."));
afterEach(() => {
  setReader(null);
  useCodebook.setState(useCodebook.getInitialState(), true);
});

const at = (here: typeof ids.claim | null, canCycle = false): ReaderControl =>
  ({ annotationHere: () => here, canCycle: () => canCycle }) as unknown as ReaderControl;

const server = (part: object): void => useLibrary.setState((before) => ({ server: { ...before.server, ...part } }));

test.each<[string, () => void, Partial<ReturnType<typeof readFacts>>]>([
  [
    "a paper alone",
    () => undefined,
    { paper: true, reading: true, reader: false, passage: false, claim: false, idle: true },
  ],
  ["no paper", () => useReading.setState({ paper: null, content: null }), { paper: false, reading: false }],
  ["a paper behind another view", () => showView("claims"), { paper: true, reading: false }],
  ["a library that may be written", () => undefined, { writable: true, undo: false, redo: false }],
  ["one that may not", () => server({ access: { mode: "read" } }), { writable: false }],
  ["a change to undo", () => server({ undo: message("change.claim") }), { undo: true, redo: false }],
  ["a change to redo", () => server({ redo: message("change.claim") }), { undo: false, redo: true }],
  ["words", () => selectWords({ start: 0, end: 4 }), { passage: true, dismissible: true }],
  ["nothing coded yet", () => undefined, { coded: false }],
  ["a first claim that is being saved", () => useReading.setState({ saving: true }), { coded: true }],
  ["the form", () => composeClaim(), { idle: false }],
  [
    "a selected claim",
    () => selectAnnotation(ids.claim),
    { claim: true, selected: true, dismissible: true, overlap: false },
  ],
  ["a claim at the caret", () => setReader(at(ids.claim)), { reader: true, claim: true, selected: false }],
  ["the caret beside claims", () => setReader(at(null)), { reader: true, claim: false }],
  [
    "claims over each other",
    () => {
      setReader(at(ids.claim, true));
      selectAnnotation(ids.claim);
    },
    { overlap: true },
  ],
  [
    "a caret that is not on screen",
    () => {
      setReader(at(ids.claim));
      showView("claims");
    },
    { reader: false, claim: false },
  ],
  ["words put aside", () => addWords({ start: 0, end: 4 }), { passage: false, dismissible: true }],
  ["a message", () => showMessage("Broken", true), { dismissible: true }],
  ["nothing at all", () => undefined, { dismissible: false, filtered: false, issue: false, actor: false }],
  ["a filter", () => setQuery({ issue: "Water" }), { filtered: true }],
  ["an empty filter", () => setQuery({ text: "" }), { filtered: false }],
  ["a chosen issue", () => selectEntry("issue", ids.root), { issue: true, actor: false }],
  ["a chosen actor", () => selectEntry("actor", ids.actor), { issue: false, actor: true }],
])("what holds: %s", (_, given, facts) => {
  given();
  expect(readFacts()).toMatchObject(facts);
});

test.each<[CommandId, boolean, () => void]>([
  ["undo", false, () => undefined],
  ["undo", true, () => server({ undo: message("change.claim") })],
  ["remove-paper", true, () => undefined],
  ["remove-paper", false, () => server({ access: { mode: "read" } })],
  ["redo", true, () => server({ redo: message("change.claim") })],
  ["code", false, () => undefined],
  ["code", true, () => selectWords({ start: 0, end: 4 })],
  ["clear-filter", true, () => setQuery({ issue: "Water" })],
  ["remove-paper", false, () => useReading.setState({ paper: null, content: null })],
  ["settings", true, () => useReading.setState({ paper: null, content: null })],
])("%s can be run: %s", (id, can, given) => {
  given();
  expect(canRun(id)).toBe(can);
});
