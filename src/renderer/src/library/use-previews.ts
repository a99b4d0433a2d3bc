import { useEffect, useState } from "react";
import type { PaperPreview } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { readersOn } from "../../../shared/papers/side-by-side.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import type { FolderFile } from "../state/shell.ts";

/** What a file was found to be; why it can't be imported; or that it asks for a password at its import. */
export type Previewed =
  | Readonly<{ kind: "found"; preview: PaperPreview }>
  | Readonly<{ kind: "failed"; why: string }>
  | Readonly<{ kind: "locked" }>;

/** What each file is, by its place in the list, as it becomes known. Reading stops when the list is gone. */
export function usePreviews(files: readonly FolderFile[]): ReadonlyMap<number, Previewed> {
  const [known, setKnown] = useState<ReadonlyMap<number, Previewed>>(new Map());
  useEffect(() => {
    let isWanted = true;
    let next = 0;
    const read = async (): Promise<void> => {
      while (isWanted && next < files.length) {
        const index = next++;
        const file = files[index];
        if (file === undefined) return;
        const previewed = await preview(file);
        if (isWanted) setKnown((before) => new Map(before).set(index, previewed));
      }
    };
    for (let reader = 0; reader < readersOn(navigator.hardwareConcurrency); reader++) void read();
    return () => {
      isWanted = false;
    };
  }, [files]);
  return known;
}

async function preview({ name, bytes }: FolderFile): Promise<Previewed> {
  try {
    return { kind: "found", preview: await getWorkbench().previewPaper({ name, bytes }) };
  } catch (error) {
    if (error instanceof WorkbenchError && error.code === "password") return { kind: "locked" };
    return { kind: "failed", why: texts().failure(error) };
  }
}
