/** The name of the record among a PDF's attachments. */
export const recordName = "stancemark.json";
/** The name of recognised words among them, where the paper was read with OCR. */
export const recognisedWordsName = "stancemark-ocr.json.gz";
