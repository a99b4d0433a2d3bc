import { useMemo, useRef, useState } from "react";
import { allCoded } from "../../../shared/claims/claims.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { type CheckedSentence, checkedSentences, claimFinder } from "../../../shared/report/prose.ts";
import { type CitationLook, type ProseControl, ProseView } from "../editor/ProseView.tsx";
import { useTexts } from "../i18n/texts.ts";
import { shownClaims } from "../state/filtered-claims.ts";
import { actorOf, lookOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { useShell } from "../state/shell.ts";
import { CiteDialog } from "./CiteDialog.tsx";

type Props = Readonly<{ text: string; onChange: (text: string) => void }>;

/** The text of a section, whose sentences cite claims; what cites nothing or quotes wrongly shows while one writes. */
export function FreeText({ text, onChange }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const [citing, setCiting] = useState<"key" | "button" | null>(null);
  const control = useRef<ProseControl | null>(null);
  const find = useMemo(() => {
    const all = claimFinder(allCoded(library).map((coded) => ({ id: coded.annotation.id, coded })));
    return (reference: string) => all(reference)?.coded ?? null;
  }, [library]);
  // Only claims that the filter leaves are in the report.
  const shown = useMemo(
    () => new Set<string>(shownClaims(library, query).map((claim) => claim.annotation.id)),
    [library, query],
  );
  const textOf = (reference: string): string | null => {
    const coded = find(reference);
    return coded === null || !shown.has(coded.annotation.id) ? null : quoteOf(coded.annotation.passage);
  };
  const lookAt = (reference: string): CitationLook => {
    const coded = find(reference);
    return coded === null
      ? { label: "?", title: t("report.missing"), look: "unclear" }
      : {
          label: actorOf(library, coded),
          title: `“${quoteOf(coded.annotation.passage)}”`,
          look: lookOf(library, coded),
        };
  };
  const tell = ({ wrong }: CheckedSentence): string =>
    wrong.map((sentence) => t(`report.wrong.${sentence.kind}`, { text: sentence.text })).join(" ");
  return (
    <div className="free-text">
      <ProseView
        label={t("report.text")}
        placeholder={t("report.textUsual")}
        value={text}
        lookOf={lookAt}
        check={(part) => checkedSentences(part, textOf)}
        tell={tell}
        onChange={onChange}
        onCite={() => setCiting("key")}
        onControl={(inserted) => {
          control.current = inserted;
        }}
      />
      <button type="button" onClick={() => setCiting("button")}>
        {t("report.cite")} <kbd>@</kbd>
      </button>
      {citing !== null && (
        <CiteDialog
          onChoose={(id) => {
            setCiting(null);
            if (id !== null) control.current?.insert({ cites: id });
            else if (citing === "key") control.current?.insert({ words: "@" });
          }}
        />
      )}
    </div>
  );
}
