import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { Recognised } from "../../../shared/model/recognised.ts";
import { zlib } from "./built-in.ts";
import { digest } from "./digest.ts";

/** A page of 500 words takes 30 KB of JSON; this is room for some 10,000 pages. */
const maxBytes = 300_000_000;

/** Recognised words as the file that a paper's folder has of them: JSON packed with gzip, whose checksum guards it. */
export function printRecognised(recognised: Recognised): Uint8Array {
  return zlib().gzipSync(JSON.stringify(recognised));
}

/** Throws `damaged` for what is not such a file. */
export function parseRecognised(bytes: Uint8Array): Recognised {
  try {
    return Recognised.parse(JSON.parse(zlib().gunzipSync(bytes, { maxOutputLength: maxBytes }).toString("utf8")));
  } catch (error) {
    throw new WorkbenchError("damaged", message("paper.wordsDamaged"), error);
  }
}

/** What a reading names them by: the beginning of a digest of all that was recognised. */
export function recognisedKey(recognised: Recognised): string {
  return digest(JSON.stringify(recognised)).slice(0, 16);
}
