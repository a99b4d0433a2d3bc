import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { sfntOf } from "./woff.ts";

const packages = createRequire(import.meta.url);

/** Folders of TrueType and OpenType files, by package, with the family in them and the scripts it is for. */
const folders = [
  { script: "latin", family: "Noto Sans", signs: ["Latin", "Greek", "Cyrillic", "Devanagari"] },
  { script: "arabic", family: "Noto Naskh Arabic", signs: ["Arabic"] },
  { script: "hebrew", family: "Noto Sans Hebrew", signs: ["Hebrew"] },
  { script: "sc", family: "Noto Sans S Chinese", signs: ["Han", "Hiragana", "Katakana", "Bopomofo"] },
  { script: "kr", family: "Noto Sans Korean", signs: ["Hangul"] },
] as const;

/** Scripts whose fonts come as WOFF. */
export const packed = ["Armenian", "Bengali", "Ethiopic", "Georgian", "Tamil", "Thai"] as const;

/** The families in the order they are tried in. */
export const families: readonly string[] = [
  ...folders.map(({ family }) => family),
  ...packed.map((script) => `Noto Sans ${script}`),
];

type Fonts = ({ fontBlobs: Buffer[] } | { fontPaths: string[] })[];

let found: Fonts | null = null;

/**
 * A folder as native code finds it: what a packaged program has in its archive is unpacked beside it for native code
 * (`packaging/electron-builder.ts`).
 */
export function unpackedFolder(folder: string): string {
  return folder.replace(/([\\/]app\.asar)([\\/])/, "$1.unpacked$2");
}

/** All fonts, as the typesetter takes them; read once. */
export function fontArgs(): Fonts {
  if (found !== null) return found;
  const blobs = packed.flatMap((script) => [400, 700].map((weight) => unpacked(script.toLowerCase(), weight)));
  const fontPaths = folders.map(({ script }) =>
    unpackedFolder(path.join(path.dirname(packages.resolve(`@embedpdf/fonts-${script}`)), "../fonts")),
  );
  // Folders last: the typesetter takes no fonts from memory once it has looked into folders.
  found = [{ fontBlobs: blobs }, { fontPaths }];
  return found;
}

function unpacked(script: string, weight: number): Buffer {
  const file = `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${weight}-normal.woff`;
  return sfntOf(readFileSync(packages.resolve(file)));
}

/** Common signs and marks that combine belong to every script. */
const scripts = [...folders.flatMap(({ signs }) => signs), ...packed, "Common", "Inherited"];
const covered = new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join("")}]`, "u");

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
