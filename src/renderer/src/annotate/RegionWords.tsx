import { useEffect, useState } from "react";
import type { Annotation, Region } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { saveRegionQuote } from "../state/region.ts";
import { isComposing } from "../ui/composing.ts";

/** What the words on a rectangle are, as the coder types them; saved when the field is left. */
export function RegionWords({ annotation, region }: Readonly<{ annotation: Annotation; region: Region }>) {
  const { t } = useTexts();
  const writable = useLibrary((state) => isWritable(state));
  const [text, setText] = useState(region.quote);
  useEffect(() => setText(region.quote), [region.quote]);
  const save = (): void => {
    if (text !== region.quote) void saveRegionQuote(annotation.paper, annotation.id, text.trim());
  };
  return (
    <label className="field">
      {t("area.words")}
      <input
        dir="auto"
        value={text}
        placeholder={t("area.wordsHint")}
        maxLength={5000}
        readOnly={!writable}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !isComposing(event)) save();
        }}
      />
    </label>
  );
}
