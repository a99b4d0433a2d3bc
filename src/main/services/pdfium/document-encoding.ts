/** What PDFDocEncoding has at 0x80 and on, besides Latin-1 from 0xa1 (ISO 32000-1, annex D.2). */
const documentCodes = new Map([
  ["€", 0xa0] as const,
  ...[..."•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"].map((char, index) => [char, 0x80 + index] as const),
]);

/** The codes of a text in PDFDocEncoding, 0 to 255; null where that lacks one of its characters. */
export function encodeDocumentText(text: string): number[] | null {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = (code >= 0x20 && code <= 0x7e) || code === 10 || code === 13 || code === 9;
    const known = plain || (code > 0xa0 && code <= 0xff && code !== 0xad) ? code : documentCodes.get(text[i] ?? "");
    if (known === undefined) return null;
    codes.push(known);
  }
  return codes;
}
