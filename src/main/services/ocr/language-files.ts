import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { dataVariable } from "../files/ocr-data.ts";

/** A language's data on disk. `code` is Tesseract's, mostly ISO 639-3: `eng`, `urd`, `chi_sim`. */
export type LanguageFile = Readonly<{ code: string; file: string }>;

const dataFile = /^([a-z]{3}(?:_[A-Za-z0-9]{1,12}){0,2})\.traineddata(?:\.gz)?$/;

/** The folder that the build copies the engine and its languages to; null in a checkout, which has their packages. */
export function builtFolder(from = import.meta.dirname): string | null {
  const folder = path.join(from, "ocr");
  return existsSync(path.join(folder, "tesseract-core.wasm")) ? folder : null;
}

/**
 * The engine's two files: those of the build, else of its package beside the program. A package from npm comes without
 * them, since they would make it six times as large. Throws `missing` where there are neither.
 */
export function needEngine(from = import.meta.dirname): Readonly<{ program: string; wasm: string }> {
  const built = builtFolder(from);
  if (built !== null)
    return { program: path.join(built, "tesseract-core.cjs"), wasm: path.join(built, "tesseract-core.wasm") };
  const { resolve } = createRequire(path.join(from, "program.js"));
  const name = "tesseract.js-core/tesseract-core-simd-lstm";
  try {
    return { program: resolve(`${name}.js`), wasm: resolve(`${name}.wasm`) };
  } catch {
    throw new WorkbenchError("missing", message("ocr.notInstalled"));
  }
}

/**
 * The languages that can be read, by code: those in a folder of the reader's own (`custom`, else the one that the
 * variable names), those built in, and packages `@tesseract.js-data/…` installed beside the program. Of two files
 * for one language the first counts.
 */
export function findLanguages(custom = process.env[dataVariable] ?? null, from = import.meta.dirname): LanguageFile[] {
  const found = new Map<string, string>();
  const add = (folder: string): void => {
    for (const name of filesIn(folder)) {
      const code = dataFile.exec(name)?.[1];
      if (code !== undefined && !found.has(code)) found.set(code, path.join(folder, name));
    }
  };
  if (custom !== null && custom !== "") {
    if (!existsSync(custom)) throw new WorkbenchError("missing", message("ocr.noDataFolder", { folder: custom }));
    add(custom);
  }
  const built = builtFolder(from);
  if (built !== null) add(built);
  for (let folder = from; ; folder = path.dirname(folder)) {
    const scope = path.join(folder, "node_modules", "@tesseract.js-data");
    // Best accuracy in whole numbers: 1 to 3 MB a language, where the package's other variant has up to 11.
    for (const name of filesIn(scope)) add(path.join(scope, name, "4.0.0_best_int"));
    if (folder === path.dirname(folder)) break;
  }
  return [...found].map(([code, file]) => ({ code, file })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The files of some languages, in the order given. Throws `missing` for one that is not there, `invalid` for none. */
export function needLanguages(codes: readonly string[], found = findLanguages()): LanguageFile[] {
  const known = found.map(({ code }) => code);
  if (known.length === 0) throw new WorkbenchError("missing", message("ocr.notInstalled"));
  if (codes.length === 0) throw new WorkbenchError("invalid", message("ocr.noLanguage", { known }));
  return codes.map((code) => {
    const file = found.find((language) => language.code === code);
    if (file === undefined) throw new WorkbenchError("missing", message("ocr.unknownLanguage", { code, known }));
    return file;
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
