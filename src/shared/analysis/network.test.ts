import fc from "fast-check";
import { expect, test } from "vitest";
import { agreementsIn } from "./agreements.cases.ts";
import { dnaSample } from "./dna-sample.cases.ts";
import { timeWindows, withoutDuplicates } from "./duplicates.ts";
import { edgeTable, graphml, networkTable } from "./graph-files.ts";
import { libraryOf, named, rowsIn, type Statement } from "./library.cases.ts";
import { MatrixOptions, matrixOf } from "./matrix.ts";
import { type Network, NetworkOptions, networkOf } from "./network.ts";
import { dissent, polarisationOf } from "./polarisation.ts";
import { anyStatements } from "./said.cases.ts";

/** The camps of two networks. */
const campsOf = (congruence: Network, conflict: Network) => polarisationOf(agreementsIn(congruence, conflict));

type Options = Partial<NetworkOptions>;
const make = (statements: readonly Statement[], options: Options = {}): Network => {
  const library = libraryOf(statements);
  return networkOf(library, rowsIn(library), NetworkOptions.parse({ normalisation: "none", ...options }));
};
const weight = (network: Network, a: string, b: string): number => {
  const [actor, two] = [named.actor(a), named.actor(b)];
  const fits = ({ source, target }: { source: string; target: string }): boolean =>
    (source === actor && target === two) || (source === two && target === actor);
  return network.ties.find(fits)?.weight ?? 0;
};
const sum = (network: Network): number => network.ties.reduce((all, tie) => all + tie.weight, 0);

/**
 * Sums over both triangles, as DNA prints them, and the tie that its manual works out by hand (chapter on exporting
 * networks).
 */
test.each([
  ["cooccurrence", 276, 7],
  ["congruence", 160, 2],
  ["conflict", 116, 5],
  ["subtract", 44, -3],
] as const)("DNA's sample: the %s network sums to %d; Senate and Sierra Club %d", (tie, total, senate) => {
  const network = make(dnaSample, { tie });
  expect(network.nodes).toHaveLength(7);
  expect(2 * sum(network)).toBe(total);
  expect(weight(network, "Senate", "Sierra")).toBe(senate);
});

/** What the tests of DNA's R package expect of its sample (rDNA/tests/testthat/test-network.R), qualifier ignored. */
test("DNA's sample as two-mode and one-mode network of counts", () => {
  const library = libraryOf(dnaSample);
  const matrix = matrixOf(library, rowsIn(library), MatrixOptions.parse({ rows: "actor", columns: "issue" }));
  expect([matrix.lines.length, matrix.columns.length, matrix.total]).toEqual([7, 6, 40]);
  expect(matrix.lines.flatMap(({ counts }) => counts).filter((count) => count > 0)).toHaveLength(22);
  const network = make(dnaSample, { tie: "cooccurrence" });
  expect([network.nodes.length, network.ties.length]).toEqual([7, 21]);
  expect([weight(network, "EPA", "Alliance"), weight(network, "EPA", "EEA")]).toEqual([10, 2]);
});

/**
 * The manual, section Duplicates: across the date range every cell is 1 but for the actor who says both yes and no to
 * one concept.
 */
test("DNA's sample without duplicates across the range", () => {
  const library = libraryOf(dnaSample);
  const rows = withoutDuplicates(rowsIn(library), "all");
  const { lines } = matrixOf(library, rows, MatrixOptions.parse({ rows: "actor", columns: "issue" }));
  const twice = lines.filter(({ counts }) => counts.includes(2));
  expect(twice.map(({ name }) => name)).toEqual(["EEA"]);
  expect(Math.max(...lines.flatMap(({ counts }) => counts))).toBe(2);
});

test("DNA's sample as an affiliation network: seven actors, six issues, 40 statements", () => {
  const network = make(dnaSample, { tie: "affiliation" });
  expect(network.nodes.filter(({ kind }) => kind === "issue")).toHaveLength(6);
  expect(network.nodes.reduce((all, { activity }) => all + activity, 0)).toBe(80);
  const refiners = network.ties.filter(({ source }) => source === named.actor("Refiners"));
  expect(refiners.map((tie) => tie.weight)).toEqual([-2, -2]);
});

/** Senate has 5 statements, Sierra Club 6; congruence 2; Jaccard's divisor 3 + 5 + 2. */
test.each([
  ["average", 2 / 5.5],
  ["jaccard", 2 / 10],
  ["cosine", 2 / 30],
] as const)("normalised by %s after the manual's formula", (normalisation, expected) => {
  expect(weight(make(dnaSample, { normalisation }), "Senate", "Sierra")).toBeCloseTo(expected, 12);
});

test("degrees of agreement: neutral is half-way, or is left out", () => {
  const statements: Statement[] = [
    { actor: "A", issues: ["W +"] },
    { actor: "B", issues: ["W 0"] },
    { actor: "C", issues: ["W ?"] },
  ];
  expect(weight(make(statements, { tie: "congruence" }), "A", "B")).toBe(0.5);
  expect(weight(make(statements, { tie: "conflict" }), "A", "B")).toBe(0.5);
  expect(weight(make(statements, { tie: "congruence", middle: "leave out" }), "A", "B")).toBe(0);
  expect(make(statements).leftOut).toBe(1);
  expect(make(statements, { isolates: false, threshold: 0.6 }).nodes).toEqual([]);
});

test("issues are joined by actors who say the same on both", () => {
  const statements: Statement[] = [
    { actor: "A", issues: ["W +", "R +"] },
    { actor: "B", issues: ["W +", "R -"] },
  ];
  expect(make(statements, { nodes: "issue", tie: "congruence" }).ties.map((tie) => tie.weight)).toEqual([1]);
  expect(make(statements, { nodes: "issue", tie: "conflict" }).ties.map((tie) => tie.weight)).toEqual([1]);
});

test("congruence and conflict are symmetric, sum to co-occurrence, and no tie joins a node to itself", () => {
  fc.assert(
    fc.property(anyStatements, (statements) => {
      const signed = statements.map((claim) => ({
        ...claim,
        issues: claim.issues.filter((issue) => !/[?.]$/.test(issue)),
      }));
      const [congruence, conflict, all] = (["congruence", "conflict", "cooccurrence"] as const).map((tie) =>
        make(signed, { tie }),
      );
      if (congruence === undefined || conflict === undefined || all === undefined) throw new Error("three networks");
      expect(sum(congruence) + sum(conflict)).toBeCloseTo(sum(all), 9);
      for (const network of [congruence, conflict]) {
        const [, ...lines] = networkTable(network);
        lines.forEach((line, row) => {
          expect(line[row + 1]).toBe(0);
          lines.forEach((other, column) => {
            expect(line[column + 1]).toBe(other[row + 1]);
          });
        });
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["include", 40],
  ["paper", 23],
  ["week", 23],
  ["year", 23],
  ["all", 23],
] as const)("duplicates within: %s", (duplicates, left) => {
  expect(withoutDuplicates(rowsIn(libraryOf(dnaSample)), duplicates)).toHaveLength(left);
});

test("time windows move over the dated positions and lose none between them", () => {
  const rows = rowsIn(libraryOf(dnaSample));
  const windows = timeWindows(rows, 7, 7, "paper");
  expect(windows.map((window) => window.rows.length)).toEqual([4, 16, 4, 16]);
  expect(timeWindows(rows, 22, 1, "paper").map((window) => window.rows.length)).toEqual([40]);
  expect(timeWindows([], 7, 7, "paper")).toEqual([]);
});

test("two camps: who agrees is together, and polarisation is 1 when all is agreement within and conflict across", () => {
  const statements: Statement[] = [
    { actor: "A", issues: ["W +", "R +"] },
    { actor: "B", issues: ["W +"] },
    { actor: "C", issues: ["W -"] },
  ];
  const found = campsOf(make(statements, { tie: "congruence" }), make(statements, { tie: "conflict" }));
  expect(["A", "B", "C"].map((name) => found.camps[named.actor(name)])).toSatisfy(
    ([a, b, c]: number[]) => a === b && a !== c,
  );
  expect(found).toMatchObject({ agreementWithin: 1 / 3, conflictAcross: 2 / 3, balance: 1 });
  expect(found.polarisation).toBeCloseTo(8 / 9, 12);
  const claims = statements.slice(0, 2);
  expect(campsOf(make(claims), make(claims, { tie: "conflict" })).polarisation).toBe(0);
});

test.each([
  [["W +", "W +"], 0],
  [["W +", "W -"], 1],
  [["W +", "W 0"], 0.5],
  [["W +", "W 0", "W -"], 2 / 3],
  [["W ?"], null],
] as const)("dissent over %j is %j (Leik's D)", (issues, expected) => {
  const found = dissent(rowsIn(libraryOf([{ actor: "A", issues: [...issues] }])));
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 12);
});

test("the files of a network: GraphML, matrix, list of ties", () => {
  const network = make([
    { actor: "A & <B>", issues: ["W +"] },
    { actor: "C", issues: ["W +"] },
  ]);
  expect(graphml(network)).toContain('<data key="name">A &#38; &#60;B&#62;</data>');
  expect(graphml(network).match(/<edge /g)).toHaveLength(1);
  expect(networkTable(network)).toEqual([
    ["", "A & <B>", "C"],
    ["A & <B>", 0, 1],
    ["C", 1, 0],
  ]);
  expect(edgeTable(network)).toEqual([
    ["source", "target", "weight"],
    ["A & <B>", "C", 1],
  ]);
});
