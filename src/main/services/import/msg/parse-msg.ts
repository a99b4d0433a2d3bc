import { message } from "../../../../shared/messages/message.ts";
import type { EncodingName } from "../../../../shared/model/encodings.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { MimePart } from "../mime/parts.ts";
import { isCompoundFile, readCompoundFile, type Storage } from "./compound-file.ts";
import { maxDepth, maxParts, type OutlookAttachment, partOfMessage } from "./outlook-message.ts";
import { StorageProperties } from "./storage-properties.ts";

/** Bytes before the values of a message, of one in another, and of an attachment or recipient ([MS-OXMSG] 2.4.1). */
const [topHeader, innerHeader, partHeader] = [32, 24, 8];
/** PidTagAttachMethod of a message that is attached. */
const attachedMessage = 5;

/** Whether a file is a message of Outlook: a compound file with the properties of one. */
export function isMsg(bytes: Uint8Array): boolean {
  if (!isCompoundFile(bytes)) return false;
  try {
    return readCompoundFile(bytes).streams.has("__properties_version1.0");
  } catch {
    return false;
  }
}

/**
 * A message of Outlook ([MS-OXMSG]) as if it had come as an e-mail (`partOfMessage`). Throws `unreadable` for what is
 * damaged, `limit` for messages that are nested too deeply or have too many parts.
 */
export function parseMsg(bytes: Uint8Array): MimePart {
  return messageIn(readCompoundFile(bytes), topHeader, 0);
}

function messageIn(storage: Storage, header: number, depth: number): MimePart {
  if (depth > maxDepth || storage.storages.size > maxParts)
    throw new WorkbenchError("limit", message("import.tooManyMailParts"));
  const own = new StorageProperties(storage, header);
  return partOfMessage({
    own,
    recipients: storagesOf(storage, "__recip").map((part) => new StorageProperties(part, partHeader, own.charset)),
    attachments: storagesOf(storage, "__attach").map((part) => attachmentIn(part, own.charset, depth)),
  });
}

/** The storages of one kind in the order of their numbers. */
function storagesOf({ storages }: Storage, kind: "__recip" | "__attach"): Storage[] {
  return [...storages]
    .filter(([name]) => name.startsWith(`${kind}_version1.0_`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, storage]) => storage);
}

function attachmentIn(storage: Storage, charset: EncodingName, depth: number): OutlookAttachment {
  const own = new StorageProperties(storage, partHeader, charset);
  const inner = storage.storages.get("__substg1.0_3701000D");
  const isMessage = own.number(0x3705) === attachedMessage && inner !== undefined;
  return { own, inner: isMessage ? messageIn(inner, innerHeader, depth + 1) : null };
}
