import equal from "fast-deep-equal";
import type { News, Upkeep } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";

/** Those who follow a library, and what upkeep of it fails at present. */
export class NewsDesk {
  readonly #listeners = new Set<(news: News) => void>();
  #upkeep: Readonly<Partial<Record<Upkeep, Message>>> = {};

  /** Upkeep that fails, and why. */
  get upkeep(): Readonly<Partial<Record<Upkeep, Message>>> {
    return this.#upkeep;
  }

  subscribe(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** Upkeep has failed; null when it has worked again. Announced when that is new. */
  reportUpkeep(work: Upkeep, reason: Message | null): void {
    if (equal(this.#upkeep[work] ?? null, reason)) return;
    const { [work]: _before, ...others } = this.#upkeep;
    this.#upkeep = reason === null ? others : { ...others, [work]: reason };
    this.announce({ kind: "upkeep", work, reason });
  }

  /** Nobody follows any more. */
  close(): void {
    this.#listeners.clear();
  }
}
