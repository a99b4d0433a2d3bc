/** Backups, checks, repair, and libraries as one file. */
export const keeping = {
  "keeping.title": "Backups, checks and repair",
  "keeping.damaged": "This library is damaged",
  "keeping.setAside":
    "Nothing is deleted: the damaged files are moved into a folder of their own inside the library’s.",
  "keeping.goOn": "Go on with what could be read",
  "keeping.repaired":
    "{count, plural, one {# record} other {# records}} could be kept. The damaged files are in {folder} of the library’s folder.",
  "keeping.backups": "Backups",
  "keeping.backupsWhat":
    "One a day is kept of its own accord, the ten newest stay. Each is read back after it was written.",
  "keeping.when": "{date}, {time}",
  "keeping.size": "{size} kB",
  "keeping.restore": "Restore",
  "keeping.restoreOf": "Restore the backup of {when}",
  "keeping.restored": "The state of {when} is back; undo takes this back.",
  "keeping.restoredDamaged": "The state of {when} is back; the damaged files were set aside.",
  "keeping.keepNow": "Keep a backup now",
  "keeping.kept": "The backup was kept and read back.",
  "keeping.check": "Check everything",
  "keeping.checkWhat": "Every file with its checksum, the whole history, each quote in its place, each backup.",
  "keeping.checkNow": "Check now",
  "keeping.checking": "Checking…",
  "keeping.allWell": "Everything is as it should be.",
  "keeping.problems": "{count, plural, one {One thing is} other {# things are}} not as it should be:",
  "keeping.conflicts": "Changes made elsewhere",
  "keeping.mergeWhat": "Merging is one change that can be undone. What was altered here and there stays as it is here.",
  "keeping.merge": "Merge",
  "keeping.merged": "{count, plural, one {# record was} other {# records were}} merged.",
  "keeping.bundleKept": "The library file was kept: {where}.",
  "keeping.bundleCopied":
    "This library is now the same as the one in the file: {papers, plural, one {# paper} other {# papers}}, {changes, plural, one {# change} other {# changes}}.",
  "keeping.bundleMerged":
    "{papers, plural, =0 {No new paper} one {# new paper} other {# new papers}} came in; {merged, plural, =0 {nothing else was new} one {# record was merged} other {# records were merged}}.",
} as const;
