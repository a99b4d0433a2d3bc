import type { XmlNames } from "../xml.ts";

const transitional = "http://schemas.openxmlformats.org";
const strict = "http://purl.oclc.org/ooxml";
const microsoft = "http://schemas.microsoft.com/office/word";

/**
 * Namespaces of Word documents by the prefixes used here: ECMA-376 in its transitional and its strict form, and the
 * additions of later versions of Word ([MS-DOCX]).
 */
export const wordNames: XmlNames = {
  [`${transitional}/wordprocessingml/2006/main`]: "w",
  [`${strict}/wordprocessingml/main`]: "w",
  "http://schemas.microsoft.com/office/word/2003/wordml": "w2003",
  [`${transitional}/officeDocument/2006/relationships`]: "r",
  [`${strict}/officeDocument/relationships`]: "r",
  [`${transitional}/package/2006/relationships`]: "rel",
  [`${transitional}/package/2006/content-types`]: "type",
  [`${transitional}/package/2006/metadata/core-properties`]: "core",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
  [`${transitional}/markup-compatibility/2006`]: "mc",
  [`${transitional}/officeDocument/2006/math`]: "m",
  [`${strict}/officeDocument/math`]: "m",
  [`${transitional}/drawingml/2006/main`]: "a",
  [`${strict}/drawingml/main`]: "a",
  [`${transitional}/drawingml/2006/picture`]: "pic",
  [`${strict}/drawingml/picture`]: "pic",
  [`${transitional}/drawingml/2006/chart`]: "c",
  [`${strict}/drawingml/chart`]: "c",
  [`${transitional}/drawingml/2006/diagram`]: "dgm",
  [`${strict}/drawingml/diagram`]: "dgm",
  "urn:schemas-microsoft-com:vml": "v",
  [`${microsoft}/2010/wordml`]: "w14",
  [`${microsoft}/2012/wordml`]: "w15",
  [`${microsoft}/2010/wordprocessingShape`]: "wps",
  "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
};

/** Whether a switch (ECMA-376, 17.17.4 ST_OnOff) is on; undefined where it is not there. */
export function isOn(element: { attributes: Readonly<Record<string, string>> } | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return !/^(0|false|off)$/.test(element.attributes["w:val"] ?? "1");
}

/** A whole number of an attribute, null where there is none. */
export function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}
