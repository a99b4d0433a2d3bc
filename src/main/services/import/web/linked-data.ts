import { isTooHeavy } from "../../files/json-weight.ts";
import { attribute, type Element, textIn } from "./tree.ts";

/** What JSON-LD says about an article; nothing in it can be trusted to have a form. */
export type Linked = Readonly<Partial<Record<"headline" | "author" | "datePublished" | "dateCreated", unknown>>>;

/** Bytes of one script of JSON-LD that are looked at. */
const maxBytes = 1 << 20;
const kinds = /Article$|^(?:BlogPosting|Report|ScholarlyArticle|NewsArticle|WebPage|TechArticle|LegislationObject)$/;

/** The articles, reports and pages that a page describes in JSON-LD (schema.org), articles first. */
export function articlesIn(elements: readonly Element[]): Linked[] {
  const found: { kind: string; data: Linked }[] = [];
  const look = (value: unknown, depth: number): void => {
    if (depth > 6 || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 100)) look(item, depth + 1);
      return;
    }
    const record = value as Record<string, unknown>;
    const kind = [record["@type"]].flat().find((value) => typeof value === "string" && kinds.test(value));
    if (typeof kind === "string") found.push({ kind, data: record });
    look(record["@graph"], depth + 1);
    look(record.mainEntity, depth + 1);
  };
  for (const node of elements) if (isLinkedData(node)) look(parsed(textIn(node)), 0);
  return found.toSorted((a, b) => Number(a.kind === "WebPage") - Number(b.kind === "WebPage")).map(({ data }) => data);
}

function isLinkedData(node: Element): boolean {
  return node.tagName === "script" && /^application\/ld\+json\b/i.test(attribute(node, "type")?.trim() ?? "");
}

function parsed(text: string): unknown {
  try {
    if (text.length > maxBytes || isTooHeavy(Buffer.from(text))) return null;
    return JSON.parse(
      text.replace(
        /^\s*(?:<!--|(?:\/[/*]\s*)?<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/[/*]\s*)?\]\]>(?:\s*\*\/)?)\s*$/g,
        "",
      ),
    );
  } catch {
    return null;
  }
}

/** Names of people or organisations: text, objects with a `name`, or a list of them. */
export function namesIn(author: unknown): string[] {
  return [author]
    .flat()
    .slice(0, 200)
    .flatMap((author): string[] => {
      if (typeof author === "string") return [author];
      const name = typeof author === "object" && author !== null && "name" in author ? author.name : null;
      return [name].flat().filter((text) => typeof text === "string");
    });
}
