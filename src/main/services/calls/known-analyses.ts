import type { Analysis } from "../../../shared/analysis/analyse.ts";
import type { Arguments } from "../../../shared/contract/workbench.ts";
import type { Library } from "../../../shared/model/library.ts";

/** How many answers are kept of one library: those of a few views with some of their options. */
const most = 24;

/**
 * Answers to analyses of a library as it is now. Every change makes another library value, so that an answer is
 * forgotten with what it was made of and never outdated.
 */
export class KnownAnalyses {
  readonly #answers = new WeakMap<Library, Map<string, Analysis>>();

  /** The answer to the same request over the same claims; null when it is not kept. */
  get(library: Library, args: Arguments<"analyse">): Analysis | null {
    const answers = this.#answers.get(library);
    const key = keyOf(args);
    const answer = answers?.get(key);
    if (answers === undefined || answer === undefined) return null;
    // Those asked for last are at the end.
    answers.delete(key);
    answers.set(key, answer);
    return answer;
  }

  set(library: Library, args: Arguments<"analyse">, answer: Analysis): void {
    const answers = this.#answers.get(library) ?? new Map<string, Analysis>();
    this.#answers.set(library, answers);
    answers.set(keyOf(args), answer);
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  }
}

function keyOf({ request, query }: Arguments<"analyse">): string {
  return JSON.stringify([request, query ?? {}]);
}
