import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Folders with the packages that each may import. A folder may import only folders above it in its layer. */
type Layer = Readonly<{
  /** Folder of the layer, from `src`. */
  root: string;
  /** Layers that every folder may import. */
  uses: readonly RegExp[];
  /** Packages that every folder may import. */
  packages: readonly RegExp[];
  /** In order, lowest first. Folders in one row do not import one another. */
  folders: readonly Readonly<Record<string, readonly RegExp[]>>[];
}>;

const node = /^node:/;
const react = /^(react|react-dom)(\/|$)/;
const shared = /^shared\//;
const services = /^main\/services\/(workbench\.ts|files\/)/;
const store = /^zustand/;
const equal = /^fast-deep-equal$/;
const list = /^@tanstack\/react-virtual$/;
const floating = /^@floating-ui\/react$/;
const panels = /^react-resizable-panels$/;

/** The folder of a layer that holds what composes it. */
const root = ".";

const layers: readonly Layer[] = [
  {
    root: "shared",
    uses: [],
    packages: [/^zod$/],
    folders: [
      { messages: [] },
      { model: [/^uuid$/] },
      { text: [] },
      { anchor: [/^approx-string-match$/] },
      { change: [equal] },
      { codebook: [equal] },
      { claims: [equal] },
      { filter: [equal] },
      { search: [] },
      { "page-view": [] },
      { papers: [/^prosemirror-model$/] },
      { analysis: [] },
      { chart: [/^d3-force$/] },
      { report: [equal] },
      { record: [/^js-base64$/] },
      { contract: [/^js-base64$/] },
    ],
  },
  {
    root: "main/services",
    uses: [shared],
    packages: [node, /^zod$/],
    folders: [
      { files: [/^csv-(parse|stringify)\/sync$/] },
      { workers: [/^tinypool$/] },
      { store: [/^(lowdb|fast-deep-equal)$/] },
      { pdfium: [/^@embedpdf\/pdfium$/] },
      { pdf: [] },
      { typst: [/^@myriaddreamin\/typst-ts-node-compiler$/] },
      { geometry: [] },
      { "page-images": [] },
      { ocr: [] },
      {
        import: [
          /^(markdown-it|markdown-it-footnote|parse5|@mozilla\/readability|chardet|iconv-lite|saxes|yauzl|fflate)$/,
        ],
      },
      { export: [/^(docx|docx\/layout|write-excel-file\/node|@myriaddreamin\/typst-ts-node-compiler)$/] },
      { merge: [equal] },
      { tasks: [] },
      { calls: [equal] },
      { maintenance: [equal] },
      { [root]: [] },
    ],
  },
  {
    root: "renderer/src",
    uses: [shared],
    packages: [react],
    folders: [
      { i18n: [/^react-intl$/] },
      { client: [] },
      { state: [store, /^fflate$/] },
      { ui: [/^lucide-react\/icons\//, floating] },
      { editor: [/^prosemirror-/] },
      { cards: [] },
      Object.fromEntries(
        [
          "reader",
          "pages",
          "annotate",
          "claims",
          "codebook",
          "library",
          "search",
          "filter",
          "analysis",
          "reports",
          "history",
          "maintenance",
          "settings",
          "versions",
        ].map((feature) => [feature, [store, list, floating, ...(feature === "library" ? [panels] : [])]]),
      ),
      { app: [panels] },
      { [root]: [] },
    ],
  },
];

type Host = Readonly<{ files: RegExp; uses: readonly RegExp[]; packages: readonly RegExp[] }>;

/**
 * The hosts, which are small enough to have no order inside. They open a workbench and use the contract, besides what
 * is about files and bytes alone.
 */
const hosts: readonly Host[] = [
  {
    files: /^main\/(electron\/|index\.ts)/,
    uses: [shared, services, /^main\/electron\//],
    packages: [node, /^(electron|zod)$/],
  },
  { files: /^main\/web\//, uses: [shared, services, /^main\/web\//], packages: [node, /^(hono|@hono\/node-server)/] },
  {
    files: /^main\/(cli\/|cli\.ts|web\.ts|start\.ts)/,
    uses: [shared, services, /^main\/cli\//, /^main\/web\/(coming-workbench|guard|server|static)\.ts$/],
    packages: [node, /^(commander|@clack\/prompts|zod)$/],
  },
  { files: /^preload\//, uses: [shared], packages: [/^electron$/] },
];

const source = import.meta.dirname;
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|suite|cases)\.tsx?$/.test(name) && !name.includes("/fixtures/"));

/** Imports of a file, those of types only included, as file names from `src` or package names. */
function importsOf(file: string): { inside: string[]; packages: string[] } {
  const names = ts
    .preProcessFile(readFileSync(path.join(source, file), "utf8"))
    .importedFiles.map(({ fileName }) => fileName);
  const code = names.filter((name) => !/\.(css|svg|woff2)(\?|$)/.test(name));
  return {
    inside: code.filter((name) => name.startsWith(".")).map((name) => path.posix.join(path.posix.dirname(file), name)),
    packages: code.filter((name) => !name.startsWith(".")),
  };
}

function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => file.startsWith(`${layer.root}/`));
}

/** The folder of a layer that a file is in. */
function folderOf(layer: Layer, file: string): string {
  const [first = root, ...rest] = file.slice(layer.root.length + 1).split("/");
  return rest.length === 0 ? root : first;
}

function rankOf(layer: Layer, folder: string): number {
  return layer.folders.findIndex((row) => folder in row);
}

function mayImport(layer: Layer, file: string, imported: string): boolean {
  if (!imported.startsWith(`${layer.root}/`)) return layer.uses.some((used) => used.test(imported));
  const [from, to] = [folderOf(layer, file), folderOf(layer, imported)];
  return from === to || rankOf(layer, to) < rankOf(layer, from);
}

function faultsOf(file: string): string[] {
  const { inside, packages } = importsOf(file);
  const layer = layerOf(file);
  if (layer === undefined) {
    const host = hosts.find(({ files }) => files.test(file));
    if (host === undefined) return [`${file} belongs to no layer`];
    return [
      ...inside.filter((name) => !host.uses.some((used) => used.test(name))),
      ...packages.filter((name) => !host.packages.some((pattern) => pattern.test(name))),
    ].map((name) => `${file} imports ${name}`);
  }
  const folder = folderOf(layer, file);
  const own = layer.folders[rankOf(layer, folder)]?.[folder];
  if (own === undefined) return [`${file} is in a folder that has no place in the order`];
  const allowed = [...layer.packages, ...own];
  return [
    ...inside.filter((name) => !mayImport(layer, file, name)),
    ...packages.filter((name) => !allowed.some((pattern) => pattern.test(name))),
  ].map((name) => `${file} imports ${name}`);
}

test("every file imports only what its folder may: folders below it, its layer's packages", () => {
  expect(files.flatMap(faultsOf)).toEqual([]);
});

test("only the composition root and maintenance know that a library is a folder; all others use the store's interface", () => {
  const store = "main/services/store/";
  const insiders = new Set(["main/services/workbench.ts"]);
  const others = files.filter(
    (file) => !file.startsWith(store) && !file.startsWith("main/services/maintenance/") && !insiders.has(file),
  );
  const past = others.flatMap((file) =>
    importsOf(file)
      .inside.filter((name) => name.startsWith(store) && name !== `${store}library-store.ts`)
      .map((name) => `${file} imports ${name}`),
  );
  expect(past).toEqual([]);
});

test("no package is allowed in a row that no file of it uses, and no folder is listed that is empty", () => {
  const idle = layers.flatMap((layer) =>
    layer.folders.flatMap((row) => {
      const own = files.filter((file) => layerOf(file) === layer && folderOf(layer, file) in row);
      const used = own.flatMap((file) => importsOf(file).packages);
      const folders = new Set(own.map((file) => folderOf(layer, file)));
      const allowed = new Map(Object.values(row).flatMap((packages) => packages.map((name) => [name.source, name])));
      return [
        ...Object.keys(row).filter((folder) => !folders.has(folder)),
        ...[...allowed.values()].filter((pattern) => !used.some((name) => pattern.test(name))).map(String),
      ].map((name) => `${layer.root}: ${name}`);
    }),
  );
  expect(idle).toEqual([]);
});

test("ARCHITECTURE.md lists the folders of each layer in this order", () => {
  const text = readFileSync(path.join(source, "../ARCHITECTURE.md"), "utf8");
  for (const layer of layers) {
    const folders = layer.folders.map((row) =>
      Object.keys(row)
        .filter((folder) => folder !== root)
        .join(", "),
    );
    expect(text).toContain(folders.filter((names) => names !== "").join(" → "));
  }
});

test("no file imports itself by any path, types included", () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (way.includes(file) || done.has(file)) return;
    for (const next of importsOf(file).inside) if (files.includes(next)) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(cycles).toEqual([]);
});

test("no file is longer than 400 lines and none is a barrel", () => {
  const lines = (file: string): number => readFileSync(path.join(source, file), "utf8").split("\n").length;
  expect(files.filter((file) => lines(file) > 400)).toEqual([]);
  expect(files.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual(
    ["main/index.ts", "preload/index.ts"].filter((file) => files.includes(file)),
  );
});

test("no two files of a layer export a type, interface or class of the same name", () => {
  const exported = /^export (?:abstract )?(?:type|interface|class) (\w+)/gm;
  const repeated = ["shared/", "main/", "renderer/"].flatMap((layer) => {
    const places = new Map<string, string[]>();
    for (const file of files.filter((name) => name.startsWith(layer)))
      for (const [, name = ""] of readFileSync(path.join(source, file), "utf8").matchAll(exported))
        places.set(name, [...(places.get(name) ?? []), file]);
    return [...places].filter(([, all]) => all.length > 1);
  });
  expect(repeated).toEqual([]);
});

test("comments wrap at 120 columns", () => {
  const wide = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(path.join(source, file), "utf8").split("\n");
      return lines.flatMap((line, index) =>
        line.length > 120 && /^\s*(\/\/|\/?\*)/.test(line) ? [`${file}:${index + 1}`] : [],
      );
    });
  expect(wide).toEqual([]);
});
