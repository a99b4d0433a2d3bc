import { type RefObject, useId } from "react";
import { stanceLook } from "../../../shared/codebook/stance-scale.ts";
import type { Stance } from "../../../shared/model/codebook.ts";
import type { StanceId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{
  scale: readonly Stance[];
  value: StanceId | null;
  onChange: (stance: StanceId | null) => void;
  /** The row, of which the chosen button has the keyboard. */
  row?: RefObject<HTMLDivElement | null>;
}>;

/**
 * The row of stances: a field of keys and buttons that holds no text, so that bare keys choose in it
 * (`composerAction`). No stance is a choice of its own, and what a new claim begins with.
 */
export function Stances({ scale, value, onChange, row }: Props) {
  const { t } = useTexts();
  const name = useId();
  return (
    <div className="field">
      <span>{t("annotate.stance")}</span>
      <div className="stances" role="radiogroup" aria-label={t("annotate.stance")} ref={row}>
        {scale.map((stance) => (
          <label
            key={stance.id}
            className={stanceLook(stance)}
            title={t("annotate.stanceKey", { name: stance.name, key: stance.key ?? "" })}
          >
            <input
              type="radio"
              className="unseen"
              name={name}
              checked={stance.id === value}
              onChange={() => onChange(stance.id)}
            />
            {stance.glyph} {stance.name}
            {stance.key !== null && (
              <span className="key" aria-hidden="true">
                {stance.key}
              </span>
            )}
          </label>
        ))}
        <label className="none">
          <input type="radio" className="unseen" name={name} checked={value === null} onChange={() => onChange(null)} />
          {t("annotate.noStance")}
        </label>
      </div>
    </div>
  );
}
