import fc from "fast-check";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { Edit } from "../../shared/change/edit.ts";
import type { Annotation, Passage } from "../../shared/model/annotation.ts";
import { ofPaper } from "../../shared/model/by-paper.ts";
import { type Actor, blankIssue, type Issue } from "../../shared/model/codebook.ts";
import {
  ActorId,
  AnnotationId,
  CoderId,
  IssueId,
  newId,
  type PaperId,
  PositionId,
  RelationId,
} from "../../shared/model/ids.ts";
import type { Library } from "../../shared/model/library.ts";
import { resourcesFolder } from "./files/resources.ts";
import { temporaryFolder } from "./fixture.cases.ts";
import { oneColumn } from "./import/pdf/fixtures/papers.ts";
import { closePool } from "./tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "./workbench.ts";

afterAll(closePool);

async function open(coder = "Ada"): Promise<OpenWorkbench> {
  const folder = await temporaryFolder();
  const workbench = await openWorkbench({ folder, coder, program: "a test", resources: resourcesFolder() });
  onTestFinished(() => workbench.close());
  return workbench;
}

const words = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }).filter((text) => text.trim() !== "");
const colour = fc.stringMatching(/^#[0-9a-f]{6}$/);
const pick = fc.nat();

/** What is said of a paper: numbers choose among what there is. */
const codings = fc.record({
  issues: fc.array(fc.record({ name: words, colour, parent: fc.option(pick), definition: words }), { maxLength: 5 }),
  actors: fc.array(fc.record({ name: words, parent: fc.option(pick) }), { maxLength: 4 }),
  coders: fc.array(words, { maxLength: 3 }),
  /** A new colour for a stance of the scale. */
  stance: fc.option(fc.tuple(pick, colour)),
  claims: fc.array(
    fc.record({
      ranges: fc.array(fc.tuple(pick, fc.integer({ min: 1, max: 900 })), { minLength: 1, maxLength: 3 }),
      /** A rectangle in place of the words, as numbers that choose its sides. */
      region: fc.option(
        fc.record({ x: fc.nat(300), y: fc.nat(400), width: fc.integer({ min: 4, max: 200 }), quote: words }),
      ),
      actor: fc.option(pick),
      coder: pick,
      certainty: fc.option(fc.integer({ min: 1, max: 5 })),
      grade: fc.option(
        fc.record({
          reliability: fc.constantFrom("A", "B", "C", "D", "E", "F"),
          credibility: fc.integer({ min: 1, max: 6 }),
        }),
      ),
      note: fc.string({ maxLength: 60, unit: "grapheme" }),
      positions: fc.array(
        fc.record({ issue: pick, stance: pick, strength: fc.option(fc.integer({ min: 1, max: 3 })) }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  relations: fc.array(
    fc.record({ from: pick, to: pick, kind: fc.constantFrom("supports", "contradicts", "evidence") }),
    {
      maxLength: 4,
    },
  ),
});
type Codings = typeof codings extends fc.Arbitrary<infer Value> ? Value : never;

const time = "2026-03-04T05:06:07.000Z";
const nth = <Value>(values: readonly Value[], n: number | null): Value | undefined =>
  n === null ? undefined : values[n % Math.max(1, values.length)];

/** Those codings as edits on a library that has the paper. */
async function editsOf(workbench: OpenWorkbench, paper: PaperId, codings: Codings): Promise<Edit[]> {
  const { library } = await workbench.state({});
  const { text } = await workbench.content({ paper });
  const coders = [...codings.coders, "Ada’s friend"].map((name) => ({ id: newId(CoderId), name }));
  const issues: Issue[] = [];
  for (const [rank, { parent, ...issue }] of codings.issues.entries())
    issues.push({ ...blankIssue, ...issue, id: newId(IssueId), rank, parent: nth(issues, parent)?.id ?? null });
  const actors: Actor[] = [];
  for (const { parent, name } of codings.actors)
    actors.push({ id: newId(ActorId), name, kind: null, aliases: [], parent: nth(actors, parent)?.id ?? null });
  const stances = Object.values(library.stances);
  const painted = codings.stance === null ? undefined : nth(stances, codings.stance[0]);
  const annotations: Annotation[] = [];
  for (const claim of codings.claims) {
    const ranges = claim.ranges.map(([start, length]) => {
      const first = start % (text.length - 1);
      return { start: first, end: Math.min(text.length, first + length) };
    });
    const passage: Passage =
      claim.region === null
        ? await workbench.describe({ paper, ranges })
        : await workbench.describeRegion({ paper, region: { ...claim.region, page: 0, height: claim.region.width } });
    const { certainty, grade, note } = claim;
    const actor = claim.actor === null ? null : (nth(actors, claim.actor)?.id ?? null);
    const coder = nth(coders, claim.coder)?.id ?? newId(CoderId);
    const id = newId(AnnotationId);
    annotations.push({ id, paper, passage, actor, certainty, grade, note, coder, created: time, modified: time });
  }
  const positions = codings.claims.flatMap(({ positions: list }, index) =>
    list.flatMap((position) => {
      const [annotation, issue, stance] = [
        annotations[index],
        nth(issues, position.issue),
        nth(stances, position.stance),
      ];
      if (annotation === undefined || issue === undefined || stance === undefined) return [];
      const { strength } = position;
      return [
        { id: newId(PositionId), paper, annotation: annotation.id, issue: issue.id, stance: stance.id, strength },
      ];
    }),
  );
  const relations = codings.relations.flatMap(({ from, to, kind }) => {
    const [source, target] = [nth(annotations, from), nth(annotations, to)];
    if (source === undefined || target === undefined || source === target) return [];
    const ends = { source: { paper, annotation: source.id }, target: { paper, annotation: target.id } };
    return [{ id: newId(RelationId), kind, ...ends, coder: source.coder, created: time }];
  });
  return [
    ...coders.map((to): Edit => ({ table: "coders", from: null, to })),
    ...actors.map((to): Edit => ({ table: "actors", from: null, to })),
    ...issues.map((to): Edit => ({ table: "issues", from: null, to })),
    ...(painted === undefined || codings.stance === null
      ? []
      : [{ table: "stances", from: painted, to: { ...painted, colour: codings.stance[1] } } as const]),
    ...annotations.map((to): Edit => ({ table: "annotations", from: null, to })),
    ...positions.map((to): Edit => ({ table: "positions", from: null, to })),
    ...relations.map((to): Edit => ({ table: "relations", from: null, to })),
  ];
}

/** What a record carries of a library: everything said of the paper, and of the codebook what is used. */
function carriedOf(library: Library, paper: PaperId) {
  const annotations = ofPaper(library.annotations, paper);
  const positions = ofPaper(library.positions, paper);
  const used = new Set<string>(Object.values(positions).map((position) => position.issue));
  for (const _ of library.papers[paper] === undefined ? [] : Object.keys(library.issues))
    for (const issue of Object.values(library.issues))
      if (used.has(issue.id) && issue.parent !== null) used.add(issue.parent);
  const holders = new Set<string | null>(Object.values(annotations).map((annotation) => annotation.actor));
  for (const _ of Object.keys(library.actors))
    for (const actor of Object.values(library.actors)) if (holders.has(actor.id)) holders.add(actor.parent);
  return {
    paper: library.papers[paper],
    annotations: { ...annotations },
    positions: { ...positions },
    relations: library.relations,
    stances: library.stances,
    issues: Object.fromEntries(Object.entries(library.issues).filter(([id]) => used.has(id))),
    actors: Object.fromEntries(Object.entries(library.actors).filter(([id]) => holders.has(id))),
  };
}

const libraryOf = async (workbench: OpenWorkbench): Promise<Library> => (await workbench.state({})).library;

test("whatever is said of a paper is the same after a way through an annotated PDF", { timeout: 240_000 }, async () => {
  const source = oneColumn().bytes;
  await fc.assert(
    fc.asyncProperty(codings, async (codings) => {
      const first = await open();
      const { paper } = await first.importPaper({ name: "paper.pdf", bytes: source });
      await first.commit({ label: "Say", edits: await editsOf(first, paper.id, codings) });
      const before = await libraryOf(first);
      const { bytes } = await first.exportPaper({ paper: paper.id, format: "pdf" });

      const second = await open("Grace");
      const result = await second.importPaper({ name: "sent.pdf", bytes });
      expect(result).toMatchObject({ duplicate: false, warnings: [], annotations: codings.claims.length });
      const after = await libraryOf(second);
      expect(carriedOf(after, paper.id)).toEqual(carriedOf(before, paper.id));
      expect(await second.verify({})).toEqual({ ok: true, problems: [] });

      for (const workbench of [first, second]) {
        const kept = await libraryOf(workbench);
        expect(await workbench.importPaper({ name: "again.pdf", bytes })).toMatchObject({
          duplicate: true,
          annotations: 0,
          warnings: [],
        });
        expect(await libraryOf(workbench)).toEqual(kept);
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
