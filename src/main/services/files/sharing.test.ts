import { chmod, lstat, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { openWorkbench } from "../workbench.ts";
import { resourcesFolder } from "./resources.ts";
import { libraryDisk, readSharing, writeSharing } from "./sharing.ts";

/** Permissions of a folder and all in it, by path from it; links are left out. */
async function modesIn(folder: string): Promise<Record<string, number>> {
  const names = ["", ...(await readdir(folder, { recursive: true }))];
  const all = await Promise.all(names.map(async (name) => [name, await lstat(path.join(folder, name))] as const));
  const own = all.filter(([, found]) => !found.isSymbolicLink());
  return Object.fromEntries(own.map(([name, found]) => [name, found.mode & 0o7777]));
}

async function isOnly(folder: string, modes: { file: number; folder: number }): Promise<void> {
  for (const [name, mode] of Object.entries(await modesIn(folder))) {
    const isFolder = (await lstat(path.join(folder, name))).isDirectory();
    expect([name, mode.toString(8)]).toEqual([name, (isFolder ? modes.folder : modes.file).toString(8)]);
  }
}

const owner = { file: 0o600, folder: 0o700 };
const open = (folder: string) =>
  openWorkbench({ folder, program: "a test", coder: "Ada", resources: resourcesFolder() });

/** A library with a paper, a snapshot and a backup. */
async function fill(folder: string): Promise<void> {
  const workbench = await open(folder);
  await workbench.importPaper({ name: "a.md", bytes: Buffer.from("# Title\n\nThe gate is open.") });
  await workbench.commit({ label: "Add", edits: [newIssue("A")] });
  await workbench.backup({});
  await workbench.close();
}

test("all of a new library can be opened by its owner only, whatever the process's mask", async () => {
  const folder = path.join(await temporaryFolder(), "new", "library");
  await fill(folder);
  expect(Object.keys(await modesIn(folder)).length).toBeGreaterThan(8);
  await isOnly(folder, owner);
});

test("a library whose files others could read is closed when it is opened, with all that is in it", async () => {
  const folder = path.join(await temporaryFolder(), "library");
  await fill(folder);
  for (const [name, mode] of Object.entries(await modesIn(folder)))
    await chmod(path.join(folder, name), mode === 0o700 ? 0o755 : 0o644);
  await (await open(folder)).close();
  await isOnly(folder, owner);
});

test.each([
  ["group", { file: 0o660, folder: 0o2770 }],
  ["everyone", { file: 0o644, folder: 0o755 }],
] as const)(
  "a library shared with %s stays so, with what is written later, until it is shared no more",
  async (with_, modes) => {
    const folder = path.join(await temporaryFolder(), "library");
    await fill(folder);
    expect(await readSharing(folder)).toBe("owner");
    await writeSharing(folder, with_);
    await isOnly(folder, modes);
    await fill(folder);
    await isOnly(folder, modes);
    expect(await readSharing(folder)).toBe(with_);
    await writeSharing(folder, "owner");
    await isOnly(folder, owner);
  },
);

test("other files beside a library, their folder, and what links lead to stay as they are", async () => {
  const folder = await temporaryFolder();
  const outside = path.join(await temporaryFolder(), "outside.txt");
  await writeFile(outside, "theirs", { mode: 0o644 });
  await writeFile(path.join(folder, "notes.txt"), "theirs", { mode: 0o644 });
  await mkdir(path.join(folder, "journal"), { mode: 0o755 });
  await symlink(outside, path.join(folder, "papers"));
  await chmod(folder, 0o755);
  await libraryDisk(folder);
  const modes = await modesIn(folder);
  expect(modes).toEqual({ "": 0o755, "notes.txt": 0o644, journal: 0o700 });
  expect((await lstat(outside)).mode & 0o777).toBe(0o644);
});

test("an unknown word in the file counts as not shared", async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "sharing"), "anybody\n");
  expect(await readSharing(folder)).toBe("owner");
});

beforeAll(() => {
  const before = process.umask(0o002);
  return () => void process.umask(before);
});
