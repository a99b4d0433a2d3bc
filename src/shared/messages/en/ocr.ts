/** Recognising words in pictures of pages (OCR). */
export const ocr = {
  "ocr.progress": "Pages read with OCR",
  "ocr.noDataFolder": "The folder “{folder}” for OCR languages does not exist. Create it or choose another.",
  "ocr.notInstalled":
    "OCR is not part of this installation. Run “npm install tesseract.js-core@7.0.0 @tesseract.js-data/eng” where Stancemark is installed, or use the desktop app.",
  "ocr.noLanguage": "Choose at least one language for OCR. Installed: {known}.",
  "ocr.unknownLanguage":
    "The OCR language “{code}” is not installed. Installed: {known}. For another language, put its file {code}.traineddata in a folder and name the folder with --ocr-data, or run “npm install @tesseract.js-data/{code}”.",
  "ocr.languageUnreadable":
    "The OCR data for {languages} can't be read. Download the file again; Stancemark needs data for Tesseract 4 or newer.",
  "ocr.pictureUnreadable":
    "This picture is damaged or in an unsupported format. Save it as PNG or JPEG and import that.",
  "picture.noText": "A picture contains no text. Read it with OCR.",
  "picture.tooLarge": "This picture has too many pixels to import. Save it at a lower resolution.",
  "picture.tooManyPages": "This picture has {count, number} pages. Stancemark reads at most {most, number}. Split it.",
  "ocr.noPages": "“{title}” has no pages that could be read with OCR. OCR reads PDFs and pictures.",
  "ocr.allText":
    "Every page of “{title}” has text already. To read pages with OCR instead of their own text, name them.",
  "ocr.noSuchPage": "“{title}” has {count, plural, one {only # page} other {only # pages}}; there is no page {page}.",
  "ocr.badPages": "“{pages}” is not a list of pages. Write it like 1-3 or 2,5,7-9.",
  "ocr.badLanguage":
    "“{code}” is not the code of an OCR language. Use codes of three letters, such as eng, fra or urd.",
  "ocr.nothingFound":
    "OCR found no words on {count, plural, one {page} other {pages}} {pages}{more, plural, =0 {} other { and # more}}.",
  "ocr.nothingLeft": "No words were found in “{title}”, so its text and its claims were left as they are.",
  "ocr.unsure":
    "Many words on {count, plural, one {page} other {pages}} {pages}{more, plural, =0 {} other { and # more}} are uncertain. Check the language, and compare quotes with the page.",
} as const;
