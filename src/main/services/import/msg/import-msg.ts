import type { Imported } from "../imported.ts";
import { paperOfMail } from "../mail/import-mail.ts";
import type { Source } from "../sniffed-source.ts";
import { parseMsg } from "./parse-msg.ts";
import { isTnef, parseTnef } from "./parse-tnef.ts";

/**
 * A message of Outlook as a paper, by the same rules as an e-mail: one that was saved, or a `winmail.dat`. Throws as
 * `parseMsg` and `parseTnef` do.
 */
export function importMsg(file: Source): Imported {
  return { ...paperOfMail(file, (isTnef(file.bytes) ? parseTnef : parseMsg)(file.bytes)), format: "msg" };
}
