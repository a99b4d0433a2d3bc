import { inEnglish, message, printMessage, type SpokenLanguage } from "../messages/message.ts";

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
  /** How many positions are on the issues under one. */
  under: (count: number) => string;
}>;

/** These words in a language. */
export function chartWordsIn(language: SpokenLanguage): ChartWords {
  const word = (key: Exclude<keyof ChartWords, "mean" | "under">): string =>
    printMessage(message(`chart.${key}`), language);
  return {
    all: word("all"),
    mean: printMessage(message("facts.mean"), language),
    supports: word("supports"),
    opposes: word("opposes"),
    other: word("other"),
    positions: word("positions"),
    agrees: word("agrees"),
    conflicts: word("conflicts"),
    speaks: word("speaks"),
    camp: word("camp"),
    issue: word("issue"),
    noTies: word("noTies"),
    inconsistency: word("inconsistency"),
    diagnosticity: word("diagnosticity"),
    polarisation: word("polarisation"),
    balance: word("balance"),
    under: (count) => printMessage(message("chart.under", { count }), language),
  };
}

/** English words. */
export const chartWords = chartWordsIn(inEnglish);
