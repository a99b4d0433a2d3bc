import fc from "fast-check";
import { expect, test } from "vitest";
import { matrixFacts } from "../analysis/facts.ts";
import { libraryOf, named } from "../analysis/library.cases.ts";
import { MatrixOptions, matrixOf } from "../analysis/matrix.ts";
import { anyStatements } from "../analysis/said.cases.ts";
import { positionRows } from "../analysis/table.ts";
import { apply, invert } from "../change/change.ts";
import { allCoded } from "../claims/claims.ts";
import { claimRows } from "../claims/rows.ts";
import { matches } from "../filter/query.ts";
import { inWords } from "../fixtures/in-words.cases.ts";
import type { PaperContent } from "../model/content.ts";
import type { Query } from "../model/query.ts";
import { directionOfText } from "../text/isolate.ts";
import { movedClaims, reportTree } from "./build.ts";
import { type CitedPapers, citationsOf, dayInWords, pagePlace, uncited } from "./cite.ts";
import { nameOfClaim } from "./outline.ts";
import { checkedSentences, citation, claimFinder, printProseSpan, proseBlocks, proseSpans } from "./prose.ts";
import {
  isSaved,
  ReportTemplate,
  removeTemplate,
  type SectionKind,
  sameTemplate,
  saveTemplate,
  templateNamed,
  templatesOf,
} from "./template.ts";
import { headingsOf, lettersOf, notesOf, plain, type ReportTree, type TableBlock } from "./tree.ts";

test("citations have the printed page in its place; a paper that was not cited is identified by its page", () => {
  const cited: CitedPapers = {
    papers: {
      a: {
        full: [{ kind: "text", text: "Ann, " }, { kind: "text", text: "Weir", italic: true }, plain(`, ${pagePlace}.`)],
        again: [plain(`Ann, ${pagePlace}.`)],
        short: `Ann, ${pagePlace}`,
      },
    },
    entries: [[plain("Ann. Weir.")]],
  };
  const { cite, citeAgain, short, entries } = citationsOf(cited);
  expect([short("a", "iv"), short("a", "§2"), short("b", "9")]).toEqual(["Ann, p.\u00a0iv", "Ann, §2", "p.\u00a09"]);
  expect(lettersOf(cite("a", "4"))).toBe("Ann, Weir, p.\u00a04.");
  expect([cite("a", "4")[1], lettersOf(cite("b", "4"))]).toEqual([
    { kind: "text", text: "Weir", italic: true },
    "p.\u00a04",
  ]);
  expect([lettersOf(citeAgain("a", "4")), lettersOf(citeAgain("b", "4"))]).toEqual(["Ann, p.\u00a04.", "p.\u00a04"]);
  expect(entries).toEqual(cited.entries);
});

test.each([
  ["2021-03-09", "9 March 2021"],
  ["2021-03", "March 2021"],
  ["2021", "2021"],
  [null, "n.d."],
])("the date %j is %s in words", (date, words) => {
  expect(dayInWords(date)).toBe(words);
});

test.each([
  ["apa", "apa"],
  ["notes", "chicago-notes"],
  ["author-date", "chicago-author-date"],
  ["numbers", "ieee"],
])("a template may name the style %s", (style, kept) => {
  expect(ReportTemplate.parse({ name: "t", style, sections: [] }).style).toBe(kept);
});

test("a style that is not kept is refused", () => {
  for (const style of ["bluebook", 7, "", "toString"])
    expect(ReportTemplate.safeParse({ name: "t", style, sections: [] }).success).toBe(false);
});

const find = (reference: string) =>
  reference === "abcd" ? { words: "Fares must rise with fuel.", note: () => [plain("the note")] } : null;

test.each([
  ["Fares rise.[@abcd] Boats sink. [@abcd]", []],
  ["Fares rise.", ["Cites no claim: “Fares rise.”"]],
  ["Fares rise. Boats sink.[@abcd]", ["Cites no claim: “Fares rise.”"]],
  ["Fares rise.[@0000]", ["Cites a claim that is not in the report: 0000"]],
  ["“fares MUST rise”[@abcd]", []],
  ["They “never rise”.[@abcd]", ["The cited claim does not say “never rise”"]],
  ["- One.[@abcd]\n- **Two**", ["Cites no claim: “Two”"]],
  ["—\n\n***", []],
])("%j: what to look at is %j", (text, flags) => {
  expect(inWords(proseBlocks(text, find).flags)).toEqual(flags);
});

test("free text becomes paragraphs, lists, bold, italics and footnotes", () => {
  const { blocks } = proseBlocks("One **two**\n*three*.[@abcd]\n\n- four [@abcd]", find);
  expect(blocks).toEqual([
    {
      kind: "paragraph",
      runs: [
        { kind: "text", text: "One " },
        { kind: "text", text: "two", bold: true },
        { kind: "text", text: " " },
        { kind: "text", text: "three", italic: true },
        { kind: "text", text: "." },
        { kind: "note", words: [{ kind: "text", text: "the note" }] },
      ],
    },
    {
      kind: "list",
      items: [
        [
          { kind: "text", text: "four " },
          { kind: "note", words: [{ kind: "text", text: "the note" }] },
        ],
      ],
    },
  ]);
  expect(citation(named.claim(1))).toBe(`[@${named.claim(1)}]`);
});

test.each([
  ["Plain", "ltr"],
  ["12 %", "ltr"],
  ["«پانی»", "rtl"],
  ["1. عربي and English", "rtl"],
  ["", "ltr"],
])("%j reads %s", (text, direction) => {
  expect(directionOfText(text)).toBe(direction);
});

test("templates are saved in the library by name, replace built-in ones of that name, and can be undone", () => {
  const library = libraryOf([]);
  expect(templatesOf(library).map(({ name }) => name)).toEqual(["Brief", "Everything"]);
  const own = ReportTemplate.parse({ name: "brief", sections: [{ kind: "summary" }] });
  const edits = saveTemplate(library, own);
  const kept = apply(library, { edits });
  expect(templatesOf(kept).map(({ name }) => name)).toEqual(["brief", "Everything"]);
  expect(templateNamed(kept, " BRIEF ")).toEqual(own);
  expect(templateNamed(kept, "none")).toBeNull();
  expect([isSaved(kept, "Brief"), isSaved(kept, "Everything")]).toEqual([true, false]);
  expect(apply(kept, { edits: invert(edits) })).toEqual(library);
  expect(apply(kept, { edits: removeTemplate(kept, "brief") })).toEqual(library);
  expect(removeTemplate(library, "brief")).toEqual([]);
  expect(ReportTemplate.safeParse({ name: "x", sections: [{ kind: "nonsense" }] }).success).toBe(false);
});

test("a template gets another name in one change, and names that are long or foreign stay apart", () => {
  const library = libraryOf([]);
  const named = (name: string): ReportTemplate => ReportTemplate.parse({ name, sections: [] });
  const long = ["ہفتہ وار ".repeat(11), `${"ہفتہ وار ".repeat(10)}رپورٹ`].map((name) => named(name.trim()));
  const kept = long.reduce((before, template) => apply(before, { edits: saveTemplate(before, template) }), library);
  expect(templatesOf(kept)).toHaveLength(4);
  const renamed = { ...named("Weekly"), title: "T" };
  const after = apply(kept, { edits: saveTemplate(kept, renamed, long[0]?.name) });
  expect(templatesOf(after).map(({ name }) => name)).toEqual(["Weekly", long[1]?.name, "Brief", "Everything"]);
  expect([sameTemplate(renamed, { ...renamed }), sameTemplate(renamed, named("Weekly"))]).toEqual([true, false]);
});

const pieces = fc.oneof(
  fc.record({ kind: fc.constant("citation" as const), reference: fc.constantFrom("abcd", "0198c2f4-aaaa") }),
  fc.record({
    kind: fc.constant("words" as const),
    text: fc.constantFrom("a", " b c ", "x.", "پانی"),
    look: fc.constantFrom("plain" as const, "bold" as const, "italic" as const),
  }),
);

test("free text cut in stretches is the text again when printed; its sentences lie end to end", () => {
  fc.assert(
    fc.property(fc.array(pieces), (list) => {
      const text = list.map(printProseSpan).join("");
      expect(proseSpans(text).map(printProseSpan).join("")).toBe(text);
      const sentences = checkedSentences(text, () => null);
      expect(sentences.map((sentence) => sentence.text).join("")).toBe(text);
      for (const sentence of sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    }),
  );
  expect(
    proseSpans("2 * 3 * 4 **b** *i*").map((proseSpan) => (proseSpan.kind === "words" ? proseSpan.look : "")),
  ).toEqual(["plain", "bold", "plain", "italic"]);
});

test("a claim is found by its identifier or the end of it", () => {
  const claims = [{ id: named.claim(0) }, { id: named.claim(1) }];
  const find = claimFinder(claims);
  expect(find(named.claim(1))).toBe(claims[1]);
  expect([find(named.claim(0).slice(-8)), find(named.claim(0).slice(-8).toUpperCase()), find("ffff0")]).toEqual([
    claims[0],
    claims[0],
    null,
  ]);
});

const content: PaperContent = {
  text: "Ever so many words",
  blocks: [],
  pages: [{ label: "1", width: 1, height: 1, rotation: 0 }],
  warnings: [],
};

test("a quote that the text no longer says at its place is flagged; sections without content are left out", () => {
  const library = libraryOf([
    { actor: "A", issues: ["W +"], at: [0, 4], quote: "Ever" },
    { actor: "A", issues: ["W -"], at: [5, 7], quote: "no" },
  ]);
  const coded = allCoded(library);
  const contents = new Map([[named.paper("A paper"), content]]);
  const moved = movedClaims(coded, contents);
  expect([...moved]).toEqual([named.claim(1)]);
  const template = ReportTemplate.parse({
    name: "t",
    title: "T",
    sections: [
      { kind: "contents" },
      { kind: "issues", heading: "All" },
      { kind: "ach" },
      { kind: "notes" },
      { kind: "text", text: "Statement.[@none]" },
    ],
  });
  const tree = reportTree({
    library,
    coded,
    rows: claimRows(library, coded, contents),
    template,
    hypotheses: [],
    cited: uncited,
    moved,
    made: "2026-01-02T00:00:00Z",
    filter: "",
  });
  expect(headingsOf(tree).map(({ text, id }) => [text, id])).toEqual([
    ["All", "section-2"],
    ["W", "section-3"],
  ]);
  expect(tree.flags).toHaveLength(2);
  expect(notesOf(tree)).toEqual([]);
  expect(tree.blocks.flatMap((block) => (block.kind === "quote" ? [block.quote.moved] : []))).toEqual([false, true]);
});

/** A report of some sections over what a filter leaves. */
function reportOver(statements: Parameters<typeof libraryOf>[0], query: Query, kinds: readonly SectionKind[]) {
  const library = libraryOf(statements);
  const coded = allCoded(library).filter(matches(library, query));
  const rows = claimRows(library, coded, new Map());
  const template = ReportTemplate.parse({ name: "t", sections: kinds.map((kind) => ({ kind })) });
  const made = "2026-01-02T00:00:00Z";
  const tree = reportTree({
    library,
    coded,
    rows,
    template,
    hypotheses: [],
    cited: uncited,
    moved: new Set(),
    made,
    filter: "",
  });
  return { library, coded, tree, positions: positionRows(library, coded) };
}

const tablesOf = ({ blocks }: ReportTree): TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === "table");
const anyQuery = fc.constantFrom<Query>({}, { stance: "supports" }, { stance: "opposes" }, { actor: "A" });

test("the totals of a report are those of the query, and its tables those of the views", () => {
  fc.assert(
    fc.property(anyStatements, anyQuery, (statements, query) => {
      const { library, tree, positions } = reportOver(statements, query, ["matrix", "actors"]);
      const [byIssue, byActor] = tablesOf(tree);
      const total = (table: TableBlock | undefined) =>
        table?.foot?.[table.heads.findIndex((head) => head.toLowerCase() === "all")] ?? 0;
      expect([total(byIssue), total(byActor)]).toEqual([positions.length, positions.length]);
      const numbers = (table: TableBlock | undefined) => table?.lines.map((line) => line.slice(0, -1)) ?? [];
      const facts = (options: Partial<MatrixOptions>) =>
        matrixFacts(matrixOf(library, positions, MatrixOptions.parse(options)))
          .slice(1, -1)
          .map((line) => line.slice(0, -1));
      if (positions.length === 0) return;
      expect(numbers(byIssue)).toEqual(facts({}));
      expect(numbers(byActor)).toEqual(facts({ rows: "actor", columns: "stance" }));
    }),
    { numRuns: 40 },
  );
});

test("a report quotes every position once under its issue, every note once, and lists all of them", () => {
  fc.assert(
    fc.property(anyStatements, anyQuery, (statements, query) => {
      const { coded, tree, positions } = reportOver(statements, query, ["issues", "notes", "claims", "method"]);
      const notes = coded.filter((claim) => claim.positions.length === 0).length;
      expect(tree.blocks.filter(({ kind }) => kind === "quote")).toHaveLength(
        coded.reduce((sum, claim) => sum + claim.positions.length, 0) + notes,
      );
      expect(tablesOf(tree)[0]?.lines.length ?? 0).toBe(positions.length + notes);
      for (const block of tree.blocks)
        if (block.kind === "quote") {
          expect(block.quote.details).toContain(nameOfClaim(block.quote.claim));
          expect(block.quote.source).toMatch(/p\.\u00a0/);
        }
    }),
    { numRuns: 40 },
  );
});

test("contradictions are side by side, each with both its quotes", () => {
  const statements = [
    { actor: "A", issues: ["W +"], strength: 3 as const },
    { actor: "B", issues: ["W -", "V +"] },
  ];
  const { tree } = reportOver(statements, {}, ["contradictions"]);
  const pairs = tree.blocks.flatMap((block) => (block.kind === "pair" ? [block] : []));
  expect(pairs.map(({ title }) => title)).toEqual(["W: A against B (1 for, 1 against)"]);
  expect(pairs[0]?.sides.map(({ look, claim }) => [look, claim])).toEqual([
    ["supports", named.claim(0)],
    ["opposes", named.claim(1)],
  ]);
});
