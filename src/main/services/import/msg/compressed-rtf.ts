/** What the window of a compressed RTF holds at first ([MS-OXRTFCP] 2.1.2.1). */
const dictionary =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const windowSize = 4096;
const [compressed, plain] = [0x75465a4c, 0x414c454d];
/** A message’s text has a few hundred kilobytes at most; what claims to be larger is cut. */
const maxBytes = 1 << 25;

/** The RTF of a message ([MS-OXRTFCP]), as far as it can be read; empty for what is none. */
export function decompressRtf(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 16) return Buffer.alloc(0);
  const [size, kind] = [Math.min(file.readUInt32LE(4), maxBytes), file.readUInt32LE(8)];
  if (kind === plain) return file.subarray(16, 16 + size);
  if (kind !== compressed) return Buffer.alloc(0);
  const window = Buffer.alloc(windowSize);
  let write = window.write(dictionary, "latin1");
  const out: number[] = [];
  const put = (byte: number): void => {
    out.push(byte);
    window[write] = byte;
    write = (write + 1) % windowSize;
  };
  for (let offset = 16; offset < file.length && out.length < size; ) {
    const flags = file[offset++] ?? 0;
    for (let bit = 0; bit < 8 && offset < file.length && out.length < size; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(file[offset++] ?? 0);
        continue;
      }
      if (offset + 2 > file.length) return Buffer.from(out);
      const reference = file.readUInt16BE(offset);
      offset += 2;
      const start = reference >> 4;
      // A reference to where the window is written ends the text.
      if (start === write) return Buffer.from(out);
      for (let n = 0; n < (reference & 15) + 2 && out.length < size; n++) put(window[(start + n) % windowSize] ?? 0);
    }
  }
  return Buffer.from(out);
}
