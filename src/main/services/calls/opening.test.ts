import { inflateRawSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import type { Edit } from "../../../shared/change/edit.ts";
import { claimEdits } from "../../../shared/claims/claim-edits.ts";
import { findOrCreateIssue } from "../../../shared/codebook/find-or-create.ts";
import { ofPaper, papersWithRecords, paperTable, unreadRecords } from "../../../shared/model/by-paper.ts";
import { newId, PaperId, RelationId } from "../../../shared/model/ids.ts";
import { blankPaper, type Paper } from "../../../shared/model/paper.ts";
import { type PackedRecords, unpackRecords } from "../../../shared/papers/packed-records.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { contextOf } from "./context.cases.ts";
import { opening, paperRecords } from "./opening.ts";

const at = "2026-01-02T03:04:05.000Z";

/** A library on disk with papers of so many claims, each with a position, opened again. */
async function libraryWith(counts: readonly number[]): Promise<{ store: FileLibrary; papers: readonly PaperId[] }> {
  const folder = await temporaryFolder();
  const open = () => FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  const first = await open();
  const issue = findOrCreateIssue({}, ["Dues"]);
  await first.commit("An issue", issue.edits);
  const papers: PaperId[] = [];
  for (const [number, count] of counts.entries()) {
    const paper: Paper = {
      ...blankPaper,
      id: newId(PaperId),
      title: `Paper ${number}`,
      authors: [],
      date: null,
      format: "text",
      fileName: "a.txt",
      sha256: `${number}`.repeat(64),
      bytes: 1,
      characters: 1,
      pages: 1,
      author: null,
      added: at,
      coder: first.coder,
    };
    const claims = Array.from({ length: count }, (_, place) =>
      claimEdits({
        paper: paper.id,
        passage: { ranges: [{ start: place, end: place + 3, quote: "The", prefix: "", suffix: "" }], areas: [] },
        actor: null,
        positions: [{ issue: issue.id, stance: null, strength: null }],
        certainty: null,
        note: "",
        coder: first.coder,
        at,
      }),
    );
    papers.push(paper.id);
    const edits: Edit[] = [{ table: "papers", from: null, to: paper }, ...claims.flatMap((claim) => claim.edits)];
    await first.commit("A paper", edits);
  }
  await first.close();
  const store = await open();
  onTestFinished(() => store.close());
  return { store, papers };
}

const tablesOf = ({ library }: FileLibrary, paper: PaperId) => ({
  annotations: ofPaper(library.annotations, paper),
  positions: ofPaper(library.positions, paper),
});
/** Records that were sent, in the form of a store's tables. */
function unpacked(packed: PackedRecords | undefined) {
  if (packed === undefined) throw new Error("there are no records");
  const { annotations, positions } = unpackRecords(packed.head, () => inflateRawSync(packed.columns).toString());
  return { annotations: { ...annotations }, positions: { ...positions } };
}
const isRead = ({ library }: FileLibrary, paper: PaperId): boolean =>
  unreadRecords([paperTable(library.annotations, paper), paperTable(library.positions, paper)]) === null;

test("a small library comes at once", async () => {
  const { store } = await libraryWith([3, 0, 2]);
  const { state, missing } = await opening(contextOf(store), {});
  expect([state, missing]).toEqual([store.state(), []]);
});

test("of a large one the paper that is read comes first, and the others are not read", async () => {
  const { store, papers } = await libraryWith([600, 600, 600, 600]);
  const wanted = papers[3] as PaperId;
  const { state, missing } = await opening(contextOf(store), { paper: wanted });
  expect(state.library.papers).toEqual(store.library.papers);
  expect(ofPaper(state.library.annotations, wanted)).toEqual(tablesOf(store, wanted).annotations);
  expect(missing.length).toBeGreaterThan(0);
  expect(new Set([...missing, ...papersWithRecords(state.library.annotations)])).toEqual(new Set(papers));
  expect(papersWithRecords(state.library.positions)).toEqual(papersWithRecords(state.library.annotations));
  expect(missing.map((paper) => isRead(store, paper))).toEqual(missing.map(() => false));
});

test("papers whose claims are linked to those of the first come with it", async () => {
  const { store, papers } = await libraryWith([1200, 1200, 1200]);
  const [source, target] = [papers[0], papers[2]] as [PaperId, PaperId];
  const end = (paper: PaperId) => {
    const [claim] = Object.values(ofPaper(store.library.annotations, paper));
    if (claim === undefined) throw new Error("there is no claim");
    return { paper, annotation: claim.id };
  };
  const about = { kind: "supports", coder: store.coder, created: at } as const;
  const to = { ...about, id: newId(RelationId), source: end(source), target: end(target) };
  await store.commit("A link", [{ table: "relations", from: null, to }]);
  const { missing } = await opening(contextOf(store), { paper: source });
  expect(missing).toEqual([papers[1]]);
});

test("records of papers are those of one moment, whether they were read before or not", async () => {
  const { store, papers } = await libraryWith([600, 600, 600, 0]);
  const [read, unread] = papers as [PaperId, PaperId];
  expect(Object.keys(tablesOf(store, read).annotations)).toHaveLength(600);
  const { last, papers: packed } = await paperRecords(contextOf(store), { papers: [...papers, newId(PaperId)] });
  expect([last, isRead(store, unread)]).toEqual([store.last, false]);
  for (const paper of papers) {
    const { annotations, positions } = unpacked(packed[paper]);
    const { library } = store;
    expect(annotations).toEqual({ ...paperTable(library.annotations, paper) });
    expect(positions).toEqual({ ...paperTable(library.positions, paper) });
  }
  const none = { count: 0, parts: {} };
  expect(unpacked(Object.values(packed).at(-1))).toEqual({ annotations: none, positions: none });
});

test("what has changed since the snapshot is in the records", async () => {
  const { store, papers } = await libraryWith([2]);
  const [paper] = papers as [PaperId];
  const [claim] = Object.values(ofPaper(store.library.annotations, paper));
  if (claim === undefined) throw new Error("there is no claim");
  await store.commit("A note", [{ table: "annotations", from: claim, to: { ...claim, note: "later" } }]);
  const { last, papers: packed } = await paperRecords(contextOf(store), { papers: [paper] });
  const { annotations } = unpacked(packed[paper]);
  expect([last, annotations]).toEqual([store.last, { ...paperTable(store.library.annotations, paper) }]);
});
