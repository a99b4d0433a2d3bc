import type { Headers } from "../mime/headers.ts";
import type { MimePart } from "../mime/parts.ts";
import { importRtf } from "../rtf/import-rtf.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import type { Properties } from "./properties.ts";

/** A message of Outlook, however its file is built. */
export type OutlookMessage = Readonly<{
  own: Properties;
  recipients: readonly Properties[];
  attachments: readonly OutlookAttachment[];
}>;

/** An attachment; `inner` is the message that it is, null for a file. */
export type OutlookAttachment = Readonly<{ own: Properties; inner: MimePart | null }>;

/** Attachments and recipients that are read of one message. */
export const maxParts = 2_000;
/** Messages in each other. */
export const maxDepth = 40;

/**
 * A message of Outlook as if it had come as an e-mail: the same fields of the header, text and HTML as two forms of it,
 * attachments, and messages within it.
 */
export function partOfMessage({ own, recipients, attachments }: OutlookMessage): MimePart {
  return {
    ...part("multipart/mixed", new Uint8Array()),
    headers: headersOf(own, recipients.map(recipientOf)),
    parts: [
      part("multipart/alternative", new Uint8Array(), { parts: formsOf(own) }),
      ...attachments.flatMap((attachment) => attachmentPart(attachment) ?? []),
    ],
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

function recipientOf(own: Properties): Recipient {
  return {
    kind: own.number(0x0c15) ?? 1,
    mailbox: mailbox(own.text(0x3001), [own.text(0x39fe), own.text(0x3003)]),
  };
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

function attachmentPart({ own, inner }: OutlookAttachment): MimePart | null {
  if (inner !== null) return part("message/rfc822", new Uint8Array(), { parts: [inner] });
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
