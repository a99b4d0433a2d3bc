import { codingTable } from "../../../shared/claims/coding-table.ts";
import { readCsv } from "../files/csv.ts";
import { annotate } from "./annotate.ts";
import { importCodebook } from "./codebook.ts";
import type { Call } from "./context.ts";
import { importPaper } from "./import-paper.ts";
import { sampleFile } from "./papers.ts";

/** The author of our own sample is known; of other papers, the authors that a file names are only suggested. */
const author = "Marta Ilves";

/** The sample paper with its codebook and, the first time, its claims. */
export const importSample: Call<"importSample"> = async (context) => {
  const file = (name: string): Promise<Buffer> => sampleFile(context.resources, name);
  const result = await importPaper(context, { name: "sample.pdf", bytes: await file("sample.pdf"), author });
  if (result.duplicate) return [result];
  await importCodebook(context, { name: "codebook.csv", bytes: await file("codebook.csv") });
  const table = readCsv((await file("claims.csv")).toString("utf8"));
  await annotate(context, { rows: codingTable(table).rows.map(({ coding }) => coding) });
  return [result];
};
