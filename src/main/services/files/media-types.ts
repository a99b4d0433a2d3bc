/** Media types (IANA) of the files we write, by their ending. */
export const mediaTypes = {
  pdf: "application/pdf",
  html: "text/html",
  md: "text/markdown",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
  graphml: "application/graphml+xml",
  zip: "application/zip",
} as const;
