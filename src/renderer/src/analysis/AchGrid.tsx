import { useState } from "react";
import { type Ach, achResult, filledIn } from "../../../shared/analysis/ach.ts";
import { linkedClaims } from "../../../shared/analysis/ach-edit.ts";
import { twoDecimals } from "../../../shared/text/two-decimals.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { EvidenceRow } from "./EvidenceRow.tsx";
import { AddHypothesis, HypothesisHead } from "./HypothesisHead.tsx";
import { Passages } from "./Passages.tsx";

/**
 * Evidence by hypotheses with consistency marks, inconsistency under them, and what each piece of evidence tells apart.
 */
export function AchGrid({ ach, writable }: Readonly<{ ach: Ach; writable: boolean }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const [open, setOpen] = useState<string | null>(null);
  const full = filledIn(library, ach);
  const result = achResult(full);
  const most = Math.max(1e-9, ...result.hypotheses.map(({ inconsistency }) => -inconsistency));
  const scores = new Map(result.evidence.map((row) => [row.id, row]));
  const opened = ach.evidence.find(({ id }) => id === open);
  return (
    <>
      <table className="ach" aria-label={ach.question}>
        <thead>
          <tr>
            <th scope="col">
              {writable && ach.hypotheses.length < 20 && <AddHypothesis ach={ach} />}
              {t("ach.evidence")}
            </th>
            {ach.hypotheses.map((hypothesis) => (
              <HypothesisHead
                key={hypothesis.id}
                ach={ach}
                hypothesis={hypothesis}
                leads={result.leading.includes(hypothesis.id)}
                writable={writable}
              />
            ))}
            <th scope="col">{t("ach.weight")}</th>
            <th scope="col" title={t("ach.diagnosticityHelp")}>
              {t("ach.diagnosticity")}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {ach.evidence.map((line) => (
            <EvidenceRow
              key={line.id}
              ach={ach}
              full={full}
              evidence={line}
              score={scores.get(line.id)}
              writable={writable}
              onOpen={() => setOpen(line.id)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" title={t("ach.inconsistencyHelp")}>
              {t("ach.inconsistency")}
            </th>
            {result.hypotheses.map(({ id, inconsistency }) => (
              <td key={id} className={result.leading.includes(id) ? "leads" : ""}>
                <span className="against" style={{ inlineSize: `${(-inconsistency / most) * 100}%` }} />
                {twoDecimals(inconsistency)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {writable && ach.evidence.length > 0 && ach.hypotheses.length > 0 && <p className="soft">{t("ach.keys")}</p>}
      {opened !== undefined && (
        <Passages passages={linkedClaims(library, opened)} title={opened.text} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** Arrow keys go from mark to mark. */
function move(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-mark]") : null;
  const row = cell?.closest("tr");
  if (step === undefined || cell === null || row === null || row === undefined) return;
  event.preventDefault();
  const [across = 0, down = 0] = step;
  const mirrored = getComputedStyle(cell).direction === "rtl" ? -across : across;
  const line = down === 0 ? row : down < 0 ? row.previousElementSibling : row.nextElementSibling;
  const index = [...row.querySelectorAll("[data-mark]")].indexOf(cell) + mirrored;
  line?.querySelectorAll<HTMLElement>("[data-mark]")[index]?.focus();
}
