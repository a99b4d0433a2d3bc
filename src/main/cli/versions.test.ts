import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { docx } from "../services/import/word/docx.cases.ts";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
const { at, run, json } = line;

const fares = "The board rejects any further rise of the fare, as it said in June.";
const channel = "Dredging the channel costs more than the port earns in a year.";
const hours = "Residents of the quarter want the quiet hours back.";
const again = "Digging out the channel costs far more than the port ever earns.";

type Row = Readonly<{ id: string; annotation: string; status: string; quote: string; newQuote: string | null }>;

beforeAll(async () => {
  await writeFile(at("draft.md"), `# Ferry plan\n\n${[fares, channel, hours].join("\n\n")}\n`);
  await writeFile(at("plan.md"), `# Ferry plan\n\n${[fares, again, "The meeting ended at noon."].join("\n\n")}\n`);
  await json("import", at("draft.md"));
  for (const quote of [fares, channel, hours])
    await json("annotate", "Ferry plan", "--quote", quote, "--issue", "Ferry", "--stance", "-");
}, 60_000);

afterAll(() => line.end());

test("importing a new version says what became of the claims, and what to do next", async () => {
  const { out, code } = await run("import", at("plan.md"), "--replaces", "Ferry plan");
  expect(code).toBe(0);
  expect(out).toContain("1 the same, 0 moved, 1 changed, 1 not found.");
  expect(out).toMatch(/2 need your decision; see `stancemark carry [0-9a-f]{8}`/);
  await json("undo");
  const rows = (await json("import", at("plan.md"), "--replaces", "Ferry plan")) as unknown[];
  expect(rows).toMatchObject([
    { replaces: expect.any(String), carried: { same: 1, moved: 0, changed: 1, lost: 1 }, waiting: 2 },
  ]);
});

test("a title means the newest version; its versions are listed from the oldest", async () => {
  const versions = (await json("versions", "Ferry plan")) as Row[];
  expect(versions).toMatchObject([
    { replaces: null, claims: 3, waiting: 0 },
    { replaces: versions[0]?.id, claims: 1, waiting: 2 },
  ]);
  expect(await json("show", "Ferry plan")).toMatchObject({ id: versions[1]?.id });
  expect((await run("versions", "Ferry plan")).out).toMatch(/1 claim, 0 notes, 2 to decide/);
  expect(await json("claims")).toHaveLength(1);
  expect(await json("claims", "--query", "version:all")).toHaveLength(4);
  expect(await json("claims", "--query", "version:earlier")).toHaveLength(3);
});

test("the queue is listed and decided; what was left asks no more; an undo brings it back", async () => {
  const queue = (await json("carry", "Ferry plan")) as Row[];
  expect(queue).toMatchObject([
    { status: "changed", quote: channel, newQuote: again, start: expect.any(Number), end: expect.any(Number) },
    { status: "lost", quote: hours, newQuote: null, start: null, end: null },
  ]);
  expect((await run("carry", "Ferry plan")).out).toContain(`→ “${again}”`);
  const lost = queue[1]?.annotation ?? "";
  expect(await json("carry", "Ferry plan", "--accept", "changed,moved", "--lose", lost)).toEqual({
    carried: { same: 0, moved: 0, changed: 1, lost: 0 },
    left: 1,
    waiting: 0,
  });
  expect((await run("carry", "Ferry plan")).out).toMatch(/^Nothing of the earlier version/);
  expect(await json("versions", "Ferry plan", "--claims")).toMatchObject([
    { before: { quote: channel }, after: { quote: again }, decided: false },
    { before: { quote: hours }, after: null, decided: true },
  ]);
  expect((await run("versions", "Ferry plan", "--claims")).out).toMatch(/only in the earlier version \(decided\)/);
  await json("undo");
  expect(await json("carry", "Ferry plan")).toEqual(queue);
});

test("a lost claim is placed by its new words; a claim of the paper itself is moved", async () => {
  const queue = (await json("carry", "Ferry plan")) as Row[];
  const lost = queue[1]?.annotation ?? "";
  const placed = (await json("place", lost, "--quote", "The meeting ended at noon.")) as Row;
  expect(placed).toMatchObject({ quote: "The meeting ended at noon.", page: expect.any(String) });
  expect(await json("carry", "Ferry plan")).toHaveLength(1);
  expect(await json("place", placed.id, "--quote", "ended at noon")).toMatchObject({ id: placed.id });
  expect((await run("place", placed.id, "--quote", "the", "--nth", "2")).out).toMatch(/“the”/);
});

test.each([
  [["carry", "Ferry plan", "--accept", "lost"], 2, /“lost” is not a status/],
  [["carry", "Ferry plan", "--lose", "ffffffff"], 1, /is waiting for a decision/],
  [["place", "ffffffff", "--quote", "x"], 1, /no claim or note ffffffff/],
  [["import", "a", "b", "--replaces", "Ferry plan"], 1, /a single file only/],
  [["import", "x.md", "--replaces", "nothing"], 1, /There is no/],
] as const)("%j is refused in one sentence", async (args, code, sentence) => {
  expect(await run(...args)).toMatchObject({ code, err: expect.stringMatching(sentence) });
});

test("a paper without an earlier version has nothing to carry over", async () => {
  await writeFile(at("other.txt"), "Something else.\n");
  await json("import", at("other.txt"));
  expect(await run("carry", "other")).toMatchObject({ code: 1, err: expect.stringMatching(/not a new version/) });
});

test("claims that another reading of a text has put elsewhere are listed, accepted and placed", async () => {
  const letter = docx({
    body: `<w:p><w:ins w:id="1" w:author="Ada" w:date="2026-05-01T00:00:00Z"><w:r><w:t>${fares}</w:t></w:r></w:ins></w:p><w:p><w:ins w:id="2" w:author="Ada" w:date="2026-05-01T00:00:00Z"><w:r><w:t>${channel}</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>${hours}</w:t></w:r></w:p>`,
  });
  await writeFile(at("letter.docx"), letter);
  const [paper] = (await json("import", at("letter.docx"), "--title", "Letter")) as { id: string }[];
  const id = paper?.id ?? "";
  for (const quote of [fares, channel, hours]) await json("annotate", id, "--quote", quote, "--issue", "Ferry");
  await json("import", at("letter.docx"), "--changes", "before");
  const rows = (await json("carry", id)) as Row[];
  expect(rows.map(({ quote }) => quote)).toEqual([fares, channel]);
  expect((await run("carry", id)).out).toContain(channel);
  await json("place", rows[0]?.annotation ?? "", "--quote", "quiet hours");
  expect(await json("carry", id)).toMatchObject([{ quote: channel }]);
  expect(await json("carry", id, "--accept", "changed,moved")).toEqual([]);
  await json("undo");
  expect(await json("carry", id)).toHaveLength(1);
});
