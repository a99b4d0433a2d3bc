/** An element in an XML text. Offsets are UTF-16 units of the text. */
export type XmlSpan = {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** Where the start tag begins and ends. */
  readonly start: number;
  readonly opened: number;
  /** Where the end tag begins and ends; the end of the start tag for an empty element. */
  closing: number;
  end: number;
  readonly parent: XmlSpan | null;
};

/** Everything of an XML text that is no character data (XML 1.0, 2.4). */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/[^>]*>|<([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>/g;

/**
 * The elements of a well-formed text, such as the XML reader has accepted, in the order of their start tags, which is
 * that of the tree.
 */
export function spansOf(xml: string): XmlSpan[] {
  const spans: XmlSpan[] = [];
  const open: XmlSpan[] = [];
  for (const match of xml.matchAll(markup)) {
    const [tag, name] = match;
    const end = match.index + tag.length;
    if (tag.startsWith("</")) {
      const span = open.pop();
      if (span !== undefined) Object.assign(span, { closing: match.index, end });
    } else if (name !== undefined) {
      const span = { name, start: match.index, opened: end, closing: end, end, parent: open.at(-1) ?? null };
      spans.push(span);
      if (!tag.endsWith("/>")) open.push(span);
    }
  }
  return spans;
}

/** The name of an element without its prefix, and the prefix with its colon. */
export function nameParts({ name }: Pick<XmlSpan, "name">): { prefix: string; local: string } {
  const local = name.slice(name.indexOf(":") + 1);
  return { prefix: name.slice(0, name.length - local.length), local };
}

/**
 * Where each unit of an element's character data is in the text, and where the last one ends; null for one that holds
 * more than plain data and references. A line end is one unit however it is written (XML 1.0, 2.11).
 */
export function dataPlaces(xml: string, { opened, closing }: XmlSpan): number[] | null {
  const data = xml.slice(opened, closing);
  if (data.includes("<")) return null;
  const places: number[] = [];
  for (const match of data.matchAll(/&(#x[0-9a-f]+|#[0-9]+|\w+);|\r\n|[\s\S]/gi)) {
    const entity = match[1] ?? "";
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    for (let unit = code > 0xffff ? 2 : 1; unit > 0; unit--) places.push(opened + match.index);
  }
  return [...places, closing];
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escaped for character data and for attributes; control characters have no place in XML 1.0 (2.2). */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, " ")
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}
