import { afterAll, onTestFinished } from "vitest";
import { resourcesFolder } from "./files/resources.ts";
import { temporaryFolder } from "./fixture.cases.ts";
import { closePool } from "./tasks/run-task.ts";
import { workbenchSuite } from "./workbench.suite.ts";
import { openWorkbench } from "./workbench.ts";

afterAll(closePool);

workbenchSuite(async () => {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
});
