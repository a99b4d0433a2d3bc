import { expect, test } from "vitest";
import { apply } from "../../../../shared/change/change.ts";
import { codedIn } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { issueAt, libraryWith } from "../../../../shared/codebook/codebook.cases.ts";
import { ids } from "../../../../shared/fixtures/sample-library.cases.ts";
import type { Area, Quad } from "../../../../shared/model/annotation.ts";
import { ofPaper } from "../../../../shared/model/by-paper.ts";
import type { Library } from "../../../../shared/model/library.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import { openGeometry } from "../../geometry/geometry.ts";
import { isArray, isRef, isStream, isString, type PdfDict, type PdfObject } from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { Highlighter } from "./highlight.ts";
import { placeClaims } from "./highlights.ts";
import { handMade } from "./pdf.cases.ts";

const quad = (left: number, bottom: number, right: number, top: number): Quad => [
  left,
  top,
  right,
  top,
  left,
  bottom,
  right,
  bottom,
];

/** Three blank pages; the second has an annotation of its own. */
const pages = handMade([
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/MediaBox[0 0 400 500]>>",
  "<</Type/Page/Parent 2 0 R>>",
  "<</Type/Page/Parent 2 0 R/Annots[<</Subtype/Square/Rect[1 2 3 4]/NM(own)>>]>>",
  "<</Type/Page/Parent 2 0 R>>",
]);

/** The same areas as an edit takes them. */
const mutable = (areas: readonly Area[]) =>
  areas.map(({ page, quads }) => ({ page, quads: quads.map((quad) => [...quad]) }));

/** A library in which each claim is at its areas. */
function placedLibrary(claims: readonly (readonly string[])[], areas: readonly (readonly Area[])[]): Library {
  const plain = libraryWith(["Water", "Air", "Sea", "Land", "Fire"], claims);
  const annotations = Object.values(ofPaper(plain.annotations, ids.paper)).sort(
    (a, b) => (a.passage.ranges[0]?.start ?? 0) - (b.passage.ranges[0]?.start ?? 0),
  );
  return apply(plain, {
    edits: annotations.map((from, index) => ({
      table: "annotations",
      from,
      to: { ...from, passage: { ...from.passage, areas: mutable(areas[index] ?? []) } },
    })),
  });
}

const wordsOf = (value: PdfObject | undefined): string =>
  isString(value) ? Buffer.from(value.bytes).toString("latin1") : "";

/** The claims written on blank pages: what is said of their places, and the annotations of each page. */
function written(library: Library, colours: "stance" | "issue" = "stance") {
  const update = new PdfUpdate(new PdfSource(pages));
  const highlighter = new Highlighter(update, null);
  const coded = codedIn(library, ids.paper);
  const rows = claimRows(library, coded, new Map());
  const geometry = () => openGeometry(new Uint8Array([3, 0]));
  const labelOf = (page: number): string => ["i", "ii", "1"][page] ?? "";
  const placed = placeClaims(highlighter, { library, coded, rows, labelOf, geometry, colours, words: englishWords });
  highlighter.finish();
  const made = new PdfSource(update.finish());
  const annotations = [3, 4, 5].map((number) => {
    const all = made.resolve(made.dict({ kind: "ref", number, generation: 0 }).get("Annots"));
    return isArray(all) ? all.map((value) => made.dict(value)) : [];
  });
  return { ...placed, made, annotations, coded, ids: coded.map(({ annotation }) => annotation.id as string) };
}
const highlights = (page: readonly PdfDict[] | undefined): PdfDict[] =>
  (page ?? []).filter((pdfDict) => (pdfDict.get("Subtype") as { name?: string } | undefined)?.name === "Highlight");

test("a claim on one page is one highlight with a popup, and begins at its highest line", () => {
  const library = placedLibrary(
    [["Water supports"]],
    [[{ page: 1, quads: [quad(50, 300, 90, 312), quad(20, 285, 60, 297)] }]],
  );
  const { places, warnings, annotations, ids: claims } = written(library);
  expect([...places]).toEqual([[claims[0], { page: 1, top: 312 }]]);
  expect(warnings).toEqual([]);
  expect(annotations.map((page) => page.length)).toEqual([0, 3, 0]);
  const [own, highlight, popup] = annotations[1] ?? [];
  expect(wordsOf(own?.get("NM"))).toBe("own");
  expect(highlight?.get("QuadPoints")).toEqual([
    50, 312, 90, 312, 50, 300, 90, 300, 20, 297, 60, 297, 20, 285, 60, 285,
  ]);
  expect(highlight?.get("Rect")).toEqual([20, 285, 90, 312]);
  expect([wordsOf(highlight?.get("NM")), wordsOf(highlight?.get("T")), wordsOf(highlight?.get("Subj"))]).toEqual([
    claims[0],
    "Ada",
    "Claim",
  ]);
  expect(isRef(popup?.get("Parent"))).toBe(true);
});

test("a claim over pages is one highlight on each, with names and words that lead on", () => {
  const area = (page: number): Area => ({ page, quads: [quad(10, 10, 20, 20)] });
  const library = placedLibrary([["Water supports"]], [[area(0), { page: 1, quads: [] }, area(1), area(2)]]);
  const { places, annotations, ids: claims } = written(library);
  expect([...places.values()]).toEqual([{ page: 0, top: 20 }]);
  const all = annotations.flatMap(highlights);
  expect(all.map((pdfDict) => wordsOf(pdfDict.get("NM")))).toEqual([claims[0], `${claims[0]}-p2`, `${claims[0]}-p3`]);
  const contents = all.map((pdfDict) => wordsOf(pdfDict.get("Contents")));
  expect(contents.map((text) => text.match(/^Continued from (.*)\.$/m)?.[1])).toEqual([undefined, "p. i", "p. ii"]);
  expect(contents.map((text) => text.match(/^Continues on (.*)\.$/m)?.[1])).toEqual(["p. ii", "p. 1", undefined]);
  for (const text of contents) expect(text).toContain("Water: + supports");
});

test("a claim on no page, or on one that is not there, is named in a warning and the others are written", () => {
  const nowhere: Area = { page: 9, quads: [quad(1, 1, 2, 2)] };
  const library = placedLibrary(
    [["Water supports"], ["Air supports"], ["Sea supports"]],
    [[nowhere], [{ page: 0, quads: [] }], [{ page: 0, quads: [quad(1, 1, 9, 9)] }]],
  );
  const { places, warnings, ids: claims } = written(library);
  expect([...places.keys()]).toEqual([claims[2]]);
  expect(warnings.map(({ key }) => key)).toEqual(["export.noPlace", "export.noPlace"]);
});

test("a claim of which one page is not there begins on the first that is", () => {
  const library = placedLibrary(
    [["Water supports"]],
    [
      [
        { page: 9, quads: [quad(1, 1, 2, 2)] },
        { page: 2, quads: [quad(1, 1, 2, 70)] },
      ],
    ],
  );
  expect([...written(library).places.values()]).toEqual([{ page: 2, top: 70 }]);
});

/** The colours with which the first highlight is drawn, in their order, as `#rrggbb`. */
function inksOf(library: Library, colours: "stance" | "issue"): string[] {
  const { made, annotations } = written(library, colours);
  const [first] = highlights(annotations[0]);
  const form = made.resolve(made.dict(first?.get("AP")).get("N"));
  if (!isStream(form)) throw new Error("there is no appearance");
  const fills =
    Buffer.from(form.bytes)
      .toString("latin1")
      .match(/[\d.]+ [\d.]+ [\d.]+ rg/g) ?? [];
  return fills.map((fill) => fill.replace(" rg", ""));
}
const here: readonly Area[] = [{ page: 0, quads: [quad(10, 10, 20, 20)] }];

test("a claim has a band and a line in the colour of each of its stances, each once, at most four", () => {
  const list = inksOf(placedLibrary([["Water supports"]], [here]), "stance");
  expect(list).toHaveLength(2);
  const two = inksOf(placedLibrary([["Water supports", "Air opposes", "Sea supports"]], [here]), "stance");
  expect(two).toHaveLength(4);
  expect([two[0], two[2]]).toEqual(list);
  const five = ["supports", "opposes", "neutral", "mixed", "unclear"].map(
    (stance, index) => `${["Water", "Air", "Sea", "Land", "Fire"][index]} ${stance}`,
  );
  expect(inksOf(placedLibrary([five], [here]), "stance")).toHaveLength(8);
});

test("by issue a claim has the colours of its issues, whatever its stances", () => {
  const plain = placedLibrary([["Water supports", "Air supports"]], [here]);
  const air = plain.issues[issueAt(plain, "Air")];
  const water = plain.issues[issueAt(plain, "Water")];
  if (air === undefined || water === undefined) throw new Error("an issue is missing");
  const library = apply(plain, {
    edits: [
      { table: "issues", from: air, to: { ...air, colour: "#000000" } },
      { table: "issues", from: water, to: { ...water, colour: "#ffffff" } },
    ],
  });
  // Tints of 38 %, then the full colours of the lines.
  expect(inksOf(library, "issue")).toEqual(["1 1 1", "0.62 0.62 0.62", "1 1 1", "0 0 0"]);
  expect(inksOf(library, "stance")).toHaveLength(2);
});

test("highlights over the same words have a line each, one beside them has the first again", () => {
  const claims = [["Water supports"], ["Air supports"], ["Sea supports"]];
  const plain = placedLibrary(claims, [here, here, here]);
  const annotations = Object.values(ofPaper(plain.annotations, ids.paper));
  const spans = [
    [0, 10],
    [5, 15],
    [20, 30],
  ] as const;
  const library = apply(plain, {
    edits: annotations.map((from) => {
      const index = from.passage.ranges[0]?.start ?? 0;
      const [start, end] = spans[index] ?? [0, 1];
      const ranges = [{ start, end, quote: "x".repeat(end - start), prefix: "", suffix: "" }];
      return { table: "annotations", from, to: { ...from, passage: { ...from.passage, ranges } } };
    }),
  });
  const { made, annotations: found } = written(library);
  const lines = highlights(found[0]).map((pdfDict) => {
    const form = made.resolve(made.dict(pdfDict.get("AP")).get("N"));
    return isStream(form) ? Buffer.from(form.bytes).toString("latin1").split("\n").at(-1) : "";
  });
  expect(lines[0]).toBe(lines[2]);
  expect(lines[0]).not.toBe(lines[1]);
});
