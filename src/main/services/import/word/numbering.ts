import { formatNumber } from "../office/number-format.ts";
import { childOf, childrenOf, type XmlElement } from "../xml.ts";
import { isOn, wholeNumber } from "./names.ts";
import type { Style, Styles } from "./styles.ts";

type Level = Readonly<{
  start: number;
  format: string;
  /** `%1.%2`: the numbers of levels from 1 among other words. */
  text: string;
  /** The style of paragraphs at this level. */
  style: string | null;
  /** All numbers in figures. */
  legal: boolean;
  /** The level from 1 whose next number restarts this one, 0 for none, null for every higher one. */
  restart: number | null;
}>;

type List = Readonly<{
  /** Lists that count together have the same. */
  abstract: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that this list restarts, with the number they restart at. */
  starts: ReadonlyMap<number, number>;
}>;

/** What is before a paragraph of a list: the number or sign as it is printed, and how deep it is from 0. */
export type ListLabel = Readonly<{ text: string; level: number; ordered: boolean }>;

/** The most levels that a list has (17.9.3). */
const maxLevels = 9;

/** Computes the numbers of a document's lists in the order of its paragraphs (ECMA-376, 17.9). */
export class Numbering {
  readonly #abstracts = new Map<string, XmlElement>();
  readonly #nums = new Map<string, XmlElement>();
  readonly #lists = new Map<string, List | null>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();
  readonly #styles: Styles;

  constructor(root: XmlElement | null, styles: Styles) {
    this.#styles = styles;
    for (const element of childrenOf(root ?? undefined, "w:abstractNum"))
      this.#abstracts.set(element.attributes["w:abstractNumId"] ?? "", element);
    for (const element of childrenOf(root ?? undefined, "w:num"))
      this.#nums.set(element.attributes["w:numId"] ?? "", element);
  }

  /** What is before the next paragraph of a list; null where nothing is. Each call counts. */
  next(id: string, level: number | null, style: Style): ListLabel | null {
    const list = this.#list(id);
    if (list === null) return null;
    const byStyle = [...list.levels].find(([, level]) => level.style !== null && level.style === style.listStyle)?.[0];
    const depth = Math.min(Math.max(0, level ?? byStyle ?? 0), maxLevels - 1);
    const about = list.levels.get(depth);
    if (about === undefined) return null;
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const begun = `${id} ${depth}`;
    const restart = this.#begun.has(begun) ? undefined : list.starts.get(depth);
    this.#begun.add(begun);
    counts[depth] = restart ?? (counts[depth] === undefined ? about.start : counts[depth] + 1);
    for (let deeper = depth + 1; deeper < maxLevels; deeper++) {
      const { restart: by = null } = list.levels.get(deeper) ?? {};
      if (by === null || (by > 0 && depth < by)) counts[deeper] = undefined;
    }
    if (about.format === "bullet") return { text: bullet(about.text), level: depth, ordered: false };
    const text = about.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const { format = "decimal", start = 1 } = list.levels.get(index) ?? {};
      counts[index] ??= start;
      return formatNumber(counts[index], about.legal && format !== "none" ? "decimal" : format);
    });
    return text.trim() === "" ? null : { text: text.trim(), level: depth, ordered: true };
  }

  #list(id: string): List | null {
    const known = this.#lists.get(id);
    if (known !== undefined) return known;
    const made = this.#made(id);
    this.#lists.set(id, made);
    return made;
  }

  #made(id: string): List | null {
    const num = this.#nums.get(id);
    const abstract = num === undefined ? null : this.#abstract(num, 0);
    if (num === undefined || abstract === null) return null;
    const levels = new Map(childrenOf(abstract, "w:lvl").map(levelOf));
    const starts = new Map<number, number>();
    for (const override of childrenOf(num, "w:lvlOverride")) {
      const depth = wholeNumber(override.attributes["w:ilvl"]) ?? 0;
      const level = childOf(override, "w:lvl");
      if (level !== undefined) levels.set(depth, levelOf(level)[1]);
      const start = wholeNumber(childOf(override, "w:startOverride")?.attributes["w:val"]);
      if (start !== null) starts.set(depth, start);
    }
    return { abstract: abstract.attributes["w:abstractNumId"] ?? "", levels, starts };
  }

  /** The definition of a list; one that names a style of lists has that style's. */
  #abstract(num: XmlElement, depth: number): XmlElement | null {
    const found = this.#abstracts.get(childOf(num, "w:abstractNumId")?.attributes["w:val"] ?? "");
    const link = childOf(found, "w:numStyleLink")?.attributes["w:val"];
    if (found === undefined || link === undefined || depth > 4) return found ?? null;
    const other = this.#nums.get(this.#styles.listOf(link) ?? "");
    return other === undefined ? found : this.#abstract(other, depth + 1);
  }
}

function levelOf(level: XmlElement): [number, Level] {
  const value = (name: string): string | undefined => childOf(level, name)?.attributes["w:val"];
  return [
    wholeNumber(level.attributes["w:ilvl"]) ?? 0,
    {
      start: wholeNumber(value("w:start")) ?? 0,
      format: value("w:numFmt") ?? "decimal",
      text: value("w:lvlText") ?? "",
      style: value("w:pStyle") ?? null,
      legal: isOn(childOf(level, "w:isLgl")) ?? false,
      restart: wholeNumber(value("w:lvlRestart")),
    },
  ];
}

/** Signs of symbol fonts have places of private use; “o” is a ring in Courier. */
function bullet(text: string): string {
  const sign = text.trim();
  if (sign === "" || /[\ue000-\uf8ff]/.test(sign)) return "•";
  return sign === "o" ? "◦" : sign;
}
