import { childOf, childrenOf, elementsOf, type XmlElement } from "../xml.ts";
import type { OdtPackage } from "./package.ts";

/** How text of a style looks; undefined where neither it nor what it is based on says so. */
export type TextStyle = Readonly<{
  bold: boolean | undefined;
  italic: boolean | undefined;
  strike: boolean | undefined;
  superscript: boolean | undefined;
  hidden: boolean | undefined;
  language: string | undefined;
}>;

/** A style with all that the styles it is based on say. */
export type OdtStyle = Readonly<{
  /** Its name and those of the styles it is based on, the nearest first. */
  names: readonly string[];
  text: TextStyle;
  rightToLeft: boolean | undefined;
  /** A new page before or after it. */
  breakBefore: boolean;
  breakAfter: boolean;
  /** The kind of page that it begins, "" for none, and the number of that page. */
  masterPage: string;
  pageNumber: number | null;
  /** The style of the list that its paragraphs are in, "" for none; null where nothing is said. */
  list: string | null;
}>;

const noText: TextStyle = {
  bold: undefined,
  italic: undefined,
  strike: undefined,
  superscript: undefined,
  hidden: undefined,
  language: undefined,
};
const noStyle: OdtStyle = {
  names: [],
  text: noText,
  rightToLeft: undefined,
  breakBefore: false,
  breakAfter: false,
  masterPage: "",
  pageNumber: null,
  list: null,
};

/** Styles that are based on one another. */
const maxChain = 100;

/** The styles of a document by family and name (ODF 1.3, part 3, 16). */
export class OdtStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #done = new Map<string, OdtStyle>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #pages = new Map<string, string>();
  /** The numbers of headings. */
  readonly outline: XmlElement | null;

  constructor({ content, styles }: OdtPackage) {
    const groups = [styles, content].flatMap((part) =>
      part === null
        ? []
        : ["office:styles", "office:automatic-styles", "office:master-styles"].flatMap((name) =>
            childrenOf(part, name),
          ),
    );
    let outline: XmlElement | null = null;
    const layouts = new Map<string, string>();
    const masters: XmlElement[] = [];
    for (const element of groups.flatMap(elementsOf)) {
      const name = element.attributes["style:name"] ?? "";
      if (element.name === "style:style") this.#elements.set(`${element.attributes["style:family"]} ${name}`, element);
      else if (element.name === "style:default-style")
        this.#elements.set(`${element.attributes["style:family"]} `, element);
      else if (element.name === "text:list-style") this.#lists.set(name, element);
      else if (element.name === "text:outline-style") outline = element;
      else if (element.name === "style:page-layout")
        layouts.set(name, childOf(element, "style:page-layout-properties")?.attributes["style:num-format"] ?? "1");
      else if (element.name === "style:master-page") masters.push(element);
    }
    this.outline = outline;
    for (const { attributes } of masters) {
      const layout = attributes["style:page-layout-name"] ?? "";
      this.#pages.set(attributes["style:name"] ?? "", layouts.get(layout) ?? "1");
    }
  }

  /** A style of paragraphs or of text; that of all of the family where there is none of the name. */
  style(family: "paragraph" | "text", name: string | undefined): OdtStyle {
    return this.#style(family, name ?? "", new Set());
  }

  /** The levels of a list's style. */
  list(name: string): XmlElement | null {
    return this.#lists.get(name) ?? null;
  }

  /** How pages of a kind are numbered: `1`, `a`, `A`, `i` or `I`. */
  pageFormat(master: string): string {
    return this.#pages.get(master) ?? "1";
  }

  #style(family: string, name: string, seen: Set<string>): OdtStyle {
    const key = `${family} ${name}`;
    const done = this.#done.get(key);
    if (done !== undefined) return done;
    const element = this.#elements.get(key);
    if (element === undefined || seen.has(key) || seen.size > maxChain) {
      if (name === "") return noStyle;
      const base = this.#style(family, "", seen);
      return { ...base, names: [nameOf(name), ...base.names] };
    }
    seen.add(key);
    const base = name === "" ? noStyle : this.#style(family, element.attributes["style:parent-style-name"] ?? "", seen);
    const style = styleOf(name, element, base);
    this.#done.set(key, style);
    return style;
  }
}

/** A style's name as people see it, in small letters: other characters than letters are written by their number. */
function nameOf(name: string): string {
  return name.replaceAll("_20_", " ").toLowerCase();
}

function styleOf(name: string, element: XmlElement, base: OdtStyle): OdtStyle {
  const paragraph = childOf(element, "style:paragraph-properties")?.attributes ?? {};
  const mode = paragraph["style:writing-mode"];
  const page = paragraph["style:page-number"];
  return {
    names: [...(name === "" ? [] : [nameOf(name)]), ...base.names],
    text: { ...base.text, ...withoutUnset(textStyle(childOf(element, "style:text-properties"))) },
    rightToLeft: mode === undefined || mode === "page" ? base.rightToLeft : /^rl/.test(mode),
    breakBefore:
      paragraph["fo:break-before"] === undefined ? base.breakBefore : paragraph["fo:break-before"] === "page",
    breakAfter: paragraph["fo:break-after"] === undefined ? base.breakAfter : paragraph["fo:break-after"] === "page",
    masterPage: element.attributes["style:master-page-name"] ?? base.masterPage,
    pageNumber: page !== undefined && /^\d{1,7}$/.test(page) ? Number(page) : base.pageNumber,
    list: element.attributes["style:list-style-name"] ?? base.list,
  };
}

/** What `style:text-properties` says (16.29.29). */
function textStyle(element: XmlElement | undefined): TextStyle {
  const all = element?.attributes ?? {};
  const is = (value: string | undefined, pattern: RegExp): boolean | undefined =>
    value === undefined ? undefined : pattern.test(value);
  const { "fo:language": language, "fo:country": country } = all;
  const isStated = language !== undefined && /^[a-z]{2,3}$/i.test(language) && !/^(none|zxx|und)$/i.test(language);
  return {
    bold: is(all["fo:font-weight"], /^(bold|[6-9]00)$/),
    italic: is(all["fo:font-style"], /^(italic|oblique)$/),
    strike: is(all["style:text-line-through-style"] ?? all["style:text-line-through-type"], /^(?!none)/),
    superscript: is(all["style:text-position"], /^(super|[1-9]\d?%|100%)/),
    hidden: is(all["text:display"], /^none$/),
    language: isStated ? (/^[A-Z]{2}$/.test(country ?? "") ? `${language}-${country}` : language) : undefined,
  };
}

/** Only what is said. */
export function withoutUnset<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, value]) => value !== undefined)) as Partial<Value>;
}
