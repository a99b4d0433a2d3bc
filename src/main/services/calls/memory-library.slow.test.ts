import { afterAll, expect, test } from "vitest";
import type { Workbench } from "../../../shared/contract/workbench.ts";
import { closePool } from "../tasks/run-task.ts";
import { workbenchSuite } from "../workbench.suite.ts";
import { contextOf } from "./context.cases.ts";
import { bindCalls } from "./table.ts";

afterAll(closePool);

function memoryWorkbench(): Workbench {
  const context = contextOf();
  return { ...bindCalls(context), subscribe: (listener) => context.store.subscribe(listener) };
}

// All calls of the contract work on a second implementation of the store, with no caller changed.
workbenchSuite(async () => memoryWorkbench());

test("pages of a paper in memory are drawn and read by a worker", { timeout: 60_000 }, async () => {
  const workbench = memoryWorkbench();
  const [sample] = await workbench.importSample({});
  const paper = sample?.paper.id;
  if (paper === undefined) throw new Error("The sample was not imported.");
  const text = await workbench.pageText({ paper, page: 3 });
  expect(text.boxes.length).toBeGreaterThan(0);
  const whole = { width: 60, height: 80 };
  const picture = await workbench.pagePicture({ paper, page: 3, whole, tile: { x: 0, y: 0, ...whole } });
  expect(Buffer.from(picture.subarray(1, 4)).toString()).toBe("PNG");
});
