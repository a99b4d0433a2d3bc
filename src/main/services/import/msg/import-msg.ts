import type { Imported } from "../imported.ts";
import { paperOfMail } from "../mail/import-mail.ts";
import type { Source } from "../sniffed-source.ts";
import { parseMsg } from "./parse-msg.ts";

/** A message of Outlook as a paper, by the same rules as an e-mail. Throws as `parseMsg` does. */
export function importMsg(file: Source): Imported {
  return { ...paperOfMail(file, parseMsg(file.bytes)), format: "msg" };
}
