import { afterAll, expect, onTestFinished, test } from "vitest";
import { pageLabelAt } from "../../../shared/model/page-map.ts";
import { labelEdits } from "../../../shared/papers/page-labels.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { oneColumn } from "../import/pdf/fixtures/papers.ts";
import { closePool } from "../tasks/run-task.ts";
import { openWorkbench } from "../workbench.ts";

afterAll(closePool);

test("pages that were given other numbers are cited by them everywhere, and no longer after undo", {
  timeout: 60_000,
}, async () => {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  const { paper } = await workbench.importPaper({ name: "a.pdf", bytes: oneColumn().bytes });
  const quote = "an efficient and affordable scheme";
  await workbench.annotate({ rows: [{ paper: paper.id, quote, nth: 1, positions: [{ issue: "Water" }] }] });
  const cited = async (): Promise<unknown[]> => {
    const content = await workbench.content({ paper: paper.id });
    const hits = (await workbench.search({ query: `"${quote}"` })).hits;
    const text = async (format: "csv" | "md"): Promise<string> =>
      Buffer.from((await workbench.exportPaper({ paper: paper.id, format })).bytes).toString();
    const report = Buffer.from((await workbench.report({ format: "md" })).bytes).toString();
    return [
      pageLabelAt(content, content.text.indexOf(quote)),
      hits[0]?.page,
      (await text("csv")).includes("xxvii"),
      report.includes("xxvii"),
    ];
  };
  const before = await cited();
  expect(before).toEqual(["1", "1", false, false]);
  const labels = [{ from: 1, to: 2, style: "roman", prefix: "", start: 27 } as const];
  await workbench.commit({ label: "Number the pages", edits: labelEdits(paper, labels) });
  expect(await cited()).toEqual(["xxvii", "xxvii", true, true]);
  const { bytes } = await workbench.exportPaper({ paper: paper.id, format: "pdf" });
  const fresh = await openWorkbench({
    folder: await temporaryFolder(),
    coder: "Grace",
    program: "a test",
    resources: resourcesFolder(),
  });
  onTestFinished(() => fresh.close());
  expect((await fresh.importPaper({ name: "b.pdf", bytes })).paper.labels).toEqual(labels);
  await workbench.undo({});
  expect(await cited()).toEqual(before);
});
