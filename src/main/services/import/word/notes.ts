import { formatNumber } from "../office/number-format.ts";
import { childOf, childrenOf, type XmlElement } from "../xml.ts";
import { wholeNumber } from "./names.ts";
import type { Relation } from "./package.ts";

/** A footnote or endnote that is referred to: the label of its mark, its paragraphs, and the links of its part. */
export type Note = Readonly<{ label: string; content: XmlElement; relations: ReadonlyMap<string, Relation> }>;

/** The footnotes or the endnotes of a document (ECMA-376, 17.11), numbered as they are referred to. */
export class Notes {
  readonly #notes: ReadonlyMap<string, XmlElement>;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #format: string;
  #number: number;

  /** `about` is what the settings or the last section say of the numbers (17.11.11, 17.11.4). */
  constructor(
    root: XmlElement | null,
    relations: ReadonlyMap<string, Relation>,
    about: XmlElement | undefined,
    format: string,
  ) {
    const all = (root?.children ?? []).filter(
      (child): child is XmlElement => typeof child !== "string" && /^w:(foot|end)note$/.test(child.name),
    );
    this.#notes = new Map(
      // Separators are drawn between the text and its notes.
      all
        .filter(({ attributes }) => !/separator|continuation/i.test(attributes["w:type"] ?? ""))
        .map((note) => [note.attributes["w:id"] ?? "", note]),
    );
    this.#relations = relations;
    this.#format = childOf(about, "w:numFmt")?.attributes["w:val"] ?? format;
    this.#number = (wholeNumber(childOf(about, "w:numStart")?.attributes["w:val"]) ?? 1) - 1;
  }

  /** The note that the next reference leads to; null where it leads nowhere. A mark of its own is not counted. */
  refer(id: string, ownMark: string | null): Note | null {
    const content = this.#notes.get(id);
    if (content === undefined) return null;
    const label = ownMark ?? formatNumber(++this.#number, this.#format);
    return { label: label.slice(0, 40), content, relations: this.#relations };
  }
}

/** What a document says of its footnotes or endnotes: its last section before its settings. */
export function noteSettings(kind: "w:footnotePr" | "w:endnotePr", body: XmlElement, settings: XmlElement | null) {
  const section = childrenOf(body, "w:sectPr").at(-1);
  return childOf(section, kind) ?? childOf(settings ?? undefined, kind);
}
