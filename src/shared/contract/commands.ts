/** Where a command is found in the menu. */
export type MenuPlace = "file" | "edit" | "view" | "go" | "claim" | "help";

/** What may hold in a window; a command names those that it needs. */
export const factNames = [
  /** The library may be edited. */
  "writable",
  "undo",
  "redo",
  /** A paper is open. */
  "paper",
  /** The open paper has pages as they were printed, of a PDF or a picture. */
  "paged",
  /** An earlier version of the program has read the open paper; some paper. */
  "older",
  "anyOlder",
  /** The Read view shows a paper. */
  "reading",
  /** The text or the pages of the paper can take commands; their keys count only there. */
  "reader",
  /** The pages of the paper are shown. */
  "pages",
  /** Words are selected, or a rectangle of a page is drawn. */
  "passage",
  /** Words are selected. */
  "words",
  /** An annotation is selected or at the caret. */
  "claim",
  /** There is something to code: selected words, or a claim. */
  "codable",
  "selected",
  /** Another annotation overlaps the selected one at the caret. */
  "overlap",
  /** The composer is closed. */
  "idle",
  /** There is a last coding to repeat. */
  "coded",
  /** Find has found something in the paper. */
  "found",
  /** The search has hits. */
  "hits",
  /** The filter hides claims. */
  "filtered",
  "back",
  "forward",
  /** An issue, an actor of the codebook is selected. */
  "issue",
  "actor",
  /** A mark of a chart has its menu open. */
  "mark",
  /** A claim is selected, or words, finds or a message are on screen that Escape clears. */
  "dismissible",
  /** A voice can read aloud, or does. */
  "voice",
] as const;
export type FactName = (typeof factNames)[number];

/** What holds in a window now. */
export type WindowFacts = Readonly<Record<FactName, boolean>>;

/** The only condition of a command: a fact, or several that must hold together. */
export type When = "always" | FactName | readonly FactName[];

/** The facts that a command needs. */
export function needsOf(when: When): readonly FactName[] {
  return when === "always" ? [] : typeof when === "string" ? [when] : when;
}

/** Whether a command can be run. Menu, palette, keys and help all ask this. */
export function isAvailable(when: When, facts: WindowFacts): boolean {
  return needsOf(when).every((name) => facts[name]);
}

/** A command as menu, palette, keys and help have it. */
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
  { id: "import-claims", label: "Import claims…", key: null, menu: "file", when: "writable" },
  { id: "export", label: "Export paper…", key: "Mod-e", menu: "file", when: "paper" },
  { id: "report", label: "Export report…", key: "Mod-Shift-e", menu: "file", when: "always" },
  { id: "ocr", label: "Read with OCR…", key: null, menu: "file", when: ["paged", "writable"] },
  {
    id: "read-newer",
    label: "Read paper again with this version",
    key: null,
    menu: "file",
    when: ["older", "writable"],
  },
  {
    id: "read-all-newer",
    label: "Read all papers of earlier versions again",
    key: null,
    menu: "file",
    when: ["anyOlder", "writable"],
  },
  { id: "page-labels", label: "Page labels…", key: null, menu: "file", when: ["paper", "writable"] },
  {
    id: "import-version",
    label: "Import as new version of this paper…",
    key: null,
    menu: "file",
    when: ["paper", "writable"],
  },
  { id: "versions", label: "Versions and claims to carry over…", key: null, menu: "file", when: "paper" },
  { id: "remove-paper", label: "Remove paper", key: null, menu: "file", when: ["paper", "writable"] },
  {
    id: "accept-issues",
    label: "Add this paper's headings as issues",
    key: null,
    menu: "file",
    when: ["paper", "writable"],
  },
  { id: "keeping", label: "Backups, checks and repair…", key: null, menu: "file", when: "always" },
  { id: "export-bundle", label: "Export library…", key: null, menu: "file", when: "always" },
  { id: "export-paper-bundle", label: "Export paper as library file…", key: null, menu: "file", when: "paper" },
  { id: "import-bundle", label: "Import library…", key: null, menu: "file", when: "writable" },
  { id: "print", label: "Print…", key: "Mod-p", menu: "file", when: "always" },
  { id: "undo", label: "Undo", key: "Mod-z", menu: "edit", when: "undo" },
  { id: "redo", label: "Redo", key: "Mod-Shift-z", menu: "edit", when: "redo" },
  { id: "copy-quote", label: "Copy quote with source", key: "Mod-Shift-c", menu: "edit", when: "paper" },
  { id: "copy-claim", label: "Copy the claim's quote with source", key: null, menu: null, when: "selected" },
  { id: "copy-link", label: "Copy link to the claim", key: null, menu: "edit", when: "selected" },
  {
    id: "search-selection",
    label: "Search all papers for the selected text",
    key: "Alt-s",
    menu: "edit",
    when: "words",
  },
  { id: "edit-record", label: "Edit details…", key: null, menu: "file", when: "paper" },
  { id: "open-paper", label: "Open in the reader", key: null, menu: null, when: "paper" },
  { id: "view-library", label: "Library", key: "Mod-5", menu: "view", when: "always" },
  { id: "view-search", label: "Search", key: "Mod-Shift-k", menu: "view", when: "always" },
  { id: "view-read", label: "Read", key: "Mod-1", menu: "view", when: "always" },
  { id: "view-claims", label: "Claims", key: "Mod-2", menu: "view", when: "always" },
  { id: "view-matrix", label: "Analysis", key: "Mod-3", menu: "view", when: "always" },
  { id: "view-report", label: "Report", key: "Mod-4", menu: "view", when: "always" },
  { id: "view-codebook", label: "Codebook", key: "Mod-Shift-b", menu: "view", when: "always" },
  { id: "view-history", label: "History", key: "Mod-Shift-h", menu: "view", when: "always" },
  { id: "show-text", label: "Text", key: "F8", menu: "view", when: "paper" },
  { id: "show-pages", label: "Pages", key: "F9", menu: "view", when: "paper" },
  { id: "show-both", label: "Text and pages side by side", key: "F10", menu: "view", when: "paper" },
  { id: "zoom-in", label: "Zoom in", key: "Mod-=", menu: "view", when: "pages" },
  { id: "zoom-out", label: "Zoom out", key: "Mod--", menu: "view", when: "pages" },
  { id: "fit-width", label: "Fit width", key: "Mod-0", menu: "view", when: "pages" },
  { id: "fit-page", label: "Fit page", key: "Mod-9", menu: "view", when: "pages" },
  { id: "toggle-thumbnails", label: "Thumbnails", key: "F4", menu: "view", when: "pages" },
  { id: "turn-pages", label: "Switch pages between light and dark", key: "Mod-Shift-d", menu: "view", when: "pages" },
  { id: "toggle-theme", label: "Next theme", key: "Mod-Shift-l", menu: "view", when: "always" },
  { id: "theme-light", label: "Light theme", key: null, menu: null, when: "always" },
  { id: "theme-sepia", label: "Sepia theme", key: null, menu: null, when: "always" },
  { id: "theme-dark", label: "Dark theme", key: null, menu: null, when: "always" },
  { id: "theme-contrast", label: "High-contrast theme", key: null, menu: null, when: "always" },
  { id: "settings", label: "Settings…", key: "Mod-,", menu: "view", when: "always" },
  { id: "larger-text", label: "Larger text", key: ">", menu: "view", when: "always" },
  { id: "smaller-text", label: "Smaller text", key: "<", menu: "view", when: "always" },
  { id: "focus-mode", label: "Focus mode", key: "F7", menu: "view", when: "always" },
  { id: "toggle-left", label: "Show or hide the library pane", key: "Mod-b", menu: "view", when: "always" },
  { id: "toggle-right", label: "Show or hide the inspector", key: "Mod-i", menu: "view", when: "always" },
  { id: "read-aloud", label: "Read aloud from here, or stop", key: "v", menu: "view", when: ["reader", "voice"] },
  { id: "keys", label: "Keyboard shortcuts…", key: "F1", menu: "help", when: "always" },
  { id: "tour", label: "Take the two-minute tour", key: null, menu: "help", when: "always" },
  { id: "palette", label: "Search or run a command…", key: "Mod-k", menu: "go", when: "always" },
  { id: "filter", label: "Filter claims", key: "Mod-Shift-f", menu: "go", when: "always" },
  { id: "find", label: "Find in this view…", key: "Mod-f", menu: "go", when: "always" },
  { id: "find-next", label: "Find next", key: "F3", menu: "go", when: "found" },
  { id: "find-previous", label: "Find previous", key: "Shift-F3", menu: "go", when: "found" },
  { id: "next-hit", label: "Next match of the search", key: "Alt-ArrowDown", menu: "go", when: "hits" },
  { id: "previous-hit", label: "Previous match of the search", key: "Alt-ArrowUp", menu: "go", when: "hits" },
  { id: "clear-filter", label: "Clear filter", key: "Mod-Shift-x", menu: "go", when: "filtered" },
  { id: "back", label: "Back", key: "Alt-ArrowLeft", menu: "go", when: "back" },
  { id: "forward", label: "Forward", key: "Alt-ArrowRight", menu: "go", when: "forward" },
  { id: "focus-reader", label: "Go to the paper", key: "F6", menu: "go", when: "reading" },
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
  { id: "paper-start", label: "Start of the paper", key: "Mod-Home", menu: null, when: "reader" },
  { id: "paper-end", label: "End of the paper", key: "Mod-End", menu: null, when: "reader" },
  { id: "next-unmarked", label: "Next paragraph without claims or notes", key: "u", menu: "go", when: "reader" },
  {
    id: "previous-unmarked",
    label: "Previous paragraph without claims or notes",
    key: "Shift-u",
    menu: null,
    when: "reader",
  },
  { id: "code", label: "Code selected text…", key: "Enter", menu: "claim", when: ["passage", "writable", "idle"] },
  { id: "add-note", label: "Add note…", key: "Alt-n", menu: "claim", when: ["passage", "writable", "idle"] },
  {
    id: "focus-toolbar",
    label: "Go to the toolbar of the selected text",
    key: "Alt-Enter",
    menu: "claim",
    when: ["reader", "passage", "idle"],
  },
  { id: "select-sentence", label: "Select sentence", key: "s", menu: "claim", when: "reader" },
  { id: "extend-sentence", label: "Select one more sentence", key: "Shift-s", menu: "claim", when: "reader" },
  { id: "select-paragraph", label: "Select paragraph", key: "a", menu: "claim", when: "reader" },
  { id: "select-section", label: "Select section", key: "Shift-a", menu: "claim", when: "reader" },
  { id: "select-page", label: "Select page", key: "Alt-a", menu: null, when: "reader" },
  { id: "select-claim", label: "Select the text of this claim", key: "c", menu: "claim", when: "reader" },
  { id: "grow", label: "Expand selection", key: "g", menu: "claim", when: "reader" },
  { id: "extend-next-sentence", label: "Extend selection by a sentence", key: "Shift-j", menu: null, when: "reader" },
  {
    id: "extend-previous-sentence",
    label: "Extend selection back by a sentence",
    key: "Shift-k",
    menu: null,
    when: "reader",
  },
  {
    id: "extend-next-paragraph",
    label: "Extend selection by a paragraph",
    key: "Mod-Shift-ArrowDown",
    menu: null,
    when: "reader",
  },
  {
    id: "extend-previous-paragraph",
    label: "Extend selection back by a paragraph",
    key: "Mod-Shift-ArrowUp",
    menu: null,
    when: "reader",
  },
  { id: "extend-next-page", label: "Extend selection by a page", key: "}", menu: null, when: "reader" },
  { id: "extend-previous-page", label: "Extend selection back by a page", key: "{", menu: null, when: "reader" },
  {
    id: "extend-paper-start",
    label: "Extend selection to the start",
    key: "Mod-Shift-Home",
    menu: null,
    when: "reader",
  },
  { id: "extend-paper-end", label: "Extend selection to the end", key: "Mod-Shift-End", menu: null, when: "reader" },
  {
    id: "add-range",
    label: "Add selection to the next claim",
    key: "m",
    menu: "claim",
    when: ["words", "writable"],
  },
  {
    id: "repeat",
    label: "Repeat last coding",
    key: "r",
    menu: "claim",
    when: ["passage", "coded", "writable"],
  },
  {
    id: "edit-claim",
    label: "Edit claim…",
    key: "e",
    menu: "claim",
    when: ["reader", "claim", "writable", "idle"],
  },
  {
    id: "mark-area",
    label: "Mark an area of the page",
    key: "Shift-p",
    menu: "claim",
    when: ["reader", "paged", "writable", "idle"],
  },
  {
    id: "change-range",
    label: "Change where the claim starts and ends, or its area",
    key: "Shift-r",
    menu: "claim",
    when: ["reader", "claim", "writable", "idle"],
  },
  { id: "set-issue", label: "Change issue of claim", key: "Shift-i", menu: null, when: ["claim", "writable"] },
  { id: "set-stance", label: "Change stance of claim", key: "Shift-t", menu: null, when: ["claim", "writable"] },
  { id: "set-strength", label: "Change strength of claim", key: "Shift-w", menu: null, when: ["claim", "writable"] },
  { id: "set-actor", label: "Change actor of claim", key: "Shift-b", menu: null, when: ["claim", "writable"] },
  { id: "set-certainty", label: "Change certainty of claim", key: "Shift-c", menu: null, when: ["claim", "writable"] },
  { id: "set-grade", label: "Change source grade of claim", key: "Shift-g", menu: null, when: ["claim", "writable"] },
  { id: "edit-note", label: "Edit note of claim", key: "Shift-n", menu: null, when: ["claim", "writable"] },
  { id: "open-claim", label: "Show in the paper", key: null, menu: null, when: "selected" },
  {
    id: "code-issue",
    label: "Code selected text with this issue",
    key: null,
    menu: null,
    when: ["passage", "writable", "issue"],
  },
  { id: "show-issue-claims", label: "Show claims on this issue", key: null, menu: "go", when: "issue" },
  { id: "filter-issue", label: "Show only this issue in the paper", key: null, menu: null, when: ["paper", "issue"] },
  { id: "edit-issue", label: "Open this issue in the codebook", key: null, menu: null, when: "issue" },
  { id: "new-issue", label: "New issue…", key: null, menu: "claim", when: "writable" },
  { id: "merge-issue", label: "Merge this issue…", key: null, menu: null, when: ["issue", "writable"] },
  {
    id: "code-actor",
    label: "Set this actor for the selected text or claim",
    key: null,
    menu: null,
    when: ["codable", "writable", "actor"],
  },
  { id: "show-actor-claims", label: "Show claims by this actor", key: null, menu: "go", when: "actor" },
  { id: "edit-actor", label: "Open this actor in the codebook", key: null, menu: null, when: "actor" },
  { id: "show-passages", label: "Show the claims behind this mark", key: null, menu: null, when: "mark" },
  {
    id: "context-menu",
    label: "Open the menu of what is selected",
    key: "Shift-F10",
    menu: null,
    when: "always",
  },
  { id: "cycle-claims", label: "Next overlapping claim", key: "Tab", menu: "claim", when: "overlap" },
  { id: "link", label: "Link claim…", key: "l", menu: "claim", when: ["claim", "writable"] },
  { id: "follow-link", label: "Go to linked claim", key: "o", menu: "claim", when: "claim" },
  {
    id: "leave-claim",
    label: "Deselect claim and passages",
    key: "Escape",
    menu: null,
    when: ["reader", "dismissible"],
  },
  { id: "delete-claim", label: "Delete claim", key: "Delete", menu: "claim", when: ["selected", "writable"] },
] as const satisfies readonly CommandEntry[];

/** The name of a command of the table. */
export type CommandId = (typeof commands)[number]["id"];

/** The entry of a command. */
export function commandOf(id: CommandId): CommandEntry {
  const entry = commands.find((command) => command.id === id);
  if (entry === undefined) throw new Error(`There is no command ${id}.`);
  return entry;
}

/**
 * What a menu can be opened on by a right click, the menu key or Shift+F10. `text` is a paper's text where nothing is
 * selected.
 */
export type ContextTarget = "selection" | "claim" | "text" | "row" | "paper" | "issue" | "actor" | "mark";

/** The commands of each menu, in groups. Only those that are available now are shown. */
export const contextMenus: Readonly<Record<ContextTarget, readonly (readonly CommandId[])[]>> = {
  selection: [
    ["code", "repeat", "add-note", "add-range"],
    ["copy-quote", "search-selection", "read-aloud"],
    ["grow", "edit-claim", "link"],
  ],
  claim: [
    ["edit-claim", "focus-inspector", "select-claim"],
    ["copy-claim", "copy-link"],
    ["link", "follow-link"],
    ["delete-claim"],
  ],
  text: [
    ["select-sentence", "select-paragraph", "select-section"],
    ["find", "read-aloud"],
  ],
  row: [["open-claim"], ["copy-claim", "copy-link"], ["link", "follow-link"], ["delete-claim"]],
  paper: [
    ["open-paper", "edit-record", "page-labels", "ocr", "read-newer"],
    ["import-version", "versions"],
    ["export", "export-paper-bundle"],
    ["remove-paper"],
  ],
  issue: [["code-issue"], ["show-issue-claims", "filter-issue"], ["edit-issue", "merge-issue"]],
  actor: [["code-actor"], ["show-actor-claims"], ["edit-actor"]],
  mark: [["show-passages"], ["filter", "clear-filter"]],
};

/** The menu of a target with the commands that can be run; groups without any are left out. */
export function contextCommands(target: ContextTarget, facts: WindowFacts): readonly (readonly CommandId[])[] {
  return contextMenus[target]
    .map((group) => group.filter((id) => isAvailable(commandOf(id).when, facts)))
    .filter((group) => group.length > 0);
}
