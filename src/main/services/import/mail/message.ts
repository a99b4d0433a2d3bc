import { decodeWords, field, mailboxes } from "../mime/headers.ts";
import type { MimePart } from "../mime/parts.ts";
import { tnefType } from "./winmail.ts";

/** What a message shows, in its order: text, HTML, or another message; and what is only attached to it. */
export type MailBody = Readonly<{ pieces: readonly MailPiece[]; attachments: readonly MimePart[] }>;
export type MailPiece = Readonly<{ kind: "text" | "html" | "message"; part: MimePart }>;

/** How many words a text in HTML must have of those that the plain text beside it has, to be read instead. */
const fullShare = 0.8;

/** What a part of a message shows. `wordsOf` counts the words of a text, to choose between two forms of it. */
export function bodyOf(part: MimePart, wordsOf: (piece: MailPiece) => number): MailBody {
  const type = part.type.value;
  if (type === "multipart/alternative")
    return alternative(
      part.parts.map((part) => bodyOf(part, wordsOf)),
      wordsOf,
    );
  if (type === "multipart/related") return related(part, wordsOf);
  if (type === "multipart/signed") return joined(part.parts.slice(0, 1).map((part) => bodyOf(part, wordsOf)));
  if (type === "multipart/report") return report(joined(part.parts.map((part) => bodyOf(part, wordsOf))));
  if (type.startsWith("multipart/")) return withPacked(part.parts, wordsOf);
  if (type === tnefType && part.parts[0] !== undefined) return bodyOf(part.parts[0], wordsOf);
  if (/^message\/(rfc822|global)$/.test(type) && part.parts.length > 0)
    return { pieces: [{ kind: "message", part }], attachments: [] };
  const kind = type === "text/html" ? "html" : isShownAsText(part) ? "text" : null;
  if (kind === null || part.isAttachment || (part.fileName !== "" && kind === "html"))
    return { pieces: [], attachments: [part] };
  return { pieces: [{ kind, part }], attachments: [] };
}

/** Texts that are for programs, or forms of a text that are read in another form. */
const unshown = /^text\/(?:.*html|calendar|css|csv|directory|enriched|rfc822-headers|richtext|.*vcard|.*xml)$/;

/** Whether a part is text to read: a text of an unknown kind is, too (RFC 2046, 4.1.4). */
function isShownAsText({ type: { value }, fileName }: MimePart): boolean {
  return value === "text/plain" || (fileName === "" && value.startsWith("text/") && !unshown.test(value));
}

/** A report on delivery: what it says to programs is read where it says nothing to people. */
function report({ pieces, attachments }: MailBody): MailBody {
  if (pieces.some(({ kind }) => kind !== "message")) return { pieces, attachments };
  const isStatus = ({ type }: MimePart): boolean =>
    /^message\/(?:delivery-status|disposition-notification)$/.test(type.value);
  const said = attachments.filter(isStatus).map((part): MailPiece => ({ kind: "text", part }));
  return { pieces: [...said, ...pieces], attachments: attachments.filter((attachment) => !isStatus(attachment)) };
}

/** The richest form that has all the words (RFC 2046, 5.1.4: the last one that is understood). */
function alternative(forms: readonly MailBody[], wordsOf: (piece: MailPiece) => number): MailBody {
  const count = ({ pieces }: MailBody): number => pieces.reduce((sum, piece) => sum + wordsOf(piece), 0);
  const most = Math.max(0, ...forms.map(count));
  const full = forms.filter((form) => form.pieces.length > 0 && count(form) >= most * fullShare);
  const best = full.at(-1) ?? forms.at(-1);
  return { pieces: best?.pieces ?? [], attachments: forms.flatMap(({ attachments }) => attachments) };
}

/**
 * Parts one after the other. A message that Outlook has packed among them is another form of their text, so only one of
 * the two is read; messages that are attached, here or there, are read all the same.
 */
function withPacked(parts: readonly MimePart[], wordsOf: (piece: MailPiece) => number): MailBody {
  const bodies = (isPacked: boolean): MailBody =>
    joined(parts.filter(({ type }) => (type.value === tnefType) === isPacked).map((part) => bodyOf(part, wordsOf)));
  const [open, packed] = [bodies(false), bodies(true)];
  const textOf = ({ pieces }: MailBody): MailBody => ({
    pieces: pieces.filter(({ kind }) => kind !== "message"),
    attachments: [],
  });
  const [openText, packedText] = [textOf(open), textOf(packed)];
  // A second text, as the footer of a mailing list, is only in the open form.
  const isRicher = packedText.pieces.some(({ kind }) => kind === "html") && openText.pieces.length < 2;
  const forms = isRicher ? [openText, packedText] : [packedText, openText];
  const messages = [...open.pieces, ...packed.pieces].filter(({ kind }) => kind === "message");
  return packedText.pieces.length === 0
    ? joined([open, packed])
    : {
        pieces: [...alternative(forms, wordsOf).pieces, ...messages],
        attachments: [...open.attachments, ...packed.attachments],
      };
}

/** A text with the pictures that it shows, which are left out with all others. */
function related(part: MimePart, wordsOf: (piece: MailPiece) => number): MailBody {
  const start = part.type.parameters.get("start") ?? "";
  const root = part.parts.find((part) => start !== "" && field(part.headers, "content-id") === start) ?? part.parts[0];
  const body = root === undefined ? { pieces: [], attachments: [] } : bodyOf(root, wordsOf);
  return {
    ...body,
    attachments: [...body.attachments, ...part.parts.filter((part) => part !== root && part.isAttachment)],
  };
}

function joined(bodies: readonly MailBody[]): MailBody {
  return {
    pieces: bodies.flatMap(({ pieces }) => pieces),
    attachments: bodies.flatMap(({ attachments }) => attachments),
  };
}

const shown = ["From", "To", "Cc", "Date", "Subject"] as const;

/** The lines of a message's header that people read, decoded: name and value. `without` is shown elsewhere. */
export function headerLines(
  { headers }: MimePart,
  without: string | null = null,
): (readonly [name: string, value: string])[] {
  return shown.flatMap((name) => {
    if (name === without) return [];
    const values = headers.get(name.toLowerCase()) ?? [];
    const text = values
      .map((value) => (name === "Date" || name === "Subject" ? decodeWords(value) : addresses(value)))
      .join(", ");
    return text === "" ? [] : [[name, text.slice(0, 4000)] as const];
  });
}

function addresses(value: string): string {
  // A group is shown as it is written, with its name (RFC 5322, 3.4).
  if (/^[^"<(@:]+:[^;]*;/.test(value)) return decodeWords(value).replace(/\s*;$/, "");
  return mailboxes(value)
    .map(({ name, address }) => (name === "" ? address : address === "" ? name : `${name} <${address}>`))
    .join(", ");
}
