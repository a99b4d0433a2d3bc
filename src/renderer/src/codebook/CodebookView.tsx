import "./codebook.css";
import { useTexts } from "../i18n/texts.ts";
import { useCodebook } from "../state/codebook.ts";
import { useStore } from "../state/store.ts";
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

/** Issues, stances and actors: arranged in the tree, defined in the inspector beside it. */
export function CodebookView() {
  const { t } = useTexts();
  const { kind, dialog } = useCodebook();
  const empty = useStore(({ library }) => Object.keys(library.issues).length === 0);
  const writable = useStore(({ server }) => server.access.mode === "write");
  const Open = dialog === null || !writable ? null : dialogs[dialog];
  return (
    <div className="codebook-view">
      <CodebookHead />
      <div className="codebook-scroll">
        {kind === "issue" && empty && (
          <div className="codebook-empty">
            <h2>{t("codebook.emptyTitle")}</h2>
            <p>{t("codebook.empty")}</p>
            <button type="button" className="primary" onClick={() => useCodebook.setState({ dialog: "starter" })}>
              {t("codebook.starter")}
            </button>
          </div>
        )}
        <EntryTree key={kind} />
      </div>
      {Open !== null && <Open onClose={() => useCodebook.setState({ dialog: null })} />}
    </div>
  );
}
