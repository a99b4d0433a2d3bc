import { createRequire } from "node:module";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { WorkbenchError } from "../../../../shared/errors.ts";

const packages = createRequire(import.meta.url);
const fontFolders = ["latin", "arabic", "sc"].map((script) =>
  path.join(path.dirname(packages.resolve(`@embedpdf/fonts-${script}`)), "../fonts"),
);

/** Typeset Typst mark-up to a tagged PDF with embedded fonts. Reads nothing but the fonts. */
export function typst(source: string): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders }] });
  const made = compiler.compile({ mainFileContent: source });
  const document = made.result;
  if (document === null) throw new WorkbenchError("internal", "The pages could not be typeset.");
  return compiler.pdf(document);
}

/** Text as Typst shows it: a string, so that no character of it can be mark-up. */
export function shown(text: string): string {
  const escaped = text
    .replace(/["\\]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
  return `#"${escaped}"`;
}

/** The fonts and faces all our pages share. */
export const faces = `#set text(font: ("Noto Sans", "Noto Naskh Arabic", "Noto Sans S Chinese"), fallback: true, hyphenate: false)\n`;

/** Scripts the fonts have; common signs and marks that combine belong to every script. */
const covered =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]/u;

/** Characters of a text that no font has a shape for, a few at most, in quotation marks. */
export function unshown(text: string): string[] {
  const found = new Set<string>();
  for (const char of text.match(/[\u0250-\u{10ffff}]/gu) ?? []) {
    if (found.size === 5) break;
    if (!covered.test(char)) found.add(`“${char}”`);
  }
  return [...found];
}
