import type { Statement } from "./library.cases.ts";

/**
 * The statements of the sample that comes with Discourse Network Analyzer (leifeld/dna, sample.dna): 40 statements of
 * seven organisations on six concepts in hearings of 2005. A line: paper, date, actor, issue, sign, how many.
 */
const lines = `1 2005-01-26 EEA economy - 2
1 2005-01-26 EEA co2 - 1
1 2005-01-26 EEA co2 + 1
3 2005-02-02 EPA legislate + 10
2 2005-02-02 Senate economy - 2
2 2005-02-02 Senate legislate + 2
2 2005-02-02 Senate co2 - 1
3 2005-02-02 EPA economy - 1
4 2005-02-10 Alliance co2 + 2
4 2005-02-10 Alliance legislate + 1
4 2005-02-10 Alliance caused + 1
5 2005-02-16 Sierra real + 1
6 2005-02-16 PIRG real + 2
5 2005-02-16 Sierra co2 + 1
5 2005-02-16 Sierra economy + 2
5 2005-02-16 Sierra caused + 1
6 2005-02-16 PIRG economy + 1
6 2005-02-16 PIRG caused + 1
5 2005-02-16 Sierra legislate + 1
6 2005-02-16 PIRG co2 + 1
6 2005-02-16 PIRG cap + 1
7 2005-02-16 Refiners economy - 2
7 2005-02-16 Refiners legislate - 2`;

export const dnaSample: readonly Statement[] = lines.split("\n").flatMap((line): Statement[] => {
  const [paper = "", date = "", actor = "", issue = "", sign = "", count = ""] = line.split(" ");
  return Array.from({ length: Number(count) }, () => ({ paper, date, actor, issues: [`${issue} ${sign}`] }));
});
