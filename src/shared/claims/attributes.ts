import type { Library } from "../model/library.ts";
import type { ClaimFacts } from "./claim-facts.ts";
import { type NamedAttribute, orderOf } from "./name-order.ts";
import { type ClaimRow, dataQuote, printRegion } from "./rows.ts";

type RowPosition = ClaimRow["positions"][number];

/** How the claims table shows an attribute. */
export type AttributeColumn = Readonly<{
  /** Its place among the columns, from 1. */
  order: number;
  /** The least width, in CSS pixels. */
  least: number;
  /** The share in the width that is left over; 0 keeps the column at its least width. */
  share: number;
  /**
   * Which columns are shown first where not all fit, from 1; left out for a column that is shown only when asked for.
   */
  rank?: number;
}>;

/**
 * The key by which claims are sorted, from their facts or from their quotes; null for a claim that has no value, which
 * comes last.
 */
export type ClaimSort =
  | Readonly<{ by: "facts"; keyOf: (library: Library) => (claim: ClaimFacts) => string | number | null }>
  | Readonly<{ by: "quote"; keyOf: (quote: string) => string }>;

/** One attribute of a claim. What a table, a data file or a filter can do with it derives from here. */
export type ClaimAttribute = Readonly<{
  column?: AttributeColumn;
  sort?: ClaimSort;
  /** The cell of a data file (CSV, XLSX), one for each position of a claim; `position` is null for a note. */
  cell?: (row: ClaimRow, position: RowPosition | null) => string | number | null;
  /** Values that a filter compares with a range, by the name of the condition. */
  ranges?: Readonly<Record<string, (annotation: ClaimFacts["annotation"]) => string | number | null>>;
  /** Days, months or years that a filter compares with a range, by the name of the condition. */
  dates?: Readonly<Record<string, (annotation: ClaimFacts["annotation"]) => string>>;
}>;

const table = {
  id: { cell: (row) => row.id },
  paper: {
    column: { order: 10, least: 130, share: 1.4, rank: 6 },
    sort: ofAnnotation("paper"),
    cell: (row) => row.paperTitle,
  },
  /** The printed page. Its order is that of papers and text, in which claims come anyway. */
  place: { column: { order: 9, least: 72, share: 0, rank: 4 }, cell: (row) => row.page },
  quote: {
    column: { order: 1, least: 230, share: 4, rank: 1 },
    // Comparing folded words is a hundred times faster than collating long quotes.
    sort: { by: "quote", keyOf: (quote) => quote.slice(0, 80).toLowerCase() },
    cell: dataQuote,
  },
  issue: {
    column: { order: 2, least: 160, share: 2.2, rank: 2 },
    sort: ofPositions("issue"),
    cell: (_, position) => position?.issue ?? "",
  },
  stance: { sort: ofPositions("stance"), cell: (_, position) => position?.stance ?? "" },
  strength: { cell: (_, position) => position?.strength ?? null },
  actor: {
    column: { order: 3, least: 112, share: 1.2, rank: 3 },
    sort: ofAnnotation("actor"),
    cell: (row) => row.actor,
  },
  certainty: {
    column: { order: 4, least: 84, share: 0, rank: 5 },
    sort: { by: "facts", keyOf: () => (claim) => claim.annotation.certainty },
    cell: (row) => row.certainty,
    ranges: { certainty: (annotation) => annotation.certainty },
  },
  grade: {
    column: { order: 5, least: 64, share: 0 },
    sort: {
      by: "facts",
      keyOf: () => (claim) => {
        const { grade } = claim.annotation;
        return grade === null ? null : `${grade.reliability}${grade.credibility}`;
      },
    },
    cell: (row) => row.grade,
    ranges: {
      reliability: (annotation) => annotation.grade?.reliability ?? null,
      credibility: (annotation) => annotation.grade?.credibility ?? null,
    },
  },
  note: { column: { order: 6, least: 140, share: 2, rank: 7 }, cell: (row) => row.note },
  coder: {
    column: { order: 7, least: 96, share: 0.4 },
    sort: ofAnnotation("coder"),
    cell: (row) => row.coder,
  },
  created: { cell: (row) => row.created, dates: { created: (annotation) => annotation.created } },
  modified: {
    column: { order: 8, least: 100, share: 0 },
    sort: { by: "facts", keyOf: () => (claim) => claim.annotation.modified },
    dates: { modified: (annotation) => annotation.modified },
  },
  start: { cell: (row) => row.start },
  end: { cell: (row) => row.end },
  /** The rectangle on a page that is marked instead of words. */
  area: { cell: (row) => (row.region === null ? null : printRegion(row.region)) },
  /** `ocr` where its words were read with OCR, else `own`. */
  text: { cell: (row) => row.text },
} as const satisfies Readonly<Record<string, ClaimAttribute>>;

/** The name of an attribute. */
export type AttributeName = keyof typeof table;

/** Attributes that have a certain part. */
export type AttributeWith<Part extends keyof ClaimAttribute> = {
  [Name in AttributeName]: (typeof table)[Name] extends Readonly<Record<Part, unknown>> ? Name : never;
}[AttributeName];

/** Every attribute of a claim, in the order of data files. */
export const claimAttributes: Readonly<Record<AttributeName, ClaimAttribute>> = table;

/** The names of the attributes that have a certain part, in the order of the table. */
export function attributesWith<Part extends keyof ClaimAttribute>(part: Part): readonly AttributeWith<Part>[] {
  const names = Object.keys(table) as AttributeName[];
  return names.filter((name): name is AttributeWith<Part> => claimAttributes[name][part] !== undefined);
}

/** The heads of a data file of claims. The printed page is called `page` there. */
export const dataHeads: readonly string[] = attributesWith("cell").map((name) => (name === "place" ? "page" : name));

/**
 * The cells of a claim for each of its positions, under `dataHeads`. A note has one line, with empty issue and stance.
 */
export function dataLines(row: ClaimRow): (string | number | null)[][] {
  const positions = row.positions.length === 0 ? [null] : row.positions;
  return positions.map((position) =>
    attributesWith("cell").map((name) => claimAttributes[name].cell?.(row, position) ?? null),
  );
}

function ofPositions(by: "issue" | "stance"): ClaimSort {
  return {
    by: "facts",
    keyOf: (library) => {
      const order = orderOf(library, by);
      return ({ positions }) => least(positions.map((position) => order.get(position[by] ?? "")));
    },
  };
}

function ofAnnotation(by: Exclude<NamedAttribute, "issue" | "stance">): ClaimSort {
  return {
    by: "facts",
    keyOf: (library) => {
      const order = orderOf(library, by);
      return ({ annotation }) => order.get(annotation[by] ?? "") ?? null;
    },
  };
}

function least(numbers: readonly (number | undefined)[]): number | null {
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}
