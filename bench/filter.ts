/**
 * What does a letter in the filter cost without the window: choosing claims, putting them in order, and the lines of
 * the table that are in sight? `bench/filter.ts [claims...]`. Processor time in milliseconds; the words are those of
 * `claims.ts`, typed letter by letter and then deleted. Then what the same costs after a claim is coded or edited.
 */
import { deflateRawSync } from "node:zlib";
import { allClaims, filteredClaims } from "../src/renderer/src/state/filtered-claims.ts";
import { inflateText } from "../src/renderer/src/state/inflate-text.ts";
import { apply } from "../src/shared/change/change.ts";
import { codedIn } from "../src/shared/claims/claims.ts";
import type { Grouping } from "../src/shared/claims/groups.ts";
import { tableLines } from "../src/shared/claims/lines.ts";
import { orderClaims } from "../src/shared/claims/sorting.ts";
import { inOrder } from "../src/shared/filter/filter-result.ts";
import { onShelves } from "../src/shared/model/by-paper.ts";
import { blankIssue } from "../src/shared/model/codebook.ts";
import {
  ActorId,
  AnnotationId,
  CoderId,
  IssueId,
  LibraryId,
  newId,
  PaperId,
  PositionId,
} from "../src/shared/model/ids.ts";
import { emptyLibrary, type Library } from "../src/shared/model/library.ts";
import { blankPaper } from "../src/shared/model/paper.ts";
import { packRecords, unpackRecords } from "../src/shared/papers/packed-records.ts";
import { percentile } from "./frames.ts";
import { seeded } from "./large-library.ts";

const perPaper = 100;
const rounds = 3;
const words = ["audit", "dues of", "ministère", "محصول", "港口费"];
const quotes = [
  "The council holds that the dues of the harbour should follow the length of a boat",
  "The audit found the grant was paid without any count of what it buys",
  "Les îles demandent une concession plus longue; le ministère préfère l’appel d’offres",
  "کونسل کا کہنا ہے کہ بندرگاہ کے محصول کشتی کی لمبائی پر ہوں",
  "理事会认为，港口费应按船只长度而不是价值收取",
];
const time = "2026-01-02T03:04:05Z";

const tableOf = <Value extends { id: string }>(values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(values.map((value) => [value.id, value]));

/** The library after a claim is coded or, if `isNew` is false, edited. */
function withClaim(library: Library, number: number, isNew: boolean): Library {
  const papers = Object.values(library.papers);
  const paper = papers[(number * 37) % papers.length];
  const from = paper === undefined ? undefined : codedIn(library, paper.id)[0]?.annotation;
  if (from === undefined) throw new Error("there is no claim");
  const to = { ...from, note: `Note ${number}`, ...(isNew ? { id: newId(AnnotationId) } : {}) };
  return apply(library, { edits: [{ table: "annotations", from: isNew ? null : from, to }] });
}

/** A library with claims of five scripts on 40 issues by 40 actors, packed as a window has them. */
function makeLibrary(claims: number): Library {
  const next = seeded(7);
  const library = emptyLibrary(newId(LibraryId));
  const coder = newId(CoderId);
  const actors = Array.from({ length: 40 }, (_, index) => ({
    id: newId(ActorId),
    name: `Actor ${index}`,
    kind: null,
    aliases: [],
    parent: null,
  }));
  const issues = Array.from({ length: 40 }, (_, rank) => ({
    ...blankIssue,
    id: newId(IssueId),
    name: `Issue ${rank}`,
    parent: null,
    colour: "#3f6f4e",
    key: null,
    rank,
  }));
  const stances = Object.values(library.stances);
  const papers = Array.from({ length: claims / perPaper }, (_, index) => ({
    ...blankPaper,
    id: newId(PaperId),
    title: `Paper ${index}`,
    authors: ["Harbour Board"],
    date: null,
    format: "markdown" as const,
    fileName: `${index}.md`,
    sha256: index.toString(16).padStart(64, "0"),
    bytes: 1,
    characters: 20_000,
    pages: 1,
    author: null,
    added: time,
    coder,
  }));
  const records = papers.map(({ id: paper }) => {
    const claims = Array.from({ length: perPaper }, (_, index) => {
      const quote = `${quotes[next(quotes.length)]} ${next(1_000_000)}.`;
      const range = { start: index * 200, end: index * 200 + quote.length, quote, prefix: "", suffix: "" };
      const id = newId(AnnotationId);
      const actor = actors[next(40)]?.id ?? null;
      const rest = { actor, certainty: null, grade: null, note: "", coder, created: time, modified: time };
      const stance = stances[next(stances.length)]?.id ?? null;
      const [issue] = [issues[next(40)]?.id];
      if (issue === undefined) throw new Error("there is no issue");
      return {
        annotation: { id, paper, passage: { ranges: [range], areas: [] }, ...rest },
        position: { id: newId(PositionId), paper, annotation: id, issue, stance, strength: null },
      };
    });
    const { head, columns } = packRecords({
      annotations: tableOf(claims.map(({ annotation }) => annotation)),
      positions: tableOf(claims.map(({ position }) => position)),
    });
    const packed = deflateRawSync(columns, { level: 1 });
    return [paper, unpackRecords(head, () => inflateText(packed))] as const;
  });
  return {
    ...library,
    coders: { [coder]: { id: coder, name: "Ada" } },
    actors: tableOf(actors),
    issues: tableOf(issues),
    papers: tableOf(papers),
    annotations: onShelves(records.map(([paper, { annotations }]) => [paper, annotations] as const)),
    positions: onShelves(records.map(([paper, { positions }]) => [paper, positions] as const)),
  };
}

function processor(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const sizes = process.argv.slice(2).map(Number);
for (const claims of sizes.length > 0 ? sizes : [100_000]) {
  const library = makeLibrary(claims);
  const list = allClaims(library);
  const show = (text: string, by: Grouping, order: Uint32Array): void => {
    const left = filteredClaims(library, text === "" ? {} : { text });
    const lines = tableLines({ library, list, places: inOrder(left, order), by, closed: new Set() });
    for (let index = 0; index < 20; index++) lines.at(index);
  };
  for (const [name, by, sort] of [
    ["not grouped", "none", "place"],
    ["grouped by paper", "paper", "place"],
    ["sorted by actor", "none", "actor"],
  ] as const) {
    const order = orderClaims(library, list, sort, false);
    const first = processor(() => show("a", by, order));
    const times: number[] = [];
    for (let round = 0; round < rounds; round++)
      for (const word of words)
        for (let end = 1; end <= word.length + 1; end++)
          times.push(processor(() => show(end > word.length ? "" : word.slice(0, end), by, order)));
    const spread = [50, 95, 100].map((share) => percentile(times, share).toFixed(1)).join(" / ");
    console.log(
      `${claims} claims, ${name}: first letter ${first.toFixed(0)} ms; then half / 95 of 100 / all within ${spread} ms, of ${times.length} letters`,
    );
  }

  const after: number[] = [];
  let now = library;
  show("audit", "paper", orderClaims(now, allClaims(now), "actor", false));
  for (let number = 0; number < 40; number++) {
    now = withClaim(now, number, number % 2 === 0);
    const [changed, query] = [now, { text: number % 3 === 0 ? "audi" : "audit" }];
    after.push(
      processor(() => {
        const all = allClaims(changed);
        const places = inOrder(filteredClaims(changed, query), orderClaims(changed, all, "actor", false));
        tableLines({ library: changed, list: all, places, by: "paper", closed: new Set() }).at(0);
      }),
    );
  }
  const spread = [50, 95, 100].map((share) => percentile(after, share).toFixed(1)).join(" / ");
  console.log(
    `${claims} claims, after one is coded or edited, filtered, sorted and grouped: ${spread} ms, of ${after.length}`,
  );
}
