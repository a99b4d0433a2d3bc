import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { ids, sampleEdits, sampleLibrary } from "../../../../shared/fixtures/sample-library.cases.ts";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { temporaryFolder } from "../../fixture.cases.ts";
import { encodeGeometry, type UnitPlace } from "../../geometry/geometry.ts";
import { openPdf } from "../../pdfium/reader.ts";
import type { PdfExport } from "./annotated-pdf.ts";

/** A library with one paper, whose words "Ever" and "words" are a claim and a note. */
export const library = sampleLibrary(sampleEdits());
const stored = library.papers[ids.paper];
if (stored === undefined) throw new Error("the sample has no paper");
export const samplePaper = stored;

const common = { page: 0, continues: false, direction: "ltr" as const, marks: [] };
export const text = 'Ever words #set "quoted" $x$ \\ *go* on\nEnd';
export const content: PaperContent = {
  text,
  blocks: [
    { ...common, kind: "heading", level: 1, start: 0, end: 39 },
    { ...common, kind: "paragraph", start: 40, end: 43 },
  ],
  pages: [{ label: "iv", width: 595, height: 842, rotation: 0 }],
  warnings: [],
};
export const quiet = (): void => undefined;

const chosen = {
  password: null,
  colours: "stance",
  summary: true,
  withheld: { coders: false, notes: false },
} as const;

/** An export of the sample's claims on a PDF that begins with the words "Ever words". */
export async function pdfInput(source: Uint8Array, password: string | null = null): Promise<PdfExport> {
  const reader = await openPdf(source, password);
  const { chars } = reader.page(0);
  reader.close();
  const printed = Array.from({ length: chars.length }, (_, k) => k).filter((k) => !chars.isGenerated(k));
  const words = printed.map((k) => chars.text(k)).join("");
  const position = words.indexOf("Everwords") >= 0 ? words.indexOf("Everwords") : words.indexOf("Ever words");
  const inked = printed.slice(Math.max(0, position)).filter((k) => !chars.isBlank(k));
  const places: UnitPlace[] = [...text].map(() => null);
  const wanted = [0, 1, 2, 3, 5, 6, 7, 8, 9];
  if (position >= 0)
    for (const [index, offset] of wanted.entries()) places[offset] = { page: 0, box: chars.box(inked[index] ?? -1) };
  const paper = { ...samplePaper, format: "pdf" as const };
  return { ...chosen, library, paper, content, source, geometry: encodeGeometry(places), password };
}

/** The same for a paper that was no PDF. */
export const textInput: PdfExport = {
  ...chosen,
  library,
  paper: samplePaper,
  content,
  source: Buffer.from(text),
  geometry: null,
};

/** A tool of this machine on a file: null where the machine has none, which is printed. */
export async function tool(name: string, args: (file: string) => string[], bytes: Uint8Array): Promise<string | null> {
  const file = path.join(await temporaryFolder(), "made.pdf");
  await writeFile(file, bytes);
  const run = spawnSync(name, args(file), { encoding: "utf8" });
  // MuPDF builds without colour management say so about every file.
  const complaints = run.stderr?.replace(/^warning: ICC support is not available\n/gm, "");
  if (run.error === undefined)
    return `${run.status ?? "killed"} ${run.stdout.includes("Signature") ? run.stdout : ""}${complaints}`.trim();
  console.log(`not checked: there is no ${name} here`);
  return null;
}

/** A source rewritten by qpdf; null where there is no qpdf, which is printed. */
export async function rewritten(source: Uint8Array, ...args: string[]): Promise<Uint8Array | null> {
  const folder = await temporaryFolder();
  const [from, to] = [path.join(folder, "from.pdf"), path.join(folder, "to.pdf")];
  await writeFile(from, source);
  const run = spawnSync("qpdf", [...args, from, to]);
  if (run.error === undefined) return readFile(to);
  console.log("not checked: there is no qpdf to rewrite the source");
  return null;
}

/** A PDF by hand: objects numbered from 1, with a table. `trailer` has its entries besides size and root. */
export function handMade(objects: readonly string[], trailer = ""): Buffer {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((value, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${value}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, "latin1");
}

/** One page by hand: an array of annotations given by reference, a page that inherits its size. */
export function byHand(catalog = "", more: readonly string[] = []): Buffer {
  const drawn = "BT /F 20 Tf 50 400 Td (Ever words End) Tj ET";
  return handMade([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 400 500]/Resources<</Font<</F 5 0 R>>>>>>",
    "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots 6 0 R>>",
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    "[<</Type/Annot/Subtype/Square/Rect[10 10 30 30]>>]",
    ...more,
  ]);
}

export type Found = Readonly<{
  id: string;
  subtype: string;
  titleObj: { str: string };
  contentsObj: { str: string };
  quadPoints: Float32Array;
  dest: readonly [{ num: number; gen: number }];
}>;

/** What PDF.js reads: annotations by page, page labels, outline and attachments. */
export async function byPdfjs(bytes: Uint8Array, password?: string) {
  const options = { data: Uint8Array.from(bytes), verbosity: 0, ...(password === undefined ? {} : { password }) };
  const document = await getDocument(options).promise;
  const pages: Found[][] = [];
  for (let page = 1; page <= document.numPages; page++)
    pages.push((await (await document.getPage(page)).getAnnotations()) as Found[]);
  const targets = new Map<Found, number>();
  for (const link of pages.flat().filter((page) => page.subtype === "Link" && page.dest))
    targets.set(link, await document.getPageIndex(link.dest[0]));
  const outline = ((await document.getOutline()) ?? []) as readonly Branch[];
  const last = outline.at(-1);
  const read = {
    pages,
    targets,
    labels: await document.getPageLabels(),
    outline,
    /** Index of the page the last branch of the outline leads to. */
    leads: last?.dest ? await document.getPageIndex(last.dest[0]) : null,
    attachments: await attachmentsOf(document),
  };
  await document.loadingTask.destroy();
  return read;
}

type Branch = Readonly<{ title: string; items: readonly Branch[]; dest: Found["dest"] | null }>;

async function attachmentsOf(document: PDFDocumentProxy): Promise<Map<string, { content: Uint8Array }>> {
  const read = new Map<string, { content: Uint8Array }>();
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    const content: unknown = await document.getAttachmentContent(id);
    read.set(filename, { content: content instanceof Uint8Array ? content : new Uint8Array() });
  }
  return read;
}

/** Highlights of the first page as PDFium reads them. */
export async function byPdfium(bytes: Uint8Array, password: string | null = null) {
  const reader = await openPdf(bytes, password);
  const found = reader.page(0).annotations.filter((annotation) => annotation.subtype === "highlight");
  reader.close();
  return found;
}
