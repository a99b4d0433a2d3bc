import { afterAll, onTestFinished } from "vitest";
import { temporaryFolder } from "./fixture.cases.ts";
import { resourcesFolder } from "./resources.ts";
import { workbenchSuite } from "./workbench.suite.ts";
import { openWorkbench } from "./workbench.ts";
import { closePool } from "./workers/pool.ts";

afterAll(closePool);

workbenchSuite(async () => {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
});
