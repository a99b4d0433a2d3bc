import { onTestFinished, vi } from "vitest";
import { describe } from "../../../shared/anchor/describe.ts";
import type { Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Host } from "../../../shared/contract/host.ts";
import type { Workbench } from "../../../shared/contract/workbench.ts";
import { ids } from "../../../shared/fixtures/sample-library.cases.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { ChangeId, newId, type PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { setConnection } from "../client/connection.ts";
import { takeChange, useLibrary } from "./library.ts";
import { useReading } from "./reading.ts";
import { useShell } from "./shell.ts";

/** The browser's storage, as a map, until the test ends. */
export function memoryStorage(): Map<string, string> {
  const map = new Map<string, string>();
  const storage = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("sessionStorage", storage);
  onTestFinished(() => void vi.unstubAllGlobals());
  return map;
}

/** The words of a paper on one page. */
export function contentOf(text: string): PaperContent {
  return {
    text,
    blocks: [{ kind: "paragraph", start: 0, end: text.length, page: 0, continues: false, direction: "ltr", marks: [] }],
    pages: [{ label: "1", width: 0, height: 0, rotation: 0 }],
    warnings: [],
  };
}

/**
 * A window with a library, and a workbench in memory that takes every change. The sample's paper is open. Answers with
 * the labels of the changes, in order.
 */
export function openWindow(library: Library, text: string, calls: Partial<Workbench> = {}): ChangeLabel[] {
  const labels: ChangeLabel[] = [];
  const content = contentOf(text);
  const commit = async ({ label, edits }: { label: ChangeLabel; edits: readonly Edit[] }): Promise<Change> => {
    const time = "2026-02-03T04:05:06Z";
    const change: Change = { id: newId(ChangeId), at: time, coder: ids.coder, label, edits: [...edits], undoes: null };
    labels.push(label);
    takeChange({ number: useLibrary.getState().server.last + 1, change, undo: label, redo: null });
    return change;
  };
  const workbench = {
    commit,
    content: async () => content,
    describe: async ({ ranges }: { ranges: TextRange[] }) => ({ ranges: describe(text, ranges), areas: [] }),
    ...calls,
  };
  setConnection({ workbench: workbench as unknown as Workbench, host: {} as Host });
  memoryStorage();
  useReading.setState(useReading.getInitialState(), true);
  useShell.setState(useShell.getInitialState(), true);
  const { server } = useLibrary.getInitialState();
  const state = { ...server, library, coder: ids.coder };
  useLibrary.setState({ server: state, library, loading: null, connected: true, saved: null });
  useReading.setState({ paper: ids.paper as PaperId, content });
  return labels;
}
