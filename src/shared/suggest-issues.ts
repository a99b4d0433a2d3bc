import { issueNames } from "./issue-path.ts";
import type { Issue } from "./model/codebook.ts";
import type { PaperContent } from "./model/content.ts";
import type { Table } from "./model/library.ts";
import type { IssueSuggestion } from "./workbench.ts";

/** Headings that structure a paper and are no subject of debate. */
const structural =
  /^(about (the |this )?.*|report authors?|authors?|contents|table of contents|references|bibliography|sources|notes?|endnotes|introduction|conclusions?|(executive )?summary|abstract|preface|foreword|acknowledge?ments?|appendix.*|annex.*|glossary|abbreviations|further reading|what to watch|background|methodology|methods?|recommendations|key (findings|points|messages)|disclaimer)$/i;

/** Issue paths that a paper's headings suggest, in their order, without title, front and back matter and what the codebook has already. */
export function suggestIssues(content: PaperContent, title: string, issues: Table<Issue>): IssueSuggestion[] {
  const known = new Set(Object.values(issues).map((issue) => keyOf(issueNames(issues, issue.id))));
  const way: { level: number; name: string | null }[] = [];
  const found: IssueSuggestion[] = [];
  for (const block of content.blocks) {
    if (block.kind !== "heading") continue;
    const heading = content.text.slice(block.start, block.end).trim();
    const name = heading
      .replace(/^([\divxlc]+(\.\d+)*[.)]?|[a-z][.)])\s+/i, "")
      .replace(/[:.]$/, "")
      .trim();
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
