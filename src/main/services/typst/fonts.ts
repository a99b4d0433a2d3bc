import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { sfntOf } from "./woff.ts";

const packages = createRequire(import.meta.url);

/** A folder of TrueType or OpenType files: `signs` are the scripts that its family is for. */
type Folder = Readonly<{ script: string; family: string; signs: readonly string[] }>;

/** Folders of fonts, by package (`@embedpdf/fonts-…`). */
const folders: readonly Folder[] = [
  { script: "latin", family: "Noto Sans", signs: ["Latin", "Greek", "Cyrillic", "Devanagari"] },
  { script: "arabic", family: "Noto Naskh Arabic", signs: ["Arabic"] },
  { script: "hebrew", family: "Noto Sans Hebrew", signs: ["Hebrew"] },
  { script: "sc", family: "Noto Sans S Chinese", signs: ["Han", "Hiragana", "Katakana", "Bopomofo"] },
  { script: "kr", family: "Noto Sans Korean", signs: ["Hangul"] },
];

/**
 * Packages that an installation by npm has only when they are asked for, because npm installs them whole: 72 MB. The
 * installers contain the weights that pages are set in.
 */
const installedApart: readonly string[] = ["sc", "kr"];

/** Signs of East Asian writing that belong to no script: punctuation, and letters in the width of ideographs. */
const eastAsianSigns = "\\u3001-\\u303f\\uff01-\\uffee";

/** Scripts whose fonts come as WOFF. */
export const packed = ["Armenian", "Bengali", "Ethiopic", "Georgian", "Tamil", "Thai"] as const;

/** The families in the order they are tried in. */
export const families: readonly string[] = [
  ...folders.map(({ family }) => family),
  ...packed.map((script) => `Noto Sans ${script}`),
];

/** The fonts of an installation. `args` is how the typesetter takes them; `absent` are those not installed. */
export type Fonts = Readonly<{
  args: ({ fontBlobs: Buffer[] } | { fontPaths: string[] })[];
  absent: readonly Folder[];
}>;

let found: Fonts | null = null;

/**
 * A folder as native code finds it: what a packaged program has in its archive is unpacked beside it for native code
 * (`packaging/electron-builder.ts`).
 */
export function unpackedFolder(folder: string): string {
  return folder.replace(/([\\/]app\.asar)([\\/])/, "$1.unpacked$2");
}

/** The fonts that are installed; read once. Throws where a package is missing that is installed with the program. */
export function installedFonts(): Fonts {
  found ??= findFonts(packages.resolve);
  return found;
}

/** The fonts in the packages that `resolve` finds. Throws where it finds none that is installed with the program. */
export function findFonts(resolve: (name: string) => string): Fonts {
  const blobs = packed.flatMap((script) => [400, 700].map((weight) => unpacked(script.toLowerCase(), weight)));
  const fontPaths: string[] = [];
  const absent: Folder[] = [];
  for (const folder of folders) {
    try {
      fontPaths.push(folderOf(resolve, packageOf(folder)));
    } catch (error) {
      if (!installedApart.includes(folder.script)) throw error;
      absent.push(folder);
    }
  }
  // Folders last: the typesetter takes no fonts from memory once it has looked into folders.
  return { args: [{ fontBlobs: blobs }, { fontPaths }], absent };
}

/** The folder of the font that is tried first, which is installed with the program. */
export function latinFolder(): string {
  return folderOf(packages.resolve, "@embedpdf/fonts-latin");
}

function folderOf(resolve: (name: string) => string, name: string): string {
  return unpackedFolder(path.join(path.dirname(resolve(name)), "../fonts"));
}

/** The package of a folder. */
export function packageOf({ script }: Folder): string {
  return `@embedpdf/fonts-${script}`;
}

/** The first of the absent fonts that a text needs; null when it can be set without them. */
export function neededFont(text: string, absent: readonly Folder[]): Folder | null {
  const isIn = ({ signs }: Folder): boolean => new RegExp(`[${scriptClass(signs)}]`, "u").test(text);
  const [first = null] = absent;
  // Either font has these signs.
  const hasSigns = absent.length === installedApart.length && new RegExp(`[${eastAsianSigns}]`, "u").test(text);
  return absent.find(isIn) ?? (hasSigns ? first : null);
}

function unpacked(script: string, weight: number): Buffer {
  const file = `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${weight}-normal.woff`;
  return sfntOf(readFileSync(packages.resolve(file)));
}

/** Common signs and marks that combine belong to every script. */
const scripts = [...folders.flatMap(({ signs }) => signs), ...packed, "Common", "Inherited"];
const covered = new RegExp(`[${scriptClass(scripts)}]`, "u");

function scriptClass(names: readonly string[]): string {
  return names.map((script) => `\\p{Script=${script}}`).join("");
}

/** Says which characters of a text no font has a shape for, five at most; nothing when all are shown. */
export function fontWarnings(text: string): Message[] {
  const missing = new Set<string>();
  for (const char of text.match(/[\u0250-\u{10ffff}]/gu) ?? []) {
    if (missing.size === 5) break;
    if (!covered.test(char)) missing.add(`“${char}”`);
  }
  if (missing.size === 0) return [];
  return [message("export.noFont", { characters: [...missing].join(", ") })];
}
