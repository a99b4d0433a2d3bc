import type { News } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { recordTables } from "../../../shared/model/by-paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { readLibrary, setDisconnected, setUpkeep, takeChange, useLibrary, whenLoaded } from "./library.ts";
import { isPreviewJob } from "./preview-jobs.ts";
import { openPaper, setGoal } from "./reading.ts";
import { removeDraftOnceSaved, wordsOfDraft } from "./saved-draft.ts";
import { openDialog, setProgress, showMessage, useShell } from "./shell.ts";
import { type UpkeepNews, upkeepTexts } from "./upkeep.ts";
import { saveWaiting } from "./waiting-texts.ts";

/** Fill the stores from the workbench, keep them in step with the news, and open the paper read last. */
export async function begin(): Promise<void> {
  // Before the library is asked for, so that no change is missed between the two.
  getWorkbench().subscribe((news) => void onNews(news));
  const server = await readLibrary();
  // The dialog shows what can be done about a damaged library.
  if (server.damaged) openDialog("keeping");
  if (server.notices.length > 0) showMessage(server.notices.map(texts().say).join(" "));
  const papers = Object.values(server.library.papers);
  const wanted = localStorage.getItem("paper");
  const paper = papers.find(({ id }) => id === wanted) ?? papers[0];
  if (paper !== undefined) await openPaper(paper.id);
  removeSavedDraft();
  void whenLoaded().then(removeSavedDraft);
  const written = wordsOfDraft();
  if (written !== null && written.paper === paper?.id) setGoal({ ...written, paper: paper.id, focus: false });
}

function removeSavedDraft(): void {
  const { annotations } = useLibrary.getState().library;
  removeDraftOnceSaved((claim) => recordTables(annotations).some((table) => Object.hasOwn(table, claim)));
}

async function onNews(news: News): Promise<void> {
  if (news.kind === "progress" && isPreviewJob(news.job)) return;
  if (news.kind === "progress") setProgress(news.done >= news.total ? null : news);
  else if (news.kind === "lost") setDisconnected();
  else if (news.kind === "reload") await reload(news.reason);
  else if (news.kind === "unsaved") showUnsaved(news.reason, news.waiting);
  else if (news.kind === "upkeep") showUpkeep(news);
  else {
    try {
      takeChange(news);
    } catch {
      await reload();
    }
  }
}

/** Report that changes cannot be written to disk, and when they can again. */
function showUnsaved(why: Message | null, waiting: number): void {
  const { t, say } = texts();
  showMessage(why === null ? t("shell.savedAgain") : t("shell.unsaved", { why: say(why), waiting }), why !== null);
}

/** Show that the daily backup or a snapshot failed; the status line and the history keep showing it until one works. */
function showUpkeep(news: UpkeepNews): void {
  setUpkeep(news);
  const failures = upkeepTexts(useLibrary.getState().server.upkeep, texts());
  const failed = failures.find(({ work }) => work === news.work);
  if (failed !== undefined) showMessage(failed.full, true);
}

async function reload(reason?: Message): Promise<void> {
  const { connected, server: before } = useLibrary.getState();
  const server = await readLibrary();
  if (server.damaged && !before.damaged) openDialog("keeping");
  if (connected) return;
  // A program that ended never reports the end of its work.
  useShell.setState({
    progress: null,
    message: reason === undefined ? null : { text: texts().say(reason), bad: false, action: null },
  });
  saveWaiting();
}
