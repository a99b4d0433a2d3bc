import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { MimePart } from "../mime/parts.ts";
import { isTnef, parseTnef } from "../msg/parse-tnef.ts";

/** The type of a part in which Outlook has packed a message; its only part is that message once it is unpacked. */
export const tnefType = "application/ms-tnef";
const typeOfTnef = /^application\/(?:vnd\.)?ms-tnef$/;

/**
 * A message whose parts that Outlook has packed (`winmail.dat`) hold the message in them. One that is damaged stays the
 * attachment that it is. Throws `limit` as `parseTnef` does.
 */
export function unpacked(part: MimePart): MimePart {
  const { value } = part.type;
  if (typeOfTnef.test(value) || /^winmail.*\.dat$/i.test(part.fileName)) {
    const inner = messageIn(part.body());
    return inner === null ? part : { ...part, type: { ...part.type, value: tnefType }, parts: [inner] };
  }
  return part.parts.length === 0 ? part : { ...part, parts: part.parts.map(unpacked) };
}

function messageIn(bytes: Uint8Array): MimePart | null {
  if (!isTnef(bytes)) return null;
  try {
    return parseTnef(bytes);
  } catch (error) {
    if (error instanceof WorkbenchError && error.code === "unreadable") return null;
    throw error;
  }
}
