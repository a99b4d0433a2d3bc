import type { ActorId, AnnotationId, IssueId, PaperId } from "../model/ids.ts";
import type { PositionRow } from "./table.ts";

/** `turn`: one actor on both sides. `dispute`: two actors. `paper`: both sides in one paper. */
export type ContradictionKind = "turn" | "dispute" | "paper";

/** One side of a contradiction: a claim and who holds it. */
export type ContradictionSide = Readonly<{
  claim: AnnotationId;
  paper: PaperId;
  actor: ActorId | null;
  date: string | null;
}>;

/** Two claims that take opposite sides on one issue; `for` and `against` count all the claims on each side. */
export type Contradiction = Readonly<{
  kind: ContradictionKind;
  issue: IssueId;
  /** The weightiest claim for, and against. */
  supports: ContradictionSide;
  opposes: ContradictionSide;
  /** Number of claims for and against that it rests on; their product is the number of contradicting pairs. */
  for: number;
  against: number;
  /** Weight of the two claims shown, 0 to 1: (strength / 3)(certainty / 5) of one times that of the other. */
  score: number;
}>;

/**
 * Claims of opposite polarity on the same issue, gathered by actor (turn), by two actors (dispute) or by paper. Each is
 * shown by its weightiest claim on either side: weight = strength / 3 × certainty / 5, where strength not given counts
 * 2 and certainty 3; of equals the later date, then the earlier place. Ranked by score, then by number of pairs. `most`
 * limits each kind.
 */
export function contradictionsOf(rows: readonly PositionRow[], most = 500): Contradiction[] {
  const signed = rows.filter((row) => row.polarity === 1 || row.polarity === -1);
  const found = [...Map.groupBy(signed, (row) => row.issue)].flatMap(([issue, rowsOfIssue]) => {
    const camps = campsBy(rowsOfIssue, (row) => row.actor ?? "");
    const named = [...camps].filter(([actor]) => actor !== "").map(([, camp]) => camp);
    return [
      ...named.flatMap((camp) => meeting("turn", issue, camp, camp)),
      ...disputes(issue, named),
      ...[...campsBy(rowsOfIssue, (row) => row.paper).values()].flatMap((camp) => meeting("paper", issue, camp, camp)),
    ];
  });
  const kept = [...Map.groupBy(found, (contradiction) => contradiction.kind).values()].flatMap((list) =>
    list.sort(rank).slice(0, most),
  );
  return kept.sort(rank);
}

type Best = Readonly<{ row: PositionRow; weight: number; count: number }>;
type Camp = { 1: Best | null; "-1": Best | null };

function campsBy(rows: readonly PositionRow[], key: (row: PositionRow) => string): Map<string, Camp> {
  const camps = new Map<string, Camp>();
  for (const row of rows) {
    const camp = camps.get(key(row)) ?? { 1: null, "-1": null };
    camps.set(key(row), camp);
    const side = row.polarity === 1 ? 1 : "-1";
    const before = camp[side];
    const weight = weightOf(row);
    const better =
      before === null ||
      weight > before.weight ||
      (weight === before.weight && (row.date ?? "") > (before.row.date ?? ""));
    camp[side] = { ...(better ? { row, weight } : before), count: (before?.count ?? 0) + 1 };
  }
  return camps;
}

/** The weight of a claim, 0 to 1. */
export function weightOf({ strength, certainty }: PositionRow): number {
  return ((strength ?? 2) * (certainty ?? 3)) / 15;
}

function disputes(issue: IssueId, camps: readonly Camp[]): Contradiction[] {
  const supporters = camps.filter((camp) => camp[1] !== null);
  const opponents = camps.filter((camp) => camp["-1"] !== null);
  return supporters.flatMap((supporter) =>
    opponents.flatMap((two) => (supporter === two ? [] : meeting("dispute", issue, supporter, two))),
  );
}

function meeting(kind: ContradictionKind, issue: IssueId, camp: Camp, two: Camp): Contradiction[] {
  const supports = camp[1];
  const opposes = two["-1"];
  if (supports === null || opposes === null) return [];
  const score = supports.weight * opposes.weight;
  return [
    {
      kind,
      issue,
      supports: sideOf(supports),
      opposes: sideOf(opposes),
      for: supports.count,
      against: opposes.count,
      score,
    },
  ];
}

function sideOf({ row: { claim, paper, actor, date } }: Best): ContradictionSide {
  return { claim, paper, actor, date };
}

function rank(a: Contradiction, b: Contradiction): number {
  return (
    b.score - a.score ||
    b.for * b.against - a.for * a.against ||
    (a.supports.claim + a.opposes.claim < b.supports.claim + b.opposes.claim ? -1 : 1)
  );
}
