import { supersededPapers } from "../claims/versions.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { plainWords } from "../text/words.ts";

/** Papers whose texts are compared. */
const mostCompared = 5;
/** Of the words of both titles, at least this share is in both. */
const leastShared = 0.5;

/**
 * The papers of which a new one may be another version by its title or file name, most alike first: those without a
 * newer version that share at least half of the words. Numbers, which dates and drafts differ by, don't count.
 */
export function similarPapers(library: Library, paper: Paper): readonly Paper[] {
  const superseded = supersededPapers(library.papers);
  const own = namesOf(paper);
  return Object.values(library.papers)
    .filter((other) => other.id !== paper.id && !superseded.has(other.id))
    .map((other) => ({
      other,
      share: Math.max(...own.flatMap((name) => namesOf(other).map((otherName) => shared(name, otherName)))),
    }))
    .filter(({ share }) => share >= leastShared)
    .toSorted((a, b) => b.share - a.share || (a.other.added < b.other.added ? 1 : -1))
    .slice(0, mostCompared)
    .map(({ other }) => other);
}

function namesOf({ title, fileName }: Paper): ReadonlySet<string>[] {
  return [title, fileName.replace(/\.[^.]+$/, "")].map(
    (name) =>
      new Set(
        plainWords(name)
          .match(/[\p{L}\p{M}]+/gu)
          ?.filter((word) => !draftWords.has(word)) ?? [],
      ),
  );
}

/** Words that tell one state of a document from another. */
const draftWords = new Set(["draft", "final", "rev", "revised", "revision", "version", "v", "copy", "new", "old"]);

function shared(words: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...words].filter((word) => other.has(word)).length;
  return both / Math.max(1, words.size + other.size - both);
}
