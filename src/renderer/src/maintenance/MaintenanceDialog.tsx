import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Backups } from "./Backups.tsx";
import { Check } from "./Check.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { Damage } from "./Damage.tsx";
import "./maintenance.css";

type Props = Readonly<{ onClose: () => void }>;

/**
 * What is done with a library as a whole: going on with a damaged one, backups, changes made elsewhere, the check of
 * everything.
 */
export function MaintenanceDialog({ onClose }: Props) {
  const { t } = useTexts();
  const damaged = useLibrary(({ server }) => server.damaged);
  return (
    <Dialog title={t("keeping.title")} onClose={onClose}>
      <div className="keeping">
        {damaged && <Damage onDone={onClose} />}
        <Conflicts />
        <Backups onDone={onClose} />
        <Check />
      </div>
    </Dialog>
  );
}
