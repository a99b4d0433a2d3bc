import { useEffect, useState } from "react";
import type { TextPreview } from "../../../shared/contract/workbench.ts";
import { encodings } from "../../../shared/model/encodings.ts";
import { Lines } from "../../../shared/model/paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { type ReadingChoice, type ReadingText, useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Select.tsx";
import "./reading.css";

/**
 * Asks for the encoding and the lines of a text, with its beginning as it would be read: at import, and of a paper that
 * is there.
 */
export function ReadingDialog() {
  const asked = useShell((state) => state.askedReading);
  return asked === null ? null : <Reading key={asked.text.name} text={asked.text} onAnswer={asked.answer} />;
}

type Props = Readonly<{ text: ReadingText; onAnswer: (chosen: ReadingChoice | null) => void }>;

function Reading({ text, onAnswer }: Props) {
  const { t, say } = useTexts();
  const [chosen, setChosen] = useState(text.now);
  const [found, setFound] = useState<string | null>(null);
  const { preview, why } = usePreview(text, chosen);
  const isPaper = "paper" in text.source;
  const detected = chosen.encoding === undefined ? preview?.encoding : undefined;
  useEffect(() => {
    if (detected !== undefined) setFound(detected);
  }, [detected]);
  const isPage = (preview?.extent ?? null) !== null;
  const isWhole = (chosen.extent ?? preview?.extent) === "page";
  const choose = (part: "encoding" | "lines" | "extent", value: string): void => {
    const { [part]: _before, ...rest } = chosen;
    setChosen(value === "" ? rest : { ...rest, [part]: value });
  };
  return (
    <Dialog
      title={t("reading.title", { name: text.name })}
      onClose={() => onAnswer(null)}
      isQuestion
      buttons={
        <button type="button" className="primary" disabled={preview === null} onClick={() => onAnswer(chosen)}>
          {t(isPaper ? "reading.reread" : "reading.import")}
        </button>
      }
    >
      <p>{t(isPaper ? "reading.keeps" : isPage ? "reading.explain.page" : "reading.explain")}</p>
      <div className="reading-choices">
        <span>{t("reading.encoding")}</span>
        <Select
          label={t("reading.encoding")}
          value={chosen.encoding ?? ""}
          none={t("reading.encoding.auto", { encoding: found ?? "…" })}
          options={encodings.map((name) => [name, name])}
          onChange={(value) => choose("encoding", value)}
        />
        {!isPage && <span>{t("reading.lines")}</span>}
        {!isPage && (
          <Select
            label={t("reading.lines")}
            value={chosen.lines ?? ""}
            none={t("reading.lines.auto")}
            options={Lines.options.map((lines) => [lines, t(`reading.lines.${lines}`)])}
            onChange={(value) => choose("lines", value)}
          />
        )}
      </div>
      {isPage && (
        <label className="reading-whole">
          <input type="checkbox" checked={isWhole} onChange={() => choose("extent", isWhole ? "article" : "page")} />
          {t("reading.wholePage")}
        </label>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section className="reading-preview" aria-label={t("reading.preview")} tabIndex={0}>
        {why !== null && <p role="alert">{why}</p>}
        {preview?.text.split("\n").map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and no state.
          <p key={index} dir="auto">
            {line}
          </p>
        ))}
      </section>
      {preview?.warnings.map((warning) => (
        <p key={warning.key} className="soft">
          {say(warning)}
        </p>
      ))}
    </Dialog>
  );
}

type Shown = Readonly<{ preview: TextPreview | null; why: string | null }>;

/** The text as it would be read; while another reading is on its way, the one before. */
function usePreview({ source }: ReadingText, chosen: ReadingChoice): Shown {
  const [shown, setShown] = useState<Shown>({ preview: null, why: null });
  useEffect(() => {
    let isWanted = true;
    getWorkbench()
      .previewText({ source, ...chosen })
      .then(
        (preview) => isWanted && setShown({ preview, why: null }),
        (error: unknown) =>
          isWanted && setShown({ preview: null, why: error instanceof Error ? error.message : String(error) }),
      );
    return () => {
      isWanted = false;
    };
  }, [source, chosen]);
  return shown;
}
