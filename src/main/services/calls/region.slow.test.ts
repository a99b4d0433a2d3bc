import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { codedIn } from "../../../shared/claims/claims.ts";
import type { Region } from "../../../shared/model/annotation.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { openPageText } from "../../../shared/page-view/page-text.ts";
import { byPdfjs } from "../export/pdf/pdf.cases.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { onePage } from "../page-images/fixtures/one-page.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

afterAll(closePool);

async function open(): Promise<OpenWorkbench> {
  const folder = path.join(await temporaryFolder(), "library");
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

async function given(entries = ""): Promise<{ workbench: OpenWorkbench; paper: PaperId }> {
  const workbench = await open();
  const bytes = onePage("HXMEB", { x: 80, y: 200 }, entries);
  const { paper } = await workbench.importPaper({ name: "paper.pdf", bytes });
  return { workbench, paper: paper.id };
}

const region: Region = { page: 0, x: 20, y: 30, width: 60, height: 40, quote: "" };

async function exported(workbench: OpenWorkbench, paper: PaperId, format: "pdf" | "csv" | "json" | "md" | "html") {
  const file = await workbench.exportPaper({ paper, format });
  return Buffer.from(file.bytes);
}

test.each([
  ["upright", ""],
  ["turned by 90 degrees", "/Rotate 90"],
  ["turned by 180 degrees", "/Rotate 180"],
  ["turned by 270 degrees", "/Rotate 270"],
  ["cropped and turned", "/CropBox [40 100 250 380] /Rotate 90"],
  ["with a media box away from the origin", "/MediaBox [-50 -20 250 380]"],
  ["with larger units", "/UserUnit 2"],
])("a rectangle around a word of a page %s is a Square around it in the PDF", async (_name, entries) => {
  const { workbench, paper } = await given(entries);
  const page = openPageText(await workbench.pageText({ paper, page: 0 }), [0]);
  const word = page.lines[0]?.box ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const around = { x: word.x0 - 2, y: word.y0 - 2, width: word.x1 - word.x0 + 4, height: word.y1 - word.y0 + 4 };
  const row = {
    paper,
    quote: "",
    region: { ...region, ...around },
    positions: [{ issue: "Water", stance: "supports" }],
  };
  const words = { paper, quote: "HXMEB", positions: [{ issue: "Air" }] };
  expect(await workbench.annotate({ rows: [row, words] })).toMatchObject({ failed: [], added: [{}, {}] });
  const { pages } = await byPdfjs(await exported(workbench, paper, "pdf"));
  const [square] = pages[0]?.filter(({ subtype }) => subtype === "Square") ?? [];
  const [highlight] = pages[0]?.filter(({ subtype }) => subtype === "Highlight") ?? [];
  const rectOf = (one: unknown) => (one as { rect: number[] }).rect;
  const [left = 0, bottom = 0, right = 0, top = 0] = rectOf(square);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rectOf(highlight);
  for (const side of [x0 - left, y0 - bottom, right - x1, top - y1]) expect(Math.abs(side)).toBeLessThan(7);
  expect(square?.contentsObj.str).toContain("Water");
  expect(square?.titleObj.str).toBe("Ada");
});

test("a rectangle has no words: it is not quoted, highlighted or counted as covered, and its files name its place", async () => {
  const { workbench, paper } = await given();
  const row = { paper, quote: "A falling line", region, positions: [{ issue: "Water", stance: "supports" }] };
  const { added, notices } = await workbench.annotate({
    rows: [row, { ...row, quote: "", region: { ...region, y: 5 } }],
  });
  expect([added.length, notices.length]).toEqual([2, 1]);
  const table = parse(await exported(workbench, paper, "csv"), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(table.map(({ quote, area, start, page }) => ({ quote, area, start, page }))).toEqual([
    { quote: "", area: "1,20,5,60,40", start: "", page: "1" },
    { quote: "A falling line", area: "1,20,30,60,40", start: "", page: "1" },
  ]);
  expect((await exported(workbench, paper, "json")).toString("utf8")).toContain('"area": "1,20,30,60,40"');
  expect((await exported(workbench, paper, "md")).toString("utf8")).toContain("area on the page");
  expect(await workbench.verify({})).toMatchObject({ problems: [] });
  const { hits } = await workbench.search({ query: "falling", limit: 10 });
  expect(hits).toMatchObject([{ page: "1", annotation: added[0]?.annotation.id }]);
});

test("the same rectangle is not coded twice, and one that was exported comes back as it was", async () => {
  const { workbench, paper } = await given();
  const row = { paper, quote: "typed", region, positions: [{ issue: "Water" }] };
  await workbench.annotate({ rows: [row] });
  expect(await workbench.annotate({ rows: [row] })).toMatchObject({ added: [], existing: [{ row: 0 }] });
  const stored = codedIn((await workbench.state({})).library, paper);

  const other = await open();
  const pdf = await exported(workbench, paper, "pdf");
  const { paper: again } = await other.importPaper({ name: "annotated.pdf", bytes: pdf });
  const back = codedIn((await other.state({})).library, again.id);
  expect(back.map(({ annotation }) => annotation)).toEqual(stored.map(({ annotation }) => annotation));

  const third = await open();
  await third.importPaper({ name: "paper.pdf", bytes: onePage("HXMEB", { x: 80, y: 200 }, "") });
  const csv = await exported(workbench, paper, "csv");
  expect(await third.importClaims({ name: "claims.csv", bytes: csv })).toMatchObject({ added: 1, failed: [] });
  const [only] = codedIn(
    (await third.state({})).library,
    Object.values((await third.state({})).library.papers)[0]?.id ?? again.id,
  );
  expect(only?.annotation.passage.region).toEqual({ ...region, quote: "typed" });
});

test.each([
  ["beyond the last page", { page: 7 }, "has no page 8"],
  ["beside its page", { x: 5000 }, "must be on the page"],
  ["too small to be meant", { width: 2 }, "must be on the page"],
])("a rectangle %s is refused", async (_name, part, reason) => {
  const { workbench, paper } = await given();
  await expect(workbench.describeRegion({ paper, region: { ...region, ...part } })).rejects.toThrow(reason);
});

test("a paper without pages has no rectangles", async () => {
  const workbench = await open();
  const { paper } = await workbench.importPaper({ name: "paper.txt", bytes: Buffer.from("Some words.") });
  await expect(workbench.describeRegion({ paper: paper.id, region })).rejects.toThrow("no pages as pictures");
});

test("a rectangle over the edge is cut there", async () => {
  const { workbench, paper } = await given();
  const { sheet } = openPageText(await workbench.pageText({ paper, page: 0 }), [0]);
  const { region: cut } = await workbench.describeRegion({ paper, region: { ...region, x: -10, y: -5, width: 9000 } });
  expect(cut).toMatchObject({ x: 0, y: 0, width: sheet.width, height: 35 });
});
