import { afterAll, expect, onTestFinished, test } from "vitest";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { boxesOf, markedBy } from "../import/pdf/fixtures/marked.ts";
import { oneColumn } from "../import/pdf/fixtures/papers.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

afterAll(closePool);

const { bytes: pdf } = oneColumn();
const text = (words: string): Uint8Array => new TextEncoder().encode(`${words}\n\nNobody wants to pay.\n`);

async function open(): Promise<OpenWorkbench> {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

const titlesIn = async (workbench: OpenWorkbench): Promise<string[]> =>
  Object.values((await workbench.state({})).library.papers).map(({ fileName }) => fileName);

test("papers read side by side are added in the order of their files", { timeout: 60_000 }, async () => {
  const workbench = await open();
  // The PDF takes longest and comes first; one file cannot be read.
  const files = [
    { name: "1.pdf", bytes: pdf },
    { name: "2.txt", bytes: text("Every gate must open.") },
    { name: "3.pdf", bytes: text("%PDF-1.7 and nothing else") },
    { name: "4.txt", bytes: text("Every quay must be repaired.") },
  ];
  const imports = files.map((file, index) =>
    workbench.importPaper({ ...file, job: `${index}`, ...(index === 0 ? {} : { after: `${index - 1}` }) }),
  );
  const ends = await Promise.allSettled(imports);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(await titlesIn(workbench)).toEqual(["1.pdf", "2.txt", "4.txt"]);
});

test("a paper and a marked copy of it, read side by side, are one paper", { timeout: 60_000 }, async () => {
  const workbench = await open();
  const mark = { author: "Grace", created: "D:20240501120000Z", modified: "D:20240502", colour: [1, 0.8, 0] } as const;
  const marked = markedBy(pdf, [
    {
      ...mark,
      subtype: "Text",
      boxes: boxesOf([{ page: 0, box: [5, 400, 25, 420] }]),
      name: "t1",
      contents: "Ask her",
    },
  ]);
  const [first, copy] = await Promise.all([
    workbench.importPaper({ name: "paper.pdf", bytes: pdf, job: "first" }),
    workbench.importPaper({ name: "copy.pdf", bytes: marked, job: "copy", after: "first" }),
  ]);
  expect(copy).toMatchObject({ duplicate: true, annotations: 1, paper: { id: first.paper.id } });
  expect(await titlesIn(workbench)).toEqual(["paper.pdf"]);
});

test("a paper waits for no job that is its own", { timeout: 60_000 }, async () => {
  const workbench = await open();
  await workbench.importPaper({ name: "1.txt", bytes: text("Every gate must open."), job: "one", after: "one" });
  expect(await titlesIn(workbench)).toEqual(["1.txt"]);
});
