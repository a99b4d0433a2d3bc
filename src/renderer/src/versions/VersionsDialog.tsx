import { useState } from "react";
import { placesToCheck } from "../../../shared/claims/places-to-check.ts";
import { earlierVersion, undecidedCount } from "../../../shared/claims/versions.ts";
import { useTexts } from "../i18n/texts.ts";
import { replacePaper } from "../state/import-version.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { CarryQueue } from "./CarryQueue.tsx";
import { CheckQueue } from "./CheckQueue.tsx";
import { Differences } from "./Differences.tsx";
import { SideBySide } from "./SideBySide.tsx";
import "./versions.css";

const tabs = ["queue", "differences", "texts"] as const;
type Tab = (typeof tabs)[number];

/** What became of the claims of the earlier version of the open paper, and both texts; or the offer to make it one. */
export function VersionsDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, date } = useTexts();
  const library = useLibrary((state) => state.library);
  const id = useReading((state) => state.paper);
  const suggested = useShell((state) => state.suggestedVersion);
  const [tab, setTab] = useState<Tab>("queue");
  const paper = id === null ? undefined : library.papers[id];
  // The queue stays when its last claim is checked, so that this can be undone there.
  const [checked] = useState(id);
  const hasPlaces = paper !== undefined && placesToCheck(library, paper).length > 0;
  const [isChecking, setChecking] = useState(hasPlaces);
  // The answer that opens this can be here before the news of the change.
  if (hasPlaces && !isChecking) setChecking(true);
  if (paper === undefined) return null;
  if (isChecking && paper.id === checked)
    return (
      <Dialog title={t("versions.check")} onClose={onClose}>
        <div className="versions">
          <p className="soft">{t("versions.checkAbout", { title: paper.title })}</p>
          <CheckQueue paper={paper} />
        </div>
      </Dialog>
    );
  const earlier = earlierVersion(library, paper);
  const offered = suggested?.paper === paper.id ? library.papers[suggested.replaces] : undefined;
  if (earlier === null)
    return (
      <Dialog
        title={t("versions.title")}
        onClose={onClose}
        isQuestion={offered !== undefined}
        buttons={
          offered !== undefined && (
            <button type="button" className="primary" onClick={() => void replacePaper(paper.id, offered.id)}>
              {t("versions.make")}
            </button>
          )
        }
      >
        <p>
          {offered === undefined
            ? t("versions.none", { title: paper.title })
            : t("versions.offer", { title: paper.title, earlier: offered.title })}
        </p>
        {offered !== undefined && <p className="soft">{t("versions.offerHelp")}</p>}
      </Dialog>
    );
  const waiting = undecidedCount(library, paper);
  return (
    <Dialog title={t("versions.title")} onClose={onClose}>
      <div className="versions">
        <p className="soft">
          {t("versions.of", { title: paper.title, earlier: earlier.title, date: date(earlier.added) })}
        </p>
        <nav className="versions-tabs" aria-label={t("versions.parts")}>
          {tabs.map((name) => (
            <button type="button" key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>
              {name === "queue" ? t("versions.queue", { count: waiting }) : t(`versions.${name}`)}
            </button>
          ))}
        </nav>
        {tab === "queue" && <CarryQueue paper={paper} />}
        {tab === "differences" && <Differences paper={paper} />}
        {tab === "texts" && <SideBySide paper={paper} earlier={earlier} />}
      </div>
    </Dialog>
  );
}
