import { type Coded, codedOne } from "../claims/claims.ts";
import { quoteOf } from "../model/annotation.ts";
import type { IssueId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Ach, AchMark, Evidence, Hypothesis } from "./ach.ts";

/**
 * An analysis of competing hypotheses about a question, with nothing in it yet; its identifier is free in the library's
 * settings.
 */
export function newAch(taken: readonly string[], question: string): Ach {
  return { id: freeId("ach", taken), question, hypotheses: [], evidence: [], marks: {} };
}

/** One hypothesis more; marks follow the claims on its issue, when it has one. */
export function withHypothesis(ach: Ach, name: string, issue: IssueId | null = null): Ach {
  const id = freeId(
    "h",
    ach.hypotheses.map((hypothesis) => hypothesis.id),
  );
  return { ...ach, hypotheses: [...ach.hypotheses, { id, name, issue }] };
}

/** A hypothesis with some fields changed. */
export function updateHypothesis(ach: Ach, id: string, part: Partial<Omit<Hypothesis, "id">>): Ach {
  return {
    ...ach,
    hypotheses: ach.hypotheses.map((hypothesis) => (hypothesis.id === id ? { ...hypothesis, ...part } : hypothesis)),
  };
}

/** Without a hypothesis and its marks. */
export function withoutHypothesis(ach: Ach, id: string): Ach {
  const marks = Object.fromEntries(Object.entries(ach.marks).filter(([key]) => !key.endsWith(`:${id}`)));
  return { ...ach, marks, hypotheses: ach.hypotheses.filter((hypothesis) => hypothesis.id !== id) };
}

/** Each claim as one piece of evidence in its own words; claims that are evidence already are skipped. */
export function withEvidence(ach: Ach, coded: readonly Coded[]): Ach {
  const there = new Set<string>(ach.evidence.flatMap(({ claims }) => claims));
  const fresh = coded.filter(({ annotation }) => !there.has(annotation.id));
  return fresh.reduce(
    (made, { annotation }) => withLine(made, quoteOf(annotation.passage).slice(0, 2000), [annotation.id]),
    ach,
  );
}

/** One piece of evidence in words, resting on some claims or on none. */
export function withLine(ach: Ach, text: string, claims: Evidence["claims"] = []): Ach {
  const id = freeId(
    "e",
    ach.evidence.map((evidence) => evidence.id),
  );
  return {
    ...ach,
    evidence: [...ach.evidence, { id, text, claims, credibility: "medium", relevance: "medium" }],
  };
}

/** A piece of evidence with some fields changed. */
export function updateEvidence(ach: Ach, id: string, part: Partial<Omit<Evidence, "id">>): Ach {
  return {
    ...ach,
    evidence: ach.evidence.map((evidence) => (evidence.id === id ? { ...evidence, ...part } : evidence)),
  };
}

/** Without a piece of evidence and its marks. */
export function withoutEvidence(ach: Ach, id: string): Ach {
  const marks = Object.fromEntries(Object.entries(ach.marks).filter(([key]) => !key.startsWith(`${id}:`)));
  return { ...ach, marks, evidence: ach.evidence.filter((evidence) => evidence.id !== id) };
}

/** A mark set by hand; null gives the place back to the claims. */
export function withMark(ach: Ach, evidence: string, hypothesis: string, mark: AchMark | null): Ach {
  const { [`${evidence}:${hypothesis}`]: _before, ...rest } = ach.marks;
  return { ...ach, marks: mark === null ? rest : { ...rest, [`${evidence}:${hypothesis}`]: mark } };
}

/**
 * What a key makes of a mark: `+` and `-` once, and twice for strong; `0` neutral; Delete gives it back to the claims
 * (null). Null for other keys.
 */
export function markByKey(key: string): ((before: AchMark) => AchMark | null) | null {
  if (key === "+" || key === "=") return (before) => (before === "C" ? "CC" : "C");
  if (key === "-" || key === "−") return (before) => (before === "I" ? "II" : "I");
  if (key === "0" || key === "n") return () => "N";
  return key === "Delete" || key === "Backspace" ? () => null : null;
}

/** The mark after this one, for those who click. */
export function nextMark(mark: AchMark): AchMark {
  const order: readonly AchMark[] = ["N", "C", "CC", "I", "II"];
  return order[(order.indexOf(mark) + 1) % order.length] ?? "N";
}

/** The claims behind a piece of evidence that are still in the library. */
export function linkedClaims(library: Library, { claims }: Evidence): Coded[] {
  return claims.flatMap((claim) => {
    const paper = Object.values(library.papers).find(({ id }) => codedOne(library, id, claim) !== null);
    const found = paper === undefined ? null : codedOne(library, paper.id, claim);
    return found === null ? [] : [found];
  });
}

function freeId(letter: string, taken: readonly string[]): string {
  const known = new Set(taken);
  for (let number = taken.length + 1; ; number++) if (!known.has(`${letter}${number}`)) return `${letter}${number}`;
}
