import { formatNumber } from "../office/number-format.ts";
import { elementsOf, type XmlElement } from "../xml.ts";

type Level = Readonly<{
  /** The sign before each item; null where it is a number. */
  bullet: string | null;
  /** `1`, `a`, `A`, `i`, `I`, or "" for nothing. */
  format: string;
  prefix: string;
  suffix: string;
  /** How many levels' numbers are shown. */
  shown: number;
  start: number;
  /** `%1%.%2%`, where a newer program has written it. */
  pattern: string | null;
}>;

/** The formats of OpenDocument by the names of those that are written. */
const formats: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "": "none",
  "١, ٢, ٣, ...": "hindiNumbers",
  "أ, ب, ت, ...": "arabicAlpha",
  "一, 二, 三, ...": "chineseCounting",
};

/** The name of a number format that ODF writes as a sample of it (19.500). */
export function numberFormat(sample: string): string {
  return (Object.hasOwn(formats, sample) ? formats[sample] : undefined) ?? "decimal";
}

/** The most levels that a list has (19.880). */
const maxLevels = 10;

/** What is before an item as it is printed. */
export type OdtListLabel = Readonly<{ text: string; ordered: boolean }>;

/** The levels of a list's style, or of the headings of a document (16.31, 16.34), and where their counting is. */
export class ListCounter {
  readonly #levels = new Map<number, Level>();
  readonly #counts: (number | undefined)[] = [];

  constructor(style: XmlElement | null) {
    for (const element of style === null ? [] : elementsOf(style)) {
      const level = Number(element.attributes["text:level"] ?? 1);
      if (/^text:(list-level-style-(number|bullet|image)|outline-level-style)$/.test(element.name))
        this.#levels.set(level - 1, levelOf(element));
    }
  }

  /** The next item of a level from 0; `start` is its number where it says so. Null where nothing is before it. */
  next(depth: number, start: number | null): OdtListLabel | null {
    const index = Math.min(Math.max(0, depth), maxLevels - 1);
    const level = this.#levels.get(index);
    const count = this.#counts[index];
    this.#counts[index] = start ?? (count === undefined ? (level?.start ?? 1) : count + 1);
    this.#counts.length = index + 1;
    if (level === undefined) return null;
    if (level.bullet !== null) return { text: bulletOf(level.bullet), ordered: false };
    if (level.format === "") return null;
    const text = this.#print(index, level).trim();
    return text === "" ? null : { text, ordered: true };
  }

  /** Begin again at a level and below. */
  restart(depth: number): void {
    this.#counts.length = Math.min(this.#counts.length, Math.max(0, depth));
  }

  #print(offset: number, level: Level): string {
    if (level.pattern !== null)
      return level.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => this.#number(Number(digits) - 1));
    const numbers: string[] = [];
    for (let shown = Math.max(0, offset - level.shown + 1); shown <= offset; shown++) {
      const number = this.#number(shown);
      if (number !== "") numbers.push(number);
    }
    return `${level.prefix}${numbers.join(".")}${level.suffix}`;
  }

  #number(offset: number): string {
    const level = this.#levels.get(offset);
    if (level === undefined || level.bullet !== null || level.format === "") return "";
    return formatNumber(this.#counts[offset] ?? level.start, numberFormat(level.format));
  }
}

function levelOf(element: XmlElement): Level {
  const { attributes } = element;
  const whole = (name: string): number => {
    const value = attributes[name] ?? "";
    return /^\d{1,7}$/.test(value) ? Number(value) : 1;
  };
  const isNumber = /number|outline/.test(element.name);
  return {
    bullet: isNumber ? null : (attributes["text:bullet-char"] ?? "•"),
    format: attributes["style:num-format"] ?? "",
    prefix: attributes["style:num-prefix"] ?? "",
    suffix: attributes["style:num-suffix"] ?? "",
    shown: whole("text:display-levels"),
    start: whole("text:start-value"),
    pattern: attributes["loext:num-list-format"] ?? attributes["style:num-list-format"] ?? null,
  };
}

function bulletOf(sign: string): string {
  return sign.trim() === "" || /[\ue000-\uf8ff]/.test(sign) ? "•" : sign.trim();
}
