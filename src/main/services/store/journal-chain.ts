import path from "node:path";
import type { Disk } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";
import { claimedSeal, type Header, headerVersion, isBeginning, journalLines, parseHeader } from "./journal-line.ts";

/** A place in the journal: how many bytes of a segment count, and the checksum of the line that ends there. */
export type JournalOffset = Readonly<{ segment: string; bytes: number; sha256: string | null }>;

/** A file of the journal. `start` is the byte after its header; `header` is null when that is damaged. */
export type JournalSegment = Readonly<{
  name: string;
  first: number;
  start: number;
  bytes: number;
  header: Header | null;
  /** The version of the journal it was begun in. */
  version: number | null;
  /** The checksum that the header line claims. */
  sha256: string | null;
  after: Header["after"];
}>;

/**
 * A stretch of a segment; to its end when `end` is null. `sha256` is the checksum of the line before it, null when that
 * is unknown; `follows` the checksum which its header says the last line of the part before must have.
 */
export type JournalPart = Readonly<{
  name: string;
  first: number;
  start: number;
  end: number | null;
  sha256: string | null;
  follows: string | null;
  /** Whether each of its lines names the one before. */
  chained: boolean;
}>;

/**
 * `parts` is the history in order; `branches` are changes that somebody else wrote beside it. `gaps` are the files that
 * the history leads through and that are gone or shorter than they were.
 */
export type Chain = Readonly<{
  parts: readonly JournalPart[];
  branches: readonly JournalPart[];
  gaps: readonly string[];
}>;

const segmentName = /^(\d{12})-[0-9a-f]{8}\.jsonl$/;
/** Longer than any header. */
const headerBytes = 4096;

/** The name of a new segment; random, so that two machines on one synchronised folder never write the same file. */
export function newSegmentName(first: number): string {
  return `${String(first).padStart(12, "0")}-${crypto.randomUUID().slice(0, 8)}.jsonl`;
}

/** The segments in a journal's folder by name, and the names of files that look like copies of one. */
export async function readSegments(
  folder: string,
  disk: Disk,
): Promise<{ segments: JournalSegment[]; copies: string[] }> {
  const names = await listIfThere(folder, disk);
  const segments: JournalSegment[] = [];
  for (const name of names.filter((name) => segmentName.test(name))) {
    const segment = await readSegment(folder, name, disk, segments);
    if (segment !== null) segments.push(segment);
  }
  return {
    segments,
    copies: names.filter((name) => !segmentName.test(name) && /\.jsonl/.test(name) && !name.endsWith(".tmp")),
  };
}

/** One segment; null when it has only the beginning of a line, so that nothing in it was ever acknowledged. */
export async function readSegment(
  folder: string,
  name: string,
  disk: Disk,
  others: readonly JournalSegment[] = [],
): Promise<JournalSegment | null> {
  const file = path.join(folder, name);
  const { bytes } = await disk.stat(file);
  const [line] = journalLines(await disk.read(file, 0, headerBytes));
  if (line === undefined || (!line.whole && bytes < headerBytes && isBeginning(line.text))) return null;
  const header = line.whole ? parseHeader(line.text) : null;
  const first = header?.first ?? Number(segmentName.exec(name)?.[1] ?? 1);
  // With its header damaged, a segment's name and size still say where it belongs.
  const before = others.findLast((other) => other.first < first);
  const guess = before === undefined ? null : { segment: before.name, bytes: before.bytes, dropsRest: false };
  return {
    name,
    first,
    start: line.whole ? line.end : 0,
    bytes,
    header,
    version: line.whole ? headerVersion(line.text) : null,
    sha256: line.whole ? claimedSeal(line.text) : null,
    after: header === null ? guess : header.after,
  };
}

/**
 * The one line of history that leads through `wanted` (where the snapshot ends) and on from there; where that is not
 * there, the longest. Everything else is a branch. A segment whose predecessor is missing goes on after the gap.
 */
export function chainOf(segments: readonly JournalSegment[], wanted: JournalOffset | null): Chain {
  const byName = new Map(segments.map((segment) => [segment.name, segment]));
  const anchor = anchorIn(byName, wanted);
  const children = Map.groupBy(segments, (segment) => segment.after?.segment ?? "");
  const used = new Set<JournalSegment>();
  const weight = (segment: JournalSegment, depth = 0): number =>
    segment.bytes +
    (depth > 1000
      ? 0
      : (children.get(segment.name) ?? []).reduce((sum, child) => Math.max(sum, weight(child, depth + 1)), 0));
  const heaviest = (list: readonly JournalSegment[]): JournalSegment | undefined =>
    list.filter((segment) => !used.has(segment)).sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1))[0];
  const isOrphan = (segment: JournalSegment): boolean => segment.after !== null && !byName.has(segment.after.segment);

  const chain: JournalSegment[] = [];
  const take = (segment: JournalSegment, where: "front" | "back"): void => {
    used.add(segment);
    chain[where === "front" ? "unshift" : "push"](segment);
  };
  let back = byName.get(anchor?.segment ?? "") ?? heaviest(children.get("") ?? []);
  for (; back !== undefined && !used.has(back); back = byName.get(back.after?.segment ?? "")) take(back, "front");
  for (let least = anchor?.bytes ?? 0, name = chain.at(-1)?.name ?? ""; ; least = 0) {
    const next: JournalSegment | undefined =
      heaviest((children.get(name) ?? []).filter((segment) => (segment.after?.bytes ?? 0) >= least && name !== "")) ??
      segments.find(
        (segment) => !used.has(segment) && isOrphan(segment) && segment.first >= (chain.at(-1)?.first ?? 0),
      );
    if (next === undefined) break;
    take(next, "back");
    name = next.name;
  }
  return split(
    chain,
    segments.filter((segment) => !used.has(segment)),
  );
}

/**
 * Where the snapshot ends, in a file that may have been cut or written over since: what goes on from its present end
 * follows it.
 */
function anchorIn(byName: ReadonlyMap<string, JournalSegment>, wanted: JournalOffset | null): JournalOffset | null {
  const segment = byName.get(wanted?.segment ?? "");
  if (segment === undefined || wanted === null) return null;
  return { ...wanted, bytes: Math.min(wanted.bytes, segment.bytes) };
}

function split(chain: readonly JournalSegment[], rest: readonly JournalSegment[]): Chain {
  const parts = chain.map((segment, index): JournalPart => {
    const after = chain[index + 1]?.after;
    return partOf(segment, segment.start, after?.segment === segment.name ? after.bytes : null);
  });
  const tails = chain.flatMap((segment, index): JournalPart[] => {
    const after = chain[index + 1]?.after;
    if (after?.segment !== segment.name || after.dropsRest || segment.bytes <= after.bytes) return [];
    return [partOf(segment, after.bytes, null)];
  });
  return {
    parts,
    branches: [...tails, ...rest.map((segment) => partOf(segment, segment.start, null))],
    gaps: gapsIn(chain),
  };
}

function partOf(segment: JournalSegment, start: number, end: number | null): JournalPart {
  const { name, first } = segment;
  const { sha256, version } = segment;
  const chained = version !== null && version >= 4;
  if (segment.header === null) return { name, first, start, end, sha256: null, follows: null, chained: false };
  return { name, first, start, end, sha256, follows: segment.header.after?.sha256 ?? null, chained };
}

/** Files that the headers of a chain name and that are not there in the size they had. */
function gapsIn(chain: readonly JournalSegment[]): string[] {
  return chain.flatMap(({ header }, index) => {
    if (header?.after == null) return [];
    const before = chain[index - 1];
    const { segment, bytes } = header.after;
    return before?.name === segment && before.bytes >= bytes ? [] : [segment];
  });
}
