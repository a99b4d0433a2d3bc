/** The open paper and its margin of cards. */
export const reader = {
  "reader.highlight": "{actor}: {saying}",
  "reader.note": "note",
  "reader.noteSaying": "note: {note}",
  "reader.noActor": "No actor",
  "reader.position": "{stance} {issue}",
  "reader.positionNoStance": "no stance on {issue}",
  "reader.page": "Page {label}",
  "reader.here": "{count, plural, one {Marked} other {Marked # times}}: {titles}",
  "reader.chosen": "Selected, {at, number} of {of, number}: {title}",
  "reader.cards": "Cards",
  "reader.allMarked": "No paragraph without a mark is left this way.",
  "reader.added":
    "{count, plural, one {# passage is kept} other {# passages are kept}} for the next claim. Select more words, or press Enter; Escape lets go.",
  "find.name": "Find in this paper",
  "find.words": "Words",
  "find.count": "{count, plural, =0 {not found} other {{at, number} of #}}",
} as const;
