import type { Library } from "../model/library.ts";

/** A paper with those that relations link its claims to; each once. */
export function withRelatedPapers({ relations }: Pick<Library, "relations">, paper: string): readonly string[] {
  const ends = Object.values(relations).map(({ source, target }) => [source.paper, target.paper] as const);
  return [...new Set([paper, ...ends.filter((pair) => pair.some((end) => end === paper)).flat()])];
}
