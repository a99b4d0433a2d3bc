import { useTexts } from "../i18n/texts.ts";
import type { OfferRow } from "../ui/offers.ts";

type Props = Readonly<{ rows: readonly OfferRow[]; say: (name: string) => string; onTake: (name: string) => void }>;

/** Says below a field that the name in it is new, with the existing names that it may be a slip for. */
export function NewName({ rows, say, onTake }: Props) {
  const { t } = useTexts();
  const created = rows.find((row) => row.kind === "create");
  if (created === undefined) return null;
  const similar = rows.filter((row) => row.kind === "similar");
  return (
    <p className="new-name">
      <span dir="auto">{say(created.name)}</span>
      {similar.length > 0 && <span>{t("annotate.didYouMean")}</span>}
      {similar.map((row) => (
        <button
          type="button"
          className="quiet"
          tabIndex={-1}
          key={row.id}
          // Leaving the field first would move the button away.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(row.name)}
        >
          <bdi>{row.name}</bdi>
        </button>
      ))}
    </p>
  );
}
