import { afterAll, expect, onTestFinished, test } from "vitest";
import { codedIn } from "../../../shared/claims/claims.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

afterAll(closePool);

async function open(): Promise<OpenWorkbench> {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

const intro = "The council met in May to discuss the ferry.";
const fares = "The board rejects any further rise of the fare, as it said in June.";
const channel = "Dredging the channel costs more than the port earns in a year.";
const hours = "Residents of the quarter want the quiet hours back.";
const draft = ["# Ferry plan", intro, fares, channel, hours].join("\n\n");
const final = [
  "# Ferry plan",
  "This is the final text.",
  hours,
  intro,
  fares,
  "Nobody spoke about the money that any of this would take.",
].join("\n\n");

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A library with the draft and claims on three of its sentences. */
async function coded(): Promise<{ workbench: OpenWorkbench; draftId: PaperId }> {
  const workbench = await open();
  const { paper } = await workbench.importPaper({ ...file("plan-draft.md", draft), author: "Harbour Board" });
  const rows = [fares, channel, hours].map((quote) => ({
    paper: paper.id,
    quote,
    positions: [{ issue: "Ferry", stance: "opposes" }],
  }));
  expect((await workbench.annotate({ rows })).added).toHaveLength(3);
  return { workbench, draftId: paper.id };
}

async function quotes(workbench: OpenWorkbench, paper: PaperId): Promise<string[]> {
  const { library } = await workbench.state({});
  return codedIn(library, paper).map(({ annotation }) => quoteOf(annotation.passage));
}

test("a new version is imported with the claims that are certain, as one change; the earlier one stays as it was", async () => {
  const { workbench, draftId } = await coded();
  const before = await workbench.state({});
  const result = await workbench.importPaper({ ...file("plan.md", final), replaces: draftId });
  expect(result).toMatchObject({
    duplicate: false,
    paper: { title: "Ferry plan", replaces: draftId, authors: ["Harbour Board"] },
    version: { replaces: draftId, carried: { same: 1, moved: 1, changed: 0, lost: 1 }, waiting: 1 },
  });
  expect(result.resembles).toBeUndefined();
  expect(await quotes(workbench, result.paper.id)).toEqual([hours, fares]);
  expect(await quotes(workbench, draftId)).toEqual([fares, channel, hours]);
  expect(await workbench.verify({})).toEqual({ ok: true, problems: [] });
  await workbench.undo({});
  expect((await workbench.state({})).library).toEqual(before.library);
});

test("what is not certain waits, with the place that is proposed", async () => {
  const { workbench, draftId } = await coded();
  const changed = final.replace(
    "Nobody spoke about the money that any of this would take.",
    "Digging out the channel costs far more than the port ever earns.",
  );
  const { paper, version } = await workbench.importPaper({ ...file("plan.md", changed), replaces: draftId });
  expect(version).toMatchObject({ carried: { same: 1, moved: 1, changed: 1 }, waiting: 1 });
  const queue = await workbench.carryQueue({ paper: paper.id });
  expect(queue).toMatchObject([{ status: "changed" }]);
  const passage = queue[0]?.passage ?? null;
  expect(passage === null ? "" : quoteOf(passage)).toBe(
    "Digging out the channel costs far more than the port ever earns.",
  );
  expect(await workbench.carryQueue({ paper: draftId })).toEqual([]);
});

test("analysis counts the newest version only, unless it is asked for all", async () => {
  const { workbench, draftId } = await coded();
  await workbench.importPaper({ ...file("plan.md", final), replaces: draftId });
  const request = { kind: "coverage" } as const;
  const papers = async (query: Parameters<typeof workbench.analyse>[0]["query"]) => {
    const analysis = await workbench.analyse({ request, query });
    return analysis.kind === "coverage" ? analysis.papers.map(({ claims }) => claims) : [];
  };
  expect(await papers({})).toEqual([2]);
  expect(await papers({ versions: "all" })).toEqual([3, 2]);
  expect(await papers({ where: { version: "earlier" } })).toEqual([3, 0]);
  expect(await papers({ papers: [draftId] })).toEqual([3, 0]);
  const report = await workbench.report({ format: "md", template: "Brief" });
  expect(report.annotations).toBe(2);
});

test("a paper that is here already becomes the new version of another; once is enough", async () => {
  const { workbench, draftId } = await coded();
  const { paper, resembles } = await workbench.importPaper(file("plan.md", final));
  expect(resembles).toBe(draftId);
  expect(paper.replaces).toBeNull();
  const replaced = await workbench.replacePaper({ paper: paper.id, replaces: draftId });
  expect(replaced).toMatchObject({ paper: { replaces: draftId }, version: { waiting: 1 } });
  expect(await quotes(workbench, paper.id)).toEqual([hours, fares]);
  const again = await workbench.importPaper({ ...file("plan.md", final), replaces: draftId });
  expect(again).toMatchObject({ duplicate: true, paper: { id: paper.id } });
  expect(await quotes(workbench, paper.id)).toEqual([hours, fares]);
  await workbench.undo({});
  expect((await workbench.state({})).library.papers[paper.id]?.replaces).toBeNull();
  expect(await quotes(workbench, paper.id)).toEqual([]);
});

test("another text under a like title resembles nothing", async () => {
  const { workbench } = await coded();
  const other = `# Ferry plan\n\n${"Quite another story is told on this page, of boats and of storms at sea. ".repeat(3)}`;
  expect((await workbench.importPaper(file("plan-2.md", other))).resembles).toBeUndefined();
});

test("a paper is no version of itself, of its own later version, or of one that has another", async () => {
  const { workbench, draftId } = await coded();
  const { paper } = await workbench.importPaper({ ...file("plan.md", final), replaces: draftId });
  const third = file("third.md", `${final}\n\nAnd so on.`);
  const refused = (args: Parameters<typeof workbench.importPaper>[0]) => expect(workbench.importPaper(args)).rejects;
  await refused({ ...file("x.md", draft), replaces: draftId }).toMatchObject({ reason: { key: "version.ofItself" } });
  await refused({ ...file("x.md", draft), replaces: paper.id }).toMatchObject({ reason: { key: "version.ofItself" } });
  await refused({ ...third, replaces: draftId }).toMatchObject({ reason: { key: "version.hasNewer" } });
  const { paper: other } = await workbench.importPaper(file("other.md", "# Other\n\nSomething else is said here."));
  await expect(workbench.replacePaper({ paper: paper.id, replaces: other.id })).rejects.toMatchObject({
    reason: { key: "version.replacesOther" },
  });
  const next = await workbench.importPaper({ ...third, replaces: paper.id });
  expect(next.version).toMatchObject({ carried: { same: 2, lost: 0 }, waiting: 0 });
});

test("long texts are aligned in a worker, with the same answer", async () => {
  const workbench = await open();
  const long = Array.from({ length: 2500 }, (_, index) => `Sentence number ${index} says what nobody else has said.`);
  const { paper } = await workbench.importPaper(file("long.txt", long.join("\n\n")));
  await workbench.annotate({ rows: [{ paper: paper.id, quote: `${long[1200]}`, positions: [{ issue: "Words" }] }] });
  const result = await workbench.importPaper({
    ...file("long-2.txt", ["A new beginning.", ...long].join("\n\n")),
    replaces: paper.id,
  });
  expect(result.version).toMatchObject({ carried: { same: 1 }, waiting: 0 });
});
