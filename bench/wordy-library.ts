/** A library of many words in all scripts that the program supports, for `bench/search.ts`. */
import { digest } from "../src/main/services/files/digest.ts";
import { FileLibrary } from "../src/main/services/store/library.ts";
import { PaperFiles } from "../src/main/services/store/paper-files.ts";
import type { Edit } from "../src/shared/change/edit.ts";
import { claimEdits } from "../src/shared/claims/claim-edits.ts";
import type { Block, PaperContent } from "../src/shared/model/content.ts";
import { newId, PaperId } from "../src/shared/model/ids.ts";
import { blankPaper, type Paper } from "../src/shared/model/paper.ts";
import { seeded } from "./large-library.ts";

const time = "2026-01-02T03:04:05.000Z";

/** Letters or syllables that words are made of; `unspaced` where words are written one after the other. */
const syllables = {
  Latin: "a be co de el fi gen ha in ju la mé no or pa que ra so ti un va wi ex tion ment ly ness port",
  Arabic: "ال ب ت جا حي دو را سي شر ص عا في قو كا لم من نا هو ية ات",
  Urdu: "کا پی ٹا چھ گر نہ ہے یں وں ڑا کی سے میں بند ری اس جو تھ لی مل",
  Devanagari: "का प्र की मा ने से में ति रा वि सं था है हो क्ष णा दे नि भा या",
  Chinese: "港口费应按船只长度而不是价值收取理事会认为海运部门预算审计报告增加减少",
  Japanese: "港湾料金は船の長さで決めるべきと評議会考えている予算報告海運省増加",
  Korean: "항만 이사 회 는 요금 을 선박 길이 에 따라 정해 야 한다 고 본다 예산 보고 서 해운 부",
} as const;
export type Script = keyof typeof syllables;
export const scripts: readonly Script[] = ["Latin", "Arabic", "Urdu", "Devanagari", "Chinese", "Japanese", "Korean"];

const unspaced: readonly Script[] = ["Chinese", "Japanese"];
/** How many different words there are of each script. */
const vocabulary = 40_000;
const vocabularies = new Map(scripts.map((script) => [script, wordsOf(script)]));

/** Words of two to four syllables, the same each time; frequent ones first. */
function wordsOf(script: Script): readonly string[] {
  const next = seeded(scripts.indexOf(script) + 11);
  const parts = unspaced.includes(script) ? [...syllables[script]] : syllables[script].split(" ");
  const words = new Set<string>();
  while (words.size < vocabulary) {
    const length = 1 + next(unspaced.includes(script) ? 4 : 5);
    words.add(Array.from({ length }, () => parts[next(parts.length)] ?? "").join(""));
  }
  return [...words];
}

/** A word as often as words of its rank are (Zipf's law). */
function pick(script: Script, next: (below: number) => number): string {
  const words = vocabularies.get(script) ?? [];
  const rank = Math.floor(Math.exp((next(1_000_000) / 1_000_000) * Math.log(words.length)));
  return words[Math.min(words.length - 1, rank)] ?? "";
}

/** Words that somebody may type, frequent and rare ones. */
export function typedWords(script: Script): string[] {
  const words = vocabularies.get(script) ?? [];
  const typed = [3, 20, 60, 150, 400, 900, 2000, 5000].map((rank) => words[rank] ?? "");
  return [...typed, `${words[5]} ${words[300]}`, `${words[40]} ${words[41]}`];
}

function contentOf(script: Script, count: number, next: (below: number) => number): PaperContent {
  const blocks: Block[] = [];
  const parts: string[] = [];
  let length = 0;
  const space = unspaced.includes(script) ? "" : " ";
  for (let made = 0; made < count; ) {
    const sentences = Array.from({ length: 3 + next(4) }, () => {
      const words = Array.from({ length: 12 + next(14) }, () => pick(script, next));
      made += words.length;
      const sentence = words.join(space);
      return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${space === "" ? "。" : "."}`;
    });
    const text = sentences.join(space);
    const start = length === 0 ? 0 : length + 1;
    length = start + text.length;
    parts.push(text);
    blocks.push({ kind: "paragraph", start, end: length, page: 0, continues: false, direction: "ltr", marks: [] });
  }
  const text = parts.join("\n");
  return {
    text,
    blocks: blocks.map((block, index) => ({ ...block, page: Math.floor(index / 6) })),
    pages: Array.from({ length: Math.ceil(blocks.length / 6) }, (_, index) => {
      return { label: `${index + 1}`, width: 0, height: 0, rotation: 0 as const };
    }),
    warnings: [],
  };
}

/** Make such a library in a folder: four papers of ten in Latin letters, one in each other script. */
export async function makeWordyLibrary(
  folder: string,
  { papers, words, claims }: Readonly<{ papers: number; words: number; claims: number }>,
): Promise<void> {
  const store = await FileLibrary.open(folder, { program: "a bench", coder: "Bench" });
  const files = new PaperFiles(folder);
  const next = seeded(5);
  for (let number = 0; number < papers; number++) {
    const script = scripts[Math.max(0, (number % 10) - 3)] ?? "Latin";
    const content = contentOf(script, words, next);
    const source = new TextEncoder().encode(content.text);
    const paper: Paper = {
      ...blankPaper,
      id: newId(PaperId),
      title: `${pick(script, next)} ${pick(script, next)} ${number}`,
      authors: [],
      date: null,
      author: null,
      format: "text",
      fileName: `${number}.txt`,
      sha256: digest(source),
      bytes: source.length,
      characters: content.text.length,
      pages: content.pages.length,
      added: time,
      coder: store.coder,
    };
    await files.write(paper.id, "text", { source, content, geometry: null });
    const made = Array.from({ length: claims }, (): Edit[] => {
      const start = next(Math.max(1, content.text.length - 200));
      const end = start + 60 + next(140);
      const range = { start, end, quote: content.text.slice(start, end), prefix: "", suffix: "" };
      const passage = { ranges: [range], areas: [] };
      const note = next(3) === 0 ? "To be checked." : "";
      return claimEdits({
        paper: paper.id,
        passage,
        actor: null,
        positions: [],
        certainty: null,
        note,
        coder: store.coder,
        at: time,
      }).edits;
    });
    await store.commit("A paper", [{ table: "papers", from: null, to: paper }, ...made.flat()]);
  }
  await store.close();
}
