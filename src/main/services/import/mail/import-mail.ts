import { parse } from "parse5";
import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { Reading } from "../../../../shared/model/paper.ts";
import { ContentBuilder } from "../builder.ts";
import { readStated, readText } from "../encoding.ts";
import type { Imported } from "../imported.ts";
import { decodeWords, field, mailboxes, parseHeaders } from "../mime/headers.ts";
import { charsetOf, type MimePart, parseMime } from "../mime/parts.ts";
import { intoSections } from "../sections.ts";
import type { Source } from "../sniffed-source.ts";
import { addNodes, nothingLeftOut } from "../web/html.ts";
import { leftOutWarnings } from "../web/html-page.ts";
import { asLanguage, dayOf } from "../web/page-facts.ts";
import { attribute, type Element } from "../web/tree.ts";
import { bodyOf, headerLines, type MailPiece } from "./message.ts";
import { addPlainText } from "./plain-text.ts";
import { beginningOf, startsWithHeader } from "./reply-header.ts";
import { unpacked } from "./winmail.ts";

/** How much of a file is looked at for the header of a message, in bytes. */
const looked = 65_536;
/** Fields that only programs write, so that a memo with "From:" and "To:" is no message. */
const machine = ["message-id", "mime-version", "received", "return-path", "content-type", "x-mailer", "delivered-to"];
const mailboxLine = /^From \S[^\r\n]*\d{4}[^\r\n]*\r?$/gm;

/** Whether a file is an e-mail (RFC 5322), or a mailbox of several. */
export function isMail({ bytes, name }: Source): boolean {
  const head = Buffer.from(bytes.subarray(0, looked))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  const [start = ""] = head.replace(/^From [^\n]*\n/, "").split(/\r?\n\r?\n/, 1);
  if (!/^[\x21-\x39\x3b-\x7e]+:/.test(start)) return false;
  const headers = parseHeaders(start);
  const known = ["from", "to", "date", "subject"].filter((name) => headers.has(name)).length;
  const isNamed = /\.(?:eml|mbox)$/i.test(name);
  const isWritten = machine.some((name) => headers.has(name));
  return isNamed ? known >= 2 || isWritten : known >= 2 && isWritten;
}

/** Messages of a mailbox that are read as one paper. */
const mostMessages = 500;

/**
 * An e-mail as a paper: its header first, then its text or its HTML, then the messages that are forwarded in it.
 * Attachments are named in a warning. A mailbox (RFC 4155) is a paper of all its messages, each with its subject as
 * heading. Throws `limit` for a mailbox with too many messages, and as `parseMime` does.
 */
export function importMail(file: Source): Imported {
  const messages = messagesIn(file.bytes);
  if (messages.length < 2) return paperOfMail(file, unpacked(parseMime(file.bytes)));
  const { name, reading } = file;
  if (messages.length > mostMessages)
    throw new WorkbenchError("limit", message("import.mailbox", { name, count: messages.length, most: mostMessages }));
  const writer = new MailWriter(name, reading ?? null);
  for (const bytes of messages) {
    const mail = unpacked(parseMime(bytes));
    writer.add(mail, decodeWords(field(mail.headers, "subject")).slice(0, 2000));
  }
  const content = intoSections(
    writer.out.finish([{ label: "§1", width: 0, height: 0, rotation: 0 }], writer.warnings()),
  );
  return { format: "eml", title: null, authors: [], date: null, content, geometry: null };
}

/** The messages of a mailbox, each without the line before it and with lines that look like one as they were. */
function messagesIn(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString("latin1", 0, 5) !== "From ") return [];
  const text = file.toString("latin1");
  const starts = [...text.matchAll(mailboxLine)].filter(
    ({ index }) => index === 0 || /\n\r?\n$/.test(text.slice(index - 3, index)),
  );
  return starts.map(({ 0: line, index }, n) =>
    Buffer.from(
      text
        .slice(index + line.length, starts[n + 1]?.index)
        .replace(/^\r?\n/, "")
        .replace(/^>(>*From )/gm, "$1"),
      "latin1",
    ),
  );
}

/** A message as a paper. */
export function paperOfMail({ name, reading }: Pick<Source, "name" | "reading">, mail: MimePart): Imported {
  const writer = new MailWriter(name, reading ?? null);
  writer.add(mail, null);
  const content = intoSections(
    writer.out.finish([{ label: "§1", width: 0, height: 0, rotation: 0 }], writer.warnings()),
  );
  const [from] = mailboxes(field(mail.headers, "from"));
  const author = from?.name || from?.address || "";
  return {
    format: "eml",
    title: decodeWords(field(mail.headers, "subject")).slice(0, 2000) || null,
    authors: author === "" ? [] : [author.slice(0, 300)],
    date: dayOf(decodeWords(field(mail.headers, "date"))),
    details: { language: asLanguage(field(mail.headers, "content-language")) },
    content,
    geometry: null,
  };
}

class MailWriter {
  readonly out = new ContentBuilder();
  readonly #name: string;
  readonly #reading: Reading | null;
  readonly #warnings: Message[] = [];
  readonly #left = nothingLeftOut();
  readonly #attachments: MimePart[] = [];

  constructor(name: string, reading: Reading | null) {
    this.#name = name;
    this.#reading = reading;
  }

  /** A message; `title` is the heading of one that is forwarded. */
  add(mail: MimePart, title: string | null): void {
    if (title !== null && title !== "") this.out.add({ kind: "heading", level: 2 }, { text: title, marks: [] });
    this.#header(mail, title === null || title === "" ? null : "Subject");
    const { pieces, attachments } = bodyOf(mail, (piece) => this.#words(piece));
    for (const piece of pieces) this.#piece(piece);
    this.#attachments.push(...attachments);
  }

  warnings(): Message[] {
    const messages = this.#warnings.filter(
      (message, index) => this.#warnings.findIndex(({ key }) => key === message.key) === index,
    );
    const files = this.#attachments.map(({ fileName, type, size }) =>
      message("import.attachment", {
        name: fileName === "" ? type.value : fileName,
        size: Math.max(1, Math.round(size / 1024)),
      }),
    );
    const attached =
      files.length === 0 ? [] : [message("import.attachments", { count: files.length, files: files.slice(0, 50) })];
    const none = this.out.length === 0 ? [message("import.noWords")] : [];
    return [...messages, ...attached, ...leftOutWarnings(this.#left), ...none];
  }

  #header(mail: MimePart, without: string | null): void {
    const lines = headerLines(mail, without);
    if (lines.length === 0) return;
    let text = "";
    const marks = lines.map(([name, value], index) => {
      const begin = text.length + (index === 0 ? 0 : 1);
      text += `${index === 0 ? "" : "\n"}${name}: ${value}`;
      return { kind: "bold" as const, start: begin, end: begin + name.length + 1 };
    });
    this.out.add({ kind: "paragraph" }, { text, marks });
  }

  #piece({ kind, part }: MailPiece): void {
    if (kind === "message") {
      const [inner] = part.parts;
      if (inner !== undefined) this.add(inner, decodeWords(field(inner.headers, "subject")).slice(0, 2000));
      return;
    }
    const text = this.#textOrNull(part);
    if (text === null) this.#attachments.push(part);
    else if (kind === "html") addNodes(this.out, parse(text), { left: this.#left, quotesFrom: isReplyHeader });
    else addPlainText(this.out, text, { ...flow(part), lines: this.#reading?.lines ?? null });
  }

  /** Null for a part that is said to be text and is none. The others are read all the same. */
  #textOrNull(part: MimePart): string | null {
    try {
      return this.#text(part);
    } catch (error) {
      if (error instanceof WorkbenchError && ["import.binary", "import.empty"].includes(error.reason.key)) return null;
      throw error;
    }
  }

  #text(part: MimePart): string {
    const bytes = part.body();
    if (Buffer.from(bytes).toString("latin1").trim() === "") return "";
    const asked = this.#reading?.encoding ?? null;
    const { text, warnings } =
      asked === null ? readStated(this.#name, bytes, charsetOf(part)) : readText(this.#name, bytes, asked);
    this.#warnings.push(...warnings);
    return text;
  }

  /** Words of a text, to choose between two forms of it. */
  #words({ kind, part }: MailPiece): number {
    if (kind === "message") return 0;
    const count = this.#warnings.length;
    const text = this.#textOrNull(part) ?? "";
    this.#warnings.length = count;
    const words = kind === "html" ? text.replace(/<(style|script|title)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ") : text;
    return words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  }
}

function flow({ type }: MimePart): Readonly<{ flowed: boolean; delsp: boolean }> {
  return {
    flowed: type.parameters.get("format")?.toLowerCase() === "flowed",
    delsp: type.parameters.get("delsp")?.toLowerCase() === "yes",
  };
}

/** Where the message that is answered begins, as Outlook marks it, or writes its header without a mark. */
function isReplyHeader(node: Element): boolean {
  return (
    /^(?:divRplyFwdMsg|x_divRplyFwdMsg)$/.test(attribute(node, "id") ?? "") ||
    /\bOutlookMessageHeader\b/.test(attribute(node, "class") ?? "") ||
    (/^(?:p|div)$/.test(node.tagName) && startsWithHeader(beginningOf(node)))
  );
}
