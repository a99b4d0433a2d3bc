import { useState } from "react";
import { useTexts } from "../i18n/texts.ts";
import { useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";

/** Asks for the password of the file that is being imported. */
export function PasswordDialog() {
  const { t } = useTexts();
  const asked = useShell((state) => state.asked);
  const [password, setPassword] = useState("");
  if (asked === null) return null;
  const answer = (value: string | null): void => {
    setPassword("");
    asked.answer(value);
  };
  return (
    <Dialog
      title={t("library.passwordOf", { name: asked.name })}
      onClose={() => answer(null)}
      isQuestion
      buttons={
        <button type="submit" form="password-form" className="primary" disabled={password === ""}>
          {t("library.open")}
        </button>
      }
    >
      <form
        id="password-form"
        onSubmit={(event) => {
          event.preventDefault();
          answer(password);
        }}
      >
        <p>{asked.why}</p>
        <input
          type="password"
          aria-label={t("library.password")}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
