/** Errors and answers of the command line. */
export const cli = {
  "cli.welcome": `{help}

Start here:
  stancemark serve --open                        open the workbench in your browser
  stancemark import paper.pdf                    import a paper
  stancemark export paper --to paper-coded.pdf   export it with its claims
  stancemark help import                         show help for a command`,
  "cli.titleForOne": "--title can be used with a single file only.",
  "cli.replacesForOne": "--replaces can be used with a single file only.",
  "cli.noFile": "There is no file {file}.",
  "cli.isFolder": "{file} is a folder, not a file.",
  "cli.fileUnreadable": "{file} can't be read.",
  "cli.noFolder": "The folder of {file} does not exist.",
  "cli.notRegularFile": "{file} is not a regular file, so nothing was written.",
  "cli.fileUnwritable": "{file} can't be written.",
  "cli.unknownFormat": "The format “{format}” is not supported here. Use {formats}.",
  "cli.codebookFormat": "A codebook can't be exported in this format. Use {formats}.",
  "cli.notTemplate": "{file} is not a report template.",
  "cli.notAch": "{file} is not a set of competing hypotheses: “{where}” is wrong.",
  "cli.nameAch": "Use --name to say which one: {names}.",
  "cli.noAch": "The library has no competing hypotheses yet. Add some with --from.",
  "cli.claimExists": "The library already has this claim, so it was not added again.",
  "cli.claimGone": "The claim is no longer in the library.",
  "cli.codedAlready": "{id}  already in the library, {page}.",
  "cli.alreadyCoded":
    "{count, plural, one {# claim was} other {# claims were}} already in the library and not added again.",
  "cli.nothingCoded": "No claim was added.",
  "cli.wrongParts": "These values are not valid: {parts}.",
  "cli.branches": "There is no such branch. The branches are {branches}.",
  "cli.pageRange": "This paper has pages 1 to {pages}. Use --from and --to within that range.",
  "cli.labelNeeded": "Page labels need a number or a --prefix.",
  "cli.field": "--{field}: {problem}",
  "cli.fieldEmpty": "It can't be empty.",
  "cli.fieldDate": "Write a date as 2021, 2021-03 or 2021-03-09.",
  "cli.fieldLanguage": "Write a language as en or zh-Hans.",
  "cli.fieldLink": "A link starts with http:// or https://.",
  "cli.fieldLong": "It is too long.",
  "cli.exposed": "Other computers can reach {address}. Add --let-others-in if you want that, or omit --address.",
  "cli.exposedWarning":
    "Anyone who can reach {address} and knows the address below can read and edit this library. The connection is not encrypted.",
  "cli.badAddress": "“{address}” is not an address of this computer, such as 127.0.0.1.",
  "cli.open": "Open {url}",
  "cli.openAgain": "That address has been used. For another window: {url}",
  "cli.untilStopped": "Press Ctrl+C to stop.",
  "cli.noBrowser": "No browser could be opened. Open the address yourself.",
  "cli.noPapers":
    "There are no papers in {names}. Stancemark imports PDF, Word, OpenDocument, RTF, EPUB, web pages, e-mail, pictures and text.",
  "cli.notImported": "{count, number} of {total, number} files were not imported:",
  "cli.othersSkipped":
    "{count, plural, one {# file of another kind was} other {# files of other kinds were}} passed over.",
  "cli.fileFailed": "{file} was not imported. {why}",
  "cli.wouldImport": "{file}: {facts}",
  "cli.fileDetails": "details from the file",
  "cli.wouldBeDuplicate": "{file}: already in the library as “{paper}”",
  "details.badPattern":
    "“{pattern}” is not a pattern of file names. Write it with {braces} around title, author, date or any, each once, such as “{example}”.",
  "details.notTable":
    "{name} has no details of papers. It needs a column “file” and at least one of title, author and date.",
  "cli.importing": "Importing",
  "cli.imported": "{count} of {total} imported",
  "cli.ocrDone":
    "{id}  {title}: {pages, plural, one {# page} other {# pages}} read with OCR, {characters, number} characters",
  "cli.importedPaper":
    "{id}  {title} ({format}, {pages, plural, one {# page} other {# pages}}, {characters, number} characters)",
  "cli.alreadyThere": "{paper}: already in the library",
  "cli.withAnnotations": "{paper}, {count, plural, one {# annotation} other {# annotations}} imported",
  "cli.removed": "Removed “{title}”.",
  "cli.written":
    "Saved as {file}: {annotations, plural, one {# annotation} other {# annotations}}, {bytes, plural, one {# byte} other {# bytes}}.",
  "cli.writtenTo": "Saved as {file}.",
  "cli.previousFile": "The previous file was saved as {file}.",
  "cli.bundleImported":
    "Imported {papers, plural, one {# paper} other {# papers}} and {changes, plural, one {# change} other {# changes}}, and merged {merged, plural, one {# record} other {# records}}.",
  "cli.merged": "Merged {count, plural, one {# record} other {# records}}.",
  "cli.none": "There are none.",
  "cli.undoNext": "Next undo: {label}",
  "cli.redoNext": "Next redo: {label}",
  "cli.undone": "{line}  (undone)",
  "cli.alreadySo": "Nothing to change.",
  "cli.done": "{label}.",
  "cli.dryRun": "{label} (dry run):",
  "cli.nothingToUndo": "There is nothing to undo.",
  "cli.nothingToRedo": "There is nothing to redo.",
  "cli.verified": "No problems found.",
  "cli.backedUp": "Backup saved as {name} ({bytes, plural, one {# byte} other {# bytes}}).",
  "cli.backedUpTo":
    "Backed up in {folder}: {papers, plural, one {# paper} other {# papers}}, {files, plural, one {# file} other {# files}} copied. To restore it on any computer: stancemark restore --from {folder} --library NEW",
  "cli.backupPlace": "A second backup is made each day in {folder}.",
  "cli.noBackupPlace": "No second backup is made.",
  "cli.backupFailed": "The daily backup failed. {reason} Your work itself is saved.",
  "cli.backup": "{name}  {bytes, plural, one {# byte} other {# bytes}}",
  "cli.repaired":
    "Recovered {count, plural, one {# record} other {# records}}. The damaged files are in {folder} of the library's folder.",
  "cli.restored": "Restored the backup of {at, date, medium} {at, time, short}.",
  "cli.sharing":
    "{sharing, select, group {The folder's group can read and edit this library.} everyone {Everyone on this computer can read this library.} other {Only you can open this library's files.}}",
  "cli.hits":
    "{title} ({id}): {places, plural, one {# place} other {# places}}, {annotations, plural, one {# annotation} other {# annotations}}",
  "cli.coded": "{id}  added, {page}.",
  "cli.codedOf": "Added {count} of {total} claims.",
  "cli.failedRow": "row {row}: {reason}",
  "cli.codebookImported":
    "Added {issues, plural, one {# issue} other {# issues}}, {stances, plural, one {# stance} other {# stances}} and {actors, plural, one {# actor} other {# actors}}.{updated, plural, =0 {} one { # entry was updated.} other { # entries were updated.}}",
  "cli.issueAdded": "added  {path}",
  "cli.listedIssue": "issue   {path}",
  "cli.listedArchived": "issue   {path}  archived",
  "cli.listedStance": "stance  {glyph} {name}",
  "cli.listedActor": "actor   {name}",
  "cli.labelInFile": "{page}  {label}  (in the file: {given})",
  "cli.paper":
    "{id}  {title} ({pages, plural, one {# page} other {# pages}}, {annotations, plural, one {# annotation} other {# annotations}}, {coverage}% coverage)",
  "cli.detailsSame": "{title}: unchanged.",
  "cli.detailsChanged": "{title}: updated.",
  "cli.effectRecoded":
    "{claims, plural, one {# claim} other {# claims}} in {papers, plural, one {# paper} other {# papers}} recoded.",
  "cli.effectJoined": "{count, plural, one {# duplicate position} other {# duplicate positions}} merged.",
  "cli.effectUncoded":
    "{count, plural, one {# claim} other {# claims}} left without a position; {count, plural, one {it becomes a note} other {they become notes}}.",
  "cli.effectGone": "Removed: {names}.",
  "cli.effectMoved": "Moved: {names}.",
  "cli.effectFilters": "Saved filters are updated.",
  "usage.unknownOption": "There is no option {name}. Add --help to see the options.",
  "usage.optionMeant": "There is no option {name}. Did you mean {similar}?",
  "usage.unknownCommand": "There is no command {name}. Run `stancemark --help` to see the commands.",
  "usage.commandMeant": "There is no command {name}. Did you mean {similar}?",
  "usage.missingArgument": "The command needs <{name}>. Add --help to see how it is used.",
  "usage.missingValue": "The option {name} needs a value.",
  "usage.tooMany":
    "{most, plural, =0 {The command takes no arguments} one {The command takes one argument} other {The command takes # arguments}}, but was given {given}. Put quotes around a value with spaces.",
  "usage.choices": "“{value}” is not a value of {name}. Use one of: {choices}.",
  "usage.invalidValue": "“{value}” is not a value of {name}. {reason}",
  "usage.wholeNumber": "It must be a whole number from {least} to {most}.",
  "usage.wholeNumberFrom": "It must be a whole number, {least} or more.",
  "usage.amount": "It must be a number, 0 or more.",
  "usage.libraryEmpty": "--library needs the path of a folder.",
  "usage.dailyNeedsTo": "Use --daily together with --to.",
  "usage.libraryIsFile": "{folder} is a file, not a library folder.",
  "usage.noLibrary": "There is no library in {folder}. Check the path, or import a paper to create one there.",
  "usage.annotate": "To code a passage, give a paper and --quote; to code many, give --from.",
  "usage.stanceNeedsIssue": "Each --stance needs its --issue.",
  "usage.paperSet": "Say what to set, for example --title. Add --help to see the options.",
} as const;
