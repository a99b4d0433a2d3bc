import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MatrixOptions } from "../../shared/analysis/matrix.ts";
import type { PaperId } from "../../shared/model/ids.ts";
import { resourcesFolder } from "./files/resources.ts";
import { closePool } from "./tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "./workbench.ts";

/** Names that show another ending than they have, or look like others. */
const title = "Report \u202efdp.exe";
const issue = "Wa\u200bter";
const actor = "\u2066Harbour\u2069 Board";
const dangerous = /[\u202a-\u202e\u2066\u2067\u200b]/;

let folder = "";
let workbench: OpenWorkbench;
let paper: PaperId;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "stancemark-"));
  workbench = await openWorkbench({
    folder: path.join(folder, "library"),
    coder: "A\u202eda",
    program: "a test",
    resources: resourcesFolder(),
  });
  const bytes = Buffer.from("The gate is open.\n");
  paper = (await workbench.importPaper({ name: `${title}.md`, bytes, title } as never)).paper.id;
  const row = { paper, quote: "gate is open", positions: [{ issue, stance: "supports" }], actor, note: "A note" };
  expect((await workbench.annotate({ rows: [row] })).failed).toEqual([]);
}, 60_000);

afterAll(async () => {
  await workbench.close();
  await closePool();
  await rm(folder, { recursive: true, force: true });
});

/** All the words of a file, of the parts of one that is packed. */
function wordsOf(bytes: Uint8Array): string {
  if (strFromU8(bytes.subarray(0, 2)) !== "PK") return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("\n");
}

test.each(["html", "md", "csv", "xlsx", "docx"] as const)(
  "in %s files names are written out",
  async (format) => {
    const file = await workbench.exportPaper({ paper, format, summary: true });
    const all = await workbench.report({ format, query: {} });
    for (const { bytes, name } of [file, all]) {
      const words = wordsOf(bytes);
      expect(words).not.toMatch(dangerous);
      expect(words).toContain("Wa⟨U+200B⟩ter");
      expect(words).toContain("⟨U+2066⟩Harbour⟨U+2069⟩ Board");
      expect(name).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    }
  },
  60_000,
);

test("JSON files have the names themselves, as escapes", async () => {
  const { bytes } = await workbench.exportPaper({ paper, format: "json" });
  const json = strFromU8(bytes);
  expect(json).not.toMatch(dangerous);
  expect(JSON.stringify(JSON.parse(json))).toContain(issue);
  const codebook = strFromU8((await workbench.exportCodebook({ format: "json" })).bytes);
  expect(codebook).not.toMatch(dangerous);
  expect(JSON.stringify(JSON.parse(codebook))).toContain(issue);
});

test("in an annotated PDF people read them written out, and its record has the names themselves", async () => {
  const { bytes } = await workbench.exportPaper({ paper, format: "pdf", summary: true });
  await writeFile(path.join(folder, "a.pdf"), bytes);
  const text = execFileSync("pdftotext", [path.join(folder, "a.pdf"), "-"], { encoding: "utf8" });
  expect(text).not.toMatch(dangerous);
  expect(text).toMatch(/Wa⟨U\+200B⟩ter/);
  const other = await openWorkbench({
    folder: path.join(folder, "other"),
    coder: "Ben",
    program: "a test",
    resources: resourcesFolder(),
  });
  await other.importPaper({ name: "a.pdf", bytes });
  const { library } = await other.state({});
  expect(Object.values(library.issues).map((issue) => issue.name)).toEqual([issue]);
  expect(Object.values(library.actors).map((actor) => actor.name)).toEqual([actor]);
  await other.close();
}, 60_000);

test.each(["csv", "json"] as const)("in an analysis as %s too", async (format) => {
  const request = { kind: "matrix", options: MatrixOptions.parse({}) } as const;
  const made = await workbench.exportAnalysis({ format, request });
  const text = strFromU8(made.bytes).replace(/^\ufeff/, "");
  expect(text).not.toMatch(dangerous);
  expect(text).toMatch(/Wa(⟨U\+200B⟩|\\u200b)ter/);
});
