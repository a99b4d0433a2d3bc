const fonts = String.raw`{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Arial Cyr;}{\f2\ftech\fcharset2 Symbol;}{\f3\fcharset128 Mincho;}}`;
const styles = String.raw`{\stylesheet{\snext0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}{\s2\sbasedon1 Chapter;}{\s3\sbasedon0 Title;}{\s4 caption;}{\s5 heading 3;}{\*\cs6\b Strong;}}`;

/** A small RTF file, its body as it is written. */
export function rtf(body: string, head = ""): Uint8Array {
  return Buffer.from(String.raw`{\rtf1\ansi\ansicpg1252\deff0${fonts}${styles}${head}${body}}`, "latin1");
}

/** A document with a little of everything, for mutations to begin from. */
export const fuzzedRtf = rtf(
  String.raw`\pard\s1 Title\par\pard One {\b two}\'e9\u8364?\par{\listtext 1.\tab}\ls1\ilvl0 item\par\pard Note{\footnote\pard\chftn  N}\par\trowd\cellx100\cellx200\pard\intbl a\cell b\cell\row\pard{\field{\*\fldinst HYPERLINK "https://example.org/"}{\fldrslt link}}\par{\*\atrfstart 1}w{\*\atrfend 1}{\*\atnauthor Ada}{\*\annotation{\*\atnref 1}Why?}\par{\v secret}{\deleted old}{\revised new}\page end\par`,
  String.raw`{\info{\title Water}{\author Ada Lind}{\creatim\yr2021\mo3\dy9}}`,
);
