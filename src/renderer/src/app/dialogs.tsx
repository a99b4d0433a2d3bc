import type { ComponentType } from "react";
import type { DialogName } from "../state/shell.ts";
import { type Lazy, lazy, present } from "../ui/lazy.ts";
import { CommandPalette } from "./Palette.tsx";

/** Dialogs that list or count the claims of all papers, and so wait until they are loaded. */
export const wholeDialogs: ReadonlySet<DialogName> = new Set(["link", "follow", "export", "report", "versions"]);

type Dialog = Lazy<ComponentType<Readonly<{ onClose: () => void }>>>;

/**
 * Every dialog of the window. A dialog without an entry does not compile. All but the palette are loaded when they are
 * first opened.
 */
export const dialogs: Readonly<Record<Exclude<DialogName, null>, Dialog>> = {
  palette: present(CommandPalette),
  keys: lazy(async () => (await import("../settings/KeysDialog.tsx")).KeysDialog),
  settings: lazy(async () => (await import("../settings/SettingsDialog.tsx")).SettingsDialog),
  link: lazy(async () => (await import("../annotate/LinkDialog.tsx")).LinkDialog),
  follow: lazy(async () => (await import("../annotate/FollowDialog.tsx")).FollowDialog),
  tour: lazy(async () => (await import("../settings/Tour.tsx")).Tour),
  record: lazy(async () => (await import("../library/DetailsDialog.tsx")).DetailsDialog),
  export: lazy(async () => (await import("../reports/ExportDialog.tsx")).ExportDialog),
  report: lazy(async () => (await import("../reports/ReportDialog.tsx")).ReportDialog),
  keeping: lazy(async () => (await import("../maintenance/MaintenanceDialog.tsx")).MaintenanceDialog),
  "page-labels": lazy(async () => (await import("../library/PageLabelsDialog.tsx")).PageLabelsDialog),
  "import-report": lazy(async () => (await import("../library/ImportReportDialog.tsx")).ImportReportDialog),
  versions: lazy(async () => (await import("../versions/VersionsDialog.tsx")).VersionsDialog),
};
