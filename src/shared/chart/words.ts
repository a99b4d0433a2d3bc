/** The words a picture needs besides the names in the library. */
export type ChartWords = Readonly<{
  all: string;
  /** Over the axis from opposition to support. */
  mean: string;
  supports: string;
  opposes: string;
  other: string;
  positions: string;
  agrees: string;
  conflicts: string;
  speaks: string;
  /** Before the name of the busiest of a camp. */
  camp: string;
  issue: string;
  noTies: string;
  inconsistency: string;
  diagnosticity: string;
  polarisation: string;
  /** The share of ties that two camps explain. */
  balance: string;
}>;

/** English words, as reports and files have them. */
export const chartWords: ChartWords = {
  all: "all",
  mean: "mean",
  supports: "supports",
  opposes: "opposes",
  other: "other",
  positions: "positions",
  agrees: "agree",
  conflicts: "conflict",
  speaks: "speak on the same",
  camp: "around",
  issue: "issue",
  noTies: "without ties:",
  inconsistency: "inconsistency",
  diagnosticity: "tells apart",
  polarisation: "polarisation",
  balance: "explained by two camps",
};
