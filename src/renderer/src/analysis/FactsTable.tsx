import type { FactCell, Facts } from "../../../shared/analysis/facts.ts";
import { cellText } from "../../../shared/report/tree.ts";
import { english, type MessageId } from "../i18n/english.ts";
import { useTexts } from "../i18n/texts.ts";

/** A table wider than its room is scrolled by keys too (WCAG 2.1.1). */
const byKeys = { tabIndex: 0 } as const;

/**
 * Heads of columns that are measured, not counted: 0 says something there, and all have two places; a count of 0 is
 * left empty.
 */
const measures = /^(mean|share|weight|score|coefficient|balance|polarisation)/;

/** A table equal to a picture; of very long ones the first 500 lines, the file holds them all. */
export function FactsTable({ facts: [heads = [], ...lines], name }: Readonly<{ facts: Facts; name: string }>) {
  const { t } = useTexts();
  const head = (cell: FactCell): string => {
    const id = `facts.${String(cell).replaceAll(" ", "-")}`;
    return isMessage(id) ? t(id) : String(cell ?? "");
  };
  const shown = lines.slice(0, 500);
  const numeric = heads.map((_, at) => shown.every((line) => typeof (line[at] ?? 0) === "number"));
  return (
    <section className="facts-room" aria-label={name} {...byKeys}>
      <table className="facts" aria-label={name}>
        <thead>
          <tr>
            {keyed(heads).map(({ key, value }, at) => (
              <th scope="col" key={key} className={numeric[at] ? "number" : ""} dir="auto">
                {head(value)}
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
              {keyed<FactCell>(cells).map((cell, at) => (
                <td key={cell.key} className={numeric[at + 1] ? "number" : ""} dir="auto">
                  {typeof cell.value === "number" && measures.test(String(heads[at + 1]))
                    ? cell.value.toFixed(2)
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

function isMessage(id: string): id is MessageId {
  return Object.hasOwn(english, id);
}

/** Lines and cells of a table are known by their place. */
function keyed<Value>(list: readonly Value[]): { key: string; value: Value }[] {
  return list.map((value, at) => ({ key: String(at), value }));
}
