import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { families, fontArgs } from "./fonts.ts";

/** Typeset Typst mark-up to a tagged PDF with embedded fonts. Reads nothing but the fonts. */
export function typst(source: string): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: fontArgs() });
  const made = compiler.compile({ mainFileContent: source });
  const document = made.result;
  if (document === null) throw new WorkbenchError("internal", message("export.notTypeset"));
  return compiler.pdf(document);
}

/** Text as Typst shows it: a string, so that no character of it can be mark-up. */
export function shown(text: string): string {
  return `#${inner(text)}`;
}

/** The same as an argument of a call. */
export function inner(text: string): string {
  const escaped = text
    .replace(/["\\]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
  return `"${escaped}"`;
}

/** The fonts and faces all our pages share. */
export const faces = `#set text(font: (${families.map((family) => `"${family}"`).join(", ")}), fallback: true, hyphenate: false)\n`;
