import { inflateSync } from "fflate";

/** Most papers' records fit; growing a buffer for each takes half of the time of inflating it. */
const usual = new Uint8Array(1 << 19);
const decoder = new TextDecoder();

/** A text in UTF-8 that was deflated (RFC 1951). Throws where it is damaged. */
export function inflateText(deflated: Uint8Array): string {
  return decoder.decode(inflateInto(usual, deflated) ?? inflateSync(deflated));
}

/** Null where it may not fit: then more is lost without an error, or the buffer is full. */
function inflateInto(out: Uint8Array, deflated: Uint8Array): Uint8Array | null {
  try {
    const inflated = inflateSync(deflated, { out });
    return inflated.length < out.length ? inflated : null;
  } catch {
    return null;
  }
}
