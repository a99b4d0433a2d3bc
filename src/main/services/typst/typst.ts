import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { families, installedFonts, neededFont, packageOf } from "./fonts.ts";

/**
 * Typeset Typst mark-up to a tagged PDF with embedded fonts. Reads nothing but the fonts. Throws `internal` when one of
 * our fonts is not found: another in its place would look different on every computer. Throws `missing` when the text
 * needs a font that is installed apart.
 */
export function typst(source: string, fonts = installedFonts()): Uint8Array {
  const needed = neededFont(source, fonts.absent);
  if (needed !== null)
    throw new WorkbenchError(
      "missing",
      message("export.fontNotInstalled", { script: needed.script, package: packageOf(needed) }),
    );
  const compiler = NodeCompiler.create({ fontArgs: [...fonts.args] });
  const made = compiler.compile({ mainFileContent: source });
  const warnings = made.takeWarnings();
  const absent = fonts.absent.map(({ family }) => family.toLowerCase());
  const unknown = warnings === null ? [] : missingFamilies(compiler.fetchDiagnostics(warnings));
  const missing = unknown.filter((family) => !absent.includes(family));
  if (missing.length > 0)
    throw new WorkbenchError("internal", message("export.fontMissing", { families: missing.join(", ") }));
  const document = made.result;
  if (document === null) throw new WorkbenchError("internal", message("export.notTypeset"));
  return compiler.pdf(document);
}

/** Families that the typesetter says it does not know, in small letters as it says them. */
function missingFamilies(warnings: readonly unknown[]): string[] {
  const messages = warnings.map((warning) => (warning as { message?: string }).message ?? "");
  return [...new Set(messages.flatMap((text) => /^unknown font family: (.+)$/.exec(text)?.[1] ?? []))];
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
