import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type Grey, pgm } from "./grey.ts";
import { type LanguageFile, needEngine } from "./language-files.ts";

/** A box in pixels from the top left corner. */
type PixelBox = Readonly<{ x0: number; y0: number; x1: number; y1: number }>;
/** A word as Tesseract reads it; confidence from 0 to 100. */
type RawWord = Readonly<{
  bbox: PixelBox;
  text: string;
  confidence: number;
  symbols?: readonly Readonly<{ bbox: PixelBox; text: string }>[];
}>;
/** A line as Tesseract reads it: in pixels, its baseline by two points. */
export type RawLine = Readonly<{
  bbox: PixelBox;
  baseline: PixelBox;
  /**
   * `rowHeight` from descenders to ascenders; the other two are what of it is below the baseline, above small letters.
   */
  rowAttributes: Readonly<{ rowHeight: number; descenders: number; ascenders: number }>;
  words: readonly RawWord[];
}>;
type RawPage = Readonly<{
  blocks?: readonly Readonly<{
    blocktype: number;
    paragraphs?: readonly Readonly<{ lines?: readonly RawLine[] }>[];
  }>[];
}>;

/** The part of `tesseract.js-core`'s interface (baseapi.h of Tesseract 5) that is used. */
type Api = Readonly<{
  Init: (folder: string, languages: string, mode: number) => number;
  SetVariable: (name: string, value: string) => number;
  SetImageFile: (exif: number, angle: number) => number;
  Recognize: (monitor: null) => number;
  GetJSONText: (page: number) => string;
  WriteImage: (kind: number) => void;
  MeanTextConf: () => number;
  Clear: () => void;
  End: () => void;
}>;
export type Core = Readonly<{
  FS: Readonly<{
    writeFile: (name: string, bytes: Uint8Array) => void;
    readFile: (name: string) => Uint8Array;
    unlink: (name: string) => void;
  }>;
  TessBaseAPI: new () => Api;
}>;
type LoadCore = (options: object) => Promise<Core>;

/** Neural networks only (OEM_LSTM_ONLY of publictypes.h). */
const lstmOnly = 1;
/** How a page is divided into blocks (PageSegMode of publictypes.h). */
const segmentation = { automatic: "3", singleBlock: "6" } as const;
export type Segmentation = keyof typeof segmentation;

let loaded: Promise<Core> | null = null;
let open: { key: string; api: Api } | null = null;

/** Tesseract as WebAssembly, one instance for each thread. */
export function loadCore(): Promise<Core> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const { program, wasm } = needEngine();
    const load = require(program) as LoadCore;
    const silent = (): void => undefined;
    return load({ wasmBinary: readFileSync(wasm), print: silent, printErr: silent, TesseractProgress: silent });
  })();
  return loaded;
}

/** Begin with a new instance next time: one that failed may be in any state. */
export function dropCore(): void {
  loaded = null;
  open = null;
}

/** Tesseract with some languages; loading them takes a tenth of a second each. */
async function openApi(languages: readonly LanguageFile[]): Promise<{ core: Core; api: Api }> {
  const core = await loadCore();
  const key = languages.map(({ file }) => file).join("\n");
  if (open?.key === key) return { core, api: open.api };
  open?.api.End();
  open = null;
  for (const { code, file } of languages) {
    const bytes = readFileSync(file);
    core.FS.writeFile(`/${code}.traineddata`, file.endsWith(".gz") ? gunzipSync(bytes, { maxOutputLength }) : bytes);
  }
  const api = new core.TessBaseAPI();
  const codes = languages.map(({ code }) => code);
  if (api.Init("/", codes.join("+"), lstmOnly) !== 0)
    throw new WorkbenchError("unreadable", message("ocr.languageUnreadable", { languages: codes }));
  for (const { code } of languages) core.FS.unlink(`/${code}.traineddata`);
  open = { key, api };
  return { core, api };
}

/** No language data unpacks to more bytes than this. */
const maxOutputLength = 200_000_000;

/**
 * The lines of a picture as Tesseract finds them, block after block. `dpi` is the picture's resolution. Throws
 * `unreadable` for language data or a picture that Tesseract can't read.
 */
export async function readLines(
  picture: Grey,
  languages: readonly LanguageFile[],
  { dpi, mode = "automatic" }: Readonly<{ dpi: number; mode?: Segmentation }>,
): Promise<RawLine[]> {
  const { core, api } = await openApi(languages);
  try {
    core.FS.writeFile("/input", pgm(picture));
    api.SetVariable("tessedit_pageseg_mode", segmentation[mode]);
    api.SetVariable("user_defined_dpi", String(Math.round(dpi)));
    if (api.SetImageFile(1, 0) !== 0 || api.Recognize(null) !== 0)
      throw new WorkbenchError("unreadable", message("ocr.pictureUnreadable"));
    const page = JSON.parse(api.GetJSONText(0)) as RawPage;
    return (page.blocks ?? []).flatMap(({ paragraphs }) => (paragraphs ?? []).flatMap(({ lines }) => lines ?? []));
  } finally {
    api.Clear();
  }
}
