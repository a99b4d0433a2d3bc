import type { Edit } from "../../../shared/change/edit.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { LibraryId } from "../../../shared/model/ids.ts";
import type { Disk } from "../files/disk.ts";
import type { JournalOffset } from "./journal-chain.ts";
import type { LibraryStore } from "./library-store.ts";

/** A library in a folder, for what looks after its files: backup, check, repair, conflicts. */
export interface FileStore extends LibraryStore {
  readonly folder: string;
  readonly disk: Disk;
  /** Why the library is not whole, in one sentence; null when it is. */
  readonly trouble: Message | null;
  /** Whether every paper has the list of its files; those of older builds get it later. */
  listed: boolean;
  /** Throws when the library's files are not where they were, so that nothing may be written there. */
  check(): Promise<void>;
  /** Settles when the changes that are on their way to the disk are there or refused; undefined when there are none. */
  underWay(): Promise<unknown> | undefined;
  /** Where in the journal the newest change ends; null when there is none. */
  readonly position: JournalOffset | null;
  /**
   * Put a damaged library's files aside and begin a new history with these records, under the library's own identifier
   * or the given one. Returns the folder with the old files.
   */
  replace(label: ChangeLabel, records: readonly Edit[], id?: LibraryId): Promise<string>;
}
