import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { Change } from "../../../shared/change/change.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { LibraryId, newId } from "../../../shared/model/ids.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere, writeDurably } from "../files/durable.ts";
import { type JournalOffset, newSegmentName } from "./journal-chain.ts";
import { type JournalEntry, journalLines, printSegment } from "./journal-line.ts";
import { replayEntries } from "./recover.ts";
import { bodyOf } from "./snapshot.ts";
import { noExtras, papersOf, writeSnapshot } from "./state-files.ts";
import { printTip, type Tip, tipName } from "./tip.ts";
import { noStacks, pushEntry } from "./undo.ts";

const oldSegment = /^[0-9a-f-]{36}-\d+\.jsonl$/;

/**
 * Format 1 to the present one. Format 1 had one journal file for each session, `<coder>-<n>.jsonl`, whose lines had no
 * number of the change they undo and a checksum over the change only. All of its history becomes one segment; the
 * snapshots are recreated from it.
 */
export async function migrateFrom1(folder: string, disk: Disk): Promise<void> {
  const journal = path.join(folder, "journal");
  const entries = await readOldJournal(journal, disk);
  const library = replayEntries(entries, await oldIdentifier(folder, disk));
  // What an interrupted migration has left.
  for (const name of await listIfThere(journal, disk))
    if (!oldSegment.test(name)) await disk.remove(path.join(journal, name));
  let position: JournalOffset | null = null;
  if (entries.length > 0) {
    const segment = newSegmentName(1);
    const about = { library: library.id, history: library.id, first: 1, host: hostname(), after: null };
    const { text, sha256 } = printSegment(about, entries);
    await writeDurably(path.join(journal, segment), text, disk);
    position = { segment, bytes: text.length, sha256 };
  }
  const last = entries.at(-1);
  const place = {
    last: last?.number ?? 0,
    version: last?.change.id ?? null,
    position,
    stacks: entries.reduce(pushEntry, noStacks),
    history: library.id,
    extras: noExtras,
  };
  const papers = new Set(entries.flatMap((entry) => papersOf(entry.change)));
  // Copies of the old format would be taken for damaged ones.
  for (const paper of papers) await disk.remove(path.join(folder, "papers", paper, "annotations.json.bak"));
  await disk.remove(path.join(folder, "library.json.bak"));
  const { id } = library;
  const tip: Tip = { tip: 1, library: id, history: id, last: place.last, position, snapshot: null, listed: false };
  await writeDurably(path.join(folder, tipName), printTip(tip), disk);
  await writeSnapshot(folder, library, place, papers, new Map(), disk);
}

async function oldIdentifier(folder: string, disk: Disk): Promise<LibraryId> {
  for (const name of ["library.json", "library.json.bak"]) {
    const bytes = await readIfThere(path.join(folder, name), disk);
    const body = bytes === null ? null : bodyOf(bytes, 1);
    const state = z.object({ id: LibraryId }).safeParse(body === null ? null : JSON.parse(body));
    if (state.success) return state.data.id;
  }
  return newId(LibraryId);
}

async function readOldJournal(journal: string, disk: Disk): Promise<JournalEntry[]> {
  const changes = new Map<number, Change>();
  for (const name of await listIfThere(journal, disk)) {
    if (!oldSegment.test(name)) continue;
    const bytes = (await readIfThere(path.join(journal, name), disk)) ?? Buffer.alloc(0);
    for (const line of journalLines(bytes)) {
      if (!line.whole) continue;
      const [, number, sha256, body] =
        /^\{"number":(\d+),"sha256":"([0-9a-f]{64})","change":(.*)\}$/s.exec(line.text) ?? [];
      const change = body === undefined || digest(body) !== sha256 ? null : Change.safeParse(JSON.parse(body));
      if (!change?.success) throw unreadable(message("journal.lineDamaged", { file: name }));
      if (!changes.has(Number(number))) changes.set(Number(number), change.data);
    }
  }
  const numbers = new Map([...changes].map(([number, change]) => [change.id, number]));
  return Array.from(changes.keys(), (_, index) => {
    const change = changes.get(index + 1);
    if (change === undefined) throw unreadable(message("journal.changeMissing", { number: index + 1 }));
    return { number: index + 1, undoes: change.undoes === null ? null : (numbers.get(change.undoes) ?? null), change };
  });
}

function unreadable(reason: Message): WorkbenchError {
  return new WorkbenchError("damaged", message("library.notConverted", { reason }));
}
