import { issueColours } from "../../../shared/codebook/find-or-create.ts";
import { useTexts } from "../i18n/texts.ts";
import { DetailGroup } from "./Field.tsx";

type Props = Readonly<{ value: string; disabled: boolean; onSave: (colour: string) => void }>;

/** One of a few colours that can be told apart by every reader, or any other. */
export function Colour({ value, disabled, onSave }: Props) {
  const { t } = useTexts();
  return (
    <DetailGroup label={t("codebook.colour")}>
      <div className="colours">
        {issueColours.map((colour) => (
          <button
            type="button"
            key={colour}
            style={{ background: colour }}
            aria-label={t("codebook.colourNamed", { colour })}
            aria-pressed={colour === value}
            disabled={disabled}
            onClick={() => onSave(colour)}
          />
        ))}
        <input
          type="color"
          key={value}
          defaultValue={value}
          disabled={disabled}
          aria-label={t("codebook.otherColour")}
          onBlur={(event) => event.target.value !== value && onSave(event.target.value)}
        />
      </div>
    </DetailGroup>
  );
}
