import { create } from "zustand";

/** How the report is previewed: as one long page, or by the pages that it is printed on. */
export type ReportForm = "html" | "pdf";

const key = "report-form";

export const useReportForm = create<Readonly<{ form: ReportForm }>>(() => ({
  form: typeof localStorage !== "undefined" && localStorage.getItem(key) === "pdf" ? "pdf" : "html",
}));

/** Choose how the report is previewed; the browser's own storage keeps it. */
export function setReportForm(form: ReportForm): void {
  localStorage.setItem(key, form);
  useReportForm.setState({ form });
}
