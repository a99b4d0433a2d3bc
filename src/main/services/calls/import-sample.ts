import { codingTable } from "../../../shared/claims/coding-table.ts";
import { readCsv } from "../files/csv.ts";
import { annotate } from "./annotate.ts";
import { importCodebook } from "./codebook.ts";
import type { Call } from "./context.ts";
import { importPaper } from "./import-paper.ts";
import { sampleFile } from "./papers.ts";

/** The sample paper with its codebook and, the first time, its claims. */
export const importSample: Call<"importSample"> = async (context) => {
  const file = (name: string): Promise<Buffer> => sampleFile(context.resources, name);
  const result = await importPaper(context, { name: "sample.pdf", bytes: await file("sample.pdf") });
  if (result.duplicate) return [result];
  await importCodebook(context, { name: "codebook.csv", bytes: await file("codebook.csv") });
  const table = readCsv((await file("claims.csv")).toString("utf8"));
  await annotate(context, { rows: codingTable(table).rows.map(({ coding }) => coding) });
  return [result];
};
