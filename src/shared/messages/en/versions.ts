/** Versions of papers, and carrying claims over from one to the next. */
export const versions = {
  "version.ofItself": "“{title}” is the same paper or an earlier version of it. Choose another paper to replace.",
  "version.hasNewer": "“{title}” already has a newer version: “{newer}”. Import the file as a new version of that.",
  "version.replacesOther":
    "This paper is already a new version of “{title}”. Undo that first, or choose another paper.",
  "version.none": "“{title}” is not a new version of another paper, so there is nothing to carry over.",
  "version.carried":
    "Claims and notes of the earlier version: {same, number} the same, {moved, number} moved, {changed, number} changed, {lost, number} not found.",
  "version.waiting":
    "{count, plural, =0 {All are decided.} one {# needs your decision; see `stancemark carry {id}`.} other {# need your decision; see `stancemark carry {id}`.}}",
  "version.resembles":
    "This paper resembles “{title}” ({earlier}). If it is a new version of that, import it again with --replaces {earlier}.",
  "version.notWaiting": "No claim or note {id} of the earlier version of “{title}” is waiting for a decision.",
  "version.several": "“{id}” matches several claims and notes. Use more of the identifier.",
  "version.noClaim": "There is no claim or note {id} in this library.",
  "version.unreadable": "“{status}” is not a status. Use same, moved or changed.",
  "change.importVersion": "Import “{title}” as a new version",
  "change.newVersion": "Make “{title}” a new version of “{earlier}”",
  "change.carry":
    "{count, plural, one {Carry # claim or note over to “{title}”} other {Carry # claims and notes over to “{title}”}}",
  "change.leave":
    "{count, plural, one {Leave # claim or note in the earlier version} other {Leave # claims and notes in the earlier version}}",
  "cli.versionLine":
    "{id}  {title}, added {added, date, medium}: {claims, plural, one {# claim} other {# claims}}, {notes, plural, one {# note} other {# notes}}{waiting, plural, =0 {} one {, # to decide} other {, # to decide}}",
  "change.checkPlaces":
    "{count, plural, one {Check the place of a claim or note} other {Check the places of # claims and notes}} in “{title}”",
  "cli.toCheck": "{id}  {status}  “{quote}”",
  "cli.allChecked": "The places of all claims and notes in “{title}” are checked.",
  "cli.queueEmpty": "Nothing of the earlier version of “{title}” is waiting for a decision.",
  "cli.queued": "{id}  {status}, {score, number} %  “{quote}”",
  "cli.queuedAs": "          → “{quote}”",
  "cli.carried":
    "{carried, plural, one {# claim or note carried over} other {# claims and notes carried over}}, {left, number} left in the earlier version, {waiting, number} to decide.",
  "cli.placed": "{id}  placed, {page}: “{quote}”",
  "carry.same": "same",
  "carry.moved": "moved",
  "carry.changed": "changed",
  "carry.lost": "not found",
  "cli.onlyEarlier": "{id}  only in the earlier version{left, select, yes { (decided)} other {}}: “{quote}”",
  "cli.onlyLater": "{id}  only in this version: “{quote}”",
  "cli.changedWords": "{id}  changed: “{before}” → “{after}”",
} as const;
