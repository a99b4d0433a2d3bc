import type { Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Access, LibraryState, News, Upkeep } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { CoderId, LibraryId, PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Reading } from "../../../shared/model/paper.ts";
import type { PaperFormat } from "../../../shared/model/paper-format.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import type { PackedRecords } from "../../../shared/papers/packed-records.ts";
import type { GramIndex } from "../../../shared/search/gram-index.ts";
import type { Searchable } from "../../../shared/search/search.ts";
import type { Pause } from "../files/pause.ts";

/** A change with its place in the history, counted from 1. */
export type NumberedChange = Readonly<{ number: number; change: Change }>;

/** The changes a library has seen. */
export interface ChangeHistory {
  /** Every change from the newest; with a text, at least those that contain it (a store may leave out the others). */
  backwards(text?: string | null): AsyncIterable<NumberedChange>;
}

/** A library wherever it is kept. All calls of the contract work on this interface and on `PaperSources`. */
export interface LibraryStore {
  /** What is kept safely; a change that is still being written is not in it. */
  readonly library: Library;
  /** Who works. */
  readonly coder: CoderId;
  readonly access: Access;
  readonly past: ChangeHistory;
  /** How many changes the library has seen. */
  readonly last: number;
  state(): LibraryState;
  subscribe(listener: (news: News) => void): () => void;
  /** Send news to all that subscribed. */
  announce(news: News): void;
  /** Say something more about how the library was found, one sentence each. */
  addNotices(sentences: readonly Message[]): void;
  /** Say that upkeep has failed, and why in one sentence; null when it has worked again. */
  reportUpkeep(work: Upkeep, reason: Message | null): void;
  /**
   * Change the library. Returns after the change is kept safely. Throws and changes nothing when an edit has not the
   * form of `Edit` (this is the one place where edits are checked), does not fit the library, or nothing may be
   * written.
   */
  commit(label: ChangeLabel, edits: readonly Edit[]): Promise<Change>;
  /**
   * Give the coder who works another name, for earlier changes too. Throws `conflict` where another coder has it.
   */
  nameCoder(name: string): Promise<void>;
  /** Undo the newest change that is not undone; null when there is none. */
  undo(): Promise<Change | null>;
  /** Redo what was undone last; null when there is nothing, or new work came after. */
  redo(): Promise<Change | null>;
  /**
   * Take a whole history as another library made it, with identifiers, times and coders. Throws `conflict` unless the
   * library is without any change.
   */
  adopt(changes: readonly Change[]): Promise<void>;
  /** Become the copy of another library. Throws `conflict` unless the library is without any change. */
  becomeCopyOf(id: LibraryId): Promise<void>;
}

/**
 * A paper's words, the place of each unit where it has pages, and what of it was recognised in pictures, left out where
 * there is nothing.
 */
export type PaperWords = Readonly<{
  content: PaperContent;
  geometry: Uint8Array | null;
  recognised?: Recognised | undefined;
  /** The pages as a PDF, where the source has pages and is none. They are the same in every reading. */
  pages?: Uint8Array | undefined;
}>;

/** What a paper is made of: the bytes it was imported from, its words, and how they were read where that was chosen. */
export type PaperParts = PaperWords & Readonly<{ source: Uint8Array; reading?: Reading | undefined }>;

/** A part of a paper that can be damaged; `list` is the list of its files. */
export type PaperPart = "source" | "words" | "geometry" | "list";

/** The sources and words of a library's papers. What is not there throws `missing`, what fails its check `damaged`. */
export interface PaperSources {
  /** The paper's words in the reading that its record says, with the page labels its reader has given. */
  content(id: PaperId): Promise<PaperContent>;
  /** The words as they are kept now, read again and checked. */
  storedContent(id: PaperId): Promise<PaperContent>;
  /** As `storedContent`, with pauses. */
  storedContentSlowly(id: PaperId, pause: Pause): Promise<PaperContent>;
  /** What changes whenever the file of the paper's words does; null when there is none, or no file at all. */
  wordsStamp(id: PaperId): Promise<string | null>;
  source(id: PaperId, format: PaperFormat): Promise<Uint8Array>;
  /** As `geometry.ts` writes it, in the reading that its record says; null for a paper without pages. */
  geometry(id: PaperId): Promise<Uint8Array | null>;
  /** What was recognised in pictures of its pages, in that reading; null where there is nothing. */
  recognised(id: PaperId): Promise<Recognised | null>;
  has(id: PaperId): Promise<boolean>;
  /**
   * All files of a paper as a bundle holds them, by name, its words as they are read now. None where they are not
   * `needed` and not there.
   */
  all(id: PaperId, format: PaperFormat, needed: boolean): Promise<[name: string, bytes: Uint8Array][]>;
  /** The PDF that has its pages: the source itself, or what was made of it; null for a paper without pages. */
  pdf(id: PaperId, format: PaperFormat): Promise<Uint8Array | null>;
  /** Files on this machine that a worker may read by path, of a paper with pages. */
  localFiles(id: PaperId, format: PaperFormat): Promise<Readonly<{ pdf: string; geometry: string }>>;
  /** Keep a new paper: all of it or nothing. */
  write(id: PaperId, format: PaperFormat, parts: PaperParts): Promise<void>;
  /** Remove what `write` kept, where its change could not be made. */
  remove(id: PaperId): Promise<void>;
  /** The parts that are not what was written, as far as the list of the paper's files tells. */
  damage(id: PaperId): Promise<readonly PaperPart[]>;
  /** Rewrite the list of the paper's files from those that are there now. */
  list(id: PaperId): Promise<void>;
  /** Put the source's bytes in the place of damaged ones. */
  replaceSource(id: PaperId, format: PaperFormat, source: Uint8Array): Promise<void>;
  /** Put words and geometry in the place of damaged ones. */
  replaceWords(id: PaperId, words: PaperWords): Promise<void>;
  /** Keep the words of another reading beside those that are there, which an undo goes back to. */
  writeWords(id: PaperId, reading: Reading | undefined, words: PaperWords): Promise<void>;
}

/**
 * Where the search index is stored. It holds nothing that is not in the papers. `stamp` is that of the words it was
 * made of; what has another is not found.
 */
export interface SearchStore {
  /** Where the words of a paper may be; null when that is not stored, or fails its check. */
  readIndex(paper: PaperId, stamp: string): Promise<GramIndex | null>;
  /** The words of a paper as they are searched; null when they are not stored, or fail their check. */
  readWords(paper: PaperId, stamp: string): Promise<Searchable | null>;
  /** Store both. Where that fails, nothing is stored. */
  write(paper: PaperId, stamp: string, words: Searchable, index: GramIndex): Promise<void>;
  /** Remove what is stored of other papers than these. */
  keepOnly(papers: ReadonlySet<string>): Promise<void>;
}

/**
 * Where packed records of papers are stored (`shared/papers/packed-records.ts`). It holds nothing that is not in the
 * library. `stamp` is the checksum of the file that they were made of; what has another is not found.
 */
export interface PackStore {
  /** The packed records of a paper; null when they are not stored, or fail their check. */
  read(paper: PaperId, stamp: string): Promise<PackedRecords | null>;
  /** Store them. Where that fails, nothing is stored. */
  write(paper: PaperId, stamp: string, packed: PackedRecords): Promise<void>;
}
