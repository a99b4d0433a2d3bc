import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { chooseWindow } from "./choose-window.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stancemark-cli-"));
const library = path.join(folder, "library");
const inFolder = (name: string): string => path.join(folder, name);

function run(...args: string[]): { code: number | null; out: string; error: string } {
  const done = spawnSync(
    process.execPath,
    [path.resolve(import.meta.dirname, "../cli.ts"), ...args, "--library", library],
    { encoding: "utf8" },
  );
  return { code: done.status, out: done.stdout, error: done.stderr };
}

const json = (...args: string[]): unknown => JSON.parse(run(...args, "--json").out);
const journal = (): string =>
  readdirSync(path.join(library, "journal"))
    .map((name) => readFileSync(path.join(library, "journal", name), "utf8"))
    .join("");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(
  inFolder("paper.md"),
  "# Fish\n\nFish is good. Fish is good. Fish is good.\n\nThe council says that boats are late.\n",
);
writeFileSync(inFolder("empty.txt"), "");
writeFileSync(inFolder("junk.txt"), Buffer.from([0, 1, 2, 3]));
writeFileSync(
  inFolder("claims.csv"),
  "paper,quote,issue,stance,actor\nFish,boats are late,Boats,opposes,Council\nFish,not there,Boats,opposes,Council\n",
);

test("the forms that scripts rely on", { timeout: 180_000 }, () => {
  expect(json("import", inFolder("paper.md"))).toEqual([
    {
      id: expect.any(String),
      title: "Fish",
      format: "markdown",
      pages: 1,
      characters: expect.any(Number),
      sha256: expect.any(String),
      duplicate: false,
      warnings: [],
    },
  ]);
  expect(json("import", inFolder("paper.md"))).toMatchObject([{ duplicate: true }]);
  expect(
    json(
      "annotate",
      "Fish",
      "--quote",
      "boats are late",
      "--issue",
      "Boats/Time",
      "--stance",
      "-",
      "--actor",
      "Council",
    ),
  ).toEqual({
    id: expect.any(String),
    paper: expect.any(String),
    quote: "boats are late",
    page: "§1",
    start: expect.any(Number),
    end: expect.any(Number),
  });
  expect(json("annotate", "--from", inFolder("claims.csv"))).toEqual({
    added: 1,
    failed: [{ row: 2, reason: expect.stringContaining("does not occur") }],
  });
  expect(json("claims", "--stance", "opposes", "--issue", "Boats/Time")).toEqual([
    {
      id: expect.any(String),
      paper: expect.any(String),
      quote: "boats are late",
      page: "§1",
      start: expect.any(Number),
      end: expect.any(Number),
      positions: [{ issue: "Boats/Time", stance: "opposes", strength: null }],
      actor: "Council",
      certainty: null,
      note: "",
      coder: expect.any(String),
      created: expect.any(String),
    },
  ]);
  expect(json("export", "Fish", "--to", inFolder("a.json"))).toEqual({
    path: inFolder("a.json"),
    bytes: expect.any(Number),
    annotations: 2,
    warnings: [],
  });
  expect(json("report", "--to", inFolder("a.md"))).toMatchObject({ annotations: 2 });
  expect(json("search", "BOATS are")).toMatchObject([
    { snippet: expect.stringContaining("boats are late"), page: "§1" },
    {},
    {},
  ]);
  expect(json("verify")).toEqual({ ok: true, problems: [] });
  expect(json("undo")).toMatchObject({ undoes: expect.any(String) });
  expect(json("redo")).toMatchObject({ undoes: expect.any(String) });
  for (const command of ["papers", "codebook", "history", "backup"]) expect(run(command).code).toBe(0);
  expect(run("restore").code).toBe(0);
});

test.each([
  ["a missing file", ["import", "nowhere.pdf"], "There is no file"],
  ["an empty file", ["import", inFolder("empty.txt")], "is empty"],
  ["binary junk named .txt", ["import", inFolder("junk.txt")], "is not a text"],
  ["an unknown paper", ["show", "Nothing"], "There is no paper"],
  ["a quote that does not occur", ["annotate", "Fish", "--quote", "whales"], "does not occur"],
  ["a quote that occurs three times", ["annotate", "Fish", "--quote", "Fish is good"], "occurs 3 times"],
  ["a folder that is not there", ["report", "--to", inFolder("no/a.md")], "does not exist"],
  ["a format that is not there yet", ["export", "Fish", "--to", inFolder("a.docx")], "is no format"],
])("%s: one sentence, exit code 1, nothing altered", { timeout: 60_000 }, (_what, args, sentence) => {
  const before = journal();
  const { code, out, error } = run(...args);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error).toContain(sentence);
  expect(error.trim().split("\n")).toHaveLength(1);
  expect(journal()).toBe(before);
});

test.each([[["nonsense"]], [["export", "Fish"]], [["annotate"]], [["serve", "--port", "x"]]])(
  "bad usage %j ends with 2",
  { timeout: 60_000 },
  (args) => {
    expect(run(...args).code).toBe(2);
  },
);

test.each([
  [{ electron: "/e", browser: "/b", display: true }, "electron"],
  [{ electron: null, browser: "/b", display: true }, "browser"],
  [{ electron: null, browser: null, display: true }, "address"],
  [{ electron: "/e", browser: "/b", display: false }, "address"],
])("npm start with %j opens %s", (found, kind) => {
  const choice = chooseWindow(found);
  expect(choice.kind).toBe(kind);
  expect(choice.kind === "electron" || choice.say !== "").toBe(true);
});
