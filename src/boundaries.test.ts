import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

type Row = Readonly<{ files: RegExp; folders: readonly RegExp[]; packages: readonly RegExp[] }>;

const node = /^node:/;
const shared = /^shared\//;
const services = /^main\/services\//;

/** Who may import whom: for each file the first row that fits. ARCHITECTURE.md shows the same table. */
const table: readonly Row[] = [
  {
    files: shared,
    folders: [shared],
    packages: [
      /^(zod|uuid|js-base64|fast-deep-equal|approx-string-match)$/,
      /^prosemirror-(model|transform)$/,
      /^d3-force$/,
    ],
  },
  {
    files: /^main\/services\/store\//,
    folders: [shared, /^main\/services\/store\//],
    packages: [node, /^lowdb$/, /^fast-deep-equal$/, /^zod$/],
  },
  {
    files: services,
    folders: [shared, services],
    packages: [
      node,
      /^lowdb$/,
      /^fast-deep-equal$/,
      /^zod$/,
      /^(@embedpdf\/pdfium|@myriaddreamin\/typst-ts-node-compiler)$/,
      /^(markdown-it|markdown-it-footnote|chardet|iconv-lite|parse5|csv-parse\/sync|csv-stringify\/sync|tinypool|yauzl|fflate)$/,
      /^(docx|docx\/layout|write-excel-file\/node)$/,
    ],
  },
  {
    files: /^main\/(electron\/|index\.ts)/,
    folders: [shared, services, /^main\/electron\//],
    packages: [node, /^electron$/, /^zod$/],
  },
  {
    files: /^main\/web\//,
    folders: [shared, services, /^main\/web\//],
    packages: [node, /^(hono|@hono\/node-server)/, /^zod$/],
  },
  {
    files: /^main\/(cli\/|cli\.ts|web\.ts|start\.ts)/,
    folders: [shared, services, /^main\/cli\//, /^main\/web\/(server|static|guard)\.ts$/],
    packages: [node, /^(commander|@clack\/prompts|csv-parse\/sync)$/, /^zod$/],
  },
  { files: /^preload\//, folders: [shared], packages: [/^electron$/] },
  {
    files: /^renderer\/src\/i18n\//,
    folders: [shared, /^renderer\/src\/i18n\//],
    packages: [/^react$/, /^react-intl$/],
  },
  {
    files: /^renderer\/src\/ui\//,
    folders: [/^renderer\/src\/(ui|i18n)\//],
    packages: [/^react/, /^@floating-ui\/react$/, /^lucide-react\/icons\//],
  },
  {
    files: /^renderer\/src\/state\//,
    folders: [shared, /^renderer\/src\/(state|i18n)\//],
    packages: [/^react$/, /^zustand/],
  },
  {
    files: /^renderer\/src\/editor\//,
    folders: [shared, /^renderer\/src\/(editor|state|i18n)\//],
    packages: [/^react/, /^prosemirror-/],
  },
  { files: /^renderer\/src\/client\.ts$/, folders: [shared, /^renderer\/src\/i18n\//], packages: [] },
  ...[
    "reader",
    "pages",
    "annotate",
    "codebook",
    "library",
    "found",
    "claims",
    "reports",
    "analysis",
    "filter",
    "history",
    "keeping",
    "settings",
  ].map((feature) => ({
    files: new RegExp(`^renderer/src/${feature}/`),
    folders: [shared, /^renderer\/src\/(state|editor|ui|i18n)\//, new RegExp(`^renderer/src/${feature}/`)],
    packages: [/^react/, /^(@floating-ui\/react|@tanstack\/react-virtual)$/],
  })),
  {
    files: /^renderer\/src\//,
    folders: [shared, /^renderer\/src\//],
    packages: [/^react/, /^@fontsource\//, /^vite\/client$/],
  },
];

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|suite|cases)\.tsx?$/.test(name) && !name.includes("/fixtures/"));

/** Imports of a file, those of types only included, as file names from `src` or package names. */
function importsOf(file: string): { inside: string[]; packages: string[] } {
  const names = ts.preProcessFile(readFileSync(path.join(root, file), "utf8")).importedFiles.map((one) => one.fileName);
  const code = names.filter((name) => !/\.(css|svg|woff2)(\?|$)/.test(name));
  return {
    inside: code.filter((name) => name.startsWith(".")).map((name) => path.posix.join(path.posix.dirname(file), name)),
    packages: code.filter((name) => !name.startsWith(".")),
  };
}

test("every file imports only what its layer may", () => {
  const wrong = files.flatMap((file) => {
    const row = table.find((one) => one.files.test(file));
    if (row === undefined) return [`${file} belongs to no layer`];
    const { inside, packages } = importsOf(file);
    return [
      ...inside
        .filter((name) => !row.folders.some((folder) => folder.test(name)))
        .map((name) => `${file} imports ${name}`),
      ...packages
        .filter((name) => !row.packages.some((one) => one.test(name)))
        .map((name) => `${file} imports ${name}`),
    ];
  });
  expect(wrong).toEqual([]);
});

test("no file imports itself by any way round, types included", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (way.includes(file) || done.has(file)) return;
    for (const next of importsOf(file).inside) if (files.includes(next)) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test("no file is longer than 400 lines and none is a barrel", () => {
  const lines = (file: string): number => readFileSync(path.join(root, file), "utf8").split("\n").length;
  expect(files.filter((file) => lines(file) > 400)).toEqual([]);
  expect(files.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual(
    ["main/index.ts", "preload/index.ts"].filter((file) => files.includes(file)),
  );
});
