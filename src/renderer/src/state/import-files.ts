import { WorkbenchError } from "../../../shared/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { texts } from "../i18n/texts.ts";
import { type AskedReading, attempt, openPaper, type ReadingQuestion, tell, useStore } from "./store.ts";

/** Bring files in one after the other; duplicates, warnings and failures are told in words. A password is asked for where one is needed. */
export async function importFiles(files: readonly Readonly<{ name: string; bytes: Uint8Array }>[]): Promise<void> {
  const told: string[] = [];
  let bad = false;
  for (const file of files) {
    try {
      // Of many files each is read as it is found to be; a guess can be corrected in the paper's details.
      const reading = files.length === 1 ? await readingOf(file) : {};
      if (reading === null) return;
      const { paper, duplicate, annotations, warnings } = await importOne({ ...file, ...reading }, undefined);
      told.push(texts().t(duplicate ? "import.duplicate" : "import.done", { title: paper.title }));
      if (annotations > 0) told.push(texts().t("import.annotations", { count: annotations }));
      told.push(...warnings);
      if (files.length === 1) await openPaper(paper.id);
    } catch (error) {
      bad = true;
      told.push(
        texts().t("import.failed", { name: file.name, why: error instanceof Error ? error.message : String(error) }),
      );
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

type File = Readonly<{ name: string; bytes: Uint8Array }>;

/** How a file is to be read: asked for where its encoding is a guess or its lines could be either; null when the reader gives up. */
async function readingOf(file: File): Promise<AskedReading | null> {
  const { workbench } = useStore.getState();
  // What can't be read is refused by the import itself, with the same sentence.
  const preview = await workbench.previewText({ source: file }).catch(() => null);
  if (preview === null || !(preview.isEncodingGuessed || preview.areLinesUnsure)) return {};
  return askReading({ name: file.name, source: file, now: {} });
}

/** Ask how a text is to be read, with a preview; null when the reader gives up. */
export function askReading(question: ReadingQuestion): Promise<AskedReading | null> {
  return new Promise((answer) => useStore.setState({ reading: { question, answer } }));
}

/** Let the reader choose anew how a paper's text is read. Its claims and notes stay at their words. */
export async function rereadPaper(id: PaperId): Promise<void> {
  const { workbench, library } = useStore.getState();
  const paper = library.papers[id];
  if (paper === undefined) return;
  const { encoding, lines } = paper.reading ?? { encoding: null, lines: null };
  const now = { ...(encoding === null ? {} : { encoding }), ...(lines === null ? {} : { lines }) };
  const chosen = await askReading({ name: paper.title, source: { paper: id }, now });
  if (chosen === null) return;
  const done = await attempt(() => workbench.rereadPaper({ paper: id, ...chosen }));
  if (done !== null) tell([texts().t("reading.done", { title: done.paper.title }), ...done.warnings].join(" "));
}

async function importOne(
  file: File & AskedReading,
  password: string | undefined,
): ReturnType<ReturnType<typeof useStore.getState>["workbench"]["importPaper"]> {
  const { workbench } = useStore.getState();
  const job = crypto.randomUUID();
  useStore.setState({ progress: { job, label: file.name, done: 0, total: 1 } });
  try {
    return await workbench.importPaper({ ...file, job, ...(password === undefined ? {} : { password }) });
  } catch (error) {
    const asked =
      error instanceof WorkbenchError && error.code === "password" ? await askPassword(file.name, error.message) : null;
    if (asked === null) throw error;
    return importOne(file, asked);
  }
}
