import { useId, useState } from "react";
import { sameName } from "../../../shared/text/names.ts";
import { useTexts } from "../i18n/texts.ts";
import { Dialog } from "../ui/Dialog.tsx";

type Props = Readonly<{
  title: string;
  name: string;
  /** Names that other templates have. */
  taken: readonly string[];
  onClose: () => void;
  onName: (name: string) => void;
}>;

/** Asks for the name of a template. */
export function NameDialog({ title, name: before, taken, onClose, onName }: Props) {
  const { t } = useTexts();
  const why = useId();
  const [name, setName] = useState(before);
  const wanted = name.trim();
  const isTaken = taken.some((name) => sameName(name, wanted));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      isQuestion
      buttons={
        <button type="submit" form={`${why}-form`} className="primary" disabled={wanted === "" || isTaken}>
          {t("report.save")}
        </button>
      }
    >
      <form
        id={`${why}-form`}
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === "" || isTaken) return;
          onName(wanted);
          onClose();
        }}
      >
        <input
          aria-label={t("report.name")}
          aria-invalid={isTaken}
          aria-describedby={why}
          dir="auto"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={why} className="soft">
          {isTaken ? t("report.taken", { name: wanted }) : t("report.nameHelp")}
        </p>
      </form>
    </Dialog>
  );
}
