import type { ComponentType } from "react";
import { FollowDialog } from "../annotate/FollowDialog.tsx";
import { LinkDialog } from "../annotate/LinkDialog.tsx";
import { RecordDialog } from "../library/DetailsDialog.tsx";
import { PageLabelsDialog } from "../library/PageLabelsDialog.tsx";
import { KeepingDialog } from "../maintenance/MaintenanceDialog.tsx";
import { ExportDialog } from "../reports/ExportDialog.tsx";
import { ReportDialog } from "../reports/ReportDialog.tsx";
import { KeysDialog } from "../settings/KeysDialog.tsx";
import { SettingsDialog } from "../settings/SettingsDialog.tsx";
import { Tour } from "../settings/Tour.tsx";
import type { Dialog } from "../state/store.ts";
import { Palette } from "./Palette.tsx";

/** Every dialog of the window. A dialog without an entry does not compile. */
export const dialogs: Readonly<Record<Exclude<Dialog, null>, ComponentType<Readonly<{ onClose: () => void }>>>> = {
  palette: Palette,
  keys: KeysDialog,
  settings: SettingsDialog,
  link: LinkDialog,
  follow: FollowDialog,
  tour: Tour,
  record: RecordDialog,
  export: ExportDialog,
  report: ReportDialog,
  keeping: KeepingDialog,
  "page-labels": PageLabelsDialog,
};
