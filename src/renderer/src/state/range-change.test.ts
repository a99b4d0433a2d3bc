import { beforeEach, expect, test } from "vitest";
import { codedOne } from "../../../shared/claims/claims.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { useLibrary } from "./library.ts";
import {
  beginRangeChange,
  cancelRangeChange,
  dragEdge,
  saveRangeChange,
  stepEdge,
  useRangeChange,
} from "./range-change.ts";
import { selectAnnotation, useReading } from "./reading.ts";
import { openWindow } from "./window.cases.ts";

const { paper, claim, note } = ids;
let labels: readonly unknown[] = [];
beforeEach(() => {
  cancelRangeChange();
  labels = openWindow(sampleLibrary(), "Ever words and more.");
});

const start = { range: 0, side: "start" } as const;
const end = { range: 0, side: "end" } as const;
const now = () => useRangeChange.getState().change?.ranges;
const stored = () => {
  const { passage } = codedOne(useLibrary.getState().library, paper, claim)?.annotation ?? {};
  return passage?.ranges.map((range) => [range.start, range.end, range.quote]);
};

test("both edges of a claim are moved by letters, words or to an offset, and saved as one change", async () => {
  beginRangeChange(claim, true);
  expect(now()).toEqual([{ start: 0, end: 4 }]);
  stepEdge(end, 1, "word");
  expect(now()).toEqual([{ start: 0, end: 10 }]);
  stepEdge(end, -1, "letter");
  expect(now()).toEqual([{ start: 0, end: 9 }]);
  dragEdge(end, 14);
  dragEdge(start, 5);
  expect(stored()).toEqual([[0, 4, "Ever"]]);
  expect(await saveRangeChange()).toBe(true);
  expect(stored()).toEqual([[5, 14, "words and"]]);
  expect([labels.length, useRangeChange.getState().change]).toEqual([1, null]);
});

test("a claim left where it was makes no change", async () => {
  beginRangeChange(claim, false);
  expect(await saveRangeChange()).toBe(true);
  expect([labels, stored()]).toEqual([[], [[0, 4, "Ever"]]]);
});

test("what was begun is given up with its claim or its paper", async () => {
  for (const leave of [
    () => selectAnnotation(note),
    () => selectAnnotation(null),
    () => useReading.setState({ paper: null }),
    cancelRangeChange,
  ]) {
    openWindow(sampleLibrary(), "Ever words and more.");
    beginRangeChange(claim, false);
    dragEdge(end, 10);
    leave();
    expect([useRangeChange.getState().change, stored()]).toEqual([null, [[0, 4, "Ever"]]]);
  }
  expect(await saveRangeChange()).toBe(false);
});

test("what could not be saved stays, to be saved again", async () => {
  openWindow(sampleLibrary(), "Ever words and more.", { commit: () => Promise.reject(new Error("disk full")) });
  beginRangeChange(claim, false);
  dragEdge(end, 10);
  expect(await saveRangeChange()).toBe(false);
  expect(now()).toEqual([{ start: 0, end: 10 }]);
  openWindow(sampleLibrary(), "Ever words and more.");
});

test("where nothing may be written, or the claim is not of the open paper, nothing begins", () => {
  beginRangeChange(ids.paper as unknown as typeof claim, false);
  expect(useRangeChange.getState().change).toBeNull();
  const { server } = useLibrary.getState();
  useLibrary.setState({ server: { ...server, access: { mode: "read" } as unknown as typeof server.access } });
  beginRangeChange(claim, false);
  expect(useRangeChange.getState().change).toBeNull();
});
