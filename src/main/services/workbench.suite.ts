import { expect, test } from "vitest";
import { encode } from "../../shared/contract/wire.ts";
import type { News, Workbench } from "../../shared/contract/workbench.ts";
import { inWords } from "../../shared/fixtures/in-words.cases.ts";
import { ofPaper } from "../../shared/model/by-paper.ts";
import { newIssue } from "./fixture.cases.ts";

const text =
  "# Water\n\nThe board says that every gate must open before June. Others doubt it.\n\n## Price\n\nNobody wants to pay.\n";
const bytes = new TextEncoder().encode(text);

/**
 * What every way to a workbench must do: directly, over HTTP, over IPC. Each test gets a workbench on a new library.
 */
export function workbenchSuite(fresh: () => Promise<Workbench>): void {
  test("a new library is empty, may be written and has the stance scale", async () => {
    const state = await (await fresh()).state({});
    expect(state).toMatchObject({ access: { mode: "write" }, notices: [], version: null, undo: null, redo: null });
    expect(Object.values(state.library.stances).map((stance) => stance.name)).toContain("supports");
  });

  test("a paper is imported once, read, and its source kept", async () => {
    const workbench = await fresh();
    const first = await workbench.importPaper({ name: "water.md", bytes, author: "Harbour Board", date: "2026-05" });
    expect(first).toMatchObject({
      duplicate: false,
      paper: { format: "markdown", date: "2026-05", bytes: bytes.length },
    });
    const again = await workbench.importPaper({ name: "other.md", bytes });
    expect(again).toMatchObject({ duplicate: true, paper: { id: first.paper.id } });
    const content = await workbench.content({ paper: first.paper.id });
    expect(content.text).toContain("every gate must open");
    expect(content.text).toHaveLength(first.paper.characters);
    expect((await workbench.state({})).library.actors).toMatchObject({
      [first.paper.author ?? ""]: { name: "Harbour Board" },
    });
  });

  test("a passage is described by its words and their surroundings", async () => {
    const workbench = await fresh();
    const { paper } = await workbench.importPaper({ name: "water.md", bytes });
    const start = (await workbench.content({ paper: paper.id })).text.indexOf("every gate");
    const passage = await workbench.describe({ paper: paper.id, ranges: [{ start, end: start + 10 }] });
    expect(passage.ranges[0]).toMatchObject({ quote: "every gate", prefix: expect.stringMatching(/says that $/) });
    const beyond = workbench.describe({ paper: paper.id, ranges: [{ start: 0, end: 1_000_000 }] });
    await expect(beyond).rejects.toMatchObject({ code: "invalid" });
  });

  test("claims are made by their words, row by row, as one change that can be undone", async () => {
    const workbench = await fresh();
    const { paper } = await workbench.importPaper({ name: "water.md", bytes });
    const row = { paper: paper.id, actor: "Board" };
    const result = await workbench.annotate({
      rows: [
        {
          ...row,
          quote: "every gate must open",
          positions: [{ issue: "Water/Gates", stance: "supports", strength: 3 }],
        },
        { ...row, quote: "no such words", positions: [] },
        { ...row, quote: "Nobody wants to pay", positions: [] },
      ],
    });
    expect(result.added.map((result) => result.row)).toEqual([0, 2]);
    expect(inWords(result.failed)).toEqual([{ row: 1, reason: expect.any(String) }]);
    const { library } = await workbench.state({});
    expect(Object.keys(ofPaper(library.annotations, paper.id))).toHaveLength(2);
    expect(Object.values(ofPaper(library.positions, paper.id))).toMatchObject([{ strength: 3 }]);
    expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
    await workbench.undo({});
    expect((await workbench.state({})).library.annotations).toEqual({});
    await workbench.redo({});
    expect((await workbench.state({})).library).toEqual(library);
    expect((await workbench.history({ paper: paper.id })).map((change) => change.undoes === null)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect((await workbench.search({ query: "gate" })).hits).not.toHaveLength(0);
  });

  test("a change is announced to those who listen, and no longer after they stop", async () => {
    const workbench = await fresh();
    const heard: News[] = [];
    const arrived = Promise.withResolvers<void>();
    const stop = workbench.subscribe((news) => {
      heard.push(news);
      arrived.resolve();
    });
    const change = await workbench.commit({ label: "Add A", edits: [newIssue("A")] });
    await arrived.promise;
    expect(heard).toEqual([{ kind: "change", number: 1, change, undo: "Add A", redo: null }]);
    stop();
    await workbench.commit({ label: "Add B", edits: [newIssue("B")] });
    expect(heard).toHaveLength(1);
  });

  test("failures cross with their code and sentence", async () => {
    const workbench = await fresh();
    const edit = newIssue("A");
    await workbench.commit({ label: "Add A", edits: [edit] });
    await expect(workbench.commit({ label: "Add A", edits: [edit] })).rejects.toMatchObject({ code: "conflict" });
    const none = { paper: edit.to?.id ?? "" } as unknown as Parameters<Workbench["content"]>[0];
    await expect(workbench.content(none)).rejects.toMatchObject({ code: "missing" });
    await expect(workbench.restore({})).rejects.toMatchObject({ code: "missing" });
    await expect(workbench.importPaper({ name: "empty.txt", bytes: new Uint8Array() })).rejects.toThrow();
  });

  test("a backup brings its state back, and that can be undone", async () => {
    const workbench = await fresh();
    await workbench.commit({ label: "Add A", edits: [newIssue("A")] });
    const { library } = await workbench.state({});
    const kept = await workbench.backup({});
    expect(await workbench.backups({})).toEqual([kept]);
    await workbench.commit({ label: "Add B", edits: [newIssue("B")] });
    const { missing, back, older } = await workbench.previewRestore({});
    expect([missing.issues, back.issues, older.issues]).toEqual([1, 0, 0]);
    await workbench.restore({});
    expect((await workbench.state({})).library).toEqual(library);
    await workbench.undo({});
    expect(Object.keys((await workbench.state({})).library.issues)).toHaveLength(2);
  });

  test("papers, reports and the codebook go out as files", async () => {
    const workbench = await fresh();
    const { paper } = await workbench.importPaper({ name: "water.md", bytes });
    const positions = [{ issue: "Water", stance: "opposes" }];
    await workbench.annotate({ rows: [{ paper: paper.id, quote: "Others doubt it", positions }] });
    for (const format of ["html", "md", "csv", "json"] as const) {
      const file = await workbench.exportPaper({ paper: paper.id, format });
      expect(new TextDecoder().decode(file.bytes), format).toContain("Others doubt it");
      expect((await workbench.report({ format })).annotations, format).toBe(1);
    }
    const codebook = await workbench.exportCodebook({ format: "json" });
    const other = await fresh();
    expect(await other.importCodebook({ name: codebook.name, bytes: codebook.bytes })).toMatchObject({ issues: 1 });
  });

  test("the sample comes with codebook and claims, once", { timeout: 60_000 }, async () => {
    const workbench = await fresh();
    const [first] = await workbench.importSample({});
    const { library } = await workbench.state({});
    expect(Object.keys(ofPaper(library.annotations, first?.paper.id ?? "")).length).toBeGreaterThan(20);
    expect(await workbench.importSample({})).toMatchObject([{ duplicate: true }]);
    expect(encode((await workbench.state({})).library)).toBe(encode(library));
    expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
  });
}
