import { z } from "zod";
import type { Edit } from "../change/edit.ts";
import { allCoded } from "../claims/claims.ts";
import { AnnotationId, IssueId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { type PositionRow, positionRows } from "./table.ts";

/**
 * How evidence bears on a hypothesis: strongly consistent, consistent, neutral or not applicable, inconsistent,
 * strongly inconsistent.
 */
export const AchMark = z.enum(["CC", "C", "N", "I", "II"]);
export type AchMark = z.infer<typeof AchMark>;

const Level = z.enum(["low", "medium", "high"]);
const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** One of the answers that compete. */
export const Hypothesis = z.strictObject({
  id: Id,
  name: z.string().min(1).max(300),
  /** The issue whose support speaks for this hypothesis; marks are filled from claims on it and on what is under it. */
  issue: IssueId.nullable(),
});
export type Hypothesis = Readonly<z.infer<typeof Hypothesis>>;

/** What bears on the hypotheses: words, the claims behind them, and how much it is worth. */
export const Evidence = z.strictObject({
  id: Id,
  text: z.string().min(1).max(2000),
  /** The claims it rests on. */
  claims: z.array(AnnotationId).max(200),
  credibility: Level,
  relevance: Level,
});
export type Evidence = Readonly<z.infer<typeof Evidence>>;

/**
 * Competing hypotheses about one question (Heuer 1999, Psychology of Intelligence Analysis, chapter 8). Marks are keyed
 * `evidence:hypothesis`; none is N.
 */
export const Ach = z.strictObject({
  id: Id,
  question: z.string().min(1).max(1000),
  hypotheses: z.array(Hypothesis).max(20),
  evidence: z.array(Evidence).max(1000),
  marks: z.record(z.string().max(130), AchMark),
});
export type Ach = Readonly<z.infer<typeof Ach>>;

const points: Readonly<Record<AchMark, number>> = { CC: 2, C: 1, N: 0, I: -1, II: -2 };
const factors = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 } as const;

/** How a hypothesis fares against all evidence. */
export type HypothesisScore = Readonly<{
  id: string;
  /** Σ weight × points of the inconsistent marks, 0 or less. The hypothesis nearest to 0 is the least refuted. */
  inconsistency: number;
  /** Counts of marks. */
  marks: Readonly<Record<AchMark, number>>;
}>;
/** What a piece of evidence weighs, and what it tells apart. */
export type EvidenceScore = Readonly<{
  id: string;
  weight: number;
  /** Standard deviation of its points over the hypotheses, 0 to 2: 0 does not discriminate at all. */
  diagnosticity: number;
  /**
   * The hypotheses that lead when this evidence is left out; the same as `leading` when it does not carry the
   * conclusion.
   */
  without: readonly string[];
  /** Whether leaving it out changes who leads. */
  carries: boolean;
}>;
/** The scores of all hypotheses and evidence, in their order. */
export type AchResult = Readonly<{
  hypotheses: readonly HypothesisScore[];
  evidence: readonly EvidenceScore[];
  /** The least refuted hypotheses; several when they are level. */
  leading: readonly string[];
  /** How far the next one is behind; null with fewer than two, or when all are level. */
  margin: number | null;
}>;

/**
 * The arithmetic of competing hypotheses. Weight of evidence = f(credibility) f(relevance) with f(low) = 1/√2,
 * f(medium) = 1, f(high) = √2; points CC 2, C 1, N 0, I -1, II -2. Inconsistency of h = Σ_e weight(e) min(0, points(e,
 * h)): only what speaks against counts (Heuer 1999, chapter 8, step 5; weights after the ACH programme of PARC, 2005).
 * Sensitivity: each piece of evidence is left out once and the leaders compared.
 */
export function achResult(ach: Ach): AchResult {
  const score = (hypothesis: Hypothesis, leftOut?: string): number =>
    ach.evidence.reduce(
      (sum, evidence) =>
        evidence.id === leftOut
          ? sum
          : sum + weightOf(evidence) * Math.min(0, points[achMarkOf(ach, evidence.id, hypothesis.id)]),
      0,
    );
  const leaders = (leftOut?: string): string[] => {
    const scores = ach.hypotheses.map((hypothesis) => ({ id: hypothesis.id, score: score(hypothesis, leftOut) }));
    const best = Math.max(...scores.map((score) => score.score));
    return scores.filter((score) => best - score.score < 1e-9).map((score) => score.id);
  };
  const leading = leaders();
  const behind = ach.hypotheses.filter(({ id }) => !leading.includes(id)).map((hypothesis) => score(hypothesis));
  const best = ach.hypotheses.find(({ id }) => id === leading[0]);
  return {
    hypotheses: ach.hypotheses.map((hypothesis) => ({
      id: hypothesis.id,
      // Adding 0 makes a plain 0 of -0.
      inconsistency: score(hypothesis) + 0,
      marks: countsOf(ach.evidence.map(({ id }) => achMarkOf(ach, id, hypothesis.id))),
    })),
    evidence: ach.evidence.map((evidence) => {
      const without = leaders(evidence.id);
      const marks = ach.hypotheses.map(({ id }) => points[achMarkOf(ach, evidence.id, id)]);
      const carries = without.join() !== leading.join();
      return { id: evidence.id, weight: weightOf(evidence), diagnosticity: deviation(marks), without, carries };
    }),
    leading,
    margin: behind.length === 0 || best === undefined ? null : score(best) - Math.max(...behind),
  };
}

/** The mark of a piece of evidence for a hypothesis. */
export function achMarkOf(ach: Ach, evidence: string, hypothesis: string): AchMark {
  return ach.marks[`${evidence}:${hypothesis}`] ?? "N";
}

/**
 * Marks read from the claims behind the evidence: a position on the hypothesis's issue (or under it) that supports it
 * gives C, one that opposes it I, doubled (CC, II) at strength 3; claims that disagree give N. Marks already set stay.
 */
export function filledMarks(ach: Ach, rows: readonly PositionRow[], library: Library): Ach["marks"] {
  const byClaim = Map.groupBy(rows, (row) => row.claim);
  const marks: Record<string, AchMark> = {};
  for (const { id, issue } of ach.hypotheses) {
    if (issue === null) continue;
    const wanted = under(library, issue);
    for (const evidence of ach.evidence) {
      const own = evidence.claims
        .flatMap((claim) => byClaim.get(claim) ?? [])
        .filter((row) => wanted.has(row.issue) && row.polarity !== null);
      const signs = new Set(own.map((row) => row.polarity).filter((polarity) => polarity !== 0));
      if (own.length === 0) continue;
      const strong = own.some((row) => row.strength === 3 && row.polarity !== 0);
      const [sign] = signs.size === 1 ? signs : [0];
      marks[`${evidence.id}:${id}`] = sign === 1 ? (strong ? "CC" : "C") : sign === -1 ? (strong ? "II" : "I") : "N";
    }
  }
  return { ...marks, ...ach.marks };
}

/** An analysis with the marks that its claims give where none was set by hand. */
export function filledIn(library: Library, ach: Ach): Ach {
  const wanted = new Set<string>(ach.evidence.flatMap(({ claims }) => claims));
  const coded = allCoded(library).filter(({ annotation }) => wanted.has(annotation.id));
  return { ...ach, marks: filledMarks(ach, positionRows(library, coded), library) };
}

const prefix = "ach.";

/**
 * The library's analyses of competing hypotheses, by question; what is not one (a setting of a later version) is passed
 * over.
 */
export function achsOf(library: Library): Ach[] {
  return Object.values(library.settings)
    .filter(({ key }) => key.startsWith(prefix))
    .flatMap(({ value }) => {
      const read = Ach.safeParse(value);
      return read.success ? [read.data] : [];
    })
    .sort((a, b) => a.question.localeCompare(b.question));
}

/** The edit that keeps an analysis, or with null removes the one of that identifier. */
export function achEdit(library: Library, id: string, ach: Ach | null): Edit {
  const key = `${prefix}${id}`;
  return { table: "settings", from: library.settings[key] ?? null, to: ach === null ? null : { key, value: ach } };
}

function weightOf({ credibility, relevance }: Evidence): number {
  return factors[credibility] * factors[relevance];
}

function countsOf(marks: readonly AchMark[]): Record<AchMark, number> {
  const counts = { CC: 0, C: 0, N: 0, I: 0, II: 0 };
  for (const mark of marks) counts[mark]++;
  return counts;
}

/** Population standard deviation. */
function deviation(numbers: readonly number[]): number {
  const mean = numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / Math.max(1, numbers.length));
}

function under(library: Library, root: IssueId): Set<string> {
  const found = new Set<string>([root]);
  const children = Map.groupBy(Object.values(library.issues), (issue) => issue.parent);
  const visit = (id: IssueId): void => {
    for (const child of children.get(id) ?? [])
      if (!found.has(child.id)) {
        found.add(child.id);
        visit(child.id);
      }
  };
  visit(root);
  return found;
}
