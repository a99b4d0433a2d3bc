/**
 * Encodings of text files that can be asked for, by the name each has on the web or in IANA's list, in the order they
 * are offered.
 */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "utf-32le",
  "utf-32be",
  "utf-7",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-2",
  "iso-8859-3",
  "iso-8859-4",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-10",
  "iso-8859-13",
  "iso-8859-14",
  "iso-8859-15",
  "iso-8859-16",
  "koi8-r",
  "koi8-u",
  "cp437",
  "cp737",
  "cp775",
  "cp850",
  "cp852",
  "cp855",
  "cp857",
  "cp862",
  "cp865",
  "cp866",
  "macintosh",
  "mac-centraleurope",
  "mac-croatian",
  "mac-cyrillic",
  "mac-greek",
  "mac-iceland",
  "mac-romania",
  "mac-turkish",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "euc-kr",
] as const;

/** The name of an encoding that can be read. */
export type EncodingName = (typeof encodings)[number];

/**
 * Other names, reduced as `reduced` does. What the web calls ISO 8859-1 and -9 are windows-1252 and -1254 (WHATWG
 * Encoding, 4.2).
 */
const aliases: ReadonlyMap<string, EncodingName> = new Map([
  ["ascii", "windows-1252"],
  ["usascii", "windows-1252"],
  ["iso88591", "windows-1252"],
  ["latin1", "windows-1252"],
  ["ansi", "windows-1252"],
  ["latin2", "iso-8859-2"],
  ["iso88599", "windows-1254"],
  ["latin5", "windows-1254"],
  ["iso885911", "windows-874"],
  ["tis620", "windows-874"],
  ["latin9", "iso-8859-15"],
  ["utf16", "utf-16le"],
  ["unicode", "utf-16le"],
  ["ucs2", "utf-16le"],
  ["utf32", "utf-32le"],
  ["macroman", "macintosh"],
  ["mac", "macintosh"],
  ["maccenteuro", "mac-centraleurope"],
  ["macce", "mac-centraleurope"],
  ["macrussian", "mac-cyrillic"],
  ["dos", "cp850"],
  ["gbk", "gb18030"],
  ["gb2312", "gb18030"],
  ["cp936", "gb18030"],
  ["cp950", "big5"],
  ["cp932", "shift_jis"],
  ["sjis", "shift_jis"],
  ["cp949", "euc-kr"],
  ["koi8", "koi8-r"],
  ["ksc56011987", "euc-kr"],
  ["ksc5601", "euc-kr"],
  ["ksc56011989", "euc-kr"],
  ["korean", "euc-kr"],
  ["big5hkscs", "big5"],
  ["cnbig5", "big5"],
  ["xgbk", "gb18030"],
  ["gb231280", "gb18030"],
  ["eucgb2312cn", "gb18030"],
  ["windows31j", "shift_jis"],
  ["mskanji", "shift_jis"],
  ["xeucjp", "euc-jp"],
  ["iso88598i", "iso-8859-8"],
  ["iso88598e", "iso-8859-8"],
  ["unicode11utf7", "utf-7"],
  ["csunicode11utf7", "utf-7"],
]);

/**
 * The encoding that somebody names: `Windows-1250`, `cp1250`, `1250`, `IBM852`, `latin1`. Null when there is none of
 * that name.
 */
export function findEncoding(name: string): EncodingName | null {
  const plain = reduced(name);
  const known = encodings.find((encoding) => reduced(encoding) === plain) ?? aliases.get(plain);
  if (known !== undefined) return known;
  const number = /^(?:x|cp|ibm|dos|win|windows|oem|msdos)*(\d{3,4})$/.exec(plain)?.[1] ?? "";
  const numbered = [`windows-${number}`, `cp${number}`].map((name) => encodings.find((encoding) => encoding === name));
  const unprefixed = plain.startsWith("x") ? findEncoding(plain.slice(1)) : null;
  return numbered.find((encoding) => encoding !== undefined) ?? aliases.get(`cp${number}`) ?? unprefixed;
}

function reduced(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
