import type { Arguments, PaperPreview } from "../../../shared/contract/workbench.ts";
import { digest } from "../files/digest.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";

/** What a file would be imported as, and the paper of the library with the same bytes. Throws as an import would. */
export async function previewPaper(
  { store, jobs }: Context,
  { name, bytes, job }: Arguments<"previewPaper">,
): Promise<PaperPreview> {
  const sha256 = digest(bytes);
  const twin = Object.values(store.library.papers).find((paper) => paper.sha256 === sha256);
  if (twin !== undefined) {
    const { format, title, authors, date } = twin;
    return { format, title, authors, date, sha256, paper: twin.id };
  }
  const source = { name, bytes };
  const found = await jobs.run(job, (signal, onProgress) => runTask("previewPaper", source, { signal, onProgress }));
  return { ...found, sha256, paper: null };
}
