/** The toolbar at the selected words, menus of a right click, dragging and dropping, and what is confirmed after an action. */
export const quick = {
  "quick.toolbar": "Selected text",
  "quick.code": "Code…",
  "quick.issue": "Issue",
  "quick.allIssues": "All issues",
  "quick.actor": "Actor",
  "quick.actorIs": "Actor: {name}",
  "quick.noActor": "No actor",
  "quick.note": "Add note…",
  "quick.link": "Link to another claim…",
  "quick.copy": "Copy with source",
  "quick.search": "Search all papers for this text",
  "quick.onlySpace": "Only spaces are selected. Select words to code them.",
  "quick.codedAlready": "This text already has this claim. It is selected now.",
  "quick.hasIssue": "The claim already has the issue {name}.",
  "quick.saved": "Claim saved: {actor}, {saying}",
} as const;
