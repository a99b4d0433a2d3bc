import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CommandLine } from "./run.cases.ts";

// The steps of "Recovery by hand" in docs/data.md.

const line = await CommandLine.begin();
const { at, run, json } = line;
const help = await readFile(new URL("../../../docs/data.md", import.meta.url), "utf8");
const text = "# The Weir\n\nThe weir must stay closed. The town wants it open.\n";

beforeAll(async () => {
  await writeFile(at("weir.md"), text);
  await json("import", at("weir.md"));
  await json("annotate", "The Weir", "--quote", "must stay closed", "--issue", "Water", "--stance", "+");
  await json("annotate", "The Weir", "--quote", "wants it open", "--note", "said twice");
  await json("backup");
}, 60_000);

afterAll(() => line.end());

/** What the reader sees, and that a check finds nothing. */
async function everything(library: string): Promise<unknown> {
  expect([library, await json("verify", "--library", library)]).toEqual([library, { ok: true, problems: [] }]);
  return [
    await json("claims", "--library", library),
    (await run("show", "The Weir", "--text", "--library", library)).out,
  ];
}

/** A copy of the library to be damaged, and the folder of its paper. */
async function copy(name: string): Promise<{ library: string; paper: string }> {
  const library = at(name);
  await cp(at("library"), library, { recursive: true });
  const [paper = ""] = (await readdir(path.join(library, "papers"))).filter((text) => !text.startsWith("."));
  return { library, paper: path.join(library, "papers", paper) };
}

async function exists(file: string): Promise<boolean> {
  return (await readdir(path.dirname(file))).includes(path.basename(file));
}

async function moveAway(...files: string[]): Promise<void> {
  for (const file of files) if (await exists(file)) await rename(file, `${at(path.basename(file))}.away`);
}

async function journalOf(library: string): Promise<string> {
  const [name = ""] = await readdir(path.join(library, "journal"));
  return path.join(library, "journal", name);
}

test("library.json or annotations.json damaged: moved away with its copy, everything is read from the journal", async () => {
  for (const which of ["library", "annotations"]) {
    const { library, paper } = await copy(`snapshot-${which}`);
    const file = which === "library" ? path.join(library, "library.json") : path.join(paper, "annotations.json");
    if (await exists(file)) await writeFile(file, "damaged");
    await moveAway(file, `${file}.bak`);
    expect(await everything(library)).toEqual(await everything(at("library")));
  }
});

test.each(["paper.json", "source.md"])("a paper's %s damaged: importing the same file rebuilds it", async (name) => {
  const { library, paper } = await copy(`paper-${name}`);
  await writeFile(path.join(paper, name), "damaged");
  expect((await run("verify", "--library", library)).code).toBe(1);
  expect((await run("import", at("weir.md"), "--library", library)).out).toMatch(/already in the library/);
  expect(await everything(library)).toEqual(await everything(at("library")));
});

test.each(["restore", "repair"])(
  "a line of the journal damaged: %s goes on, the damaged files are moved, undo goes back",
  async (name) => {
    const { library } = await copy(`line-${name}`);
    const file = await journalOf(library);
    const damaged = (await readFile(file, "utf8")).replace("said twice", "SAID twice");
    await writeFile(file, damaged);
    await moveAway(path.join(library, "library.json"), path.join(library, "library.json.bak"));
    expect((await run("claims", "--library", library)).code).toBe(0);
    expect((await run(name, "--library", library)).code).toBe(0);
    const [aside = ""] = await readdir(path.join(library, "damaged"));
    const kept = path.join(library, "damaged", aside, "journal", path.basename(file));
    expect(await readFile(kept, "utf8")).toBe(damaged);
    if (name === "restore") expect(await everything(library)).toEqual(await everything(at("library")));
    expect((await run("undo", "--library", library)).code).toBe(0);
    expect(await readFile(file, "utf8")).toBe(damaged);
    expect((await run("verify", "--library", library)).code).toBe(1);
  },
);

test("only a backup and papers/ left: both in a new folder, then restore", async () => {
  const { library } = await copy("left");
  await mkdir(at("fresh"));
  for (const name of ["backups", "papers"]) await rename(path.join(library, name), path.join(at("fresh"), name));
  expect((await run("restore", "--library", at("fresh"))).code).toBe(0);
  expect(await everything(at("fresh"))).toEqual(await everything(at("library")));
});

test("said to be open in a program that isn't running: deleting lock helps", async () => {
  const { library } = await copy("locked");
  const holder = { pid: 1, host: "another machine", program: "the desktop app", since: new Date().toISOString() };
  await writeFile(path.join(library, "lock"), JSON.stringify({ ...holder, beat: holder.since, token: "0".repeat(36) }));
  const { code, err } = await run("codebook", "add", "Dredging", "--library", library);
  expect([code, err]).toEqual([1, expect.stringMatching(/has had it open since/)]);
  await rm(path.join(library, "lock"));
  expect((await run("codebook", "add", "Dredging", "--library", library)).code).toBe(0);
});

/** A block of commands in the help that contains these words. */
function commandsWith(words: string): string {
  const [, block] = [...help.matchAll(/```sh\n([\s\S]*?)```/g)].find(([, body]) => body?.includes(words)) ?? [];
  if (block === undefined) throw new Error(`no commands with ${words}`);
  return block;
}

test.skipIf(process.platform === "win32")(
  "no Stancemark at hand: the lines in the help extract the latest records",
  async () => {
    await copy("hand/library");
    // Without jq, which only shows them.
    const lines = commandsWith("records.jsonl").replace(/^jq .*$/m, "");
    execFileSync("sh", ["-c", lines], {
      cwd: at("hand"),
      env: { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` },
    });
    const records = (await readFile(at("hand/records.jsonl"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const claims = (await json("claims")) as unknown[];
    expect(records.filter(({ table }) => table === "annotations")).toHaveLength(claims.length);
    expect(records).toContainEqual(expect.objectContaining({ table: "annotations", note: "said twice" }));
    expect(records).toContainEqual(expect.objectContaining({ table: "papers", title: "The Weir" }));
  },
);

test.skipIf(process.platform === "win32")("the checksum of a line is what the help computes", async () => {
  const { library } = await copy("sum/library");
  const name = path.basename(await journalOf(library));
  const command = commandsWith("sha256sum").replace("000000000001-1a2b3c4d.jsonl", name);
  const [sum = ""] = execFileSync("sh", ["-c", command], { cwd: at("sum"), encoding: "utf8" }).split(" ");
  const [, second = ""] = (await readFile(await journalOf(library), "utf8")).split("\n");
  expect(Buffer.from(second).subarray(11, 75).toString()).toBe(sum);
});
