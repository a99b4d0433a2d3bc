import { z } from "zod";
import type { Message } from "../messages/arguments.ts";
import { languageTags } from "../messages/message.ts";
import { OutsideLink } from "../model/content.ts";
import { paperSuffixes } from "../model/paper-format.ts";
import type { PlacedBackup } from "./backup-place.ts";
import { factNames } from "./commands.ts";
import { CodebookFormat } from "./workbench.ts";

/** Endings of the files that can be chosen; a bundle is a library in one file. */
export const fileEndings = {
  // A message that Outlook has packed is winmail.dat; what else has that ending is refused with a reason.
  papers: [...paperSuffixes, "dat"],
  codebook: CodebookFormat.options,
  claims: ["csv", "json"],
  bundle: ["stancemark", "zip"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Whether a name is that of a library as one file. */
export function isLibraryFile(name: string): boolean {
  return fileEndings.bundle.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
}

/** A row of a menu: the command, its name in the window's language, and its key as the command table writes it. */
const MenuItem = z.strictObject({
  id: z.string().max(100),
  label: z.string().max(300),
  key: z.string().max(40).nullable(),
});

/** The key of a command as the reader has chosen it; null takes it away. */
const ChosenKey = z.string().max(40).nullable();

/** What only a shell can do, with the form of each call's arguments. */
export const hostContract = {
  /** Ask for files to import, papers by default; empty when the reader cancels. */
  chooseFiles: z.strictObject({ what: z.enum(["papers", "codebook", "claims", "bundle"]).optional() }),
  /** Ask where to save a file and write it there; null when the reader cancels. */
  save: z.strictObject({
    name: z.string().min(1).max(500),
    mime: z.string().max(200),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  /**
   * Ask for a folder outside of the library, back it up there now and each day from now on; null when the reader
   * cancels, and where the shell cannot ask.
   */
  chooseBackupFolder: z.strictObject({}),
  /** Open a link of a paper outside, after asking. Only `http`, `https` and `mailto`. */
  openLink: z.strictObject({ url: OutsideLink }),
  copy: z.strictObject({ text: z.string().max(10_000_000) }),
  /** The language of the window, for the menu and the dialogs of the shell. */
  setLanguage: z.strictObject({ language: z.enum(languageTags) }),
  setTitle: z.strictObject({ title: z.string().max(1000) }),
  /**
   * The theme of the window, for title bar, menus and dialogs of the system, and its background, `#rrggbb`, for windows
   * that are still empty.
   */
  setLook: z.strictObject({
    theme: z.enum(["system", "light", "dark"]),
    background: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  /** The keys that the reader has chosen, by command, for the menu. */
  setKeys: z.strictObject({ keys: z.record(z.string().max(100), ChosenKey) }),
  /** Undo or redo typing in the field that has the focus. */
  editField: z.strictObject({ action: z.enum(["undo", "redo"]) }),
  /** Print the window as the system does. */
  print: z.strictObject({}),
  /** What was opened from outside since the last time: files, and links to claims. */
  takeOpened: z.strictObject({}),
  /** Enable in the shell's own menu what the window can do now. */
  setMenu: z.strictObject({ facts: z.record(z.enum(factNames), z.boolean()) }),
  /**
   * Show a menu of the shell's own at a point of the window, in its pixels; the identifier of what was chosen, or null.
   */
  popUpMenu: z.strictObject({
    groups: z.array(z.array(MenuItem).max(100)).max(20),
    x: z.number().int(),
    y: z.number().int(),
  }),
} as const satisfies Record<keyof HostResults, z.ZodType>;

/** A file that the reader has chosen: its name without a folder, and its bytes. */
export type ChosenFile = Readonly<{ name: string; bytes: Uint8Array }>;

/** What was opened from outside: by the system, on the command line, or by a second start of the program. */
export type OpenedItems = Readonly<{
  /** Papers and library files. */
  files: readonly ChosenFile[];
  /** Identifiers of claims, whole or in part. */
  claims: readonly string[];
  /** What to say, as what could not be opened and why; `bad` stays on screen. */
  messages: readonly Readonly<{ reason: Message; bad: boolean }>[];
}>;

type HostResults = {
  chooseFiles: readonly ChosenFile[];
  /** `where` says to a person where the file is now. */
  save: Readonly<{ where: string }> | null;
  chooseBackupFolder: PlacedBackup | null;
  openLink: null;
  copy: null;
  setLanguage: null;
  setTitle: null;
  setLook: null;
  setKeys: null;
  editField: null;
  print: null;
  takeOpened: OpenedItems;
  setMenu: null;
  popUpMenu: string | null;
};

/** The name of a call of the shell. */
export type HostMethod = keyof HostResults;
/** What a call of the shell is given, as `hostContract` checks it. */
export type HostArguments<Name extends HostMethod> = z.infer<(typeof hostContract)[Name]>;
/** What the shell does for its window. */
export type HostCalls = {
  readonly [Name in HostMethod]: (args: HostArguments<Name>) => Promise<HostResults[Name]>;
};

/**
 * The shell around a window. `onCommand` hears commands chosen in the shell's own menu, `onOpened` that there is
 * something for `takeOpened`.
 */
export interface Host extends HostCalls {
  readonly kind: "electron" | "web";
  onCommand(listener: (id: string) => void): () => void;
  onOpened(listener: () => void): () => void;
}

/** All calls of the shell by name. */
export const hostMethods = Object.keys(hostContract) as readonly HostMethod[];
