import { allCoded } from "../../../shared/claims.ts";
import { issueNames, showPath } from "../../../shared/issue-path.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { matches } from "../../../shared/query.ts";
import { actorOf, lookOf } from "../state/highlights.ts";
import { openPaper, useStore } from "../state/store.ts";
import { FilterBar } from "./FilterBar.tsx";

/** All claims that the filter leaves, over all papers; a row opens its passage. */
export function ClaimsView() {
  const { library, query, selected } = useStore();
  const coded = allCoded(library).filter(matches(library, query));
  return (
    <div className="claims">
      <FilterBar />
      <table>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Issue and stance</th>
            <th scope="col">Actor</th>
            <th scope="col">Paper</th>
          </tr>
        </thead>
        <tbody>
          {coded.map((one) => (
            <tr key={one.annotation.id} className={one.annotation.id === selected ? "on" : ""}>
              <td>
                <button
                  type="button"
                  className={`quote ${lookOf(library, one)}`}
                  dir="auto"
                  onClick={() => void openPaper(one.annotation.paper, one.annotation.id)}
                >
                  {quoteOf(one.annotation.passage)}
                </button>
              </td>
              <td>
                {one.positions.map((position) => (
                  <div
                    key={position.id}
                  >{`${library.stances[position.stance]?.glyph ?? ""} ${showPath(issueNames(library.issues, position.issue))}`}</div>
                ))}
              </td>
              <td>{actorOf(library, one)}</td>
              <td className="soft">{library.papers[one.annotation.paper]?.title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
