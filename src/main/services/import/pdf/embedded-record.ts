import type { Recognised } from "../../../../shared/model/recognised.ts";
import { recognisedWordsName, recordName } from "../../../../shared/record/names.ts";
import type { ProjectRecord } from "../../../../shared/record/record.ts";
import { digest } from "../../files/digest.ts";
import { isOwn, type PageMark } from "../../pdfium/marks.ts";
import { openPdf, type PdfReader } from "../../pdfium/reader.ts";

/** What one of our annotated PDFs carries. */
export type EmbeddedRecord = Readonly<{
  record: ProjectRecord;
  /** The paper's own bytes; null when another program has written the file again and they are gone. */
  source: Uint8Array | null;
  /** What OCR found on the paper's pages, where its text is from that. */
  recognised: Recognised | undefined;
  /** Mark-up that somebody added to the file since. */
  marks: readonly PageMark[];
}>;

/**
 * The record in a PDF with the paper it is about; null when there is none that can be read. Throws as `openPdf` does.
 */
export async function readEmbeddedRecord(bytes: Uint8Array, password: string | null): Promise<EmbeddedRecord | null> {
  const reader = await openPdf(bytes, password);
  try {
    const record = await recordIn(reader);
    if (record === null) return null;
    const own = new Set<string>(record.annotations.map((annotation) => annotation.id));
    const marks: PageMark[] = [];
    for (let page = 0; page < reader.pageCount; page++)
      marks.push(...reader.annotations(page).map((mark) => ({ ...mark, page })));
    const recognised = record.paper.reading?.ocr === undefined ? undefined : await recognisedIn(reader);
    return {
      record,
      source: sourceIn(reader, bytes, record),
      recognised,
      marks: marks.filter((mark) => !isOwn(mark, own)),
    };
  } finally {
    reader.close();
  }
}

/** Whether a PDF has a file by the name of our record, readable or not. */
export function carriesRecord(reader: PdfReader): boolean {
  return reader.attachments((name) => name === recordName).length > 0;
}

/** The form of records, which takes long to load, is loaded for a file that has one. */
async function recordIn(reader: PdfReader): Promise<ProjectRecord | null> {
  const file = reader.attachments((name) => name === recordName).at(-1);
  if (file === undefined) return null;
  const { ProjectRecord } = await import("../../../../shared/record/record.ts");
  try {
    const record = ProjectRecord.safeParse(JSON.parse(new TextDecoder().decode(file.bytes)));
    return record.success ? record.data : null;
  } catch {
    return null;
  }
}

async function recognisedIn(reader: PdfReader): Promise<Recognised | undefined> {
  const file = reader.attachments((name) => name === recognisedWordsName).at(-1);
  if (file === undefined) return undefined;
  const { parseRecognised } = await import("../../files/recognised-words.ts");
  try {
    return parseRecognised(file.bytes);
  } catch {
    return undefined;
  }
}

function sourceIn(reader: PdfReader, bytes: Uint8Array, { source, paper }: ProjectRecord): Uint8Array | null {
  const found =
    source.kind === "prefix"
      ? bytes.slice(0, paper.bytes)
      : reader.attachments((name) => name === source.name).at(-1)?.bytes;
  return found !== undefined && digest(found) === paper.sha256 ? found : null;
}
