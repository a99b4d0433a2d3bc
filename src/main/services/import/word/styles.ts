import { childOf, childrenOf, type XmlElement } from "../xml.ts";
import { isOn, wholeNumber } from "./names.ts";

/** What a run says of its own look; undefined where it says nothing. */
export type RunProperties = Readonly<{
  style: string | undefined;
  bold: boolean | undefined;
  italic: boolean | undefined;
  strike: boolean | undefined;
  hidden: boolean | undefined;
  superscript: boolean | undefined;
  font: string | undefined;
  language: string | undefined;
}>;

/** Which list a paragraph is in; `list` is null where only the level is said, "0" for none. */
export type ListPlace = Readonly<{ list: string | null; level: number | null }>;

/** What a paragraph, or a style of paragraphs, says of itself. `outline` counts from 0; 9 is the text itself. */
export type ParagraphProperties = Readonly<{
  style: string | undefined;
  outline: number | null;
  place: ListPlace | null;
  rightToLeft: boolean | undefined;
  /** Of the mark at its end. */
  run: RunProperties;
}>;

/** What `w:rPr` says (ECMA-376, 17.3.2). */
export function runProperties(element: XmlElement | undefined): RunProperties {
  const vertical = childOf(element, "w:vertAlign")?.attributes["w:val"];
  const fonts = childOf(element, "w:rFonts")?.attributes;
  const either = (first: boolean | undefined, other: boolean | undefined): boolean | undefined =>
    first === true || other === true ? true : (first ?? other);
  return {
    style: childOf(element, "w:rStyle")?.attributes["w:val"],
    bold: isOn(childOf(element, "w:b")),
    italic: isOn(childOf(element, "w:i")),
    strike: either(isOn(childOf(element, "w:strike")), isOn(childOf(element, "w:dstrike"))),
    hidden: either(isOn(childOf(element, "w:vanish")), isOn(childOf(element, "w:specVanish"))),
    superscript: vertical === undefined ? undefined : vertical === "superscript",
    font: fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"],
    language: childOf(element, "w:lang")?.attributes["w:val"],
  };
}

/** What `w:pPr` says (ECMA-376, 17.3.1). */
export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  const numbering = childOf(element, "w:numPr");
  return {
    style: childOf(element, "w:pStyle")?.attributes["w:val"],
    outline: wholeNumber(childOf(element, "w:outlineLvl")?.attributes["w:val"]),
    place:
      numbering === undefined
        ? null
        : {
            list: childOf(numbering, "w:numId")?.attributes["w:val"] ?? null,
            level: wholeNumber(childOf(numbering, "w:ilvl")?.attributes["w:val"]),
          },
    rightToLeft: isOn(childOf(element, "w:bidi")),
    run: runProperties(childOf(element, "w:rPr")),
  };
}

/** A style with all that the styles it is based on say. */
export type Style = Readonly<{
  /** Its names and those of the styles it is based on, the nearest first, in small letters. */
  names: readonly string[];
  /** The style by which the level of its list is found (17.9.23), where one says that it is in a list. */
  listStyle: string | null;
  paragraph: ParagraphProperties;
  run: RunProperties;
}>;

const noRun = runProperties(undefined);
const noStyle: Style = { names: [], listStyle: null, paragraph: paragraphProperties(undefined), run: noRun };

/** The styles of a document by their identifiers, which are localised, as names are not. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #done = new Map<string, Style>();
  /** The style of paragraphs that name none. */
  readonly #paragraph: string | null;
  /** What every run has that nothing else says. */
  readonly defaults: RunProperties;

  constructor(root: XmlElement | null) {
    let paragraph: string | null = null;
    for (const style of childrenOf(root ?? undefined, "w:style")) {
      const id = style.attributes["w:styleId"] ?? "";
      this.#elements.set(id, style);
      if (style.attributes["w:type"] === "paragraph" && /^(1|true|on)$/.test(style.attributes["w:default"] ?? ""))
        paragraph ??= id;
    }
    this.#paragraph = paragraph;
    const defaults = childOf(childOf(root ?? undefined, "w:docDefaults"), "w:rPrDefault");
    this.defaults = runProperties(childOf(defaults, "w:rPr"));
  }

  /** A style of paragraphs; the default one where none is named, or one that is not there. */
  paragraph(id: string | undefined): Style {
    const known = id !== undefined && this.#elements.has(id) ? id : this.#paragraph;
    return known === null ? noStyle : this.#style(known, new Set());
  }

  /** A style of runs. */
  character(id: string | undefined): Style {
    return id === undefined ? noStyle : this.#style(id, new Set());
  }

  /** The list that a style of lists is made by (17.9.21). */
  listOf(id: string): string | null {
    return this.#style(id, new Set()).paragraph.place?.list ?? null;
  }

  #style(id: string, seen: Set<string>): Style {
    const done = this.#done.get(id);
    if (done !== undefined) return done;
    const element = this.#elements.get(id);
    if (element === undefined || seen.has(id) || seen.size > maxChain) return noStyle;
    seen.add(id);
    const parent = childOf(element, "w:basedOn")?.attributes["w:val"];
    const base = parent === undefined ? noStyle : this.#style(parent, seen);
    const own = paragraphProperties(childOf(element, "w:pPr"));
    const name = (childOf(element, "w:name")?.attributes["w:val"] ?? id).toLowerCase();
    const style: Style = {
      names: [name, ...base.names],
      listStyle: own.place === null ? base.listStyle : id,
      paragraph: {
        style: undefined,
        outline: own.outline ?? base.paragraph.outline,
        place: own.place === null ? base.paragraph.place : merged(own.place, base.paragraph.place),
        rightToLeft: own.rightToLeft ?? base.paragraph.rightToLeft,
        run: noRun,
      },
      run: over(runProperties(childOf(element, "w:rPr")), base.run),
    };
    this.#done.set(id, style);
    return style;
  }
}

/** Styles that are based on one another. */
const maxChain = 100;

function merged(own: ListPlace, base: ListPlace | null): ListPlace {
  return { list: own.list ?? base?.list ?? null, level: own.level ?? base?.level ?? null };
}

/** What the nearer says, else what the farther does. */
function over(near: RunProperties, far: RunProperties): RunProperties {
  return {
    style: near.style ?? far.style,
    bold: near.bold ?? far.bold,
    italic: near.italic ?? far.italic,
    strike: near.strike ?? far.strike,
    hidden: near.hidden ?? far.hidden,
    superscript: near.superscript ?? far.superscript,
    font: near.font ?? far.font,
    language: near.language ?? far.language,
  };
}

type Toggle = "bold" | "italic" | "strike" | "hidden";

/**
 * How a run looks in the end (17.7.2): its own word, else its style's and its paragraph's. A switch that is on in both
 * styles is off (17.7.3).
 */
export function effectiveRun(
  own: RunProperties,
  character: RunProperties,
  paragraph: RunProperties,
  defaults: RunProperties,
) {
  const toggle = (name: Toggle): boolean =>
    own[name] ?? ((character[name] ?? false) !== (paragraph[name] ?? false) || (defaults[name] ?? false));
  const { superscript, font, language } = over(own, over(character, over(paragraph, defaults)));
  return {
    bold: toggle("bold"),
    italic: toggle("italic"),
    strike: toggle("strike"),
    hidden: toggle("hidden"),
    superscript: superscript ?? false,
    font,
    language,
  };
}
