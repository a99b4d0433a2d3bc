import { citedPapers } from "../src/main/services/export/report/csl.ts";
import { citingWork } from "../src/main/services/export/report/csl-item.ts";
import { libraryOf, named } from "../src/shared/analysis/library.cases.ts";
import { allCoded } from "../src/shared/claims/claims.ts";
import { claimRows } from "../src/shared/claims/rows.ts";
import type { ReportInput } from "../src/shared/report/build.ts";
import { builtIn, ReportTemplate } from "../src/shared/report/template.ts";

const scripts = ["پانی سب کا حق ہے", "水是大家的", "Вода общая", "Water belongs to all", "המים של כולם"];

/** What `count` claims in 97 papers say, in five scripts, and what a report of all sections is made from. */
export function reportInput(count: number): Readonly<{ input: ReportInput; quotes: readonly string[] }> {
  const claims = Array.from({ length: count }, (_, index) => ({
    actor: `Actor ${index % 37}`,
    issues: [
      `Issue ${index % 11}/Part ${index % 5} ${["+", "-", "0", "~"][index % 4]}`,
      ...(index % 9 === 0 ? ["Other +"] : []),
    ],
    paper: `Paper ${index % 97}`,
    date: `20${10 + (index % 12)}`,
    quote: `${scripts[index % 5]} (${index})`,
    certainty: (1 + (index % 5)) as 1 | 2 | 3 | 4 | 5,
  }));
  const library = libraryOf(claims);
  const coded = allCoded(library);
  const papers = coded.map(({ annotation }) => annotation.paper);
  const input: ReportInput = {
    library,
    coded,
    rows: claimRows(library, coded, new Map()),
    hypotheses: [],
    cited: citedPapers(citingWork(library, papers, "chicago-notes")),
    template: ReportTemplate.parse({
      ...builtIn[1],
      style: "chicago-notes",
      title: "The gate",
      sections: [{ kind: "text", text: `Said.[@${named.claim(0)}]` }, ...(builtIn[1]?.sections ?? [])],
    }),
    moved: new Set(),
    made: "2026-01-02T03:04:05Z",
    filter: "",
  };
  return { input, quotes: claims.map(({ quote }) => quote) };
}
