import type { ActorId, IssueId } from "../../../shared/model/ids.ts";
import { issueNames, printPath } from "../../../shared/model/issue-path.ts";
import { nameNewEntry, selectEntry, setCodebookDialog, useCodebook } from "../state/codebook.ts";
import { useContextMenu } from "../state/context-menu.ts";
import { useLibrary } from "../state/library.ts";
import { codeActor, codeSelection, setActorOf } from "../state/quick-coding.ts";
import { openPaper, useReading } from "../state/reading.ts";
import { setQuery, showClaims, showView, useShell } from "../state/shell.ts";
import { type Command, onClaim } from "./command.ts";
import { openMenuAtFocus } from "./context-menu.ts";

/** A command for the issue that is selected in the codebook. */
function onIssue(work: (issue: IssueId, path: string) => unknown): Command {
  return () => {
    const { issues } = useLibrary.getState().library;
    const issue = issues[useCodebook.getState().chosen.issue ?? ""];
    return issue === undefined ? undefined : work(issue.id, printPath(issueNames(issues, issue.id)));
  };
}

/** A command for the actor that is selected in the codebook. */
function onActor(work: (actor: ActorId, name: string) => unknown): Command {
  return () => {
    const actor = useLibrary.getState().library.actors[useCodebook.getState().chosen.actor ?? ""];
    return actor === undefined ? undefined : work(actor.id, actor.name);
  };
}

/** What the commands of context menus do. They act on what is selected, which a right click selects first. */
export const contextHandlers = {
  "open-claim": onClaim((claim) => {
    const { paper } = useReading.getState();
    return paper === null ? undefined : openPaper(paper, claim);
  }),
  "code-issue": onIssue((issue) => codeSelection(issue)),
  "show-issue-claims": onIssue((_, path) => showClaims({ issue: path })),
  "filter-issue": onIssue((_, issue) => {
    setQuery({ ...useShell.getState().query, issue });
    showView("read");
  }),
  "edit-issue": onIssue((issue) => {
    selectEntry("issue", issue);
    showView("codebook");
  }),
  "new-issue": () => {
    nameNewEntry("issue");
    showView("codebook");
  },
  "merge-issue": onIssue((issue) => {
    selectEntry("issue", issue);
    setCodebookDialog("merge");
    showView("codebook");
  }),
  "code-actor": onActor((actor) => {
    const { range, selected } = useReading.getState();
    if (range !== null) return codeActor(actor);
    return selected === null ? undefined : setActorOf(selected, actor);
  }),
  "show-actor-claims": onActor((_, actor) => showClaims({ actor })),
  "edit-actor": onActor((actor) => {
    selectEntry("actor", actor);
    showView("codebook");
  }),
  // A mark knows itself what it was made of; a click on it shows that.
  "show-passages": () => useContextMenu.getState().element?.dispatchEvent(new MouseEvent("click", { bubbles: true })),
  "context-menu": openMenuAtFocus,
} as const satisfies Record<string, Command>;
