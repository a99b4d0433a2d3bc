import type { PaperId } from "../../../shared/model/ids.ts";

/** Passwords of papers, kept in memory as long as the library is open and never written anywhere. */
export class Passwords {
  readonly #known = new Map<PaperId, string>();

  /** Remember one that has opened its paper. */
  keep(paper: PaperId, password: string | undefined): void {
    if (password !== undefined) this.#known.set(paper, password);
  }

  of(paper: PaperId): string | null {
    return this.#known.get(paper) ?? null;
  }
}
