import {
  type Analysis,
  type AnalysisInput,
  type AnalysisRequest,
  analyse,
  type FoundAnalysis,
  needsPlaces,
} from "../../../shared/analysis/analyse.ts";
import { analysisFacts, type Facts } from "../../../shared/analysis/facts.ts";
import { type FoundPassage, talliesOf, worded } from "../../../shared/analysis/found.ts";
import { graphml } from "../../../shared/analysis/graph-files.ts";
import { packRows } from "../../../shared/analysis/packed.ts";
import { passagesOf } from "../../../shared/analysis/passages.ts";
import { type ClaimExtents, placesOf } from "../../../shared/analysis/places.ts";
import { positionRows } from "../../../shared/analysis/table.ts";
import { allCoded, type Coded } from "../../../shared/claims/claims.ts";
import type { AnalysisFormat, Arguments, ExportedFile } from "../../../shared/contract/workbench.ts";
import { matches } from "../../../shared/filter/query.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { writeCsv } from "../files/csv.ts";
import type { FileLibrary } from "../store/library.ts";
import type { PaperFiles } from "../store/paper-files.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Jobs } from "../workers/jobs.ts";

type Parts = Readonly<{ files: PaperFiles; jobs: Jobs }>;

/** Up to this many positions an analysis is quicker than the way to a worker. */
const few = 5000;

/** The answer to a request over the claims a query means. */
export async function makeAnalysis(
  { library }: Pick<FileLibrary, "library">,
  { files, jobs }: Parts,
  { request, query, job }: Arguments<"analyse">,
): Promise<Analysis> {
  const coded = allCoded(library).filter(matches(library, query ?? {}));
  if (request.kind === "passages") return foundPassages(library, { files, jobs }, coded, { request, job });
  const rows = positionRows(library, coded);
  const wanted = new Set(rows.map((row) => row.paper));
  const places = needsPlaces(request) ? await placesFor({ files, jobs }, wanted, job) : new Map<string, ClaimExtents>();
  if (rows.length <= few || request.kind === "ach") return analyse(library, rows, request, places);
  const input: AnalysisInput = {
    library: { ...library, annotations: {}, positions: {}, relations: {} },
    rows: packRows(rows),
    request,
    places,
  };
  return jobs.run(job, (signal, onProgress) => runTask("analyse", input, { signal, onProgress }));
}

const mimes = { csv: "text/csv", matrix: "text/csv", json: "application/json", graphml: "application/graphml+xml" };

/** An analysis as a finished file. Throws `invalid` for a form the analysis does not have, `missing` for competing hypotheses that are not there. */
export async function exportAnalysis(
  store: Pick<FileLibrary, "library">,
  parts: Parts,
  { format, ...args }: Arguments<"exportAnalysis">,
): Promise<ExportedFile> {
  const analysis = await makeAnalysis(store, parts, args);
  if (analysis.kind === "ach" && analysis.ach === null)
    throw new WorkbenchError("missing", message("analysis.achMissing"));
  const text = written(store.library, analysis, format);
  return {
    name: `${analysis.kind}.${format === "matrix" ? "csv" : format}`,
    mime: mimes[format],
    bytes: new TextEncoder().encode(text),
    annotations: allCoded(store.library).filter(matches(store.library, args.query ?? {})).length,
    warnings: [],
  };
}

function written(library: Library, analysis: Analysis, format: AnalysisFormat): string {
  if (format === "json") return `${JSON.stringify({ format: 1, ...analysis }, null, 2)}\n`;
  if (format === "csv") return factsCsv(analysisFacts(library, analysis));
  if (analysis.kind !== "network") throw new WorkbenchError("invalid", message("analysis.onlyNetwork"));
  return format === "graphml" ? graphml(analysis.network) : factsCsv(analysisFacts(library, analysis, true));
}

/** A table as CSV with a byte order mark. */
export function factsCsv(facts: Facts): string {
  return writeCsv(facts, { mark: true });
}

/** The passages that a query means; those that are listed with their words and pages. */
async function foundPassages(
  library: Library,
  parts: Parts,
  coded: readonly Coded[],
  { request, job }: Readonly<{ request: Extract<AnalysisRequest, { kind: "passages" }>; job: string | undefined }>,
): Promise<FoundAnalysis> {
  const wanted = new Set(coded.map(({ annotation }) => annotation.paper));
  const places = needsPlaces(request) ? await placesFor(parts, wanted, job) : new Map<string, ClaimExtents>();
  const found = passagesOf(library, coded, request.query, places);
  const shown: FoundPassage[] = [];
  for (const one of found.slice(0, request.most))
    shown.push(worded(library, one, await parts.files.content(one.paper)));
  const claims = new Set(found.flatMap((one) => one.claims)).size;
  return {
    kind: "passages",
    by: request.by,
    found: { total: found.length, claims, shown, tallies: talliesOf(library, coded, found) },
  };
}

/** The places of some papers. It takes about 20 ms for a paper of 50,000 characters, so it says how far it is and can be stopped. */
function placesFor(
  { files, jobs }: Parts,
  papers: ReadonlySet<PaperId>,
  job: string | undefined,
): Promise<Map<string, ClaimExtents>> {
  return jobs.run(job, async (signal, onProgress) => {
    const places = new Map<string, ClaimExtents>();
    for (const paper of papers) {
      if (signal.aborted) throw new WorkbenchError("cancelled", message("general.cancelled"));
      places.set(paper, placesOf(await files.content(paper)));
      onProgress(message("progress.papers"), places.size, papers.size);
    }
    return places;
  });
}
