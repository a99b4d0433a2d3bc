/**
 * The notices that go with every build: the licences of all packages that are installed with the program, on any
 * system, and of those whose code, styles or fonts are built into it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { ocrPackages } from "./ocr-files.ts";

/** A package with what it says about its licence. `texts` are the files of its licence, whole. */
export type Notice = Readonly<{
  name: string;
  version: string;
  license: string;
  texts: readonly string[];
  /** What it contains of others without their licences beside it. */
  contains: readonly string[];
}>;

type LockedPackage = Readonly<{
  /** Of the root: packages that work with the program where they are installed beside it. */
  peerDependencies?: Readonly<Record<string, string>>;
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  integrity?: string;
  resolved?: string;
}>;
/** `package-lock.json` as far as it is needed here. */
export type Lock = Readonly<{ packages: Readonly<Record<string, LockedPackage>> }>;

const root = checkout(import.meta.dirname);

/** Where the notices are written, from the root of the checkout. */
export const noticesFile = "out/THIRD-PARTY-NOTICES.txt";

/** Works inside of binary files, which carry no licence of their own. */
const contained: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^@myriaddreamin\/typst-ts-node-compiler/,
    [
      "Typst (Apache License 2.0), The Typst Project Developers, https://github.com/typst/typst",
      "Hayagriva (MIT or Apache License 2.0), https://github.com/typst/hayagriva",
      "Citation styles of the Citation Style Language project (Creative Commons Attribution-ShareAlike 3.0 Unported, https://creativecommons.org/licenses/by-sa/3.0/), by the authors named in each style, https://github.com/citation-style-language/styles; unchanged, in another encoding",
      "Libertinus Serif (SIL Open Font License 1.1), Copyright 2012-2024 The Libertinus Project Authors",
      "New Computer Modern (GUST Font License), Antonis Tsolomitis",
      "DejaVu Sans Mono (Bitstream Vera License, changes in the public domain), Bitstream Inc. and the DejaVu fonts team",
    ],
  ],
  [
    /^tesseract\.js-core$/,
    [
      "Tesseract (Apache License 2.0), Copyright 2006 Google Inc., https://github.com/tesseract-ocr/tesseract",
      "Leptonica (BSD 2-Clause License), Copyright 2001-2024 Leptonica, https://github.com/DanBloomberg/leptonica",
      "zlib (zlib License), libpng (libpng License), libjpeg-turbo (IJG License and BSD 3-Clause License), giflib (MIT License), LibTIFF (libtiff License), libwebp (BSD 3-Clause License)",
    ],
  ],
  [
    /^@tesseract\.js-data\//,
    ["Language data of Tesseract (Apache License 2.0), Google Inc., https://github.com/tesseract-ocr/tessdata_best"],
  ],
  [/^@embedpdf\/pdfium$/, ["PDFium and the libraries in it: see LICENSE.pdfium above"]],
];

/** The file of a licence in a package. */
const licenceFile = /^(licen[cs]e|copying|notice|ofl|third.?party)/i;

/** The build runs a copy of this file, which lies elsewhere. */
function checkout(from: string): string {
  return existsSync(path.join(from, "package-lock.json")) ? from : checkout(path.dirname(from));
}

/** The packages of production in a lock file by their folder: those for this system and for every other. */
export function productionPackages(lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([folder, entry]) => folder !== "" && entry.dev !== true && entry.devOptional !== true)
    .map(([folder]) => folder);
}

/** The packages that the packaged app contains, and an installation by npm only when they are asked for. */
export function packagesApart(lock: Lock): string[] {
  return Object.keys(lock.packages[""]?.peerDependencies ?? {}).map((name) => `node_modules/${name}`);
}

/** The folder of the package that a module belongs to, from the root of the checkout; null for a module of our own. */
export function packageOf(module: string): string | null {
  const name = module.split(path.sep).join("/").replace(/^\0+/, "");
  const start = name.indexOf("node_modules/");
  return start < 0 ? null : (/^.*node_modules\/(?:@[^/]+\/)?[^/?]+/.exec(name.slice(start))?.[0] ?? null);
}

/** What a package says about its licence. One for another system has the licence of the package that asks for it. */
export function noticeOf(folder: string, lock: Lock): Notice {
  const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
  const { version = "", license = "" } = lock.packages[folder] ?? {};
  const home = path.join(root, folder);
  const files = existsSync(home) ? readdirSync(home).filter((file) => licenceFile.test(file)) : [];
  const shipped = files.map((file) => readFileSync(path.join(home, file), "utf8").trim());
  const texts = shipped.length === 0 ? ownCopy(name) : shipped;
  const parent = Object.keys(lock.packages).find((other) => other !== folder && folder.startsWith(`${other}-`));
  const contains = contained.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  if (texts.length > 0 || parent === undefined) return { name, version, license, texts, contains };
  return { name, version, license, texts: noticeOf(parent, lock).texts, contains };
}

/** The licence of a package that is published without it, copied from its repository. */
function ownCopy(name: string): string[] {
  const file = path.join(root, "e2e/tools/licences", `${name.replace("/", "+")}.txt`);
  return existsSync(file) ? [readFileSync(file, "utf8").trim()] : [];
}

/** All notices as one text; packages with the same licence text share it. */
export function printNotices(notices: readonly Notice[]): string {
  const groups = Map.groupBy(notices, ({ texts, contains }) => JSON.stringify([texts, contains]));
  const parts = [...groups.values()].map((group) => {
    const head = group.map(({ name, version, license }) => `${name} ${version} (${license})`);
    const [{ texts = [], contains = [] } = {}] = group;
    const more = contains.length === 0 ? [] : [`Contains:\n${contains.map((work) => `- ${work}`).join("\n")}`];
    return [head.join("\n"), ...texts, ...more].join("\n\n");
  });
  const intro = "Stancemark contains the following works of others, each under its own licence.";
  return `${[intro, ...parts].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

const bundled = new Set<string>();

/** Collects the packages that are built in, styles and fonts included, and writes the notices after each part. */
export function notices(): Plugin {
  return {
    name: "third-party-notices",
    apply: "build",
    buildEnd() {
      for (const module of this.getModuleIds()) {
        const folder = packageOf(module);
        if (folder !== null) bundled.add(folder);
      }
    },
    closeBundle() {
      const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lock;
      const built = [...bundled, ...ocrPackages()].filter((name) => name in lock.packages);
      const folders = new Set([...productionPackages(lock), ...packagesApart(lock), ...built]);
      const file = path.join(root, noticesFile);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, printNotices([...folders].sort().map((folder) => noticeOf(folder, lock))));
    },
  };
}
