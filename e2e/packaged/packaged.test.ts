import { execFile, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { fuses } from "../../src/main/electron/fuses.ts";
import type { Step } from "../../src/main/electron/self-test.ts";
import { stage, unpacked } from "../packaging/stage.ts";
import { type BuiltApp, buildApp } from "./built-app.ts";

/**
 * The packaged app: the archive that electron-builder makes for the installers, run by a stand-in for Electron that reads
 * archives as Electron does (`archive-layer.ts`), in a folder without a `package.json` above it. Where electron-builder
 * cannot be installed, the same files are put into an archive without it.
 * The self-test imports, draws, typesets and closes. The installers themselves are made and started by
 * `.github/workflows/desktop.yml`.
 */
const execute = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");
const asarPackage = "@electron/asar@4.3.2";
const work = await mkdtemp(path.join(tmpdir(), "stancemark-packaged-"));
afterAll(() => rm(work, { recursive: true, force: true }));

type Asar = {
  createPackageWithOptions(from: string, to: string, options: { unpack: string }): Promise<void>;
  createPackage(from: string, to: string): Promise<void>;
  listPackage(archive: string, options: { isPack: boolean }): string[];
};

/** The program that makes archives, installed on demand; why it cannot be had. */
async function findAsar(): Promise<Asar | string> {
  const home = path.join(root, ".cache/packaging/asar");
  const file = path.join(home, "node_modules/@electron/asar/lib/asar.js");
  if (!existsSync(file)) {
    const quick = ["--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000"];
    const args = ["install", "--prefix", home, "--save-exact", ...quick, asarPackage];
    await mkdir(home, { recursive: true });
    const failed = await execute("npm", args, { timeout: 60_000 }).then(
      () => null,
      (error: Error) => error.message.split("\n")[0] ?? "unknown",
    );
    if (failed !== null || !existsSync(file)) return `${asarPackage} can't be installed (${failed})`;
  }
  return (await import(pathToFileURL(file).href)) as Asar;
}

const asar = await findAsar();
const leftOut = typeof asar === "string" ? asar : null;
if (leftOut !== null) process.stdout.write(`packaged app: left out, ${leftOut}\n`);

const app = path.join(work, "app");
await stage(app, { os: process.platform, cpu: process.arch });

/** What electron-builder makes of the app; why it makes nothing here. */
async function build(): Promise<BuiltApp | string> {
  if (typeof asar === "string") return asar;
  if (process.platform !== "linux") return "its stand-in for a runtime has Linux's form";
  const empty = path.join(work, "empty");
  await mkdir(empty);
  return buildApp(app, path.join(work, "builder"), (file) => asar.createPackage(empty, file));
}

const built = await build();
if (typeof built === "string") process.stdout.write(`electron-builder: left out, ${built}\n`);

/** An archive of the app in a folder of its own, with these files beside it. */
async function pack(name: string, beside: readonly string[]): Promise<string> {
  if (typeof asar === "string") throw new Error(asar);
  const archive = path.join(work, name, "resources/app.asar");
  await mkdir(path.dirname(archive), { recursive: true });
  await asar.createPackageWithOptions(app, archive, {
    // Braces around one pattern are no braces.
    unpack: beside.length === 1 ? (beside[0] ?? "") : `{${beside.join(",")}}`,
  });
  return archive;
}

type Run = Readonly<{ code: number | null; steps: readonly Step[]; missing: string; folder: string }>;

/** The self-test of a program, in an archive or in the checkout. */
async function run(name: string, archive: string | null): Promise<Run> {
  const folder = path.join(work, name, "self-test");
  const missing = path.join(work, name, "missing.txt");
  const standIn = path.join(root, "e2e/electron-stand-in");
  const main = path.join(archive ?? root, "out/main/index.js");
  const layer = archive === null ? [] : ["--import", path.join(import.meta.dirname, "archive-layer.ts")];
  const child = fork(path.join(standIn, "boot.ts"), ["/nowhere/app", "--self-test", folder], {
    execArgv: ["--import", path.join(standIn, "register.ts"), ...layer],
    env: {
      ...process.env,
      STAND_IN_MAIN: main,
      STANCEMARK_ARCHIVE: archive ?? "",
      STANCEMARK_MISSING: missing,
    },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    cwd: work,
  });
  child.on("message", (message: { ready?: true }) => {
    if (message.ready) child.send({ id: 1, ask: "drawn", args: [] });
  });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  const steps = JSON.parse(await readFile(path.join(folder, "self-test.json"), "utf8")) as Step[];
  return { code, steps, folder, missing: await readFile(missing, "utf8").catch(() => "") };
}

/** The fonts in a PDF by name, as poppler lists them; null where it is not installed. */
async function fontsOf(file: string): Promise<string[] | null> {
  const listed = await execute("pdffonts", [file]).catch(() => null);
  const lines = listed?.stdout.split("\n").slice(2) ?? null;
  return lines?.flatMap((line) => /^\S*?\+?([\w-]+) /.exec(line)?.[1] ?? []).sort() ?? null;
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = names
    .filter((name) => name.isFile())
    .map(async (name) => (await stat(path.join(name.parentPath, name.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test("there is no package.json above the packaged app, which would widen what its workers may read", () => {
  for (let folder = work; folder !== path.dirname(folder); folder = path.dirname(folder))
    expect(existsSync(path.join(folder, "package.json")), folder).toBe(false);
});

test("the app has what it needs to run, licences included, nothing of the workshop, its packages in at most 110 MB", async () => {
  const names = (await readdir(app, { recursive: true })).map((name) => name.split(path.sep).join("/"));
  const folders = new Set(names.map((name) => name.split("/")[0]));
  expect([...folders].sort()).toEqual(["LICENSE", "node_modules", "out", "package.json", "resources"]);
  expect(
    names.filter((name) => /\.(map|d\.ts|test\.\w+|woff2)$/.test(name) && !name.startsWith("out/renderer")),
  ).toEqual([]);
  for (const name of ["commander", "hono", "electron", "react", "vitest", "zod"])
    expect(existsSync(path.join(app, "node_modules", name)), name).toBe(false);
  expect(names).toEqual(expect.arrayContaining(["out/THIRD-PARTY-NOTICES.txt", "out/preload/index.cjs"]));
  const [all, packages] = [await sizeOf(app), await sizeOf(path.join(app, "node_modules"))];
  const shown = [all, packages].map((bytes) => (bytes / 1e6).toFixed(1));
  process.stdout.write(`packaged app without Electron: ${shown[0]} MB, of which packages ${shown[1]} MB\n`);
  expect(packages).toBeLessThanOrEqual(110e6);
});

describe.skipIf(leftOut !== null)("the app in its archive", () => {
  test("the same files make the same archive, byte for byte", async () => {
    const digests = await Promise.all(
      ["first", "second"].map(async (name) =>
        createHash("sha256")
          .update(await readFile(await pack(name, unpacked)))
          .digest("hex"),
      ),
    );
    expect(digests[0]).toBe(digests[1]);
  });

  test.skipIf(typeof built === "string")(
    "electron-builder makes it of the same files, and sets the fuses",
    async () => {
      if (typeof built === "string" || typeof asar === "string") return;
      // It leaves out empty folders, and puts a package that only one other needs beside that one.
      const filesIn = (archive: string): string[] =>
        asar
          .listPackage(archive, { isPack: false })
          .filter((name) => /\.\w+$|licen[cs]e[^/]*$/i.test(name))
          .map((name) => name.slice(name.lastIndexOf("/node_modules/") + 1))
          .sort();
      expect(filesIn(built.archive)).toEqual(filesIn(await pack("listed", unpacked)));
      // The last fuse, for WebAssembly, is left as it is in Electron.
      expect(built.fuses).toBe(`${fuses.map(([, isOn]) => (isOn ? "1" : "0")).join("")}1`);
      for (const name of ["LICENSE.txt", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"])
        expect((await stat(path.join(built.folder, name))).size, name).toBeGreaterThan(500);
    },
  );

  test("imports, draws, typesets and closes from inside of it, with the fonts of the unpackaged program", async () => {
    const archive = typeof built === "string" ? await pack("whole", unpacked) : built.archive;
    const packaged = await run("whole", archive);
    expect(packaged.steps.filter(({ failure }) => failure !== null)).toEqual([]);
    expect([packaged.code, packaged.missing, packaged.steps.length]).toEqual([0, "", 11]);
    const plain = await run("plain", null);
    expect(plain.code).toBe(0);
    for (const name of ["paper.pdf", "report.pdf"]) {
      const fonts = await fontsOf(path.join(packaged.folder, name));
      if (fonts === null) process.stdout.write("fonts of the packaged app: not compared, pdffonts is not installed\n");
      else expect(fonts.length).toBeGreaterThan(4);
      expect(fonts).toEqual(await fontsOf(path.join(plain.folder, name)));
    }
  });

  test("fonts that are not beside it are an error, not other fonts", async () => {
    const { steps } = await run("no-fonts", await pack("no-fonts", ["**/*.node"]));
    const failed = new Map(steps.flatMap(({ name, failure }) => (failure === null ? [] : [[name, failure] as const])));
    // Reports in other formats contain charts, which are typeset too.
    for (const name of ["export an annotated PDF", "export a report as pdf"])
      expect([name, failed.get(name)]).toEqual([
        name,
        expect.stringMatching(/^These fonts of Stancemark are missing: noto sans, /),
      ]);
  });
});
