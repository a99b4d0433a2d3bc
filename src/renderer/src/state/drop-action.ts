import type { Context } from "./context.ts";

/** Where something is dropped. */
export type DropPlace = Readonly<{
  /** The claim whose words or card it is. */
  claim: string | null;
  /** It is the selected words. */
  selection: boolean;
  collection: string | null;
}>;

export type DropAction =
  | Readonly<{ kind: "code"; issue: string }>
  | Readonly<{ kind: "add-issue"; issue: string; claim: string }>
  | Readonly<{ kind: "choose-actor"; actor: string }>
  | Readonly<{ kind: "set-actor"; actor: string; claim: string }>
  | Readonly<{ kind: "collect"; paper: string; collection: string }>;

/**
 * What a drop does; null where the thing may not be dropped. Selected words come before a claim that lies under them.
 */
export function dropAction(carried: Context | null, place: DropPlace): DropAction | null {
  if (carried === null) return null;
  const { target, id } = carried;
  const { claim, selection, collection } = place;
  if (target === "issue") {
    if (selection) return { kind: "code", issue: id };
    return claim === null ? null : { kind: "add-issue", issue: id, claim };
  }
  if (target === "actor") {
    if (selection) return { kind: "choose-actor", actor: id };
    return claim === null ? null : { kind: "set-actor", actor: id, claim };
  }
  return target === "paper" && collection !== null ? { kind: "collect", paper: id, collection } : null;
}
