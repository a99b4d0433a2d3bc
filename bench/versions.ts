import { DatabaseSync } from "node:sqlite";
import { addQuality, noQuality } from "../src/shared/anchor/carried-quality.cases.ts";
import { carryPassages } from "../src/shared/anchor/carry.ts";
import { editText, strengths } from "../src/shared/anchor/edited-text.cases.ts";
import { someSpans, writtenText } from "../src/shared/anchor/written-text.cases.ts";

/**
 * How many of 321 passages of seven papers are placed correctly after the papers were edited, at three strengths, and
 * what it costs. `versions.ts [FILE] [ROUNDS]`: FILE is the sample of Discourse Network Analyzer (`sample/sample.dna`
 * of leifeld/dna), whose seven hearings with 41 statements are taken then; else ("generated") seven texts of made-up
 * words. Each round edits them differently.
 */
type TextRange = Readonly<{ start: number; end: number }>;
type Document = Readonly<{ text: string; passages: readonly TextRange[] }>;

const [file, rounds] = [process.argv[2], Number(process.argv[3] ?? 1)];
const documents = (file === undefined || file === "generated" ? generated() : hearings(file)).map((document, index) => {
  const missing = index === 0 ? 321 - 7 * 40 - 41 : 0;
  return { ...document, passages: [...document.passages, ...someSpans(document.text, 40 + missing, index + 1)] };
});

for (const [name, strength] of Object.entries(strengths)) {
  const sum = noQuality();
  let milliseconds = 0;
  let characters = 0;
  for (let round = 1; round <= rounds; round++)
    for (const [index, { text, passages }] of documents.entries()) {
      const edited = editText(text, strength, 100 * round + index);
      const ranges = passages.map((passage) => [passage]);
      const before = process.cpuUsage();
      const carried = carryPassages(text, edited.text, ranges);
      const { user, system } = process.cpuUsage(before);
      milliseconds += (user + system) / 1000;
      characters += text.length;
      addQuality(sum, text, edited, passages, carried);
    }
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  process.stdout.write(
    `${name.padEnd(7)} ${share(sum.right, sum.all)} of ${sum.all} placed correctly; ` +
      `${sum.certain} applied automatically, ${share(sum.certainRight, sum.certain)} of them correct; ` +
      `${sum.gone} deleted, ${sum.invented} of them invented; ${sum.missed} not found; ` +
      `${((40_000 * milliseconds) / characters).toFixed(0)} ms for 40,000 characters\n`,
  );
  if (process.env.SHOW !== undefined) process.stdout.write(`${sum.wrong.join("\n")}\n`);
}

function hearings(name: string): Document[] {
  const db = new DatabaseSync(name, { readOnly: true });
  const statements = db.prepare("SELECT Start, Stop FROM STATEMENTS WHERE DocumentId = ?");
  return db
    .prepare("SELECT ID, Text FROM DOCUMENTS ORDER BY ID")
    .all()
    .map((row) => ({
      text: String(row.Text),
      passages: statements
        .all(Number(row.ID))
        .map((coding) => ({ start: Number(coding.Start), end: Number(coding.Stop) })),
    }));
}

function generated(): Document[] {
  return [12, 14, 30, 36, 40, 41, 44].map((thousands, index) => {
    const text = writtenText("latin", thousands * 1000, index + 1);
    return { text, passages: someSpans(text, index === 0 ? 5 : 6, 50 + index) };
  });
}
