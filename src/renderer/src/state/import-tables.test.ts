import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { claimsReport, codebookReport } from "./import-tables.ts";

test.each([
  [{ added: 1, existing: 0 }, "1 claim was added.", true],
  [{ added: 3, existing: 2 }, "3 claims were added. 2 are already in the library.", true],
  [{ added: 0, existing: 1 }, "No claims were added. 1 is already in the library.", false],
  [{ added: 0, existing: 0 }, "No claims were added.", false],
])("an import of claims with %j is summed up", (counts, summary, changed) => {
  const report = claimsReport("a.csv", { ...counts, failed: [], notices: [] });
  expect(report).toEqual({ name: "a.csv", summary, rejected: [], changed });
});

test("rows that were left out are listed with their numbers, and what was created is said", () => {
  const report = claimsReport("a.csv", {
    added: 1,
    existing: 0,
    failed: [{ row: 4, reason: message("table.rowWithoutQuote") }],
    notices: [message("codebook.issueAdded", { name: "Tolls" })],
  });
  expect(report.rejected).toEqual(["Row 4: The row has no quote."]);
  expect(report.summary).toBe("1 claim was added. The issue “Tolls” was added to the codebook.");
});

test.each([
  [{ issues: 2, stances: 0, actors: 1, updated: 0 }, "Added 2 issues, 0 stances and 1 actor.", true],
  [{ issues: 0, stances: 0, actors: 0, updated: 1 }, "Nothing new was added. 1 entry was updated.", true],
  [{ issues: 0, stances: 0, actors: 0, updated: 0 }, "Nothing new was added.", false],
])("an import of a codebook with %j is summed up", (counts, summary, changed) => {
  const warnings = [message("codebook.rowSkipped", { row: 3, column: "kind" })];
  expect(codebookReport("c.csv", { ...counts, warnings })).toEqual({
    name: "c.csv",
    summary,
    rejected: ["Row 3 was skipped because its “kind” can't be read."],
    changed,
  });
});
