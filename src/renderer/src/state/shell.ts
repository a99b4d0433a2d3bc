import { create } from "zustand";
import type { Message as SaidMessage } from "../../../shared/messages/arguments.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Extent, Lines } from "../../../shared/model/paper.ts";
import type { Query } from "../../../shared/model/query.ts";
import type { FileDetails, TableDetails } from "../../../shared/papers/file-details.ts";
import { texts } from "../i18n/texts.ts";

export type View = "library" | "read" | "claims" | "matrix" | "search" | "report" | "codebook" | "history";
export type DialogName =
  | "record"
  | "export"
  | "report"
  | "keys"
  | "palette"
  | "settings"
  | "link"
  | "follow"
  | "tour"
  | "keeping"
  | "page-labels"
  | "import-report"
  | "versions"
  | null;

/** What leads back or on from what was done. */
export type FollowUp = "undo" | "redo" | "tour";
type Message = Readonly<{ text: string; bad: boolean; action: FollowUp | null }>;
/** What was done, said once in the status line, with what leads back or on. */
type Confirmation = Readonly<{ text: string; action: FollowUp | null }>;
type WorkProgress = Readonly<{ job: string; label: string | SaidMessage; done: number; total: number }>;
type Batch = Readonly<{ at: number; of: number; name: string; jobs?: readonly string[] }>;
/**
 * What became of a file of rows, or of several papers where `name` is null: a summary, and a sentence for each row or
 * paper that was left out.
 */
type ImportReport = Readonly<{ name: string | null; summary: string; rejected: readonly string[] }>;
/** Papers to be read with OCR; of a single one also how many pages it has, and which is shown (from 1). */
export type OcrPapers = Readonly<{
  titles: readonly string[];
  pages: Readonly<{ count: number; shown: number }> | null;
}>;
/** In which languages, and which pages (from 0); those without text where they are left out. */
export type OcrChoice = Readonly<{ languages: string[]; pages?: number[] }>;
type OcrQuestion = Readonly<{ papers: OcrPapers; answer: (choice: OcrChoice | null) => void }>;
type PasswordQuestion = Readonly<{ name: string; why: string; answer: (password: string | null) => void }>;

/** How a text is to be read; what is left out is detected. */
export type ReadingChoice = Readonly<{ encoding?: string; lines?: Lines; extent?: Extent }>;
/**
 * A text whose encoding, lines or extent are asked for: a file to be imported, or a paper; `now` is how it is read so
 * far.
 */
export type ReadingText = Readonly<{
  name: string;
  source: Readonly<{ name: string; bytes: Uint8Array }> | Readonly<{ paper: PaperId }>;
  now: ReadingChoice;
}>;
type ReadingQuestion = Readonly<{ text: ReadingText; answer: (choice: ReadingChoice | null) => void }>;

/** A file to be imported with others, and where it is in the folder that it came in. */
export type FolderFile = Readonly<{ name: string; bytes: Uint8Array; within: string }>;
/** Files that are imported together, and the tables beside them that have details of papers. */
export type FolderImport = Readonly<{
  files: readonly FolderFile[];
  tables: readonly Readonly<{ name: string; read: TableDetails }>[];
}>;
/** The files that are wanted, with the details that were found outside of them. */
export type FolderChoice = readonly (FolderFile & Readonly<{ details: FileDetails }>)[];
type FolderQuestion = Readonly<{ folder: FolderImport; answer: (choice: FolderChoice | null) => void }>;

/** What is on screen around the paper: view, dialog, filter, messages, progress. */
export type ShellState = Readonly<{
  view: View;
  dialog: DialogName;
  query: Query;
  /** The filter bar is wanted over the paper too. */
  filtering: boolean;
  message: Message | null;
  confirmation: Confirmation | null;
  progress: WorkProgress | null;
  /** Files that are worked on together: which one it is now, counted from 1, and the jobs of those under way. */
  batch: Batch | null;
  /** The last table of which rows were left out. */
  importReport: ImportReport | null;
  /** A paper just imported, and the one that it seems to be a new version of. */
  suggestedVersion: Readonly<{ paper: PaperId; replaces: PaperId }> | null;
  /** A password that an import or an export waits for. */
  asked: PasswordQuestion | null;
  /** A reading that an import or a paper's details wait for. */
  askedReading: ReadingQuestion | null;
  /** Languages and pages that OCR waits for. */
  askedOcr: OcrQuestion | null;
  /** Which of several files are imported, and with which details. */
  askedFolder: FolderQuestion | null;
}>;

export const useShell = create<ShellState>(() => ({
  view: "read",
  dialog: null,
  query: {},
  filtering: false,
  message: null,
  confirmation: null,
  progress: null,
  batch: null,
  importReport: null,
  suggestedVersion: null,
  asked: null,
  askedReading: null,
  askedOcr: null,
  askedFolder: null,
}));

export function showView(view: View): void {
  useShell.setState({ view });
}

export function openDialog(dialog: Exclude<DialogName, null>): void {
  useShell.setState({ dialog });
}

export function closeDialog(): void {
  useShell.setState({ dialog: null });
}

export function setQuery(query: Query): void {
  useShell.setState({ query });
}

/** Show the claims that a query selects. */
export function showClaims(query: Query): void {
  useShell.setState({ view: "claims", query });
}

/** Show or hide the filter bar over the paper. */
export function setFiltering(filtering: boolean): void {
  useShell.setState({ filtering });
}

export function clearFilter(): void {
  useShell.setState({ query: {}, filtering: false });
}

/** The longest message that the status line has room for, in characters; a longer one gets a place of its own. */
const shortMessage = 90;

/** Show a message. Good news disappears on its own; what is bad stays until it is closed. */
export function showMessage(text: string, bad = false): void {
  if (bad) useShell.setState({ message: { text, bad, action: null } });
  else say(text, null);
}

/** Confirm a change of the library, with the command that undoes it. */
export function confirmChange(text: string, action: "undo" | "redo" = "undo"): void {
  say(text, action);
}

function say(text: string, action: FollowUp | null): void {
  if (text.length <= shortMessage) useShell.setState({ confirmation: { text, action } });
  else useShell.setState({ message: { text, bad: false, action }, confirmation: null });
}

/** Say something in passing, with a command that goes on from there. */
export function offer(text: string, action: FollowUp): void {
  useShell.setState({ confirmation: { text, action } });
}

export function closeMessage(): void {
  useShell.setState({ message: null, confirmation: null });
}

export function closeConfirmation(): void {
  useShell.setState({ confirmation: null });
}

/** How long a message stays that goes by itself, in milliseconds: time to notice it, and to read it slowly. */
export function readingTime(text: string): number {
  return Math.min(30_000, 5000 + text.length * 60);
}

export function setProgress(progress: WorkProgress | null): void {
  useShell.setState({ progress });
}

/** Show how far an import of several files is. Null ends it, and stops it before the next file. */
export function setBatch(batch: Batch | null): void {
  useShell.setState({ batch });
}

export function setImportReport(importReport: ImportReport): void {
  useShell.setState({ importReport });
}

let lastPassword: Promise<unknown> = Promise.resolve();

/** Ask for the password of a file, for one file after the other; null when the question is cancelled. */
export function askPassword(name: string, why: string): Promise<string | null> {
  const given = lastPassword.then(() =>
    new Promise<string | null>((answer) => useShell.setState({ asked: { name, why, answer } })).finally(() =>
      useShell.setState({ asked: null }),
    ),
  );
  lastPassword = given;
  return given;
}

/** Ask how to read a text, with a preview; null when the question is cancelled. */
export async function askReading(text: ReadingText): Promise<ReadingChoice | null> {
  const choice = await new Promise<ReadingChoice | null>((answer) =>
    useShell.setState({ askedReading: { text, answer } }),
  );
  useShell.setState({ askedReading: null });
  return choice;
}

/** Ask how to read papers with OCR; null when the question is cancelled. */
export async function askOcr(papers: OcrPapers): Promise<OcrChoice | null> {
  const choice = await new Promise<OcrChoice | null>((answer) => useShell.setState({ askedOcr: { papers, answer } }));
  useShell.setState({ askedOcr: null });
  return choice;
}

/** Ask which of several files to import, and where their details come from; null when the question is cancelled. */
export async function askFolder(folder: FolderImport): Promise<FolderChoice | null> {
  const choice = await new Promise<FolderChoice | null>((answer) =>
    useShell.setState({ askedFolder: { folder, answer } }),
  );
  useShell.setState({ askedFolder: null });
  return choice;
}

/** The value of some work, or null after its failure has been shown as a message. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    showMessage(texts().failure(error), true);
    return null;
  }
}
