import type { Actor } from "../model/codebook.ts";
import type { Library } from "../model/library.ts";
import { plainWords } from "../text/words.ts";
import { actorCounts } from "./actors.ts";

/** An actor and the number of claims and notes it is the actor of, members not counted. */
export type CountedActor = Readonly<{ actor: Actor; count: number }>;

/**
 * Actors in the order in which a coder is likely to need them: those named in `recent`, then by number of claims, the
 * most first, then by name.
 */
export function orderActors(
  library: Pick<Library, "actors" | "annotations">,
  recent: readonly string[],
): readonly CountedActor[] {
  const counts = actorCounts(library);
  const place = new Map(recent.map((name, index) => [name, index]));
  const placeOf = ({ actor }: CountedActor): number => place.get(actor.name) ?? recent.length;
  return Object.values(library.actors)
    .map((actor): CountedActor => ({ actor, count: counts.get(actor.id)?.direct ?? 0 }))
    .sort((a, b) => placeOf(a) - placeOf(b) || b.count - a.count || a.actor.name.localeCompare(b.actor.name));
}

/**
 * The actors of which a name or alias has every typed word, by the rules of searching: case, accents and the order of
 * the words do not matter. All of them when nothing is typed.
 */
export function findActors(actors: readonly CountedActor[], typed: string): readonly CountedActor[] {
  const words = plainWords(typed).split(" ");
  return actors.filter(({ actor }) =>
    [actor.name, ...actor.aliases].map(plainWords).some((name) => words.every((word) => name.includes(word))),
  );
}
