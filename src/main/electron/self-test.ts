import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { LibraryWindow } from "./library-window.ts";

/**
 * One step of the self-test: what was tried, how long it took in milliseconds, and why it failed; null when it did not.
 */
export type Step = Readonly<{ name: string; time: number; failure: string | null }>;

/** How long the page may take until it is drawn, in milliseconds. */
const drawingTime = 60_000;

/**
 * Try what only the real program shows, on a library of its own in a folder: the window is drawn, the sample is
 * imported, drawn and searched, its annotated PDF and a report are typeset with the program's own fonts, and closing
 * releases the lock. The results are in that folder, `self-test.json` among them. Nothing is left out after a failure
 * but what depends on it.
 */
export async function selfTest(folder: string, open: (library: string) => LibraryWindow): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const step = async <Value>(name: string, work: () => Promise<Value>): Promise<Value | null> => {
    const began = performance.now();
    const took = (): number => Math.round(performance.now() - began);
    try {
      const value = await work();
      steps.push({ name, time: took(), failure: null });
      return value;
    } catch (error) {
      steps.push({ name, time: took(), failure: error instanceof Error ? error.message : String(error) });
      return null;
    }
  };
  const library = path.join(folder, "library");
  await mkdir(folder, { recursive: true });
  const own = open(library);
  const workbench = await step("open a library", () => own.workbench());
  const paper = await step(
    "import the sample",
    async () => (await workbench?.importSample({}))?.[0]?.paper.id ?? none(),
  );
  if (workbench !== null && paper !== null) {
    await step("draw a page", async () => {
      const size = { width: 600, height: 850 };
      const picture = await workbench.pagePicture({ paper, page: 1, whole: size, tile: { x: 0, y: 0, ...size } });
      await writeFile(path.join(folder, "page.png"), picture);
    });
    await step("export an annotated PDF", async () => {
      const { bytes } = await workbench.exportPaper({ paper, format: "pdf", summary: true });
      await writeFile(path.join(folder, "paper.pdf"), bytes);
    });
    for (const format of ["pdf", "docx", "html"] as const)
      await step(`export a report as ${format}`, async () => {
        const { bytes } = await workbench.report({ format });
        await writeFile(path.join(folder, `report.${format}`), bytes);
      });
    await step("search through an index", async () => {
      const { papers } = await workbench.search({ query: "the" });
      if (papers.length === 0) throw new Error("Nothing was found.");
      if (!existsSync(path.join(library, "search"))) throw new Error("There is no index.");
    });
    await step("check the library", async () => {
      const { problems } = await workbench.verify({});
      if (problems.length > 0) throw new Error(`${problems.length} problems`);
    });
  }
  await step("draw the window", () => drawn(own));
  await step("close the library", async () => {
    await own.close(false);
    if (existsSync(path.join(library, "lock"))) throw new Error("The lock is still there.");
  });
  await writeFile(path.join(folder, "self-test.json"), `${JSON.stringify(steps, null, 2)}\n`);
  return steps;
}

function none(): never {
  throw new Error("There is no sample.");
}

/** The page reports what it can do as soon as it is drawn. */
async function drawn(own: LibraryWindow): Promise<void> {
  const until = performance.now() + drawingTime;
  while (own.facts === null) {
    if (performance.now() > until) throw new Error("The page was not drawn.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A step as a line of text. */
export function printStep({ name, time, failure }: Step): string {
  return failure === null ? `ok      ${name} (${time} ms)` : `FAILED  ${name}: ${failure}`;
}
