import { z } from "zod";
import { type Analysis, AnalysisRequest } from "../analysis/analyse.ts";
import type { Change } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import type { ChangeLabel } from "../change/label.ts";
import type { CarryItem, NewVersion } from "../claims/carry-edits.ts";
import { CodingRow } from "../claims/coding-row.ts";
import type { IssueSuggestion } from "../codebook/suggest.ts";
import type { Message } from "../messages/arguments.ts";
import { LabelSchema, LanguageSchema } from "../messages/message-schema.ts";
import { type Annotation, type Passage, Region } from "../model/annotation.ts";
import { Coder } from "../model/codebook.ts";
import type { PaperContent } from "../model/content.ts";
import type { EncodingName } from "../model/encodings.ts";
import { AnnotationId, ChangeId, CoderId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { PageMap } from "../model/page-map.ts";
import type { Extent, Paper } from "../model/paper.ts";
import { Query } from "../model/query.ts";
import type { PageText } from "../page-view/page-text.ts";
import { largestTile } from "../page-view/tiles.ts";
import type { FoundPaper } from "../papers/import-plan.ts";
import { Withhold } from "../record/record.ts";
import { CitationStyle, type CitedPapers } from "../report/cite.ts";
import { ReportTemplate } from "../report/template.ts";
import { passageSpans } from "../search/passage-span.ts";
import type { Span } from "../search/search.ts";
import type { BackupPlace } from "./backup-place.ts";
import { importCalls } from "./import-calls.ts";
import type { Backup, BundleImport, ConflictCopy, Merge, Repair, RestorePreview, Verification } from "./maintenance.ts";
import { type Opening, openingCalls, type PaperRecords } from "./opening-calls.ts";
import { type DrawnPages, pageCalls } from "./page-calls.ts";
import type { ClaimsImport, CodebookImport } from "./table-imports.ts";

const none = z.strictObject({});
const bytes = z.instanceof(Uint8Array<ArrayBufferLike>);
const job = z.string().min(1).max(100).optional();
/** A job whose file says something itself, in a language (English when left out); data are the same in every one. */
const written = { language: LanguageSchema.optional(), job };
const fileName = z.string().min(1).max(500);

/** What one paper with its claims can be written as. */
export const PaperExportFormat = z.enum(["pdf", "html", "md", "docx", "csv", "xlsx", "json"]);
export type PaperExportFormat = z.infer<typeof PaperExportFormat>;
/** What colours a highlight: the stance of a claim's first position, or its issue. */
export const HighlightColours = z.enum(["stance", "issue"]);
export type HighlightColours = z.infer<typeof HighlightColours>;
/** What a report can be written as. */
export const ReportFormat = z.enum(["html", "pdf", "docx", "md", "xlsx", "csv", "json"]);
export type ReportFormat = z.infer<typeof ReportFormat>;
/** `matrix` is the CSV table of a network's weights, `csv` of a network its list of ties. */
export const AnalysisFormat = z.enum(["csv", "json", "graphml", "matrix"]);
export type AnalysisFormat = z.infer<typeof AnalysisFormat>;
/** What a codebook can be written as, and read from. */
export const CodebookFormat = z.enum(["csv", "json"]);
export type CodebookFormat = z.infer<typeof CodebookFormat>;

/** A page of a paper that has pages, counted from 0; the password where the PDF needs one and none opened it yet. */
const onPage = { paper: PaperId, page: z.int().min(0), password: z.string().max(1000).optional() };
/** Sides in device pixels. */
const side = z.int().min(1).max(largestTile);
const edge = z.int().min(0).max(200_000);

/**
 * What every host offers, with the form of each call's arguments. Hosts loop over this table; nothing else crosses a
 * border.
 */
export const contract = {
  /** The library as it is now. */
  state: none,
  ...openingCalls,
  /** Name the coder who works, on this computer from now on, and in this library for earlier changes too. */
  setCoderName: z.strictObject({ name: Coder.shape.name }),
  /** A paper's words and structure. */
  content: z.strictObject({ paper: PaperId }),
  ...importCalls,
  /** Bring in the sample paper with its codebook and claims. */
  importSample: none,
  /** Issues that the headings of a paper suggest, not yet in the codebook. */
  suggestIssues: z.strictObject({ paper: PaperId }),
  /** Anchor ranges of the canonical text (UTF-16 units): quote, context and places on the pages. */
  describe: z.strictObject({
    paper: PaperId,
    ranges: z
      .array(z.strictObject({ start: z.int().min(0), end: z.int().min(1) }))
      .min(1)
      .max(100),
  }),
  /** Anchor a rectangle of a page, which is cut at the edges of the page. */
  describeRegion: z.strictObject({ paper: PaperId, region: Region }),
  /** The text of a page with the place of each of its units. */
  pageText: z.strictObject(onPage),
  /**
   * A tile of a page's picture, drawn as large as `whole`, as a PNG file; `dark`: light letters on black, photographs
   * as they are.
   */
  pagePicture: z.strictObject({
    ...onPage,
    whole: z.strictObject({ width: edge.min(1), height: edge.min(1) }),
    tile: z.strictObject({ x: edge, y: edge, width: side, height: side }),
    dark: z.boolean().optional(),
  }),
  /** Change the library. Nothing else changes it. The form of each edit is checked by the library itself. */
  commit: z.strictObject({
    label: LabelSchema,
    edits: z.array(z.custom<Edit>()).min(1).max(200_000),
  }),
  /** Make claims by their words: each row is anchored or refused on its own, those anchored are one change. */
  annotate: z.strictObject({ rows: z.array(CodingRow).min(1).max(100_000), job }),
  /**
   * Make claims of a CSV or JSON table, as `annotate` does; `paper` (identifier or title) is meant where a row names
   * none. Throws `invalid` when the file is no table of claims or has none.
   */
  importClaims: z.strictObject({ name: fileName, bytes, paper: z.string().max(2000).optional() }),
  undo: none,
  redo: none,
  /**
   * Changes, newest first, of the library, a paper or an annotation, by one coder, with these words; those older than
   * `before`.
   */
  history: z.strictObject({
    paper: PaperId.optional(),
    annotation: AnnotationId.optional(),
    coder: CoderId.optional(),
    text: z.string().max(1000).optional(),
    before: ChangeId.optional(),
    limit: z.int().min(1).max(100_000).optional(),
  }),
  /**
   * Find words in papers, all or some, and in their claims and notes. At most `limit` hits (200), `each` of one paper.
   */
  search: z.strictObject({
    query: z.string().min(1).max(1000),
    papers: z.array(PaperId).min(1).max(10_000).optional(),
    limit: z.int().min(1).max(10_000).optional(),
    each: z.int().min(1).max(10_000).optional(),
  }),
  /**
   * Passages whose words a query means, each once, in the order of papers and their texts; at most `limit` (1,000).
   * Without `papers`, of all but those that have a newer version.
   */
  findPassages: z.strictObject({
    query: z.string().min(1).max(1000),
    papers: z.array(PaperId).min(1).max(10_000).optional(),
    span: z.enum(passageSpans),
    limit: z.int().min(1).max(10_000).optional(),
  }),
  /** Where the printed pages of papers begin. Papers that cannot be read are left out. */
  pageMaps: z.strictObject({ papers: z.array(PaperId).min(1).max(1000) }),
  /** `password`, `colours` ("stance") and `summary` (pages after the paper; true) are of an annotated PDF. */
  exportPaper: z.strictObject({
    paper: PaperId,
    format: PaperExportFormat,
    /** Opens an encrypted source. Needed once while the library is open; never written down. */
    password: z.string().max(1000).optional(),
    colours: HighlightColours.optional(),
    summary: z.boolean().optional(),
    withhold: Withhold.optional(),
    ...written,
  }),
  /** Count, compare and join the claims a query means. */
  analyse: z.strictObject({ request: AnalysisRequest, query: Query.optional(), job }),
  exportAnalysis: z.strictObject({ request: AnalysisRequest, query: Query.optional(), format: AnalysisFormat, job }),
  /** `template` is the name of one in the library or a template itself; `Brief` when left out. */
  report: z.strictObject({
    format: ReportFormat,
    query: Query.optional(),
    template: z.union([z.string().min(1).max(100), ReportTemplate]).optional(),
    ...written,
  }),
  ...pageCalls,
  /** How a style cites papers. */
  cite: z.strictObject({ papers: z.array(PaperId).min(1).max(1000), style: CitationStyle, job }),
  /** The rows of a CSV file by its head line, or the value of a JSON file; by the ending of its name. */
  readTable: z.strictObject({ name: fileName, bytes }),
  exportCodebook: z.strictObject({ format: CodebookFormat }),
  /** Add issues, stances and actors of a codebook file; what is already there by name stays. */
  importCodebook: z.strictObject({ name: fileName, bytes }),
  /** Check every file, anchor and reference of the library. */
  verify: none,
  backup: none,
  backups: none,
  backupPlace: none,
  forgetBackupPlace: none,
  /** What `restore` would do. */
  previewRestore: z.strictObject({ backup: z.string().min(1).max(300).optional() }),
  /** Bring a backup's state back, which can be undone. The newest when none is named. */
  restore: z.strictObject({ backup: z.string().min(1).max(300).optional() }),
  /**
   * Go on with what could be read of a damaged library: its files are set aside, never deleted, and a new history
   * begins. Can be undone.
   */
  repair: none,
  /** Changes that somebody wrote beside this library's history, as synchronised folders make them. */
  conflicts: none,
  /** Import those changes as one change that can be undone; what no longer fits is reported and left out. */
  mergeConflicts: none,
  /** The library, or chosen papers with all that is said of them, as one file with sources and history. */
  exportBundle: z.strictObject({ papers: z.array(PaperId).min(1).optional(), job }),
  /** Bring in such a file: into an empty library as the identical library, else merged as one change. */
  importBundle: z.strictObject({ name: fileName, bytes, job }),
  /** Stop a job; its call then fails with `cancelled`. */
  cancel: z.strictObject({ job: z.string().min(1).max(100) }),
} as const satisfies Record<keyof Results, z.ZodType>;

/** Who holds the library for writing. `since` is an ISO instant, `host` the machine's name. */
export type Holder = Readonly<{ pid: number; host: string; program: string; since: string }>;
/**
 * Whether this program may change the library; `reason` is one sentence, `holder` null where the folder itself cannot
 * be written.
 */
export type Access = Readonly<{ mode: "write" }> | Readonly<{ mode: "read"; reason: Message; holder: Holder | null }>;

/** What is written unasked beside the work: the daily backup, and the snapshots that shorten opening. */
export type Upkeep = "backup" | "snapshot";

/** The library as it is now, with all that a window needs to follow it. */
export type LibraryState = Readonly<{
  library: Library;
  /** Identifier of the newest change in `library`, null when there is none. News after it apply on top. */
  version: string | null;
  /** How many changes the library has seen: the number of that change. */
  last: number;
  coder: CoderId;
  /** What the coder is called, who need not have changed anything yet. */
  coderName: string;
  /** Whether they have chosen that name on this computer; it is the system's user name otherwise. */
  isCoderNamed: boolean;
  /** The path of the library's folder, to be shown only, and the folder's name. */
  folder: string;
  name: string;
  access: Access;
  /** The library could not be read whole. It can be restored from a backup, or gone on with by `repair`. */
  damaged: boolean;
  /** What opening found and did, one sentence each. */
  notices: readonly Message[];
  /** Why the daily backup or the newest snapshot could not be written, one sentence each. */
  upkeep: Readonly<Partial<Record<Upkeep, Message>>>;
  undo: ChangeLabel | null;
  redo: ChangeLabel | null;
}>;

/**
 * `annotations` counts those that came in with the file; with `duplicate` they were added to the paper that was here.
 */
export type ImportResult = Readonly<{
  paper: Paper;
  duplicate: boolean;
  annotations: number;
  warnings: readonly Message[];
  /** Of a new version: what became of the claims and notes of the one before. */
  version?: NewVersion;
  /** A paper of the library that this one seems to be another version of. Left out where nothing is like it. */
  resembles?: PaperId;
}>;
/** What a file says of itself as a paper, and the paper of the library that has the same bytes. */
export type PaperPreview = FoundPaper & Readonly<{ paper: PaperId | null }>;
/** The beginning of a text as it would be read, what of that is a guess, and the warnings an import would give. */
export type TextPreview = Readonly<{
  text: string;
  encoding: EncodingName;
  isEncodingGuessed: boolean;
  areLinesUnsure: boolean;
  /** How much of a web page would be read; null for what is none. */
  extent: Extent | null;
  warnings: readonly Message[];
}>;
/** What became of rows that were to be claims. The rows that could be anchored are one change. */
export type AnnotateResult = Readonly<{
  added: readonly Readonly<{ row: number; annotation: Annotation }>[];
  /**
   * Rows that say nothing new: the library has this claim already, by its identifier or with the same words, positions,
   * actor and coder.
   */
  existing: readonly Readonly<{ row: number; annotation: AnnotationId }>[];
  /** `row` counts from 0. `reason` is one sentence. */
  failed: readonly Readonly<{ row: number; reason: Message }>[];
  /** Issues and actors that were made, one sentence each. */
  notices: readonly Message[];
}>;
/**
 * A place found: `start` and `end` are UTF-16 offsets of the canonical text, `page` is the printed label, `marks` are
 * the ranges of the snippet that were asked for. `annotation` is the one that marks the place, or that itself says the
 * words.
 */
export type SearchHit = Readonly<{
  paper: PaperId;
  start: number;
  end: number;
  page: string;
  snippet: string;
  marks: readonly Span[];
  annotation: AnnotationId | null;
}>;
/** How often a paper has the words: places of its text, annotations; `about` when its title or the like has them. */
export type PaperHits = Readonly<{ paper: PaperId; places: number; annotations: number; about: boolean }>;
/** The papers with most of it first; `hits` in the order of the papers and their texts. */
export type SearchResults = Readonly<{ hits: readonly SearchHit[]; papers: readonly PaperHits[] }>;
/** A passage as `annotate` takes it: `start` and `end` are UTF-16 offsets of the canonical text, `page` a label. */
export type FoundPassage = Readonly<{ paper: PaperId; start: number; end: number; page: string; quote: string }>;
/** What was found; `more` counts passages beyond the limit. */
export type FoundPassages = Readonly<{ passages: readonly FoundPassage[]; more: number }>;
/** A finished file. `annotations` counts those in it. */
export type ExportedFile = Readonly<{
  name: string;
  mime: string;
  bytes: Uint8Array;
  annotations: number;
  warnings: readonly Message[];
}>;
/** A change of the history, and whether it was undone since and not done again. */
export type PastChange = Change & Readonly<{ undone: boolean }>;

type Results = {
  state: LibraryState;
  opening: Opening<LibraryState>;
  paperRecords: PaperRecords;
  setCoderName: Readonly<{ name: string }>;
  content: PaperContent;
  importPaper: ImportResult;
  ocrLanguages: readonly string[];
  recognisePaper: ImportResult;
  replacePaper: ImportResult;
  carryQueue: readonly CarryItem[];
  rereadPaper: ImportResult;
  readWithNewer: ImportResult;
  previewPaper: PaperPreview;
  previewText: TextPreview | null;
  importSample: readonly ImportResult[];
  suggestIssues: readonly IssueSuggestion[];
  describe: Passage;
  describeRegion: Passage;
  pageText: PageText;
  pagePicture: Uint8Array;
  commit: Change;
  annotate: AnnotateResult;
  importClaims: ClaimsImport;
  undo: Change | null;
  redo: Change | null;
  history: readonly PastChange[];
  search: SearchResults;
  findPassages: FoundPassages;
  pageMaps: Readonly<Record<string, PageMap>>;
  exportPaper: ExportedFile;
  analyse: Analysis;
  exportAnalysis: ExportedFile;
  report: ExportedFile;
  drawPages: DrawnPages;
  cite: CitedPapers;
  readTable: unknown;
  exportCodebook: ExportedFile;
  importCodebook: CodebookImport;
  verify: Verification;
  backup: Backup;
  backups: readonly Backup[];
  backupPlace: BackupPlace | null;
  forgetBackupPlace: null;
  previewRestore: RestorePreview;
  restore: Backup;
  repair: Repair;
  conflicts: readonly ConflictCopy[];
  mergeConflicts: Merge;
  exportBundle: ExportedFile;
  importBundle: BundleImport;
  cancel: null;
};

/** The name of a call of the contract. */
export type Method = keyof Results;
/** What a call is given, as `contract` checks it. */
export type Arguments<Name extends Method> = z.infer<(typeof contract)[Name]>;
/** What a call gives. */
export type Result<Name extends Method> = Results[Name];

/** What is told to every open window: changes in the order of their numbers, progress in the unit its label names. */
export type News =
  | Readonly<{ kind: "change"; number: number; change: Change; undo: ChangeLabel | null; redo: ChangeLabel | null }>
  | Readonly<{ kind: "progress"; job: string; label: Message; done: number; total: number }>
  /** The host cannot be reached; `reload` follows when it is back. */
  | Readonly<{ kind: "lost" }>
  /** The disk does not take changes: why, and how many wait in memory to be tried again. Null when all are written. */
  | Readonly<{ kind: "unsaved"; reason: Message | null; waiting: number }>
  /**
   * The daily backup or a snapshot failed, and why in one sentence; null when it has worked again. Nothing is lost by
   * either.
   */
  | Readonly<{ kind: "upkeep"; work: Upkeep; reason: Message | null }>
  /** Ask for `state` again: the library was replaced or the right to write changed. */
  | Readonly<{ kind: "reload"; reason: Message }>;

/** All calls of the contract. What one throws crosses every border as a `Failure`. */
export type Calls = { readonly [Name in Method]: (args: Arguments<Name>) => Promise<Result<Name>> };

/** The library as every host offers it. `subscribe` returns a function that ends the subscription. */
export interface Workbench extends Calls {
  subscribe(listener: (news: News) => void): () => void;
}

/** All method names, in the order of the table. */
export const methods = Object.keys(contract) as readonly Method[];
