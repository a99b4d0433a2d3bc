import { mkdir, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
const { at, run, json } = line;

beforeAll(async () => {
  await mkdir(at("reports/2021/.hidden"), { recursive: true });
  await writeFile(at("reports/Lind - 2021 - Harbour dues.txt"), "Dues must fall.\n");
  await writeFile(at("reports/2021/gate.txt"), "Every gate must open.\n");
  await writeFile(at("reports/2021/copy.txt"), "Every gate must open.\n");
  await writeFile(at("reports/2021/broken.pdf"), "%PDF-1.4\n1 0 obj\n");
  await writeFile(at("reports/2021/.hidden/no.txt"), "Not this.\n");
  await writeFile(at("reports/notes.xyz"), "Nothing.\n");
  await writeFile(at("reports/claims.csv"), "paper,quote\na,b\n");
  await writeFile(at("reports/list.csv"), "File,Title,Authors,Date\n2021/gate.txt,The gates,Ada Lind; Bo Ek,2021-03\n");
}, 60_000);

afterAll(() => line.end());

test("a folder is previewed and imported with details of names and of a table; failures come last", async () => {
  const preview = await run("import", at("reports"), "--names", "{author} - {date} - {title}", "--dry-run", "--json");
  expect(preview.code).toBe(1);
  expect(preview.err).toContain("broken.pdf");
  expect(JSON.parse(preview.out)).toMatchObject([
    { file: at("reports/2021/copy.txt"), format: "text", title: null, duplicate: null },
    { title: "The gates", authors: ["Ada Lind", "Bo Ek"], date: "2021-03", duplicate: at("reports/2021/copy.txt") },
    { title: "Harbour dues", authors: ["Lind"], date: "2021", duplicate: null },
  ]);
  expect(await json("papers")).toEqual([]);
  const { code, out, err } = await run("import", at("reports"), "--names", "{author} - {date} - {title}");
  expect(code).toBe(1);
  expect(out).toContain("Harbour dues");
  expect(err).toMatch(/^1 of 4 files were not imported:\n.*broken\.pdf.*\n1 file of another kind was skipped\.\n$/s);
  const papers = (await json("papers")) as { title: string; authors: string[]; date: string | null }[];
  expect(papers.map(({ title, authors, date }) => [title, authors, date]).sort()).toEqual([
    ["Harbour dues", ["Lind"], "2021"],
    ["copy", [], null],
  ]);
  const again = await run("import", at("reports/2021"), "--json");
  expect(JSON.parse(again.out)).toMatchObject([{ duplicate: true }, { duplicate: true }]);
});

test.each([
  [["--names", "{titel}"], "is not a pattern of file names"],
  [["--details", "claims.csv"], "has no details of papers"],
  [["--details", "none.csv"], "none.csv"],
])("%j is refused", async (options, why) => {
  const named = options.map((option) => (option.endsWith(".csv") ? at(`reports/${option}`) : option));
  const { code, err } = await run("import", at("reports"), ...named);
  expect(code).toBe(1);
  expect(err).toContain(why);
});

test("a folder without papers says so", async () => {
  await mkdir(at("empty"));
  expect((await run("import", at("empty"))).err).toContain("There are no papers in");
});
