import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { type CitationStyle, type CitedPapers, pagePlace } from "../../../../shared/report/cite.ts";
import type { ReportText } from "../../../../shared/report/tree.ts";
import type { CitingWork } from "./csl-item.ts";

/**
 * Cites papers by a CSL style. The processor is Hayagriva, which the typesetter carries together with the styles; it is
 * asked for every paper once, and once more for the short form that a second note has, and its answer is read from
 * Typst's HTML.
 */
export function citedPapers({ style, items }: CitingWork): CitedPapers {
  if (items.length === 0) return { papers: {}, entries: [] };
  const answer = ask({ style, items });
  const [body = "", list = ""] = answer.split('<section role="doc-bibliography"');
  const references = [...body.matchAll(/<div data-cite[^>]*>(.*?)<\/div>/gs)].map(([, inner = ""]) =>
    citationText(inner),
  );
  const papers = items.map(([id], index) => {
    const full = references[index] ?? [];
    const again = references[items.length + index] ?? full;
    const short = textOf(again).replace(/^\((.*)\)$/s, "$1");
    return [id, { full, again, short: short.replace(/\.$/, "") }] as const;
  });
  const entries = [...list.matchAll(/<li id="[^"]*">(.*?)<\/li>/gs)].map(([, inner = ""]) => citationText(inner));
  return { papers: Object.fromEntries(papers), entries };
}

/** Styles whose own language is British English: `2 January 2026`. */
const british: readonly CitationStyle[] = ["harvard-cite-them-right", "modern-humanities-research-association"];

let compiler: NodeCompiler | null = null;

function ask({ style, items }: CitingWork): string {
  const keys = items.map((_, index) => `p${index}`);
  const data = Object.fromEntries(items.map(([, item], index) => [keys[index], item]));
  const cited = keys.map(
    (key) => `#html.elem("div", attrs: (data-cite: ""))[#cite(<${key}>, supplement: "${pagePlace}")]`,
  );
  const region = british.includes(style) ? "gb" : "us";
  const source = `#set text(lang: "en", region: "${region}")
#show footnote: it => it.body
${cited.join("\n")}
${second(style) ? cited.join("\n") : ""}
#bibliography(bytes(${JSON.stringify(JSON.stringify(data))}), style: "${style}", title: none)`;
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [] }] });
  const answer = compiler.tryHtml({ mainFileContent: source }).result?.body();
  if (answer === undefined) throw new WorkbenchError("internal", message("export.notCited"));
  return answer;
}

/** Styles whose second note is shorter than the first. */
function second(style: CitationStyle): boolean {
  return style === "chicago-notes" || style === "modern-humanities-research-association";
}

/**
 * The words of a piece of the processor's HTML: italics, bold and links to the web are kept, places within the page are
 * not.
 */
export function citationText(html: string): ReportText[] {
  const runs: ReportText[] = [];
  const open: string[] = [];
  for (const [, tag, text] of html.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (tag !== undefined) {
      if (tag.startsWith("/")) open.pop();
      else open.push(tag);
    } else if (text !== undefined) add(runs, open, decoded(text).replace(/[ \t\n]+/g, " "));
  }
  return trimmed(runs);
}

function add(runs: ReportText[], open: readonly string[], text: string): void {
  const href = open.flatMap((tag) => /^a\b.*href="(https?:[^"]*)"/.exec(tag)?.[1] ?? []).at(-1);
  const last = runs.at(-1);
  if (href !== undefined) {
    // A style writes `https://doi.org/` before the link; it belongs to it.
    const begun = last?.kind === "text" && last.text.endsWith("https://doi.org/") ? "https://doi.org/" : "";
    if (begun !== "" && last !== undefined)
      runs[runs.length - 1] = { ...last, text: last.text.slice(0, -begun.length) };
    runs.push({ kind: "link", text: begun + text, href: decoded(href) });
    return;
  }
  const look = {
    ...(open.some((tag) => tag === "strong") ? { bold: true } : {}),
    ...(open.some((tag) => tag === "em") ? { italic: true } : {}),
  };
  if (last?.kind === "text" && last.bold === look.bold && last.italic === look.italic)
    runs[runs.length - 1] = { ...last, text: (last.text + text).replace(/ {2,}/g, " ") };
  else runs.push({ kind: "text", text, ...look });
}

function trimmed(runs: readonly ReportText[]): ReportText[] {
  return runs
    .map((run, index) => {
      const begun = index === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: index === runs.length - 1 ? begun.trimEnd() : begun };
    })
    .filter(({ text }) => text !== "");
}

function textOf(runs: readonly ReportText[]): string {
  return runs.map(({ text }) => text).join("");
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (number !== undefined) return String.fromCodePoint(Number(number));
    return named.get(String(name)) ?? whole;
  });
}
