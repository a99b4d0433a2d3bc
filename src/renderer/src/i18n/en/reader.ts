/** The open paper and its margin of cards. */
export const reader = {
  "reader.highlight": "{actor}: {saying}",
  "reader.note": "note",
  "reader.noteSaying": "note: {note}",
  "reader.noActor": "No actor",
  "reader.position": "{stance} {issue}",
  "reader.positionNoStance": "no stance on {issue}",
  "reader.page": "Page {label}",
  "reader.here": "{count, plural, one {# claim or note here} other {# claims and notes here}}: {titles}",
  "reader.selected": "Selected {at, number} of {of, number}: {title}",
  "reader.cards": "Cards",
  "reader.allMarked": "No more paragraphs without a claim or note in this direction.",
  "reader.added":
    "{count, plural, one {# passage added to the next claim} other {# passages added to the next claim}}. Select more text, or press Enter to code it. Escape clears the selection.",
  "reader.copied": "Copied: {text}",
  "reader.linkCopied": "Link copied. It opens this claim in the desktop app.",
  "reader.nothingToCopy": "Nothing was copied. Select text or a claim first.",
  "range.title": "Change range",
  "range.start": "Start of the claim",
  "range.end": "End of the claim",
  "range.help":
    "<kbd>Shift+←</kbd> <kbd>Shift+→</kbd> move the end, with <kbd>Ctrl</kbd> by a word · <kbd>Shift+Tab</kbd> go to the start · <kbd>Enter</kbd> save · <kbd>Esc</kbd> cancel",
  "range.cancel": "Cancel",
  "range.save": "Save",
  "find.name": "Find in this paper",
  "find.words": "Find…",
  "find.count": "{count, plural, =0 {No matches} other {{at, number} of #}}",
} as const;
