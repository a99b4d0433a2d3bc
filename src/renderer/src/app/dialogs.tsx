import type { ComponentType } from "react";
import { FollowDialog } from "../annotate/FollowDialog.tsx";
import { LinkDialog } from "../annotate/LinkDialog.tsx";
import { DetailsDialog } from "../library/DetailsDialog.tsx";
import { ImportReportDialog } from "../library/ImportReportDialog.tsx";
import { PageLabelsDialog } from "../library/PageLabelsDialog.tsx";
import { MaintenanceDialog } from "../maintenance/MaintenanceDialog.tsx";
import { ExportDialog } from "../reports/ExportDialog.tsx";
import { ReportDialog } from "../reports/ReportDialog.tsx";
import { KeysDialog } from "../settings/KeysDialog.tsx";
import { SettingsDialog } from "../settings/SettingsDialog.tsx";
import { Tour } from "../settings/Tour.tsx";
import type { DialogName } from "../state/shell.ts";
import { VersionsDialog } from "../versions/VersionsDialog.tsx";
import { CommandPalette } from "./Palette.tsx";

/** Dialogs that list or count the claims of all papers, and so wait until they are loaded. */
export const wholeDialogs: ReadonlySet<DialogName> = new Set(["link", "follow", "export", "report", "versions"]);

/** Every dialog of the window. A dialog without an entry does not compile. */
export const dialogs: Readonly<Record<Exclude<DialogName, null>, ComponentType<Readonly<{ onClose: () => void }>>>> = {
  palette: CommandPalette,
  keys: KeysDialog,
  settings: SettingsDialog,
  link: LinkDialog,
  follow: FollowDialog,
  tour: Tour,
  record: DetailsDialog,
  export: ExportDialog,
  report: ReportDialog,
  keeping: MaintenanceDialog,
  "page-labels": PageLabelsDialog,
  "import-report": ImportReportDialog,
  versions: VersionsDialog,
};
