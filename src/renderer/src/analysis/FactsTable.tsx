import type { Cell, Facts } from "../../../shared/analysis/facts.ts";
import { cellText } from "../../../shared/report/tree.ts";

/** A table equal to a picture; of very long ones the first 500 lines, the file holds them all. */
export function FactsTable({ facts: [heads = [], ...lines], name }: Readonly<{ facts: Facts; name: string }>) {
  return (
    <table className="facts" aria-label={name}>
      <thead>
        <tr>
          {keyed(heads).map(({ key, value }) => (
            <th scope="col" key={key}>
              {value}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(lines.slice(0, 500)).map(({ key, value }) => (
          <tr key={key}>
            {keyed<Cell>(value).map((cell) => (
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

/** Lines and cells of a table are known by their place. */
function keyed<Value>(list: readonly Value[]): { key: string; value: Value }[] {
  return list.map((value, at) => ({ key: String(at), value }));
}
