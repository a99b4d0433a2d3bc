import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PaperId } from "../../shared/model/ids.ts";
import { readCsv } from "./files/csv.ts";
import { resourcesFolder } from "./files/resources.ts";
import { closePool } from "./tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "./workbench.ts";

/** Words of a paper and of its coder that would do something in another program. */
const formula = '=HYPERLINK("http://evil.example","x")';
const page = `# The <script>alert(1)</script> Weir

The weir <img src=x onerror=alert(1)> stays closed. ${formula} is said here.

[link](javascript:alert(1)) and [file](file:///etc/passwd) and [web](https://example.org/a"onclick="x).
`;

let folder = "";
let workbench: OpenWorkbench;
let paper: PaperId;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "stancemark-"));
  workbench = await openWorkbench({
    folder,
    coder: "=cmd|' /C calc'!A0",
    program: "a test",
    resources: resourcesFolder(),
  });
  const made = await workbench.importPaper({ name: "a.md", bytes: new TextEncoder().encode(page) });
  paper = made.paper.id;
  const positions = [{ issue: "@SUM(A1) <b>x</b>", stance: "supports" }];
  const row = {
    paper,
    quote: `${formula} is said`,
    positions,
    actor: "+actor</title>",
    note: "-1+1 <script>x</script>",
  };
  expect((await workbench.annotate({ rows: [row] })).failed).toEqual([]);
}, 60_000);

afterAll(async () => {
  await workbench.close();
  await closePool();
  await rm(folder, { recursive: true, force: true });
});

type Format = "html" | "md" | "csv" | "xlsx" | "docx" | "json";

/** The paper and the report over the library in a form. */
async function both(format: Format): Promise<readonly Uint8Array[]> {
  const file = await workbench.exportPaper({ paper, format, summary: true });
  const all = await workbench.report({ format, query: {} });
  return [file.bytes, all.bytes];
}

test("a page runs nothing, loads nothing and says so in a policy", { timeout: 60_000 }, async () => {
  for (const bytes of await both("html")) {
    const html = strFromU8(bytes);
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((tag) => tag[1]?.toLowerCase()));
    for (const tag of ["script", "img", "iframe", "object", "embed", "link", "base", "form", "input", "b"])
      expect([tag, tags.has(tag)]).toEqual([tag, false]);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'`);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<title>"));
    for (const [attribute] of html.matchAll(/<[^>]*\s(on[a-z]+)\s*=/gi)) expect(attribute).toBe("none");
    for (const [, target = ""] of html.matchAll(/\s(?:href|src)="([^"]*)"/gi))
      expect(target).toMatch(/^(#|https?:|mailto:)/);
  }
});

test("a table has no formula, and gives its words back", { timeout: 60_000 }, async () => {
  for (const bytes of await both("csv")) {
    const text = strFromU8(bytes);
    for (const field of text.split(/[,\n]/)) expect(field).not.toMatch(/^"?[=+@]/);
    const [row] = readCsv(text);
    expect(Object.values(row ?? {})).toEqual(expect.arrayContaining([`${formula} is said`, "-1+1 <script>x</script>"]));
  }
  for (const bytes of await both("xlsx")) {
    const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".xml") || name.endsWith(".rels"));
    const all = files.map(([, content]) => strFromU8(content)).join("\n");
    expect(all).toContain("HYPERLINK");
    expect(all).not.toMatch(/<f[ >]|externalLink|DDE|TargetMode="External"/);
  }
});

test("a document has no field, no macro and no link but to the web", { timeout: 60_000 }, async () => {
  for (const bytes of await both("docx")) {
    const files = unzipSync(bytes);
    expect(Object.keys(files).filter((name) => /vba|activeX|embeddings|oleObject/i.test(name))).toEqual([]);
    const all = Object.entries(files)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([, content]) => strFromU8(content))
      .join("\n");
    expect(all).toContain("HYPERLINK(");
    for (const [, field = ""] of all.matchAll(/<w:(?:instrText[^>]*>|fldSimple[^>]*w:instr=")([^<"]*)/g))
      expect(field.trim()).toMatch(/^(PAGE|NUMPAGES|TOC|REF|PAGEREF)\b/);
    for (const [, target = ""] of all.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g))
      expect(target).toMatch(/^(https?:|mailto:)/);
  }
});

test("Markdown holds words and no mark-up of theirs", { timeout: 60_000 }, async () => {
  for (const bytes of await both("md")) {
    const body = strFromU8(bytes).replace(/^---\n[\s\S]*?\n---\n/, "");
    expect(body).toContain("HYPERLINK");
    expect(body).not.toMatch(/(?<!\\)<(script|img|b)\b/i);
    expect(body).not.toMatch(/\]\((javascript|file):/i);
  }
});

test("JSON says the words as they are", { timeout: 60_000 }, async () => {
  const [claims] = await both("json");
  expect(JSON.stringify(JSON.parse(strFromU8(claims ?? new Uint8Array())))).toContain("=HYPERLINK");
});

test("an annotated PDF starts nothing and opens no address but the web's", { timeout: 60_000 }, async () => {
  const { bytes } = await workbench.exportPaper({ paper, format: "pdf", summary: true });
  const text = Buffer.from(bytes).toString("latin1");
  expect(text).not.toMatch(/\/(JavaScript|JS|Launch|SubmitForm|ImportData|OpenAction|AA|RichMedia|GoToR|GoToE)\b/);
  for (const [, target = ""] of text.matchAll(/\/URI\s*\(([^)]*)\)/g)) expect(target).toMatch(/^(https?:|mailto:)/);
});
