import type { Cell, Facts } from "../../../shared/analysis/facts.ts";
import { cellText } from "../../../shared/report/tree.ts";
import { english, type MessageId } from "../i18n/english.ts";
import { useTexts } from "../i18n/texts.ts";

/** A table equal to a picture; of very long ones the first 500 lines, the file holds them all. */
export function FactsTable({ facts: [heads = [], ...lines], name }: Readonly<{ facts: Facts; name: string }>) {
  const { t } = useTexts();
  const head = (cell: Cell): string => {
    const id = `facts.${String(cell).replaceAll(" ", "-")}`;
    return isMessage(id) ? t(id) : String(cell ?? "");
  };
  return (
    <table className="facts" aria-label={name}>
      <thead>
        <tr>
          {keyed(heads).map(({ key, value }) => (
            <th scope="col" key={key}>
              {head(value)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(lines.slice(0, 500)).map(({ key, value: [first = "", ...cells] }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              {cellText(first)}
            </th>
            {keyed<Cell>(cells).map((cell) => (
              <td key={cell.key} className={typeof cell.value === "number" ? "number" : ""} dir="auto">
                {cellText(cell.value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isMessage(id: string): id is MessageId {
  return Object.hasOwn(english, id);
}

/** Lines and cells of a table are known by their place. */
function keyed<Value>(list: readonly Value[]): { key: string; value: Value }[] {
  return list.map((value, at) => ({ key: String(at), value }));
}
