import { strToU8, zipSync } from "fflate";

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(" ");
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** What a test document is made of: the insides of its parts. `links` are addresses by the identifiers of `r:id`. */
export type DocxParts = Readonly<{
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  commentsExtended?: string;
  settings?: string;
  header?: string;
  core?: string;
  links?: Readonly<Record<string, string>>;
}>;

const roots: Readonly<Record<string, string>> = {
  styles: "w:styles",
  numbering: "w:numbering",
  footnotes: "w:footnotes",
  endnotes: "w:endnotes",
  comments: "w:comments",
  commentsExtended: "w15:commentsEx",
  settings: "w:settings",
  header: "w:hdr",
};

/** The files of a small DOCX, by name. */
export function docxFiles(parts: DocxParts): Record<string, string> {
  const { body, core, links = {} } = parts;
  const names = Object.keys(roots).filter((name) => parts[name as keyof DocxParts] !== undefined);
  const relations = names.map((name) => relation(`part-${name}`, `${office}/${name}`, `${name}.xml`));
  for (const [id, target] of Object.entries(links))
    relations.push(`<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`);
  return {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relationships([
      relation("main", `${office}/officeDocument`, "word/document.xml"),
      ...(core === undefined
        ? []
        : [relation("core", `${packages}/relationships/metadata/core-properties`, "docProps/core.xml")]),
    ]),
    "word/document.xml": `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(relations),
    ...Object.fromEntries(
      names.map((name) => {
        const content = String(parts[name as keyof DocxParts]);
        return [`word/${name}.xml`, `<${roots[name]} ${namespaces}>${content}</${roots[name]}>`];
      }),
    ),
    ...(core === undefined
      ? {}
      : {
          "docProps/core.xml": `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
        }),
  };
}

/** A small DOCX. */
export function docx(parts: DocxParts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(docxFiles(parts)).map(([name, text]) => [name, strToU8(text)])));
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

function relationships(all: readonly string[]): string {
  return `<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;
}

/** A run of words, with what is in its properties. */
export function r(text: string, properties = ""): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** A paragraph of runs, with what is in its properties; plain words are one run. */
export function p(content: string, properties = ""): string {
  const runs = content.startsWith("<") || content === "" ? content : r(content);
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A table of rows of cells, each with its own content. */
export function tbl(rows: readonly (readonly string[])[]): string {
  const cell = (content: string): string => `<w:tc>${content.startsWith("<") ? content : p(content)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A complex field: its instruction, the runs of its result, and those of a field within the instruction. */
export function field(code: string, result: string, inner = ""): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = `<w:r><w:instrText xml:space="preserve">${code.replace(/"/g, "&quot;")}</w:instrText></w:r>`;
  return `${mark("begin")}${instruction}${inner}${mark("separate")}${result}${mark("end")}`;
}

/** Styles with headings as Word has them in German: identifiers are localised, names are not. */
export const germanStyles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:rPr><w:b/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>',
  '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Notiz"><w:name w:val="Hidden note"/><w:rPr><w:vanish/></w:rPr></w:style>',
].join("");

/** A list of numbered levels in the formats given, each as Word writes it by default. */
export function abstractNum(
  id: number,
  levels: readonly (readonly [format: string, text: string, more?: string])[],
): string {
  const all = levels.map(
    ([format, text, more = ""], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${all.join("")}</w:abstractNum>`;
}

export function num(id: number, abstract: number, more = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
}

/** The properties of a paragraph in a list. */
export function item(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A document with a little of everything, for mutations to begin from. */
export const fuzzedDocx: DocxParts = {
  styles: germanStyles,
  numbering:
    abstractNum(0, [
      ["decimal", "%1."],
      ["lowerLetter", "%2)"],
    ]) + num(1, 0),
  footnotes: `<w:footnote w:id="2">${p("A note.")}</w:footnote>`,
  comments: `<w:comment w:id="0" w:author="Ada" w:date="2021-03-09T10:11:12Z">${p("Why?")}</w:comment>`,
  links: { r1: "https://example.org/" },
  body: [
    p("Title", '<w:pStyle w:val="berschrift1"/>'),
    p(
      `<w:commentRangeStart w:id="0"/>${r("One")}<w:commentRangeEnd w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r>`,
    ),
    p("item", item(1)) + p("item", item(1, 1)),
    p(field('HYPERLINK "https://example.org/"', r("link"))),
    tbl([
      ["a", "b"],
      ["c", tbl([["d"]]) + p("")],
    ]),
    p(`<w:ins w:id="1">${r("new")}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>`),
    p(`<w:r><w:lastRenderedPageBreak/></w:r>${r("page")}`),
  ].join(""),
};
