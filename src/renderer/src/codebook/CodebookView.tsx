import "./codebook.css";
import { useTexts } from "../i18n/texts.ts";
import { setCodebookDialog, useCodebook } from "../state/codebook.ts";
import { focusRef } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { CodebookHead } from "./CodebookHead.tsx";
import { EntryTree } from "./EntryTree.tsx";
import { ExamplesDialog } from "./ExamplesDialog.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { RemoveDialog } from "./RemoveDialog.tsx";
import { SplitDialog } from "./SplitDialog.tsx";
import { StarterDialog } from "./StarterDialog.tsx";

const dialogs = {
  merge: MergeDialog,
  split: SplitDialog,
  examples: ExamplesDialog,
  remove: RemoveDialog,
  starter: StarterDialog,
} as const;

const focus = focusRef("codebook", "[role='treeitem'][tabindex='0']", ".codebook-empty button", "input");

/** Issues, stances and actors: arranged in the tree, defined in the inspector beside it. */
export function CodebookView() {
  const { t } = useTexts();
  const kind = useCodebook((state) => state.kind);
  const dialog = useCodebook((state) => state.dialog);
  const empty = useLibrary(({ library }) => Object.keys(library.issues).length === 0);
  const writable = useLibrary(({ server }) => server.access.mode === "write");
  const Open = dialog === null || !writable ? null : dialogs[dialog];
  return (
    <div className="codebook-view" ref={focus}>
      <CodebookHead />
      <div className="codebook-scroll">
        {kind === "issue" && empty && (
          <div className="codebook-empty">
            <h2>{t("codebook.emptyTitle")}</h2>
            <p>{t("codebook.empty")}</p>
            <button type="button" className="primary" onClick={() => setCodebookDialog("starter")}>
              {t("codebook.starter")}
            </button>
          </div>
        )}
        <EntryTree key={kind} />
      </div>
      {Open !== null && <Open onClose={() => setCodebookDialog(null)} />}
    </div>
  );
}
