/** Papers: importing, reading PDFs, pages and passages. */
export const papers = {
  "paper.missing": "This paper is not in the library. It may have been removed.",
  "paper.notFound": "There is no paper “{name}” in this library.",
  "paper.severalFound":
    "“{name}” matches {count, plural, one {# paper} other {# papers}}. Use the identifier of the one you mean.",
  "paper.filesMissing": "The files of this paper are missing from the library's folder. Import its source again.",
  "paper.wordsDamaged": "The text of this paper is damaged on disk. Import its source again.",
  "paper.placesDamaged": "The character positions of this paper are damaged on disk. Import its source again.",
  "paper.noPages": "This paper has no pages of its own. Read it as text.",
  "paper.pageCount": "This paper has {count, plural, one {only # page} other {only # pages}}.",
  "paper.tileOutside": "The requested tile is outside the page.",
  "paper.passageOutside": "The selected range is not within the paper's text. Select the passage again.",
  "paper.pageUnreadable": "Page {page} of this PDF can't be read.",
  "paper.pageNotDrawn": "Page {page} of this PDF can't be displayed. Read it as text instead.",
  "paper.pageTooLarge": "There is not enough memory to show this page at this size. Zoom out.",
  "paper.removedMeanwhile": "The paper was removed while this file was being imported. Import it again.",
  "import.empty": "{name} is empty.",
  "import.unknownFormat": "“{name}” can't be imported. Stancemark reads {formats}.",
  "import.otherFormat": "The name of “{name}” says {named}, but the file is {format}. It was read as {format}.",
  "import.notAsNamed":
    "“{name}” can't be read: its content is not {format}. It may be damaged. Save or download it again.",
  "import.binary": "{name} is not a text file: it contains binary data.",
  "import.tooManyParts":
    "This file has too many paragraphs, table cells and marks to be read as one paper. Split it into several files.",
  "import.tooNested": "This file has notes or lists nested too deeply to be read. Simplify them, then import it again.",
  "import.tooLong": "This paper is too long to import. Split it into several files.",
  "import.encodingGuessed":
    "The file does not state its encoding. It was read as {encoding}. If letters look wrong, choose another encoding.",
  "import.rebuilt": "The damaged files of “{title}” were restored from this file.",
  "import.textDiffers":
    "The text of “{title}” is now read differently than when it was imported, so its text on disk was left as it is. Restore paper.json from a copy of the library.",
  "import.recordDamaged": "The Stancemark data in this PDF is damaged. Remove it, or import the original paper.",
  "import.rewritten":
    "Another program has rewritten this annotated PDF, so it no longer contains the original file. Its claims were located by their quotes.",
  "import.claimsNotFound":
    "{count, plural, one {# annotation} other {# annotations}} of this PDF could not be located in the text.",
  "import.claimsDiffer":
    "{count, plural, one {# annotation is} other {# annotations are}} different in this PDF. Your version was left as it is.",
  "import.marksWithoutText":
    "{count, plural, one {# mark} other {# marks}} of this PDF {count, plural, one {was} other {were}} skipped because {count, plural, one {it covers no text and says} other {they cover no text and say}} nothing.",
  "import.controlsSkipped": "{count, plural, one {# control character was} other {# control characters were}} skipped.",
  "import.noEncodingToChoose": "This file can be read in only one way.",
  "import.readByThis": "This version of Stancemark has already read “{title}”.",
  "import.rereadUnsure":
    "The new text has little in common with the old one. Check that the claims and notes of this paper are still at the right words.",
  "import.unknownEncoding": "“{name}” is not a supported encoding. Use one of {encodings}.",
  "import.bytesWithoutCharacter":
    "{encoding} has no character for {count, plural, one {# byte} other {# bytes}} of this file. Try another encoding.",
  "import.strayBytes":
    "{count, plural, one {# byte is} other {# bytes are}} not UTF-8 and {count, plural, one {was} other {were}} read as windows-1252.",
  "import.cutOff": "The file ends in the middle of a character. Part of it may be missing.",
  "import.foreignFormat":
    "{name} is {format}. Stancemark reads {formats}. Save the file as one of these and import that.",
  "import.fieldsSkipped": "Fields at the top of the file that are not part of the text: {names}.",
  "import.articleOnly":
    "Only the article was read: {percent}% of the text of this page. To read all of it, choose “Whole page”.",
  "import.noArticle": "No article was found on this page, so all of it was read.",
  "import.noPageInMhtml": "{name} contains no web page. Save the page again, or save it as HTML.",
  "import.bookProtected":
    "{name} is protected against copying (DRM), so its text can't be read. Ask the publisher for a copy without protection.",
  "import.bookIncomplete": "{name} is damaged: {file} is missing from it. Download the book again.",
  "import.bookWithoutText": "{name} contains no text. It may be a book of pictures.",
  "import.mailbox":
    "{name} is a mailbox with {count, number} messages. Stancemark reads at most {most, number} at a time: divide the mailbox, or save messages as .eml files.",
  "import.attachments":
    "{count, plural, one {# attachment was} other {# attachments were}} not imported: {files}. Save and import what you need.",
  "import.attachment": "{name} ({size, number} KB)",
  "import.tooManyMailParts": "This message has too many parts to read. Save its text on its own and import that.",
  "import.mailDamaged": "This Outlook message is damaged and can't be read. Save it again, or save it as text.",
  "import.hiddenSkipped": "{count, plural, one {# hidden passage was} other {# hidden passages were}} skipped.",
  "import.commentsSkipped": "{count, plural, one {# HTML comment was} other {# HTML comments were}} skipped.",
  "import.scriptsSkipped":
    "{count, plural, one {# script, style or drawing was} other {# scripts, styles and drawings were}} skipped.",
  "import.htmlTooDeep": "This HTML page is nested too deeply to read. Save it as plain text and import that.",
  "format.gif": "a picture (GIF)",
  "format.svg": "a picture (SVG)",
  "format.oldOffice": "a document of an old Microsoft Office program",
  "format.postscript": "a PostScript file",
  "format.gzip": "a compressed file (gzip)",
  "format.sevenZip": "a compressed file (7-Zip)",
  "format.rar": "a compressed file (RAR)",
  "format.djvu": "a DjVu document",
  "format.sqlite": "a database (SQLite)",
  "format.sound": "a sound or video file",
  "format.docx": "a Word document (DOCX)",
  "format.xlsx": "a spreadsheet (XLSX)",
  "format.pptx": "a presentation (PPTX)",
  "format.epub": "an e-book (EPUB)",
  "format.odt": "an OpenDocument text (ODT)",
  "format.openDocument": "an OpenDocument file",
  "format.zip": "a zip archive",
  "pdf.noPages": "This PDF has no pages.",
  "pdf.tooManyPages": "This PDF has {count, number} pages. Stancemark reads at most {most, number}.",
  "pdf.ownProgram":
    "This PDF uses a protection that only its own program can open. Save an unprotected copy and import that.",
  "pdf.unreadable": "This PDF is too damaged to read.",
  "pdf.passwordNeeded": "This PDF needs a password.",
  "pdf.passwordWrong": "The password for this PDF is wrong.",
  "pdf.noText": "This PDF contains no text. If it is a scan, read it with OCR.",
  "pdf.pagesWithoutText":
    "There is no text on {count, plural, one {page} other {pages}} {pages}{more, plural, =0 {} other { and # more}}. {count, plural, one {It} other {They}} may be scanned: read {count, plural, one {it} other {them}} with OCR.",
  "pdf.pagesDamaged":
    "{count, plural, one {Page} other {Pages}} {pages}{more, plural, =0 {} other { and # more}} {count, plural, one {is} other {are}} damaged and could not be read.",
  "pdf.fontsGarbled":
    "The fonts on {count, plural, one {page} other {pages}} {pages}{more, plural, =0 {} other { and # more}} don't say which letters they show, so the text differs from the page. Compare it with the page before you quote it.",
  "pdf.fontsLacking":
    "The fonts on {count, plural, one {page} other {pages}} {pages}{more, plural, =0 {} other { and # more}} leave out some joined letters (fi, ff, Th), so words are incomplete. Compare quotes with the page.",
  "pdf.fontsNamed":
    "The fonts on {count, plural, one {page} other {pages}} {pages}{more, plural, =0 {} other { and # more}} don't say which letters they show, so the letters were read by the names of their shapes. Compare quotes with the page.",
  "pdf.textAskew":
    "Slanted text on {count, plural, one {page} other {pages}} {pages}{more, plural, =0 {} other { and # more}} was left out. It is visible in the page view.",
  "pdf.structureDamaged": "The structure of this PDF is damaged, so annotations can't be added to it.",
  "pdf.encryptionUnsupported": "This PDF is encrypted in an unsupported way, so annotations can't be added to it.",
  "pdf.notRepaired": "This PDF is damaged and could not be repaired.",
  "archive.notOpened": "This archive was not opened: {reason}.",
  "archive.tooMuch": "This archive was not opened because it contains {what}.",
  "archive.fileDamaged": "“{file}” is damaged",
  "archive.fileUnreadable": "“{file}” can't be read",
  "archive.fileTwice": "“{file}” occurs twice",
  "archive.fileIsLink": "“{file}” is a link or a device",
  "archive.notZip": "it is not a zip archive",
  "archive.directoryDamaged": "its directory is damaged",
  "archive.encrypted": "it is encrypted",
  "archive.outside": "the name of one of its files points outside the archive",
  "archive.files": "more than {count, number} files",
  "archive.bytes": "too many bytes",
  "archive.ratio": "a file that is suspiciously large for its compressed size",
  "bundle.repeatedChange": "This library file has a change twice, so it was not imported. Export it again.",
  "bundle.unknownCoders":
    "{count, plural, one {# coder is} other {# coders are}} not named in this library file; their changes appear without a name.",
  "bundle.notOne": "This file is not a Stancemark library file.",
  "bundle.newer": "This library file was made by a newer version of Stancemark. Open it with that version.",
  "bundle.manifestDamaged": "This library file is damaged: its table of contents can't be read.",
  "bundle.fileDamaged": "This library file is damaged: {file} has the wrong content.",
  "bundle.historyTooLarge": "The history in this library file is too large to import.",
  "bundle.historyDamaged": "This library file is damaged: its history can't be read.",
  "bundle.historyInconsistent": "This library file is damaged: its history is inconsistent.",
  "bundle.otherSource": "This library file is damaged: it contains a different source for “{title}”.",
  "bundle.otherText": "This library file is damaged: it contains a different text for “{title}”.",
  "bundle.historyIncomplete":
    "The history of this library is incomplete, so it can't be exported as a library file. Verify the library.",
} as const;
