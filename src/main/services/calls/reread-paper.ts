import { carryPassages } from "../../../shared/anchor/carry.ts";
import { describe } from "../../../shared/anchor/describe.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { codedIn } from "../../../shared/claims/claims.ts";
import { uncertainPlaces } from "../../../shared/claims/places-to-check.ts";
import type { Arguments, ImportResult } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { encodings, findEncoding } from "../../../shared/model/encodings.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Extent, Lines, Paper, Reading, TrackedText } from "../../../shared/model/paper.ts";
import { hasReadings, type PaperFormat, paperFormats } from "../../../shared/model/paper-format.ts";
import { readerOf, readerVersions } from "../../../shared/model/reader-version.ts";
import { cutText } from "../../../shared/text/cut.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";
import { readInWorker } from "./read-in-worker.ts";

/**
 * The reading that a call asks for, undefined when it leaves all to the file. Throws `invalid` for an encoding that is
 * not known.
 */
export function readingOf(
  asked: Readonly<{
    encoding?: string | undefined;
    lines?: Lines | undefined;
    extent?: Extent | undefined;
    changes?: TrackedText | undefined;
  }>,
): Reading | undefined {
  const { lines, extent, changes } = asked;
  if ([asked.encoding, lines, extent, changes].every((part) => part === undefined)) return undefined;
  const encoding = asked.encoding === undefined ? null : findEncoding(asked.encoding);
  if (asked.encoding !== undefined && encoding === null)
    throw new WorkbenchError(
      "invalid",
      message("import.unknownEncoding", { name: asked.encoding, encodings: [...encodings] }),
    );
  return {
    encoding,
    lines: lines ?? null,
    ...(extent === undefined ? {} : { extent }),
    ...(changes === undefined ? {} : { changes }),
  };
}

/** The parts of a reading that a format has; undefined where there are none. */
export function fittingReading(reading: Reading | undefined, format: PaperFormat): Reading | undefined {
  const options: readonly string[] = paperFormats[format].options;
  const has = (part: keyof Reading): boolean => options.includes(part) && reading?.[part] != null;
  if (reading === undefined || !options.some((part) => has(part as keyof Reading))) return undefined;
  return {
    encoding: has("encoding") ? reading.encoding : null,
    lines: has("lines") ? reading.lines : null,
    ...(has("extent") ? { extent: reading.extent } : {}),
    ...(has("changes") ? { changes: reading.changes } : {}),
  };
}

/** A reading with the number of the reader, where the paper's first text is another reader's. */
export function readingBy(asked: Reading | undefined, paper: Paper): Reading | undefined {
  const by = readerOf(paper);
  return by.reader === undefined ? asked : { ...(asked ?? { encoding: null, lines: null }), ...by };
}

/**
 * Read a paper's own source again in another way. Its claims and notes are moved to the same words in the new text;
 * with the paper's record they are one change, and the words of the old reading stay on disk for an undo.
 */
export async function rereadPaper(context: Context, args: Arguments<"rereadPaper">): Promise<ImportResult> {
  const { store, papers, jobs } = context;
  const paper = needPaper(store, args.paper);
  const asked = readingOf(args);
  if (!hasReadings(paper.format)) throw new WorkbenchError("invalid", message("import.noEncodingToChoose"));
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const bytes = await papers.source(paper.id, paper.format);
  const file = { name: paper.fileName, bytes, known: [], ...(asked === undefined ? {} : { reading: asked }) };
  const { imported } = await jobs.run(args.job, (signal, onProgress) => readInWorker(file, signal, onProgress));
  if (imported === null) throw new WorkbenchError("internal", message("paper.filesMissing"));
  return jobs.inTurn(async () => {
    const now = needPaper(store, args.paper);
    const before = await papers.content(now.id);
    const { content, title } = imported;
    const named = before.blocks.find((block) => block.kind === "heading");
    const heading = named === undefined ? "" : before.text.slice(named.start, named.end);
    const wasFound = [heading, now.fileName.replace(/\.[^.]+$/, "")].includes(now.title);
    const { reading: _old, toCheck: _places, ...rest } = now;
    const reading = readingBy(asked, now);
    const read: Paper = {
      ...rest,
      // A title that nobody has written is read again with the text.
      title: wasFound && title !== null && title !== "" ? cutText(title, 2000) : now.title,
      characters: content.text.length,
      pages: content.pages.length,
      reader: readerVersions[now.format],
      ...(reading === undefined ? {} : { reading }),
    };
    if (JSON.stringify(reading) === JSON.stringify(now.reading) && content.text === before.text)
      return { paper: now, duplicate: true, annotations: 0, warnings: content.warnings };
    const coded = codedIn(store.library, now.id);
    const passages = coded.map(({ annotation }) => annotation.passage.ranges);
    const found = carryPassages(before.text, content.text, passages, { isReading: true });
    const next = {
      ...read,
      ...uncertainPlaces(
        now,
        coded.map(({ annotation }) => annotation),
        found,
      ),
    };
    const moved = coded.map(({ annotation }, index): Edit => {
      const ranges = describe(content.text, found[index]?.ranges ?? []);
      return {
        table: "annotations",
        from: annotation,
        to: { ...annotation, passage: { ...annotation.passage, ranges, areas: [] } },
      };
    });
    await papers.writeWords(now.id, reading, { content, geometry: imported.geometry });
    await store.commit(message("change.reread", { title: cutText(now.title, 200) }), [
      { table: "papers", from: now, to: next },
      ...moved,
    ]);
    const unsure = found.every((carried) => carried.isCertain) ? [] : [message("import.rereadUnsure")];
    return { paper: next, duplicate: true, annotations: 0, warnings: [...content.warnings, ...unsure] };
  });
}
