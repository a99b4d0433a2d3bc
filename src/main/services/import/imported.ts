import type { PaperContent } from "../../../shared/model/content.ts";
import type { Extent, Paper } from "../../../shared/model/paper.ts";
import type { PaperFormat } from "../../../shared/model/paper-format.ts";
import type { Progress } from "../files/progress.ts";
import type { PageMark } from "../pdfium/marks.ts";

/** Parts of a paper's record that a source may state, none of them longer than the record may hold. */
export type PaperDetails = Readonly<Partial<Pick<Paper, "publisher" | "link" | "language" | "identifiers">>>;

/**
 * A comment that a document has on its words, as its program keeps it. `ranges` are of the canonical text, in UTF-16
 * units; `created` is an ISO instant, null where it is not said.
 */
export type DocumentComment = Readonly<{
  /** Its identifier in the file. */
  id: string;
  ranges: readonly Readonly<{ start: number; end: number }>[];
  author: string;
  created: string | null;
  text: string;
  /** The identifier of the comment that it answers. */
  inReplyTo: string | null;
}>;

/**
 * What an importer makes of a source beside its words. `geometry` is as `geometry.ts` writes it, null where there are
 * no pages.
 */
type About = Readonly<{
  format: PaperFormat;
  title: string | null;
  authors: readonly string[];
  /** Names that may be its authors, for the reader to accept; left out where a format states its authors. */
  suggestedAuthors?: readonly string[];
  /** ISO 8601: `2021`, `2021-03` or `2021-03-09`. */
  date: string | null;
  /** What else the source says of itself; left out where a format says nothing. */
  details?: PaperDetails;
  geometry: Uint8Array | null;
  /** How much of a web page was read; left out for what is none. */
  extent?: Extent;
  /** Mark-up that the source holds; left out where a format has none. */
  marks?: readonly PageMark[];
  /** The pages as a PDF, where the source has pages and is none. */
  pages?: Uint8Array;
  /** Pages, from 0, whose words can only be had by recognising them; left out where a format has no pages. */
  unread?: readonly number[];
  /** Comments that the source holds; left out where a format has none. */
  comments?: readonly DocumentComment[];
}>;

/** A source as a paper. */
export type Imported = About & Readonly<{ content: PaperContent }>;

/** Words of a paper that are done: the text that comes next, and its blocks with their places in the whole. */
export type ContentPart = Pick<PaperContent, "text" | "blocks">;

/** What is known only when all words are out. */
export type ImportedEnd = About &
  Readonly<{
    end: Pick<PaperContent, "pages" | "warnings">;
    /** Levels of headings, by the place of their block among all. */
    levels: readonly (readonly [block: number, level: number])[];
  }>;

/** Where the words of a long source go as they are done, so that its reader holds no more than a few pages of them. */
export type Out = Readonly<{ onProgress: Progress; onPart: (part: ContentPart) => void }>;
