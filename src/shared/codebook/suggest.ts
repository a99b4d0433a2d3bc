import type { Issue } from "../model/codebook.ts";
import type { Block, PaperContent } from "../model/content.ts";
import { issueNames } from "../model/issue-path.ts";
import type { Table } from "../model/table.ts";

/** Headings that structure a paper and are no subject of debate. */
const structural =
  /^(about (the |this )?.*|report authors?|authors?|contents|table of contents|references|bibliography|sources|notes?|endnotes|introduction|conclusions?|(executive )?summary|abstract|preface|foreword|acknowledge?ments?|appendix.*|annex.*|glossary|abbreviations|further reading|what to watch|background|methodology|methods?|recommendations|key (findings|points|messages)|disclaimer)$/i;

const bareNumber = /^\d{1,2}\s+(?=\p{L})/u;

/**
 * Issue paths that a paper's headings suggest, in their order, without title, front and back matter and what the
 * codebook has already.
 */
export function suggestIssues(content: PaperContent, title: string, issues: Table<Issue>): IssueSuggestion[] {
  const known = new Set(Object.values(issues).map((issue) => keyOf(issueNames(issues, issue.id))));
  const headings = content.blocks.filter((block) => block.kind === "heading");
  const textOf = (block: Block): string => content.text.slice(block.start, block.end).trim();
  // "3 Trade" is a number and a name only where the paper numbers its headings; "10 years of war" is not.
  const numbered = headings.filter((block) => bareNumber.test(textOf(block))).length > 1;
  const way: { level: number; name: string | null }[] = [];
  const found: IssueSuggestion[] = [];
  for (const block of headings) {
    const heading = textOf(block);
    const name = nameOf(heading, numbered);
    while ((way.at(-1)?.level ?? 0) >= block.level) way.pop();
    const usable = name !== "" && name.length <= 120 && !structural.test(name) && !sameWords(heading, title);
    way.push({ level: block.level, name: usable ? name : null });
    const names = way.flatMap((step) => step.name ?? []);
    if (!usable || known.has(keyOf(names))) continue;
    known.add(keyOf(names));
    found.push({ names, heading, level: block.level });
  }
  return found;
}

function nameOf(heading: string, numbered: boolean): string {
  const name = heading
    .replace(/^(\d{1,3}(\.\d{1,3})*[.)]|\d{1,3}(\.\d{1,3})+|[ivxlc]+[.)]|[a-z][.)])\s+/i, "")
    .replace(/^(?!I\s)[IVX]+\s+(?=\p{Lu})/u, "")
    .replace(/[:.]$/, "");
  return (numbered ? name.replace(bareNumber, "") : name).trim();
}

function keyOf(names: readonly string[]): string {
  return names.join("\n").toLowerCase();
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(a) === plain(b) || (plain(b).startsWith(`${plain(a)} `) && plain(a).split(" ").length > 3);
}

/**
 * An issue that a heading of the paper suggests: its path from the root, the heading as it is printed, and its level
 * from 1.
 */
export type IssueSuggestion = Readonly<{ names: readonly string[]; heading: string; level: number }>;
