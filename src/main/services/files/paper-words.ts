import { message } from "../../../shared/messages/message.ts";
import { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { digest } from "./digest.ts";

/** A paper's words as its paper.json, with a checksum. */
export function printWords(content: PaperContent): string {
  const body = JSON.stringify(content);
  return `{"sha256":"${digest(body)}","content":${body}}\n`;
}

/** The content of a paper.json. Throws `damaged` when it fails its check. */
export function parseWords(bytes: Uint8Array): PaperContent {
  const text = new TextDecoder().decode(bytes);
  const [, sha256, body] = /^\{"sha256":"([0-9a-f]{64})","content":(.*)\}\n$/s.exec(text) ?? [];
  if (body === undefined || digest(body) !== sha256) throw new WorkbenchError("damaged", message("paper.wordsDamaged"));
  return PaperContent.parse(JSON.parse(body));
}
