import { codedIn } from "../../../shared/claims/claims.ts";
import type { Arguments, ImportResult } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { isReadByOlder } from "../../../shared/model/reader-version.ts";
import { cutText } from "../../../shared/text/cut.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";
import { readInWorker } from "./read-in-worker.ts";
import { replaceText } from "./replace-text.ts";
import { fittingReading, readingBy } from "./reread-paper.ts";

/**
 * Read a paper's own source again in the same way (encoding, lines, recognised words), with the reader of this program.
 * Its claims and notes are moved to the same words; what is not certain is to be checked. Throws `invalid` where the
 * paper was read by this reader already, or where nothing would be left of the text that claims are in; `password` for
 * an encrypted PDF whose password is not known.
 */
export async function readWithNewer(context: Context, args: Arguments<"readWithNewer">): Promise<ImportResult> {
  const { store, papers, jobs, passwords } = context;
  const paper = needPaper(store, args.paper);
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  if (!isReadByOlder(paper)) throw new WorkbenchError("invalid", message("import.readByThis", { title: paper.title }));
  const password = args.password ?? passwords.of(paper.id);
  const recognised = (await papers.recognised(paper.id)) ?? undefined;
  const reading = fittingReading(paper.reading, paper.format);
  const file = {
    name: paper.fileName,
    bytes: await papers.source(paper.id, paper.format),
    known: [],
    ...(password === null ? {} : { password }),
    ...(reading === undefined ? {} : { reading }),
    ...(recognised === undefined ? {} : { recognised }),
  };
  const { imported } = await jobs.run(args.job, (signal, onProgress) => readInWorker(file, signal, onProgress));
  passwords.keep(paper.id, args.password);
  if (imported === null) throw new WorkbenchError("internal", message("paper.filesMissing"));
  return jobs.inTurn(async () => {
    const now = needPaper(store, args.paper);
    if (codedIn(store.library, now.id).length > 0 && imported.content.text === "")
      throw new WorkbenchError("invalid", message("ocr.nothingLeft", { title: now.title }));
    const { reading: before, text } = now;
    const asked =
      before?.ocr === undefined ? fittingReading(before, now.format) : { encoding: null, lines: null, ocr: before.ocr };
    const label = message("change.readNewer", { title: cutText(now.title, 200) });
    return replaceText(context, now, imported, { reading: readingBy(asked, now), text, recognised, label });
  });
}
