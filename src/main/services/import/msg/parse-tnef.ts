import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { MimePart } from "../mime/parts.ts";
import { maxDepth, maxParts, type OutlookAttachment, partOfMessage } from "./outlook-message.ts";
import { codePage, fileTime, propertyTypes } from "./properties.ts";
import { addProperties, TnefProperties } from "./tnef-properties.ts";

const { bytes8, binary, time } = propertyTypes;
const signature = 0x223e9f78;
/** Bytes of an object before what is in it: the identifier of its interface. */
const interfaceSize = 16;
/** Attributes that are read of one message. */
const maxAttributes = 100_000;
/** Identifiers of attributes ([MS-OXTNEF] 2.1.3.2) that are read, without their types. */
const attributes = {
  from: 0x8000,
  subject: 0x8004,
  sent: 0x8005,
  body: 0x800c,
  attachmentData: 0x800f,
  attachmentTitle: 0x8010,
  attachmentBegins: 0x9002,
  properties: 0x9003,
  recipients: 0x9004,
  attachmentProperties: 0x9005,
  codePage: 0x9007,
} as const;

/** Whether a file is what Outlook packs a message in (`winmail.dat`), by its first bytes. */
export function isTnef(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.length >= 6 && file.readUInt32LE(0) === signature;
}

/**
 * A message in the Transport Neutral Encapsulation Format ([MS-OXTNEF]) as if it had come as an e-mail
 * (`partOfMessage`). What follows a place where the file is damaged is left out. Throws `unreadable` for what has
 * nothing of a message, `limit` for messages that are nested too deeply or have too many parts.
 */
export function parseTnef(bytes: Uint8Array): MimePart {
  return messageIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
}

function messageIn(file: Buffer, depth: number): MimePart {
  if (depth > maxDepth) throw tooMuch();
  const found = attributesIn(file);
  if (found.length === 0) throw new WorkbenchError("unreadable", message("import.mailDamaged"));
  const attributeOf = (attribute: number): Buffer | null => found.find(({ id }) => id === attribute)?.value ?? null;
  const page = attributeOf(attributes.codePage);
  const own = new TnefProperties(codePage(page !== null && page.length >= 4 ? page.readUInt32LE(0) : null));
  addProperties(own, attributeOf(attributes.properties) ?? Buffer.alloc(4), 0);
  addAttributes(own, attributeOf);
  return partOfMessage({
    own,
    recipients: recipientsIn(attributeOf(attributes.recipients), own),
    attachments: attachmentsIn(found, own, depth),
  });
}

type Attribute = Readonly<{ id: number; value: Buffer }>;

/**
 * The attributes of a stream up to where it is damaged. Their checksums are not looked at: some programs write none.
 */
function attributesIn(file: Buffer): Attribute[] {
  const found: Attribute[] = [];
  for (let offset = 6; isTnef(file) && offset + 9 <= file.length; ) {
    const [level, id, size] = [file[offset], file.readUInt16LE(offset + 1), file.readUInt32LE(offset + 5)];
    const start = offset + 9;
    if ((level !== 1 && level !== 2) || start + size > file.length) break;
    if (found.length === maxAttributes) throw tooMuch();
    found.push({ id, value: file.subarray(start, start + size) });
    offset = start + size + 2;
  }
  return found;
}

/** What attributes say that have been there before there were properties. */
function addAttributes(own: TnefProperties, attributeOf: (attribute: number) => Buffer | null): void {
  const add = (id: number, attribute: number): void => {
    const value = attributeOf(attribute);
    if (value !== null && own.text(id) === "") own.add(id, bytes8, value);
  };
  add(0x0037, attributes.subject);
  if (own.bytes(0x1009) === null && own.bytes(0x1013) === null) add(0x1000, attributes.body);
  const sent = attributeOf(attributes.sent);
  if (sent !== null && sent.length >= 12) {
    const [year = 0, month = 0, ...rest] = Array.from({ length: 6 }, (_, n) => sent.readUInt16LE(n * 2));
    const date = new Date(Date.UTC(year, month - 1, ...rest));
    if (year > 1601 && year < 10_000 && !Number.isNaN(date.getTime())) own.add(0x0039, time, fileTime(date));
  }
  const from = attributeOf(attributes.from);
  if (from === null || from.length < 8 || own.text(0x0042) !== "" || own.text(0x0c1a) !== "") return;
  const [nameSize, addressSize] = [from.readUInt16LE(4), from.readUInt16LE(6)];
  own.add(0x0c1a, bytes8, from.subarray(8, 8 + nameSize));
  const address = from.subarray(8 + nameSize, 8 + nameSize + addressSize).toString("latin1");
  own.add(0x0c1f, bytes8, Buffer.from(address.replace(/^[a-z]+:/i, ""), "latin1"));
}

/** A table of recipients: how many there are, and a list of properties of each. */
function recipientsIn(table: Buffer | null, { charset }: TnefProperties): TnefProperties[] {
  if (table === null || table.length < 4) return [];
  const count = table.readUInt32LE(0);
  if (count > maxParts) throw tooMuch();
  const recipients: TnefProperties[] = [];
  let offset: number | null = 4;
  while (offset !== null && recipients.length < count) {
    const recipient = new TnefProperties(charset);
    offset = addProperties(recipient, table, offset);
    recipients.push(recipient);
  }
  return recipients;
}

/** Attachments: each begins with an attribute of its own, and those up to the next one are about it. */
function attachmentsIn(found: readonly Attribute[], { charset }: TnefProperties, depth: number): OutlookAttachment[] {
  const attachments: TnefProperties[] = [];
  for (const { id, value } of found) {
    if (id === attributes.attachmentBegins) attachments.push(new TnefProperties(charset));
    if (attachments.length > maxParts) throw tooMuch();
    const last = attachments.at(-1);
    if (last === undefined) continue;
    if (id === attributes.attachmentProperties) addProperties(last, value, 0);
    // Programs older than the properties know the title as the only name.
    else if (id === attributes.attachmentTitle) last.add(0x3001, bytes8, value);
    else if (id === attributes.attachmentData) last.add(0x3701, binary, value);
  }
  return attachments.map((own) => {
    const inner = own.object(0x3701)?.subarray(interfaceSize) ?? null;
    return { own, inner: inner !== null && isTnef(inner) ? messageIn(inner, depth + 1) : null };
  });
}

function tooMuch(): WorkbenchError {
  return new WorkbenchError("limit", message("import.tooManyMailParts"));
}
