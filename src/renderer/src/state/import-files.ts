import { WorkbenchError } from "../../../shared/model/errors.ts";
import { texts } from "../i18n/texts.ts";
import { attempt, openPaper, useStore } from "./store.ts";

/** Bring files in one after the other; duplicates, warnings and failures are told in words. A password is asked for where one is needed. */
export async function importFiles(files: readonly Readonly<{ name: string; bytes: Uint8Array }>[]): Promise<void> {
  const told: string[] = [];
  let bad = false;
  for (const file of files) {
    try {
      const { paper, duplicate, annotations, warnings } = await importOne(file, undefined);
      told.push(texts().t(duplicate ? "import.duplicate" : "import.done", { title: paper.title }));
      if (annotations > 0) told.push(texts().t("import.annotations", { count: annotations }));
      told.push(...warnings.map(texts().say));
      if (files.length === 1) await openPaper(paper.id);
    } catch (error) {
      bad = true;
      told.push(texts().t("import.failed", { name: file.name, why: texts().failure(error) }));
    }
  }
  useStore.setState({ progress: null });
  // Several papers are shown side by side, so that none of them takes the place of what is being read.
  if (files.length > 1) useStore.setState({ view: "library" });
  if (told.length > 0) useStore.setState({ message: { text: told.join(" "), bad } });
}

/** Bring in the sample paper and give it the keyboard. */
export async function openSample(): Promise<void> {
  const made = await attempt(() => useStore.getState().workbench.importSample({}));
  const paper = made?.[0]?.paper.id;
  if (paper === undefined) return;
  await openPaper(paper);
  useStore.setState({ goal: { paper, start: 0, focus: true } });
}

function askPassword(name: string, why: string): Promise<string | null> {
  return new Promise((answer) => useStore.setState({ asked: { name, why, answer } }));
}

async function importOne(
  file: Readonly<{ name: string; bytes: Uint8Array }>,
  password: string | undefined,
): ReturnType<ReturnType<typeof useStore.getState>["workbench"]["importPaper"]> {
  const { workbench } = useStore.getState();
  const job = crypto.randomUUID();
  useStore.setState({ progress: { job, label: file.name, done: 0, total: 1 } });
  try {
    return await workbench.importPaper({ ...file, job, ...(password === undefined ? {} : { password }) });
  } catch (error) {
    const asked =
      error instanceof WorkbenchError && error.code === "password"
        ? await askPassword(file.name, texts().failure(error))
        : null;
    if (asked === null) throw error;
    return importOne(file, asked);
  }
}
