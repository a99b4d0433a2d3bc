import path from "node:path";
import { PaperId } from "../../../shared/model/ids.ts";
import { digest } from "../files/digest.ts";
import { listIfThere } from "../files/durable.ts";
import type { FileStore } from "../store/file-store.ts";
import { PaperFiles } from "../store/paper-files.ts";
import { listPaper, readManifest } from "../store/paper-manifest.ts";

/**
 * Write the lists of files of papers that came in with a build from before 2026-11-29. A paper with a file that fails
 * its check gets none, and is looked at again the next time. Does nothing once all have one.
 */
export async function listPapers(store: FileStore): Promise<void> {
  if (store.listed || store.access.mode === "read") return;
  const files = new PaperFiles(store.folder, store.disk, (id) => store.library.papers[id]);
  let all = true;
  for (const { id, format, sha256, characters } of Object.values(store.library.papers)) {
    const folder = path.join(store.folder, "papers", id);
    if ((await readManifest(folder, id, store.disk)) !== null) continue;
    const isWhole =
      digest(await files.source(id, format).catch(() => "")) === sha256 &&
      (await files.storedContent(id).then(
        ({ text }) => text.length === characters,
        () => false,
      ));
    if (isWhole && store.access.mode === "write") await listPaper(folder, id, store.disk);
    else all = false;
  }
  // Of removed papers nothing else says what their files must be.
  const removed = (await listIfThere(path.join(store.folder, "papers"), store.disk)).filter(
    (name) => !Object.hasOwn(store.library.papers, name),
  );
  for (const name of removed) {
    const id = PaperId.safeParse(name).data;
    const folder = path.join(store.folder, "papers", name);
    if (id !== undefined && (await readManifest(folder, id, store.disk)) === null && store.access.mode === "write")
      await listPaper(folder, id, store.disk);
  }
  store.listed = all;
}
