import { z } from "zod";
import { message } from "../../../shared/messages/message.ts";
import { Annotation, Position } from "../../../shared/model/annotation.ts";
import {
  asPaperTable,
  deferredTable,
  type PaperTable,
  recordsOfPaper,
  type TableSource,
} from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { LibraryId, PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { shareStrings } from "../../../shared/model/share-strings.ts";
import { storedRecord } from "../../../shared/model/stored-record.ts";
import { tablePieces } from "../files/json-pieces.ts";
import { Sha256 } from "./statement.ts";

const through = z.int().min(0);

/**
 * Which fields records have that reading an older file fills in. Records in a file of this form go to windows as they
 * are, without being completed here. Another number whenever an annotation or a position gets a field with a default.
 */
export const recordForm = 1;

/** papers/…/annotations.json. `sha256` is the checksum of the line of change `through`. */
export const OfPaper = storedRecord({
  /** The number of the last change in the file. */
  through,
  /** What the files of one history have in common; left out by builds from before 2026-11-29. */
  library: LibraryId.optional(),
  history: z.uuid().optional(),
  sha256: Sha256.nullish(),
  paper: PaperId.optional(),
  /** `recordForm` of the build that wrote it; left out by builds from before 2026-11-30. */
  form: z.int().optional(),
  annotations: z.record(z.string(), Annotation),
  positions: z.record(z.string(), Position),
});
export type OfPaper = z.infer<typeof OfPaper>;

const Head = OfPaper.omit({ annotations: true, positions: true });
type Head = z.infer<typeof Head>;

/**
 * What is known of a paper's file before its records are read; `stamp` is the checksum in it, `bytes` the length of its
 * state's JSON.
 */
export type PaperSummary = Readonly<{
  stamp: string;
  bytes: number;
  head: Head;
  has: Readonly<{ annotations: boolean; positions: boolean }>;
}>;

/**
 * What a paper's file says. Its records are read when they are first asked for: a library of a thousand papers opens
 * without a look at most of them. A table is null where it has no record.
 */
export type PaperSnapshot = Readonly<{
  head: Head;
  annotations: PaperTable<Annotation> | null;
  positions: PaperTable<Position> | null;
  /** Fields that a later build of this format has added; undefined where there are none. */
  more: () => object | undefined;
  /** By which `paperOf` gives the same again; null where the file must be read whole. */
  summary: PaperSummary | null;
}>;

/** Longer than what a file says before its records. */
const headBytes = 4096;

/**
 * A paper's file by the JSON of its state, which is whole; null where it has another form. `stamp` is the checksum in
 * it, `file` names it.
 */
export function openPaper(body: Buffer, stamp: string, file: string): PaperSnapshot | null {
  const found = headIn(body);
  if (found === null) {
    const read = readRecords(body);
    if (read === null) return null;
    const { head, annotations, positions, more } = read;
    const filled = <Value>(table: PaperTable<Value>): PaperTable<Value> | null => (table.count === 0 ? null : table);
    return { head, annotations: filled(annotations), positions: filled(positions), more: () => more, summary: null };
  }
  return deferredPaper({ stamp, bytes: body.length, ...found }, () => body, file);
}

/**
 * A paper's file whose summary is known. `load` gives the JSON of its state, which is whole, when records are first
 * asked for, or throws.
 */
export function deferredPaper(summary: PaperSummary, load: () => Buffer, file: string): PaperSnapshot {
  const { head, has, stamp, bytes } = summary;
  let waiting: (() => Buffer) | null = load;
  let kept: Partial<Records> = {};
  const read = <Name extends keyof Records>(name: Name): Records[Name] => {
    if (waiting !== null) kept = readRecords(waiting()) ?? damaged(file);
    waiting = null;
    const value = kept[name] as Records[Name];
    // Tables belong to the library from now on, which may replace them.
    if (name !== "more") delete kept[name];
    return value;
  };
  const source: TableSource = {
    tables: Number(has.annotations) + Number(has.positions),
    bytes,
    unread: () => (head.form === recordForm && waiting !== null ? { json: waiting, stamp } : null),
  };
  return {
    head,
    annotations: has.annotations ? deferredTable(() => read("annotations"), { source }) : null,
    positions: has.positions ? deferredTable(() => read("positions"), { source }) : null,
    more: () => read("more"),
    summary,
  };
}

/** Says that a file is not what was written. */
export function damaged(file: string): never {
  throw new WorkbenchError("damaged", message("snapshot.damaged", { file }));
}

type Records = Readonly<{
  head: Head;
  annotations: PaperTable<Annotation>;
  positions: PaperTable<Position>;
  more: object | undefined;
}>;

function readRecords(body: Buffer): Records | null {
  const found = OfPaper.safeParse(parseJson(body.toString())).data;
  if (found === undefined) return null;
  const { through, library, history, sha256, paper, form, annotations, positions, ...more } = found;
  shareStrings([annotations, positions]);
  return {
    head: { through, library, history, sha256, paper, form },
    annotations: asPaperTable(annotations),
    positions: asPaperTable(positions),
    more: Object.keys(more).length > 0 ? more : undefined,
  };
}

/** What a file says before its records, and which records it has; null where it is not as `printPaper` writes it. */
function headIn(body: Buffer): Omit<PaperSummary, "stamp" | "bytes"> | null {
  const [, text, next] = /^(\{"through":.*?),"annotations":\{(["}])/s.exec(body.toString("utf8", 0, headBytes)) ?? [];
  const ending = body.toString("latin1", Math.max(0, body.length - 30));
  const none = ending.endsWith('"positions":{}}');
  if (text === undefined || !(none || ending.endsWith("}}}"))) return null;
  const head = Head.safeParse(parseJson(`${text}}`)).data;
  return head === undefined ? null : { head, has: { annotations: next === '"', positions: !none } };
}

/** A value of JSON; undefined when the text is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The JSON of a paper's file, in pieces. */
export function* printPaper(head: Head, library: Library, paper: PaperId): Generator<string> {
  yield JSON.stringify(head).slice(0, -1);
  for (const name of ["annotations", "positions"] as const) {
    yield `,"${name}":`;
    yield* tablePieces(withIds(recordsOfPaper<Annotation | Position>(library[name], paper)));
  }
  yield "}";
}

function* withIds<Value extends { readonly id: string }>(records: Iterable<Value>): Generator<[string, Value]> {
  for (const record of records) yield [record.id, record];
}
