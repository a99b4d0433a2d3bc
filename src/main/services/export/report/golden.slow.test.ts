import { readFile, writeFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { achEdit, achsOf, type Evidence, filledIn } from "../../../../shared/analysis/ach.ts";
import { libraryOf, named } from "../../../../shared/analysis/library.cases.ts";
import { apply } from "../../../../shared/change/change.ts";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { inUrdu } from "../../../../shared/messages/urdu.ts";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { shownLibrary } from "../../../../shared/model/shown-library.ts";
import { type ReportInput, reportTree } from "../../../../shared/report/build.ts";
import { reportHtml } from "../../../../shared/report/html.ts";
import { reportMarkdown } from "../../../../shared/report/markdown.ts";
import { builtIn, ReportTemplate } from "../../../../shared/report/template.ts";
import { englishWords, reportWordsIn } from "../../../../shared/report/words.ts";
import { claimsCsv } from "../csv.ts";
import { citedPapers } from "./csl.ts";
import { citingWork } from "./csl-item.ts";
import { reportDocx } from "./docx-report.ts";
import { paperTree } from "./paper-tree.ts";
import { reportJson } from "./report-json.ts";
import { reportPdf } from "./typst-report.ts";
import { reportXlsx } from "./xlsx-report.ts";

const plain = libraryOf([
  {
    actor: "Harbour Board",
    issues: ["Water/Fares +", "Water -"],
    strength: 3,
    certainty: 5,
    quote: "Fares must rise with fuel & time",
    at: [0, 32],
  },
  { actor: "Islands Council", issues: ["Water/Fares -"], quote: "No village is asked to pay <that>", at: [33, 66] },
  {
    actor: "Islands Council",
    issues: ["Roads ~"],
    paper: "B paper",
    date: "2020",
    quote: "پانی سب کا ہے",
    at: [0, 13],
    certainty: 2,
  },
  { actor: null, issues: [], quote: "=1+1 is a note", at: [67, 81] },
  {
    actor: "Harbour Board",
    issues: ["Roads ."],
    paper: "B paper",
    date: "2020",
    quote: "Roads come first",
    at: [14, 30],
  },
]);
const evidence: Evidence = {
  id: "e",
  text: "The grant was paid",
  claims: [named.claim(0)],
  credibility: "high",
  relevance: "medium",
};
const hypotheses = [
  { id: "h", name: "Money", issue: null },
  { id: "i", name: "Sand", issue: null },
];
const library = apply(plain, {
  edits: [
    achEdit(plain, "why", {
      id: "why",
      question: "Why did it stop?",
      hypotheses,
      evidence: [evidence],
      marks: { "e:h": "II" },
    }),
  ],
});
const coded = allCoded(library);
const text = "Fares must rise with fuel & time\nNo village is asked to pay <that>\n=1+1 is a note.";
const block = { kind: "paragraph" as const, page: 0, continues: false, direction: "ltr" as const, marks: [] };
const content: PaperContent = {
  text,
  blocks: [
    { ...block, kind: "heading", level: 1, start: 0, end: 32 },
    { ...block, start: 33, end: 82 },
  ],
  pages: [{ label: "iv", width: 1, height: 1, rotation: 0 }],
  warnings: [],
};
const contents = new Map([
  [named.paper("A paper"), content],
  [named.paper("B paper"), content],
]);
const rows = claimRows(library, coded, contents);
const template = ReportTemplate.parse({
  ...builtIn[1],
  title: "Who pays",
  style: "notes",
  sections: [
    { kind: "text", heading: "In short", text: `Fares rise.[@${named.claim(0)}] Nobody knows.` },
    ...(builtIn[1]?.sections ?? []),
  ],
});
const made = "2026-01-02T03:04:05Z";
const moved = new Set([named.claim(2)]);
const hypothesesFilled = achsOf(library).map((ach) => filledIn(library, ach));
const input: ReportInput = {
  library,
  coded,
  rows,
  hypotheses: hypothesesFilled,
  template,
  cited: citedPapers(
    citingWork(
      library,
      rows.map(({ paper }) => paper),
      template.style,
    ),
  ),
  moved,
  made,
  filter: "actor:Board",
};
const tree = reportTree(input);
const inUrduWords = reportWordsIn(inUrdu);
const urduLibrary = shownLibrary(library, inUrdu);
const urduRows = claimRows(urduLibrary, coded, contents, inUrdu);
const urduTree = reportTree({ ...input, library: urduLibrary, rows: urduRows }, inUrduWords);

/** The words of a PDF, page by page, by another reader than our own. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      `== page ${number}\n${items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("")}`,
    );
  }
  const outline = (await document.getOutline()) ?? [];
  return `${pages.join("\n")}\n== outline\n${outline.map(({ title }) => title).join("\n")}\n`;
}

/** The parts of a DOCX in words: each paragraph with its style, marks of tables, footnotes and drawings. */
function docxText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const lines = (xml: string): string[] =>
    [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>|<w:tbl>|<\/w:tbl>/gs)].map(([part]) => {
      if (part.startsWith("<w:tbl")) return "[table";
      if (part.startsWith("</w:tbl")) return "table]";
      const style = /<w:pStyle w:val="([^"]*)"/.exec(part)?.[1] ?? "";
      const marks = [/<w:bidi\/>/.test(part) ? "rtl" : "", /<w:drawing>/.test(part) ? "drawing" : ""].filter(
        (text) => text !== "",
      );
      const words = part.replace(/<w:footnoteReference[^>]*w:id="(\d+)"[^>]*>/g, "[^$1]").replace(/<[^>]+>/g, "");
      return `${[style, ...marks].map((mark) => (mark === "" ? "" : `{${mark}} `)).join("")}${words}`;
    });
  const media = Object.keys(parts)
    .filter((name) => name.startsWith("word/media/"))
    .map((name) => name.replace(/[0-9a-f]{10,}/, "…"));
  const footnotes = lines(read("word/footnotes.xml").replace(/.*w:id="1"/s, "<w:footnote"));
  return [...lines(read("word/document.xml")), "== footnotes", ...footnotes, "== media", ...media, ""].join("\n");
}

/** The sheets of a workbook, a line for each row, cells parted by bars. */
function xlsxText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const strings = [...read("xl/sharedStrings.xml").matchAll(/<si>.*?<\/si>/gs)].map(([text]) =>
    text.replace(/<[^>]+>/g, ""),
  );
  const names = [...read("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  return names
    .map((name, index) => {
      const rowsOfSheet = [...read(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<row.*?<\/row>/gs)].map(([row]) =>
        [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)]
          .map(([cell, inner = ""]) =>
            cell.includes('t="s"')
              ? (strings[Number(/<v>(.*?)<\/v>/.exec(inner)?.[1])] ?? "")
              : inner.replace(/<[^>]+>/g, ""),
          )
          .join(" | "),
      );
      return `== ${name}\n${rowsOfSheet.join("\n")}\n`;
    })
    .join("\n");
}

/** `UPDATE_GOLDEN=1` rewrites the files; read the difference before committing it. */
test.each([
  ["report.html", () => reportHtml(tree)],
  ["report.md", () => reportMarkdown(tree)],
  ["report.json", () => reportJson(tree, input)],
  ["report.csv", () => claimsCsv(rows)],
  ["report.pdf.txt", () => pdfText(reportPdf(tree))],
  ["report.docx.txt", async () => docxText(await reportDocx(tree))],
  ["report.xlsx.txt", async () => xlsxText(await reportXlsx({ library, coded, rows, words: englishWords }))],
  ["report.ur.html", () => reportHtml(urduTree)],
  ["report.ur.md", () => reportMarkdown(urduTree)],
  ["report.ur.pdf.txt", () => pdfText(reportPdf(urduTree))],
  ["report.ur.docx.txt", async () => docxText(await reportDocx(urduTree))],
  [
    "report.ur.xlsx.txt",
    async () => xlsxText(await reportXlsx({ library: urduLibrary, coded, rows: urduRows, words: inUrduWords })),
  ],
  ["paper.docx.txt", async () => docxText(await reportDocx(paperTree(ofPaper(), made)))],
])("%s is written as agreed", async (name, make) => {
  const file = new URL(`golden/${name}`, import.meta.url);
  const made = await make();
  if (process.env.UPDATE_GOLDEN) await writeFile(file, made);
  expect(made).toBe(await readFile(file, "utf8"));
});

function ofPaper() {
  const own = coded.filter(({ annotation }) => annotation.paper === named.paper("A paper"));
  const paper = library.papers[named.paper("A paper")];
  if (paper === undefined) throw new Error("the data has a paper");
  return { library, paper, content, coded: own, rows: claimRows(library, own, contents), words: englishWords };
}

test("a DOCX is the same on each run, but for the time in its properties", async () => {
  const [first, two] = [unzipSync(await reportDocx(tree)), unzipSync(await reportDocx(tree))];
  expect(Object.keys(first)).toEqual(Object.keys(two));
});

test("a report in Urdu has no word in Latin letters but names, quotes, citations, identifiers and codes", () => {
  const names =
    /Who pays|In short|Fares rise\.|Nobody knows\.|Harbour Board|Islands Council|Ann Author|[AB] paper|Water|Fares|Roads|Ada\b|actor:Board/g;
  const quotes = [
    ...coded.map((_, index) => urduRows[index]?.quote ?? ""),
    "Why did it stop?",
    "Money",
    "Sand",
    "The grant was paid",
  ];
  const text = quotes.reduce(
    (rest, quote) => rest.replaceAll(quote, ""),
    reportMarkdown(urduTree).replaceAll("\\", ""),
  );
  const codes = /Stancemark|#[0-9a-f]{8}|#1a2b3c4d|\bCC\b|\bII?\b|\b[NCI]\b|A–F|\biv\b/g;
  expect(
    text
      .replace(names, "")
      .replace(codes, "")
      .match(/[A-Za-z]{2,}.*/g) ?? [],
  ).toEqual([]);
});

test("every part of DOCX and XLSX is well-formed, and no cell is a formula", async () => {
  for (const bytes of [await reportDocx(tree), await reportXlsx({ library, coded, rows, words: englishWords })])
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (/\.(xml|rels)$/.test(name)) {
        const xml = strFromU8(part);
        expect(xml).not.toMatch(/[\p{Cc}](?<![\n\r\t])/u);
        expect(xml).not.toContain("<f>");
        expect((xml.match(/<[^/!?][^>]*[^/]>|<[^/!?]>/g) ?? []).length).toBe((xml.match(/<\/[^>]+>/g) ?? []).length);
      }
});
