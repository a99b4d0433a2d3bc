import { create } from "zustand";
import { type CodebookEntry, type EntryKind, entryOf } from "../../../shared/codebook/entries.ts";
import { type EntrySort, type EntrySorting, nextSort } from "../../../shared/codebook/sort-entries.ts";
import type { Library } from "../../../shared/model/library.ts";

export type CodebookDialog = "merge" | "split" | "examples" | "remove" | "starter";

/** The state of the codebook view: which kind, which entry of each, what is closed, found and asked. */
type CodebookState = Readonly<{
  kind: EntryKind;
  chosen: Readonly<Record<EntryKind, string | null>>;
  closed: ReadonlySet<string>;
  archived: boolean;
  words: string;
  sort: EntrySort;
  dialog: CodebookDialog | null;
  /** A new entry waits for its name. */
  isNamingNew: boolean;
}>;

/** Shared by the codebook, its inspector and the list in the library pane, so that all show the same. */
export const useCodebook = create<CodebookState>(() => ({
  kind: "issue",
  chosen: { issue: null, stance: null, actor: null },
  closed: new Set(),
  archived: false,
  words: "",
  sort: null,
  dialog: null,
  isNamingNew: false,
}));

/** Sort by a column, as a click on its head does. */
export function sortCodebook(by: EntrySorting): void {
  useCodebook.setState(({ sort }) => ({ sort: nextSort(sort, by) }));
}

export function selectEntry(kind: EntryKind, id: string | null): void {
  useCodebook.setState(({ chosen }) => ({ kind, chosen: { ...chosen, [kind]: id } }));
}

/** Open or close what is under an entry. */
export function setOpen(id: string, open: boolean): void {
  useCodebook.setState(({ closed }) => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    return { closed: next };
  });
}

/** The selected entry of the library, as it is now; null when it is gone or none is selected. */
export function useSelectedEntry(library: Library): CodebookEntry | null {
  const kind = useCodebook((state) => state.kind);
  const id = useCodebook((state) => state.chosen[state.kind]);
  return entryOf(library, kind, id);
}

/** Open a dialog of the codebook, or close it. */
export function setCodebookDialog(dialog: CodebookDialog | null): void {
  useCodebook.setState({ dialog });
}

/** Show all entries of a kind, with a field for the name of a new one. */
export function nameNewEntry(kind: EntryKind): void {
  useCodebook.setState({ kind, words: "", isNamingNew: true });
}

/** Say that the field for a new name is there. */
export function startedNamingNew(): void {
  useCodebook.setState({ isNamingNew: false });
}

/** Show another kind of entry, all of them. */
export function showKind(kind: EntryKind): void {
  useCodebook.setState({ kind, words: "" });
}

export function showIssues(): void {
  useCodebook.setState({ kind: "issue" });
}

export function setCodebookWords(words: string): void {
  useCodebook.setState({ words });
}

export function setArchivedShown(archived: boolean): void {
  useCodebook.setState({ archived });
}
