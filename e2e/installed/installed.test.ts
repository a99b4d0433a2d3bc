import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";

/**
 * The package as people install it: packed, installed into an empty folder without development packages, and run by the
 * name of its command. `STANCEMARK_OLDEST_NODE` names a Node of the version in `engines` to run it on; otherwise it
 * runs on the Node of the tests.
 */
const execute = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");
const folder = await mkdtemp(path.join(tmpdir(), "stancemark-installed-"));
// A program that has just been ended may still be storing what it compiled.
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

const node = process.env.STANCEMARK_OLDEST_NODE ?? process.execPath;
/**
 * npm's scripts tell those they start about the package they are of; an installation elsewhere must not follow that.
 */
const outside = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle|config_local_prefix)|NODE_|INIT_CWD)/i.test(name),
  ),
);
const env = {
  ...outside,
  PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
  LANG: "en",
  STANCEMARK_DATA: path.join(folder, "data"),
  HOME: folder,
};

async function pack(): Promise<{ file: string; bytes: number; names: string[] }> {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await execute("npm", args, { cwd: root, env: outside, maxBuffer: 1 << 26 });
  // npm 11 and older print a list, npm 12 an object by name.
  const printed: unknown = JSON.parse(stdout);
  const [packed] = Object.values(
    printed as Record<string, { filename: string; size: number; files: { path: string }[] }>,
  );
  if (packed === undefined) throw new Error("npm packed nothing.");
  return { file: path.join(folder, packed.filename), bytes: packed.size, names: packed.files.map((file) => file.path) };
}

/** Install a package from the registry or npm's cache; why that is impossible here, null when it worked. */
async function install(file: string): Promise<string | null> {
  await writeFile(path.join(folder, "package.json"), "{}");
  const quick = ["--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000"];
  const args = ["install", "--prefix", folder, ...quick, file];
  try {
    await execute("npm", args, { cwd: folder, env: outside, maxBuffer: 1 << 26, timeout: 240_000 });
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isSlow = (error as { killed?: boolean }).killed === true;
    const noNetwork = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ECONNRESET|network)\b/;
    if (!isSlow && !noNetwork.test(reason)) throw error;
    return "npm's registry cannot be reached to install the packages it depends on";
  }
}

const packed = await pack();
const leftOut = await install(packed.file);
if (leftOut !== null) process.stdout.write(`installed package: left out, ${leftOut}\n`);

const program = path.join(folder, "node_modules/.bin/stancemark");
const run = (...args: string[]) => execute(program, args, { cwd: folder, env, maxBuffer: 1 << 26 });

test("the package has the program and its resources, and nothing else, in at most 2 MB", () => {
  expect(packed.bytes).toBeLessThanOrEqual(2_000_000);
  const folders = new Set(
    packed.names.map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("out/") ? 2 : 1)
        .join("/"),
    ),
  );
  expect([...folders].sort()).toEqual(
    [
      "LICENSE",
      "README.md",
      "out/THIRD-PARTY-NOTICES.txt",
      "out/main",
      "out/renderer",
      "package.json",
      "resources",
    ].sort(),
  );
  expect(packed.names.filter((name) => /\.(map|tsx?|test\.\w+)$/.test(name))).toEqual([]);
});

describe.skipIf(leftOut !== null)("the installed package", () => {
  test("brings no development package", async () => {
    for (const name of ["electron", "electron-vite", "vitest", "react", "@playwright/test"])
      expect(existsSync(path.join(folder, "node_modules", name)), name).toBe(false);
  });

  test("takes at most 110 MB with everything it depends on", async () => {
    const files = await readdir(path.join(folder, "node_modules"), { recursive: true, withFileTypes: true });
    const sizes = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => stat(path.join(file.parentPath, file.name))),
    );
    const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
    process.stdout.write(`installed by npm: ${Math.round(bytes / 1e6)} MB\n`);
    expect(bytes).toBeLessThanOrEqual(110_000_000);
  });

  test("names the font that a text in Chinese needs, and writes no file without it", async () => {
    await mkdir(path.join(folder, "east"));
    await writeFile(path.join(folder, "east/paper.md"), "# 渡轮票价\n\n渡轮太贵。\n");
    const inLibrary = ["--library", path.join(folder, "east/library")];
    await run("import", path.join(folder, "east/paper.md"), ...inLibrary);
    const exported = run("export", "渡轮票价", "--to", path.join(folder, "east/paper.pdf"), ...inLibrary);
    await expect(exported).rejects.toMatchObject({ stderr: expect.stringContaining("npm install @embedpdf/fonts-sc") });
    expect(existsSync(path.join(folder, "east/paper.pdf"))).toBe(false);
  });

  test("prints its version, and without arguments what it can do", async () => {
    const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
    expect((await run("--version")).stdout).toBe(`${version}\n`);
    expect((await run()).stdout).toContain("stancemark serve --open");
  });

  test("imports, codes, and exports annotated PDF and reports", async () => {
    await mkdir(path.join(folder, "made"));
    const sample = path.join(folder, "node_modules/stancemark/resources/sample/sample.pdf");
    expect((await run("import", sample)).stdout).toContain("(pdf, 8 pages");
    await run(
      "annotate",
      "Strait",
      "--quote",
      "Strait Crossing",
      "--nth",
      "1",
      "--issue",
      "Ferries",
      "--stance",
      "supports",
    );
    for (const [command, ...args] of [
      ["export", "Strait", "--to", "made/paper.pdf"],
      ["report", "--to", "made/report.pdf"],
      ["report", "--to", "made/report.docx"],
      ["report", "--to", "made/report.html"],
    ])
      await run(command ?? "", ...args);
    expect((await readFile(path.join(folder, "made/paper.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
    for (const name of ["report.pdf", "report.docx", "report.html"])
      expect((await stat(path.join(folder, "made", name))).size).toBeGreaterThan(5000);
    expect((await run("verify")).stdout).toContain("No problems found.");
  });

  test("serves the workbench in a browser", async () => {
    const server: ChildProcess = spawn(program, ["serve"], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        server.once("exit", (code) => reject(new Error(`serve ended with ${code}`)));
        server.stdout?.setEncoding("utf8").on("data", (text: string) => {
          const url = /http:\S+/.exec(text)?.[0];
          if (url !== undefined) resolve(url);
        });
      });
      const { origin, searchParams } = new URL(address);
      const page = await fetch(origin);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root"')]);
      const authorization = `Bearer ${searchParams.get("token")}`;
      const entered = await fetch(`${origin}/api/enter`, { method: "POST", headers: { authorization } });
      expect(await entered.json()).toMatchObject({ ok: true });
    } finally {
      server.kill();
    }
  });
});
