/** The open paper and its margin of cards. */
export const reader = {
  "reader.highlight": "{actor}: {saying}",
  "reader.note": "note",
  "reader.noteSaying": "note: {note}",
  "reader.noActor": "No actor",
  "reader.position": "{stance} {issue}",
} as const;
