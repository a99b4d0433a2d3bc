import type { Coded } from "../../../shared/claims/claims.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { Library } from "../../../shared/model/library.ts";
import { plainWords } from "../../../shared/text/words.ts";
import { actorOf, sayingOf } from "./highlights.ts";

/**
 * The annotations that have some words in quote, actor, stance or issue, without regard to case and accents; at most
 * `most`, in the order given.
 */
export function findClaims(library: Library, coded: readonly Coded[], words: string, most = 30): Coded[] {
  const wanted = plainWords(words);
  const found: Coded[] = [];
  for (const claim of coded) {
    const says = `${quoteOf(claim.annotation.passage)} ${actorOf(library, claim)} ${sayingOf(library, claim)}`;
    if (wanted === "" || plainWords(says).includes(wanted)) found.push(claim);
    if (found.length === most) break;
  }
  return found;
}
