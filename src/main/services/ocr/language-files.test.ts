import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../fixture.cases.ts";
import { builtFolder, findLanguages, needEngine, needLanguages } from "./language-files.ts";

async function file(...parts: string[]): Promise<void> {
  const name = path.join(...parts);
  await mkdir(path.dirname(name), { recursive: true });
  await writeFile(name, "data");
}

test("languages are found in a folder of one's own, in the build and in packages, the first of each counts", async () => {
  const folder = await temporaryFolder();
  const [own, program] = [path.join(folder, "own"), path.join(folder, "package/out/main")];
  await file(own, "eng.traineddata");
  await file(own, "chi_sim.traineddata.gz");
  for (const name of ["Eng.traineddata", "notes.txt", "../x.traineddata", "english.traineddata", "en.traineddata"])
    await file(own, name);
  await file(program, "ocr/tesseract-core.wasm");
  await file(program, "ocr/eng.traineddata.gz");
  await file(program, "ocr/urd.traineddata.gz");
  await file(folder, "node_modules/@tesseract.js-data/urd/4.0.0_best_int/urd.traineddata.gz");
  await file(folder, "node_modules/@tesseract.js-data/rus/4.0.0_best_int/rus.traineddata.gz");
  await file(folder, "node_modules/@tesseract.js-data/rus/4.0.0/rus.traineddata.gz");
  expect(findLanguages(own, program)).toEqual([
    { code: "chi_sim", file: path.join(own, "chi_sim.traineddata.gz") },
    { code: "eng", file: path.join(own, "eng.traineddata") },
    {
      code: "rus",
      file: path.join(folder, "node_modules/@tesseract.js-data/rus/4.0.0_best_int/rus.traineddata.gz"),
    },
    { code: "urd", file: path.join(program, "ocr/urd.traineddata.gz") },
  ]);
  expect(builtFolder(program)).toBe(path.join(program, "ocr"));
  expect(builtFolder(folder)).toBeNull();
});

test("the engine is found in the build or in its package, and is missing in a bare installation", async () => {
  const folder = await temporaryFolder();
  const program = path.join(folder, "node_modules/stancemark/out/main");
  await mkdir(program, { recursive: true });
  expect(() => needEngine(program)).toThrow("OCR is not part of this installation. Run “npm install");
  const name = path.join(folder, "node_modules/tesseract.js-core/tesseract-core-simd-lstm");
  for (const suffix of ["js", "wasm"]) await file(`${name}.${suffix}`);
  expect(needEngine(program)).toEqual({ program: `${name}.js`, wasm: `${name}.wasm` });
  await file(program, "ocr/tesseract-core.wasm");
  expect(needEngine(program).wasm).toBe(path.join(program, "ocr/tesseract-core.wasm"));
});

test("the languages that come with the program", () => {
  const codes = findLanguages(null).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["ara", "deu", "eng", "fra", "spa", "urd"]));
});

test("what is not there is said in one sentence", () => {
  const found = [{ code: "eng", file: "eng.traineddata" }];
  expect(needLanguages(["eng"], found)).toEqual(found);
  expect(() => needLanguages(["eng", "rus"], found)).toThrow(
    "The OCR language “rus” is not installed. Installed: eng. For another language, put its file rus.traineddata in a folder",
  );
  expect(() => needLanguages(["eng"], [])).toThrow("OCR is not part of this installation.");
  expect(() => needLanguages([], found)).toThrow("Choose at least one language for OCR. Installed: eng.");
  expect(() => findLanguages("/no/such/folder")).toThrow(
    "The folder “/no/such/folder” for OCR languages does not exist.",
  );
});
