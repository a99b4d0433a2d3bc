import { expect, test } from "vitest";
import type { Issue } from "../model/codebook.ts";
import type { Block, PaperContent } from "../model/content.ts";
import type { Table } from "../model/table.ts";
import { findOrCreateIssue } from "./find-or-create.ts";
import { suggestIssues } from "./suggest.ts";

/** A paper of headings only, written as in Markdown. */
function paper(...headings: string[]): PaperContent {
  let index = 0;
  const lines = headings.map((heading) => ({ level: heading.search(/[^#]/), text: heading.replace(/^#+ /, "") }));
  const blocks = lines.map(({ level, text }): Block => {
    const start = index;
    index += text.length + 1;
    const common = { start, end: start + text.length, page: 0, continues: false, direction: "ltr" as const, marks: [] };
    return { kind: "heading", ...common, level };
  });
  const pages = [{ label: "§1", width: 0, height: 0, rotation: 0 as const }];
  return { text: lines.map(({ text }) => text).join("\n"), blocks, pages, warnings: [] };
}

function paths(headings: readonly string[], title = "", issues: Table<Issue> = {}): string[] {
  return suggestIssues(paper(...headings), title, issues).map(({ names }) => names.join("/"));
}

test.each([
  ["by level", ["# Water", "## Rights", "## Price", "# Land"], ["Water", "Water/Rights", "Water/Price", "Land"]],
  ["without the title", ["# The Ferry Question", "## Fares"], ["Fares"]],
  [
    "without front and back matter",
    ["# About the Author", "# CONTENTS", "# Executive summary", "# Fares", "# Notes"],
    ["Fares"],
  ],
  ["below a heading that is none", ["# Background", "## The war"], ["The war"]],
  ["once each", ["# Fares", "# Fares", "# FARES"], ["Fares"]],
  [
    "without numbers",
    ["# 1. Fares", "## 1.2 Prices", "# II. Boats", "# b) Crews"],
    ["Fares", "Fares/Prices", "Boats", "Crews"],
  ],
  ["without bare numbers where there are several", ["# 1 Fares", "# 2 Boats"], ["Fares", "Boats"]],
  ["with numbers that are words of the name", ["# 10 years of war"], ["10 years of war"]],
  ["with words that look like Roman numbers", ["# Civil society", "# I want peace"], ["Civil society", "I want peace"]],
  ["questions too", ["# What do you want?", "# Prices:"], ["What do you want?", "Prices"]],
])("headings are suggested %s", (_how, headings, expected) => {
  expect(paths(headings, "The Ferry Question")).toEqual(expected);
});

test("what the codebook has is left out", () => {
  const { edits } = findOrCreateIssue({}, ["Water", "Rights"]);
  const issues: Record<string, Issue> = {};
  for (const edit of edits) if (edit.table === "issues" && edit.to !== null) issues[edit.to.id] = edit.to;
  expect(paths(["# Water", "## rights", "## Price"], "", issues)).toEqual(["Water/Price"]);
});
