import { userInfo } from "node:os";
import type { Page } from "@playwright/test";
import { hypotheses, question } from "./states.ts";

/**
 * Where words of papers, names of keys and names of languages stand, and hidden views, which are drawn again when they
 * are shown.
 */
const notOurs =
  ".ProseMirror, kbd, code, q, blockquote, mark, .quote, .hit, .hit-preview p, .shared, .unseen, .range-handles, script, style, " +
  ".staying.behind";

/** Names that are the same in every language: of programs, formats, styles, keys, units, and of the filter's words. */
const sameEverywhere = new Set(
  (
    "Stancemark PDF OCR CSV JSON Excel Word Markdown SVG PNG GraphML OpenDocument RTF EPUB HTML TXT " +
    "APA Cite Them Right MLA MHRA IEEE English https doi isbn en ur zh-Hans kB MB " +
    "Ctrl Shift Alt Enter Esc Tab Space Del Home End Backspace " +
    "issue NOT stance supports OR certainty NEAR OVERLAPS actor Licence Water Board"
  ).split(" "),
);

/** Each text of the window that is no data: words on screen, and what a screen reader says. */
async function textsOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate((left) => {
    const texts = new Set<string>();
    const spoken = ["title", "aria-label", "placeholder", "alt", "aria-description", "aria-valuetext"];
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest(left) !== null) continue;
      for (const name of spoken) texts.add(element.getAttribute(name) ?? "");
      for (const node of element.childNodes) if (node instanceof Text) texts.add(node.data);
    }
    return [...texts];
  }, notOurs);
}

/**
 * Texts of the window that have an English word although another language is chosen. A text may have words of `data`,
 * which a person has given, or the beginning of one of them before "…".
 */
export async function englishIn(page: Page, data: readonly string[]): Promise<readonly string[]> {
  const longestFirst = [...data].filter((text) => text !== "").sort((a, b) => b.length - a.length);
  return (await textsOf(page)).filter((text) => englishWords(text, longestFirst).length > 0);
}

function englishWords(text: string, data: readonly string[]): readonly string[] {
  const withoutFolders = text.replace(/\S*\/\S*/g, " ").replace(/\s+/g, " ");
  const rest = data.reduce((left, text) => without(left, text), withoutFolders);
  return (rest.match(/[A-Za-z][A-Za-z-]+/g) ?? []).filter(
    (word) => !sameEverywhere.has(word) && !/^[ivxlc]+$/i.test(word) && !/^F\d+$/.test(word),
  );
}

/** A text without a name, wherever it stands as whole words or is cut by "…". */
function without(text: string, name: string): string {
  const whole = text.replace(
    new RegExp(`(?<![A-Za-z])${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![A-Za-z])`, "g"),
    " ",
  );
  const end = whole.indexOf("…");
  const start = end < 0 ? -1 : whole.lastIndexOf(name.slice(0, 8), end);
  return start >= 0 && name.startsWith(whole.slice(start, end)) ? whole.slice(0, start) + whole.slice(end) : whole;
}

/** What `states.ts` types into fields, and what lists show of it letter by letter. */
const typed = [
  ...hypotheses.map(({ name }) => name),
  question,
  "Fares",
  "Fa",
  "fa",
  "res",
  "rows.csv",
  "1.txt",
  "2.txt",
  "{title}",
  "{author}",
  "{date}",
  "{any}",
  "ferry",
  "nowhere to be found",
];

/**
 * The words of a library that people gave: names, definitions, notes and quotes, and its folder's. Default stances are
 * messages.
 */
export function dataOf(run: (...args: string[]) => string): readonly string[] {
  const records = [run("papers", "--json"), run("claims", "--json"), run("history", "--json")].map(parsed);
  const { issues, actors } = parsed(run("codebook", "--json")) as Record<string, unknown>;
  return [...stringsIn([records, issues, actors]), ...typed, "library", userInfo().username];
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return /[A-Za-z]{2}/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
