import { expect, test, vi } from "vitest";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { useLibrary } from "./library.ts";
import { usePageMaps, wantPageMaps } from "./page-maps.ts";
import { mayNeedOcr, readWithOcr } from "./read-with-ocr.ts";
import { useReading } from "./reading.ts";
import { useSettings } from "./settings.ts";
import { useShell } from "./shell.ts";
import { contentOf, openWindow } from "./window.cases.ts";

const { paper } = ids;
const read = (title: string) => ({ paper: { title }, duplicate: true, annotations: 0, warnings: [] });

/** Wait for the question, and answer it. */
async function answered(
  choice: Parameters<NonNullable<ReturnType<typeof useShell.getState>["askedOcr"]>["answer"]>[0],
) {
  await vi.waitUntil(() => useShell.getState().askedOcr !== null);
  const { askedOcr } = useShell.getState();
  askedOcr?.answer(choice);
  return askedOcr?.papers;
}

test.each([
  [["pdf.noText"], true],
  [["picture.noText"], true],
  [["pdf.pagesDamaged", "pdf.pagesWithoutText"], true],
  [["pdf.pagesDamaged"], false],
  [[], false],
])("after the warnings %j OCR is offered: %s", (keys, isOffered) => {
  expect(mayNeedOcr(keys.map((key) => ({ key })))).toBe(isOffered);
});

test("languages and pages that were chosen are read, and the languages remembered", async () => {
  const recognisePaper = vi.fn(async () => read("A paper"));
  openWindow(sampleLibrary(), "Ever words.", { recognisePaper: recognisePaper as never });
  const done = readWithOcr([paper]);
  expect((await answered({ languages: ["urd"], pages: [2] }))?.pages?.shown).toBe(1);
  await done;
  expect(recognisePaper).toHaveBeenCalledWith(expect.objectContaining({ paper, languages: ["urd"], pages: [2] }));
  expect(useSettings.getState().ocrLanguages).toEqual(["urd"]);
  expect(useShell.getState()).toMatchObject({ progress: null, askedOcr: null });
});

test("a question that is closed reads nothing; what fails says which paper and why", async () => {
  const recognisePaper = vi.fn(async () => {
    throw new WorkbenchError("cancelled", message("ocr.noLanguage", { known: ["eng"] }));
  });
  openWindow(sampleLibrary(), "Ever words.", { recognisePaper: recognisePaper as never });
  const closed = readWithOcr([paper]);
  await answered(null);
  await closed;
  expect(recognisePaper).not.toHaveBeenCalled();
  const failed = readWithOcr([paper]);
  await answered({ languages: ["eng"] });
  await failed;
  expect(useShell.getState().message?.text).toContain("was not read with OCR");
  expect(useShell.getState()).toMatchObject({ progress: null, message: { bad: true } });
});

test("a paper that was read again shows its new words and pages", async () => {
  const maps = vi.fn(async () => ({ [paper]: { starts: [[0, "new"]], width: 1, height: 1 } }));
  openWindow(sampleLibrary(), "Ever words.", {
    pageMaps: maps as never,
    content: async () => contentOf("Newly read."),
  });
  wantPageMaps([paper]);
  await vi.waitUntil(() => maps.mock.calls.length === 1);
  const { library } = useLibrary.getState();
  const record = library.papers[paper];
  if (record === undefined) throw new Error("a paper is needed");
  const reading = { encoding: null, lines: null, ocr: "0123456789abcdef" };
  useLibrary.setState({ library: { ...library, papers: { ...library.papers, [paper]: { ...record, reading } } } });
  await vi.waitUntil(() => useReading.getState().content?.text === "Newly read.");
  await vi.waitUntil(() => maps.mock.calls.length === 2);
  expect(usePageMaps.getState()[paper]?.starts).toEqual([[0, "new"]]);
});
