import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { libraryOf, named } from "../../../../shared/analysis/library.cases.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { citationStyles, citationsOf, pagePlace } from "../../../../shared/report/cite.ts";
import type { ReportText } from "../../../../shared/report/tree.ts";
import { citationText, citedPapers } from "./csl.ts";
import { citingWork, cslItem, cslName } from "./csl-item.ts";

const records: Readonly<Record<string, Partial<Paper>>> = {
  "The Weir: what a harbour costs": {
    authors: ["Ann Author", "Harbour Board"],
    date: "2021-03-09",
    publisher: "Town Press",
    link: "https://example.org/weir?a=1&b=2",
  },
  "The Gate": { authors: ["Author, Ann"], date: "2021", identifiers: ["doi:10.1000/18", "report:COM(2021) 4"] },
  "The Sluice": { authors: ["Author, Ann"], date: "2021" },
  "Four hands": { authors: ["One, A.", "Two, B.", "Three, C.", "Four, D."], date: "2020-11" },
  "Nobody’s paper about very many different things that go on and on": { authors: [], date: null },
  "پانی سب کا ہے": { authors: ["حکومت پاکستان"], date: "2019", publisher: "محکمہ آب" },
};
const titles = Object.keys(records);
const library = peopled(libraryOf(titles.map((paper) => ({ actor: "A", issues: ["W +"], paper }))));
const ids = titles.map(named.paper);

/** The library with the records above, and the one actor known as a person. */
function peopled(plain: Library): Library {
  const papers = Object.values(plain.papers).map((paper) => [paper.id, { ...paper, ...records[paper.title] }]);
  const actors = Object.values(plain.actors).map((actor) => [
    actor.id,
    { ...actor, name: "Ann Author", kind: "person" },
  ]);
  return { ...plain, papers: Object.fromEntries(papers), actors: Object.fromEntries(actors) };
}

/** Italics between stars, links in angles. */
const marked = (runs: readonly ReportText[]): string =>
  runs.map((run) => (run.kind === "link" ? `<${run.text}>` : run.italic ? `*${run.text}*` : run.text)).join("");

/** `UPDATE_GOLDEN=1` rewrites the file; read the difference before committing it. */
test("every style kept cites as its golden file says", async () => {
  const parts = citationStyles.map((style) => {
    const { cite, short, entries } = citationsOf(citedPapers(citingWork(library, ids, style)));
    const cited = ids.map((id) => `${marked(cite(id, "4"))}\n    short: ${short(id, "4")}`);
    return [`# ${style}`, ...cited, "## Bibliography", ...entries.map(marked)].join("\n");
  });
  const made = `${parts.join("\n\n")}\n`.replaceAll("\u00a0", " ");
  const file = new URL("golden/citations.txt", import.meta.url);
  if (process.env.UPDATE_GOLDEN) await writeFile(file, made);
  expect(made).toBe(await readFile(file, "utf8"));
});

test.each(citationStyles)("%s: every paper is cited with its page and is in the bibliography once", (style) => {
  const { papers, entries } = citedPapers(citingWork(library, [...ids, ...ids], style));
  expect(Object.keys(papers).sort()).toEqual([...ids].sort());
  for (const { full, short } of Object.values(papers)) {
    expect(full.map(({ text }) => text).join("")).toContain(pagePlace);
    expect(short).toContain(pagePlace);
  }
  expect(entries).toHaveLength(ids.length);
  for (const title of ["The Weir: what a harbour costs", "پانی سب کا ہے"])
    expect(entries.filter((entry) => marked(entry).replaceAll("*", "").includes(title))).toHaveLength(1);
});

test("without papers nothing is cited; a paper that is not there is left out", () => {
  expect(citedPapers(citingWork(library, [], "apa"))).toEqual({ papers: {}, entries: [] });
  expect(citingWork(library, [named.paper("not there")], "apa").items).toEqual([]);
});

test.each([
  ["Ann Author", { name: "Author", "given-name": "Ann" }],
  ["ann author ", { name: "author", "given-name": "ann" }],
  ["Siddiqui, Imran", { name: "Siddiqui", "given-name": "Imran" }],
  ["Imran Siddiqui", { name: "Imran Siddiqui" }],
  ["Ministry of Water, Power, and Ports", { name: "Ministry of Water, Power, and Ports" }],
  ["Board, ", { name: "Board, " }],
  ["", { name: "" }],
])("the author %j is %j", (author, name) => {
  expect(cslName(library, author)).toEqual(name);
});

test.each([
  ["Ludwig van Beethoven", "person", { name: "van Beethoven", "given-name": "Ludwig" }],
  ["Voltaire", "person", { name: "Voltaire" }],
  ["عمران خان", "person", { name: "عمران خان" }],
  ["Council, Islands", "organisation", { name: "Council, Islands" }],
  ["Republic of Ruritania", "state", { name: "Republic of Ruritania" }],
] as const)("%s, known as a %s", (author, kind, name) => {
  const [actor] = Object.values(library.actors);
  if (actor === undefined) throw new Error("the library has an actor");
  const known = { ...library, actors: { [actor.id]: { ...actor, name: "X", aliases: [author], kind } } };
  expect(cslName(known, author)).toEqual(name);
});

test("a paper's record is cited as it is, and what it does not say is left out", () => {
  const [paper] = Object.values(library.papers);
  if (paper === undefined) throw new Error("the library has a paper");
  const bare = { ...paper, title: 'a {b} \\c "d" #e $f', authors: [], date: null, link: "javascript:x", publisher: "" };
  expect(cslItem(library, bare)).toEqual({ type: "report", title: { value: '{a \\{b\\} \\\\c "d" #e \\$f}' } });
  const cited = citedPapers({ style: "apa", items: [[paper.id, cslItem(library, bare)]] });
  expect(marked(cited.entries[0] ?? [])).toBe('*a {b} \\c "d" #e $f*. (n.d.).');
});

test.each([
  ["Plain &amp; <em>slanted</em>, <strong>loud</strong>.", "Plain & *slanted*, loud."],
  ['<span class="prefix"><a href="#loc-1">[1]</a></span> A.\n  B', "[1] A. B"],
  ['at https://doi.org/<a href="https://doi.org/10.1/x">10.1/x</a>', "at <https://doi.org/10.1/x>"],
  ['<span style="white-space: pre-wrap">&#x20;&#32;</span>x&nbsp;&lt;&unknown;', "x\u00a0<&unknown;"],
])("the processor's HTML %j reads %j", (html, words) => {
  expect(marked(citationText(html))).toBe(words);
});
