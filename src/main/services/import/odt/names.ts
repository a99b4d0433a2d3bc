import type { XmlNames } from "../xml.ts";

const oasis = "urn:oasis:names:tc:opendocument:xmlns";

/**
 * Namespaces of OpenDocument texts (ODF 1.3, part 3, 1.5) and of LibreOffice's additions, by the prefixes used here.
 */
export const openNames: XmlNames = {
  [`${oasis}:office:1.0`]: "office",
  [`${oasis}:text:1.0`]: "text",
  [`${oasis}:table:1.0`]: "table",
  [`${oasis}:style:1.0`]: "style",
  [`${oasis}:drawing:1.0`]: "draw",
  [`${oasis}:meta:1.0`]: "meta",
  [`${oasis}:xsl-fo-compatible:1.0`]: "fo",
  [`${oasis}:manifest:1.0`]: "manifest",
  [`${oasis}:presentation:1.0`]: "presentation",
  "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
  "http://www.w3.org/1999/xlink": "xlink",
  "http://purl.org/dc/elements/1.1/": "dc",
  // The form before it was a standard.
  "http://openoffice.org/2000/office": "office",
  "http://openoffice.org/2000/text": "text",
  "http://openoffice.org/2000/table": "table",
  "http://openoffice.org/2000/style": "style",
  "http://openoffice.org/2000/drawing": "draw",
  "http://openoffice.org/2000/meta": "meta",
};
