/** Backups, checks, repair, and libraries as one file. */
export const keeping = {
  "keeping.title": "Backups, checks and repair",
  "keeping.damaged": "This library is damaged",
  "keeping.setAside": "Nothing is deleted: damaged files are moved to a separate folder inside the library folder.",
  "keeping.continue": "Continue with what could be read",
  "keeping.repaired":
    "{count, plural, one {# item was} other {# items were}} recovered. The damaged files are in {folder} in the library folder. You can undo this.",
  "keeping.backups": "Backups",
  "keeping.backupsWhat":
    "A backup is made daily and verified after it is written. Those of the last days, weeks and months are kept.",
  "keeping.when": "{date}, {time}",
  "keeping.size": "{size} kB",
  "keeping.restore": "Restore…",
  "keeping.restoreStep": "What restoring does",
  "keeping.restoreCanUndo": "You can undo this afterwards.",
  "keeping.restoreNow": "Restore this backup",
  "keeping.cancel": "Cancel",
  "keeping.restoreOf": "Restore the backup of {when}",
  "keeping.restored": "The backup of {when} was restored. You can undo this.",
  "keeping.restoredDamaged":
    "The backup of {when} was restored. The damaged files were moved to a separate folder. You can undo this.",
  "keeping.backUp": "Back up now",
  "keeping.kept": "The backup was made and verified.",
  "keeping.check": "Check the library",
  "keeping.checkWhat":
    "Checks the checksum of every file, the whole history, the location of every quote, and every backup.",
  "keeping.checkNow": "Check now",
  "keeping.checking": "Checking…",
  "keeping.noProblems": "No problems found.",
  "keeping.problems": "{count, plural, one {# problem found:} other {# problems found:}}",
  "keeping.conflicts": "Changes made elsewhere",
  "keeping.mergeWhat":
    "The merge is a single change that you can undo. Where both sides changed the same thing, this library’s version is kept.",
  "keeping.merge": "Merge",
  "keeping.merged": "{count, plural, one {# item was merged.} other {# items were merged.}}",
  "keeping.bundleKept": "Library file saved: {where}.",
  "keeping.bundleCopied":
    "This library is now identical to the library file: {papers, plural, one {# paper} other {# papers}}, {changes, plural, one {# change} other {# changes}}.",
  "keeping.bundleMerged":
    "Imported {papers, plural, =0 {no new papers} one {# new paper} other {# new papers}}; {merged, plural, =0 {nothing else was new} one {# item was merged} other {# items were merged}}.",
} as const;
