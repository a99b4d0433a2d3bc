import type { ContextTarget } from "../../../shared/contract/commands.ts";

/** What an element of the window shows: an issue, an actor, a paper, a claim of a table, a mark of a chart. */
export type Context = Readonly<{
  target: Exclude<ContextTarget, "selection" | "claim" | "text">;
  /** The identifier; empty for a mark. */
  id: string;
  /** The paper of a claim; empty for anything else. */
  paper: string;
}>;

const targets: readonly Context["target"][] = ["row", "paper", "issue", "actor", "mark"];

/** The value of `data-context` for an element that shows something: menus and dragging read it there. */
export function contextName(target: Context["target"], id = "", paper = ""): string {
  return [target, id, paper].join(" ").trim();
}

/** What `data-context` says; null when it says nothing known. */
export function parseContext(text: string | undefined): Context | null {
  const [name, id = "", paper = ""] = (text ?? "").split(" ");
  const target = targets.find((target) => target === name);
  return target === undefined ? null : { target, id, paper };
}

/** What the element, or the nearest one around it, shows. */
export function contextOf(element: Element | null): Readonly<{ context: Context; element: HTMLElement }> | null {
  const node = element?.closest<HTMLElement>("[data-context]") ?? null;
  const context = parseContext(node?.dataset.context);
  return node === null || context === null ? null : { context, element: node };
}
