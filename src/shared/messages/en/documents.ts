/** What is said of word-processor documents and of the XML in them. */
export const documents = {
  "import.xmlDamaged":
    "This document can't be read because “{file}” in it is damaged. Open it in the program that made it and save it again.",
  "import.xmlDeclares":
    "This document was not read because “{file}” in it declares its own XML entities, which can be used for attacks.",
  "import.xmlTooLarge":
    "This document has too many parts, or parts nested too deeply, to be read. Save it as PDF and import that.",
  "import.encryptedDocument":
    "“{name}” is protected by a password. Open it in its program, remove the password, save it and import it again.",
  "import.oldWord":
    "“{name}” is in the old Word format (.doc). Open it in Word or LibreOffice, save it as .docx and import that.",
  "import.noWordDocument": "This file is not a Word document, or its main part is missing. Save it as .docx again.",
  "import.noOpenDocument": "This file is not an OpenDocument text, or its main part is missing. Save it as .odt again.",
  "import.noWords": "This document contains no text.",
  "import.changesAccepted": "Tracked changes were accepted: {counts}.",
  "import.changes.insertions": "{count, plural, one {# insertion} other {# insertions}}",
  "import.changes.deletions": "{count, plural, one {# deletion} other {# deletions}}",
  "import.changes.moves": "{count, plural, one {# move} other {# moves}}",
  "import.changesRejected": "The text is as it was before tracked changes. Undone: {counts}.",
  "import.changesBy": "The tracked changes are by {authors}.",
  "import.changesOn": "They were made on {day}.",
  "import.changesBetween": "They were made between {first} and {last}.",
  "import.pagesOfLastLayout":
    "Page numbers are those of the program that last saved the file. They may differ on another computer.",
  "import.hiddenLeftOut":
    "{count, plural, one {# piece of hidden text was} other {# pieces of hidden text were}} left out.",
  "import.contentsLeftOut":
    "{count, plural, one {The table of contents was} other {# tables of contents were}} left out.",
  "import.picturesLeftOut":
    "{count, plural, one {# picture or drawing was} other {# pictures or drawings were}} left out.",
  "import.furnitureLeftOut": "Headers and footers were left out.",
  "import.documentsLeftOut":
    "{count, plural, one {# embedded document was} other {# embedded documents were}} not read. Import such documents as files of their own.",
  "import.commentsWithoutPlace":
    "{count, plural, one {# comment was} other {# comments were}} left out because {count, plural, one {it is} other {they are}} not on the text.",
} as const;
