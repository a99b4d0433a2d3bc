/**
 * Writes highlights into a file of 1,000 pages, by us and by others, against copying the file:
 * `node bench/export.ts [FILE.pdf]`. Each run is a process of its own; medians of three,
 * of time on the clock and of processor time: what the second says holds on a busy machine too. MuPDF (AGPL) takes part
 * when the environment's `MUPDF` names the folder of its npm package, installed outside of this project.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { annotatedPdf } from "../src/main/services/export/pdf/annotated-pdf.ts";
import { Highlighter } from "../src/main/services/export/pdf/highlight.ts";
import { PdfSource } from "../src/main/services/pdf/source.ts";
import { PdfUpdate } from "../src/main/services/pdf/update.ts";
import { typst } from "../src/main/services/typst/typst.ts";
import { coded } from "./coded.ts";

type Mark = Readonly<{
  page: number;
  quad: readonly number[];
  rect: readonly number[];
  name: string;
  contents: string;
}>;

const author = "Ada Reader";
const created = "2026-01-02T03:04:05Z";

/** One line each, spread over the pages; the note is as long as ours usually are. */
function marksOf(count: number, pages: number): Mark[] {
  return Array.from({ length: count }, (_, index) => {
    const page = Math.floor((index * pages) / count);
    const [left, top] = [72.25 + (index % 7) * 10.5, 700.75 - (index % 40) * 14.25];
    const rect = [left, top - 12, left + 150, top];
    return {
      page,
      quad: [left, top, left + 150, top, left, top - 12, left + 150, top - 12],
      rect,
      name: `018f0000-0000-7000-8000-${String(index).padStart(12, "0")}`,
      contents: "Water › Quality: + supports\nHeld by: Harbour Board\nCertainty: 4 of 5",
    };
  });
}

/** What is asked of MuPDF's own interface. */
type MuPdf = Readonly<{
  PDFDocument: Readonly<{
    openDocument: (
      bytes: Uint8Array,
      kind: string,
    ) => {
      loadPage: (index: number) => {
        createAnnotation: (kind: "Highlight") => MuPdfHighlight;
        getBounds: () => number[];
        destroy: () => void;
      };
      saveToBuffer: (options: string) => { asUint8Array: () => Uint8Array };
    };
  }>;
}>;
type MuPdfHighlight = Readonly<{
  setQuadPoints: (quads: number[][]) => void;
  setColor: (colour: number[]) => void;
  setAuthor: (name: string) => void;
  setContents: (words: string) => void;
  setCreationDate: (date: Date) => void;
  update: () => void;
}>;

/** Milliseconds on the clock and of the processor; bytes. */
type Run = Readonly<{ milliseconds: number; cpu: number; growth: number }>;

type Writer = (source: Buffer, marks: readonly Mark[]) => Promise<Uint8Array>;

const writers: Readonly<Record<string, Writer>> = {
  copy: async (source) => source,
  ours: async (source, marks) => {
    const update = new PdfUpdate(new PdfSource(source));
    const highlighter = new Highlighter(update, null);
    for (const { page, quad, name, contents } of marks)
      highlighter.add({
        name,
        page,
        quads: [quad],
        colour: [0.62, 0.8, 0.9],
        line: [0, 0.45, 0.7],
        lane: 0,
        author,
        subject: "Claim",
        contents,
        created,
        modified: created,
      });
    highlighter.finish();
    return update.finish();
  },
  "ours with summary, record and outline": async (source, marks) => {
    const areas = marks.map(({ page, quad }) => ({ page, quads: [quad] }));
    return (await annotatedPdf(coded(source, areas, null), () => {})).bytes;
  },
  "pdf.js saveDocument": async (source, marks) => {
    const document = await getDocument({ data: Uint8Array.from(source), verbosity: 0 }).promise;
    for (const [index, { page, quad, rect, contents }] of marks.entries()) {
      const [x0 = 0, y1 = 0, x1 = 0, , , y0 = 0] = quad;
      document.annotationStorage.setValue(`pdfjs_internal_editor_${index}`, {
        annotationType: 9,
        pageIndex: page,
        color: [158, 204, 230],
        opacity: 1,
        quadPoints: [...quad],
        outlines: [[x0, y1, x1, y1, x1, y0, x0, y0]],
        rect: [...rect],
        rotation: 0,
        user: author,
        date: new Date(created),
        popup: { contents, deleted: false, rect: [...rect] },
      });
    }
    return document.saveDocument();
  },
  mupdf: async (source, marks) => {
    const { PDFDocument: Documents }: MuPdf = await import(path.join(process.env.MUPDF ?? "", "dist/mupdf.js"));
    const document = Documents.openDocument(source, "application/pdf");
    let [shown, page] = [-1, document.loadPage(0)];
    for (const { page: index, quad, contents } of marks) {
      if (index !== shown) {
        // Pages left open are walked through again for every annotation.
        page.destroy();
        page = document.loadPage(index);
      }
      shown = index;
      const height = page.getBounds()[3] ?? 0;
      const highlight = page.createAnnotation("Highlight");
      // Its pages begin at the upper left.
      highlight.setQuadPoints([quad.map((value, index) => (index % 2 === 0 ? value : height - value))]);
      highlight.setColor([0.62, 0.8, 0.9]);
      highlight.setAuthor(author);
      highlight.setContents(contents);
      highlight.setCreationDate(new Date(created));
      highlight.update();
    }
    return document.saveToBuffer("incremental").asUint8Array();
  },
  "@cantoo/pdf-lib": async (source, marks) => {
    const document = await PDFDocument.load(source);
    const pages = document.getPages();
    for (const { page, quad, rect, name, contents } of marks) {
      const target = pages[page]?.node;
      const highlight = document.context.register(
        document.context.obj({
          Type: "Annot",
          Subtype: "Highlight",
          Rect: [...rect],
          QuadPoints: [...quad],
          C: [0.62, 0.8, 0.9],
          F: 4,
          NM: PDFString.of(name),
          T: PDFString.of(author),
          Contents: PDFHexString.fromText(contents),
        }),
      );
      const present = target?.lookupMaybe(PDFName.of("Annots"), PDFArray);
      if (present === undefined) target?.set(PDFName.of("Annots"), document.context.obj([highlight]));
      else present.push(highlight);
    }
    return document.save();
  },
};

const folder = path.join(tmpdir(), "stancemark-bench");

/** A file of 1,000 pages of text, made once. */
function thousandPages(): string {
  const file = path.join(folder, "thousand.pdf");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file))
    writeFileSync(
      file,
      typst(
        `#set page(paper: "a4")\n#for i in range(1000) [\n= Section #(i + 1)\n#lorem(330)\n#pagebreak(weak: true)\n]`,
      ),
    );
  return file;
}

async function measureOne(name: string, file: string, count: number): Promise<void> {
  const write = writers[name];
  if (write === undefined) throw new Error(`no writer ${name}`);
  const pages = new PdfUpdate(new PdfSource(readFileSync(file))).pages.count;
  const marks = marksOf(count, pages);
  // The file is in the system's cache for everybody.
  const [start, before] = [performance.now(), process.cpuUsage()];
  const source = readFileSync(file);
  const bytes = await write(source, marks);
  writeFileSync(path.join(folder, "made.pdf"), bytes);
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ milliseconds, cpu: (user + system) / 1000, growth: bytes.length - source.length }));
  process.exit(0);
}

function measure(file: string): void {
  console.log(`${path.basename(file)}: ${readFileSync(file).length} bytes`);
  for (const count of [10, 1000, 10_000])
    for (const name of Object.keys(writers)) {
      if (name === "mupdf" && process.env.MUPDF === undefined) continue;
      const runs = [1, 2, 3].map(() => {
        const run = spawnSync(process.execPath, [import.meta.filename, "--one", name, file, String(count)], {
          encoding: "utf8",
          timeout: 300_000,
        });
        const line = run.stdout?.trim().split("\n").at(-1) ?? "";
        return line.startsWith("{") ? (JSON.parse(line) as Run) : null;
      });
      const done = runs.filter((run) => run !== null);
      const middle = (key: keyof Run): number => done.map((run) => run[key]).sort((a, b) => a - b)[1] ?? Number.NaN;
      const each = (middle("growth") / count).toFixed(0);
      console.log(
        `${count} | ${name} | ${middle("milliseconds").toFixed(1)} ms, ${middle("cpu").toFixed(1)} ms of processor, ${each} bytes each`,
      );
    }
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--one") await measureOne(rest[0] ?? "", rest[1] ?? "", Number(rest[2]));
else measure(first ?? thousandPages());
