import { message } from "../../../../shared/messages/message.ts";
import type { Imported } from "../imported.ts";
import { placedComments } from "../office/comments.ts";
import { DocumentWriter } from "../office/document-writer.ts";
import { LeftOut, leftOutOf, TrackedChanges } from "../office/left-out.ts";
import { mainLanguage, metadataOf } from "../office/metadata.ts";
import { RtfReader } from "./reader.ts";
import { writeItems } from "./story.ts";

/**
 * An RTF file (RTF 1.9.1) as a paper, by the same rules as Word documents: visible words once and in order, numbers of
 * lists as the program has printed them, tables, notes, links; what is left out is counted. `isBefore`: as it was
 * before its tracked changes, which are otherwise accepted. Never fails for damaged files: what can be read is. Throws
 * `limit` for groups that are nested too deep.
 */
export function importRtf(
  bytes: Uint8Array,
  { isBefore }: Readonly<{ isBefore: boolean }> = { isBefore: false },
): Imported {
  const writer = new DocumentWriter();
  const left = new LeftOut();
  const changes = new TrackedChanges();
  const reader = new RtfReader({ write: (items) => writeItems(writer, items), left, changes, isBefore });
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const { title, author, created, comments, languages } = reader.read(text);
  const { content, ranges } = writer.finish();
  const placed = placedComments(comments, ranges, left);
  const language = mainLanguage(languages);
  return {
    format: "rtf",
    ...metadataOf({ title, authors: author === "" ? [] : [author], date: created }, writer.title),
    geometry: null,
    comments: placed,
    ...(language === null ? {} : { details: { language } }),
    content: {
      ...content,
      warnings: [
        ...changes.warnings(isBefore),
        ...leftOutOf(left),
        ...(content.text === "" ? [message("import.noWords")] : []),
      ],
    },
  };
}
