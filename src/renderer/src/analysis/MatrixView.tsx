import { allCoded } from "../../../shared/claims.ts";
import { stanceScale } from "../../../shared/coding.ts";
import { issueNames, printPath, showPath } from "../../../shared/issue-path.ts";
import { matches } from "../../../shared/query.ts";
import { useTexts } from "../i18n/texts.ts";
import { useStore } from "../state/store.ts";

/** Issues against stances with counts; a cell shows its claims. */
export function MatrixView() {
  const { t, number } = useTexts();
  const { library, query } = useStore();
  const positions = allCoded(library)
    .filter(matches(library, query))
    .flatMap((one) => one.positions);
  const scale = stanceScale(library.stances);
  const issues = Object.values(library.issues)
    .map((issue) => ({ id: issue.id, names: issueNames(library.issues, issue.id) }))
    .filter((issue) => positions.some((position) => position.issue === issue.id))
    .sort((a, b) => showPath(a.names).localeCompare(showPath(b.names)));
  return (
    <div className="claims">
      <h1 className="hidden">{t("matrix.name")}</h1>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{t("matrix.issue")}</th>
            {scale.map((stance) => (
              <th scope="col" key={stance.id} className={stance.name}>{`${stance.glyph} ${stance.name}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map(({ id, names }) => (
            <tr key={id}>
              <th scope="row">{showPath(names)}</th>
              {scale.map((stance) => {
                const count = positions.filter(
                  (position) => position.issue === id && position.stance === stance.id,
                ).length;
                return (
                  <td key={stance.id}>
                    {count > 0 && (
                      <button
                        type="button"
                        onClick={() =>
                          useStore.setState({
                            view: "claims",
                            query: { ...query, issue: printPath(names), stance: stance.name },
                          })
                        }
                      >
                        {number(count)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
