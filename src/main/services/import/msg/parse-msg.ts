import { message } from "../../../../shared/messages/message.ts";
import type { EncodingName } from "../../../../shared/model/encodings.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { Headers } from "../mime/headers.ts";
import type { MimePart } from "../mime/parts.ts";
import { importRtf } from "../rtf/import-rtf.ts";
import { isCompoundFile, readCompoundFile, type Storage } from "./compound-file.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import { Properties } from "./properties.ts";

/** Bytes before the values of a message, of one in another, and of an attachment or recipient ([MS-OXMSG] 2.4.1). */
const [topHeader, innerHeader, partHeader] = [32, 24, 8];
/** Attachments and recipients that are read of one message. */
const maxParts = 2_000;
const maxDepth = 40;
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
 * A message of Outlook ([MS-OXMSG]) as if it had come as an e-mail: the same fields of the header, text and HTML as two
 * forms of it, attachments, and messages within it. Throws `unreadable` for what is damaged, `limit` for messages that
 * are nested too deeply or have too many parts.
 */
export function parseMsg(bytes: Uint8Array): MimePart {
  return messageIn(readCompoundFile(bytes), topHeader, 0);
}

function messageIn(storage: Storage, header: number, depth: number): MimePart {
  if (depth > maxDepth || storage.storages.size > maxParts)
    throw new WorkbenchError("limit", message("import.tooManyMailParts"));
  const own = new Properties(storage, header);
  const attached = [...storage.storages]
    .filter(([name]) => name.startsWith("__attach_version1.0_"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, part]) => attachmentIn(part, own.charset, depth) ?? []);
  return {
    ...part("multipart/mixed", new Uint8Array()),
    headers: headersOf(own, recipientsIn(storage, own.charset)),
    parts: [part("multipart/alternative", new Uint8Array(), { parts: formsOf(own) }), ...attached],
  };
}

/** The forms in which its text is there, the richest last; RTF only where it is the only one. */
function formsOf(own: Properties): MimePart[] {
  const text = own.text(0x1000);
  const html = own.bytes(0x1013);
  const written = html === null ? own.text(0x1013) : "";
  const forms = text.trim() === "" ? [] : [part("text/plain; charset=utf-8", Buffer.from(text))];
  if (html !== null && html.length > 0) forms.push(part(`text/html; charset=${own.htmlCharset}`, html));
  else if (written !== "") forms.push(part("text/html; charset=utf-8", Buffer.from(written)));
  if (forms.length > 0 || text !== "") return forms;
  const rtf = own.bytes(0x1009);
  if (rtf === null) return [];
  const words = importRtf(decompressRtf(rtf)).content.text;
  return words === "" ? [] : [part("text/plain; charset=utf-8", Buffer.from(words))];
}

type Recipient = Readonly<{ kind: number; mailbox: string }>;

function recipientsIn(storage: Storage, charset: EncodingName): Recipient[] {
  return [...storage.storages]
    .filter(([name]) => name.startsWith("__recip_version1.0_"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, recipient]) => {
      const own = new Properties(recipient, partHeader, charset);
      return {
        kind: own.number(0x0c15) ?? 1,
        mailbox: mailbox(own.text(0x3001), [own.text(0x39fe), own.text(0x3003)]),
      };
    });
}

function headersOf(own: Properties, recipients: readonly Recipient[]): Headers {
  const list = (kind: number, shown: number): string => {
    const found = recipients.flatMap((recipient) => (recipient.kind === kind ? [recipient.mailbox] : []));
    return found.length > 0
      ? found.join(", ")
      : own
          .text(shown)
          .split(/;\s*/)
          .filter(Boolean)
          .map((name) => mailbox(name, []))
          .join(", ");
  };
  const from = mailbox(own.text(0x0042) || own.text(0x0c1a), [
    own.text(0x5d02),
    own.text(0x5d01),
    own.text(0x0065),
    own.text(0x0c1f),
  ]);
  const date = own.time(0x0039) ?? own.time(0x0e06) ?? own.time(0x3007);
  const fields: readonly (readonly [string, string])[] = [
    ["from", from],
    ["to", list(1, 0x0e04)],
    ["cc", list(2, 0x0e03)],
    ["date", date === null ? "" : `${date.toUTCString().replace("GMT", "+0000")}`],
    ["subject", encoded(own.text(0x0037))],
  ];
  return new Map(fields.flatMap(([name, value]) => (value === "" ? [] : [[name, [value]] as const])));
}

/** A name with the first address that the Internet knows; Exchange has others of its own. */
function mailbox(name: string, addresses: readonly string[]): string {
  const address = addresses.find((address) => /^[^\s<>]+@[^\s<>]+$/.test(address)) ?? "";
  const plain = name.replace(/^'(.*)'$/, "$1").trim();
  if (address === "" || plain === "" || plain === address) return address === "" ? encoded(plain) : address;
  return `${encoded(plain)} <${address}>`;
}

/** A value as an encoded word (RFC 2047), so that it is read back as it is whatever is in it. */
function encoded(value: string): string {
  const text = value
    .replace(/[\s\0]+/g, " ")
    .trim()
    .slice(0, 4000);
  return text === "" ? "" : `=?utf-8?b?${Buffer.from(text).toString("base64")}?=`;
}

function attachmentIn(storage: Storage, charset: EncodingName, depth: number): MimePart | null {
  const own = new Properties(storage, partHeader, charset);
  const inner = storage.storages.get("__substg1.0_3701000D");
  if (own.number(0x3705) === attachedMessage && inner !== undefined)
    return part("message/rfc822", new Uint8Array(), { parts: [messageIn(inner, innerHeader, depth + 1)] });
  // Pictures that the text shows are left out with all others.
  const isShown = own.isTrue(0x7ffe) || (own.text(0x3712) !== "" && /^image\//i.test(own.text(0x370e)));
  if (isShown) return null;
  const name = own.text(0x3707) || own.text(0x3704) || own.text(0x3001);
  return part(own.text(0x370e) || "application/octet-stream", new Uint8Array(), {
    isAttachment: true,
    fileName: name.replace(/^.*[\\/]/, "").slice(0, 200),
    size: own.size(0x3701),
  });
}

function part(type: string, body: Uint8Array, more: Partial<MimePart> = {}): MimePart {
  const [value = "", charset] = type.toLowerCase().split("; charset=");
  return {
    headers: new Map(),
    type: { value, parameters: new Map(charset === undefined ? [] : [["charset", charset]]) },
    isAttachment: false,
    fileName: "",
    parts: [],
    size: body.length,
    body: () => body,
    ...more,
  };
}
