import { type CommandEntry, commands } from "../../../shared/commands.ts";
import type { ExportedFile } from "../../../shared/workbench.ts";
import { attempt, tell, useStore } from "../state/store.ts";
import { Dialog } from "../ui/Dialog.tsx";

const paperFormats = [
  ["pdf", "Annotated PDF", "the paper with every claim as a highlight other viewers show"],
  ["html", "Web page", "the text with its claims marked"],
  ["md", "Markdown", "one note with all claims"],
  ["csv", "CSV", "one line per position, for spreadsheets"],
  ["json", "JSON", "text and claims, for programs"],
] as const;

const reportFormats = [
  ["html", "Web page", "to read or print"],
  ["md", "Markdown", "to write on with"],
  ["csv", "CSV", "for spreadsheets"],
  ["json", "JSON", "for programs"],
] as const;

/** The dialog that is open, if any. */
export function Dialogs() {
  const { dialog, workbench, paper, query } = useStore();
  if (dialog === "export" && paper !== null)
    return (
      <Dialog title="Export this paper" onClose={close}>
        {paperFormats.map(([format, name, what]) => (
          <Choice
            key={format}
            name={name}
            what={what}
            onChoose={() => void keep(() => workbench.exportPaper({ paper, format, job: crypto.randomUUID() }))}
          />
        ))}
      </Dialog>
    );
  if (dialog === "report")
    return (
      <Dialog title="Make a report" onClose={close}>
        {reportFormats.map(([format, name, what]) => (
          <Choice
            key={format}
            name={name}
            what={what}
            onChoose={() => void keep(() => workbench.report({ format, query }))}
          />
        ))}
      </Dialog>
    );
  if (dialog === "keys") return <Keys />;
  return null;
}

async function keep(make: () => Promise<ExportedFile>): Promise<void> {
  const made = await attempt(make);
  if (made === null) return;
  const { name, mime, bytes, annotations, warnings } = made;
  const saved = await attempt(() => useStore.getState().host.save({ name, mime, bytes }));
  if (saved === null) return;
  tell([`Kept as ${saved.where}: ${annotations} annotations.`, ...warnings].join(" "));
  close();
}

function close(): void {
  useStore.setState({ dialog: null, progress: null });
}

function Choice({ name, what, onChoose }: Readonly<{ name: string; what: string; onChoose: () => void }>) {
  return (
    <button type="button" className="choice" onClick={onChoose}>
      <b>{name}</b> <span className="soft">{what}</span>
    </button>
  );
}

function Keys() {
  return (
    <Dialog title="All keys" onClose={close}>
      <dl className="keys">
        {commands
          .filter((command: CommandEntry) => command.key !== null)
          .map((command: CommandEntry) => (
            <div key={command.id}>
              <dt>
                <kbd>{(command.key ?? "").replace("Mod-", "Ctrl+").replace("Shift-", "Shift+")}</kbd>
              </dt>
              <dd>{command.label}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  );
}
