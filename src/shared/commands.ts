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
  { id: "edit-record", label: "Alter this paper's record…", key: null, menu: "file", when: "paper" },
  { id: "view-library", label: "Library", key: "Mod-5", menu: "view", when: "always" },
  { id: "view-search", label: "Search", key: "Mod-Shift-k", menu: "view", when: "always" },
  { id: "view-read", label: "Read", key: "Mod-1", menu: "view", when: "always" },
  { id: "view-claims", label: "Claims", key: "Mod-2", menu: "view", when: "always" },
  { id: "view-matrix", label: "Issues × stances", key: "Mod-3", menu: "view", when: "always" },
  { id: "view-report", label: "Report", key: "Mod-4", menu: "view", when: "always" },
  { id: "show-text", label: "The text", key: "F8", menu: "view", when: "paper" },
  { id: "show-pages", label: "The pages", key: "F9", menu: "view", when: "paper" },
  { id: "show-both", label: "Text and pages side by side", key: "F10", menu: "view", when: "paper" },
  { id: "zoom-in", label: "Larger pages", key: "Mod-=", menu: "view", when: "pages" },
  { id: "zoom-out", label: "Smaller pages", key: "Mod--", menu: "view", when: "pages" },
  { id: "fit-width", label: "Fit width", key: "Mod-0", menu: "view", when: "pages" },
  { id: "fit-page", label: "Fit page", key: "Mod-9", menu: "view", when: "pages" },
  { id: "toggle-thumbnails", label: "Small pages", key: "F4", menu: "view", when: "pages" },
  { id: "turn-pages", label: "Dark or light pages", key: "Mod-Shift-d", menu: "view", when: "pages" },
  { id: "toggle-theme", label: "Next theme", key: "Mod-Shift-l", menu: "view", when: "always" },
  { id: "settings", label: "Reading settings…", key: "Mod-,", menu: "view", when: "always" },
  { id: "larger-text", label: "Larger text", key: ">", menu: "view", when: "reader" },
  { id: "smaller-text", label: "Smaller text", key: "<", menu: "view", when: "reader" },
  { id: "focus-mode", label: "Focus on the paragraph", key: "F7", menu: "view", when: "always" },
  { id: "toggle-left", label: "Show or hide the library pane", key: "Mod-b", menu: "view", when: "always" },
  { id: "toggle-right", label: "Show or hide the inspector", key: "Mod-i", menu: "view", when: "always" },
  { id: "read-aloud", label: "Read aloud from here, or stop", key: "v", menu: "view", when: "reader" },
  { id: "keys", label: "Keys…", key: "F1", menu: "help", when: "always" },
  { id: "tour", label: "Take the two-minute tour", key: null, menu: "help", when: "always" },
  { id: "palette", label: "Search, or run a command…", key: "Mod-k", menu: "go", when: "always" },
  { id: "filter", label: "Filter claims", key: "Mod-Shift-f", menu: "go", when: "always" },
  { id: "find", label: "Find in this paper…", key: "Mod-f", menu: "go", when: "paper" },
  { id: "find-next", label: "Find next", key: "F3", menu: "go", when: "paper" },
  { id: "find-previous", label: "Find previous", key: "Shift-F3", menu: "go", when: "paper" },
  { id: "next-hit", label: "Next place of the search", key: "Alt-ArrowDown", menu: "go", when: "always" },
  { id: "previous-hit", label: "Previous place of the search", key: "Alt-ArrowUp", menu: "go", when: "always" },
  { id: "clear-filter", label: "Show all claims again", key: "Mod-Shift-x", menu: "go", when: "always" },
  { id: "back", label: "Back", key: "Alt-ArrowLeft", menu: "go", when: "always" },
  { id: "forward", label: "Forward", key: "Alt-ArrowRight", menu: "go", when: "always" },
  { id: "focus-reader", label: "Go to the paper", key: "F6", menu: "go", when: "paper" },
  { id: "focus-inspector", label: "Go to the inspector", key: "i", menu: "go", when: "claim" },
  { id: "next-claim", label: "Next claim", key: "n", menu: "go", when: "reader" },
  { id: "previous-claim", label: "Previous claim", key: "p", menu: "go", when: "reader" },
  { id: "next-sentence", label: "Next sentence", key: "j", menu: null, when: "reader" },
  { id: "previous-sentence", label: "Previous sentence", key: "k", menu: null, when: "reader" },
  { id: "next-paragraph", label: "Next paragraph", key: "Mod-ArrowDown", menu: null, when: "reader" },
  { id: "previous-paragraph", label: "Previous paragraph", key: "Mod-ArrowUp", menu: null, when: "reader" },
  { id: "next-heading", label: "Next heading", key: "h", menu: null, when: "reader" },
  { id: "previous-heading", label: "Previous heading", key: "Shift-h", menu: null, when: "reader" },
  { id: "next-page", label: "Next page", key: "]", menu: null, when: "reader" },
  { id: "previous-page", label: "Previous page", key: "[", menu: null, when: "reader" },
  { id: "next-unmarked", label: "Next paragraph without a mark", key: "u", menu: "go", when: "reader" },
  { id: "previous-unmarked", label: "Previous paragraph without a mark", key: "Shift-u", menu: null, when: "reader" },
  { id: "code", label: "Code the selected words…", key: "Enter", menu: "claim", when: "passage" },
  { id: "select-sentence", label: "Select the sentence", key: "s", menu: "claim", when: "reader" },
  { id: "extend-sentence", label: "Select one sentence more", key: "Shift-s", menu: "claim", when: "reader" },
  { id: "select-paragraph", label: "Select the paragraph", key: "a", menu: "claim", when: "reader" },
  { id: "select-section", label: "Select what is under the heading", key: "Shift-a", menu: "claim", when: "reader" },
  { id: "select-page", label: "Select the page", key: "Alt-a", menu: null, when: "reader" },
  { id: "select-claim", label: "Select the words of the claim here", key: "c", menu: "claim", when: "reader" },
  { id: "grow", label: "Grow the selection to whole sentences, then more", key: "g", menu: "claim", when: "reader" },
  { id: "extend-next-sentence", label: "Extend by a sentence", key: "Shift-j", menu: null, when: "reader" },
  { id: "extend-previous-sentence", label: "Extend back by a sentence", key: "Shift-k", menu: null, when: "reader" },
  {
    id: "extend-next-paragraph",
    label: "Extend by a paragraph",
    key: "Mod-Shift-ArrowDown",
    menu: null,
    when: "reader",
  },
  {
    id: "extend-previous-paragraph",
    label: "Extend back by a paragraph",
    key: "Mod-Shift-ArrowUp",
    menu: null,
    when: "reader",
  },
  { id: "extend-next-page", label: "Extend by a page", key: "}", menu: null, when: "reader" },
  { id: "extend-previous-page", label: "Extend back by a page", key: "{", menu: null, when: "reader" },
  {
    id: "add-range",
    label: "Keep these words and select more for the same claim",
    key: "m",
    menu: "claim",
    when: "passage",
  },
  { id: "repeat", label: "Repeat the last coding here", key: "r", menu: "claim", when: "passage" },
  { id: "edit-claim", label: "Edit the claim here…", key: "e", menu: "claim", when: "reader" },
  { id: "cycle-claims", label: "Next of overlapping claims", key: "Tab", menu: "claim", when: "claim" },
  { id: "link", label: "Link the claim here with another…", key: "l", menu: "claim", when: "claim" },
  { id: "follow-link", label: "Go to the linked claim", key: "o", menu: "claim", when: "claim" },
  { id: "leave-claim", label: "Let go of the claim and of the added words", key: "Escape", menu: null, when: "reader" },
  { id: "delete-claim", label: "Delete the claim", key: "Delete", menu: "claim", when: "claim" },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof commands)[number]["id"];
