import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { ids, sampleEdits, sampleLibrary } from "../../../../shared/sample-library.cases.ts";
import { temporaryFolder } from "../../fixture.cases.ts";
import { align } from "./align.ts";
import { annotatedPdf, type PdfExport } from "./annotated-pdf.ts";
import { PdfSource } from "./source.ts";
import { shown, typst } from "./typst.ts";
import { PdfUpdate } from "./update.ts";

const library = sampleLibrary(sampleEdits());
const own = library.papers[ids.paper];
if (own === undefined) throw new Error("the sample has no paper");
const common = { page: 0, continues: false, direction: "ltr" as const, marks: [] };
const text = 'Ever words #set "quoted" $x$ \\ *go* on\nEnd';
const content: PaperContent = {
  text,
  blocks: [
    { ...common, kind: "heading", level: 1, start: 0, end: 39 },
    { ...common, kind: "paragraph", start: 40, end: 43 },
  ],
  pages: [{ label: "iv", width: 595, height: 842, rotation: 0 }],
  warnings: [],
};
const chosen = { password: null, colours: "stance", summary: true, withheld: { coders: false, notes: false } } as const;
const quiet = (): void => undefined;

/** A source of two pages with an outline, typeset from the sample's words. */
const made = typst(`= ${shown("Ever words")}\n#pagebreak()\n= End`);

async function pdfInput(source: Uint8Array): Promise<PdfExport> {
  const geometry = await align(content, source);
  const paper = { ...(own as PdfExport["paper"]), format: "pdf" as const };
  return { ...chosen, library, paper, content, source, geometry };
}

/** A tool of this machine on a file: null where the machine has none, which is printed. */
async function tool(name: string, args: (file: string) => string[], bytes: Uint8Array): Promise<string | null> {
  const file = path.join(await temporaryFolder(), "made.pdf");
  await writeFile(file, bytes);
  const run = spawnSync(name, args(file), { encoding: "utf8" });
  // MuPDF builds without colour management say so about every file.
  const complaints = run.stderr?.replace(/^warning: ICC support is not available\n/gm, "");
  if (run.error === undefined) return `${run.status ?? "killed"} ${complaints}`.trim();
  console.log(`not checked: there is no ${name} here`);
  return null;
}

/** The source rewritten by qpdf with or without object streams; null where there is no qpdf. */
async function rewritten(objectStreams: string): Promise<Uint8Array | null> {
  const folder = await temporaryFolder();
  const [from, to] = [path.join(folder, "from.pdf"), path.join(folder, "to.pdf")];
  await writeFile(from, made);
  const run = spawnSync("qpdf", [`--object-streams=${objectStreams}`, from, to]);
  if (run.error === undefined) return readFile(to);
  console.log("not checked: there is no qpdf to rewrite the source");
  return null;
}

/** A one-page PDF by hand: a table, an array of annotations behind a reference, a page that inherits its size. */
function byHand(): Uint8Array {
  const drawn = "BT /F 20 Tf 50 400 Td (Ever words End) Tj ET";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 400 500]/Resources<</Font<</F 5 0 R>>>>>>",
    "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots 6 0 R>>",
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    "[<</Type/Annot/Subtype/Square/Rect[10 10 30 30]>>]",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((value, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${value}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 7\n0000000000 65535 f \n${offsets.join("")}trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, "latin1");
}

const sources: [string, () => Promise<Uint8Array | null>][] = [
  ["Typst's own", async () => made],
  ["a table", () => rewritten("disable")],
  ["object streams", () => rewritten("generate")],
  ["made by hand", async () => byHand()],
];

test.each(sources)("a source with %s keeps its bytes and reads right elsewhere", async (_, make) => {
  const source = await make();
  if (source === null) return;
  const { bytes, annotations, warnings } = await annotatedPdf(await pdfInput(source), quiet);
  expect({ annotations, warnings }).toEqual({ annotations: 2, warnings: [] });
  expect(Buffer.compare(bytes.subarray(0, source.length), source)).toBe(0);
  expect(new PdfSource(bytes).usesStream).toBe(new PdfSource(source).usesStream);
  expect([null, "0"]).toContain(await tool("qpdf", (file) => ["--check", file], bytes));
  expect([null, "0"]).toContain(await tool("pdftotext", (file) => [file, "-"], bytes));
  expect([null, "0"]).toContain(
    await tool("mutool", (file) => ["draw", "-q", "-F", "txt", "-o", "/dev/null", file], bytes),
  );

  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const before = new PdfUpdate(new PdfSource(source)).pages.count;
  expect(document.numPages).toBeGreaterThan(before);
  const found = (await (await document.getPage(1)).getAnnotations()) as Found[];
  const highlights = found.filter((one) => one.subtype === "Highlight");
  expect(highlights.map((one) => one.titleObj.str)).toEqual(highlights.map(() => "Ada"));
  expect(highlights[0]?.contentsObj.str).toContain("Certainty: 4 of 5");
  const [x0 = 0, , x1 = 0, , , y2 = 0] = highlights[0]?.quadPoints ?? [];
  expect(x1).toBeGreaterThan(x0);
  expect(y2).toBeLessThan(highlights[0]?.quadPoints[1] ?? 0);
  expect([...((await document.getAttachments())?.keys() ?? [])]).toEqual(["annotations.jsonld", "stancemark.json"]);
  expect((await document.getOutline()).at(-1)?.title).toBe("Claims");

  const added: Found[] = [];
  for (let page = before + 1; page <= document.numPages; page++)
    added.push(...((await (await document.getPage(page)).getAnnotations()) as Found[]));
  const links = added.filter((one) => one.subtype === "Link");
  expect(links.length).toBeGreaterThanOrEqual(2);
  for (const link of links) expect(await document.getPageIndex(link.dest[0])).toBe(0);
  await document.loadingTask.destroy();
});

type Found = Readonly<{
  subtype: string;
  titleObj: { str: string };
  contentsObj: { str: string };
  quadPoints: Float32Array;
  dest: readonly [{ num: number; gen: number }];
}>;

test("what was on the page stays on it", async () => {
  const { bytes } = await annotatedPdf(await pdfInput(byHand()), quiet);
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const first = await document.getPage(1);
  expect(((await first.getAnnotations()) as Found[]).map((one) => one.subtype)).toContain("Square");
  expect(first.view).toEqual([0, 0, 400, 500]);
  await document.loadingTask.destroy();
});

test("a paper that was no PDF is typeset with its words as they are", async () => {
  const input = { ...chosen, library, paper: own, content, source: new Uint8Array(), geometry: null };
  const { bytes, annotations } = await annotatedPdf(input, quiet);
  expect(annotations).toBe(2);
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const items = (await (await document.getPage(1)).getTextContent()).items;
  const words = items.map((item) => ("str" in item ? item.str : "")).join("");
  expect(words.replace(/\s+/g, " ")).toContain('Ever words #set "quoted" $x$ \\ *go* on');
  await document.loadingTask.destroy();
});

test("a paper without claims is exported without added pages", async () => {
  const input = await pdfInput(made);
  const bare = { ...input, library: { ...library, annotations: {}, positions: {} } };
  const { bytes, annotations, warnings } = await annotatedPdf(bare, quiet);
  expect({ annotations, warnings, pages: new PdfUpdate(new PdfSource(bytes)).pages.count }).toEqual({
    annotations: 0,
    warnings: [],
    pages: 2,
  });
});

test("a claim that is on no page is named and left out", async () => {
  const input = await pdfInput(typst("Other"));
  const { annotations, warnings } = await annotatedPdf(input, quiet);
  expect(annotations).toBe(0);
  expect(warnings[0]).toContain("“Ever”");
});

test.each([
  ["damaged", (file: string) => file.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 9 0 R")],
  ["encrypted", (file: string) => file.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Own>>")],
  ["damaged", (file: string) => file.replace("startxref", "startyref")],
  ["damaged", (file: string) => file.replace(/(xref\n0 7\n.*\n)(.*\n)(.*\n)/, "$1$3$2")],
])("a source that is %s is refused in one sentence", (word, alter) => {
  const bytes = Buffer.from(alter(Buffer.from(byHand()).toString("latin1")), "latin1");
  expect(() => new PdfUpdate(new PdfSource(bytes)).pages.all()).toThrow(word);
});
