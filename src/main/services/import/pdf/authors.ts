import { bare, isFileName, isProgram } from "./title.ts";

/** Most authors that are suggested. */
const maxAuthors = 20;
/** Blocks after the title among which the line of authors is looked for. */
const maxDistance = 4;

/** The authors that a file states in its metadata, without programs, machines, file names and the paper's own title. */
export function statedAuthors(author: string, title: string | null = null): string[] {
  const text = author.trim();
  if (
    text === "" ||
    isProgram(text.replace(/^[([](.*)[)\]]$/, "$1")) ||
    !/\p{L}/u.test(text) ||
    isFileName(text) ||
    isLogin(text) ||
    (title !== null && bare(text) === bare(title))
  )
    return [];
  return namesIn(text).slice(0, maxAuthors);
}

/**
 * One Latin word is the name by which somebody signs in, unless it is short and in capitals as an office's is (FAA).
 */
function isLogin(text: string): boolean {
  return /^[\p{Script=Latin}\d.:_-]+$/u.test(text) && !/^\p{Lu}{2,6}$/u.test(text);
}

/**
 * The authors in the line under a paper's title. `opening` are the paper's first blocks. Nothing but a line of names,
 * or one that begins with “by”, is taken for it.
 */
export function printedAuthors(opening: readonly string[], title: string | null): string[] {
  const start = opening.findIndex((text) => title !== null && (text === title || title.startsWith(text)));
  if (start < 0) return [];
  for (const text of opening.slice(start + 1, start + 1 + maxDistance)) {
    const line = text.replace(/[*∗†‡§¶\d⁰¹²³⁴-⁹]+(?:\s*,\s*[*∗†‡§¶\d]+)*/gu, "").trim();
    const [, by = "", rest = line] = /^(by|authors?|written by|par|von|por|مصنف|تحریر)\s*:?\s+(.+)$/iu.exec(line) ?? [];
    const names = namesIn(rest);
    const isNamed = by !== "" ? rest.length < 200 : names.every(isName);
    if (names.length > 0 && names.length <= maxAuthors && isNamed) return names;
  }
  return [];
}

/** A list of names in its parts; a comma is within a name where a part would be one word (Doe, Jane). */
function namesIn(text: string): string[] {
  const parts = text
    .split(/;|\s+(?:and|und|et|y|e|&|اور)\s+/u)
    .map((part) => part.replace(/^[\s,.]+|[\s,]+$/g, ""))
    .filter((part) => part !== "");
  return parts.flatMap((part) => {
    const names = part.split(/\s*[,،]\s*/u).filter((name) => name !== "");
    return names.every((name) => /\S\s+\S/u.test(name)) ? names : [part];
  });
}

const particle = /^(?:al|bin|da|de|dei|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|van|von|zu|zum|und)$/;
/** Words of places, offices and papers, which are written like names. */
const noName =
  /\b(?:university|institute|department|ministry|office|centre|center|school|college|council|commission|committee|bank|agency|association|foundation|programme|program|project|report|paper|study|review|journal|press|group|team|division|street|road|city|republic|kingdom|states|january|february|march|april|may|june|july|august|september|october|november|december|abstract|summary|introduction|contents|chapter|part|volume|number|draft|version|court|plaintiff|defendant|petitioner|respondent|findings|results|recommendations|background|framework|references|bibliography|works cited|conclusions?|methods?|analysis|guidelines|planning|purpose|policy|overview|secretaria|ministério|ministerio|ministère)\b|^[IVX]+\.\s/i;

/** Two to five words, each with a capital or an initial: the name of a person. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 5 || noName.test(text) || text === text.toUpperCase()) return false;
  return words.every((word) => particle.test(word) || /^\p{Lu}(?:[\p{L}\p{M}’'.-]*\p{L}|\.)?[.,]?$/u.test(word));
}
