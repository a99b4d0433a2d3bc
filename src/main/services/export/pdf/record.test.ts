import { expect, test } from "vitest";
import { codedIn } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { ids } from "../../../../shared/fixtures/sample-library.cases.ts";
import { recordName } from "../../../../shared/record/names.ts";
import { webAnnotationsName } from "../../../../shared/record/web-annotation.ts";
import { digest } from "../../files/digest.ts";
import { content, library, samplePaper, text } from "./pdf.cases.ts";
import { attachmentsOf } from "./record.ts";

const coded = codedIn(library, ids.paper);
const rows = claimRows(library, coded, new Map([[ids.paper, content]]));
const made = "2026-05-01T06:07:08.000Z";
const filesOf = (prefix: boolean, withheld = { coders: false, notes: false }, own = rows) =>
  attachmentsOf(
    { library, paper: samplePaper, content, source: Buffer.from(text), withheld, prefix },
    coded,
    own,
    made,
  );
const json = (bytes: Uint8Array | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(bytes ?? []).toString()) as Record<string, unknown>;

test("a file that begins with the paper's bytes carries the record and the Web Annotations", () => {
  const files = filesOf(true);
  expect(files.map(({ name, type, relationship }) => [name, type, relationship])).toEqual([
    [recordName, "application/json", "Data"],
    [webAnnotationsName, "application/ld+json", "Data"],
  ]);
  for (const { description } of files) expect(description).not.toBe("");
});

test("any other carries the paper's own bytes too, under its name and type", () => {
  const source = filesOf(false).at(-1);
  expect([source?.name, source?.type, source?.relationship]).toEqual(["paper.txt", "text/plain", "Source"]);
  expect(Buffer.from(source?.bytes ?? []).toString()).toBe(text);
});

test("the record says where the paper's bytes are, what its text was, and when it was made", () => {
  const [prefix, apart] = [json(filesOf(true)[0]?.bytes), json(filesOf(false)[0]?.bytes)];
  expect(prefix.source).toEqual({ kind: "prefix" });
  expect(apart.source).toEqual({ kind: "attachment", name: "paper.txt" });
  expect(JSON.stringify(prefix)).toContain(digest(text));
  expect(JSON.stringify(prefix)).toContain(made);
});

test("the record says what was withheld from it", () => {
  const withheld = { coders: true, notes: false };
  expect(json(filesOf(true, withheld)[0]?.bytes).withheld).toEqual(withheld);
});

test("each annotation with a row is a Web Annotation, and one without is left out", () => {
  const count = (own: typeof rows): number =>
    Buffer.from(filesOf(true, undefined, own)[1]?.bytes ?? [])
      .toString()
      .match(/"TextQuoteSelector"/g)?.length ?? 0;
  expect([count(rows), count(rows.slice(0, 1)), count([])]).toEqual([2, 1, 0]);
});

test("files of programs end in a line feed and are the same each time", () => {
  for (const { bytes } of filesOf(true)) expect(bytes.at(-1)).toBe(10);
  expect(filesOf(true)).toEqual(filesOf(true));
});
