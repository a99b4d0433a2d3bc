import { dateOf } from "../headings.ts";
import { articlesIn, type Linked, namesIn } from "./linked-data.ts";
import { attribute, type Element, elementsIn, lineIn, type Parent } from "./tree.ts";

/**
 * What a page says about itself. Dates are ISO 8601, as exact as they are given; empty or null where it says nothing.
 */
export type PageFacts = Readonly<{
  title: string | null;
  authors: readonly string[];
  date: string | null;
  publisher: string;
  link: string;
  language: string;
  identifiers: string[];
}>;

/** All `meta` elements by name or property in small letters, in their order. */
function metaOf(elements: readonly Element[]): (name: string) => readonly string[] {
  const all = new Map<string, string[]>();
  for (const node of elements) {
    if (node.tagName !== "meta") continue;
    const content = attribute(node, "content")?.replace(/\s+/g, " ").trim() ?? "";
    const names = `${attribute(node, "name") ?? ""} ${attribute(node, "property") ?? ""} ${attribute(node, "itemprop") ?? ""}`;
    if (content === "") continue;
    for (const name of new Set(names.toLowerCase().split(/\s+/)))
      if (name !== "") all.set(name, [...(all.get(name) ?? []), content]);
  }
  return (name) => all.get(name) ?? [];
}

/**
 * Title, authors, date and so on of a page, by what it says for citation first (Highwire, Dublin Core), then JSON-LD,
 * then Open Graph and its head. `address` is where it was saved from, if that is known from elsewhere.
 */
export function factsOf(page: Parent, address: string | null = null): PageFacts {
  const elements = elementsIn(page);
  const meta = metaOf(elements);
  const first = (...names: readonly string[]): string | null => names.flatMap((name) => meta(name))[0] ?? null;
  const data = articlesIn(elements);
  const dublin = (name: string): string[] =>
    ["dc.", "dcterms.", "dc:", "dcterms:"].flatMap((prefix) => meta(`${prefix}${name}`));
  const authors = [
    meta("citation_author"),
    dublin("creator"),
    data.flatMap(({ author }) => namesIn(author)),
    meta("parsely-author"),
    meta("sailthru.author"),
    meta("author").flatMap(parted),
    meta("article:author"),
    meta("og:article:author"),
    meta("dc.contributor"),
  ]
    .map((names) => [...new Set(names.map(nameOf).filter((name) => name !== ""))])
    .find((names) => names.length > 0);
  const dates = [
    ...["citation_publication_date", "citation_date"].flatMap((name) => meta(name)),
    ...["issued", "created", "date.issued", "date.created", "date"].flatMap(dublin),
    ...data.flatMap(({ datePublished, dateCreated }) => [datePublished, dateCreated]),
    ...[
      "article:published_time",
      "og:published_time",
      "article:published",
      "datepublished",
      "parsely-pub-date",
    ].flatMap((name) => meta(name)),
    ...["sailthru.date", "publishdate", "publish_date", "pubdate", "date"].flatMap((name) => meta(name)),
    ...elements.filter(isPublishedTime).map((node) => attribute(node, "datetime") ?? lineIn(node)),
  ];
  return {
    title: titleOf(elements, data, first),
    authors: authors ?? [],
    date: dates.map((date) => (typeof date === "string" ? dayOf(date) : null)).find((date) => date !== null) ?? null,
    publisher: first("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name") ?? "",
    link: linkOf(elements, first, address),
    language: languageOf(elements, first),
    identifiers: identifiersOf([...meta("citation_doi"), ...dublin("identifier"), ...meta("prism.doi")]),
  };
}

function isPublishedTime(node: Element): boolean {
  return (
    node.tagName === "time" &&
    (attribute(node, "pubdate") !== null || /\bdatePublished\b/i.test(attribute(node, "itemprop") ?? ""))
  );
}

type First = (...names: readonly string[]) => string | null;

/**
 * The title as one cites it: without the site's name, where the page names its title elsewhere or has it as heading.
 */
function titleOf(elements: readonly Element[], data: readonly Linked[], first: First): string | null {
  const own = elements.find(({ tagName, parentNode }) => tagName === "title" && parentNode?.nodeName === "head");
  const title = own === undefined ? "" : lineIn(own);
  const stated = first("citation_title", "dc.title", "dcterms.title", "dc:title");
  if (stated !== null) return stated;
  const headline = data.map(({ headline: text }) => (typeof text === "string" ? text.trim() : "")).find(Boolean);
  const others = [headline ?? "", first("og:title") ?? "", first("twitter:title") ?? ""].filter(Boolean);
  const heading = elements.filter(({ tagName }) => tagName === "h1").map((node) => lineIn(node));
  const parts = [...others, ...heading].filter((text) => text.length >= 3 && isPartOf(text, title));
  const long = parts.filter((text) => text.length >= 15).toSorted((a, b) => a.length - b.length);
  const shorter = long[0] ?? parts[0];
  return shorter ?? others[0] ?? (title === "" ? null : title);
}

/** Whether a title is the beginning or end of a page's title, the rest being the name of a site after a separator. */
function isPartOf(text: string, title: string): boolean {
  const offset = title.indexOf(text);
  if (offset < 0) return false;
  const [before, after] = [title.slice(0, offset), title.slice(offset + text.length)];
  const isBefore = before === "" || /[|:·•«›]\s*$|[-–—/]\s+$/.test(before);
  return isBefore && (after === "" || /^\s*[|:·•»›]|^\s+[-–—/]/.test(after));
}

/** The page's own address: canonical, Open Graph, or what the browser or SingleFile wrote down when it was saved. */
function linkOf(elements: readonly Element[], first: First, address: string | null): string {
  const canonical = elements.find(
    (node) => node.tagName === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(node, "rel") ?? ""),
  );
  const given = [canonical === undefined ? null : attribute(canonical, "href"), first("og:url"), address];
  return (
    given.map((link) => link?.trim() ?? "").find((link) => /^https?:\/\/\S+$/i.test(link) && link.length <= 4000) ?? ""
  );
}

/**
 * Where a page was saved from, by the comment that a browser ("saved from url=(0021)https://…", Mark of the Web) or
 * SingleFile writes at its beginning; null when there is none.
 */
export function savedFrom(source: string): string | null {
  const head = source.slice(0, 4000);
  const browser = /<!--\s*saved from url=\(\d+\)(https?:\S+?)\s*-->/i.exec(head)?.[1];
  const singleFile = /<!--\s*\n?\s*Page saved with SingleFile\s+url:\s*(https?:\S+)/i.exec(head)?.[1];
  return browser ?? singleFile ?? null;
}

function languageOf(elements: readonly Element[], first: First): string {
  const html = elements.find(({ tagName }) => tagName === "html");
  const stated = html === undefined ? null : (attribute(html, "lang") ?? attribute(html, "xml:lang"));
  const language = stated?.trim() || first("dc.language", "dcterms.language", "content-language", "og:locale") || "";
  return asLanguage(language);
}

/** A language as BCP 47 writes it; empty for anything else. */
export function asLanguage(text: string): string {
  const language = text.trim().replaceAll("_", "-");
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) && language.length <= 35 ? language : "";
}

/** Identifiers with their kind: `doi:10.1000/182`, `isbn:9780141036144`. Others are not kept. */
export function identifiersOf(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => {
    const doi = /\b10\.\d{4,9}\/\S+/.exec(text)?.[0].replace(/[.,;]+$/, "");
    if (doi !== undefined) return [`doi:${doi}`];
    const isbn = /^(?:urn:)?(?:isbn:?)?\s*((?:97[89])?[\dXx]{10})$/i.exec(text.replace(/[-\s]/g, ""))?.[1];
    return isbn === undefined ? [] : [`isbn:${isbn.toUpperCase()}`];
  });
  return [...new Set(found)].slice(0, 50).map((text) => text.slice(0, 500));
}

/** A day as a page writes it: ISO 8601 with or without a time, with slashes, RFC 5322, or in English words. */
export function dayOf(text: string): string | null {
  const day = text.trim();
  const [, iso] = /^(\d{4}(?:[-/]\d{1,2}(?:[-/]\d{1,2})?)?)(?:$|[T\s])/.exec(day) ?? [];
  if (iso !== undefined)
    return dateOf(
      iso
        .split(/[-/]/)
        .map((part) => part.padStart(2, "0"))
        .join("-"),
    );
  const [, compact] = /^(\d{8})(?:$|T|\d{6})/.exec(day) ?? [];
  if (compact !== undefined) return dateOf(compact.replace(/(\d{4})(\d{2})(\d{2})/, "$1-$2-$3"));
  const [, number, month, year] = /^(?:\p{L}{3,9},?\s+)?(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+(\d{4})\b/u.exec(day) ?? [];
  if (year !== undefined) return dateOf(`${number} ${whole(month ?? "")} ${year}`);
  const [, name, first, later] =
    /^(?:\p{L}{3,9},?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(day) ?? [];
  if (later !== undefined) return dateOf(`${first} ${whole(name ?? "")} ${later}`);
  return dateOf(day);
}

const months = "january february march april may june july august september october november december".split(" ");

function whole(month: string): string {
  const short = month.toLowerCase().slice(0, 3);
  return months.find((name) => name.startsWith(short)) ?? month;
}

/** The name of a person as a page gives it: without "by", and no address of a profile. */
function nameOf(text: string): string {
  const name = text
    .replace(/^by\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return /^https?:|^\/\//i.test(name) || name.length > 300 || !/\p{L}/u.test(name) ? "" : name;
}

/** Names in a line below a title, such as "By Ada Lind and Ben Roy"; none in one that says more than names. */
export function authorsIn(byline: string): string[] {
  const line = byline.replace(/\s+/g, " ").trim();
  const names = line.replace(/^(?:(?:written |posted )?by|par|von|por|di|door|af|av)\s+/iu, "").replace(/[.,;|]+$/, "");
  if (names.length > 120 || /\d|@|:\/\//.test(names)) return [];
  return parted(names)
    .map(nameOf)
    .filter((name) => name !== "")
    .slice(0, 20);
}

/** Several names in one `meta` element. A comma also parts family and first name, so it must be two whole names. */
function parted(text: string): string[] {
  const byWord = text.split(/\s*;\s*|\s+(?:and|und|et|y)\s+|\s+&\s+/u);
  return byWord.flatMap((part) => {
    const names = part.split(/\s*,\s*/);
    return names.length > 1 && names.every((name) => /\S\s+\S/.test(name)) ? names : [part];
  });
}
