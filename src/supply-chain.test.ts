import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import {
  type Lock,
  noticeOf,
  noticesFile,
  packageOf,
  packagesApart,
  printNotices,
  productionPackages,
} from "../e2e/tools/notices.ts";

const root = path.resolve(import.meta.dirname, "..");
type Entry = Lock["packages"][string] &
  Readonly<{ dependencies?: object; optionalDependencies?: object; link?: boolean }>;
const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, Entry>;
};
const entries = Object.entries(lock.packages).filter(([folder]) => folder !== "");

test("every package of the lock file, for every system, has a checksum, and none names a server", () => {
  expect(entries.length).toBeGreaterThan(200);
  expect(entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""))).toEqual([]);
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

/** Where Node would find a package that another one asks for. */
function found(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === "") return false;
    if (!folder.includes("/node_modules/")) return `node_modules/${name}` in lock.packages;
  }
}

test("every package that another needs, on this system or another, is in the lock file", () => {
  const missing = entries.flatMap(([folder, { dependencies = {}, optionalDependencies = {} }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !found(folder, name))
      .map((name) => `${folder} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

const written = readFileSync(path.join(root, noticesFile), "utf8");

test("the build's notices have every package of production and of the packaged app, with version and licence", () => {
  const folders = [...productionPackages(lock), ...packagesApart(lock)];
  expect(folders).toEqual(expect.arrayContaining(["node_modules/@embedpdf/fonts-sc", "node_modules/yauzl"]));
  expect(folders.length).toBeGreaterThan(30);
  for (const folder of folders) {
    const { name, version, texts } = noticeOf(folder, lock);
    expect(written).toContain(`\n${name} ${version} (`);
    expect([name, texts.length > 0 && texts.every((text) => text.length > 100 && written.includes(text))]).toEqual([
      name,
      true,
    ]);
  }
});

/** Packages that the window's sources import, styles and fonts included. */
function imported(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  const sources = files.filter((name) => /\.tsx?$/.test(name) && !/\.(test|suite|cases)\.tsx?$/.test(name));
  const names = sources.flatMap((name) => {
    const text = readFileSync(path.join(root, folder, name), "utf8");
    return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  });
  return names
    .filter((name) => !/^(\.|node:|electron$)/.test(name))
    .map((name) => packageOf(`node_modules/${name}`) ?? name);
}

test("the notices have what is built into the window: code, styles and fonts, each with its licence", () => {
  const packages = new Set([...imported("src/renderer/src"), ...imported("src/shared"), ...imported("src/preload")]);
  expect([...packages]).toEqual(expect.arrayContaining(["node_modules/@fontsource/noto-sans", "node_modules/react"]));
  for (const folder of packages) {
    const { name, version, texts } = noticeOf(folder, lock);
    expect(written).toContain(`\n${name} ${version} (`);
    expect([name, texts.length > 0]).toEqual([name, true]);
  }
  expect(written).toContain("SIL OPEN FONT LICENSE Version 1.1");
  expect(written).toContain("Creative Commons Attribution-ShareAlike 3.0");
});

test("a module is of the innermost package that it lies in", () => {
  expect(packageOf("/a/node_modules/@scope/name/dist/x.css?inline")).toBe("node_modules/@scope/name");
  expect(packageOf("\0/a/node_modules/one/node_modules/two/x.js")).toBe("node_modules/one/node_modules/two");
  expect(packageOf("/a/src/x.ts")).toBeNull();
});

test("packages with one licence share its text, and one for another system has that of its parent", () => {
  const notice = (name: string) => ({ name, version: "1", license: "MIT", texts: ["The text."], contains: [] });
  expect(printNotices([notice("a"), notice("b")]).match(/The text\./g)).toHaveLength(1);
  const foreign = "node_modules/@myriaddreamin/typst-ts-node-compiler-win32-arm64-msvc";
  expect(noticeOf(foreign, lock).texts).toEqual(
    noticeOf("node_modules/@myriaddreamin/typst-ts-node-compiler", lock).texts,
  );
});
