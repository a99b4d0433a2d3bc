import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CommandLine } from "./run.cases.ts";

const line = await CommandLine.begin();
const { at, run, json } = line;
const text = "# The Weir\n\nThe weir must stay closed. The town wants it open.\n";

const asked = vi.hoisted(() => vi.fn<() => Promise<boolean>>());
vi.mock("@clack/prompts", () => ({ confirm: asked }));

/** As if somebody sat there. */
async function atTerminal<Value>(work: () => Promise<Value>): Promise<Value> {
  const streams = [process.stdin, process.stdout] as { isTTY: boolean | undefined }[];
  const before = streams.map(({ isTTY }) => isTTY);
  for (const stream of streams) stream.isTTY = true;
  return work().finally(() => {
    for (const [index, stream] of streams.entries()) stream.isTTY = before[index];
  });
}

type Placed = { folder: string; papers: number; files: number };

beforeAll(async () => {
  await writeFile(at("weir.md"), text);
  await json("import", at("weir.md"));
  await json("annotate", "The Weir", "--quote", "must stay closed", "--issue", "Water", "--stance", "+");
  await mkdir(at("disk"));
}, 60_000);

afterAll(() => line.end());

/** What a reader has: papers with their text, claims, codebook. */
async function everything(library: string): Promise<unknown> {
  const claims = (await json("claims", "--library", library)) as object[];
  const papers = (await json("papers", "--library", library)) as { id: string }[];
  const texts = await Promise.all(papers.map(({ id }) => run("show", id, "--text", "--library", library)));
  return { claims, papers, texts: texts.map(({ out }) => out), codebook: await json("codebook", "--library", library) };
}

test("after a disk failure the library is back on another machine with one command", async () => {
  const before = await everything(at("library"));
  const made = (await json("backup", "--to", at("disk"))) as Placed;
  expect([made.papers, made.files > 1, path.dirname(made.folder)]).toEqual([1, true, at("disk")]);
  await rm(at("library"), { recursive: true });
  expect(await json("restore", "--from", at("disk"))).toMatchObject({ name: expect.stringMatching(/\.jsonl$/) });
  expect(await everything(at("library"))).toEqual(before);
  expect(await json("verify")).toEqual({ ok: true, problems: [] });
  // The history of changes is not in a backup.
  expect(await json("history")).toHaveLength(1);
  const [paper] = (await readdir(at("library/papers"))).filter((name) => !name.startsWith("."));
  expect(await readFile(path.join(at("library/papers"), paper ?? "", "source.md"), "utf8")).toBe(text);
  expect((await stat(at("library"))).mode & 0o077).toBe(0);
});

test("a library keeps its identity on the other machine: the next backup goes to the same place", async () => {
  await json("backup", "--to", at("disk"));
  expect(await readdir(at("disk"))).toHaveLength(1);
});

test("of damaged backups at the second place the newest whole one is taken; with none, nothing is made", async () => {
  const [place = ""] = await readdir(at("disk"));
  const damaged = at("damaged");
  await cp(at(path.join("disk", place)), damaged, { recursive: true });
  await writeFile(path.join(damaged, "backups", "2030-01-01T00-00-00.000Z.jsonl"), "{");
  const { name } = (await json("restore", "--from", damaged, "--library", at("third"))) as { name: string };
  expect(name).not.toContain("2030");
  expect(await everything(at("third"))).toEqual(await everything(at("library")));
  for (const file of await readdir(path.join(damaged, "backups")))
    await writeFile(path.join(damaged, "backups", file), "{");
  const { code, err } = await run("restore", "--from", damaged, "--library", at("fourth"));
  expect([code, err]).toEqual([1, expect.stringContaining("can be read")]);
  expect(await readdir(at("."))).not.toContain("fourth");
});

test("only what is missing is copied again, and a damaged source never replaces a good copy", async () => {
  await json("backup", "--to", at("disk"));
  const again = (await json("backup", "--to", at("disk"))) as Placed;
  expect(again.files).toBe(0);
  const [paper = ""] = await readdir(at("library/papers"));
  const source = path.join(at("library/papers"), paper, "source.md");
  await writeFile(source, text.replace("weir", "WEIR"));
  await json("backup", "--to", at("disk"));
  expect(await readFile(path.join(again.folder, "papers", paper, "source.md"), "utf8")).toBe(text);
  await writeFile(source, text);
  await rm(path.join(again.folder, "papers", paper), { recursive: true });
  expect(((await json("backup", "--to", at("disk"))) as Placed).files).toBeGreaterThan(1);
});

test("a file that opening writes again is still named by a check of it", async () => {
  await json("codebook", "add", "Dredging");
  const tip = at("library/tip.json");
  await writeFile(tip, (await readFile(tip, "utf8")).replace('"tip":1', '"tip":2'));
  const { code, out } = await run("verify");
  expect([code, out]).toEqual([1, expect.stringMatching(/^tip\.json, .*damaged or missing\..*\n$/)]);
  expect(await json("verify")).toEqual({ ok: true, problems: [] });
});

test("what a backup or a restore that was killed left at its place is removed the next time", async () => {
  await json("backup", "--to", at("disk"));
  const [place = ""] = await readdir(at("disk"));
  const [paper = ""] = await readdir(at(path.join("disk", place, "papers")));
  const old = [
    path.join("backups", "2026-01-01T00-00-00.000Z.jsonl.0a1b2c3d.tmp"),
    path.join("papers", paper, "a.77.tmp"),
  ];
  for (const name of [...old, path.join("backups", "new.tmp")])
    await writeFile(at(path.join("disk", place, name)), "left");
  const hours = new Date(Date.now() - 2 * 3600_000);
  for (const name of old) await utimes(at(path.join("disk", place, name)), hours, hours);
  await json("backup", "--to", at("disk"));
  const names = await readdir(at(path.join("disk", place)), { recursive: true });
  expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([path.join("backups", "new.tmp")]);
  // No process has this number (the largest on Linux is 4,194,304).
  for (const name of ["fifth.4194305.tmp", "fifth.old.tmp"]) await mkdir(at(name));
  await json("restore", "--from", at("disk"), "--library", at("fifth"));
  expect((await readdir(at("."))).filter((name) => name.startsWith("fifth")).sort()).toEqual([
    "fifth",
    "fifth.old.tmp",
  ]);
  await rm(at("fifth.old.tmp"), { recursive: true });
});

test("restoring says first what would be missing, asks at a terminal only, and undo goes back", async () => {
  await json("backup");
  await json("codebook", "add", "Harbour");
  const issues = async (): Promise<unknown> => ((await json("codebook")) as { issues: unknown[] }).issues.length;
  const before = await issues();
  const dry = await run("restore", "--dry-run");
  expect(dry.out).toMatch(/^The backup of .* contains 1 paper, .*\nMissing afterwards: 1 issue\.\n$/);
  expect(await json("restore", "--dry-run")).toMatchObject({ missing: { issues: 1 }, repair: null });
  expect(await issues()).toBe(before);
  asked.mockResolvedValueOnce(false);
  const refused = await atTerminal(() => run("restore"));
  expect([refused.code, refused.err, await issues()]).toEqual([1, "Nothing was restored.\n", before]);
  asked.mockResolvedValueOnce(true);
  expect((await atTerminal(() => run("restore"))).code).toBe(0);
  expect([asked.mock.calls.length, await issues()]).toEqual([2, Number(before) - 1]);
  await json("undo");
  expect(await issues()).toBe(before);
  const plain = await run("restore");
  expect(plain.out).toMatch(/Missing afterwards: 1 issue\.\nRestored the backup of .*\n.*run: stancemark undo\n$/);
  await json("undo");
  expect((await atTerminal(() => run("restore", "--yes"))).code).toBe(0);
  await json("undo");
  expect([asked.mock.calls.length, await issues()]).toEqual([2, before]);
});

test("the second place is remembered for every day, shown, and forgotten", async () => {
  const { out } = await run("backup", "--to", at("disk"), "--daily");
  expect(out).toContain("stancemark restore --from");
  expect(out).toContain(`A second backup is made each day in ${at("disk")}`);
  expect((await run("backup", "--no-daily")).out).toContain("No second backup is made.");
});

test.each([
  [/There is no folder .*nowhere/, ["backup", "--to", at("nowhere")]],
  [/can't be inside the library's own folder/, ["backup", "--to", at("library")]],
  [/can't be inside the library's own folder/, ["backup", "--to", at("library/papers")]],
  [/There is no backup in .*empty/, ["restore", "--from", at("empty"), "--library", at("new")]],
  [/There is no backup in .*nowhere/, ["restore", "--from", at("nowhere"), "--library", at("new")]],
  [/is not empty, so nothing was restored/, ["restore", "--from", at("disk"), "--library", at("library")]],
  [/backups of several libraries: .* and /, ["restore", "--from", at("two"), "--library", at("new")]],
])("%s", async (sentence, args) => {
  await mkdir(at("empty"), { recursive: true });
  const [place = ""] = await readdir(at("disk"));
  for (const name of ["a", "b"])
    await cp(at(path.join("disk", place)), at(path.join("two", name)), { recursive: true });
  const { code, err } = await run(...args);
  expect([code, err]).toEqual([1, expect.stringMatching(sentence)]);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect((await readdir(at("."))).filter((name) => name.includes(".tmp") || name === "new")).toEqual([]);
});

test.each([
  [["backup", "--daily"], /Use --daily together with --to/],
  [["restore", "--dry-run", "--from", at("disk")], /--dry-run can't be used with --from/],
  [["restore", "--from", at("disk"), "--library", ""], /needs the path of a folder/],
  [["restore", "--from", at("disk"), "--library", at("weir.md")], /is a file/],
])("%j is wrong usage, and nothing is touched", async (args, sentence) => {
  const before = await readdir(at("."));
  const { code, err } = await run(...args);
  expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
  expect(await readdir(at("."))).toEqual(before);
});

test("a daily backup that fails is reported by whatever command it is made beside, which succeeds", async () => {
  await mkdir(at("stick"));
  const { folder } = (await json("backup", "--to", at("stick"), "--daily")) as Placed;
  await rename(at("stick"), at("away"));
  const { code, out, err } = await run("papers");
  expect([code, out]).toEqual([0, expect.stringContaining("The Weir")]);
  expect(err).toContain(`The daily backup failed. The backup in ${folder} failed.`);
  expect(err.trim().split("\n")).toHaveLength(1);
  await rename(at("away"), at("stick"));
  expect((await run("papers")).err).toBe("");
  await json("backup", "--no-daily");
});

test("a library is shared on purpose only, and that is shown", async () => {
  expect((await run("share")).out).toContain("Only you can open");
  expect(await json("share", "--with", "group")).toEqual({ sharing: "group" });
  expect((await stat(at("library"))).mode & 0o7777).toBe(0o2770);
  expect((await run("share")).out).toContain("The folder's group can read and edit");
  expect(await json("share", "--with", "owner")).toEqual({ sharing: "owner" });
  expect((await stat(at("library/journal"))).mode & 0o777).toBe(0o700);
  expect((await run("share", "--with", "anybody")).code).toBe(2);
  await chmod(at("library"), 0o700);
});
