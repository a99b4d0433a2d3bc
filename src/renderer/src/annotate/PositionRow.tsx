import { noStance, stanceLook, stanceOf, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { Position } from "../../../shared/model/annotation.ts";
import { StanceId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { commit, useLibrary } from "../state/library.ts";
import { Badge } from "../ui/Badge.tsx";
import { Icon } from "../ui/Icon.tsx";

/** One position of the selected claim: its issue, its stance and how strongly it is held. */
export function PositionEditor({ position }: Readonly<{ position: Position }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const change = (to: Position | null, label: string): void =>
    void commit(label, [{ table: "positions", from: position, to }]);
  const issue = library.issues[position.issue];
  const path = showPath(issueNames(library.issues, position.issue));
  return (
    <li>
      <Badge name={issue?.name ?? "?"} colour={issue?.colour ?? "#666666"} />
      <span className="name" title={path} dir="auto">
        {path}
      </span>
      <span className="held">
        <select
          className={stanceLook(stanceOf(library, position))}
          aria-label={t("annotate.stanceOn", { issue: path })}
          value={position.stance ?? ""}
          onChange={({ target: { value } }) =>
            change({ ...position, stance: value === "" ? null : StanceId.parse(value) }, t("change.stance"))
          }
        >
          <option value="">{`${noStance.glyph} ${t("annotate.noStance")}`}</option>
          {stanceScale(library.stances).map((stance) => (
            <option key={stance.id} value={stance.id}>
              {`${stance.glyph} ${stance.name}`}
            </option>
          ))}
        </select>
        <select
          aria-label={t("annotate.strengthOn", { issue: path })}
          value={position.strength ?? ""}
          onChange={(event) =>
            change(
              { ...position, strength: event.target.value === "" ? null : Number(event.target.value) },
              t("change.strength"),
            )
          }
        >
          <option value="">–</option>
          <option value="1">{t("annotate.weak")}</option>
          <option value="2">{t("annotate.medium")}</option>
          <option value="3">{t("annotate.strong")}</option>
        </select>
      </span>
      <button
        type="button"
        className="sign"
        aria-label={t("annotate.removePosition", { issue: path })}
        onClick={() => change(null, t("change.removePosition"))}
      >
        <Icon name="cross" size={14} />
      </button>
    </li>
  );
}
