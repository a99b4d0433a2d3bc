import type { PaperId } from "../../../shared/model/ids.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { resourcesFolder } from "../files/resources.ts";
import { PaperFiles } from "../store/paper-files.ts";
import { openWorkbench } from "../workbench.ts";

/** Make a paper of a closed library one that an older reader has read: with the text of another one, which goes. */
export async function readAsOlder(folder: string, paper: PaperId, other: PaperId): Promise<void> {
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  const content = await workbench.content({ paper: other });
  const { papers } = (await workbench.state({})).library;
  const [own, gone] = [papers[paper], papers[other]];
  if (own === undefined || gone === undefined) throw new Error("The library has not both papers.");
  const { reader: _, ...old } = { ...own, characters: gone.characters };
  await workbench.commit({
    label: "old",
    edits: [
      { table: "papers", from: own, to: old },
      { table: "papers", from: gone, to: null },
    ],
  });
  await workbench.close();
  const files = new PaperFiles(folder);
  const geometry = hasPages(own.format) ? await files.geometry(other) : null;
  await files.writeWords(paper, undefined, { content, geometry });
}
