import { readFile } from "../client/client.ts";
import { importFiles } from "../state/import-files.ts";

/** Bring in what is dropped anywhere on the window. What is dropped before the library is there waits for it; the page never shows a file instead. */
export function watchDrops(begun: Promise<void>): void {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])].map(readFile);
    void begun.then(
      async () => importFiles(await Promise.all(files)),
      () => undefined,
    );
  });
}
