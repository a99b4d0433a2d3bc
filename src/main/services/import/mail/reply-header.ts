import { type Element, isElement, isText, type Node } from "../web/tree.ts";

/** Names of the fields above a message that is answered, as Outlook and others write them in the reader's language. */
const fields = {
  from: "from|von|de|da|van|från|fra|lähettäjä|od|от|отправитель|kimden|من|منجانب|از|发件人|寄件者|差出人",
  sent: "sent|date|gesendet|datum|envoyé|enviad[oa](?: el| em)?|fecha|inviato|data|verzonden|skickat|sendt|dato|lähetetty|wysłano|odesláno|отправлено|дата|gönderildi|tarih|تاريخ الإرسال|تم الإرسال|التاريخ|بتاریخ|تاریخ|تاریخ ارسال|发送时间|日期|送信日時",
  others:
    "to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|кому|kime|إلى|به|بنام|收件人|宛先|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|الموضوع|موضوع|عنوان|主题|件名",
} as const;

const field = (names: string): string => `\\*?(?:${names})\\s*[:：]`;
/** Sender first, then the day, then to whom or about what; a line of several addresses may be long. */
const header = new RegExp(
  `^\\s*${field(fields.from)}[^]{1,500}?\\s${field(fields.sent)}[^]{1,500}?\\s${field(fields.others)}`,
  "iu",
);

/** Units of a text in which the header of a message is looked for. */
const headerReach = 1500;

/** Whether a text begins with the header of a message that is answered or forwarded. */
export function startsWithHeader(text: string): boolean {
  return header.test(text.slice(0, headerReach));
}

/** The first words of an element, as far as a header may reach. */
export function beginningOf(element: Element): string {
  let text = "";
  // Not by calls within calls: how deep the elements are is only known to be bounded once they are read.
  const open: { children: readonly Node[]; next: number }[] = [{ children: element.childNodes, next: 0 }];
  for (let inner = open.at(-1); inner !== undefined && text.length < headerReach; inner = open.at(-1)) {
    const node = inner.children[inner.next++];
    if (node === undefined) {
      open.pop();
      text += " ";
    } else if (isText(node)) text += node.value;
    else if (node.nodeName === "br") text += "\n";
    else if (isElement(node) && node.tagName !== "style") open.push({ children: node.childNodes, next: 0 });
  }
  return text;
}
