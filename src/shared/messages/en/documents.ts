/** What is said of word-processor documents and of the XML in them. */
export const documents = {
  "import.xmlDamaged":
    "This document can't be read because “{file}” in it is damaged. Open it in the program that made it and save it again.",
  "import.xmlDeclares":
    "This document was not read because “{file}” in it declares its own XML entities, which can be used for attacks.",
  "import.xmlTooLarge":
    "This document has too many parts, or parts nested too deeply, to be read. Save it as PDF and import that.",
} as const;
