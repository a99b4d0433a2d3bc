import { useId, useState } from "react";
import { useTexts } from "../i18n/texts.ts";
import { coderName, nameCoder } from "../state/coder.ts";
import { isWritable, useLibrary } from "../state/library.ts";

/** The name of the coder who works, to be changed; what it is for is said beside it. */
export function CoderName() {
  const { t } = useTexts();
  const now = useLibrary((state) => coderName(state));
  const mayWrite = useLibrary((state) => isWritable(state));
  const [written, setWritten] = useState<string | null>(null);
  const help = useId();
  const name = (written ?? now).trim();
  return (
    <form
      className="coder-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== "") void nameCoder(name).then(() => setWritten(null));
      }}
    >
      <label>
        <span>{t("settings.profile.name")}</span>
        <input
          type="text"
          autoComplete="name"
          maxLength={300}
          value={written ?? now}
          readOnly={!mayWrite}
          aria-describedby={help}
          onChange={(event) => setWritten(event.target.value)}
        />
      </label>
      <button type="submit" disabled={!mayWrite || name === ""}>
        {t("settings.profile.save")}
      </button>
      <p className="soft" id={help}>
        {t("settings.profile.what")}
      </p>
    </form>
  );
}
