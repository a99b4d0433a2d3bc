import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Change } from "../../../shared/change/change.ts";
import type { PaperRecords } from "../../../shared/contract/opening-calls.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { ofPaper, withoutPapers } from "../../../shared/model/by-paper.ts";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type PackedRecords, packRecords, type RecordTables } from "../../../shared/papers/packed-records.ts";
import { RecordLoader } from "./record-loader.ts";

const whole = sampleLibrary();
const without = (library: Library): Library => ({
  ...library,
  annotations: withoutPapers(library.annotations, new Set([ids.paper])),
  positions: withoutPapers(library.positions, new Set([ids.paper])),
});
const empty = newId(PaperId);
const missing = [ids.paper, empty] as PaperId[];

/** A loader of the sample's paper and one without records; questions are answered by hand, in any order. */
function loading(answerWith: (paper: string) => PackedRecords = packed) {
  const asked: { papers: PaperId[]; answer: (last?: number) => Promise<void>; fail: () => Promise<void> }[] = [];
  const changes: (Library | null)[] = [];
  const retries: (() => void)[] = [];
  const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const loader: RecordLoader = new RecordLoader(without(whole), 5, missing, {
    ask: (papers) => {
      const { promise, resolve, reject } = Promise.withResolvers<PaperRecords>();
      const texts = Object.fromEntries(papers.map((paper) => [paper, answerWith(paper)]));
      asked.push({
        papers,
        answer: (last = 5) => {
          resolve({ last, papers: texts });
          return later();
        },
        fail: () => {
          reject(new Error("lost"));
          return later();
        },
      });
      return promise;
    },
    onChange: () => void changes.push(loader.library),
    pause: () => undefined,
    waitToRetry: () => new Promise((resolve) => retries.push(resolve)),
  });
  return { loader, asked, changes, retries, later };
}

function pack(tables: RecordTables): PackedRecords {
  const { head, columns } = packRecords(tables);
  return { head, columns: deflateRawSync(columns) };
}

function packed(paper: string): PackedRecords {
  return pack({ annotations: ofPaper(whole.annotations, paper), positions: ofPaper(whole.positions, paper) });
}

test("everything is asked for once, and the library is whole when it has come", async () => {
  const { loader, asked } = loading();
  loader.start();
  expect(asked.flatMap(({ papers }) => papers)).toEqual(missing);
  expect(loader.progress).toEqual({ done: 0, total: 2 });
  await asked[0]?.answer();
  expect([loader.progress, loader.library]).toEqual([null, whole]);
});

test("a paper that is opened comes at once, and its claims are shown before those of others", async () => {
  const { loader, asked, changes } = loading();
  const shown = loader.show(ids.paper);
  expect(asked.map(({ papers }) => papers)).toEqual([[ids.paper]]);
  await asked[0]?.answer();
  await shown;
  expect(loader.progress).toEqual({ done: 1, total: 2 });
  expect(changes.at(-1)?.annotations).toEqual(whole.annotations);
  loader.start();
  expect(asked.at(-1)?.papers).toEqual([empty]);
});

test("a paper that came unasked is shown with all others, or when it is opened", async () => {
  const { loader, asked, changes } = loading();
  loader.show(empty);
  loader.start();
  await asked[1]?.answer();
  expect(loader.progress).toEqual({ done: 1, total: 2 });
  expect(changes.at(-1)).toEqual(without(whole));
  expect(changes.at(-1)).toBe(loader.library);
  await loader.show(ids.paper);
  expect(changes.at(-1)).toEqual(whole);
  expect(asked).toHaveLength(2);
});

test("what is ahead of the news is shown when they have come", async () => {
  const claim = Object.values(ofPaper(whole.annotations, ids.paper))[0];
  if (claim === undefined) throw new Error("the sample has no claim");
  const edited = { ...claim, note: "meanwhile" };
  const change = { edits: [{ table: "annotations", from: claim, to: edited }] } as unknown as Change;
  const { loader, asked, later } = loading((paper) => {
    const annotations = ofPaper(whole.annotations, paper);
    const changed = paper === ids.paper ? { ...annotations, [claim.id]: edited } : annotations;
    return pack({ annotations: changed, positions: ofPaper(whole.positions, paper) });
  });
  let isShown = false;
  const shown = loader.show(ids.paper).then(() => {
    isShown = true;
  });
  await asked[0]?.answer(6);
  expect(isShown).toBe(false);
  loader.takeChange(6, change);
  await later();
  expect(isShown).toBe(true);
  await shown;
  expect(ofPaper(loader.library.annotations, ids.paper)[claim.id]).toEqual(edited);
});

test("what fails is asked for again, and who waits for it hears of it", async () => {
  const { loader, asked, retries, later } = loading();
  loader.start();
  await asked[0]?.fail();
  expect([asked.length, retries.length]).toEqual([1, 1]);
  retries[0]?.();
  await later();
  expect(asked[1]?.papers).toEqual(missing);
  const opened = loading();
  const refused = expect(opened.loader.show(ids.paper)).rejects.toThrow("lost");
  await opened.asked[0]?.fail();
  await refused;
  expect(opened.asked.flatMap(({ papers }) => papers)).toEqual([ids.paper, empty, ids.paper]);
});

test("what comes after the end counts for nothing, and nobody waits for it any longer", async () => {
  const { loader, asked, changes } = loading();
  const shown = loader.show(ids.paper);
  loader.start();
  loader.stop();
  for (const { answer } of asked) await answer();
  await shown;
  expect([loader.progress, changes]).toEqual([{ done: 0, total: 2 }, []]);
});
