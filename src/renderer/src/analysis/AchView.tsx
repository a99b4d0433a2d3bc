import { message } from "../../../shared/messages/message.ts";
import "./ach.css";
import { type FormEvent, useMemo, useState } from "react";
import { type Ach, achEdit, achResult, achsOf, filledIn } from "../../../shared/analysis/ach.ts";
import { newAch } from "../../../shared/analysis/ach-edit.ts";
import { achChart } from "../../../shared/chart/ach-chart.ts";
import { inDirection } from "../../../shared/chart/mirror.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { Select, type SelectOption } from "../ui/Select.tsx";
import { AchGrid } from "./AchGrid.tsx";
import { EvidenceList } from "./Evidence.tsx";
import { editAch } from "./edit-ach.ts";
import { useChartWords } from "./pictures.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { useAnalysis } from "./store.ts";

/** Competing hypotheses: chosen, built and weighed in one grid. Every change is a change of the library. */
export function AchView() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const server = useLibrary((state) => state.server);
  const wanted = useAnalysis((state) => state.ach);
  const all = achsOf(library);
  const ach = all.find(({ id }) => id === wanted) ?? all[0];
  const [adding, setAdding] = useState(false);
  const writable = server.access.mode === "write";
  return (
    <>
      <div className="options">
        {all.length > 1 && (
          <Select
            label={t("ach.choose")}
            value={ach?.id ?? ""}
            options={all.map(({ id, question }): SelectOption => [id, question])}
            onChange={(id) => useAnalysis.setState({ ach: id })}
          />
        )}
        {ach !== undefined && writable && (
          <button type="button" aria-pressed={adding} onClick={() => setAdding(!adding)}>
            {t("ach.addEvidence")}
          </button>
        )}
        {ach !== undefined && <KeepGrid ach={ach} />}
      </div>
      <div className="analysis-body">
        {ach === undefined && <p className="soft">{t("analysis.none")}</p>}
        {ach !== undefined && <Question key={ach.id} ach={ach} writable={writable} />}
        {ach !== undefined && adding && writable && <EvidenceList ach={ach} onClose={() => setAdding(false)} />}
        {ach !== undefined && <AchGrid ach={ach} writable={writable} />}
        {writable && <NewQuestion taken={all.map(({ id }) => id)} />}
      </div>
    </>
  );
}

function KeepGrid({ ach }: Readonly<{ ach: Ach }>) {
  const words = useChartWords();
  const { direction } = useTexts();
  const library = useLibrary((state) => state.library);
  const picture = useMemo(() => {
    const full = filledIn(library, ach);
    return inDirection(achChart(full, achResult(full), ach.question, 860, words), direction);
  }, [library, ach, words, direction]);
  return <SaveMenu picture={picture} request={{ kind: "ach", id: ach.id }} name="hypotheses" />;
}

function Question({ ach, writable }: Readonly<{ ach: Ach; writable: boolean }>) {
  const { t } = useTexts();
  const remove = (): void =>
    void commitNext(message("change.removeAch"), (library) => [achEdit(library, ach.id, null)]).then(() =>
      useAnalysis.setState({ ach: null }),
    );
  return (
    <div className="question">
      <input
        key={ach.question}
        aria-label={t("ach.question")}
        dir="auto"
        readOnly={!writable}
        defaultValue={ach.question}
        maxLength={1000}
        onBlur={(event) => {
          const question = event.target.value.trim();
          if (question !== "" && question !== ach.question)
            editAch(message("change.ach"), ach.id, (current) => ({ ...current, question }));
        }}
      />
      {writable && (
        <button type="button" onClick={remove}>
          {t("ach.remove")}
        </button>
      )}
    </div>
  );
}

function NewQuestion({ taken }: Readonly<{ taken: readonly string[] }>) {
  const { t } = useTexts();
  const [question, setQuestion] = useState("");
  const make = (event: FormEvent): void => {
    event.preventDefault();
    const made = newAch(taken, question.trim());
    void commitNext(message("change.addAch"), (library) => [achEdit(library, made.id, made)]).then((kept) => {
      if (!kept) return;
      setQuestion("");
      useAnalysis.setState({ ach: made.id });
    });
  };
  return (
    <form className="new-question" onSubmit={make}>
      <input
        dir="auto"
        aria-label={t("ach.new")}
        placeholder={t("ach.newExample")}
        value={question}
        maxLength={1000}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <button type="submit" disabled={question.trim() === ""}>
        {t("ach.new")}
      </button>
    </form>
  );
}
