import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CommandLine } from "./run.cases.ts";

const entry = fileURLToPath(new URL("../cli.ts", import.meta.url));
const paper = `# The Weir

By *Ann Author*

## Water

The weir must stay closed. The board says so. The town wants the weir open.

## Money

Nobody has paid for the weir. Money is short and money is late.
`;
const table = `paper,quote,nth,issue,stance,actor,strength,certainty,note,coder
The Weir,The weir must stay closed,,Water,opposes,Board,3,5,a note,Second coder
The Weir,the town WANTS  the weir open,,Water;Money,supports;?,Town,2,,,
The Weir,not in the paper,,Water,supports,,,,,
The Weir,the weir,,Water,supports,,,,,
Another,Nobody,,Water,supports,,,,,
The Weir,Nobody has paid,,Money,loves,,,,,
`;

const line = await CommandLine.begin();
const { at, run, json } = line;

/** The whole journal, to compare what was changed. */
async function journal(): Promise<string> {
  const files = (await readdir(at("library/journal"))).filter((name) => name.endsWith(".jsonl")).sort();
  return (await Promise.all(files.map((name) => readFile(at(`library/journal/${name}`), "utf8")))).join("");
}

beforeAll(async () => {
  await writeFile(at("weir.md"), paper);
  await writeFile(at("claims.csv"), table);
  await writeFile(at("empty.txt"), "");
  await writeFile(
    at("junk.txt"),
    new Uint8Array(4000).map((_, index) => (index * 7919) % 256),
  );
  await writeFile(at("bad.pdf"), "%PDF-1.7 and nothing more");
  await writeFile(at("wrong.csv"), "kind,name\nnonsense,Water\n");
  await mkdir(at("folder"));
  const imported = await json("import", at("weir.md"));
  const shape = { title: "The Weir", format: "markdown", text: "own", duplicate: false, warnings: [], pages: 1 };
  const measured = { id: expect.any(String), characters: expect.any(Number) };
  expect(imported).toEqual([{ ...shape, ...measured, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  const { code, out } = await run("annotate", "--from", at("claims.csv"), "--json");
  // Rows were rejected: numbered as a spreadsheet shows them, with the head as row 1.
  expect({ code, ...JSON.parse(out) }).toEqual({
    code: 1,
    added: 2,
    existing: 0,
    failed: [4, 5, 6, 7].map((row) => ({
      row,
      reason: { key: expect.any(String), values: expect.any(Object), text: expect.any(String) },
    })),
  });
}, 60_000);

afterAll(() => line.end());

test("the same bytes again are the paper already there", { timeout: 60_000 }, async () => {
  expect(await json("import", at("weir.md"))).toMatchObject([{ title: "The Weir", duplicate: true }]);
  expect(await json("papers")).toHaveLength(1);
});

test("papers are sorted, filtered, and their details changed as one undoable step", { timeout: 60_000 }, async () => {
  const shown = async (...args: string[]): Promise<string[]> =>
    ((await json("papers", ...args)) as { title: string }[]).map((paper) => paper.title);
  expect(await shown("--sort", "claims", "--down")).toEqual(["The Weir"]);
  expect(await shown("--query", "ann author")).toEqual(["The Weir"]);
  expect(await shown("--tag", "urgent")).toEqual([]);
  expect(await json("paper", "label", "The Weir", "--tag", "Urgent", "--collect", "North")).toMatchObject([
    { tags: ["Urgent"], collections: ["North"] },
  ]);
  expect(await shown("--tag", "urgent", "--collection", "north")).toEqual(["The Weir"]);
  const parts = ["--publisher", "Board", "--language", "en", "--identifiers", "doi:10.1000/182; report:4"];
  expect(await json("paper", "set", "The Weir", ...parts)).toMatchObject([
    { publisher: "Board", language: "en", identifiers: ["doi:10.1000/182", "report:4"] },
  ]);
  expect(await run("paper", "set", "The Weir", "--date", "March")).toMatchObject({
    code: 1,
    err: expect.stringContaining("2021-03"),
  });
  expect(await run("paper", "set", "The Weir")).toMatchObject({ code: 2 });
  expect(await run("papers", "--sort", "size")).toMatchObject({ code: 2 });
  expect((await run("undo")).code).toBe(0);
  expect((await run("undo")).code).toBe(0);
  expect(await json("papers")).toMatchObject([{ publisher: "", tags: [] }]);
});

test("claims are listed in the shape that scripts rely on", { timeout: 60_000 }, async () => {
  const claims = await json("claims", "The Weir");
  expect(claims).toEqual([
    {
      id: expect.any(String),
      paper: expect.any(String),
      quote: "The weir must stay closed",
      page: "§1",
      start: expect.any(Number),
      end: expect.any(Number),
      positions: [{ issue: "Water", stance: "opposes", strength: 3 }],
      actor: "Board",
      certainty: 5,
      note: "a note",
      coder: "Second coder",
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    },
    expect.objectContaining({ quote: "The town wants the weir open", coder: "Ada", actor: "Town", note: "" }),
  ]);
  expect(await json("claims", "--issue", "money", "--stance", "?")).toHaveLength(1);
  expect(await json("claims", "--actor", "board", "--query", "CLOSED")).toHaveLength(1);
  expect(await json("claims", "--query", "closed NOT (actor:town OR kind:note)")).toHaveLength(1);
  expect(await json("claims", "--query", "[issue:Water stance:supports] kind:note")).toHaveLength(0);
  expect(await json("search", "nobody")).toMatchObject([{ page: "§1", snippet: expect.stringContaining("Nobody") }]);
});

test("every format is written, and a missing one is refused", { timeout: 120_000 }, async () => {
  for (const format of ["pdf", "html", "md", "csv", "json"]) {
    const to = at(`out.${format}`);
    const done = { path: to, bytes: expect.any(Number), annotations: 2, warnings: [] };
    expect(await json("export", "The Weir", "--to", to)).toEqual(done);
    if (format === "pdf") continue;
    const report = at(`report.${format}`);
    expect(await json("report", "--to", report, "--paper", "The Weir")).toMatchObject({ annotations: 2 });
    expect((await readFile(report, "utf8")).length).toBeGreaterThan(100);
  }
  expect((await readFile(at("out.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
});

test("annotate, undo, redo, history, backup, restore, verify", { timeout: 120_000 }, async () => {
  const list = ["annotate", "The Weir", "--quote", "Money", "--nth", "1", "--issue", "Money", "--stance", "-"];
  const place = { paper: expect.any(String), page: "§1", start: expect.any(Number), end: expect.any(Number) };
  expect(await json(...list)).toEqual({ id: expect.any(String), quote: "Money", ...place });
  expect(await json("undo")).toMatchObject({ label: expect.stringContaining("Undo") });
  expect(await json("claims")).toHaveLength(2);
  const all = ["autocode", "board", "--issue", "Money", "--stance", "+"];
  const { passages } = (await json(...all, "--dry-run")) as { passages: unknown[] };
  expect(passages.length).toBeGreaterThan(0);
  expect(await json("claims")).toHaveLength(2);
  expect(await json(...all)).toEqual({ added: passages.length, existing: 0, failed: [] });
  expect(await json("claims")).toHaveLength(2 + passages.length);
  expect((await run(...all, "--dry-run")).out).toContain(`${passages.length} passage`);
  await json("undo");
  await json(...list);
  expect(await json("claims")).toHaveLength(3);
  await json("backup");
  await json("remove", "The Weir");
  expect(await json("papers")).toEqual([]);
  await json("restore");
  expect(await json("claims")).toHaveLength(3);
  expect(await json("history", "--limit", "2")).toHaveLength(2);
  expect(await json("verify")).toEqual({ ok: true, problems: [] });
  expect(await json("backups")).toContainEqual(expect.objectContaining({ name: expect.stringMatching(/Z\.jsonl$/) }));
  expect(await run("repair")).toMatchObject({ code: 1, err: expect.stringMatching(/^Only a damaged library/) });
});

test("a file that is in the way of an export is never lost, however often", { timeout: 60_000 }, async () => {
  const to = at("kept.csv");
  const write = () => json("export", "The Weir", "--to", to);
  const kept = async () =>
    Promise.all(
      (await readdir(line.folder))
        .filter((name) => name.startsWith("kept.csv~"))
        .sort()
        .map((name) => readFile(at(name), "utf8")),
    );
  await writeFile(to, "precious");
  expect(await write()).toMatchObject({ warnings: [{ key: "cli.previousFile", values: { file: `${to}~` } }] });
  expect(await write()).toMatchObject({ warnings: [] });
  expect(await kept()).toEqual(["precious"]);
  await writeFile(to, "precious too");
  expect(await write()).toMatchObject({ warnings: [{ key: "cli.previousFile", values: { file: `${to}~2` } }] });
  expect(await kept()).toEqual(["precious", "precious too"]);
  const { code, err } = await run("report", "--to", at("kept.csv/inside.md"));
  expect([code, err]).toEqual([1, expect.stringMatching(/^[^\n]+\n$/)]);
});

test("a damaged library is reported, repaired and usable again", { timeout: 60_000 }, async () => {
  const library = at("damaged");
  const there = (...args: string[]) => run(...args, "--library", library);
  await there("import", at("weir.md"));
  for (const name of ["The Weir: A", "The Weir: B"])
    await there("annotate", "The Weir", "--quote", "board", "--note", name);
  const [segment = ""] = await readdir(path.join(library, "journal"));
  const file = path.join(library, "journal", segment);
  await writeFile(file, (await readFile(file, "utf8")).replace("The Weir: A", "The Weir: X"));
  expect((await there("verify")).out).toMatch(/Change 2 is damaged or missing on disk/);
  expect(await there("undo")).toMatchObject({ code: 1, err: expect.stringContaining("open read-only") });
  expect((await there("repair")).out).toMatch(/records\. The damaged files are in damaged/);
  expect(await there("verify")).toMatchObject({ code: 0 });
  expect((await there("claims")).out).toContain("board");
});

test("a codebook goes out and comes in again", { timeout: 60_000 }, async () => {
  await json("codebook", "suggest", "The Weir", "--accept");
  for (const name of ["codebook.csv", "codebook.json"]) {
    await json("codebook", "export", at(name));
    expect(await json("codebook", "import", at(name))).toMatchObject({ issues: 0, stances: 0, actors: 0 });
  }
  expect(await json("codebook")).toMatchObject({ stances: { length: 5 } });
});

test("bad input gives one sentence, and the library is as it was", { timeout: 180_000 }, async () => {
  const before = await journal();
  const cases: readonly (readonly [number, RegExp, ...string[]])[] = [
    [1, /There is no file .*nothing\.txt\./, "import", at("nothing.txt")],
    [1, /There are no papers in/, "import", at("folder")],
    [1, /empty\.txt is empty/, "import", at("empty.txt")],
    [1, /junk\.txt is not a text file/, "import", at("junk.txt")],
    [1, /damaged/, "import", at("bad.pdf")],
    [1, /a date is written 2021/, "import", at("claims.csv"), "--date", "yesterday"],
    [1, /no paper “Nowhere”/, "show", "Nowhere"],
    [1, /“absent” does not occur in “The Weir”/, "annotate", "The Weir", "--quote", "absent"],
    [1, /occurs 3 times .*--nth/, "annotate", "The Weir", "--quote", "weir"],
    [1, /The scale has supports, opposes/, "annotate", "The Weir", "--quote", "board", "--issue", "A", "--stance", "b"],
    [1, /An issue needs a name/, "annotate", "The Weir", "--quote", "board", "--issue", "New", "--issue", "/"],
    [1, /An actor needs a name/, "annotate", "The Weir", "--quote", "board", "--actor", " "],
    [1, /not a codebook/, "codebook", "import", at("wrong.csv")],
    [1, /“xyz” is not supported/, "export", "The Weir", "--to", at("a.xyz")],
    [1, /folder of .* does not exist/, "report", "--to", at("none/a.md")],
    [1, /not a regular file/, "report", "--to", at("folder"), "--format", "md"],
    [1, /no such backup/, "restore", "nothing"],
    [2, /give a paper and --quote/, "annotate"],
    [2, /whole number from 1 to 5/, "annotate", "The Weir", "--quote", "board", "--certainty", "9"],
    [2, /no command frobnicate/, "frobnicate"],
    [2, /port/, "serve", "--port", "x"],
    [2, /--to/, "report"],
  ];
  for (const [code, sentence, ...args] of cases) {
    const ran = await run(...args);
    expect({ args, code: ran.code, out: ran.out, err: ran.err }).toEqual({
      args,
      code,
      out: "",
      err: expect.stringMatching(sentence),
    });
    if (code === 1) expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
  }
  expect(await journal()).toBe(before);
});

test("a bundle makes an empty library the same library, and merges into another", { timeout: 60_000 }, async () => {
  const zip = at("all.zip");
  expect(await json("bundle", "export", "--to", zip)).toMatchObject({ path: zip, warnings: [] });
  const claims = await json("claims");
  const [first, second] = [at("second"), at("third")];
  const elsewhere = (library: string, ...args: string[]) => run(...args, "--json", "--library", library);
  expect(JSON.parse((await elsewhere(first, "bundle", "import", zip)).out)).toMatchObject({ papers: 1, refused: [] });
  expect(JSON.parse((await elsewhere(first, "claims")).out)).toEqual(claims);
  expect(JSON.parse((await elsewhere(first, "verify")).out)).toEqual({ ok: true, problems: [] });
  await writeFile(at("other.md"), "# Other\n\nAnother paper.\n");
  await elsewhere(second, "import", at("other.md"));
  expect(JSON.parse((await elsewhere(second, "bundle", "import", zip)).out)).toMatchObject({ papers: 1, refused: [] });
  expect(JSON.parse((await elsewhere(second, "papers")).out)).toHaveLength(2);
  expect(await run("bundle", "import", at("weir.md"))).toMatchObject({ code: 1, out: "" });
  expect(await json("conflicts")).toEqual([]);
});

test("a process of its own prints the same and ends with the same code", { timeout: 60_000 }, () => {
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [entry, ...args, "--library", at("library")], { encoding: "utf8" });
  const papers = start("papers", "--json");
  expect({ status: papers.status, err: papers.stderr }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(papers.stdout)).toMatchObject([{ title: "The Weir" }]);
  expect(start("show", "Nowhere")).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("Nowhere") });
});

test("a Node that is too old is told so in one sentence", () => {
  const older = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})";
  const old = ["--import", `data:text/javascript,${older}`, entry, "papers"];
  expect(spawnSync(process.execPath, old, { encoding: "utf8" })).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/^Node 20\.1\.0 is too old\. Stancemark needs [^\n]*\n$/),
  });
});

test("analyses are written in the form of their file, printed without one, and refused in one sentence", async () => {
  const matrix = await json("analyse", "matrix", "--rows", "actor", "--columns", "issue", "--to", at("matrix.csv"));
  expect(matrix).toMatchObject({ path: at("matrix.csv"), annotations: expect.any(Number) });
  expect(await readFile(at("matrix.csv"), "utf8")).toMatch(/^\uFEFFactor,.*,all,mean,mean: .*\n/);
  expect((await run("analyse", "network", "--tie", "conflict")).out).toContain("source,target,weight");
  await json("analyse", "network", "--to", at("network.graphml"), "--query", "actor:Board");
  expect(await readFile(at("network.graphml"), "utf8")).toContain("<graphml ");
  expect(await json("analyse", "contradictions")).toMatchObject({ kind: "contradictions" });
  expect(await run("analyse", "matrix", "--to", at("matrix.graphml"))).toMatchObject({ code: 1 });
  expect(await run("analyse", "matrix", "--rows", "colour")).toMatchObject({ code: 2 });
});

test("competing hypotheses come in by a file and are scored", async () => {
  const evidence = { id: "e", text: "No rain", claims: [], credibility: "high", relevance: "low" };
  const hypotheses = ["rain", "gate"].map((id) => ({ id, name: id, issue: null }));
  const ach = { id: "why", question: "Why is it dry?", hypotheses, evidence: [evidence], marks: { "e:rain": "II" } };
  await writeFile(at("ach.json"), JSON.stringify(ach));
  const made = await json("analyse", "ach", "--from", at("ach.json"));
  expect(made).toMatchObject({ result: { leading: ["gate"], margin: expect.closeTo(2, 9) } });
  expect((await run("analyse", "ach")).out).toContain("Inconsistency,-2");
  await writeFile(at("ach.json"), "{}");
  const refused = await run("analyse", "ach", "--from", at("ach.json"));
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^.*is not a set of competing hypotheses.*\n$/),
  });
});

test("pages are given other numbers by range, which claims and search then cite", async () => {
  const library = at("numbered");
  const there = async (...args: string[]) => JSON.parse((await run(...args, "--library", library, "--json")).out);
  await there("import", at("weir.md"));
  await there("annotate", "The Weir", "--quote", "Nobody has paid");
  const asked = [
    "labels",
    "The Weir",
    "--from",
    "1",
    "--to",
    "1",
    "--style",
    "roman",
    "--start",
    "9",
    "--prefix",
    "A-",
  ];
  expect(await there(...asked, "--dry-run")).toEqual([{ page: 1, label: "A-ix", given: "§1" }]);
  expect(await there("claims")).toMatchObject([{ page: "§1" }]);
  await there(...asked);
  expect(await there("claims")).toMatchObject([{ page: "A-ix" }]);
  expect(await there("search", "paid")).toMatchObject([{ page: "A-ix" }]);
  expect((await run("labels", "The Weir", "--to", "7", "--library", library)).err).toMatch(/pages 1 to 1/);
  expect(await there("labels", "The Weir", "--reset")).toEqual([{ page: 1, label: "§1", given: "§1" }]);
});
