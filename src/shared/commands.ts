/** Where a command is found in the menu. */
export type MenuPlace = "file" | "edit" | "view" | "go" | "claim" | "help";

/** What must hold for a command to be offered: `reader` when a paper has the keyboard, `pages` when its pages are shown, `passage` when words are selected. */
export type When = "always" | "writable" | "paper" | "reader" | "pages" | "passage" | "claim" | "undo" | "redo";

export type CommandEntry = Readonly<{
  id: string;
  label: string;
  /** As ProseMirror's keymap writes keys: `Mod-z`, `Shift-ArrowRight`. `Mod` is Ctrl, on a Mac Cmd. */
  key: string | null;
  menu: MenuPlace | null;
  when: When;
}>;

/** Every command. Menu, palette, keys, help and tests read this table and no other. */
export const commands = [
  { id: "import", label: "Import papers…", key: "Mod-o", menu: "file", when: "writable" },
  { id: "import-sample", label: "Open the sample paper", key: null, menu: "file", when: "writable" },
  { id: "export", label: "Export this paper…", key: "Mod-e", menu: "file", when: "paper" },
  { id: "report", label: "Make a report…", key: "Mod-Shift-e", menu: "file", when: "always" },
  { id: "remove-paper", label: "Remove this paper", key: null, menu: "file", when: "paper" },
  { id: "accept-issues", label: "Add this paper's headings as issues", key: null, menu: "file", when: "paper" },
  { id: "undo", label: "Undo", key: "Mod-z", menu: "edit", when: "undo" },
  { id: "redo", label: "Redo", key: "Mod-Shift-z", menu: "edit", when: "redo" },
  { id: "copy-quote", label: "Copy the quote with its source", key: "Mod-Shift-c", menu: "edit", when: "passage" },
  { id: "view-read", label: "Read", key: "Mod-1", menu: "view", when: "always" },
  { id: "view-claims", label: "Claims", key: "Mod-2", menu: "view", when: "always" },
  { id: "view-matrix", label: "Issues × stances", key: "Mod-3", menu: "view", when: "always" },
  { id: "show-text", label: "The text", key: "F8", menu: "view", when: "paper" },
  { id: "show-pages", label: "The pages", key: "F9", menu: "view", when: "paper" },
  { id: "show-both", label: "Text and pages side by side", key: "F10", menu: "view", when: "paper" },
  { id: "zoom-in", label: "Larger pages", key: "Mod-=", menu: "view", when: "pages" },
  { id: "zoom-out", label: "Smaller pages", key: "Mod--", menu: "view", when: "pages" },
  { id: "fit-width", label: "Fit width", key: "Mod-0", menu: "view", when: "pages" },
  { id: "fit-page", label: "Fit page", key: "Mod-9", menu: "view", when: "pages" },
  { id: "toggle-thumbnails", label: "Small pages", key: "F4", menu: "view", when: "pages" },
  { id: "toggle-theme", label: "Light or dark", key: "Mod-Shift-l", menu: "view", when: "always" },
  { id: "keys", label: "Show all keys", key: "F1", menu: "help", when: "always" },
  { id: "palette", label: "Search, or run a command…", key: "Mod-k", menu: "go", when: "always" },
  { id: "filter", label: "Filter claims", key: "Mod-Shift-f", menu: "go", when: "always" },
  { id: "next-claim", label: "Next claim", key: "n", menu: "go", when: "reader" },
  { id: "previous-claim", label: "Previous claim", key: "p", menu: "go", when: "reader" },
  { id: "focus-reader", label: "Go to the paper", key: "F6", menu: "go", when: "paper" },
  { id: "code", label: "Code the selected words…", key: "Enter", menu: "claim", when: "passage" },
  { id: "select-sentence", label: "Select the sentence", key: "s", menu: "claim", when: "reader" },
  { id: "extend-sentence", label: "Select one sentence more", key: "Shift-s", menu: "claim", when: "reader" },
  { id: "select-paragraph", label: "Select the paragraph", key: "a", menu: "claim", when: "reader" },
  { id: "repeat", label: "Repeat the last coding here", key: "r", menu: "claim", when: "passage" },
  { id: "cycle-claims", label: "Next of overlapping claims", key: "Tab", menu: "claim", when: "claim" },
  { id: "delete-claim", label: "Delete the claim", key: "Delete", menu: "claim", when: "claim" },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof commands)[number]["id"];
