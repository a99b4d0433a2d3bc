import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ChangeId, CoderId, LibraryId, newId } from "../../../shared/model/ids.ts";
import { noPause } from "../files/pause.ts";
import { newIssue } from "../fixture.cases.ts";
import {
  claimedSeal,
  entryNumber,
  type Header,
  headerVersion,
  isBeginning,
  type JournalEntry,
  type JournalLine,
  journalLines,
  journalLinesSlowly,
  journalVersion,
  lineHead,
  parseEntry,
  parseEntrySlowly,
  parseHeader,
  printEntry,
  printHeader,
  printSegment,
  sealed,
  unsealed,
} from "./journal-line.ts";

const before = "a".repeat(64);
const header: Header = { library: newId(LibraryId), first: 1, host: "desk", after: null };
const about = { id: newId(ChangeId), at: "2026-01-01T00:00:00Z", coder: newId(CoderId), label: "Add", undoes: null };

function entry(number: number, names: readonly string[] = ["Water"], undoes: number | null = null): JournalEntry {
  return { number, undoes, change: { ...about, edits: names.map(newIssue) } };
}

/** A line of an entry, without its newline, whose change is some other text. */
function lineOf(change: string): string {
  return sealed(`"after":"${before}","number":7,"undoes":null,"change":${change}}`).slice(0, -1);
}

/** Expects that the slow parser makes the same of a line as the quick one; whether that is an entry. */
async function expectSame(line: string): Promise<boolean> {
  const quick = parseEntry(line);
  expect([line, await parseEntrySlowly(Buffer.from(line), noPause)]).toEqual([line, quick]);
  return quick !== null;
}

test("what is printed of an entry is parsed back, quickly and slowly, with its place in the chain", async () => {
  const part = fc.constantFrom("a", "\n", '"', "\\", "{", "]", "\u2028", "\0", "پانی", "𝒳", "\ud835", "”");
  const name = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
  const number = fc.integer({ min: 1, max: 1e15 - 1 });
  const names = fc.array(name, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(number, fc.option(number), names, async (number, undoes, names) => {
      const made = entry(number, names, undoes);
      const line = printEntry(made, before);
      const text = line.slice(0, -1);
      expect([line.at(-1), text.includes("\n")]).toEqual(["\n", false]);
      expect(parseEntry(text)).toEqual({ ...made, after: before, sha256: claimedSeal(line) });
      expect(await expectSame(text)).toBe(true);
      expect(lineHead(text)).toEqual({ number, sha256: claimedSeal(line), after: before });
      expect(entryNumber(text)).toBe(number);
    }),
    { numRuns: 50 },
  );
});

test("whatever is sealed as a change, the slow parser accepts what the quick one does", async () => {
  const valid = JSON.stringify(entry(7, ["Water", "“{[\\"]).change);
  const piece = fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "0", "x", "null", "{}", "[]", '"x":1,');
  const edit = fc.tuple(fc.nat({ max: valid.length }), fc.nat({ max: 2 }), piece);
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 2 }), async (edits) => {
      const text = edits.reduce(
        (text, [at, removed, piece]) => text.slice(0, at) + piece + text.slice(at + removed),
        valid,
      );
      if (await expectSame(lineOf(text))) accepted++;
    }),
    { numRuns: 200, seed: 1 },
  );
  expect(accepted).toBeGreaterThan(0);
});

test("members in any order, too many or too few, are the same to both parsers", async () => {
  const members = Object.entries({ ...entry(7).change, more: { of: ["a later", "build"] } });
  const values = fc.option(fc.oneof(fc.jsonValue(), fc.constant({ 0: newIssue("Water") })), { freq: 3 });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(members, { minLength: members.length - 1 }),
      fc.constantFrom(...members.map(([key]) => key), "none"),
      values,
      async (members, changed, value) => {
        const text = members.map(
          ([key, own]) => `${JSON.stringify(key)}:${JSON.stringify(key === changed ? value : own)}`,
        );
        if (await expectSame(lineOf(`{${text.join(",")}}`))) accepted++;
      },
    ),
    { seed: 1 },
  );
  expect(accepted).toBeGreaterThan(0);
});

const change = JSON.stringify(entry(7).change);

test.each([
  ["no change", "null"],
  ["a list", `[${change}]`],
  ["two changes", `${change},${change}`],
  ["a brace too many", `${change}}`],
  ["a brace too few", change.slice(0, -1)],
  ["no edits", change.replace(/"edits":\[.*\],/, "")],
  ["an empty list of edits", change.replace(/"edits":\[.*\],/, '"edits":[],')],
  ["edits as an object", change.replace(/"edits":\[(.*)\],/, '"edits":{"0":$1},')],
  ["edits as a text", change.replace(/"edits":\[.*\],/, '"edits":"none",')],
  ["an edit of another table", change.replace('"table":"issues"', '"table":"tables"')],
])("a sealed line with %s is no entry to either parser", async (_name, change) => {
  expect(await expectSame(lineOf(change))).toBe(false);
});

test.each([
  ["number", (line: string) => line.replace('"number":7', '"number":x')],
  ["undoes", (line: string) => line.replace('"undoes":null', '"undoes":""')],
  ["after", (line: string) => line.replace(`"after":"${before}"`, '"after":"b"')],
])("a sealed line whose %s is none is no entry to either parser", async (_name, damaged) => {
  const line = sealed(damaged(lineOf(change)).slice(77)).slice(0, -1);
  expect(await expectSame(line)).toBe(false);
  expect(await expectSame(lineOf(change))).toBe(true);
});

test("a line of before version 4 names no line before it", async () => {
  const line = sealed(`"number":7,"undoes":3,"change":${change}}`).slice(0, -1);
  expect(parseEntry(line)).toMatchObject({ number: 7, undoes: 3, after: null });
  expect(lineHead(line)).toMatchObject({ number: 7, after: null });
  expect(await expectSame(line)).toBe(true);
});

test("a seal covers the whole line: with any character changed or cut off it does not open", async () => {
  const line = lineOf(change);
  expect(unsealed(line)).toBe(line.slice(77));
  const opened = [...line].flatMap((char, index) => {
    const start = line.slice(0, index);
    return [start, `${start}${char === "0" ? "1" : "0"}${line.slice(index + 1)}`].filter(
      (text) => unsealed(text) !== null,
    );
  });
  expect(opened).toEqual([]);
  for (const index of [0, 12, 76, 100, line.length - 1])
    expect(await expectSame(`${line.slice(0, index)}~${line.slice(index + 1)}`)).toBe(false);
});

test("the first line of a segment says what it was given, and which version wrote it", () => {
  const full: Header = {
    ...header,
    history: crypto.randomUUID(),
    after: { segment: "1.jsonl", bytes: 10, dropsRest: true, sha256: before },
    replaced: "2026-11-29",
    older: [{ segment: "0.jsonl", bytes: 5, sha256: before }],
  };
  for (const given of [header, full]) {
    const line = printHeader(given).slice(0, -1);
    expect(parseHeader(line)).toEqual(given);
    expect(headerVersion(line)).toBe(journalVersion);
    expect([parseEntry(line), lineHead(line)]).toEqual([null, null]);
  }
  expect(headerVersion(lineOf(change))).toBeNull();
  expect(parseHeader(lineOf(change))).toBeNull();
});

test("a header of a newer version is refused, a wrong one is none", () => {
  const sealedHeader = (version: number, text: string): string =>
    sealed(`"journal":${version},"header":${text}}`).slice(0, -1);
  const newer = sealedHeader(journalVersion + 1, "{}");
  expect(() => parseHeader(newer)).toThrow(/newer version of Stancemark/);
  expect(headerVersion(newer)).toBe(journalVersion + 1);
  expect(parseHeader(newer.replace("{}", "[]"))).toBeNull();
  for (const text of [
    "{}",
    "{",
    JSON.stringify({ ...header, first: 0 }),
    JSON.stringify({ ...header, replaced: "../x" }),
  ])
    expect(parseHeader(sealedHeader(journalVersion, text))).toBeNull();
});

test("each line of a segment names the one before, and the segment gives the checksum of its last", () => {
  const entries = [entry(1), entry(2), entry(3, ["Air"], 2)];
  const { text, sha256 } = printSegment(header, entries);
  const [first = "", ...lines] = [...journalLines(text)].map((line) => line.text);
  expect(parseHeader(first)).toEqual(header);
  const parsed = lines.map(parseEntry);
  expect(parsed.map((entry) => entry?.number)).toEqual([1, 2, 3]);
  expect(parsed.map((entry) => entry?.after)).toEqual([first, ...lines.slice(0, 2)].map(claimedSeal));
  expect(sha256).toBe(claimedSeal(lines[2] ?? ""));
  expect(printSegment(header, []).sha256).toBe(claimedSeal(first));
});

test.each([
  ["", true],
  ["{", true],
  ['{"sha256":"', true],
  [`{"sha256":"${before}","after":"`, true],
  [`{"sha\0\0\0`, true],
  ["\0\0", true],
  ['\0{"sha256":"', false],
  ['{"sha256":"a\0b', false],
  ['{"sha512":"', false],
  ["x", false],
])("%j may be the beginning of a line: %s", (text, may) => {
  expect(isBeginning(text)).toBe(may);
});

test("lines are found in any bytes, with pauses as without", async () => {
  const part = fc.constantFrom("", "a", "ü港", "𝒳", "\n", "\r", "\0");
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
      const text = parts.join("");
      const lines = [...journalLines(Buffer.from(text))];
      expect(lines.map((line) => line.text + (line.whole ? "\n" : "")).join("")).toBe(text);
      expect(lines.every((line, index) => line.whole || index === lines.length - 1)).toBe(true);
      expect(lines.every((line) => !line.text.includes("\n"))).toBe(true);
      expect(lines.map(({ end }) => Buffer.from(text).subarray(0, end).toString())).toEqual(
        lines.map((_, index) =>
          text
            .split(/(?<=\n)/)
            .slice(0, index + 1)
            .join(""),
        ),
      );
      expect(await slowLines(Buffer.from(text))).toEqual(lines);
    }),
  );
});

async function slowLines(bytes: Buffer, pause: () => Promise<void> | undefined = noPause) {
  const lines: JournalLine[] = [];
  for await (const { line, end, whole } of journalLinesSlowly(bytes, pause))
    lines.push({ text: line.toString(), end, whole });
  return lines;
}

test("a line longer than is searched at once is one line, with pauses in it", async () => {
  const window = 1 << 18;
  for (const length of [window - 1, window, window + 1]) {
    const bytes = Buffer.from(`${"a".repeat(length)}\nb\n${"c".repeat(length)}`);
    let pauses = 0;
    const lines = await slowLines(bytes, () => {
      pauses++;
      return pauses === 2 ? nextTurn() : undefined;
    });
    expect(lines.map(({ text }) => text.length)).toEqual([length, 1, length]);
    expect(lines.map(({ end, whole }) => [end, whole])).toEqual([
      [length + 1, true],
      [length + 3, true],
      [bytes.length, false],
    ]);
    expect(pauses).toBeGreaterThanOrEqual(2 * Math.floor(length / window) + 1);
  }
});
