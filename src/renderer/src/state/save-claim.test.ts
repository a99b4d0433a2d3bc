import fc from "fast-check";
import { expect, test } from "vitest";
import { allCoded } from "../../../shared/claims/claims.ts";
import { libraryWith, positionsOf, stanceNamed } from "../../../shared/codebook/codebook.cases.ts";
import { type Draft, draftOf, emptyDraft } from "./draft.ts";
import { useLibrary } from "./library.ts";
import { composeClaim, selectWords, useReading } from "./reading.ts";
import { useSameClaim } from "./same-claim.ts";
import { joinRanges, repeatClaim, saveClaim, trimRange, updateClaim } from "./save-claim.ts";
import { useShell } from "./shell.ts";
import { openWindow } from "./window.cases.ts";

const range = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));

test("joined ranges hold the same words, in order and apart", () => {
  const held = (ranges: readonly { start: number; end: number }[]): number[] => {
    const words = ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index));
    return [...new Set(words)].sort((a, b) => a - b);
  };
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
      const joined = joinRanges(ranges);
      expect(held(joined)).toEqual(held(ranges));
      for (const [index, { start }] of joined.entries()) expect(start).toBeGreaterThan(joined[index - 1]?.end ?? -1);
      expect(joinRanges(joined)).toEqual(joined);
    }),
  );
});

test.each([
  ["spaces at both ends", "  a b ", { start: 0, end: 6 }, { start: 2, end: 5 }],
  ["nothing to cut", "ab", { start: 0, end: 2 }, { start: 0, end: 2 }],
  ["a part of a text", "x  a y", { start: 1, end: 5 }, { start: 3, end: 4 }],
  ["a sign of two units", " 👍 ", { start: 0, end: 4 }, { start: 1, end: 3 }],
  ["spaces of other kinds", "\u2003\u00a0a\u3000\n", { start: 0, end: 5 }, { start: 2, end: 3 }],
  ["white space alone", " \t\n\u3000", { start: 0, end: 4 }, null],
  ["signs that nobody sees alone", "\u200b\u2060\ufeff\u00ad", { start: 0, end: 4 }, null],
])("a range is cut to what is visible: %s", (_, text, range, wanted) => {
  expect(trimRange(text, range)).toEqual(wanted);
});

const base = libraryWith(["Water", "Air"]);
const supports = stanceNamed(base, "supports");
const draft: Draft = { ...emptyDraft, actor: "Red Cross", path: "Water", stance: supports };
const claims = (): string[][] => positionsOf(useLibrary.getState().library);

/** What was confirmed on screen while some work was done, each with what leads back. */
async function confirmed(work: () => Promise<unknown>): Promise<string[]> {
  const messages: string[] = [];
  const stop = useShell.subscribe(({ confirmation }, before) => {
    if (confirmation !== null && confirmation !== before.confirmation)
      messages.push(`${confirmation.text} (${confirmation.action})`);
  });
  await work();
  stop();
  return messages;
}

test("a claim and a note saved by the form are confirmed once, in words, with Undo", async () => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 5 });
  expect(await confirmed(() => saveClaim(draft))).toEqual(["Claim saved: Red Cross, supports Water (undo)"]);
  selectWords({ start: 6, end: 10 });
  expect(await confirmed(() => saveClaim({ ...emptyDraft, note: "Check." }))).toEqual(["Note saved (undo)"]);
  // A note does not change what is repeated.
  selectWords({ start: 17, end: 23 });
  expect(await confirmed(repeatClaim)).toEqual(["Claim saved: Red Cross, supports Water (undo)"]);
  expect(claims()).toEqual([["Water supports"], [], ["Water supports"]]);
});

test.each([
  ["the form", () => saveClaim(draft)],
  ["the same again", repeatClaim],
])("a claim saved by %s is selected and its form closed in the moment the window has it", async (_, save) => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 17, end: 23 });
  await saveClaim(draft);
  selectWords({ start: 0, end: 5 });
  composeClaim();
  const before = useReading.getState().selected;
  const drawn: unknown[] = [];
  // What is set later is drawn later: the window would be drawn twice.
  const stop = useLibrary.subscribe(({ library }, { library: old }) => {
    if (library === old) return;
    queueMicrotask(() => {
      const { composing, selected } = useReading.getState();
      drawn.push([composing, selected !== null && selected !== before]);
    });
  });
  await save();
  stop();
  expect(drawn).toEqual([[false, true]]);
});

test("an edited claim is confirmed once, and remembered as the last coding", async () => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 5 });
  await saveClaim(draft);
  const [coded] = allCoded(useLibrary.getState().library);
  if (coded === undefined) throw new Error("a claim is needed");
  const edited = { ...draftOf(useLibrary.getState().library, coded), path: "Air", actor: "" };
  const messages = await confirmed(() => updateClaim(coded.annotation, coded.positions, edited));
  expect(messages).toEqual(["Claim saved: supports Air (undo)"]);
  expect(useReading.getState().last).toMatchObject({ actor: "", positions: [{ stance: supports }] });
});

test("the same coding is asked about, and saved when that is meant; both then are known to say the same", async () => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 5 });
  await saveClaim(draft);
  composeClaim();
  expect(await confirmed(() => saveClaim(draft))).toEqual([]);
  expect(useSameClaim.getState().found?.id).toBe(useReading.getState().selected);
  expect(await confirmed(() => saveClaim(draft, true))).toEqual([
    "Claim saved: Red Cross, supports Water. Another claim on this text says the same. (undo)",
  ]);
  expect(claims()).toEqual([["Water supports"], ["Water supports"]]);
});

test("a coding repeated before the one it repeats is saved waits for it", async () => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 16 });
  const first = saveClaim(draft);
  selectWords({ start: 17, end: 30 });
  expect(await Promise.all([first, repeatClaim()])).toEqual([true, true]);
  expect(claims()).toEqual([["Water supports"], ["Water supports"]]);
  const quotes = allCoded(useLibrary.getState().library).map(({ annotation }) => annotation.passage.ranges[0]?.quote);
  expect(quotes.sort()).toEqual(["Fares will rise.", "Nobody asked."]);
});

test("the same words saved twice in quick succession become one claim, and the form asks", async () => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 16 });
  expect(await Promise.all([saveClaim(draft), repeatClaim()])).toEqual([true, false]);
  expect(claims()).toEqual([["Water supports"]]);
  expect(useSameClaim.getState().found?.id).toBe(allCoded(useLibrary.getState().library)[0]?.annotation.id);
  expect(useReading.getState().composing).toBe(true);
});

test("where the reader has gone on, a coding that is there already is reported, not asked about", async () => {
  openWindow(base, "Fares will rise. Nobody asked.");
  selectWords({ start: 0, end: 16 });
  const [first, second] = [saveClaim(draft), repeatClaim()];
  selectWords({ start: 17, end: 30 });
  expect(await Promise.all([first, second])).toEqual([true, false]);
  expect(useShell.getState().confirmation?.text).toBe("This text already has this claim. It is selected now.");
  expect(useReading.getState().selected).toBe(allCoded(useLibrary.getState().library)[0]?.annotation.id);
  expect(useReading.getState().composing).toBe(false);
});
