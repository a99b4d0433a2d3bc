import { type EncodingName, findEncoding } from "../../../../shared/model/encodings.ts";
import { decodeAs } from "../decode.ts";

/** The code page of a font's characters (RTF 1.9.1, “Font table”, `\fcharset`); 0 and 1 are those of the document. */
const charsets: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  130: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
  255: "cp850",
};

/** The number by which a font says that its characters are signs. */
export const symbolCharset = 2;

/** Numbers of code pages that are known by another name. */
const pages: Readonly<Record<number, string>> = {
  437: "cp437",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  874: "windows-874",
  10000: "macintosh",
  65001: "utf-8",
};

/** The encoding of a code page by its number, windows-1252 where it is not known. */
export function encodingOfPage(page: number): EncodingName {
  return findEncoding(pages[page] ?? `cp${page}`) ?? "windows-1252";
}

/** The encoding of a font's characters; null where it is that of the document. */
export function encodingOfCharset(charset: number): EncodingName | null {
  const name = charsets[charset];
  return name === undefined ? null : findEncoding(name);
}

/** The text of characters that have one byte each. */
export function decodeBytes(bytes: string, encoding: EncodingName): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  return decodeAs(Buffer.from(bytes, "latin1"), encoding);
}

/** Languages by Windows' numbers ([MS-LCID]), those of the low ten bits without a country. */
const languages: Readonly<Record<number, string>> = {
  1025: "ar",
  1026: "bg",
  1028: "zh-TW",
  1029: "cs",
  1030: "da",
  1031: "de-DE",
  1032: "el",
  1033: "en-US",
  1034: "es",
  1035: "fi",
  1036: "fr-FR",
  1037: "he",
  1038: "hu",
  1040: "it",
  1041: "ja",
  1042: "ko",
  1043: "nl",
  1044: "nb",
  1045: "pl",
  1046: "pt-BR",
  1048: "ro",
  1049: "ru",
  1053: "sv",
  1054: "th",
  1055: "tr",
  1056: "ur-PK",
  1057: "id",
  1058: "uk",
  1065: "fa",
  1066: "vi",
  1081: "hi",
  2052: "zh-CN",
  2055: "de-CH",
  2057: "en-GB",
  2058: "es-MX",
  2070: "pt-PT",
  3079: "de-AT",
  3081: "en-AU",
  3082: "es-ES",
  3084: "fr-CA",
  4105: "en-CA",
};

/** The language of a number of Windows, "" where it is not known. */
export function languageOf(number: number): string {
  return languages[number] ?? "";
}
