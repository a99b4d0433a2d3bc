import { execFileSync, spawnSync } from "node:child_process";
import { appendFile, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, expect, test } from "vitest";
import type { Edit } from "../../shared/change/edit.ts";
import { inWords } from "../../shared/fixtures/in-words.cases.ts";
import { ofPaper } from "../../shared/model/by-paper.ts";
import { resourcesFolder } from "./files/resources.ts";
import { newIssue } from "./fixture.cases.ts";
import { closePool } from "./tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "./workbench.ts";

afterAll(closePool);

const resources = resourcesFolder();
const fresh = (): Promise<string> => mkdtemp(path.join(tmpdir(), "stancemark-test-"));
const open = (folder: string): Promise<OpenWorkbench> =>
  openWorkbench({ folder, program: "a test", coder: "Tester", resources });

async function sample(): Promise<{
  folder: string;
  workbench: OpenWorkbench;
  paper: Awaited<ReturnType<OpenWorkbench["importPaper"]>>["paper"];
}> {
  const folder = await fresh();
  const workbench = await open(folder);
  const [result] = await workbench.importSample({});
  if (result === undefined) throw new Error("The sample was not imported.");
  return { folder, workbench, paper: result.paper };
}

test("the sample comes in with printed page labels, headings, and its sentences in order", async () => {
  const { workbench, paper } = await sample();
  const content = await workbench.content({ paper: paper.id });
  expect(content.pages.map((page) => page.label)).toEqual(["i", "ii", "iii", "1", "2", "3", "4", "5"]);
  const source = await readFile(path.join(resources, "sample/sample.md"), "utf8");
  const headings = content.blocks
    .filter((block) => block.kind === "heading")
    .map((block) => content.text.slice(block.start, block.end));
  const wanted = [...source.matchAll(/^#+ (.*)$/gm)].map((found) => found[1] ?? "");
  expect(headings.filter((heading) => heading !== "Contents")).toEqual(wanted);
  // Truth test: sentences of the source that occur, word for word and in this order, in the canonical text.
  const sentences = source
    .replace(/\[\^\w+\]|[*]/g, "")
    .split("\n\n")
    .filter((part) => /^[A-Z][^|]*[.]$/.test(part))
    .flatMap((part) => part.split(/(?<=[.])\s+/));
  const found = sentences.filter((sentence) =>
    content.text.replaceAll("\n", " ").includes(sentence.replaceAll("\n", " ")),
  );
  console.log(`${found.length} of ${sentences.length} sentences of the sample are in the canonical text word for word`);
  expect(found.length / sentences.length).toBeGreaterThan(0.97);
  await workbench.close();
});

test("changes survive closing and opening, and undo reaches over it", async () => {
  const { folder, workbench } = await sample();
  const before = await workbench.state({});
  await workbench.close();
  const again = await open(folder);
  expect((await again.state({})).library).toEqual(before.library);
  await again.undo({});
  expect(Object.keys((await again.state({})).library.annotations)).toEqual([]);
  await again.redo({});
  expect((await again.state({})).library).toEqual(before.library);
  expect(await again.verify({})).toEqual({ ok: true, problems: [] });
  await again.close();
});

test("a torn last line is dropped and said; a damaged line in the middle leaves the library to be read only", async () => {
  const { folder, workbench } = await sample();
  await workbench.close();
  const [name = ""] = await readdir(path.join(folder, "journal"));
  const file = path.join(folder, "journal", name);
  const whole = await readFile(file, "utf8");
  await appendFile(file, '{"sha256":"12ab');
  const torn = await open(folder);
  expect(inWords((await torn.state({})).notices)).toEqual([expect.stringContaining("was incomplete")]);
  await torn.close();
  await writeFile(file, whole.replace("sample.pdf", "simple.pdf"));
  const damaged = await open(folder);
  const state = await damaged.state({});
  expect(state.access).toMatchObject({ mode: "read" });
  expect(String(inWords(state.notices))).toMatch(/of journal file .* is damaged/);
  await expect(damaged.undo({})).rejects.toMatchObject({ code: "readOnly" });
  await damaged.close();
});

test("a damaged snapshot falls back to the copy and the journal", async () => {
  const { folder, workbench } = await sample();
  const before = await workbench.state({});
  await workbench.close();
  await (await open(folder)).close();
  const main = path.join(folder, "library.json");
  await writeFile(`${main}.bak`, await readFile(main));
  await writeFile(main, "{}");
  const again = await open(folder);
  expect((await again.state({})).library).toEqual(before.library);
  await again.close();
});

test("the same bytes again are the same paper; a foreign quote is refused and nothing changes", async () => {
  const { workbench, paper } = await sample();
  const bytes = await readFile(path.join(resources, "sample/sample.pdf"));
  expect(await workbench.importPaper({ name: "again.pdf", bytes })).toMatchObject({
    duplicate: true,
    paper: { id: paper.id },
  });
  const { version } = await workbench.state({});
  const { added, failed } = await workbench.annotate({
    rows: [
      { paper: paper.title, quote: "words that are not there", positions: [] },
      { paper: paper.title, quote: "the company", positions: [] },
    ],
  });
  expect(added).toEqual([]);
  expect(failed.map((failure) => failure.reason.key)).toEqual(["quote.notFound", "quote.several"]);
  expect((await workbench.state({})).version).toBe(version);
  await workbench.close();
});

test("a second opener reads only, is told who writes, and follows", async () => {
  const { folder, workbench, paper } = await sample();
  const second = await open(folder);
  expect((await second.state({})).access).toMatchObject({ mode: "read", holder: { program: "a test" } });
  await expect(second.undo({})).rejects.toMatchObject({ code: "readOnly" });
  const heard = new Promise((resolve) => second.subscribe(resolve));
  await workbench.annotate({
    rows: [{ paper: paper.id, quote: "It takes no side", positions: [{ issue: "Method" }] }],
  });
  expect(await heard).toMatchObject({ kind: "change" });
  expect((await second.state({})).library).toEqual((await workbench.state({})).library);
  await second.close();
  await workbench.close();
});

test("a backup brings its state back as one change that can be undone", async () => {
  const { workbench, paper } = await sample();
  const before = (await workbench.state({})).library;
  await workbench.backup({});
  await workbench.annotate({ rows: [{ paper: paper.id, quote: "It takes no side", positions: [] }] });
  await workbench.restore({});
  expect((await workbench.state({})).library).toEqual(before);
  await workbench.undo({});
  expect(Object.keys(ofPaper((await workbench.state({})).library.annotations, paper.id))).toHaveLength(33);
  await workbench.close();
});

test("the annotated PDF begins with the source's bytes, and another reader finds every claim where it should be", async () => {
  const { workbench, paper } = await sample();
  const made = await workbench.exportPaper({ paper: paper.id, format: "pdf" });
  const source = await readFile(path.join(resources, "sample/sample.pdf"));
  expect(Buffer.from(made.bytes).subarray(0, source.length).equals(source)).toBe(true);
  expect(made).toMatchObject({ annotations: 32, warnings: [] });
  const pdf = await getDocument({ data: new Uint8Array(made.bytes), verbosity: 0 }).promise;
  const { library } = await workbench.state({});
  const wanted = new Map(
    Object.values(ofPaper(library.annotations, paper.id)).map((annotation) => [annotation.id as string, annotation]),
  );
  let seen = 0;
  for (let number = 1; number <= paper.pages; number++) {
    const page = await pdf.getPage(number);
    for (const annotation of await page.getAnnotations()) {
      if (annotation.subtype !== "Highlight") continue;
      seen++;
      const claim = [...wanted.values()].find((candidate) =>
        candidate.passage.areas.some(
          (area) =>
            area.page === number - 1 &&
            Math.abs((area.quads[0]?.[0] ?? 0) - annotation.quadPoints[0]) < 0.01 &&
            Math.abs((area.quads[0]?.[1] ?? 0) - annotation.quadPoints[1]) < 0.01,
        ),
      );
      expect(claim).toBeDefined();
      expect(annotation.titleObj.str).toBe("Sample coder");
      expect(annotation.contentsObj.str).toContain("Actor: ");
    }
  }
  expect(seen).toBe(32);
  expect((await pdf.getAttachments())?.get("stancemark.json")).toBeDefined();
  expect((await pdf.getOutline())?.at(-1)?.title).toBe("Claims");
  const file = path.join(await fresh(), "a.pdf");
  await writeFile(file, made.bytes);
  if (spawnSync("qpdf", ["--version"]).error !== undefined)
    console.log("qpdf is not installed: its check of the annotated PDF is left out");
  else
    expect(execFileSync("qpdf", ["--check", file], { encoding: "utf8" })).toContain(
      "No syntax or stream encoding errors",
    );
  await workbench.close();
});

test("a Markdown paper is typeset and its claims are on the pages", async () => {
  const workbench = await open(await fresh());
  const { paper } = await workbench.importPaper({
    name: "sample.md",
    bytes: await readFile(path.join(resources, "sample/sample.md")),
  });
  await workbench.annotate({
    rows: [
      {
        paper: paper.id,
        quote: "public money for passengers has become public money for shareholders",
        positions: [{ issue: "Fares", stance: "-" }],
      },
    ],
  });
  expect(await workbench.exportPaper({ paper: paper.id, format: "pdf" })).toMatchObject({
    annotations: 1,
    warnings: [],
  });
  await workbench.close();
});

test("a daily backup that cannot be written is in the state that a window begins with, and the library opens", async () => {
  const { folder, workbench } = await sample();
  await workbench.close();
  const backups = path.join(folder, "backups");
  await rm(backups, { recursive: true, force: true });
  await symlink(path.join(folder, "nowhere"), backups);
  const again = await open(folder);
  await expect.poll(async () => (await again.state({})).upkeep.backup?.key).toMatch(/^disk\./);
  await again.commit({ label: "Add", edits: [newIssue("A")] });
  await again.close();
});

test("an edit that has not its form is refused by the library itself, from wherever it comes", async () => {
  const workbench = await open(await fresh());
  const edit = newIssue("A");
  const wrong = { ...edit, to: { ...edit.to, colour: "red" } } as unknown as Edit;
  for (const edits of [[wrong], [null as unknown as Edit], [{} as unknown as Edit]])
    await expect(workbench.commit({ label: "Add", edits })).rejects.toMatchObject({ name: "ZodError" });
  expect((await workbench.state({})).version).toBeNull();
  await workbench.close();
});
