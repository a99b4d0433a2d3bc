import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { Imported } from "../imported.ts";
import { placedComments } from "../office/comments.ts";
import { DocumentWriter, type TextRange, tracedAnchor } from "../office/document-writer.ts";
import { LeftOut, leftOutOf, TrackedChanges } from "../office/left-out.ts";
import { mainLanguage, metadataOf } from "../office/metadata.ts";
import { childOf, textOfXml, type XmlElement } from "../xml.ts";
import { wordComments } from "./comments.ts";
import { Notes, noteSettings } from "./notes.ts";
import { Numbering } from "./numbering.ts";
import { type DocumentParts, documentParts, openFlatPackage, openPackage } from "./package.ts";
import type { RunContext } from "./runs.ts";
import { StoryReader } from "./story.ts";
import { Styles } from "./styles.ts";

/** How a document is read. `isBefore`: as it was before its tracked changes, which are otherwise accepted. */
export type WordOptions = Readonly<{ isBefore: boolean; trace?: WordTrace }>;

/** Learns where the pieces of a document are in its text: called once for each part, then with all places. */
export type WordTrace = Readonly<{
  part: (name: string, root: XmlElement, type: string) => void;
  places: (places: ReadonlyMap<XmlElement, TextRange>) => void;
}>;

/**
 * A Word document (DOCX, ECMA-376; as a zip archive or as one XML file) as a paper: its visible words once and in
 * order, with computed numbers, notes, comments and the page labels of Word's last layout. Headers and footers, hidden
 * text, tables of contents and pictures are left out and counted. Nothing outside the file is ever opened. Throws as
 * the zip guard and the XML reader do, and `unreadable` for an archive that is no Word document.
 */
export async function importDocx(
  name: string,
  bytes: Uint8Array,
  options: WordOptions = { isBefore: false },
): Promise<Imported> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = await documentParts(
    isZip ? await openPackage(bytes) : openFlatPackage(bytes, name),
    options.trace?.part,
  );
  const found = await readParts(parts, options, true);
  return (found.isBroken ? await readParts(parts, options, false) : found).imported;
}

async function readParts(
  parts: DocumentParts,
  { isBefore, trace }: WordOptions,
  trustFields: boolean,
): Promise<Readonly<{ imported: Imported; isBroken: boolean }>> {
  const { main, relations, related } = parts;
  const body = childOf(main, "w:body");
  if (body === undefined) throw new WorkbenchError("unreadable", message("import.noWordDocument"));
  const settings = await related("settings");
  const styles = new Styles(await related("styles"));
  const left = new LeftOut();
  const changes = new TrackedChanges();
  const notes = async (kind: "footnotes" | "endnotes", format: string): Promise<Notes> => {
    const about = noteSettings(kind === "footnotes" ? "w:footnotePr" : "w:endnotePr", body, settings);
    return new Notes(await related(kind), await parts.relationsOf(kind), about, format);
  };
  const languages = new Map<string, number>();
  const pieces: XmlElement[] = [];
  const context: RunContext = {
    styles,
    left,
    changes,
    isBefore,
    trustFields,
    footnotes: await notes("footnotes", "decimal"),
    endnotes: await notes("endnotes", "lowerRoman"),
    languages,
    ...(trace === undefined
      ? {}
      : {
          trace: (piece) => {
            pieces.push(piece);
            return `${tracedAnchor}${pieces.length - 1}`;
          },
        }),
  };
  const writer = new DocumentWriter();
  const story = { context, writer, numbering: new Numbering(await related("numbering"), styles), relations };
  const reader = new StoryReader({ ...story, note: null });
  reader.read(body);
  let isBroken = reader.isBroken;
  // Endnotes may refer to endnotes, which are added to the same list.
  for (const { label, content, relations: links } of reader.endnotes) {
    const inner = new StoryReader({ ...story, relations: links, note: label });
    inner.read(content);
    reader.endnotes.push(...inner.endnotes);
    isBroken ||= inner.isBroken;
  }
  if (parts.countOf("header") + parts.countOf("footer") > 0) left.furniture++;
  const { content, ranges, hasPages, traced } = writer.finish();
  trace?.places(new Map([...traced].flatMap(([index, place]) => (pieces[index] ? [[pieces[index], place]] : []))));
  const comments = placedComments(
    wordComments(await related("comments"), await related("commentsExtended")),
    ranges,
    left,
  );
  const language = mainLanguage(languages);
  const imported: Imported = {
    format: "docx",
    ...metadataOf(stated(parts.core), writer.title),
    geometry: null,
    comments,
    ...(language === null ? {} : { details: { language } }),
    content: {
      ...content,
      warnings: [
        ...changes.warnings(isBefore),
        ...(hasPages ? [message("import.pagesOfLastLayout")] : []),
        ...leftOutOf(left),
        ...(content.text === "" ? [message("import.noWords")] : []),
      ],
    },
  };
  return { imported, isBroken };
}

/** What the core properties say (ECMA-376 part 2, 8.3.4). */
function stated(core: XmlElement | null) {
  const value = (name: string): string => {
    const element = childOf(core ?? undefined, name);
    return element === undefined ? "" : textOfXml(element).trim();
  };
  const creator = value("dc:creator");
  return {
    title: value("dc:title"),
    authors: creator === "" ? [] : [creator],
    date: value("dcterms:created") || value("dcterms:modified") || null,
  };
}
