import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { resourcesFolder } from "../src/main/services/files/resources.ts";
import {
  drawnPage,
  scannedPdf,
  textLines,
  type Wear,
  wordsInOrder,
  worn,
} from "../src/main/services/ocr/scan.cases.ts";
import { onePage } from "../src/main/services/pdfium/page.cases.ts";
import { closePool } from "../src/main/services/tasks/run-task.ts";
import { openWorkbench } from "../src/main/services/workbench.ts";

/**
 * How many words of scanned pages are recognised in their order, and what a page costs. Pages are typeset by the
 * program itself or drawn in columns, then blurred, turned, and made noisy as a scanner does it; each is imported with
 * OCR in its language. Processor time is that of the whole process, the second of two readings.
 */
const folder = mkdtempSync(path.join(tmpdir(), "stancemark-ocr-"));
const workbench = await openWorkbench({ folder, coder: "A bench", program: "a bench", resources: resourcesFolder() });

const texts: Readonly<Record<string, Readonly<{ language: string; text: string }>>> = {
  French: {
    language: "fra",
    text: "# Le bateau de nuit\n\nLe conseil des îles demande qu’un bateau circule aussi en hiver, et que le prix du passage reste bas pour les habitants. La compagnie répond que personne ne peut naviguer de nuit pour un tel tarif ; elle exige une subvention publique. Les pêcheurs craignent que le dragage du chenal détruise les herbiers où vivent les anguilles, et regrettent de n’avoir pas été consultés.\n\n## Ce que coûte la traversée\n\nChaque voyage coûte 1 480 euros, dont 620 pour le carburant. En 2024, la région a versé 2,3 millions d’euros.",
  },
  German: {
    language: "deu",
    text: "# Die Nachtfähre\n\nDer Inselrat verlangt, dass auch im Winter ein Schiff fährt und der Fahrpreis für die Bewohner niedrig bleibt. Die Reederei entgegnet, niemand könne für einen solchen Preis nachts fahren; sie fordert einen Zuschuss. Die Fischer befürchten, dass das Ausbaggern der Fahrrinne die Seegraswiesen zerstört, und bemängeln, dass man sie nicht gefragt hat.\n\n## Was die Überfahrt kostet\n\nJede Fahrt kostet 1.480 Euro, davon 620 für Treibstoff. Im Jahr 2024 zahlte das Land 2,3 Millionen Euro.",
  },
  Spanish: {
    language: "spa",
    text: "# El barco nocturno\n\nEl consejo de las islas pide que también en invierno haya un barco y que el precio siga siendo bajo para los vecinos. La compañía responde que nadie puede navegar de noche por esa tarifa y exige una subvención. Los pescadores temen que el dragado del canal destruya las praderas donde viven las anguilas, y lamentan que nadie les haya preguntado.\n\n## Cuánto cuesta la travesía\n\nCada viaje cuesta 1480 euros, de los cuales 620 son para combustible. En 2024 la región pagó 2,3 millones de euros.",
  },
  Arabic: {
    language: "ara",
    text: "# العبّارة الليلية\n\nيطالب مجلس الجزر بأن تبحر سفينة في الشتاء أيضا وأن يبقى ثمن التذكرة منخفضا للسكان. وترد الشركة بأن أحدا لا يستطيع الإبحار ليلا بهذا السعر وتطلب دعما من الحكومة. ويخشى الصيادون أن يؤدي تعميق القناة إلى تدمير الأعشاب البحرية التي تعيش فيها الأسماك ويقولون إن أحدا لم يسألهم عن رأيهم.",
  },
  Urdu: {
    language: "urd",
    text: "# رات کی کشتی\n\nجزیروں کی کونسل کا مطالبہ ہے کہ سردیوں میں بھی کشتی چلے اور مقامی لوگوں کے لیے کرایہ کم رہے۔ کمپنی کا جواب ہے کہ اتنے کرائے میں رات کو کوئی کشتی نہیں چلا سکتا اور وہ حکومت سے امداد مانگتی ہے۔ ماہی گیروں کو ڈر ہے کہ کھاڑی گہری کرنے سے سمندری گھاس تباہ ہو جائے گی اور انہیں شکایت ہے کہ کسی نے ان سے نہیں پوچھا۔",
  },
};

type Page = Readonly<{ name: string; language: string; pdf: Uint8Array; truth: string }>;

const english = await sampleWords();
const pages: Page[] = [await typeset("English", "eng", `# The night boat\n\n${paragraphs(english.slice(0, 280))}`)];
for (const [name, { language, text }] of Object.entries(texts)) pages.push(await typeset(name, language, text));
pages.push(columns(english.slice(280, 680)));

const wears: readonly (readonly [string, number, Wear])[] = [
  ["clean, 300 dpi", 300, {}],
  ["clean, 200 dpi", 200, {}],
  ["skewed 2.5°, blurred, noisy, grey, 200 dpi", 200, { skew: 2.5, blur: 1, noise: 14, paper: 225 }],
  ["turned by 90°, 200 dpi", 200, { turn: 90 }],
];
for (const { name, language, pdf, truth } of pages)
  for (const [wear, dpi, how] of wears) {
    const scan = scannedPdf([worn(await drawnPage(pdf, 0, dpi), how)], dpi);
    await read(scan, language);
    const { text, seconds, confidence } = await read(scan, language);
    const right = (100 * wordsInOrder(truth, text)).toFixed(1);
    process.stdout.write(`| ${name} | ${wear} | ${right} % | ${confidence} | ${seconds.toFixed(1)} s |\n`);
    if (process.env.SHOW !== undefined) process.stdout.write(`${text}\n`);
  }
await workbench.close();
await closePool();

async function read(pdf: Uint8Array, language: string) {
  const before = process.cpuUsage();
  const { paper } = await workbench.importPaper({ name: "scan.pdf", bytes: pdf, ocr: [language] });
  const { user, system } = process.cpuUsage(before);
  const { text, pages: found } = await workbench.content({ paper: paper.id });
  await workbench.undo({});
  return { text, seconds: (user + system) / 1e6, confidence: Math.round(found[0]?.ocr?.confidence ?? 0) };
}

/** A page that the program typesets, and its words. */
async function typeset(name: string, language: string, text: string): Promise<Page> {
  const { paper } = await workbench.importPaper({ name: `${name}.md`, bytes: Buffer.from(text) });
  const { bytes } = await workbench.exportPaper({ paper: paper.id, format: "pdf", summary: false });
  return { name, language, pdf: bytes, truth: (await workbench.content({ paper: paper.id })).text };
}

/** A page in two columns of ten points. */
function columns(words: readonly string[]): Page {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 34) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const half = Math.ceil(lines.length / 2);
  const look = { size: 9, leading: 11, top: 480 };
  const drawn = [
    textLines(lines.slice(0, half), { ...look, left: 25 }),
    textLines(lines.slice(half), { ...look, left: 210 }),
  ].join("\n");
  return { name: "English, two columns", language: "eng", pdf: onePage({ drawn }), truth: lines.join(" ") };
}

async function sampleWords(): Promise<string[]> {
  const [sample] = await workbench.importSample({});
  if (sample === undefined) throw new Error("There is no sample.");
  const { text, blocks } = await workbench.content({ paper: sample.paper.id });
  const prose = blocks.filter(({ kind }) => kind === "paragraph").map(({ start, end }) => text.slice(start, end));
  return prose
    .join(" ")
    .replace(/[^\x20-\x7e]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
}

function paragraphs(words: readonly string[]): string {
  return Array.from({ length: Math.ceil(words.length / 70) }, (_, n) =>
    words.slice(n * 70, n * 70 + 70).join(" "),
  ).join("\n\n");
}
