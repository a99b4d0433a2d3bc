import { removePapersEdits } from "../../../shared/claims/claim-edits.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { texts } from "../i18n/texts.ts";
import { commitNext } from "./commit-next.ts";
import { loadPaper } from "./library.ts";
import { attempt } from "./shell.ts";

/** Remove papers with all that is said about them, as one change. True once it is made; a failure becomes a message. */
export async function removePapers(papers: readonly Paper[]): Promise<boolean> {
  const [count, title] = [papers.length, papers[0]?.title ?? ""];
  // In a large library the annotations of papers that nobody has opened may not have come yet.
  const there = await attempt(async () => {
    for (const { id } of papers) await loadPaper(id);
    return true;
  });
  if (there === null) return false;
  const ids = papers.map(({ id }) => id);
  return commitNext(
    message("change.removePapers", { count }),
    (now) => removePapersEdits(now, ids),
    () => texts().t("papers.removed", { count, title }),
  );
}
