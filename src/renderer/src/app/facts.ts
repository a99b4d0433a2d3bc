import { useSyncExternalStore } from "react";
import {
  type CommandId,
  commandOf,
  factNames,
  isAvailable,
  type WindowFacts,
} from "../../../shared/contract/commands.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { isReadByOlder } from "../../../shared/model/reader-version.ts";
import { useCodebook } from "../state/codebook.ts";
import { useContextMenu } from "../state/context-menu.ts";
import { isOpen } from "../state/filtered-claims.ts";
import { useFind } from "../state/find.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { canGo } from "../state/navigation-history.ts";
import { usePageView } from "../state/page-view.ts";
import { isToolbarWanted, useQuickCoding } from "../state/quick-coding.ts";
import { papersOfOlder } from "../state/read-with-newer.ts";
import { reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { useSearch } from "../state/search.ts";
import { useShell } from "../state/shell.ts";
import { hasVoice, useSpeech, watchVoices } from "../state/speech.ts";

/** What holds in the window now. */
export function readFacts(): WindowFacts {
  const library = useLibrary.getState();
  const { paper, content, range, region, added, composing, selected, last, saving } = useReading.getState();
  const { view, query, message, confirmation } = useShell.getState();
  const { chosen } = useCodebook.getState();
  const control = reader();
  const opened = library.library.papers[paper ?? ""];
  const format = opened?.format;
  const reading = view === "read";
  const claim = selected !== null || (reading && (control?.annotationHere() ?? null) !== null);
  const found = useFind.getState().places.length > 0;
  const { spoken } = useSpeech.getState();
  return {
    writable: isWritable(library),
    undo: library.server.undo !== null,
    redo: library.server.redo !== null,
    paper: paper !== null,
    paged: format !== undefined && hasPages(format),
    older: opened !== undefined && isReadByOlder(opened),
    anyOlder: papersOfOlder(library.library).length > 0,
    reading: reading && content !== null,
    reader: reading && control !== null,
    pages: reading && usePageView.getState().arrangement !== "text",
    passage: (range ?? region) !== null,
    words: range !== null,
    claim,
    codable: claim || (reading && (range ?? region) !== null),
    selected: selected !== null,
    overlap: reading && selected !== null && control?.canCycle() === true,
    idle: !composing,
    coded: last !== null || saving,
    found,
    hits: (useSearch.getState().found?.hits.length ?? 0) > 0,
    filtered: !isOpen(query),
    back: canGo(-1),
    forward: canGo(1),
    issue: library.library.issues[chosen.issue ?? ""] !== undefined,
    actor: library.library.actors[chosen.actor ?? ""] !== undefined,
    mark: useContextMenu.getState().element?.isConnected === true,
    dismissible:
      composing ||
      selected !== null ||
      added.length > 0 ||
      message !== null ||
      confirmation !== null ||
      found ||
      isToolbarWanted(),
    voice: spoken !== null || hasVoice(),
  };
}

let known: WindowFacts | null = null;

/** The facts now; the identical record as long as none of them changed. */
function currentFacts(): WindowFacts {
  const facts = readFacts();
  const before = known;
  if (before === null || factNames.some((name) => before[name] !== facts[name])) known = facts;
  return known ?? facts;
}

const stores = [
  useLibrary,
  useReading,
  useQuickCoding,
  useCodebook,
  useContextMenu,
  useShell,
  useFind,
  useSearch,
  usePageView,
  useSpeech,
];

/** Call a listener when a fact may have changed; the caret of the paper moves with the selection of the page. */
export function watchFacts(listener: () => void): () => void {
  const stops = [...stores.map((store) => store.subscribe(listener)), watchVoices(listener)];
  document.addEventListener("selectionchange", listener);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener("selectionchange", listener);
  };
}

/** The facts, for a component that shows which commands are available. */
export function useFacts(): WindowFacts {
  return useSyncExternalStore(watchFacts, currentFacts);
}

/** Whether a command can be run now. */
export function canRun(id: CommandId): boolean {
  return isAvailable(commandOf(id).when, readFacts());
}
