/** The environment variable that names a folder with OCR languages of the reader's own. */
export const dataVariable = "STANCEMARK_OCR_DATA";
