import { ActorId, IssueId, StanceId } from "../model/ids.ts";
import type { Grouping } from "./groups.ts";
import type { Recoding } from "./recode.ts";

/**
 * What dragging claims from one group to another does to them; null where it does nothing. A key is the identifier that
 * a group's claims share, empty for nothing.
 */
export function regrouping(by: Grouping, from: string, to: string): Recoding | null {
  if (from === to) return null;
  switch (by) {
    case "issue":
      if (to === "") return null;
      return from === ""
        ? { kind: "add", issue: IssueId.parse(to), stance: null }
        : { kind: "issue", from: IssueId.parse(from), to: IssueId.parse(to) };
    case "stance":
      return { kind: "stance", stance: stanceOf(to), issue: null, from: stanceOf(from) };
    case "actor":
      return { kind: "actor", actor: to === "" ? null : ActorId.parse(to) };
    case "none":
    case "paper":
    case "coder":
      return null;
  }
}

function stanceOf(key: string): StanceId | null {
  return key === "" ? null : StanceId.parse(key);
}

/** Whether claims can be dragged between the groups of a table. */
export function canRegroup(by: Grouping): boolean {
  return by === "issue" || by === "stance" || by === "actor";
}
