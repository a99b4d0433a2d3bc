import { useEffect, useRef, useState } from "react";
import { PaperExportFormat } from "../../../shared/contract/workbench.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts, useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { saveFile } from "../state/save-file.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Choice } from "./Choice.tsx";
import { defaultChoices, ExportOptions } from "./ExportOptions.tsx";
import { withPassword } from "./passwords.ts";
import "./export.css";

/** Choose in which form the paper goes out, and what goes into an annotated PDF. */
export function ExportDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  const workbench = getWorkbench();
  const paper = useReading((state) => state.paper);
  const library = useLibrary((state) => state.library);
  const formats = useRef<HTMLDivElement>(null);
  // The options come first, but Enter exports as before.
  useEffect(() => formats.current?.querySelector("button")?.focus(), []);
  const [choices, setChoices] = useState(defaultChoices);
  if (paper === null) return null;
  const isWord = library.papers[paper]?.format === "docx";
  const make = (id: PaperId, format: PaperExportFormat) => () =>
    withPassword(library.papers[id]?.title ?? "", (password) =>
      workbench.exportPaper({
        paper: id,
        format,
        colours: choices.colours,
        summary: choices.summary,
        withhold: { coders: !choices.coders, notes: !choices.notes },
        language: texts().language,
        job: crypto.randomUUID(),
        ...(password === undefined ? {} : { password }),
      }),
    );
  return (
    <Dialog title={t("reports.exportTitle")} onClose={onClose}>
      <ExportOptions choices={choices} onChange={setChoices} />
      <div ref={formats}>
        {PaperExportFormat.options.map((format) => (
          <Choice
            key={format}
            name={t(`format.paper.${format}`)}
            what={t(format === "docx" && isWord ? "format.paper.docx.own" : `format.paper.${format}.what`)}
            onChoose={() => void saveFile(make(paper, format)).then((kept) => kept && onClose())}
          />
        ))}
      </div>
    </Dialog>
  );
}
