import { type KeyboardEvent, useId } from "react";
import { noStance, stanceLook } from "../../../shared/codebook/stance-scale.ts";
import type { Stance } from "../../../shared/model/codebook.ts";
import type { StanceId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{
  scale: readonly Stance[];
  value: StanceId | null;
  onChange: (stance: StanceId | null) => void;
}>;

/** The scale of stances, one to be chosen: by its key, by arrows, or by the first letter of its name. No stance is a choice too, and what a new claim begins with. */
export function Stances({ scale, value, onChange }: Props) {
  const { t } = useTexts();
  const name = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^\p{L}$/u.test(event.key)) return;
    const named = scale.find((one) => one.name.toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase()));
    if (named === undefined) return;
    onChange(named.id);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="field">
      <span>{t("annotate.stance")}</span>
      <div className="stances" role="radiogroup" aria-label={t("annotate.stance")} onKeyDown={onKeyDown}>
        <label className="none">
          <input type="radio" className="unseen" name={name} checked={value === null} onChange={() => onChange(null)} />
          {noStance.glyph} {t("annotate.noStance")}
        </label>
        {scale.map((one) => (
          <label
            key={one.id}
            className={stanceLook(one)}
            title={t("annotate.stanceKey", { name: one.name, key: one.key ?? "" })}
          >
            <input
              type="radio"
              className="unseen"
              name={name}
              checked={one.id === value}
              onChange={() => onChange(one.id)}
            />
            {one.glyph} {one.name}
          </label>
        ))}
      </div>
    </div>
  );
}
