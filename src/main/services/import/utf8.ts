/** A text read as UTF-8 in spite of some bytes that are none, and what it was made of. */
export type RepairedUtf8 = Readonly<{
  text: string;
  /** Characters of two and more bytes. */
  valid: number;
  /** Bytes that belong to no character. */
  stray: number;
  /** Whether the file ends in the middle of a character. */
  cut: boolean;
}>;

const single = new TextDecoder("windows-1252");
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * UTF-8 with stray bytes, each read as windows-1252 has it, which is where they come from when texts are pasted
 * together. Halves of pairs that were encoded one by one are joined (CESU-8, Unicode Technical Report 26).
 */
export function repairUtf8(bytes: Uint8Array): RepairedUtf8 {
  const parts: string[] = [];
  let [valid, stray, cut, from] = [0, 0, false, 0];
  const flush = (to: number): void => {
    if (to > from) parts.push(decoder.decode(bytes.subarray(from, to)));
  };
  for (let offset = 0; offset < bytes.length; ) {
    const length = lengthAt(bytes, offset);
    if (length > 0) {
      if (length > 1) valid++;
      offset += length;
      continue;
    }
    flush(offset);
    const pair = pairAt(bytes, offset);
    if (pair !== null) {
      parts.push(pair);
      valid++;
      offset += 6;
    } else if (offset >= bytes.length - 3 && isCut(bytes, offset)) {
      parts.push("\ufffd");
      cut = true;
      offset = bytes.length;
    } else {
      parts.push(single.decode(bytes.subarray(offset, offset + 1)));
      stray++;
      offset++;
    }
    from = offset;
  }
  flush(bytes.length);
  return { text: parts.join("").replace(/^\ufeff/, ""), valid, stray, cut };
}

/** How many bytes the character at a place has (Unicode 16, table 3-7); 0 when there is none. */
function lengthAt(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let next = 1; next < length; next++) if (((bytes[offset + next] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[offset + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return length > 2 && (second < low || second > high) ? 0 : length;
}

function pairAt(bytes: Uint8Array, offset: number): string | null {
  const unit = (from: number): number => {
    const [a = 0, b = 0, c = 0] = bytes.subarray(from, from + 3);
    return a === 0xed && (b & 0xc0) === 0x80 && (c & 0xc0) === 0x80 ? 0xd000 | ((b & 0x3f) << 6) | (c & 0x3f) : 0;
  };
  const [high, low] = [unit(offset), unit(offset + 3)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000 ? String.fromCharCode(high, low) : null;
}

/** Whether what is left of the file is the beginning of a longer character. White space may be after it. */
function isCut(bytes: Uint8Array, offset: number): boolean {
  const [lead = 0, ...more] = bytes.subarray(offset);
  return lead >= 0xc2 && lead <= 0xf4 && more.every((byte) => (byte & 0xc0) === 0x80);
}
