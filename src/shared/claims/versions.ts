import type { Annotation } from "../model/annotation.ts";
import type { AnnotationId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import type { Table } from "../model/table.ts";
import { type Coded, codedIn } from "./claims.ts";

const none: ReadonlySet<string> = new Set();
const known = new WeakMap<Table<Paper>, ReadonlySet<string>>();

/** The papers that have a newer version in the library. Equal tables give the identical set. */
export function supersededPapers(papers: Table<Paper>): ReadonlySet<string> {
  const before = known.get(papers);
  if (before !== undefined) return before;
  const replaced = Object.values(papers).flatMap(({ replaces }) =>
    replaces !== null && Object.hasOwn(papers, replaces) ? [replaces] : [],
  );
  const found = replaced.length === 0 ? none : new Set<string>(replaced);
  known.set(papers, found);
  return found;
}

/** The version that a paper replaces; null when there is none, or no longer. */
export function earlierVersion(library: Library, paper: Paper): Paper | null {
  return paper.replaces === null ? null : (library.papers[paper.replaces] ?? null);
}

/** The paper that replaces a paper; of several the one added first. Null when there is none. */
export function laterVersion(library: Library, id: PaperId): Paper | null {
  const later = Object.values(library.papers).filter((paper) => paper.replaces === id && paper.id !== id);
  return later.toSorted((a, b) => (a.added < b.added || (a.added === b.added && a.id < b.id) ? -1 : 1))[0] ?? null;
}

/** All versions of the document that a paper is a version of, oldest first. */
export function versionsOf(library: Library, paper: Paper): readonly Paper[] {
  const versions = [paper];
  const seen = new Set<string>([paper.id]);
  // A circle can't be made by a call; a merge of two libraries could make one, and must not hang anything.
  for (
    let version = earlierVersion(library, paper);
    version !== null && !seen.has(version.id);
    version = earlierVersion(library, version)
  ) {
    versions.unshift(version);
    seen.add(version.id);
  }
  for (
    let version = laterVersion(library, paper.id);
    version !== null && !seen.has(version.id);
    version = laterVersion(library, version.id)
  ) {
    versions.push(version);
    seen.add(version.id);
  }
  return versions;
}

/** What the origin of an annotation says that was carried over from an earlier version of its paper. */
export const carriedOrigin = { tool: "stancemark", kind: "earlier version" } as const;

/** The annotation of an earlier version that this one was carried over from; null for any other. */
export function carriedFrom({ origin }: Annotation): string | null {
  const isCarried = origin?.tool === carriedOrigin.tool && origin.kind === carriedOrigin.kind;
  return isCarried ? origin.foreignId : null;
}

/**
 * The annotations of the version that a paper replaces about which nothing was decided: neither carried over nor left
 * behind. In the order of the earlier text; empty for a paper that replaces none.
 */
export function undecided(library: Library, paper: Paper): readonly Coded[] {
  const earlier = earlierVersion(library, paper);
  if (earlier === null) return [];
  const decided = new Set<string>(paper.notCarried);
  for (const { annotation } of codedIn(library, paper.id)) {
    const from = carriedFrom(annotation);
    if (from !== null) decided.add(from);
  }
  return codedIn(library, earlier.id).filter(({ annotation }) => !decided.has(annotation.id));
}

/** How many annotations of the earlier version somebody must still decide about. */
export function undecidedCount(library: Library, paper: Paper): number {
  return undecided(library, paper).length;
}

/** A pair of annotations: of the earlier version, and the one it was carried over as. Either can be missing. */
export type VersionPair = Readonly<{
  before: Coded | null;
  after: Coded | null;
  /** Whether it was decided that the earlier one has no place in the later version. */
  isLeft: boolean;
}>;

/** Both versions' annotations side by side: in the order of the later text, then what only the earlier one has. */
export function versionPairs(library: Library, paper: Paper): readonly VersionPair[] {
  const earlier = earlierVersion(library, paper);
  if (earlier === null) return [];
  const before = new Map<string, Coded>(codedIn(library, earlier.id).map((coded) => [coded.annotation.id, coded]));
  const left = new Set<AnnotationId>(paper.notCarried);
  const seen = new Set<string>();
  const pairs = codedIn(library, paper.id).map((after): VersionPair => {
    const from = carriedFrom(after.annotation) ?? "";
    seen.add(from);
    return { before: before.get(from) ?? null, after, isLeft: false };
  });
  const rest = [...before.values()].filter(({ annotation }) => !seen.has(annotation.id));
  return [
    ...pairs,
    ...rest.map((claim): VersionPair => ({ before: claim, after: null, isLeft: left.has(claim.annotation.id) })),
  ];
}
