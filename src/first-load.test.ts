import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";
import { expect, test } from "vitest";
import { escapedBeyondAscii } from "../e2e/tools/ascii-output.ts";

/** Bytes of compressed script that the window may load before it shows anything. */
const mostBytes = 400_000;

const folder = path.resolve(import.meta.dirname, "../out/renderer");
const page = readFileSync(path.join(folder, "index.html"), "utf8");

/** The scripts that the built page names: its entry, and all that the entry imports. */
const scripts = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, name = ""]) => name);

/** What a script of the build imports before it runs, as names beside it. */
function importsOf(script: string): string[] {
  const text = readFileSync(path.join(folder, script), "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+\.js)"/g)].map(([, name = ""]) => `assets/${name}`);
}

test("the window's first load stays within its size", () => {
  const bytes = scripts.map((name) => gzipSync(readFileSync(path.join(folder, name))).length);
  expect(scripts.length).toBeGreaterThan(1);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes);
});

test("the page names every script of the first load, so that none is found only after another has come", () => {
  expect(scripts.flatMap(importsOf).filter((name) => !scripts.includes(name))).toEqual([]);
});

test("views, dialogs and the Urdu messages are not part of it", () => {
  const text = scripts.map((name) => readFileSync(path.join(folder, name), "utf8")).join("\n");
  for (const className of ["claims-head", "codebook-view", "report-preview", "history-head", "search-view"])
    expect([className, text.includes(`"${className}"`) || text.includes(`\`${className}\``)]).toEqual([
      className,
      false,
    ]);
  expect(text).not.toContain("مقالے درآمد کریں…");
});

test("all styles come with the page, so that a view that is loaded later is styled at once", () => {
  const sheets = [...page.matchAll(/rel="stylesheet"[^>]*href="\.\/([^"]+)"/g)].map(([, name = ""]) => name);
  expect(sheets.length).toBe(1);
  expect(existsSync(path.join(folder, sheets[0] ?? ""))).toBe(true);
  expect(readFileSync(path.join(folder, sheets[0] ?? ""), "utf8")).toContain(".codebook-view");
});

const program = path.resolve(import.meta.dirname, "../out/main");
const read = (name: string): string => readFileSync(path.join(program, name), "utf8");

/** What some files of the build import before they run: of the build itself, and of packages. */
function importedBy(names: readonly string[]): { files: ReadonlySet<string>; packages: ReadonlySet<string> } {
  const left = [...names];
  const files = new Set<string>();
  const packages = new Set<string>();
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (files.has(name)) continue;
    files.add(name);
    for (const statement of parseAst(read(name)).body) {
      if (!("source" in statement) || statement.source === null) continue;
      const from = String(statement.source.value);
      if (from.startsWith("./")) left.push(from.slice(2));
      else if (!from.startsWith("node:")) packages.add(from);
    }
  }
  return { files, packages };
}

test("a command finds everything that it imports before it runs in the build's own files, packages none", () => {
  const first = [...read("cli.js").matchAll(/\bimport\([`"]\.\/([^`"]+\.js)[`"]\)/g)].map(([, name = ""]) => name);
  expect(first.length).toBe(1);
  const { files, packages } = importedBy(first);
  expect([...files].some((name) => name.startsWith("services-"))).toBe(true);
  expect([...packages]).toEqual([]);
});

test("a worker that reads or draws a PDF loads neither the program nor the schemas of its records", () => {
  const readers = readdirSync(program).filter((name) =>
    /^(worker\.|read-source-|serve-pages-|import-pdf-|page-task-|draw-file-)/.test(name),
  );
  expect(readers.length).toBe(6);
  const { files, packages } = importedBy(readers);
  expect([...files].filter((name) => /^(services|analysis|commands)-|^(index|cli)\./.test(name))).toEqual([]);
  expect([...files].filter((name) => read(name).includes("_zod"))).toEqual([]);
  expect([...packages]).toEqual([]);
});

test('what runs before a command is looked at is small, so that "--version" is fast and Node\'s cache holds the rest', () => {
  const names = [...read("cli.js").matchAll(/\bfrom"\.\/([^"]+\.js)"/g)].map(([, name = ""]) => name);
  expect(names.reduce((bytes, name) => bytes + read(name).length, read("cli.js").length)).toBeLessThan(6000);
});

test("a short command loads no module of Node that it doesn't use", () => {
  const library = mkdtempSync(path.join(tmpdir(), "stancemark-load-"));
  const load = (...args: string[]): string[] => {
    const listing = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.moduleLoadList.join()))`;
    const command = [path.join(program, "cli.js"), ...args, "--library", library];
    const { status, stderr } = spawnSync(process.execPath, ["--import", listing, ...command], { encoding: "utf8" });
    expect([args, status]).toEqual([args, 0]);
    return (stderr.split("\n").at(-1) ?? "").split(",");
  };
  try {
    load("codebook", "starter");
    const loaded = load("claims");
    expect(loaded).toContain("NativeModule crypto");
    for (const name of ["child_process", "dgram", "worker_threads", "zlib", "internal/util/parse_args/parse_args"])
      expect(loaded).not.toContain(`NativeModule ${name}`);
    // Help needs a part of `util`, and gets it.
    expect(load("claims", "--help")).toContain("NativeModule crypto");
  } finally {
    rmSync(library, { recursive: true });
  }
});

test("what Node loads is in ASCII, without comments, which it would read and check at each start", () => {
  for (const name of readdirSync(program).filter((name) => name.endsWith(".js"))) {
    const code = read(name);
    expect([name, /[^\0-\x7f]/.exec(code)?.[0]]).toEqual([name, undefined]);
    expect([name, /^ *\/\/ /m.test(code)]).toEqual([name, false]);
  }
});

test.each([
  ["a letter", 'f("é")'],
  ["a sign of two code units", 'f("😀")'],
  ["a template", "f(`${1}–پانی`)"],
  ["a regular expression", 'f("a😀“b".replace(/[“😀]/gu, "x"))'],
  ["an escape before it", 'f("\\\\é\\né")'],
])("characters beyond ASCII become escapes that mean the same: %s", (_, code) => {
  const run = (script: string): unknown => runInNewContext(script, { f: (text: string) => text });
  const escaped = escapedBeyondAscii(code);
  expect(escaped).not.toMatch(/[^\0-\x7f]/);
  expect(run(escaped)).toBe(run(code));
});

test.each(["f(String.raw`é`)", 'f("\\é")', 'f("\\\\\\é")'])(
  "source that an escape would change is refused: %s",
  (code) => {
    expect(() => escapedBeyondAscii(code)).toThrow(/beyond ASCII/);
  },
);
