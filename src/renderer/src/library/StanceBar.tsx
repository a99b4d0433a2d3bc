import { stanceLook, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { PaperFacts } from "../../../shared/papers/table.ts";

/** How a paper's positions are shared out among the stances, as one thin bar. */
export function StanceBar({ library, facts }: Readonly<{ library: Library; facts: PaperFacts }>) {
  return (
    <span className="bar" aria-hidden="true">
      {facts.positions > 0 &&
        [...stanceScale(library.stances), null].map((stance) => {
          const share = (facts.stances.get(stance?.id ?? "") ?? 0) / facts.positions;
          if (share === 0) return null;
          return <i key={stance?.id ?? ""} className={stanceLook(stance)} style={{ width: `${share * 100}%` }} />;
        })}
    </span>
  );
}
