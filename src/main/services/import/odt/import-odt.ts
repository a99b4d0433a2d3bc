import { message } from "../../../../shared/messages/message.ts";
import type { Imported } from "../imported.ts";
import { placedComments } from "../office/comments.ts";
import { DocumentWriter } from "../office/document-writer.ts";
import { LeftOut, leftOutOf, TrackedChanges } from "../office/left-out.ts";
import { mainLanguage, metadataOf } from "../office/metadata.ts";
import { childOf, childrenOf, descendantsOf, elementsOf, textOfXml, type XmlElement } from "../xml.ts";
import type { Change, OdtContext } from "./inline.ts";
import { ListCounter } from "./lists.ts";
import { bodyOf, type OdtPackage, openArchive, openFlat } from "./package.ts";
import { OdtStoryReader } from "./story.ts";
import { OdtStyles } from "./styles.ts";

/** How a document is read. `isBefore`: as it was before its tracked changes, which are otherwise accepted. */
export type OpenDocumentOptions = Readonly<{ isBefore: boolean }>;

/**
 * An OpenDocument text (ODT, ODF 1.3; as a zip archive or as one XML file) as a paper, by the same rules as Word
 * documents: visible words once and in order; what is left out is counted. Nothing outside the file is ever opened.
 * Throws as the zip guard and the XML reader do, and `unreadable` for another kind of document or one with a password.
 */
export async function importOdt(
  name: string,
  bytes: Uint8Array,
  { isBefore }: OpenDocumentOptions = { isBefore: false },
): Promise<Imported> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const document = isZip ? await openArchive(name, bytes) : openFlat(name, bytes);
  const body = bodyOf(document);
  const styles = new OdtStyles(document);
  const left = new LeftOut();
  const tracked = new TrackedChanges();
  const context: OdtContext = {
    styles,
    left,
    tracked,
    changes: changesIn(body, tracked),
    isBefore,
    hasPages: hasSoftBreaks(body),
    headings: new ListCounter(styles.outline),
    comments: [],
    languages: new Map(),
  };
  const writer = new DocumentWriter();
  const story = { context, writer, note: null, lists: new Map<string, ListCounter>() };
  const reader = new OdtStoryReader(story);
  reader.read(body);
  for (const { label, content } of reader.endnotes) {
    const inner = new OdtStoryReader({ ...story, note: label });
    inner.read(content);
    reader.endnotes.push(...inner.endnotes);
  }
  if (hasFurniture(document)) left.furniture++;
  const { content, ranges, hasPages } = writer.finish();
  const comments = placedComments(context.comments, ranges, left);
  const language = mainLanguage(context.languages);
  return {
    format: "odt",
    ...metadataOf(stated(document.meta), writer.title),
    geometry: null,
    comments,
    ...(language === null ? {} : { details: { language } }),
    content: {
      ...content,
      warnings: [
        ...tracked.warnings(isBefore),
        ...(hasPages ? [message("import.pagesOfLastLayout")] : []),
        ...leftOutOf(left),
        ...(content.text === "" ? [message("import.noWords")] : []),
      ],
    },
  };
}

/** The tracked changes of a document by their identifiers (5.5). */
function changesIn(body: XmlElement, tracked: TrackedChanges): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  for (const region of childrenOf(childOf(body, "text:tracked-changes"), "text:changed-region")) {
    const id = region.attributes["text:id"] ?? region.attributes["xml:id"] ?? "";
    for (const element of elementsOf(region)) {
      const kind =
        element.name === "text:insertion" ? "insertion" : element.name === "text:deletion" ? "deletion" : "other";
      // A deletion of what was inserted has both; the last counts.
      changes.set(id, { kind, content: element });
      if (kind === "other") continue;
      const info = childOf(element, "office:change-info");
      const value = (name: string): string => {
        const found = childOf(info, name);
        return found === undefined ? "" : textOfXml(found).trim();
      };
      tracked.add(kind === "insertion" ? "insertions" : "deletions", value("dc:creator"), value("dc:date"));
    }
  }
  return changes;
}

function hasSoftBreaks(body: XmlElement): boolean {
  for (const { name } of descendantsOf(body)) if (name === "text:soft-page-break") return true;
  return false;
}

/** Whether pages have headers or footers with words. */
function hasFurniture({ styles }: OdtPackage): boolean {
  return childrenOf(childOf(styles ?? undefined, "office:master-styles"), "style:master-page").some((page) =>
    elementsOf(page).some(({ name, children }) => /^style:(header|footer)/.test(name) && children.length > 0),
  );
}

/** What the metadata say (ODF 1.3, part 3, 4.3). */
function stated(root: XmlElement | null) {
  const meta = childOf(root ?? undefined, "office:meta");
  const value = (name: string): string => {
    const element = childOf(meta, name);
    return element === undefined ? "" : textOfXml(element).trim();
  };
  const creator = value("meta:initial-creator") || value("dc:creator");
  return {
    title: value("dc:title"),
    authors: creator === "" ? [] : [creator],
    date: value("meta:creation-date") || value("dc:date") || null,
  };
}
