import { expect, test } from "vitest";
import { libraryOf } from "../../../shared/analysis/library.cases.ts";
import { apply } from "../../../shared/change/change.ts";
import { isAltered, templateOf } from "../../../shared/report/draft.ts";
import { keepTemplate, ReportTemplate } from "../../../shared/report/template.ts";
import { alterTemplate, chooseTemplate, forgetAltered, useReportDraft } from "./store.ts";

const own = ReportTemplate.parse({ name: "Weekly", title: "T", sections: [{ kind: "summary" }] });
const library = apply(libraryOf([]), { edits: keepTemplate(libraryOf([]), own) });

test("what was altered of a template stays while another is worked on, until it is forgotten", () => {
  alterTemplate(library, { title: "One" });
  chooseTemplate("Weekly");
  alterTemplate(library, { title: "Two" });
  chooseTemplate("Brief");
  expect(templateOf(useReportDraft.getState(), library).title).toBe("One");
  forgetAltered(["Brief"], "Weekly");
  expect(templateOf(useReportDraft.getState(), library).title).toBe("Two");
  forgetAltered(["Weekly"], "Brief");
  expect(isAltered(useReportDraft.getState(), library)).toBe(false);
});
