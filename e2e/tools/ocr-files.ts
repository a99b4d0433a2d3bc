/**
 * Tesseract as WebAssembly and its languages, copied from their packages into the build: 3 MB of the engine's 44, and
 * the smaller of the two forms of each language. Installed whole, these packages would take 120 MB.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const root = process.cwd();
const engine = "node_modules/tesseract.js-core";
const languages = "node_modules/@tesseract.js-data";

/** The packages whose files are copied, as the notices name them. */
export function ocrPackages(): string[] {
  return [engine, ...readdirSync(path.join(root, languages)).map((code) => `${languages}/${code}`)];
}

/** Adds the files to the main build, in the folder `ocr`, where `ocr/language-files.ts` looks for them. */
export function ocrFiles(): Plugin {
  return {
    name: "ocr-files",
    apply: "build",
    generateBundle() {
      const copy = (fileName: string, from: string): void => {
        this.emitFile({ type: "asset", fileName: `ocr/${fileName}`, source: readFileSync(path.join(root, from)) });
      };
      copy("tesseract-core.cjs", `${engine}/tesseract-core-simd-lstm.js`);
      copy("tesseract-core.wasm", `${engine}/tesseract-core-simd-lstm.wasm`);
      for (const code of readdirSync(path.join(root, languages)))
        copy(`${code}.traineddata.gz`, `${languages}/${code}/4.0.0_best_int/${code}.traineddata.gz`);
    },
  };
}
