/** The analysis views. */
export const analysis = {
  "analysis.name": "Analysis",
  "analysis.matrix": "Issues",
  "analysis.actors": "Actors",
  "analysis.timeline": "Timeline",
  "analysis.network": "Network",
  "analysis.contradictions": "Contradictions",
  "analysis.ach": "Hypotheses",
  "analysis.as.svg": "SVG",
  "analysis.as.png": "PNG",
  "analysis.as.csv": "Data (CSV)",
  "analysis.table": "The same as a table",
  "analysis.passages": "{count, plural, one {# passage} other {# passages}} behind this mark",
  "analysis.close": "Close the passages",
  "analysis.nothing": "There is nothing to show yet.",
  "analysis.none": "No competing hypotheses are kept in this library yet.",
  "analysis.keep": "Keep as a file",
} as const;
