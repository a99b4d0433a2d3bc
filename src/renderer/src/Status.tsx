import { codedIn } from "../../shared/claims.ts";
import { stanceScale } from "../../shared/coding.ts";
import { runCommand } from "./commands.ts";
import { coverageOf } from "./state/highlights.ts";
import { useStore } from "./state/store.ts";

/** The line at the foot: is all on disk, how much of the paper is coded, and how its stances are shared out. */
export function Status() {
  const { library, paper, content, saved, server, theme } = useStore();
  const coded = paper === null ? [] : codedIn(library, paper);
  const positions = coded.flatMap((one) => one.positions);
  const coverage = content === null ? 0 : Math.round(100 * coverageOf(coded, content.text.length));
  return (
    <footer className="status">
      {server.access.mode === "read" ? (
        <strong>{server.access.reason}</strong>
      ) : (
        <span>{saved === null ? "✓ All on disk" : `✓ Saved ${saved}`}</span>
      )}
      {paper !== null && (
        <span className="coverage" title="How much of the paper’s text is marked">
          Coverage <progress aria-label="Coverage" value={coverage} max={100} /> {coverage} %
        </span>
      )}
      <span>
        {stanceScale(library.stances).map((stance) => (
          <b
            key={stance.id}
            className={stance.name}
            title={stance.name}
          >{`${stance.glyph} ${positions.filter((one) => one.stance === stance.id).length} `}</b>
        ))}
      </span>
      <span className="grow" />
      <span>Offline · library “{server.name}”</span>
      <button type="button" onClick={() => runCommand("toggle-theme")}>
        {theme === "dark" ? "Light" : "Dark"}
      </button>
      <button type="button" onClick={() => runCommand("keys")}>
        <kbd>F1</kbd> keys
      </button>
    </footer>
  );
}
