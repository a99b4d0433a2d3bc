import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import {
  lineOfNew,
  placeOfDrop,
  placeOfNew,
  placeOfStep,
  type Step,
  type TreePlace,
  type TreeRow,
  treeNodes,
  treeRows,
} from "../../../shared/codebook/codebook-tree.ts";
import { addEntry, entryOf, moveEntry, nameOfEntry, renameEntry } from "../../../shared/codebook/entries.ts";
import { pinIssue } from "../../../shared/codebook/issues.ts";
import { sortEntries } from "../../../shared/codebook/sort-entries.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import { selectEntry, setCodebookDialog, setOpen, startedNamingNew, useCodebook } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { contextName } from "../state/context.ts";
import { focusOn } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { setSettings } from "../state/settings.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import { NameField } from "../ui/NameField.tsx";
import { digitOf } from "../ui/pressed-signs.ts";
import { Tree, type TreeField } from "../ui/Tree.tsx";
import { countsOf } from "./counts.ts";
import { EntryHeads } from "./EntryHeads.tsx";
import { EntryLine } from "./EntryLine.tsx";

const steps: Readonly<Record<string, Step>> = { ArrowUp: "up", ArrowDown: "down" };

/** What is being named: an entry that is there, or a new one after or under another. */
type Naming = Readonly<{ kind: "rename"; id: string } | { kind: "new"; at: string | null; under: boolean }>;

/** The chosen kind as a tree that is walked, named and rearranged by keys and by dragging. */
export function EntryTree() {
  const { t, say, shown, number, direction } = useTexts();
  const library = useLibrary((state) => shown(state.library));
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const kind = useCodebook((state) => state.kind);
  const chosen = useCodebook((state) => state.chosen);
  const closed = useCodebook((state) => state.closed);
  const archived = useCodebook((state) => state.archived);
  const words = useCodebook((state) => state.words);
  const [naming, setNaming] = useState<Naming | null>(null);
  const isNamingNew = useCodebook((state) => state.isNamingNew);
  useEffect(() => {
    if (!isNamingNew) return undefined;
    // The palette gives the keyboard back to where it was before; the field takes it after that.
    const frame = requestAnimationFrame(() => {
      setNaming({ kind: "new", at: chosen[kind], under: false });
      startedNamingNew();
    });
    return () => cancelAnimationFrame(frame);
  }, [isNamingNew, chosen, kind]);
  const nodes = useMemo(() => treeNodes(library, kind), [library, kind]);
  const counts = useMemo(() => countsOf(library, kind), [library, kind]);
  const sort = useCodebook((state) => state.sort);
  const rows = useMemo(
    () => treeRows(sortEntries(nodes, counts, sort), { closed, archived, words }),
    [nodes, counts, sort, closed, archived, words],
  );
  const inward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const move = (id: string, place: TreePlace | null): void => {
    if (place === null) return;
    if (place.parent !== null) setOpen(place.parent, true);
    void commitNext(message("change.moveEntry"), (now) => {
      const entry = entryOf(now, kind, id);
      return entry === null ? [] : moveEntry(now, entry, place.parent, place.index);
    });
  };
  const onKey = (event: KeyboardEvent, row: TreeRow): boolean => {
    if (isComposing(event)) return false;
    if (event.key === "Enter" && !event.ctrlKey && !event.altKey) return toInspector();
    if (!writable || event.ctrlKey || event.metaKey) return false;
    if (event.altKey && event.shiftKey) {
      const step = steps[event.key] ?? (!event.key.startsWith("Arrow") ? null : event.key === inward ? "in" : "out");
      // In another order than the codebook's, up and down would not be what is seen.
      if (sort !== null && (step === "up" || step === "down")) return true;
      if (step !== null) move(row.id, placeOfStep(nodes, rows, row.id, step));
      return step !== null;
    }
    if (event.altKey) return false;
    const digit = digitOf(event);
    if (event.key === "F2") setNaming({ kind: "rename", id: row.id });
    else if (event.key === "Insert" || event.key === "+")
      setNaming({ kind: "new", at: row.id, under: event.shiftKey && event.key === "Insert" && kind !== "stance" });
    else if (event.key === "Delete") setCodebookDialog("remove");
    else if (kind === "issue" && digit !== null)
      void commitNext(message("change.pin"), ({ issues }) => pinIssue(issues, row.id, String(digit)));
    else return false;
    return true;
  };
  const rename = (id: string, name: string): void => {
    setNaming(null);
    void commitNext(message("change.renameEntry"), (now) => {
      const entry = entryOf(now, kind, id);
      return entry === null || name === "" ? [] : renameEntry(now, entry, name);
    });
  };
  const add = (place: TreePlace, name: string): void => {
    setNaming(null);
    if (name === "") return;
    if (place.parent !== null) setOpen(place.parent, true);
    let id: string | null = null;
    void commitNext(message("change.addEntry"), (now) => {
      const made = addEntry(now, kind, name, place.parent, place.index);
      id = made.entry.id;
      return made.edits;
    }).then((kept) => kept && selectEntry(kind, id));
  };
  const nameOfRow = (row: TreeRow): string => {
    const { direct, all } = counts.get(row.id) ?? { direct: 0, all: 0 };
    return t("codebook.rowName", { kind, name: row.name, direct, more: all === direct ? 0 : all });
  };
  const field = (): TreeField | null => {
    if (naming === null) return null;
    if (naming.kind === "rename") {
      const row = rows.find((row) => row.id === naming.id);
      const label = t("library.newName", { name: row?.name ?? "" });
      const draw = <NameField label={label} value={row?.name ?? ""} onDone={(name) => rename(naming.id, name)} />;
      return { at: naming.id, level: 1, draw };
    }
    const { behind, level } = lineOfNew(rows, naming.at, naming.under);
    const place = placeOfNew(nodes, naming.at, naming.under);
    const parent = entryOf(library, kind, place.parent);
    const label =
      parent === null ? t(`codebook.new.${kind}`) : t("codebook.newUnder", { name: say(nameOfEntry(library, parent)) });
    return {
      at: behind,
      level,
      draw: <NameField label={label} placeholder={label} value="" onDone={(name) => add(place, name)} />,
    };
  };
  return (
    <>
      <EntryHeads />
      <Tree
        label={t(`codebook.kind.${kind}`)}
        rows={rows}
        active={chosen[kind]}
        onActive={(id) => selectEntry(kind, id)}
        onOpen={setOpen}
        onKey={onKey}
        nameOf={nameOfRow}
        classOf={(row) => (row.archived ? "entry archived" : "entry")}
        draw={(row) => (
          <>
            <EntryLine id={row.id} kind={kind} library={library} />
            <Counts
              direct={counts.get(row.id)?.direct ?? 0}
              all={kind === "stance" ? null : row.open === null ? 0 : (counts.get(row.id)?.all ?? 0)}
              say={number}
            />
          </>
        )}
        contextOf={(row) => (kind === "stance" ? undefined : contextName(kind, row.id))}
        dragging={
          writable
            ? {
                allowed: (id, target, side) =>
                  (sort === null || side === "inside") &&
                  (kind !== "stance" || side !== "inside") &&
                  placeOfDrop(nodes, id, target, side) !== null,
                drop: (id, target, side) => move(id, placeOfDrop(nodes, id, target, side)),
              }
            : undefined
        }
        field={field()}
      />
      {rows.length === 0 && words !== "" && <p className="empty">{t("codebook.nothing")}</p>}
      {writable && (
        <div className="entry-new">
          <button type="button" onClick={() => setNaming({ kind: "new", at: chosen[kind], under: false })}>
            <Icon name="plus" size={14} /> {t(`codebook.new.${kind}`)} <kbd>+</kbd>
          </button>
          {kind !== "stance" && chosen[kind] !== null && (
            <button type="button" onClick={() => setNaming({ kind: "new", at: chosen[kind], under: true })}>
              {t("codebook.addUnder", { kind })}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** The first field of the entry's definition gets the keyboard. */
function toInspector(): boolean {
  setSettings({ right: true });
  requestAnimationFrame(() => focusOn("entry-inspector"));
  return true;
}

function Counts({
  direct,
  all,
  say,
}: Readonly<{ direct: number; all: number | null; say: (value: number) => string }>) {
  return (
    <>
      <span className="count">{direct === 0 ? "" : say(direct)}</span>
      {all !== null && <span className="count">{all === 0 ? "" : say(all)}</span>}
    </>
  );
}
