import {
  type Analysis,
  type AnalysisInput,
  type AnalysisRequest,
  analyse,
  type FoundAnalysis,
  needsPlaces,
} from "../../../shared/analysis/analyse.ts";
import { analysisFacts, type Facts } from "../../../shared/analysis/facts.ts";
import { type AnalysedPassage, talliesOf, worded } from "../../../shared/analysis/found.ts";
import { graphml } from "../../../shared/analysis/graph-files.ts";
import { packRows } from "../../../shared/analysis/packed.ts";
import { passagesOf } from "../../../shared/analysis/passages.ts";
import { type ClaimExtents, placesOf } from "../../../shared/analysis/places.ts";
import { positionRows } from "../../../shared/analysis/table.ts";
import type { Coded } from "../../../shared/claims/claims.ts";
import type { AnalysisFormat, Arguments, ExportedFile } from "../../../shared/contract/workbench.ts";
import { codedMeant } from "../../../shared/filter/query.ts";
import { escapeHiddenMarks, showHiddenMarks } from "../../../shared/messages/hidden-marks.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { writeCsv } from "../files/csv.ts";
import { mediaTypes } from "../files/media-types.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";

/** Up to this many positions an analysis is quicker than the way to a worker. */
const few = 5000;

/** The answer to a request over the claims a query means: the one before, where nothing has changed since. */
export async function makeAnalysis(context: Context, args: Arguments<"analyse">): Promise<Analysis> {
  const { library } = context.store;
  const known = context.analyses.get(library, args);
  if (known !== null) return known;
  const analysis = await newAnalysis(context, library, args);
  context.analyses.set(library, args, analysis);
  return analysis;
}

async function newAnalysis(
  context: Context,
  library: Library,
  { request, query, job }: Arguments<"analyse">,
): Promise<Analysis> {
  const coded = codedMeant(library, query ?? {});
  if (request.kind === "passages") return foundPassages(context, library, coded, { request, job });
  const rows = positionRows(library, coded);
  const wanted = new Set(rows.map((row) => row.paper));
  const places = needsPlaces(request) ? await placesFor(context, wanted, job) : new Map<string, ClaimExtents>();
  if (rows.length <= few || request.kind === "ach") return analyse(library, rows, request, places);
  const input: AnalysisInput = {
    library: { ...library, annotations: {}, positions: {}, relations: {} },
    rows: packRows(rows),
    request,
    places,
  };
  return context.jobs.run(job, (signal, onProgress) => runTask("analyse", input, { signal, onProgress }));
}

type Writer = Readonly<{ suffix: keyof typeof mediaTypes; write: (library: Library, analysis: Analysis) => string }>;

/** All that an analysis can be written as. */
const writers: { readonly [Format in AnalysisFormat]: Writer } = {
  csv: { suffix: "csv", write: (library, analysis) => factsCsv(analysisFacts(library, analysis)) },
  json: {
    suffix: "json",
    write: (_library, analysis) => `${escapeHiddenMarks(JSON.stringify({ format: 1, ...analysis }, null, 2))}\n`,
  },
  graphml: { suffix: "graphml", write: (_library, analysis) => showHiddenMarks(graphml(networkOf(analysis).network)) },
  matrix: {
    suffix: "csv",
    write: (library, analysis) => factsCsv(analysisFacts(library, networkOf(analysis), { square: true })),
  },
};

/**
 * An analysis as a finished file. Throws `invalid` for a form the analysis does not have, `missing` for competing
 * hypotheses that are not there.
 */
export async function exportAnalysis(
  context: Context,
  { format, ...args }: Arguments<"exportAnalysis">,
): Promise<ExportedFile> {
  const analysis = await makeAnalysis(context, args);
  if (analysis.kind === "ach" && analysis.ach === null)
    throw new WorkbenchError("missing", message("analysis.achMissing"));
  const { library } = context.store;
  const { suffix, write } = writers[format];
  return {
    name: `${analysis.kind}.${suffix}`,
    mime: mediaTypes[suffix],
    bytes: new TextEncoder().encode(write(library, analysis)),
    annotations: codedMeant(library, args.query ?? {}).length,
    warnings: [],
  };
}

function networkOf(analysis: Analysis): Extract<Analysis, { kind: "network" }> {
  if (analysis.kind === "network") return analysis;
  throw new WorkbenchError("invalid", message("analysis.onlyNetwork"));
}

/** A table as CSV with a byte order mark. */
export function factsCsv(facts: Facts): string {
  const shown = facts.map((line) => line.map((cell) => (typeof cell === "string" ? showHiddenMarks(cell) : cell)));
  return writeCsv(shown, { mark: true });
}

/** The passages that a query means; those that are listed with their words and pages. */
async function foundPassages(
  context: Context,
  library: Library,
  coded: readonly Coded[],
  { request, job }: Readonly<{ request: Extract<AnalysisRequest, { kind: "passages" }>; job: string | undefined }>,
): Promise<FoundAnalysis> {
  const wanted = new Set(coded.map(({ annotation }) => annotation.paper));
  const places = needsPlaces(request) ? await placesFor(context, wanted, job) : new Map<string, ClaimExtents>();
  const found = passagesOf(library, coded, request.query, places);
  const shown: AnalysedPassage[] = [];
  for (const passage of found.slice(0, request.most))
    shown.push(worded(library, passage, await context.papers.content(passage.paper)));
  const claims = new Set(found.flatMap((passage) => passage.claims)).size;
  return {
    kind: "passages",
    by: request.by,
    found: { total: found.length, claims, shown, tallies: talliesOf(library, coded, found) },
  };
}

/**
 * The places of some papers. It takes about 20 ms for a paper of 50,000 characters, so it says how far it is and can be
 * stopped.
 */
function placesFor(
  { papers, jobs }: Context,
  wanted: ReadonlySet<PaperId>,
  job: string | undefined,
): Promise<Map<string, ClaimExtents>> {
  return jobs.run(job, async (signal, onProgress) => {
    const places = new Map<string, ClaimExtents>();
    for (const paper of wanted) {
      if (signal.aborted) throw new WorkbenchError("cancelled", message("general.cancelled"));
      places.set(paper, placesOf(await papers.content(paper)));
      onProgress(message("progress.papers"), places.size, wanted.size);
    }
    return places;
  });
}
