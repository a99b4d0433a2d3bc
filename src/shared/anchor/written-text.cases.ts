import { randomNumbers } from "./edited-text.cases.ts";

/** Eight hundred characters, as a newspaper page may have. */
const hanLetters = Array.from({ length: 800 }, (_, index) => String.fromCharCode(0x4e00 + 7 * index)).join("");

/** Letters and separators from which texts of a script are made. */
const scripts = {
  latin: { letters: "etaoinshrdlcumwfgypbvk", space: " ", stop: ".", word: [2, 9] },
  cyrillic: { letters: "оеаинтсрвлкмдпуяыьгзбч", space: " ", stop: ".", word: [2, 10] },
  arabic: { letters: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", space: " ", stop: "۔", word: [2, 7] },
  hebrew: { letters: "אבגדהוזחטיכלמנסעפצקרשת", space: " ", stop: ".", word: [2, 6] },
  devanagari: { letters: "कखगघचछजटडतथदनपफबभमयरलवशसह", space: " ", stop: "।", word: [2, 6] },
  hangul: { letters: "가나다라마바사아자차카타파하고노도로모보소오조초코토포호", space: " ", stop: ".", word: [2, 4] },
  han: { letters: hanLetters, space: "", stop: "。", word: [1, 3] },
  thai: { letters: "กขคงจฉชซญดตถทธนบปผพฟมยรลวศสหอฮ", space: "", stop: " ", word: [2, 5] },
} as const;

export type Script = keyof typeof scripts;
export const allScripts = Object.keys(scripts) as readonly Script[];

/** A text of about so many units in paragraphs of sentences, of words of which few are frequent (Zipf). */
export function writtenText(script: Script, length: number, seed: number): string {
  const random = randomNumbers(seed);
  const { letters, space, stop, word } = scripts[script];
  const [least, most] = word;
  const vocabulary = Array.from({ length: 4000 }, () =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () =>
      letters.charAt(Math.floor(random() * letters.length)),
    ).join(""),
  );
  const anyWord = (): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? "";
  const sentence = (): string => Array.from({ length: 6 + Math.floor(random() * 18) }, anyWord).join(space) + stop;
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const paragraph = Array.from({ length: 4 + Math.floor(random() * 6) }, sentence).join(space);
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join("\n\n");
}

/** Spans of text as somebody might mark them, a third of them of three to six words; in unspaced scripts by letters. */
export function someSpans(text: string, count: number, seed: number): { start: number; end: number }[] {
  const random = randomNumbers(seed);
  const words = [...text.matchAll(/[\p{Script=Han}\p{Script=Thai}]{1,2}|[^\s\p{Script=Han}\p{Script=Thai}]+/gu)];
  return Array.from({ length: count }, (_, index) => {
    const length = index % 3 === 0 ? 3 + Math.floor(random() * 4) : 7 + Math.floor(random() * 40);
    const first = words[Math.floor(random() * (words.length - length))];
    const last = first === undefined ? undefined : words[words.indexOf(first) + length - 1];
    return { start: first?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 1) };
  });
}
