import { noStance, stanceLook, stanceOf, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Position } from "../../../shared/model/annotation.ts";
import { recordOf } from "../../../shared/model/by-paper.ts";
import { StanceId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { focusRef } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { Badge } from "../ui/Badge.tsx";
import { Icon } from "../ui/Icon.tsx";
import { typeOnSelect } from "../ui/select-typing.ts";
import { PositionIssue } from "./PositionIssue.tsx";

type Props = Readonly<{ position: Position /** The one that commands lead to. */; first: boolean }>;

const stanceTarget = focusRef("claim-stance");
const strengthTarget = focusRef("claim-strength");

/** One position of the selected claim: its issue, its stance and how strongly it is held. */
export function PositionEditor({ position, first }: Props) {
  const { t, shown } = useTexts();
  const library = useLibrary((state) => state.library);
  const change = (to: Position | null, label: Message): void =>
    // As it is by now: fields are left faster than the news of the edit before comes back.
    void commitNext(label, (now) => {
      const from = recordOf(now.positions, position.paper, position.id);
      if (from === undefined) return [];
      const stance = to === null || to.stance === position.stance ? {} : { stance: to.stance };
      const strength = to === null || to.strength === position.strength ? {} : { strength: to.strength };
      return [{ table: "positions", from, to: to === null ? null : { ...from, ...stance, ...strength } }];
    });
  const issue = library.issues[position.issue];
  const path = showPath(issueNames(library.issues, position.issue));
  return (
    <li>
      <Badge colour={issue?.colour ?? "#666666"} />
      <PositionIssue position={position} first={first} />
      <span className="held">
        <select
          ref={first ? stanceTarget : undefined}
          className={stanceLook(stanceOf(library, position))}
          aria-label={t("annotate.stanceOn", { issue: path })}
          value={position.stance ?? ""}
          onChange={({ target: { value } }) =>
            change({ ...position, stance: value === "" ? null : StanceId.parse(value) }, message("change.stance"))
          }
          onKeyDown={typeOnSelect}
        >
          <option value="">{`${noStance.glyph} ${t("annotate.noStance")}`}</option>
          {stanceScale(shown(library).stances).map((stance) => (
            <option key={stance.id} value={stance.id}>
              {`${stance.glyph} ${stance.name}`}
            </option>
          ))}
        </select>
        <select
          ref={first ? strengthTarget : undefined}
          aria-label={t("annotate.strengthOn", { issue: path })}
          value={position.strength ?? ""}
          onChange={(event) =>
            change(
              { ...position, strength: event.target.value === "" ? null : Number(event.target.value) },
              message("change.strength"),
            )
          }
        >
          <option value="">{t("annotate.noStrength")}</option>
          <option value="1">{t("annotate.weak")}</option>
          <option value="2">{t("annotate.medium")}</option>
          <option value="3">{t("annotate.strong")}</option>
        </select>
      </span>
      <button
        type="button"
        className="sign"
        aria-label={t("annotate.removePosition", { issue: path })}
        onClick={() => change(null, message("change.removePosition"))}
      >
        <Icon name="cross" size={14} />
      </button>
    </li>
  );
}
