import type { Analysis } from "../../../shared/analysis/analyse.ts";
import { analysisFacts, type FactCell, factWordsIn, isMeasure } from "../../../shared/analysis/facts.ts";
import { cellText } from "../../../shared/report/tree.ts";
import { twoDecimals } from "../../../shared/text/two-decimals.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";

/** A table wider than its room is scrolled by keys too (WCAG 2.1.1). */
const byKeys = { tabIndex: 0 } as const;

/** A table equal to a picture; of very long ones the first 500 lines, the file holds them all. */
export function FactsTable({ analysis, name }: Readonly<{ analysis: Analysis; name: string }>) {
  const { t, spoken } = useTexts();
  const library = useLibrary((state) => state.library);
  const word = factWordsIn(spoken);
  const [heads = [], ...lines] = analysisFacts(library, analysis, { word });
  // What is measured has two places, and 0 says something there; a count of 0 is left empty.
  const measured = heads.map((head) => isMeasure(head, word));
  const shown = lines.slice(0, 500);
  const numeric = heads.map((_, index) => shown.every((line) => typeof (line[index] ?? 0) === "number"));
  return (
    <section className="facts-room" aria-label={`${t("analysis.table")}: ${name}`} {...byKeys}>
      <table className="facts" aria-label={name}>
        <thead>
          <tr>
            {keyed(heads).map(({ key, value }, index) => (
              <th scope="col" key={key} className={numeric[index] ? "number" : ""} dir="auto">
                {String(value ?? "")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(shown).map(({ key, value: [first = "", ...cells] }) => (
            <tr key={key}>
              <th scope="row" dir="auto">
                {cellText(first)}
              </th>
              {keyed<FactCell>(cells).map((cell, index) => (
                <td key={cell.key} className={numeric[index + 1] ? "number" : ""} dir="auto">
                  {typeof cell.value === "number" && measured[index + 1] === true
                    ? twoDecimals(cell.value)
                    : cellText(cell.value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Lines and cells of a table are known by their place. */
function keyed<Value>(list: readonly Value[]): { key: string; value: Value }[] {
  return list.map((value, index) => ({ key: String(index), value }));
}
