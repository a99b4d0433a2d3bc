import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Edit } from "../../shared/change/edit.ts";
import { blankIssue } from "../../shared/model/codebook.ts";
import { IssueId, newId } from "../../shared/model/ids.ts";

/** A fresh folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "stancemark-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An edit that makes an issue of that name. */
export function newIssue(name: string): Edit & { table: "issues" } {
  const issue = { ...blankIssue, id: newId(IssueId), name, parent: null, colour: "#3f6f4e", rank: 1 };
  return { table: "issues", from: null, to: issue };
}
