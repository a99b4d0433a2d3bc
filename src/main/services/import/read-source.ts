import { createHash } from "node:crypto";
import type { Paper } from "../../../shared/model/paper.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import type { ProjectRecord } from "../../../shared/record/record.ts";
import type { PageMark } from "../pdfium/marks.ts";
import { isPdf } from "./formats.ts";
import type { Imported, ImportedEnd, Out } from "./imported.ts";
import { type EmbeddedRecord, readEmbeddedRecord } from "./pdf/embedded-record.ts";
import { PagesAhead } from "./pdf/pages-ahead.ts";
import type { PageHelp } from "./pdf/serve-pages.ts";
import type { Source } from "./sniffed-source.ts";
import { importSource } from "./source.ts";

/** Which bytes a library has already: the length and SHA-256 of a paper's source. */
export type KnownSource = Readonly<{ bytes: number; sha256: string }>;

/** A file on its way in, with what a repeated arrival is known by. `help` is given only with a PDF. */
export type SourceFile = Omit<Source, "ahead"> & Readonly<{ known: readonly KnownSource[]; help?: PageHelp }>;

/** A file as it came: a paper, and what is recorded about it. */
export type ReadSource = Readonly<{
  /** Null when the library has the paper that the record is about. */
  imported: Imported | null;
  record: ProjectRecord | null;
  /** The paper's own bytes where they are not those of the file itself. */
  source: Uint8Array | null;
  /** Mark-up in the file that its record does not mention. */
  marks: readonly PageMark[];
  /** What OCR had found on the paper's pages, where the file carries it. */
  recognised?: Recognised | undefined;
  /** The SHA-256 of a paper of the library with whose bytes the file begins. */
  begins: string | null;
}>;

/** The same before the paper's words, which have gone out in parts, are put together. */
export type ReadSourceEnd = Omit<ReadSource, "imported"> & Readonly<{ imported: ImportedEnd | null }>;

/**
 * Read a file as a paper. An annotated PDF of ours gives its paper's own bytes and its record back. The port of
 * `help` is closed in the end, whether or not it was used.
 */
export async function readSourceFile(file: SourceFile, out: Out): Promise<ReadSourceEnd> {
  const { help, ...rest } = file;
  if (help === undefined) return readOpenFile(rest, out);
  const ahead = new PagesAhead(help.port);
  try {
    return await readOpenFile({ ...rest, ahead }, out);
  } finally {
    ahead.close();
  }
}

async function readOpenFile(file: Source & Pick<SourceFile, "known">, out: Out): Promise<ReadSourceEnd> {
  const carried = await recordIn(file);
  const record = carried?.record ?? null;
  const source = carried?.source ?? null;
  if (carried !== null && file.known.some((source) => source.sha256 === carried.record.paper.sha256))
    return { imported: null, record, source, marks: carried.marks, begins: null };
  const recognised = source === null ? undefined : carried?.recognised;
  const known = source === null || record === null ? file : ownSource(file, record.paper, source);
  const own = recognised === undefined ? known : { ...known, recognised };
  const { marks = [], ...imported } = await importSource(own, out);
  return {
    imported,
    record,
    source,
    recognised,
    marks: carried?.marks ?? marks,
    begins: beginning(file.bytes, file.known),
  };
}

/** The other thread knows whether there is a record, so that most files need not be opened in this one as well. */
async function recordIn({ bytes, password, ahead }: Source): Promise<EmbeddedRecord | null> {
  if (!isPdf(bytes)) return null;
  if (ahead === undefined) return readEmbeddedRecord(bytes, password ?? null);
  // What reads the pages is loaded meanwhile; where it can't be, that shows later.
  void import("./pdf/import-pdf.ts").catch(() => undefined);
  const facts = await ahead.facts;
  return facts?.carriesRecord === false ? null : readEmbeddedRecord(bytes, password ?? null);
}

/** A paper's own bytes, read as its record says unless another reading is asked for. */
function ownSource({ ahead: _, ...file }: Source, { fileName, ...paper }: Paper, bytes: Uint8Array): Source {
  const reading = file.reading ?? paper.reading;
  return { ...file, name: fileName, bytes, ...(reading === undefined ? {} : { reading }) };
}

/** The SHA-256 of the longest of some sources that a file begins with, in one reading of the file; null of none. */
export function beginning(bytes: Uint8Array, known: readonly KnownSource[]): string | null {
  const hash = createHash("sha256");
  let index = 0;
  let found: string | null = null;
  for (const source of known.toSorted((a, b) => a.bytes - b.bytes)) {
    if (source.bytes === 0 || source.bytes >= bytes.length) continue;
    hash.update(bytes.subarray(index, source.bytes));
    index = source.bytes;
    if (hash.copy().digest("hex") === source.sha256) found = source.sha256;
  }
  return found;
}
