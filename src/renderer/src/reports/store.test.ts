import { expect, test } from "vitest";
import { libraryOf } from "../../../shared/analysis/library.cases.ts";
import { apply } from "../../../shared/change/change.ts";
import { isModified, templateOf } from "../../../shared/report/draft.ts";
import { ReportTemplate, saveTemplate } from "../../../shared/report/template.ts";
import { chooseTemplate, discardChanges, editTemplate, useReportDraft } from "./store.ts";

const own = ReportTemplate.parse({ name: "Weekly", title: "T", sections: [{ kind: "summary" }] });
const library = apply(libraryOf([]), { edits: saveTemplate(libraryOf([]), own) });

test("edits to a template stay while another is open, until they are discarded", () => {
  editTemplate(library, { title: "One" });
  chooseTemplate("Weekly");
  editTemplate(library, { title: "Two" });
  chooseTemplate("Brief");
  expect(templateOf(useReportDraft.getState(), library).title).toBe("One");
  discardChanges(["Brief"], "Weekly");
  expect(templateOf(useReportDraft.getState(), library).title).toBe("Two");
  discardChanges(["Weekly"], "Brief");
  expect(isModified(useReportDraft.getState(), library)).toBe(false);
});
