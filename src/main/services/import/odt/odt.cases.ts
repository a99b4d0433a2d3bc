import { strToU8, zipSync } from "fflate";

const oasis = "urn:oasis:names:tc:opendocument:xmlns";
const namespaces = [
  `xmlns:office="${oasis}:office:1.0"`,
  `xmlns:text="${oasis}:text:1.0"`,
  `xmlns:table="${oasis}:table:1.0"`,
  `xmlns:style="${oasis}:style:1.0"`,
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:meta="${oasis}:meta:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(" ");

/** What a test document is made of: its text, its own styles, those by name, its metadata. */
export type OdtParts = Readonly<{
  body: string;
  automatic?: string;
  styles?: string;
  master?: string;
  meta?: string;
  manifest?: string;
}>;

function styleParts({ styles = "", master = "" }: OdtParts): string {
  return `<office:styles>${styles}</office:styles><office:master-styles>${master}</office:master-styles>`;
}

function contentParts({ body, automatic = "" }: OdtParts): string {
  return `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`;
}

/** A small ODT. */
export function odt(parts: OdtParts): Uint8Array {
  const { meta = "", manifest = "" } = parts;
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(`<office:document-content ${namespaces}>${contentParts(parts)}</office:document-content>`),
    "styles.xml": strToU8(`<office:document-styles ${namespaces}>${styleParts(parts)}</office:document-styles>`),
    "meta.xml": strToU8(
      `<office:document-meta ${namespaces}><office:meta>${meta}</office:meta></office:document-meta>`,
    ),
    "META-INF/manifest.xml": strToU8(
      `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0">${manifest}</manifest:manifest>`,
    ),
  });
}

/** The same in one XML file. */
export function fodt(parts: OdtParts): Uint8Array {
  const meta = `<office:meta>${parts.meta ?? ""}</office:meta>`;
  return strToU8(
    `<?xml version="1.0"?><office:document ${namespaces}>${meta}${styleParts(parts)}${contentParts(parts)}</office:document>`,
  );
}

/** A paragraph in a style. */
export function p(content: string, style = ""): string {
  return `<text:p${style === "" ? "" : ` text:style-name="${style}"`}>${content}</text:p>`;
}

export function h(content: string, level: number, more = ""): string {
  return `<text:h text:outline-level="${level}" ${more}>${content}</text:h>`;
}

/** A style of text or of paragraphs, with what is in its properties. */
export function style(family: "text" | "paragraph", name: string, properties: string, more = ""): string {
  return `<style:style style:name="${name}" style:family="${family}" ${more}>${properties}</style:style>`;
}

export function textProperties(attributes: string): string {
  return `<style:text-properties ${attributes}/>`;
}

/** A list's style: the attributes of each level. */
export function listStyle(name: string, levels: readonly string[]): string {
  const all = levels.map((attributes, index) => {
    const kind = attributes.includes("bullet-char") ? "bullet" : "number";
    return `<text:list-level-style-${kind} text:level="${index + 1}" ${attributes}/>`;
  });
  return `<text:list-style style:name="${name}">${all.join("")}</text:list-style>`;
}

export function list(name: string, items: readonly string[], more = ""): string {
  const named = name === "" ? "" : ` text:style-name="${name}"`;
  const all = items.map((item) => (item.startsWith("<text:list-") ? item : `<text:list-item>${item}</text:list-item>`));
  return `<text:list${named} ${more}>${all.join("")}</text:list>`;
}

/** A document with a little of everything, for mutations to begin from. */
export const fuzzedOdt: OdtParts = {
  automatic: style("text", "B", textProperties('fo:font-weight="bold"')) + listStyle("L", ['style:num-format="1"']),
  meta: "<dc:title>Water</dc:title>",
  body: [
    h("Title", 1),
    p('One <text:span text:style-name="B">two</text:span><text:s text:c="3"/>three'),
    p(
      'Note<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>N</text:p></text:note-body></text:note>',
    ),
    list("L", [p("a"), p("b") + list("", [p("c")])]),
    `<table:table><table:table-row><table:table-cell>${p("x")}</table:table-cell><table:table-cell>${p("y")}</table:table-cell></table:table-row></table:table>`,
    p(
      '<office:annotation office:name="a"><dc:creator>Ada</dc:creator><text:p>Why?</text:p></office:annotation>w<office:annotation-end office:name="a"/>',
    ),
  ].join(""),
};
