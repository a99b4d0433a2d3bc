import {
  type Ach,
  type AchMark,
  achMarkOf,
  type Evidence,
  type EvidenceScore,
  filledIn,
} from "../../../shared/analysis/ach.ts";
import { markByKey, nextMark, updateEvidence, withMark, withoutEvidence } from "../../../shared/analysis/ach-edit.ts";
import { shortened } from "../../../shared/change/differences.ts";
import { markLooks } from "../../../shared/chart/ach-chart.ts";
import { message } from "../../../shared/messages/message.ts";
import { twoDecimals } from "../../../shared/text/two-decimals.ts";
import { useTexts } from "../i18n/texts.ts";
import { Select, type SelectOption } from "../ui/Select.tsx";
import { editAch } from "./edit-ach.ts";

type Props = Readonly<{
  ach: Ach;
  /** The same with the marks that the claims give. */
  full: Ach;
  evidence: Evidence;
  score: EvidenceScore | undefined;
  writable: boolean;
  onOpen: () => void;
}>;

const levels = ["low", "medium", "high"] as const;

/** A piece of evidence: its marks, its weight and what it tells apart. */
export function EvidenceRow({ ach, full, evidence, score, writable, onOpen }: Props) {
  const { t } = useTexts();
  const { id, text, claims } = evidence;
  const weigh = (what: "credibility" | "relevance") => (value: string) => {
    const level = levels.find((level) => level === value);
    if (level !== undefined)
      editAch(message("change.ach"), ach.id, (current) => updateEvidence(current, id, { [what]: level }));
  };
  return (
    <tr className={score?.carries === true ? "carries" : ""}>
      <th scope="row" dir="auto">
        {claims.length > 0 ? (
          <button type="button" className="words" title={text} onClick={onOpen}>
            {text}
          </button>
        ) : (
          <span className="words" title={text}>
            {text}
          </span>
        )}
        {score?.carries === true && <span className="soft">{t("ach.carries")}</span>}
      </th>
      {ach.hypotheses.map((hypothesis) => (
        <td key={hypothesis.id} className="mark">
          <MarkButton
            mark={achMarkOf(full, id, hypothesis.id)}
            byHand={ach.marks[`${id}:${hypothesis.id}`] !== undefined}
            name={`${text} / ${hypothesis.name}`}
            writable={writable}
            // From the mark as it is then: two keys may come quicker than the first is drawn.
            onChange={(next) =>
              editAch(message("change.achMark"), ach.id, (current, library) =>
                withMark(current, id, hypothesis.id, next(achMarkOf(filledIn(library, current), id, hypothesis.id))),
              )
            }
          />
        </td>
      ))}
      <td className="weights">
        {(["credibility", "relevance"] as const).map((what) => (
          <Select
            key={what}
            label={t(`ach.${what}`)}
            value={evidence[what]}
            options={levels.map((level): SelectOption => [level, t(`ach.level.${what}.${level}`)])}
            onChange={weigh(what)}
          />
        ))}
      </td>
      <td className="number">
        {twoDecimals(score?.diagnosticity ?? 0)}
        {writable && (
          <button
            type="button"
            className="quiet"
            aria-label={t("ach.removeEvidence", { text: shortened(text, 60) })}
            onClick={() => editAch(message("change.ach"), ach.id, (current) => withoutEvidence(current, id))}
          >
            ×
          </button>
        )}
      </td>
    </tr>
  );
}

type MarkProps = Readonly<{
  mark: AchMark;
  byHand: boolean;
  name: string;
  writable: boolean;
  onChange: (next: (before: AchMark) => AchMark | null) => void;
}>;

function MarkButton({ mark, byHand, name, writable, onChange }: MarkProps) {
  const { t } = useTexts();
  const says = `${t(`ach.mark.${mark}`)}${byHand ? "" : `, ${t("ach.fromClaims")}`}`;
  return (
    <button
      type="button"
      data-mark={mark}
      className={`${markLooks[mark].paint}${byHand ? " by-hand" : ""}`}
      aria-label={`${name}: ${says}`}
      title={says}
      disabled={!writable}
      onClick={() => onChange(nextMark)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = markByKey(event.key);
        if (next === null) return;
        event.preventDefault();
        event.stopPropagation();
        onChange(next);
      }}
    >
      {markLooks[mark].glyph}
    </button>
  );
}
