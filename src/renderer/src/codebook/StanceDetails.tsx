import { stanceLook } from "../../../shared/codebook/stance-scale.ts";
import { stanceCounts, updateStance } from "../../../shared/codebook/stances.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Stance } from "../../../shared/model/codebook.ts";
import { stanceLabel } from "../../../shared/model/stance-name.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { Colour } from "./Colour.tsx";
import { poleOf } from "./EntryLine.tsx";
import { DetailChoice, DetailField } from "./Field.tsx";

const poles = [1, 0, -1, null] as const;

/** What a stance is called, which way it points, its sign, key and colour. */
export function StanceDetails({ stance, disabled }: Readonly<{ stance: Stance; disabled: boolean }>) {
  const { t, say } = useTexts();
  const library = useLibrary((state) => state.library);
  const name = say(stanceLabel(stance));
  const count = stanceCounts(library).get(stance.id) ?? 0;
  const update = (part: Partial<Omit<Stance, "id" | "rank">>, label = message("change.stanceScale")): void =>
    void commitNext(label, ({ stances }) => updateStance(stances, stance.id, part));
  return (
    <>
      <header>
        <span className="path">
          <b className={`stance-sign ${stanceLook(stance)}`}>{stance.glyph}</b> {name}
        </span>
      </header>
      <p className="soft counted">{t("codebook.counted", { kind: "stance", direct: count, more: 0 })}</p>
      <DetailField
        label={t("codebook.name")}
        value={name}
        most={300}
        disabled={disabled}
        onSave={(written) => update({ name: written }, message("change.renameEntry"))}
      />
      <DetailChoice
        label={t("codebook.polarity")}
        value={poleOf(stance.polarity)}
        options={poles.map((pole) => [poleOf(pole), t(`codebook.polarity.${poleOf(pole)}`)])}
        onChange={(value) => update({ polarity: poles.find((pole) => poleOf(pole) === value) ?? null })}
        disabled={disabled}
      />
      <DetailField
        label={t("codebook.glyph")}
        value={stance.glyph}
        most={4}
        disabled={disabled}
        onSave={(glyph) => glyph.trim() !== "" && update({ glyph: glyph.trim() })}
      />
      <DetailField
        label={t("codebook.key")}
        value={stance.key ?? ""}
        most={1}
        disabled={disabled}
        onSave={(key) => update({ key: key.trim() === "" ? null : key.trim() })}
      />
      <Colour value={stance.colour} disabled={disabled} onSave={(colour) => update({ colour })} />
      <DetailField
        label={t("codebook.definition")}
        value={stance.definition}
        long
        disabled={disabled}
        onSave={(definition) => update({ definition })}
      />
    </>
  );
}
